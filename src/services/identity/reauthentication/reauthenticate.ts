import type {
  AuthenticationMethod,
  ReauthenticationPurpose,
} from '../../../entities/identity/two-factor-challenge.entity.ts';
import type { PasskeyJson } from '../../adapters/passkeys/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, AppContext, UseCase } from '../../platform/context.ts';
import type { ChallengeNeeds } from '../second-factor/challenges.ts';
import { sessionChallenge } from '../second-factor/session-challenge.ts';
import { sessionBinding } from '../passkeys/passkey-options.ts';
import { checkPasskey } from '../passkeys/verify-passkey.ts';
import { verifyPassword } from './verify-password.ts';
import { myReauthenticationMethods } from '../queries/my-reauthentication-methods.ts';
import {
  requireRightAnswer,
  verificationSecretsOf,
  tryAnswer,
  type Answer,
  type VerificationSecrets,
  type Tried,
} from '../second-factor/check-answer.ts';
import { verifyIdentity, type OauthFlowEnd } from '../sso/verify-identity.ts';

/** What a signed-in person shows once more, by one of the methods that `methodsFor` allows them. */
export interface Reauthentication {
  /** `PASSWORD` unless said, where there is a password. */
  readonly method?: AuthenticationMethod | null | undefined;
  readonly password?: string | null | undefined;
  readonly code?: string | null | undefined;
  /** What the browser answered. */
  readonly passkey?: PasskeyJson | null | undefined;
  /** How an OAuth flow with their provider ended that was begun for this purpose. */
  readonly identity?: OauthFlowEnd | null | undefined;
}

/** A proof, and what it is for. It is good for nothing else. */
export interface PurposefulReauthentication extends Reauthentication {
  readonly purpose: ReauthenticationPurpose;
}

export type ReauthenticationNeeds =
  'run' | 'db' | 'passwords' | 'passkeys' | 'sso' | 'limits' | 'derived' | 'vault' | 'actor';

/**
 * Makes sure that the current user is the one who signed in, not somebody at their screen. `STEP_UP_REQUIRED` with
 * the `methods` that will do when they show none of them; `PASSWORD_INCORRECT`, counted as at sign-in, `CODE_INVALID`,
 * `PASSKEY_REFUSED` or `SSO_REFUSED` when what they show is wrong.
 */
export const reauthenticate: Operation<ReauthenticationNeeds, PurposefulReauthentication, void> = async (
  ctx,
  proof,
) => {
  await ctx.limits.take('two-factor/address', subscriberOf(ctx.actor.address));
  const methods = await myReauthenticationMethods(ctx, proof);
  const method = proof.method ?? (proof.password ? 'PASSWORD' : null);
  if (method === null || !methods.includes(method)) throw new DomainError('STEP_UP_REQUIRED', { methods });
  await methodHandlers[method](ctx, { ...proof, method });
};

type MethodHandler = (
  ctx: Pick<AppContext, ReauthenticationNeeds>,
  proof: PurposefulReauthentication & { readonly method: AuthenticationMethod },
) => Promise<unknown>;

/** With the challenge of this session and purpose. */
const answer: MethodHandler = async (ctx, { purpose, method, code, passkey }) => {
  const proven = passkey
    ? await checkPasskey(ctx, { response: passkey, bound: sessionBinding(ctx.actor, purpose) })
    : null;
  requireRightAnswer(
    await ctx.run(answerOwn, {
      purpose,
      answer: { method, code, passkey: proven },
      secrets: verificationSecretsOf(ctx),
    }),
  );
};

const answerOwn: UseCase<
  ChallengeNeeds | 'actor' | 'record',
  { purpose: ReauthenticationPurpose; answer: Answer; secrets: VerificationSecrets },
  Tried
> = async (tx, { purpose, ...shown }) => tryAnswer(tx, await sessionChallenge(tx, purpose), shown);

const methodHandlers: Readonly<Record<AuthenticationMethod, MethodHandler>> = {
  PASSKEY: answer,
  TOTP: answer,
  EMAIL_OTP: answer,
  SMS_OTP: answer,
  RECOVERY_CODE: answer,
  PASSWORD: (ctx, { password }) => verifyPassword(ctx, password ?? ''),
  IDENTITY: (ctx, { purpose, identity }) => verifyIdentity(ctx, { purpose, end: identity }),
};
