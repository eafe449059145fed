import { isHoliday, isHolidayRegion } from '../../kernel/holidays.ts';

/** Whether a local date is a public holiday of an artisan's region; without a region nothing is. */
export const holidaysOfRegion = (region: string | null): ((date: string) => boolean) =>
  region !== null && isHolidayRegion(region) ? (date) => isHoliday(date, region) : () => false;
