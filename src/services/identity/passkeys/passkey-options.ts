import type { ReauthenticationPurpose } from '../../../entities/identity/two-factor-challenge.entity.ts';
import type { PasskeyJson } from '../../adapters/passkeys/port.ts';
import { personOf, type Actor } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, AppContext } from '../../platform/context.ts';
import type { PasskeyBinding } from './store-challenge.ts';
import { passkeysOf } from './passkey-view.ts';
import { passkeyAssertionOptions } from './verify-passkey.ts';

/** A passkey of the current user, in their session. */
export const sessionBinding = (actor: Actor, purpose: ReauthenticationPurpose): PasskeyBinding => ({
  purpose,
  userId: personOf(actor),
  askedBy: actor.sessionId,
});

/** A passkey of the person whom a sign-in’s challenge was given to, for this challenge; null for one that is over. */
export async function challengeBinding(
  { db, now }: Pick<AppContext, 'db' | 'now'>,
  challengeToken: string,
): Promise<PasskeyBinding | null> {
  const challenge = await db
    .selectFrom('two_factor_challenge')
    .select(['id', 'user_id'])
    .where('token_hash', '=', fingerprint(challengeToken))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return challenge === undefined
    ? null
    : { purpose: 'SECOND_FACTOR', userId: challenge.user_id, askedBy: challenge.id };
}

type Needed = 'run' | 'passkeys' | 'db' | 'limits' | 'actor';

async function ask(ctx: Pick<AppContext, Needed>, bound: PasskeyBinding): Promise<PasskeyJson> {
  if ((await passkeysOf(ctx.db, bound.userId ?? '')).length === 0) throw new DomainError('NOT_FOUND');
  return passkeyAssertionOptions(ctx, bound);
}

/** What a browser is asked, to answer a sign-in’s challenge with a passkey. `TOKEN_INVALID` for one that is over; `NOT_FOUND` for a person without passkeys. */
export const twoFactorPasskeyOptions: Operation<
  Needed | 'now',
  { readonly challengeToken: string },
  PasskeyJson
> = async (ctx, { challengeToken }) => {
  await ctx.limits.take('passkey/address', subscriberOf(ctx.actor.address));
  const bound = await challengeBinding(ctx, challengeToken);
  if (bound === null) throw new DomainError('TOKEN_INVALID');
  return ask(ctx, bound);
};

/** What a browser is asked, for the current user to reauthenticate with a passkey. `NOT_FOUND` when they have none. */
export const reauthenticationPasskeyOptions: Operation<
  Needed,
  { readonly purpose: ReauthenticationPurpose },
  PasskeyJson
> = async (ctx, { purpose }) => {
  await ctx.limits.take('passkey/address', subscriberOf(ctx.actor.address));
  return ask(ctx, sessionBinding(ctx.actor, purpose));
};
