import type { ProofPurpose } from '../../../entities/identity/two-factor-challenge.entity.ts';
import type { TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import type { ChallengeNeeds } from '../second-factor/challenges.ts';
import { ownChallenge } from '../second-factor/session-challenge.ts';
import { myProofMethods } from '../queries/my-reauthentication-methods.ts';
import type { CodeReceipt } from '../second-factor/send-two-factor-code.ts';
import { isSent, sendCode, type SentMethod } from '../second-factor/sent-codes.ts';

/** So many codes for one proof. */
const mostCodes = 3;

export interface ProofCodeRequest {
  readonly purpose: ProofPurpose;
  readonly method: TwoFactorMethod;
}

/** Sends a code by mail or SMS for the next proof of this session, for this purpose alone. `NOT_FOUND` when codes of this kind prove nothing of the person. */
export const sendProofCode: Operation<'run' | 'db' | 'actor' | 'sso', ProofCodeRequest, CodeReceipt> = async (
  ctx,
  { purpose, method },
) => {
  if (!isSent(method) || !(await myProofMethods(ctx, { purpose })).includes(method)) throw new DomainError('NOT_FOUND');
  await ctx.run(sendOwn, { purpose, method });
  return { method, isCodeSent: true };
};

const sendOwn: UseCase<ChallengeNeeds | 'actor', { purpose: ProofPurpose; method: SentMethod }, void> = async (
  tx,
  { purpose, method },
) => {
  const { user, challenge } = await ownChallenge(tx, purpose);
  if (challenge.codeNumber >= mostCodes)
    throw new DomainError('RATE_LIMITED', {
      retryAfter: Math.ceil((challenge.expiresAt.getTime() - tx.now.getTime()) / 1000),
    });
  await sendCode(tx, { user, challenge, method });
};
