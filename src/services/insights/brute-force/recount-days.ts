import type { Currency } from '../../kernel/money.ts';
import { Sum, type AmountName, type CountName, type Figures } from '../days/figures.ts';
import { isOpen, pagesOf, type Recount } from './recount.ts';
import type { BruteMovement, BruteOrder } from './rows.ts';

type Counting = readonly [name: CountName, at: Date | null, n: number];
type Amount = readonly [name: AmountName, day: string, currency: Currency, n: number];

/** What each local day adds to the figures, from single rows. */
export function recountDays(recount: Recount): Map<string, Figures> {
  const sums = new Map<string, Sum>();
  const on = (day: string): Sum => sums.getOrInsertComputed(day, () => new Sum());
  const countings: Counting[] = [
    ...recount.rows.orders.flatMap(countingsOf),
    ...recount.rows.users.map(({ createdAt }) => ['newUsers', createdAt, 1] as const),
    ...recount.messages.pending().map((at) => ['pending', at, 1] as const),
  ];
  for (const [name, at, n] of countings) if (at !== null) on(recount.dayOf(at)).count(name, n);
  const amounts = [
    ...recount.rows.orders.flatMap(basketOf(recount)),
    ...recount.rows.movements.flatMap(moved(recount)),
  ];
  for (const [name, day, currency, n] of amounts) on(day).amount(currency, name, n);
  return new Map([...sums].map(([day, sum]) => [day, sum.figures()]));
}

const basketOf =
  (recount: Recount) =>
  ({ paidAt, status, currency, final, total }: BruteOrder): Amount[] =>
    paidAt === null || status === 'CANCELLED'
      ? []
      : [
          ['baskets', recount.dayOf(paidAt), currency, 1],
          ['basketCents', recount.dayOf(paidAt), currency, final ?? total],
        ];

const moved =
  (recount: Recount) =>
  (movement: BruteMovement): Amount[] => {
    const day = movement.on ?? (movement.at === null ? null : recount.dayOf(movement.at));
    if (day === null || !recount.counts(movement)) return [];
    const { currency, cents } = movement;
    return [[cents > 0 ? 'received' : 'returned', day, currency, Math.abs(cents)]];
  };

function countingsOf(order: BruteOrder): Counting[] {
  const { status, proofreaderId, createdAt } = order;
  const placed = (name: CountName, is: boolean): Counting => [name, createdAt, is ? 1 : 0];
  return [
    placed('placed', true),
    placed('placedActive', isOpen(order)),
    placed('placedCompleted', status === 'COMPLETED'),
    placed('placedUnassigned', status === 'PAID' && proofreaderId === null),
    placed('placedToReview', status === 'AWAITING_REVIEW'),
    ['completed', order.completedAt, status === 'COMPLETED' ? 1 : 0],
    ['pages', order.completedAt, status === 'COMPLETED' ? pagesOf(order) : 0],
    ['cancelled', order.cancelledAt, status === 'CANCELLED' ? 1 : 0],
    ['due', order.dueAt, status === 'PAID' || status === 'IN_PROGRESS' ? 1 : 0],
  ];
}
