import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the address of somebody whose account was erased, by themself or by an admin: the last mail they get, and their receipt. */
export const erasureReceiptMail = defineMail({
  name: 'erasure-receipt',
  variables: {
    receiptId: variable.text,
    erasedAt: variable.instant,
    /** Records and how many. */
    gone: variable.text,
    /** Records, why and until when; empty when nothing stays. */
    kept: variable.text,
    /** Why an admin did it; empty when the person did it themself. */
    reason: variable.text,
    rightsUrl: variable.webAddress,
  },
  sample: {
    receiptId: '01999999-9999-7999-8999-999999999999',
    erasedAt: '2026-11-20T10:00:00.000Z',
    gone: 'fichiers (12), messages (40), compte (1)',
    kept: 'factures (3)\u00a0: la loi impose de conserver les pièces comptables dix ans, jusqu’au 20\u00a0novembre\u00a02036',
    reason: 'le compte n’a pas servi',
    rightsUrl: 'https://www.example.org/pages/rgpd',
  },
});
