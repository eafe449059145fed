/** When a request must be answered: the same day of the next month, or its last day (GDPR, article 12, paragraph 3), read in the application’s time zone. */
export const dueAfter = (asked: Date, timeZone: string): Date => monthsAfter(asked, timeZone, 1);

/** The same once it is extended: three months in all. */
export const extendedFrom = (asked: Date, timeZone: string): Date => monthsAfter(asked, timeZone, 3);

const monthsAfter = (instant: Date, timeZone: string, months: number): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).add({ months })
      .epochMilliseconds,
  );

/** How long before that day the admins are notified. */
export const warningMs = 7 * 24 * 3_600_000;
