/** The one file that reads the wall clock. Use cases take `now` from their context; tests inject a clock. */

/** Returns the present instant. */
export interface Clock {
  now(): Date;
}

export const wallClock: Clock = { now: () => new Date() };

/** The moment a unit of work happens at, remembered per entity manager so that `createdAt` agrees with `scope.now`. */
const moments = new WeakMap<object, Date>();

export const fixMoment = (manager: object, now: Date): void => void moments.set(manager, now);

export const momentOf = (manager: object): Date => moments.get(manager) ?? wallClock.now();

/** The units of work of an installation that only demonstrates: what they create is marked, and counts for no revenue. */
const demonstrations = new WeakSet<object>();

export const markDemo = (manager: object): void => void demonstrations.add(manager);

export const isDemo = (manager: object): boolean => demonstrations.has(manager);
