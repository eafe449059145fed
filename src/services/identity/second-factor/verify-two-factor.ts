import type { AuthenticationMethod } from '../../../entities/identity/two-factor-challenge.entity.ts';
import type { PasskeyJson } from '../../adapters/passkeys/port.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { openChallenge } from './challenges.ts';
import { openSession, type FirstFactorKind } from '../sessions/open-session.ts';
import { challengeBinding } from '../passkeys/passkey-options.ts';
import { checkPasskey } from '../passkeys/verify-passkey.ts';
import {
  requireRightAnswer,
  verificationSecretsOf,
  tryAnswer,
  type Answer,
  type VerificationSecrets,
  type Tried,
} from './check-answer.ts';
import { answer, type OpenedSession, type SessionAnswer } from '../sessions/session-answer.ts';
import { trustDevice } from './trusted-devices.ts';

export interface TwoFactorAnswer {
  readonly challengeToken: string;
  readonly method: AuthenticationMethod;
  readonly code?: string | null | undefined;
  /** What the browser answered, for a passkey. */
  readonly passkey?: PasskeyJson | null | undefined;
  /** Trust this device from now on, so that it is not asked again for 30 days? */
  readonly trustDevice: boolean;
}

type Needed = 'run' | 'limits' | 'actor' | 'vault' | 'derived' | 'sso' | 'passkeys' | 'db' | 'accessTokens' | 'now';

/**
 * Ends a sign-in with the second factor. Five tries a challenge: `CODE_INVALID`, or `PASSKEY_REFUSED`, with `triesLeft`;
 * `TOKEN_INVALID` when the challenge is used, lost, or over.
 */
export const verifyTwoFactor: Operation<Needed, TwoFactorAnswer, SessionAnswer> = async (
  ctx,
  { challengeToken, trustDevice: isTrusted, passkey, ...shown },
) => {
  await ctx.limits.take('two-factor/address', subscriberOf(ctx.actor.address));
  const bound = passkey ? await challengeBinding(ctx, challengeToken) : null;
  const answered = {
    ...shown,
    passkey: passkey && bound ? await checkPasskey(ctx, { response: passkey, bound }) : null,
  };
  const tried = await ctx.run(answerLogin, {
    tokenHash: fingerprint(challengeToken),
    answer: answered,
    secrets: verificationSecretsOf(ctx),
    isTrusted,
  });
  const { entry } = requireRightAnswer(tried);
  // A right proof always opens a session.
  const { opened, trustedDeviceToken } = entry as Entry;
  return { ...answer(ctx, opened.session, opened.refresh), trustedDeviceToken };
};

interface Answering {
  readonly tokenHash: string;
  readonly answer: Answer;
  readonly secrets: VerificationSecrets;
  readonly isTrusted: boolean;
}

interface Entry {
  readonly opened: OpenedSession;
  readonly trustedDeviceToken: string | null;
}

/** Never throws for a wrong code: that it was tried must be committed. */
const answerLogin: UseCase<
  'em' | 'actor' | 'now' | 'config' | 'record',
  Answering,
  (Tried & { entry: Entry | null }) | null
> = async (tx, { tokenHash, isTrusted, ...shown }) => {
  const open = await openChallenge(tx, { tokenHash });
  if (open?.challenge.purpose !== 'LOGIN') return null;
  const tried = await tryAnswer(tx, open, shown);
  if (!tried.isRight) return { ...tried, entry: null };
  const { user, challenge } = open;
  const opened = openSession(tx, user, {
    by: (challenge.entrance ?? 'PASSWORD') as FirstFactorKind,
    secondFactor: shown.answer.method,
    provenAt: tx.now,
  });
  return { ...tried, entry: { opened, trustedDeviceToken: isTrusted ? trustDevice(tx, user) : null } };
};
