import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the payer of a push of mobile money that waits to be confirmed. */
export const mobileMoneyWaiting = defineMail({
  name: 'mobile-money-waiting',
  variables: {
    firstName: variable.text,
    amount: variable.amount,
    /** As people know it. */
    network: variable.text,
    phoneLast4: variable.text,
    /** What is paid for, in one line. */
    description: variable.text,
    paymentUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    amount: { amount: 10_000, currency: 'XOF' },
    network: 'MTN Mobile Money',
    phoneLast4: '0042',
    description: 'Relecture\u00a0: «\u00a0Le Fil des jours\u00a0»',
    paymentUrl: 'https://www.example.org/paiements/0197c000-0000-7000-8000-000000000001',
  },
});
