// @lane sqlite: what a cancellation gives back reads no row.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderStatuses } from '../../../../src/entities/orders/order.entity.ts';
import { owedCents, refundedShare } from '../../../../src/services/orders/cancellation/cancellation.policy.ts';

const work = { status: 'IN_PROGRESS', suspendedFrom: null, progressPercent: 40, isDelivered: false } as const;

describe('the share that goes back', () => {
  test.each([
    ['before the work begins: all', { ...work, status: 'PAID' }, 100],
    ['in progress: what is not done', work, 60],
    ['suspended before the work began: all', { ...work, status: 'SUSPENDED', suspendedFrom: 'PAID' }, 100],
    ['suspended in progress: what is not done', { ...work, status: 'SUSPENDED', suspendedFrom: 'IN_PROGRESS' }, 60],
    ['delivered: nothing', { ...work, status: 'COMPLETED', isDelivered: true }, 0],
    ['while changes are made to what was delivered: nothing', { ...work, isDelivered: true }, 0],
    ['cancelled: nothing', { ...work, status: 'CANCELLED' }, 0],
  ] as const)('%s', (_name, order, share) => {
    expect(refundedShare(order)).toBe(share);
  });
});

const cents = fc.integer({ min: 0, max: 100_000_000 });

test('what goes back is never more than is left, and never less than the share of what was paid, rounded up', () => {
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 0, max: 100 }), (takenCents, gone, share) => {
      const leftCents = Math.max(0, takenCents - gone);
      const owed = owedCents(share, { takenCents, leftCents });
      const inAll = takenCents - leftCents + owed;
      expect(Number.isSafeInteger(owed)).toBe(true);
      expect(owed).toBeGreaterThanOrEqual(0);
      expect(owed).toBeLessThanOrEqual(leftCents);
      expect(inAll * 100).toBeGreaterThanOrEqual(takenCents * share);
      // Not a cent more than rounding asks for, unless more had gone back before.
      if (owed > 0) expect((inAll - 1) * 100).toBeLessThan(takenCents * share);
    }),
    { numRuns: 300 },
  );
});

test('what was paid and kept sums to the price, in every state and at every progress', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...orderStatuses),
      fc.constantFrom('PAID' as const, 'IN_PROGRESS' as const),
      fc.integer({ min: 0, max: 100 }),
      fc.boolean(),
      (status, suspendedFrom, progressPercent, isDelivered) => {
        const share = refundedShare({ status, suspendedFrom, progressPercent, isDelivered });
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(100);
        const further = refundedShare({
          ...{ status, suspendedFrom, isDelivered },
          progressPercent: Math.min(100, progressPercent + 1),
        });
        expect(further).toBeLessThanOrEqual(share);
      },
    ),
    { numRuns: 200 },
  );
});
