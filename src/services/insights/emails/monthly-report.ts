import { defineMail, variable } from '../../notifications/index.ts';

/** Sent on the first of the month to those who want the figures of the month before. */
export const monthlyReport = defineMail({
  name: 'monthly-report',
  wish: 'REPORTS',
  variables: {
    firstName: variable.text,
    /** The first day of the month that it is about. */
    month: variable.localDate,
    orders: variable.count,
    completed: variable.count,
    cancelled: variable.count,
    newUsers: variable.count,
    revenue: variable.list({ amount: variable.amount }),
    figuresUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    month: '2026-10-01',
    orders: 42,
    completed: 37,
    cancelled: 2,
    newUsers: 19,
    revenue: [{ amount: { amount: 1_245_000, currency: 'EUR' } }],
    figuresUrl: 'https://www.example.org/admin/chiffres',
  },
});
