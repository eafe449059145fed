import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { PriceItem, type PriceUnit } from '../../entities/catalog/price-item.entity.ts';
import { touchContent } from '../platform/public-content.ts';
import type { Operation, UseCase } from '../platform/context.ts';

interface Offer {
  readonly name: string;
  readonly description: string;
  /** Cents, VAT included. */
  readonly priceCents: number;
  readonly unit: PriceUnit;
  readonly serviceType: string;
  readonly estimatedDuration: string;
  /** The longest that it says. */
  readonly turnaroundWorkingDays: number;
}

const offers: readonly Offer[] = [
  {
    name: 'Pack KDP',
    priceCents: 35_000,
    unit: 'PACK',
    serviceType: 'Édition',
    estimatedDuration: '10 à 15 jours ouvrés',
    turnaroundWorkingDays: 15,
    description:
      'Votre livre prêt à paraître sur Kindle Direct Publishing\u00a0: mise en page intérieure, couverture aux dimensions demandées, fichiers d’impression et EPUB, relecture des épreuves comprise.',
  },
  {
    name: 'Correction Standard',
    priceCents: 200,
    unit: 'PAGE',
    serviceType: 'Correction',
    estimatedDuration: '7 à 10 jours ouvrés',
    turnaroundWorkingDays: 10,
    description:
      'Orthographe, grammaire, syntaxe, ponctuation et typographie, relues de la première à la dernière ligne. Les modifications restent visibles\u00a0: vous les acceptez ou les refusez une à une. Prix par page de 1\u202f500 caractères, espaces comprises.',
  },
  {
    name: 'Pack Rédaction',
    priceCents: 145_000,
    unit: 'PACK',
    serviceType: 'Rédaction',
    estimatedDuration: '3 à 4 semaines',
    turnaroundWorkingDays: 20,
    description:
      'Un accompagnement complet de l’idée au manuscrit\u00a0: plan, réécriture chapitre par chapitre, correction, mise en page et fichiers prêts pour l’impression, avec des échanges réguliers.',
  },
];

/** Writes the first price list into a database that has none; a list that people changed is left alone. */
export const seedPriceList: Operation<'run' | 'db', void, void> = async ({ run, db }) => {
  if ((await db.selectFrom('price_item').select('id').limit(1).executeTakeFirst()) !== undefined) return;
  try {
    await run(writeOffers, undefined);
  } catch (error) {
    // Two processes starting together: the second finds the work of the first.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
  }
};

const writeOffers: UseCase<'em' | 'publish', void, void> = async ({ em, publish }) => {
  touchContent({ publish });
  offers.forEach((offer, position) => em.create(PriceItem, { ...offer, position }));
};
