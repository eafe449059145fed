import type { ProofMethod, ProofPurpose } from '../../../entities/identity/two-factor-challenge.entity.ts';
import type { PasskeyJson } from '../../adapters/passkeys/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, AppContext, UseCase } from '../../platform/context.ts';
import type { ChallengeNeeds } from '../second-factor/challenges.ts';
import { ownChallenge } from '../second-factor/session-challenge.ts';
import { bindingWithin } from '../passkeys/passkey-options.ts';
import { tryPasskey } from '../passkeys/verify-passkey.ts';
import { provePassword } from './verify-password.ts';
import { myProofMethods } from '../queries/my-reauthentication-methods.ts';
import {
  demandRight,
  proofSecretsOf,
  tryAnswer,
  type Answer,
  type ProofSecrets,
  type Tried,
} from '../second-factor/check-answer.ts';
import { proveIdentity, type TripEnd } from '../sso/verify-identity.ts';

/** What a signed-in person shows once more, by one of the methods that `methodsFor` allows them. */
export interface Proof {
  /** `PASSWORD` unless said, where there is a password. */
  readonly method?: ProofMethod | null | undefined;
  readonly password?: string | null | undefined;
  readonly code?: string | null | undefined;
  /** What the browser answered. */
  readonly passkey?: PasskeyJson | null | undefined;
  /** How a trip to their provider ended that was begun for this purpose. */
  readonly identity?: TripEnd | null | undefined;
}

/** A proof, and what it is for. It is good for nothing else. */
export interface PurposefulProof extends Proof {
  readonly purpose: ProofPurpose;
}

export type Proving = 'run' | 'db' | 'passwords' | 'passkeys' | 'sso' | 'limits' | 'derived' | 'vault' | 'actor';

/**
 * Makes sure that the person who asks is the one who signed in, not somebody at their screen. `STEP_UP_REQUIRED` with
 * the `methods` that will do when they show none of them; `PASSWORD_INCORRECT`, counted as at sign-in, `CODE_INVALID`,
 * `PASSKEY_REFUSED` or `SSO_REFUSED` when what they show does not hold.
 */
export const proveMyself: Operation<Proving, PurposefulProof, void> = async (ctx, proof) => {
  await ctx.limits.take('two-factor/address', subscriberOf(ctx.actor.address));
  const methods = await myProofMethods(ctx, proof);
  const method = proof.method ?? (proof.password ? 'PASSWORD' : null);
  if (method === null || !methods.includes(method)) throw new DomainError('STEP_UP_REQUIRED', { methods });
  await ways[method](ctx, { ...proof, method });
};

type Way = (
  ctx: Pick<AppContext, Proving>,
  proof: PurposefulProof & { readonly method: ProofMethod },
) => Promise<unknown>;

/** With the challenge of this session and purpose. */
const answer: Way = async (ctx, { purpose, method, code, passkey }) => {
  const proven = passkey
    ? await tryPasskey(ctx, { response: passkey, bound: bindingWithin(ctx.actor, purpose) })
    : null;
  demandRight(
    await ctx.run(answerOwn, { purpose, answer: { method, code, passkey: proven }, secrets: proofSecretsOf(ctx) }),
  );
};

const answerOwn: UseCase<
  ChallengeNeeds | 'actor' | 'record',
  { purpose: ProofPurpose; answer: Answer; secrets: ProofSecrets },
  Tried
> = async (tx, { purpose, ...shown }) => tryAnswer(tx, await ownChallenge(tx, purpose), shown);

const ways: Readonly<Record<ProofMethod, Way>> = {
  PASSKEY: answer,
  TOTP: answer,
  EMAIL_OTP: answer,
  SMS_OTP: answer,
  RECOVERY_CODE: answer,
  PASSWORD: (ctx, { password }) => provePassword(ctx, password ?? ''),
  IDENTITY: (ctx, { purpose, identity }) => proveIdentity(ctx, { purpose, end: identity }),
};
