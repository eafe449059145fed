import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to an address without an account whose owner requests the data about it: a link, never the data. */
export const customerDataProof = defineMail({
  name: 'customer-data-proof',
  variables: {
    proofId: variable.text,
    expiresInMinutes: variable.count,
    dataUrl: variable.webAddress,
  },
  late: ['dataUrl'],
  inDoubt: 'renew',
  sample: {
    proofId: '01999999-9999-7999-8999-999999999999',
    expiresInMinutes: 30,
    dataUrl: 'https://www.example.org/mes-donnees?token=Zm9v',
  },
});
