/**
 * A time zone of the IANA database, written as it is there; undefined for any other name. Distances from UTC such as `+02:00` are
 * none: they know no summer.
 */
export function timeZoneNamed(name: string): string | undefined {
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** Is this the name of such a zone? */
export const isTimeZone = (name: string): boolean => timeZoneNamed(name) !== undefined;
