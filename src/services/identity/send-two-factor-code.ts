import { fingerprint } from '../kernel/ids.ts';
import { subscriberOf } from '../kernel/network.ts';
import type { Operation, UseCase } from '../platform/scope.ts';
import type { TwoFactorMethod } from '../../entities/identity/two-factor.entity.ts';
import { openChallenge, type ChallengeNeeds } from './challenges.ts';
import { mayMailAccount } from './mail-allowance.ts';
import { isSent, sendCode } from './sent-codes.ts';
import { confirmedFactors } from './two-factors.ts';

export interface CodeRequest {
  readonly challengeToken: string;
  readonly method: TwoFactorMethod;
}

/** The same for any challenge, real or not, and beyond the limit. */
export interface CodeReceipt {
  readonly method: TwoFactorMethod;
  readonly isCodeSent: boolean;
}

/**
 * Sends a fresh code during a sign-in, by mail or SMS: the first was lost, or the person prefers this way. Three an hour
 * and person, silent beyond; whoever asks learns nothing about the challenge.
 */
export const sendTwoFactorCode: Operation<'run' | 'limits' | 'actor' | 'db', CodeRequest, CodeReceipt> = async (house, { challengeToken, method }) => {
  await house.limits.take('account-mail/address', subscriberOf(house.actor.address));
  const tokenHash = fingerprint(challengeToken);
  const challenge = await house.db.selectFrom('two_factor_challenge').select('user_id').where('token_hash', '=', tokenHash).executeTakeFirst();
  const isAllowed = await mayMailAccount(house.limits, `two-factor ${challenge?.user_id ?? tokenHash}`);
  await house.run(sendAnother, { tokenHash, method, isAllowed });
  return { method, isCodeSent: true };
};

const sendAnother: UseCase<ChallengeNeeds, { tokenHash: string; method: TwoFactorMethod; isAllowed: boolean }, void> = async (scope, { tokenHash, method, isAllowed }) => {
  const open = await openChallenge(scope, { tokenHash });
  if (open === null || !isAllowed || !isSent(method)) return;
  const factors = await confirmedFactors(scope, open.user);
  if (factors.some((factor) => factor.method === method)) await sendCode(scope, { ...open, method });
};
