import { LockMode } from '@mikro-orm/core';
import {
  answerMethods,
  type AnswerMethod,
  type AuthenticationMethod,
} from '../../../entities/identity/two-factor-challenge.entity.ts';
import { TwoFactor, type TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import type { IdentityProvider } from '../../../entities/identity/identity.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import type { KeyRing } from '../../vault/index.ts';
import { countTry, mostTries, type OpenChallenge } from './challenges.ts';
import { useCounter, type VerifiedPasskey } from '../passkeys/verify-passkey.ts';
import { authenticatorsOf } from '../reauthentication/authenticators.ts';
import { methodsFor } from '../reauthentication/reauthentication.policy.ts';
import { consumeRecoveryCode } from './recovery-codes.ts';
import { consumeCode } from './sent-codes.ts';
import { consumeTotp } from './totp-seeds.ts';

/** What somebody answers a challenge with. */
export interface Answer {
  readonly method: AuthenticationMethod;
  /** For every method but a passkey. */
  readonly code?: string | null | undefined;
  /** A passkey’s signature, verified against its challenge before the transaction; null when it is wrong. */
  readonly passkey?: VerifiedPasskey | null;
}

/** What answers are checked against, besides the database. */
export interface VerificationSecrets {
  readonly ring: KeyRing;
  readonly derived: DerivedSecrets;
  /** The providers that people may sign in with here. */
  readonly offered: readonly IdentityProvider[];
}

export const verificationSecretsOf = ({
  vault,
  derived,
  sso,
}: Pick<AppContext, 'vault' | 'derived' | 'sso'>): VerificationSecrets => ({
  ring: vault.ring(),
  derived,
  offered: sso.providers,
});

interface Shown {
  readonly answer: Answer;
  readonly secrets: VerificationSecrets;
}

/** What became of a try. `null` is for the challenge that nobody can answer any more. */
export interface Tried {
  readonly method: AuthenticationMethod;
  readonly isRight: boolean;
  readonly triesLeft: number;
}

/**
 * One try at a challenge: counted, judged, recorded in the audit log. A wrong one must be committed: never throw for it
 * in the same transaction. A right one ends the challenge.
 */
export async function tryAnswer(tx: Tx<'em' | 'now' | 'record'>, open: OpenChallenge, shown: Shown): Promise<Tried> {
  const { challenge, user } = open;
  const { method } = shown.answer;
  countTry(tx, challenge);
  const isRight = await isAnswer(tx, open, shown);
  const about = {
    targetType: 'auth',
    targetId: user.id,
    payload: { purpose: challenge.purpose, method, tries: challenge.tries },
  } as const;
  if (isRight) {
    challenge.endedAt = tx.now;
    tx.record({ action: method === 'RECOVERY_CODE' ? 'RECOVERY_CODE_USED' : 'TWO_FACTOR_SUCCESS', ...about });
  } else {
    tx.record({
      action: 'TWO_FACTOR_FAILED',
      severity: challenge.tries >= mostTries ? 'HIGH' : 'MEDIUM',
      outcome: 'FAILURE',
      ...about,
    });
  }
  return { method, isRight, triesLeft: Math.max(0, mostTries - challenge.tries) };
}

type CheckNeeds = Tx<'em' | 'now' | 'record'>;
type Checker = (tx: CheckNeeds, open: OpenChallenge, shown: Shown) => boolean | Promise<boolean>;

const codeIn = ({ code }: Answer): string => (code ?? '').replace(/\s/g, '');

const sentCode: Checker = ({ now }, { challenge }, { answer, secrets: { derived } }) =>
  consumeCode({ now, derived }, challenge, { method: answer.method, code: codeIn(answer) });

const appCode: Checker = async (tx, { user }, { answer, secrets }) => {
  const factor = await tx.em.findOneOrFail(
    TwoFactor,
    { user: user.id, method: 'TOTP' },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return consumeTotp(tx, factor, { code: codeIn(answer), role: user.role, ring: secrets.ring });
};

/** How each answer is judged: the whole list of what a challenge can be answered with. */
const checkers: Readonly<Record<AnswerMethod, Checker>> = {
  PASSKEY: (tx, { user }, { answer: { passkey } }) => passkey?.userId === user.id && useCounter(tx, passkey),
  TOTP: appCode,
  EMAIL_OTP: sentCode,
  SMS_OTP: sentCode,
  RECOVERY_CODE: (tx, { user }, { answer: { code } }) => consumeRecoveryCode(tx, user, code ?? ''),
};

const answers = (method: AuthenticationMethod): method is AnswerMethod =>
  (answerMethods as readonly AuthenticationMethod[]).includes(method);

async function isAnswer(tx: CheckNeeds, open: OpenChallenge, shown: Shown): Promise<boolean> {
  const { method } = shown.answer;
  return (
    answers(method) &&
    (await allowedMethods(tx, open, shown.secrets.offered)).includes(method) &&
    checkers[method](tx, open, shown)
  );
}

/** A factor that is being set up proves nothing else, and one in force is not set up again. */
async function allowedMethods(
  { em }: CheckNeeds,
  { challenge: { purpose }, user }: OpenChallenge,
  offered: readonly IdentityProvider[],
): Promise<readonly AuthenticationMethod[]> {
  if (purpose !== 'SETUP')
    return methodsFor(purpose, await authenticatorsOf(writing(em).db, { userId: user.id, offered }));
  return (await em.find(TwoFactor, { user: user.id, confirmedAt: null })).map(({ method }): TwoFactorMethod => method);
}

/**
 * What a try is answered with, once its transaction has returned. `TOKEN_INVALID` for a dead challenge; `CODE_INVALID`,
 * or `PASSKEY_REFUSED`, for a wrong answer.
 */
export function requireRightAnswer<T extends Tried>(tried: T | null): T {
  if (tried === null) throw new DomainError('TOKEN_INVALID');
  const { method, triesLeft } = tried;
  if (!tried.isRight) throw new DomainError(method === 'PASSKEY' ? 'PASSKEY_REFUSED' : 'CODE_INVALID', { triesLeft });
  return tried;
}
