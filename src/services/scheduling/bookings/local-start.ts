/** What a clock on the wall of a zone shows at an instant: `2026-12-24T18:30`. */
export const localStart = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
