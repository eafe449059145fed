import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { refundPayment } from '../../../../src/services/billing/index.ts';
import { requestRefund } from '../../../../src/services/billing/tasks/request-refund.ts';
import { paymentProviders } from '../../../../src/services/adapters/payments/port.ts';
import { User } from '../../../../src/entities/identity/user.entity.ts';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { makeActor } from '../../../support/make/actor.ts';
import { makeStoredFile } from '../../../support/make/stored-file.ts';
import { noLimits } from '../../../support/no-limits.ts';
import { DAY, HOUR } from '../../../support/clock.ts';
import { createPlansWorld, type PlansWorld, type Subscriber } from './plans-world.ts';

let world: PlansWorld;
let one: Subscriber;
const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });
/** 30 days, from 20 November to 20 December. */
beforeEach(async () => {
  world = await createPlansWorld();
  one = await world.subscriber();
  await one.choose('PRO');
  await one.pay();
});
afterEach(() => world.close());

const refund = async (paymentId: string, cents?: number): Promise<string> => {
  const context = {
    ...world.contextFor(makeActor(one.id, { role: 'ADMIN' })),
    payments: paymentProviders(world.payments),
    limits: noLimits,
  };
  const amount = cents === undefined ? undefined : { amount: cents, currency: 'EUR' as const };
  const { id } = await refundPayment(context, { paymentId, amount, reason: 'GOODWILL' });
  await requestRefund(context, { refundId: id });
  return id;
};

describe('to a dearer plan', () => {
  test('counts once its difference is paid: a credit note for the days left, an invoice for the same days', async () => {
    world.clock.advance(10 * DAY);
    const preview = await one.preview('BUSINESS');
    // 20 of 30 days: 12.67 of what was paid, 32.67 of the new price.
    expect(preview).toMatchObject({
      effect: 'NOW',
      on: '2026-11-30',
      credit: { amount: 1_267 },
      charge: { amount: 3_267 },
      toPay: { amount: 2_000 },
    });
    await one.change('BUSINESS');
    expect(await one.state()).toBe('PRO ACTIVE');
    await one.pay();
    expect(await one.state()).toBe('BUSINESS ACTIVE');
    expect(await one.plan()).toMatchObject({ paidUntil: '2026-12-20' });
    expect(await one.documents()).toMatchObject([
      { kind: 'INVOICE', gross: 1_900, paid: [1_900] },
      { kind: 'CREDIT_NOTE', gross: 1_267, paid: [1_267] },
      { kind: 'INVOICE', gross: 3_267, paid: [2_000, 1_267] },
    ]);
    expect(await one.periods()).toMatchObject([{ status: 'REPLACED' }, { status: 'PAID', startsOn: '2026-11-30' }]);
  });

  test('on the day it began, and again after that: everything is credited, nothing twice', async () => {
    const archive = await world.subscriber('ARCHIVE');
    await archive.choose('ARCHIVE_S');
    await archive.pay();
    await archive.change('ARCHIVE_M');
    await archive.pay();
    await archive.change('ARCHIVE_L');
    await archive.pay();
    expect(await archive.state()).toBe('ARCHIVE_L ACTIVE');
    expect((await archive.documents()).map(({ kind, gross, paid }) => [kind, gross, paid])).toEqual([
      ['INVOICE', 500, [500]],
      ['CREDIT_NOTE', 500, [500]],
      ['INVOICE', 1_500, [1_000, 500]],
      ['CREDIT_NOTE', 1_500, [1_500]],
      ['INVOICE', 4_500, [3_000, 1_500]],
    ]);
  });

  test('what was refunded is not credited again, and what was credited is not refunded', async () => {
    const [first] = await one.periods();
    await refund(first!.paymentId!, 1_000);
    await one.change('BUSINESS');
    expect(await one.periods()).toMatchObject([{}, { credit: { amount: 900 }, amount: { amount: 4_900 } }]);
    const paymentId = await one.pay();
    await refused(refund(first!.paymentId!), 'REFUND_TOO_LARGE');
    await refund(paymentId);
    expect((await one.documents()).map(({ kind, gross }) => [kind, gross])).toEqual([
      ['INVOICE', 1_900],
      ['CREDIT_NOTE', 1_000],
      ['CREDIT_NOTE', 900],
      ['INVOICE', 4_900],
      ['CREDIT_NOTE', 4_000],
    ]);
  });

  test('asked again takes the place of the one before; unpaid it is forgotten after 23 hours', async () => {
    await one.change('BUSINESS');
    const { sessionId, paymentId } = await one.page();
    world.clock.advance(20 * HOUR);
    await one.change('BUSINESS');
    await world.paySession(sessionId);
    expect(await one.state()).toBe('PRO ACTIVE');
    expect(await world.payment(paymentId)).toMatchObject({ refund_due_reason: 'NOT_PAYABLE' });
    world.clock.advance(23 * HOUR);
    await world.renew();
    await refused(one.page(), 'NOT_FOUND');
  });

  // 0.32 €, and 213 francs: mobile money takes those, a card does not.
  test.each(['EUR', 'XOF'] as const)(
    'a difference too small to be paid counts at the end of the period: %s',
    async (currency) => {
      world.clock.set('2026-12-19T09:00:00.000Z');
      const archive = await world.subscriber('ARCHIVE');
      await archive.choose('ARCHIVE_S', { currency });
      await archive.pay();
      world.clock.set('2027-01-17T09:00:00.000Z');
      expect(await archive.preview('ARCHIVE_M')).toMatchObject({ effect: 'NOW' });
      world.clock.set('2027-01-18T09:00:00.000Z');
      const nothing = { amount: 0, currency };
      expect(await archive.preview('ARCHIVE_M')).toMatchObject({
        ...{ effect: 'PERIOD_END', on: '2027-01-19', toPay: nothing, charge: nothing, credit: nothing },
      });
    },
  );

  test('twenty changes at once are one', async () => {
    await Promise.allSettled(Array.from({ length: 20 }, () => one.change('BUSINESS')));
    expect((await one.periods()).filter(({ status }) => status === 'DUE')).toHaveLength(1);
    await one.pay();
    expect(await one.documents()).toHaveLength(3);
  });
});

