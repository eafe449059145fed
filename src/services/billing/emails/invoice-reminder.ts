import { defineMail, variable } from '../../notifications/index.ts';
import { owedSample, owedVariables } from './owed.ts';

/** A reminder of an overdue invoice, in the words of its step, with the PDF and a link to pay. */
export const invoiceReminder = defineMail({
  name: 'invoice-reminder',
  variables: {
    ...owedVariables,
    /** Of the step. */
    title: variable.text,
    text: variable.text,
    /** Businesses owe the recovery fee. */
    isBusiness: variable.flag,
  },
  late: ['payUrl'],
  sample: {
    ...owedSample,
    title: 'Deuxième rappel',
    text: 'Malgré un premier rappel, cette facture reste impayée.',
    isBusiness: true,
  },
});
