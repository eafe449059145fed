import type { Actor } from '../access/actor.ts';

/** Payments and invoices are seen by the person they are about, by admins and by the house. */
export const seesEverything = (actor: Actor): boolean => actor.kind === 'SYSTEM' || actor.role === 'ADMIN';

export const maySee = (actor: Actor, personId: string): boolean => seesEverything(actor) || (actor.userId !== null && actor.userId === personId);
