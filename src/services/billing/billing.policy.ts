import { can, type Actor } from '../access/actor.ts';

/** Payments and invoices are seen by the person they are about, and by those who may read any. */
export const maySeePayment = (actor: Actor, personId: string): boolean =>
  can(actor, 'payment:read-any') || isAbout(actor, personId);

export const maySeeInvoice = (actor: Actor, personId: string): boolean =>
  can(actor, 'invoice:read-any') || isAbout(actor, personId);

const isAbout = ({ userId }: Actor, personId: string): boolean => userId !== null && userId === personId;
