import { defineMail } from '../../notifications/index.ts';
import { owedSample, owedVariables } from './owed.ts';

/** A deposit that is to be paid, with the PDF of its invoice and a link to pay it. */
export const depositInvoice = defineMail({
  name: 'deposit-invoice',
  variables: owedVariables,
  late: ['payUrl'],
  sample: owedSample,
});
