import { LockMode } from '@mikro-orm/core';
import { TwoFactor, type TwoFactorMethod } from '../../entities/identity/two-factor.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import type { DerivedSecrets } from '../platform/derived-secrets.ts';
import type { Needs, Surroundings } from '../platform/scope.ts';
import type { KeyRing } from '../vault/index.ts';
import { countTry, mostTries, type OpenChallenge } from './challenges.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { takeCode } from './sent-codes.ts';
import { takeTotp } from './totp-seeds.ts';

/** What a second factor is proven by. */
export type ProofMethod = TwoFactorMethod | 'RECOVERY_CODE';

export interface Proof {
  readonly method: ProofMethod;
  readonly code: string;
}

/** What codes are held against, besides the database. */
export interface ProofSecrets {
  readonly ring: KeyRing;
  readonly derived: DerivedSecrets;
}

export const proofSecretsOf = ({ vault, derived }: Pick<Surroundings, 'vault' | 'derived'>): ProofSecrets => ({ ring: vault.ring(), derived });

/** What became of a try. `null` is for the challenge that nobody can answer any more. */
export interface Tried {
  readonly isRight: boolean;
  readonly triesLeft: number;
}

/**
 * One try at a challenge: counted, judged, written into the journal. A wrong one must be committed: never throw for it
 * in the same transaction. A right one ends the challenge.
 */
export async function tryProof(scope: Needs<'em' | 'now' | 'record'>, open: OpenChallenge, shown: { proof: Proof; secrets: ProofSecrets }): Promise<Tried> {
  const { challenge, user } = open;
  countTry(scope, challenge);
  const isRight = await isProof(scope, open, shown);
  const about = { targetType: 'auth', targetId: user.id, payload: { purpose: challenge.purpose, method: shown.proof.method, tries: challenge.tries } } as const;
  if (isRight) {
    challenge.endedAt = scope.now;
    scope.record({ action: shown.proof.method === 'RECOVERY_CODE' ? 'RECOVERY_CODE_USED' : 'TWO_FACTOR_SUCCESS', severity: shown.proof.method === 'RECOVERY_CODE' ? 'HIGH' : 'LOW', ...about });
  } else {
    scope.record({ action: 'TWO_FACTOR_FAILED', severity: challenge.tries >= mostTries ? 'HIGH' : 'MEDIUM', outcome: 'FAILURE', ...about });
  }
  return { isRight, triesLeft: Math.max(0, mostTries - challenge.tries) };
}

async function isProof(scope: Needs<'em' | 'now'>, { challenge, user }: OpenChallenge, { proof, secrets }: { proof: Proof; secrets: ProofSecrets }): Promise<boolean> {
  const isSetup = challenge.purpose === 'SETUP';
  if (proof.method === 'RECOVERY_CODE') return !isSetup && takeRecoveryCode(scope, user, proof.code);
  const factor = await scope.em.findOne(TwoFactor, { user: user.id, method: proof.method }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  // A factor that is being set up proves nothing else, and one in force is not set up again.
  if (factor === null || (factor.confirmedAt === null) !== isSetup) return false;
  const code = proof.code.replace(/\s/g, '');
  return proof.method === 'TOTP'
    ? takeTotp(scope, factor, { code, role: user.role, ring: secrets.ring })
    : takeCode({ now: scope.now, derived: secrets.derived }, challenge, { method: proof.method, code });
}

/** What a try is answered with, once its transaction has returned. `TOKEN_INVALID` for a dead challenge, `CODE_INVALID` for a wrong code. */
export function demandRight<T extends Tried>(tried: T | null): T {
  if (tried === null) throw new DomainError('TOKEN_INVALID');
  if (!tried.isRight) throw new DomainError('CODE_INVALID', { triesLeft: tried.triesLeft });
  return tried;
}
