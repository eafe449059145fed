import { defineMail } from '../../notifications/index.ts';
import { owedSample, owedVariables } from './owed.ts';

/** An invoice that is to be paid, with its PDF and a link to pay it. */
export const invoiceDue = defineMail({
  name: 'invoice-due',
  variables: owedVariables,
  late: ['payUrl'],
  sample: owedSample,
});
