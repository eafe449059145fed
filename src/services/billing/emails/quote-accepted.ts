import { defineMail, variable } from '../../notifications/index.ts';

/** The receipt of an acceptance, sent to the buyer with the PDF that they accepted. */
export const quoteAcceptedMail = defineMail({
  name: 'quote-accepted',
  variables: {
    firstName: variable.text,
    quoteNumber: variable.text,
    /** As typed or signed. */
    acceptedBy: variable.text,
    /** When, as people read it: to the minute on line, the day on paper. */
    acceptedAt: variable.text,
    /** Tax included. */
    total: variable.amount,
    /** SHA-256 of the PDF. */
    pdfSha256: variable.text,
    termsVersion: variable.count,
    /** The question about the start of the work, and whether it was answered with yes; empty and no where it was not asked. */
    withdrawalWording: variable.text,
    startsBefore: variable.flag,
    quoteId: variable.text,
    quoteUrl: variable.webAddress,
  },
  late: ['quoteUrl'],
  sample: {
    firstName: 'Camille',
    quoteNumber: 'DEVIS-2026-000012',
    acceptedBy: 'Camille Roux',
    acceptedAt: '1 décembre 2026 à 10:30',
    total: { amount: 145_000, currency: 'EUR' },
    pdfSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    termsVersion: 3,
    withdrawalWording: 'Je demande que l’exécution commence avant la fin du délai de rétractation de quatorze jours.',
    startsBefore: true,
    quoteId: '01999999-9999-7999-8999-999999999998',
    quoteUrl: 'https://www.example.org/devis/lien?token=Zm9v',
  },
});
