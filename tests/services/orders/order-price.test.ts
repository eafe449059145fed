import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { add, money } from '../../../src/services/kernel/money.ts';
import { orderPrice } from '../../../src/services/orders/order-price.ts';

const cents = fc.integer({ min: 1, max: 1_000_000 });
const pages = fc.integer({ min: 1, max: 10_000 });

test('a pack costs its price, however many pages were declared', () => {
  fc.assert(
    fc.property(cents, fc.option(pages), (price, count) => {
      expect(orderPrice('PACK', money(price), count)).toEqual(money(price));
    }),
  );
});

test('pages are paid one by one: two works cost what they cost together', () => {
  fc.assert(
    fc.property(cents, pages, pages, (price, some, others) => {
      const priceOf = (count: number) => orderPrice('PAGE', money(price), count);
      expect(add(priceOf(some), priceOf(others))).toEqual(priceOf(some + others));
    }),
  );
});

test('250 pages of the standard correction cost 500 €', () => {
  expect(orderPrice('PAGE', money(200), 250)).toEqual(money(50_000));
});
