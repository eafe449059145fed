import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the admins when the revenue of a year reaches 80, 90 or 100 % of a limit. */
export const thresholdAlert = defineMail({
  name: 'threshold-alert',
  about: 'SYSTEM',
  variables: {
    firstName: variable.text,
    /** As people call it. */
    limitName: variable.text,
    percent: variable.text,
    year: variable.text,
    revenue: variable.amount,
    /** Of this year, prorated where it is. */
    limit: variable.amount,
    isReached: variable.flag,
    /** Electronic services to persons elsewhere in the Union: other words. */
    isOfUnion: variable.flag,
    source: variable.text,
    figuresUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    limitName: 'seuil de la franchise de TVA',
    percent: '90\u202f%',
    year: '2026',
    revenue: { amount: 3_375_000, currency: 'EUR' },
    limit: { amount: 3_750_000, currency: 'EUR' },
    isReached: false,
    isOfUnion: false,
    source: 'CGI, article 293 B',
    figuresUrl: 'https://www.example.org/admin/chiffres/seuils',
  },
});
