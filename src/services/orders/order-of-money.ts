import { invoicesById } from '../billing/index.ts';
import type { ReadContext } from '../platform/context.ts';
import { orderSubjectType } from './order-subject.ts';

interface PaidFor {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** The order that a payment is for: its subject, or that of the invoice which it pays. Null for money of something else. */
export async function orderPaidBy(ctx: ReadContext, { subjectType, subjectId }: PaidFor): Promise<string | null> {
  if (subjectType === orderSubjectType) return subjectId;
  // An invoice that was issued before it was paid is a subject of its own.
  const invoice = subjectType === 'INVOICE' ? (await invoicesById(ctx, [subjectId])).get(subjectId) : undefined;
  return invoice?.subjectType === orderSubjectType ? invoice.subjectId : null;
}
