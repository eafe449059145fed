import type { ReauthenticationPurpose } from '../../../entities/identity/two-factor-challenge.entity.ts';
import type { TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import type { ChallengeNeeds } from '../second-factor/challenges.ts';
import { sessionChallenge } from '../second-factor/session-challenge.ts';
import { myReauthenticationMethods } from '../queries/my-reauthentication-methods.ts';
import type { CodeReceipt } from '../second-factor/send-two-factor-code.ts';
import { isSent, sendCode, type SentMethod } from '../second-factor/sent-codes.ts';

/** So many codes for one proof. */
const mostCodes = 3;

export interface ReauthenticationCodeRequest {
  readonly purpose: ReauthenticationPurpose;
  readonly method: TwoFactorMethod;
}

/** Sends a code by mail or SMS for the next proof of this session, for this purpose alone. `NOT_FOUND` when codes of this kind prove nothing of the person. */
export const sendReauthenticationCode: Operation<
  'run' | 'db' | 'actor' | 'sso',
  ReauthenticationCodeRequest,
  CodeReceipt
> = async (ctx, { purpose, method }) => {
  if (!isSent(method) || !(await myReauthenticationMethods(ctx, { purpose })).includes(method))
    throw new DomainError('NOT_FOUND');
  await ctx.run(sendForSession, { purpose, method });
  return { method, isCodeSent: true };
};

const sendForSession: UseCase<
  ChallengeNeeds | 'actor',
  { purpose: ReauthenticationPurpose; method: SentMethod },
  void
> = async (tx, { purpose, method }) => {
  const { user, challenge } = await sessionChallenge(tx, purpose);
  if (challenge.codeNumber >= mostCodes)
    throw new DomainError('RATE_LIMITED', {
      retryAfter: Math.ceil((challenge.expiresAt.getTime() - tx.now.getTime()) / 1000),
    });
  await sendCode(tx, { user, challenge, method });
};
