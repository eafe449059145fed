import type { Currency } from '../../kernel/money.ts';

/** What is counted, by the column of a day that is kept. Defined in docs/figures.md. */
export const counted = {
  placed: 'placed',
  placedActive: 'placed_active',
  placedCompleted: 'placed_completed',
  placedUnassigned: 'placed_unassigned',
  placedToReview: 'placed_to_review',
  completed: 'completed',
  pages: 'pages',
  cancelled: 'cancelled',
  due: 'due',
  newUsers: 'new_users',
  pending: 'pending',
} as const;
export type CountName = keyof typeof counted;
export const countNames = Object.keys(counted) as CountName[];

/** Money of one currency, in minor units. */
export interface MoneyFigure {
  readonly currency: Currency;
  readonly received: number;
  /** Refunded, taken back by a bank, or never arrived after all. */
  readonly returned: number;
  /** Orders paid that are not cancelled, and their prices. */
  readonly baskets: number;
  readonly basketCents: number;
}
const amountNames = ['received', 'returned', 'baskets', 'basketCents'] as const;
export type AmountName = (typeof amountNames)[number];

/** What happened on some local days. */
export interface Figures {
  readonly counts: Readonly<Record<CountName, number>>;
  /** By currency, in its order; a currency in which nothing moved is absent. */
  readonly money: readonly MoneyFigure[];
}

/** Adds figures up, currency by currency. */
export class Sum {
  readonly #counts = Object.fromEntries(countNames.map((name) => [name, 0])) as Record<CountName, number>;
  readonly #money = new Map<Currency, Record<AmountName, number>>();

  count(name: CountName, n: number): void {
    this.#counts[name] += n;
  }

  amount(currency: Currency, name: AmountName, n: number): void {
    const nothing = () => ({ received: 0, returned: 0, baskets: 0, basketCents: 0 });
    this.#money.getOrInsertComputed(currency, nothing)[name] += n;
  }

  add({ counts, money }: Figures): void {
    for (const name of countNames) this.#counts[name] += counts[name];
    for (const { currency, ...amounts } of money)
      for (const name of amountNames) this.amount(currency, name, amounts[name]);
  }

  figures(): Figures {
    const money = [...this.#money].map(([currency, amounts]) => ({ currency, ...amounts }));
    return {
      counts: this.#counts,
      money: money.toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    };
  }
}

export function sumOf(parts: readonly Figures[]): Figures {
  const sum = new Sum();
  for (const part of parts) sum.add(part);
  return sum.figures();
}

export const hasAny = ({ counts, money }: Figures): boolean =>
  money.length > 0 || countNames.some((name) => counts[name] !== 0);
