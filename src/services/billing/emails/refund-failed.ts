import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the admins when the money of a refund did not leave, or came back. */
export const refundFailed = defineMail({
  name: 'refund-failed',
  variables: {
    firstName: variable.text,
    amount: variable.amount,
    /** What had been paid for, in one line. */
    description: variable.text,
    /** As the provider's code. */
    reason: variable.text,
    refundUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    amount: { amount: 12_000, currency: 'EUR' },
    description: 'Relecture\u00a0: «\u00a0Le Fil des jours\u00a0»',
    reason: 'carte expirée ou annulée',
    refundUrl: 'https://www.example.org/admin/remboursements/0197c000-0000-7000-8000-000000000001',
  },
});
