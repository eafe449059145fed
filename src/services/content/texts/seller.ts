import { formatRate } from '../../kernel/format.ts';
import type { Config } from '../../platform/config.ts';

/** The seller's details as sentences of the legal pages. */
export interface Seller {
  readonly name: string;
  readonly legalForm: string;
  readonly address: string;
  readonly siret: string;
  readonly vat: string;
  readonly email: string;
  readonly site: string;
  readonly host: string;
  readonly mediator: string;
}

/** The configured seller, as sentences of the legal pages. */
export function sellerOf(config: Config): Seller {
  const address = config.SELLER_ADDRESS.split('|')
    .map((line) => line.trim())
    .join(', ');
  return {
    name: config.SELLER_NAME,
    legalForm: config.SELLER_LEGAL_FORM,
    address,
    siret: config.SELLER_SIRET.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4'),
    vat: vatSentence(config),
    email: config.FROM_EMAIL,
    site: config.frontUrl,
    host: config.HOSTING_PROVIDER ?? `l'éditeur lui-même, ${config.SELLER_NAME}, ${address}`,
    mediator: config.CONSUMER_MEDIATOR ?? 'le médiateur dont les coordonnées vous sont communiquées sur simple demande',
  };
}

function vatSentence({ SELLER_VAT_REGIME, SELLER_VAT_NUMBER }: Config): string {
  if (SELLER_VAT_REGIME === 'FRANCHISE') return 'TVA non applicable, article 293 B du code général des impôts';
  const rate = `Les prix comprennent la TVA au taux de ${formatRate(2000, 'fr')}`;
  return SELLER_VAT_NUMBER === undefined ? rate : `${rate} (numéro de TVA intracommunautaire : ${SELLER_VAT_NUMBER})`;
}
