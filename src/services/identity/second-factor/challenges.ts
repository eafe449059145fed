import { LockMode } from '@mikro-orm/core';
import {
  TwoFactorChallenge,
  type ChallengePurpose,
  type AuthenticationMethod,
} from '../../../entities/identity/two-factor-challenge.entity.ts';
import type { TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint, newSecret } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { absentId } from '../account/decoy-recipient.ts';
import type { FirstFactorKind } from '../sessions/open-session.ts';
import { isSent, sendCode } from './sent-codes.ts';

/** A second factor is asked for. */
export interface IssuedChallenge {
  /** What the answer must carry. */
  readonly challengeToken: string;
  /** What this person may answer with, the safest first. */
  readonly methods: readonly AuthenticationMethod[];
  /** By which way a code was sent already; null when a passkey or an authenticator app comes first. */
  readonly codeSentBy: TwoFactorMethod | null;
  readonly expiresAt: Date;
}

export type ChallengeNeeds = 'em' | 'now' | 'config' | 'enqueue';

export const mostTries = 5;
const challengeMs = 15 * 60_000;
const mostAnHour = 10;
const hourMs = 3_600_000;

export interface Asking {
  readonly purpose: ChallengePurpose;
  /** How the first factor of a sign-in was proven. */
  readonly by?: FirstFactorKind;
  /** The session that needs the proof, for a purpose within one. */
  readonly sessionId?: string | null;
  /** What it may be answered with, the safest first. */
  readonly methods: readonly AuthenticationMethod[];
  /** Fingerprint of the token that the answer must carry, where no session carries it. */
  readonly tokenHash?: string;
}

/** Asks a person for their second factor; where the first choice is a code that we send, it is on its way. */
export async function issueChallenge(tx: Tx<ChallengeNeeds>, user: User, asking: Asking): Promise<IssuedChallenge> {
  const token = newSecret();
  const challenge = await makeChallenge(tx, user, { ...asking, tokenHash: fingerprint(token) });
  const [first] = asking.methods;
  const codeSentBy = isSent(first) ? first : null;
  if (codeSentBy !== null) await sendCode(tx, { user, challenge, method: codeSentBy });
  return { challengeToken: token, methods: asking.methods, codeSentBy, expiresAt: challenge.expiresAt };
}

/** Begins a challenge. `RATE_LIMITED` for the eleventh of a person in an hour: guesses are five times as many at most. */
export async function makeChallenge(
  { em, now }: Tx<'em' | 'now'>,
  user: User,
  { purpose, by, sessionId = null, tokenHash }: Asking,
): Promise<TwoFactorChallenge> {
  // Two at one instant must not both be the tenth.
  await em.lock(user, LockMode.PESSIMISTIC_WRITE);
  const recent = await em.find(
    TwoFactorChallenge,
    { user: user.id, createdAt: { $gt: new Date(now.getTime() - hourMs) } },
    { orderBy: { createdAt: 'asc' } },
  );
  const [oldest] = recent;
  if (oldest !== undefined && recent.length >= mostAnHour) {
    throw new DomainError('RATE_LIMITED', {
      retryAfter: Math.ceil((oldest.createdAt.getTime() + hourMs - now.getTime()) / 1000),
    });
  }
  return em.create(TwoFactorChallenge, {
    user,
    purpose,
    entrance: by ?? null,
    sessionId,
    tokenHash: tokenHash ?? null,
    sessionVersion: user.sessionVersion,
    expiresAt: new Date(now.getTime() + challengeMs),
  });
}

/** A challenge that may be answered now, and whose it is; locked until the transaction ends. */
export interface OpenChallenge {
  readonly challenge: TwoFactorChallenge;
  readonly user: User;
}

/** The challenge that is meant, by its token, its id or its session; `null` when it cannot be answered any more. */
export async function openChallenge(
  { em, now }: Tx<'em' | 'now'>,
  which: { tokenHash: string } | { id: string } | { sessionId: string; purpose: ChallengePurpose },
): Promise<OpenChallenge | null> {
  const [challenge] = await em.find(
    TwoFactorChallenge,
    { ...which, endedAt: null, expiresAt: { $gt: now } },
    { orderBy: { id: 'desc' }, limit: 1, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  // Read whatever was found: an unknown challenge costs what one that is void costs.
  const user = await em.findOne(User, { id: challenge?.user.id ?? absentId });
  const isOpen =
    challenge !== undefined && user?.status === 'ACTIVE' && user.sessionVersion === challenge.sessionVersion;
  return isOpen ? { challenge, user } : null;
}

/** Counts a try before it is judged; the fifth is the last. */
export function countTry({ now }: Tx<'now'>, challenge: TwoFactorChallenge): void {
  challenge.tries += 1;
  if (challenge.tries >= mostTries) challenge.endedAt = now;
}
