import { optionOf, type CommandTools, type OfflineCommand } from './command.ts';
import { wallClock } from '../services/kernel/clock.ts';
import { holidayRegions, holidaysOf, isHolidayRegion } from '../services/kernel/holidays.ts';

/** What an operator asks about the calendar. Part of the composition root. */
export const holidayCommands = ({ print }: Pick<CommandTools, 'print'>): Readonly<Record<string, OfflineCommand>> => ({
  holidays: {
    usage: 'holidays [--year YEAR] [--region REGION]',
    does: 'lists the public holidays of a year, this one unless given, in metropolitan France or another region',
    runOffline: async (args) => {
      const year = Number(optionOf(args, 'year') ?? wallClock.now().getUTCFullYear());
      const region = optionOf(args, 'region') ?? 'metropole';
      if (!Number.isInteger(year) || year < 1583 || year > 9999) {
        print('A year is written 2027, from 1583 to 9999.');
        return 2;
      }
      if (!isHolidayRegion(region)) {
        print(`The regions are ${holidayRegions.join(', ')}.`);
        return 2;
      }
      for (const date of holidaysOf(year, region)) print(date);
      return 0;
    },
  },
});
