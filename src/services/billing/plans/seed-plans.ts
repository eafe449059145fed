import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { PlanEntitlement } from '../../../entities/billing/plan-entitlement.entity.ts';
import { PlanPrice } from '../../../entities/billing/plan-price.entity.ts';
import { Plan } from '../../../entities/billing/plan.entity.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Allowance, PlanFamily, PlanFeature } from '../../kernel/plans.ts';
import type { Operation, UseCase } from '../../platform/context.ts';

interface Offer {
  readonly code: string;
  readonly family: PlanFamily;
  readonly names: readonly [fr: string, en: string];
  readonly texts: readonly [fr: string, en: string];
  /** A month, VAT included. */
  readonly monthly: Readonly<Record<Currency, number>>;
  readonly entitlements: Readonly<Partial<Record<PlanFeature, Allowance>>>;
}

const gibibyte = 2 ** 30;
const unlimited = null;
const beginning = '2000-01-01';
/** A year costs ten months: the prices of the first list only, each of which can be changed by itself. */
const monthsPaidOfAYear = 10;

const archive = (
  size: 'S' | 'M' | 'L',
  [eur, xof]: readonly [number, number],
  [MEMBERS, STORAGE]: readonly [Allowance, number],
): Offer => ({
  code: `ARCHIVE_${size}`,
  family: 'ARCHIVE',
  names: [`Archives ${size}`, `Archive ${size}`],
  texts: ['Conserver les documents du cabinet.', 'Keeps the documents of a practice.'],
  monthly: { EUR: eur, XOF: xof },
  entitlements: { MEMBERS, STORAGE },
});

const offers: readonly Offer[] = [
  {
    code: 'STARTER',
    family: 'ARTISAN',
    names: ['Starter', 'Starter'],
    texts: ['Pour commencer, sans rien payer.', 'To begin with, free of charge.'],
    monthly: { EUR: 0, XOF: 0 },
    entitlements: { SMS: 0, CALENDARS: 1, MEMBERS: 1, STORAGE: 5 * gibibyte },
  },
  {
    code: 'PRO',
    family: 'ARTISAN',
    names: ['Pro', 'Pro'],
    texts: ['Pour une petite équipe.', 'For a small team.'],
    monthly: { EUR: 1_900, XOF: 12_500 },
    entitlements: { SMS: 100, CALENDARS: 3, MEMBERS: 3, STORAGE: 20 * gibibyte },
  },
  {
    code: 'BUSINESS',
    family: 'ARTISAN',
    names: ['Business', 'Business'],
    texts: ['Pour une entreprise.', 'For a business.'],
    monthly: { EUR: 4_900, XOF: 32_000 },
    entitlements: { SMS: 500, CALENDARS: unlimited, MEMBERS: 10, STORAGE: 100 * gibibyte },
  },
  archive('S', [500, 3_300], [3, 10 * gibibyte]),
  archive('M', [1_500, 9_900], [10, 100 * gibibyte]),
  archive('L', [4_500, 29_500], [unlimited, 1_024 * gibibyte]),
];

/** Writes the first plans into a database that has none; what people changed is left alone. */
export const seedPlans: Operation<'run' | 'db', void, void> = async ({ run, db }) => {
  if ((await db.selectFrom('plan').select('id').limit(1).executeTakeFirst()) !== undefined) return;
  try {
    await run(writePlans, undefined);
  } catch (error) {
    // Two processes starting together: the second finds the work of the first.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
  }
};

export const writePlans: UseCase<'em', void, void> = async ({ em }) => {
  for (const [position, { code, family, names, texts, monthly, entitlements }] of offers.entries()) {
    const plan = em.create(Plan, {
      ...{ code, family, position },
      nameFr: names[0],
      nameEn: names[1],
      textFr: texts[0],
      textEn: texts[1],
      isBase: code === 'STARTER',
    });
    for (const currency of ['EUR', 'XOF'] as const) {
      const price = { plan, currency, validFrom: beginning };
      em.create(PlanPrice, { ...price, interval: 'MONTH', amountCents: monthly[currency] });
      em.create(PlanPrice, { ...price, interval: 'YEAR', amountCents: monthly[currency] * monthsPaidOfAYear });
    }
    for (const [feature, value] of Object.entries(entitlements))
      em.create(PlanEntitlement, { plan, feature: feature as PlanFeature, value });
  }
};
