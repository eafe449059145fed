/** What can happen to an issued invoice, as its timeline names it. */
export const timelineKinds = ['ISSUED', 'SENT', 'OPENED', 'REMINDED', 'PAID', 'REFUNDED', 'LOST', 'CREDITED'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** What a line of a customer's statement is. */
export const statementKinds = [
  'INVOICE',
  'DEPOSIT',
  'CREDIT_NOTE',
  'PAYMENT',
  'REFUND',
  'DISPUTE',
  'REVERSAL',
] as const;
export type StatementKind = (typeof statementKinds)[number];
