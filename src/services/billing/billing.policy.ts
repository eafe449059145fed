import { can, type Actor } from '../access/actor.ts';

/**
 * Payments and invoices are seen by the user they are about, and by those who may read any: only they see those of a person
 * without an account.
 */
export const maySeePayment = (actor: Actor, personId: string | null): boolean =>
  can(actor, 'payment:read-any') || isAbout(actor, personId);

export const maySeeInvoice = (actor: Actor, personId: string | null): boolean =>
  can(actor, 'invoice:read-any') || isAbout(actor, personId);

const isAbout = ({ userId }: Actor, personId: string | null): boolean => userId !== null && userId === personId;
