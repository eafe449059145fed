import { fieldError } from '../kernel/errors.ts';
import type { BuyerKind } from '../kernel/vat.ts';

/** Between businesses no more is lawful (C. com. art. L441-10). */
export const longestTermDays = 60;

const plusDays = (localDate: string, days: number): string =>
  Temporal.PlainDate.from(localDate).add({ days }).toString();

export interface DueTerms {
  /** The local day of issue. */
  readonly issuedOn: string;
  /** As asked for; null: by the seller's terms. */
  readonly dueOn: string | null;
  readonly buyer: BuyerKind;
  readonly termDays: number;
}

/** When an invoice is to be paid. Refuses a day before its issue, and for a business one more than sixty days after it. */
export function dueDateOf({ issuedOn, dueOn, buyer, termDays }: DueTerms, path: string): string {
  if (dueOn === null) return plusDays(issuedOn, termDays);
  if (dueOn < issuedOn) throw fieldError(path, 'beforeIssue');
  if (buyer !== 'PERSON' && dueOn > plusDays(issuedOn, longestTermDays)) throw fieldError(path, 'moreThan60Days');
  return dueOn;
}
