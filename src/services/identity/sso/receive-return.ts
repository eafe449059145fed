import type { IdentityProvider } from '../../../entities/identity/identity.entity.ts';
import { OauthFlow, type OauthPurpose, type ProvenClaims } from '../../../entities/identity/oauth-flow.entity.ts';
import { SsoFailure, type ProvenPerson, type OAuthSecrets } from '../../adapters/sso/port.ts';
import { DomainError, type ErrorCode } from '../../kernel/errors.ts';
import { fingerprint, newSecret } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import { instantFrom, numberFrom, writing } from '../../platform/orm/values.ts';
import type { Operation, AppContext, UseCase } from '../../platform/context.ts';
import { isReauthentication, stepMs } from './begin-flow.ts';
import { namesOf } from './names.ts';
import { refusalOf, returnAddress } from './providers.ts';
import { flowSecrets } from './flow-secrets.ts';

/** What the browser brought back: the query of the address it was sent to, with its question mark. */
export interface OauthReturn {
  readonly provider: IdentityProvider;
  readonly query: string;
}

type Needed = 'run' | 'sso' | 'limits' | 'derived' | 'actor' | 'config' | 'now';

/** Returns the address of the front-end to send the browser to: with a code that is good once, or with why there is none. Never with a token. */
export const receiveOauthReturn: Operation<Needed, OauthReturn, string> = async (ctx, back) => {
  const [name, value] = await codeFor(ctx, back).then(
    (code) => ['code', code] as const,
    (error: unknown) => ['error', codeOf(error)] as const,
  );
  return `${ctx.config.frontUrl}/auth/callback?${new URLSearchParams({ [name]: value }).toString()}`;
};

function codeOf(error: unknown): ErrorCode {
  if (error instanceof DomainError) return error.code;
  throw error;
}

/** The state is used up before the provider is asked: a second return with it finds nothing, and asks nobody. */
async function codeFor(ctx: Pick<AppContext, Needed>, { provider, query }: OauthReturn): Promise<string> {
  await ctx.limits.take('sso/address', subscriberOf(ctx.actor.address));
  const state = new URLSearchParams(query).get('state') ?? '';
  const stateHash = fingerprint(state);
  const begun = await ctx.run(claimReturn, { provider, stateHash });
  if (begun === null) throw new DomainError('TOKEN_INVALID');
  const person = await readPerson(
    ctx,
    { provider, query },
    { ...flowSecrets(ctx.derived, state), signedInWithin: flowSeconds(ctx.now, begun) },
  );
  const code = newSecret();
  await ctx.run(keepReturn, { stateHash, codeHash: fingerprint(code), claims: claimsOf(person, ctx) });
  return code;
}

interface Begun {
  readonly purpose: OauthPurpose;
  readonly at: Date;
}

/** Somebody who reauthenticates signed in at the provider during this OAuth flow. */
const flowSeconds = (now: Date, { purpose, at }: Begun): number | undefined =>
  isReauthentication(purpose) ? Math.ceil((now.getTime() - at.getTime()) / 1000) : undefined;

async function readPerson(
  ctx: Pick<AppContext, 'run' | 'sso' | 'config'>,
  { provider, query }: OauthReturn,
  secrets: OAuthSecrets,
): Promise<ProvenPerson> {
  try {
    return await ctx.sso.readReturn(provider, `${returnAddress(ctx.config, provider)}${query}`, secrets);
  } catch (error) {
    if (error instanceof SsoFailure) await ctx.run(recordRefusal, { provider, reason: error.reason });
    throw refusalOf(error);
  }
}

const claimReturn: UseCase<'em' | 'now', { provider: IdentityProvider; stateHash: string }, Begun | null> = async (
  { em, now },
  { provider, stateHash },
) => {
  const result = await writing(em)
    .db.updateTable('oauth_flow')
    .set({ returned_at: now })
    .where('state_hash', '=', stateHash)
    .where('provider', '=', provider)
    .where('returned_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (numberFrom(result.numUpdatedRows) !== 1) return null;
  const row = await writing(em)
    .db.selectFrom('oauth_flow')
    .select(['purpose', 'created_at'])
    .where('state_hash', '=', stateHash)
    .executeTakeFirstOrThrow();
  return { purpose: row.purpose, at: instantFrom(row.created_at) };
};

const recordRefusal: UseCase<'record', { provider: IdentityProvider; reason: string }, void> = async (
  { record },
  { provider, reason },
) =>
  record({
    action: 'LOGIN_FAILED',
    targetType: 'auth',
    severity: 'MEDIUM',
    outcome: 'FAILURE',
    payload: { method: 'SSO', provider, reason },
  });

const keepReturn: UseCase<'em' | 'now', { stateHash: string; codeHash: string; claims: ProvenClaims }, void> = async (
  { em, now },
  { stateHash, codeHash, claims },
) => {
  const flow = await em.findOneOrFail(OauthFlow, { stateHash });
  Object.assign(flow, { codeHash, claims, expiresAt: new Date(now.getTime() + stepMs) });
};

const claimsOf = (
  person: ProvenPerson,
  { actor: { locale }, now }: Pick<AppContext, 'actor' | 'now'>,
): ProvenClaims => {
  const { issuer, subject, email, isEmailVerified, signedInAgo } = person;
  const signedInAt = signedInAgo === null ? null : new Date(now.getTime() - signedInAgo * 1000).toISOString();
  return { issuer, subject, email, isEmailVerified, locale, signedInAt, ...namesOf(person) };
};
