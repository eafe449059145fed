import type { DialectAdapter } from 'kysely';
import { DomainError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/context.ts';
import type { WantedSlot } from './wanted-slot.ts';

interface Waiting {
  readonly begin: () => void;
  readonly refuse: (refusal: DomainError) => void;
}

/** Who waits for whoever tries to get a time now, by the time; one set for each database. */
const tries = new WeakMap<DialectAdapter, Map<string, Waiting[]>>();

function triesOf(db: Db): Map<string, Waiting[]> {
  const { adapter } = db.getExecutor();
  const known = tries.get(adapter) ?? new Map<string, Waiting[]>();
  tries.set(adapter, known);
  return known;
}

const isRefused = (error: unknown): error is DomainError =>
  error instanceof DomainError && error.code === 'SLOT_UNAVAILABLE';

/**
 * Of those in this process who want one time at once, one tries after the other: the next looks whether it is still free when the one
 * before has it. Whoever waits while somebody is refused is refused by the same look, which began after they came. It spares work and
 * decides nothing: the time is taken by its key, from whichever process.
 */
export async function inTurn<T>(db: Db, { offering, startsAt }: WantedSlot, attempt: () => Promise<T>): Promise<T> {
  const all = triesOf(db);
  const time = [offering.id, startsAt.getTime(), ...offering.artisans.map(({ id }) => id)].join(' ');
  const others = all.get(time);
  if (others === undefined) all.set(time, []);
  else await new Promise<void>((begin, refuse) => void others.push({ begin, refuse }));
  const waiting = all.get(time) as Waiting[];
  const waitedBefore = waiting.length;
  try {
    return await attempt();
  } catch (error) {
    if (isRefused(error)) for (const { refuse } of waiting.splice(0, waitedBefore)) refuse(error);
    throw error;
  } finally {
    const next = waiting.shift();
    if (next === undefined) all.delete(time);
    else next.begin();
  }
}
