import { defineMail } from '../../notifications/index.ts';
import { owedSample, owedVariables } from './owed.ts';

/** The payment of an invoice did not go through: with a link to pay it again. */
export const invoicePaymentFailed = defineMail({
  name: 'invoice-payment-failed',
  variables: owedVariables,
  late: ['payUrl'],
  sample: owedSample,
});
