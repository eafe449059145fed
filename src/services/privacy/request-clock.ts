/** When a request must be answered: the same day of the next month, or its last day (GDPR, article 12, paragraph 3), read in the house's zone. */
export const dueAfter = (asked: Date, timeZone: string): Date =>
  new Date(Temporal.Instant.fromEpochMilliseconds(asked.getTime()).toZonedDateTimeISO(timeZone).add({ months: 1 }).epochMilliseconds);

/** How long before that day the admins are told. */
export const warningMs = 7 * 24 * 3_600_000;
