import { BusinessCalendar, type CalendarException } from '../../../entities/support/support-settings.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { windowsFault, type BusinessWindow } from '../../kernel/business-time.ts';
import { fieldError, refuseFields, type FieldError } from '../../kernel/errors.ts';
import type { HolidayRegion } from '../../kernel/holidays.ts';
import { timeZoneNamed } from '../../kernel/time-zone.ts';
import type { Tx } from '../../platform/context.ts';
import { recountTicketsTask } from './recount-tickets.ts';

export interface SetBusinessCalendar {
  /** A local date: from then on, until the next version. */
  readonly validFrom: string;
  readonly zone: string;
  readonly region?: HolidayRegion | null | undefined;
  /** Monday first. */
  readonly week: readonly (readonly BusinessWindow[])[];
  readonly exceptions?: readonly CalendarException[] | null | undefined;
}

/** The hours of the business from a day on; those of the same day are replaced. Errors: INPUT_INVALID. */
export async function setBusinessCalendar(
  tx: Tx<'em' | 'actor' | 'record' | 'enqueue'>,
  { validFrom, zone, region = null, week, exceptions }: SetBusinessCalendar,
): Promise<BusinessCalendar> {
  requirePermission(tx.actor, 'ticket:configure');
  const named = timeZoneNamed(zone);
  if (named === undefined) throw fieldError('input.zone', 'zone');
  const special = exceptions ?? [];
  requireWindows(week, special);
  const facts = { validFrom, zone: named, region, week, exceptions: special };
  const known = await tx.em.findOne(BusinessCalendar, { validFrom });
  const calendar = known ?? tx.em.create(BusinessCalendar, facts);
  Object.assign(calendar, facts);
  await tx.em.flush();
  tx.record({ action: 'BUSINESS_CALENDAR_CHANGED', targetId: calendar.id, payload: { validFrom } });
  tx.enqueue(recountTicketsTask, {});
  return calendar;
}

function requireWindows(week: SetBusinessCalendar['week'], exceptions: readonly CalendarException[]): void {
  if (week.length !== 7) throw fieldError('input.week', 'seven-days');
  const dates = exceptions.map(({ date }) => date);
  const faults = [
    ...week.flatMap((windows, day) => faultOf(windows, `input.week.${day}`)),
    ...exceptions.flatMap(({ windows }, at) => faultOf(windows, `input.exceptions.${at}`)),
    ...dates.flatMap((date, at) =>
      dates.indexOf(date) === at ? [] : [{ path: `input.exceptions.${at}`, rules: ['once'] }],
    ),
  ];
  if (faults.length > 0) throw refuseFields(faults);
}

function faultOf(windows: readonly BusinessWindow[], path: string): FieldError[] {
  const fault = windowsFault(windows);
  return fault === undefined ? [] : [{ path, rules: [`windows-${fault.toLowerCase()}`] }];
}
