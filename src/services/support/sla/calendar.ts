import type { CalendarException } from '../../../entities/support/support-settings.entity.ts';
import { usualWeek, type BusinessHours, type BusinessWindow, type DayHours } from '../../kernel/business-time.ts';
import { isHoliday, type HolidayRegion } from '../../kernel/holidays.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';

/** The hours of the business from a local date on. */
export interface CalendarVersion {
  readonly validFrom: string;
  readonly zone: string;
  readonly region: HolidayRegion | null;
  readonly week: readonly (readonly BusinessWindow[])[];
  readonly exceptions: readonly CalendarException[];
}

/** Before everything that admins said: Monday to Friday with a break at noon, public holidays closed. */
const usualVersion = (zone: string): CalendarVersion => ({
  ...{ validFrom: '0001-01-01', zone, region: 'metropole', week: usualWeek, exceptions: [] },
});

/** Every version, the latest first; the usual hours are the last. */
export async function calendarVersions(db: Db, zone: string): Promise<CalendarVersion[]> {
  const rows = await db
    .selectFrom('business_calendar')
    .select(['valid_from as validFrom', 'zone', 'region', 'week', 'exceptions'])
    .orderBy('valid_from', 'desc')
    .execute();
  const said = rows.map(({ week, exceptions, ...row }) => ({
    ...row,
    week: jsonFrom<CalendarVersion['week']>(week),
    exceptions: jsonFrom<CalendarVersion['exceptions']>(exceptions),
  }));
  return [...said, usualVersion(zone)];
}

/** All versions as one: each local date has the windows of the version that holds then. */
export function hoursOf(versions: readonly CalendarVersion[]): BusinessHours {
  const { zone, week } = versions[0] as CalendarVersion;
  const on = (localDate: string): DayHours => {
    const version = versions.find(({ validFrom }) => validFrom <= localDate) as CalendarVersion;
    return { zone: version.zone, windows: windowsOn(version, localDate) };
  };
  return { zone, week, isClosed: (localDate) => on(localDate).windows.length === 0, on };
}

function windowsOn({ region, week, exceptions }: CalendarVersion, localDate: string): readonly BusinessWindow[] {
  const exception = exceptions.find(({ date }) => date === localDate);
  if (exception !== undefined) return exception.windows;
  const windows = week[Temporal.PlainDate.from(localDate).dayOfWeek - 1] ?? [];
  return region !== null && windows.length > 0 && isHoliday(localDate, region) ? [] : windows;
}

/** The hours of the business now, as far as they are known. */
export const businessHours = async (db: Db, zone: string): Promise<BusinessHours> =>
  hoursOf(await calendarVersions(db, zone));
