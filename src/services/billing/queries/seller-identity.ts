import { localDateOf } from '../../kernel/format.ts';
import type { AppContext } from '../../platform/context.ts';
import type { InvoiceSeller } from '../invoice-document.ts';
import { frenchMentions, mentionsInForce } from '../legal-mentions.ts';
import { invoiceSeller } from '../seller-facts.ts';
import { mentions } from './legal-mentions.ts';
import { currentSeller } from './seller.ts';

/** What the law wants everyone to read about a business that sells: no account, no agreement. */
export interface SellerIdentity extends Pick<
  InvoiceSeller,
  'name' | 'legalForm' | 'address' | 'siret' | 'email' | 'register' | 'vatNumber' | 'phone'
> {
  /** The mention in force of a seller who charges no VAT; null for one who does. */
  readonly vatNote: string | null;
}

/** Who sells today, worded in French. */
export async function sellerIdentity(ctx: Pick<AppContext, 'db' | 'now' | 'config'>): Promise<SellerIdentity> {
  const { logo: _, iban: _iban, bic: _bic, ...seller } = invoiceSeller(await currentSeller(ctx), 'fr');
  if (seller.vatRegime === 'STANDARD') return { ...seller, vatNote: null };
  const stored = await mentions(ctx.db).orderBy('id').execute();
  const today = localDateOf(ctx.now, ctx.config.TIME_ZONE);
  const inForce = mentionsInForce(stored.length === 0 ? frenchMentions : stored, today);
  return { ...seller, vatNote: inForce.find(({ appliesTo }) => appliesTo === 'FRANCHISE')?.textFr ?? null };
}
