// @lane sqlite: arithmetic of prices and days; plans.test.ts has its statements on both
/** Whatever the day, the plans and the currency: what the preview says is what the documents say. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { smallestCardPayment } from '../../../../src/services/adapters/payments/stripe/smallest-payment.ts';
import { DAY } from '../../../support/clock.ts';
import { createPlansWorld, type PlansWorld } from './plans-world.ts';

let world: PlansWorld;
beforeAll(
  async () =>
    void (world = await createPlansWorld({
      environment: { SELLER_VAT_REGIME: 'STANDARD', SELLER_VAT_NUMBER: 'FR44732829320' },
    })),
);
afterAll(() => world.close());

const ladders = [
  { family: 'ARTISAN', plans: ['PRO', 'BUSINESS'] },
  { family: 'ARCHIVE', plans: ['ARCHIVE_S', 'ARCHIVE_M', 'ARCHIVE_L'] },
] as const;

const story = fc.record({
  ladder: fc.constantFrom(...ladders),
  interval: fc.constantFrom('MONTH' as const, 'YEAR' as const),
  currency: fc.constantFrom('EUR' as const, 'XOF' as const),
  /** Days from one event to the next. */
  pauses: fc.array(fc.integer({ min: 0, max: 29 }), { minLength: 2, maxLength: 2 }),
});

test('the preview of a change equals its documents to the cent, and no invoice is credited beyond what it said', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ ladder: { family, plans }, interval, currency, pauses }) => {
      const one = await world.subscriber(family);
      const [first, ...dearer] = plans;
      await one.choose(first, { interval, currency });
      await one.pay();
      for (const [i, plan] of dearer.entries()) {
        world.clock.advance((pauses[i] ?? 0) * DAY);
        await world.renew();
        if (!(await one.state()).endsWith(' ACTIVE')) break;
        const preview = await one.preview(plan);
        if (preview.effect === 'PERIOD_END') break;
        await one.change(plan);
        if (preview.toPay.amount < smallestCardPayment[currency]) {
          // Of a day or two a provider takes no payment: the change waits for another way to pay, and nothing was issued.
          await expect(one.pay()).rejects.toMatchObject({ code: 'AMOUNT_TOO_SMALL' });
          break;
        }
        await one.pay();
        const [credit, invoice] = (await one.documents()).slice(-2);
        expect(invoice).toMatchObject({
          kind: 'INVOICE',
          gross: preview.charge.amount,
          paid: [preview.toPay.amount, preview.credit.amount],
        });
        expect(credit).toMatchObject({ kind: 'CREDIT_NOTE', gross: preview.credit.amount });
        expect(preview.toPay.amount).toBe(preview.charge.amount - preview.credit.amount);
      }
      const documents = await one.documents();
      const sum = (kind: string): number =>
        documents.filter((each) => each.kind === kind).reduce((total, { gross }) => total + gross, 0);
      const payments = await world.db
        .selectFrom('payment')
        .select('amount_cents')
        .where('payer_id', '=', one.id)
        .where('status', '=', 'PAID')
        .execute();
      const open = await world.db
        .selectFrom('invoice')
        .select('number')
        .where('buyer_id', '=', one.id)
        .where('balance_cents', '<>', 0)
        .execute();
      expect(open).toEqual([]);
      // Every cent that came is invoiced once.
      expect(sum('INVOICE') - sum('CREDIT_NOTE')).toBe(
        payments.reduce((total, { amount_cents }) => total + Number(amount_cents), 0),
      );
    }),
    { numRuns: 25 },
  );
});
