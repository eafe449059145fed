import { DomainError } from '../kernel/errors.ts';
import { fingerprint, newSecret } from '../kernel/ids.ts';
import { bitsUnderLoad, isProofOfWork } from '../kernel/proof-of-work.ts';
import { safeEqual } from '../kernel/safe-equal.ts';
import type { AppContext, Db, Tx } from './context.ts';
import type { DerivedSecrets } from './derived-secrets.ts';
import { writing } from './orm/values.ts';

/** A person takes longer to fill a form in; a program that posts at once does not wait. */
const leastMs = 3_000;
const mostMs = 2 * 3_600_000;
/** Used tickets are remembered until they would be too old by far. */
export const usedTicketMs = 2 * mostMs;
/** The forms of so long say how busy it is, and so many of them are usual. */
const loadMs = 10 * 60_000;
const usualForms = 30;
/** More than this raises the work no further: it is as far as is counted. */
const mostCounted = 4_096;

/** What a public form is sent with: good once, from `validFrom` to `expiresAt`, with a proof of work for the ticket. */
export interface FormTicket {
  readonly ticket: string;
  /** SHA-256 of `<ticket>.<proof>` begins with so many zero bits. */
  readonly proofBits: number;
  readonly validFrom: Date;
  readonly expiresAt: Date;
}

/** What a form says besides its own fields. */
export interface TicketedForm {
  readonly ticket: string;
  readonly proof?: string | null | undefined;
  /** A field that people do not see: whoever fills it in is a program. */
  readonly trap?: string | null | undefined;
}

type Issuing = Pick<AppContext, 'derived' | 'now'>;

const signatureOf = (derived: DerivedSecrets, ...signed: readonly string[]): string =>
  derived.of('form-ticket', ...signed);

/** Issues a ticket. Nothing is stored: it is signed, with the instant of its making and the work that it asks for. */
export function issueFormTicket({ derived, now }: Issuing, proofBits: number): FormTicket {
  const at = now.getTime();
  const signed = [at.toString(36), newSecret().slice(0, 22), String(proofBits)];
  return {
    ticket: [...signed, signatureOf(derived, ...signed)].join('.'),
    proofBits,
    validFrom: new Date(at + leastMs),
    expiresAt: new Date(at + mostMs),
  };
}

/** A ticket that asks for as much work as the forms of the last minutes make it: whoever sends many makes each dearer. */
export async function formTicket(ctx: Issuing & Pick<AppContext, 'db' | 'config'>): Promise<FormTicket> {
  const { FORM_PROOF_BITS: bits } = ctx.config;
  const forms = bits === 0 ? 0 : await formsSince(ctx.db, new Date(ctx.now.getTime() - loadMs));
  return issueFormTicket(ctx, bitsUnderLoad({ bits, forms, usual: usualForms }));
}

async function formsSince(db: Db, since: Date): Promise<number> {
  const recent = db
    .selectFrom('used_form_ticket')
    .select('created_at')
    .where('created_at', '>=', since)
    .limit(mostCounted)
    .as('recent');
  const { n } = await db
    .selectFrom(recent)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/**
 * Refuses a public form: FORM_TICKET_INVALID without a ticket of ours, sent too soon or too late, or with its trap filled in;
 * PROOF_OF_WORK_REQUIRED without the work that its ticket asks for. Called once, before anything that costs.
 */
export function requireFormTicket({ derived, now }: Issuing, { ticket, proof, trap }: TicketedForm): void {
  if (trap) throw invalid();
  const { issuedAt, proofBits } = read(derived, ticket);
  const age = now.getTime() - issuedAt;
  if (!(age >= leastMs && age <= mostMs)) throw invalid();
  if (proofBits > 0 && !isProofOfWork(ticket, { proof: proof ?? '', bits: proofBits }))
    throw new DomainError('PROOF_OF_WORK_REQUIRED', {
      fields: [{ path: 'input.proof', rules: ['proofOfWork'] }],
      proofBits,
    });
}

interface ReadTicket {
  /** In milliseconds; NaN for a ticket that is none of ours. */
  readonly issuedAt: number;
  readonly proofBits: number;
}

function read(derived: DerivedSecrets, ticket: string): ReadTicket {
  const [at = '', nonce = '', bits = '', signature = ''] = ticket.split('.', 5);
  const isOurs =
    safeEqual(ticket, `${at}.${nonce}.${bits}.${signature}`) &&
    safeEqual(signature, signatureOf(derived, at, nonce, bits));
  return isOurs
    ? { issuedAt: Number.parseInt(at, 36), proofBits: Number(bits) }
    : { issuedAt: Number.NaN, proofBits: 0 };
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
