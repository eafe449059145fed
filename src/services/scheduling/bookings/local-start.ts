import { wallOf } from '../availability/local-days.ts';

const minuteLength = 'YYYY-MM-DDTHH:MM'.length;

/** What a clock on the wall of a zone shows at an instant: `2026-12-24T18:30`. */
export const localStart = (at: Date, zone: string): string =>
  new Date(wallOf(zone, at.getTime())).toISOString().slice(0, minuteLength);
