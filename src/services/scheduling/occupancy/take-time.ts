import type { ConfirmationContext } from '../../billing/index.ts';
import { endStaleHolds } from '../bookings/end-stale-holds.ts';
import { occupy, paddedInterval, type TimeToTake } from './occupy.ts';

/** What takes a time may have to end what kept it before. */
export type TakingTime = Omit<ConfirmationContext, 'config'>;

/** Takes a time as `occupy` does. One that is only kept by what has ended meanwhile is freed first: the sweep may not have been here. */
export async function takeTime(tx: TakingTime, time: TimeToTake): Promise<boolean> {
  if (await occupy(tx, time)) return true;
  const isFreed = await endStaleHolds(tx, { artisanId: time.artisanId, ...paddedInterval(time) });
  return isFreed && occupy(tx, time);
}
