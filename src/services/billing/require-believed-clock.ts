import { DomainError } from '../kernel/errors.ts';
import type { AppContext, UseCase } from '../platform/context.ts';
import { examineClock } from './clock-guard.ts';

/**
 * Refuses with `CLOCK_IMPLAUSIBLE` before anything is numbered. That the clock is not believed is written down by itself: what refuses
 * would be taken back with its transaction.
 */
export async function requireBelievedClock({ run }: Pick<AppContext, 'run'>): Promise<void> {
  requireBelieved(await run(examine, undefined));
}

const examine: UseCase<'em' | 'now' | 'record', void, boolean> = async (tx) => (await examineClock(tx)) === null;

export function requireBelieved(isBelieved: boolean): void {
  if (!isBelieved) throw new DomainError('CLOCK_IMPLAUSIBLE');
}