describe('to a cheaper plan', () => {
  test('counts at the end of the period, and can be taken back until then', async () => {
    await one.change('STARTER');
    expect(await one.state()).toBe('PRO ACTIVE');
    await one.change('PRO');
    expect(await one.plan()).toMatchObject({ nextPlanId: null });
    await refused(one.change('PRO'), 'PLAN_ALREADY_CHOSEN');
    await one.change('STARTER');
    world.clock.set('2026-12-19T23:01:00.000Z');
    await world.renew();
    expect(await one.state()).toBe('STARTER ACTIVE');
    expect(await one.plan()).toMatchObject({ paidUntil: null, nextPlanId: null });
    expect(await one.documents()).toHaveLength(1);
  });

  test('or to another interval: the next period is sold as that', async () => {
    await one.change('PRO', { interval: 'YEAR' });
    world.clock.set('2026-12-14T09:00:00.000Z');
    await world.renew();
    expect((await one.periods()).at(-1)).toMatchObject({ endsOn: '2027-12-20', amount: { amount: 19_000 } });
    await one.change('STARTER');
    expect((await one.periods()).filter(({ status }) => status === 'DUE')).toEqual([]);
  });

  test('is refused while more is stored than it holds', async () => {
    await world.run(storeBytes, { ownerId: one.id, bytes: 6 * 2 ** 30 });
    const refusal = { feature: 'STORAGE', used: 6 * 2 ** 30, allowed: 5 * 2 ** 30 };
    await expect(one.change('STARTER')).rejects.toMatchObject({ code: 'PLAN_OVER_QUOTA', details: refusal });
    expect(await one.plan()).toMatchObject({ nextPlanId: null });
  });
});

const storeBytes = async (
  { em }: Tx<'em'>,
  { ownerId, bytes }: { readonly ownerId: string; readonly bytes: number },
): Promise<void> => void makeStoredFile(em, { owner: em.getReference(User, ownerId), sizeBytes: bytes });

describe('cancelling', () => {
  test('ends it with the period, and until then it is resumed', async () => {
    await one.cancel();
    await refused(one.change('BUSINESS'), 'ACTION_NOT_ALLOWED');
    await one.resume();
    await refused(one.resume(), 'ACTION_NOT_ALLOWED');
    await one.cancel();
    world.clock.set('2026-12-19T22:59:00.000Z');
    await world.renew();
    expect(await one.state()).toBe('PRO ACTIVE');
    world.clock.set('2026-12-19T23:01:00.000Z');
    await world.renew();
    expect(await one.state()).toBe('-');
  });

  test('what is not paid ends at once', async () => {
    const other = await world.subscriber();
    await other.choose('STARTER');
    await other.cancel();
    expect(await other.state()).toBe('-');
    await refused(other.cancel(), 'NOT_FOUND');
  });
});
