import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import {
  BreakRule,
  Closure,
  OpeningException,
  OpeningRule,
  weekdays,
  type DayWindow,
} from '../../../entities/scheduling/opening.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { dateOf, dayOf, edgeOf, localDayOf } from '../availability/local-days.ts';
import { appliesOn } from '../availability/opening.ts';

/** Rules that come back are looked at for so many days: every change of a clock is among them. */
const lookedAtDays = 371;
const wholeDay: DayWindow = { startMinute: 0, endMinute: 1_440 };

/**
 * How many of an artisan's rules, breaks, exceptions and closures by dates mean, at a date to come, other instants in their zone than
 * in the one of before. Closures by instants stay where they are.
 */
export async function countMovedRules(
  { em, now }: Tx<'em' | 'now'>,
  artisan: Pick<Artisan, 'id' | 'timeZone'>,
  before: string,
): Promise<number> {
  const today = localDayOf(artisan.timeZone, now.getTime());
  const days = Array.from({ length: lookedAtDays }, (_, i) => today + i);
  const isMoved = (day: number, { startMinute, endMinute }: DayWindow): boolean =>
    [startMinute, endMinute].some((minute) => edgeOf(before, day, minute) !== edgeOf(artisan.timeZone, day, minute));
  const of = { artisan: artisan.id };
  const weekly = [...(await em.find(OpeningRule, of)), ...(await em.find(BreakRule, of))].filter((rule) => {
    const asked = { ...rule, weekday: weekdays.indexOf(rule.weekday) };
    return days.some((day) => appliesOn(asked, day, dateOf(day)) && isMoved(day, rule));
  });
  const exceptions = (await em.find(OpeningException, { ...of, localDate: { $gte: dateOf(today) } })).filter(
    ({ localDate, windows }) => windows.some((window) => isMoved(dayOf(localDate), window)),
  );
  const closures = (await em.find(Closure, of)).filter(
    ({ fromOn, untilOn, isYearly }) =>
      fromOn !== null &&
      untilOn !== null &&
      (isYearly || dayOf(untilOn) >= today) &&
      [dayOf(fromOn), dayOf(untilOn)].some((day) => isMoved(day, wholeDay)),
  );
  return weekly.length + exceptions.length + closures.length;
}
