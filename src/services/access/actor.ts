import { DomainError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import { may, type Permission } from './permissions.ts';
import type { UserRole } from '../kernel/roles.ts';

/** Who is asking: a person with a session, nobody known, or the house itself (jobs, schedules, commands). */
export interface Actor {
  readonly kind: 'PERSON' | 'ANONYMOUS' | 'SYSTEM';
  readonly userId: string | null;
  readonly role: UserRole | null;
  readonly sessionId: string | null;
  readonly locale: Locale;
  /** The address the request came from, as the server saw it; null for the house itself. */
  readonly address: string | null;
  readonly agent: string | null;
  /** When they last proved, in this session, all that they can prove: their second factor, or their password where they have none. */
  readonly provenAt?: Date | null;
}

export const system: Actor = {
  kind: 'SYSTEM', userId: null, role: null, sessionId: null, locale: 'fr', address: null, agent: null,
};

export const anonymous = (known: Pick<Actor, 'locale' | 'address' | 'agent'>): Actor => ({
  kind: 'ANONYMOUS', userId: null, role: null, sessionId: null, ...known,
});

/** The house may do everything; a person what the table says; nobody nothing. */
export const can = (actor: Actor, permission: Permission): boolean =>
  actor.kind === 'SYSTEM' || may(actor.role, permission);

/** Refuses a person who may not try this: `UNAUTHENTICATED` when unknown, `FORBIDDEN` otherwise. */
export function demand(actor: Actor, permission: Permission): void {
  if (can(actor, permission)) return;
  throw new DomainError(actor.kind === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}

/** A fresh proof opens sensitive deeds for so long. */
export const stepUpMs = 10 * 60_000;

/** Refuses a person whose proof is ten minutes old or older: `STEP_UP_REQUIRED`, and `stepUp` is what to do. The house itself needs none. */
export function demandFreshProof(actor: Actor, now: Date): void {
  if (actor.kind === 'SYSTEM') return;
  const provenAt = actor.provenAt?.getTime() ?? 0;
  if (now.getTime() - provenAt >= stepUpMs) throw new DomainError('STEP_UP_REQUIRED');
}

/** The person's id; refuses anyone who is not a person. */
export function personOf(actor: Actor): string {
  if (actor.userId === null) throw new DomainError('UNAUTHENTICATED');
  return actor.userId;
}
