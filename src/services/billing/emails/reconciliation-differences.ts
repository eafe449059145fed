import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the admins when a reconciliation found differences with a payment provider. */
export const reconciliationDifferences = defineMail({
  name: 'reconciliation-differences',
  variables: {
    firstName: variable.text,
    /** How many there were, how many reading again mended, and how many are left. */
    found: variable.text,
    mended: variable.text,
    open: variable.text,
    reportUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    found: '3',
    mended: '2',
    open: '1',
    reportUrl: 'https://www.example.org/admin/rapprochements/0197c000-0000-7000-8000-000000000001',
  },
});
