import { money, roundTogether, type Money } from '../../kernel/money.ts';

/** So many percent of an amount, half a cent away from zero. */
export const depositOf = ({ amount, currency }: Money, percent: number): Money =>
  money(roundTogether([BigInt(amount) * BigInt(percent)], 100n)[0] ?? 0, currency);
