import { holidaysOf, isHolidayRegion } from '../../kernel/holidays.ts';

/** Whether a local date is a public holiday of an artisan's region; without a region nothing is. */
export function holidaysOfRegion(region: string | null): (date: string) => boolean {
  if (region === null || !isHolidayRegion(region)) return () => false;
  const years = new Map<string, ReadonlySet<string>>();
  return (date) => {
    const year = date.slice(0, 4);
    const known = years.get(year) ?? new Set(holidaysOf(Number(year), region));
    years.set(year, known);
    return known.has(date);
  };
}
