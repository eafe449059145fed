import { LockMode } from '@mikro-orm/core';
import { OauthFlow, type OauthPurpose, type ProvenClaims } from '../../../entities/identity/oauth-flow.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { safeEqual } from '../../kernel/safe-equal.ts';
import type { Tx } from '../../platform/context.ts';

/** What a browser shows to take the next step: what it was handed last, and what it has kept since the beginning. */
export interface ShownSecrets {
  readonly secret: string;
  readonly proof: string;
}

export interface OpenFlow {
  readonly flow: OauthFlow;
  readonly claims: ProvenClaims;
}

/**
 * A flow whose code this is, locked. `TOKEN_INVALID` for a code that is unknown, used or too old, and for one that is
 * shown by another browser than the one that began: nobody can be made to finish a stranger’s OAuth flow.
 */
export async function flowOfCode(
  { em, now }: Tx<'em' | 'now'>,
  { secret, proof }: ShownSecrets,
  purpose: OauthPurpose,
): Promise<OpenFlow> {
  const flow = await em.findOne(
    OauthFlow,
    { codeHash: fingerprint(secret), purpose, doneAt: null, expiresAt: { $gt: now } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return openFlowOf(flow, proof);
}

/** The same for the token of a mail. */
export async function flowOfToken({ em, now }: Tx<'em' | 'now'>, { secret, proof }: ShownSecrets): Promise<OpenFlow> {
  const flow = await em.findOne(
    OauthFlow,
    { tokenHash: fingerprint(secret), doneAt: null, expiresAt: { $gt: now } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return openFlowOf(flow, proof);
}

function openFlowOf(flow: OauthFlow | null, proof: string): OpenFlow {
  if (flow === null || flow.claims === null || !safeEqual(flow.proofHash, fingerprint(proof)))
    throw new DomainError('TOKEN_INVALID');
  return { flow, claims: flow.claims };
}

/** The address that the provider vouches for. `SSO_EMAIL_UNVERIFIED` when it does not: an address that anybody may have typed proves nothing. */
export function verifiedEmail({ email, isEmailVerified }: ProvenClaims): string {
  if (email === null || !isEmailVerified) throw new DomainError('SSO_EMAIL_UNVERIFIED');
  return email;
}

/** Kept out by an admin, or gone for good: nothing is opened, mailed or attached. */
export const isClosed = (user: User | null): boolean => user?.status === 'SUSPENDED' || user?.status === 'ERASED';

/** The OAuth flow is over: nothing of it can be used again, and what the provider said is forgotten. */
export const finishFlow = ({ now }: Tx<'now'>, flow: OauthFlow): void =>
  void Object.assign(flow, { doneAt: now, codeHash: null, tokenHash: null, claims: null, consents: null, email: null });
