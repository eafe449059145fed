import { z } from 'zod';
import { twoFactorMethods, type TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { openChallenge, type ChallengeNeeds } from './challenges.ts';
import { mayMailAccount } from '../account/mail-allowance.ts';
import { absentId } from '../account/decoy-recipient.ts';
import { isSent, sendCode, sendToDecoy } from './sent-codes.ts';
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

const payload = z.object({
  challengeId: z.uuid().nullable(),
  method: z.enum(twoFactorMethods),
  isAllowed: z.boolean().default(true),
});
type Sending = z.infer<typeof payload>;

/** Written for every request, `null` when there is no such challenge, so that all take the same time. */
export const sendTwoFactorCodeTask = defineTask('identity.send-two-factor-code', payload, { priority: 50 });

/**
 * Sends a fresh code during a sign-in, by mail or SMS: the first was lost, or the person prefers this way. Three an hour
 * and person, silent beyond; the caller learns nothing about the challenge, not even by the time it takes.
 */
export const sendTwoFactorCode: Operation<'run' | 'limits' | 'actor' | 'db', CodeRequest, CodeReceipt> = async (
  ctx,
  { challengeToken, method },
) => {
  await ctx.limits.take('account-mail/address', subscriberOf(ctx.actor.address));
  const tokenHash = fingerprint(challengeToken);
  const challenge = await ctx.db
    .selectFrom('two_factor_challenge')
    .select(['id', 'user_id'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  const isAllowed = await mayMailAccount(ctx.limits, `two-factor ${challenge?.user_id ?? tokenHash}`);
  await ctx.run(queueSending, { challengeId: challenge?.id ?? null, method, isAllowed });
  return { method, isCodeSent: true };
};

const queueSending: UseCase<'enqueue', Sending, void> = async ({ enqueue }, input) =>
  enqueue(sendTwoFactorCodeTask, input);

/** The job: a fresh code, if the challenge still waits for one of this kind; if not, the same work for nobody. */
export const sendCodeAgain: Operation<'run', PayloadOf<typeof sendTwoFactorCodeTask>, void> = async (
  { run },
  { challengeId, method, isAllowed },
) => {
  if (isAllowed) await run(sendAnother, { challengeId: challengeId ?? absentId, method });
};

const sendAnother: UseCase<ChallengeNeeds, { challengeId: string; method: TwoFactorMethod }, void> = async (
  tx,
  { challengeId, method },
) => {
  const open = await openChallenge(tx, { id: challengeId });
  if (!isSent(method)) return;
  const factors = await confirmedFactors(tx, open?.user ?? { id: absentId });
  if (open !== null && factors.some((factor) => factor.method === method)) await sendCode(tx, { ...open, method });
  else await sendToDecoy(tx, method);
};
