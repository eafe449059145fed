import type { DemoFigures } from '../services/platform/demo.ts';

/** What an operator reads of a demo that was made; nothing where it stood already. */
export const demoLines = (figures: DemoFigures | null): string[] =>
  figures === null
    ? []
    : [
        `The demo is made: ${figures.people} people, ${figures.orders} orders over a year.`,
        `  Everybody signs in with the password ${figures.password}: the admin (ADMIN_EMAIL), cliente@example.org, correctrice@example.org …`,
      ];
