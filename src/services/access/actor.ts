import { DomainError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import { isGrantedIn, type Container } from './containers.ts';
import { isHeldBy, may, type Permission } from './permissions.ts';
import type { PermissionSet, UserRole } from '../kernel/roles.ts';

/** The caller: a person with a session, a program with an API token, nobody known, or the application itself (jobs, schedules, commands). */
export interface Actor {
  readonly kind: 'PERSON' | 'SERVICE' | 'ANONYMOUS' | 'SYSTEM';
  readonly userId: string | null;
  readonly role: UserRole | null;
  /** The person's session; for a program its API token. */
  readonly sessionId: string | null;
  /** What a person was granted beside their role; nothing unless said. */
  readonly sets?: readonly PermissionSet[];
  /** The program, and all that it may do: only for SERVICE. */
  readonly service?: { readonly accountId: string; readonly scopes: readonly Permission[] };
  readonly locale: Locale;
  /** The address the request came from, as the server saw it; null for the application itself. */
  readonly address: string | null;
  readonly agent: string | null;
  /** When they last proved, in this session, all that they can prove: their second factor, or their password where they have none. */
  readonly provenAt?: Date | null;
}

export const system: Actor = {
  kind: 'SYSTEM',
  userId: null,
  role: null,
  sessionId: null,
  locale: 'fr',
  address: null,
  agent: null,
};

export const anonymous = (known: Pick<Actor, 'locale' | 'address' | 'agent'>): Actor => ({
  kind: 'ANONYMOUS',
  userId: null,
  role: null,
  sessionId: null,
  ...known,
});

/** Where the permission is needed: anywhere in the application unless a container is given. */
export interface Within {
  readonly container?: Container;
}

/**
 * Whether the actor has the permission. The application has all of them; a person those of their role and their permission
 * sets; a program those of its kind, within its scopes; an anonymous caller none. In a container, the actor's role there
 * must bring the permission as well.
 */
export const can = (actor: Actor, permission: Permission, { container }: Within = {}): boolean =>
  mayTry(actor, permission) && (container === undefined || isGrantedIn(container, permission));

function mayTry({ kind, role, sets = [], service }: Actor, permission: Permission): boolean {
  if (kind === 'SYSTEM') return true;
  if (service !== undefined) return service.scopes.includes(permission) && isHeldBy(permission, 'SERVICE');
  return may(role, permission) || sets.some((set) => isHeldBy(permission, set));
}

/** Refuses an actor without the permission: `UNAUTHENTICATED` for an anonymous caller, `FORBIDDEN` for any other. */
export function requirePermission(actor: Actor, permission: Permission, within: Within = {}): void {
  if (can(actor, permission, within)) return;
  throw new DomainError(actor.kind === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}

/** A recent reauthentication opens sensitive actions for so long. */
export const stepUpMs = 10 * 60_000;

/** Refuses a person whose proof is ten minutes old or older: `STEP_UP_REQUIRED`, and `stepUp` is what to do. The application itself needs none. */
export function requireRecentReauthentication(actor: Actor, now: Date): void {
  if (actor.kind === 'SYSTEM') return;
  const provenAt = actor.provenAt?.getTime() ?? 0;
  if (now.getTime() - provenAt >= stepUpMs) throw new DomainError('STEP_UP_REQUIRED');
}

/** The person's id; refuses anyone who is not a person. */
export function personOf(actor: Actor): string {
  if (actor.userId === null) throw new DomainError('UNAUTHENTICATED');
  return actor.userId;
}

/** The id of the caller, person or program: what the audit log and the limits know them by; null for nobody and for the application. */
export const idOf = ({ userId, service }: Pick<Actor, 'userId' | 'service'>): string | null =>
  userId ?? service?.accountId ?? null;
