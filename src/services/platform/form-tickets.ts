import { DomainError } from '../kernel/errors.ts';
import { fingerprint, newSecret } from '../kernel/ids.ts';
import { safeEqual } from '../kernel/safe-equal.ts';
import type { AppContext, Tx } from './context.ts';
import type { DerivedSecrets } from './derived-secrets.ts';
import { writing } from './orm/values.ts';

/** A person takes longer to fill a form in; a program that posts at once does not wait. */
const leastMs = 3_000;
const mostMs = 2 * 3_600_000;
/** Used tickets are remembered until they would be too old by far. */
export const usedTicketMs = 2 * mostMs;

/** What a public form is sent with: good once, from `validFrom` to `expiresAt`. */
export interface FormTicket {
  readonly ticket: string;
  readonly validFrom: Date;
  readonly expiresAt: Date;
}

/** What a form says besides its own fields. */
export interface TicketedForm {
  readonly ticket: string;
  /** A field that people do not see: whoever fills it in is a program. */
  readonly trap?: string | null | undefined;
}

const signatureOf = (derived: DerivedSecrets, at: string, nonce: string): string =>
  derived.of('form-ticket', at, nonce);

/** Issues a ticket. Nothing is stored: it is signed, with the instant of its making. */
export function issueFormTicket({ derived, now }: Pick<AppContext, 'derived' | 'now'>): FormTicket {
  const at = now.getTime();
  const nonce = newSecret().slice(0, 22);
  return {
    ticket: `${at.toString(36)}.${nonce}.${signatureOf(derived, at.toString(36), nonce)}`,
    validFrom: new Date(at + leastMs),
    expiresAt: new Date(at + mostMs),
  };
}

/** Refuses with FORM_TICKET_INVALID a form without a ticket of ours, sent too soon or too late, or with its trap filled in. */
export function requireFormTicket(
  { derived, now }: Pick<AppContext, 'derived' | 'now'>,
  { ticket, trap }: TicketedForm,
): void {
  if (trap) throw invalid();
  const age = now.getTime() - issuedAt(derived, ticket);
  if (!(age >= leastMs && age <= mostMs)) throw invalid();
}

/** The instant at which a ticket of ours was issued, in milliseconds; NaN for any other. */
function issuedAt(derived: DerivedSecrets, ticket: string): number {
  const [at = '', nonce = '', signature = ''] = ticket.split('.', 4);
  return safeEqual(ticket, `${at}.${nonce}.${signature}`) && safeEqual(signature, signatureOf(derived, at, nonce))
    ? Number.parseInt(at, 36)
    : Number.NaN;
}

/** Uses a ticket up, in the transaction of its form: a form that is refused may be sent again with the same one. */
export async function useFormTicket({ em, now }: Tx<'em' | 'now'>, ticket: string): Promise<void> {
  const { db, dialect } = writing(em);
  const insert = db.insertInto('used_form_ticket').values({ ticket_hash: fingerprint(ticket), created_at: now });
  const { numInsertedOrUpdatedRows = 0n } = await (
    dialect === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.doNothing())
  ).executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw invalid();
}

const invalid = (): DomainError => new DomainError('FORM_TICKET_INVALID');
