import type { ConflictStatus } from '../../entities/calendars/calendar-conflict.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type ConflictVerb = 'resolve' | 'vanish' | 'return';

/** The artisan resolves a conflict, or its cause goes by itself, and may come back. */
export const conflictStates: StateTable<ConflictStatus, ConflictVerb> = {
  OPEN: { resolve: 'RESOLVED', vanish: 'GONE' },
  RESOLVED: {},
  GONE: { return: 'OPEN' },
};
