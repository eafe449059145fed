import type { Command, CommandTools } from './command.ts';
import { verifyBookings } from '../services/scheduling/index.ts';

/** What is taken matches the bookings, or it does not. */
export const bookingCodes = { clean: 0, faulty: 18 } as const;

/** For whoever keeps the agenda right. */
export const bookingCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'bookings:verify': {
    usage: 'bookings:verify',
    does: 'compares the times that are taken with the bookings and holds, row by row; exits 0 when all of them match, 18 otherwise',
    run: (config) =>
      within(config, async (app) => {
        const faults = await verifyBookings(contextFor(app).db);
        for (const { kind, id } of faults) print(`${kind} ${id}`);
        print(faults.length === 0 ? 'All times match the bookings.' : `${faults.length} faults.`);
        return faults.length === 0 ? bookingCodes.clean : bookingCodes.faulty;
      }),
  },
});
