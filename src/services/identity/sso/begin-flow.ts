import type { IdentityProvider } from '../../../entities/identity/identity.entity.ts';
import { OauthFlow, type OauthPurpose } from '../../../entities/identity/oauth-flow.entity.ts';
import { requirePermission, personOf } from '../../access/actor.ts';
import type { Permission } from '../../access/permissions.ts';
import { fingerprint, newSecret } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { refusalOf, returnAddress } from './providers.ts';
import { flowSecrets } from './flow-secrets.ts';

export interface OauthFlowRequest {
  readonly provider: IdentityProvider;
  readonly purpose: OauthPurpose;
}

/** Where the browser goes, and what it keeps to itself meanwhile. */
export interface OauthStart {
  readonly url: string;
  readonly proof: string;
  readonly expiresAt: Date;
}

/** Each step of an OAuth flow is good for so long. */
export const stepMs = 10 * 60_000;

/** What a signed-in person needs to begin an OAuth flow; anybody may begin to sign in. */
const needed: Readonly<Record<OauthPurpose, Permission | null>> = {
  SIGN_IN: null,
  LINK: 'identity:link',
  STEP_UP: 'account:secure',
  ERASURE: 'account:erase',
};

/** Is it to reauthenticate? Then a session at the provider is not enough: they sign in there anew. */
export const isReauthentication = (purpose: OauthPurpose): boolean => purpose === 'STEP_UP' || purpose === 'ERASURE';

/**
 * Begins an OAuth flow with a provider: for anybody to sign in, for a signed-in person to link or to reauthenticate. `SSO_NOT_OFFERED` without
 * settings for it, `SSO_UNAVAILABLE` when it does not answer.
 */
export const oauthAuthorizeUrl: Operation<
  'run' | 'sso' | 'limits' | 'derived' | 'actor' | 'config' | 'now',
  OauthFlowRequest,
  OauthStart
> = async (ctx, request) => {
  const permission = needed[request.purpose];
  if (permission !== null) requirePermission(ctx.actor, permission);
  await ctx.limits.take('sso/address', subscriberOf(ctx.actor.address));
  const [state, proof] = [newSecret(), newSecret()];
  const url = await ctx.sso
    .authorizeUrl(request.provider, returnAddress(ctx.config, request.provider), {
      ...flowSecrets(ctx.derived, state),
      signedInWithin: isReauthentication(request.purpose) ? 0 : undefined,
    })
    .catch((error: unknown) => {
      throw refusalOf(error);
    });
  const expiresAt = await ctx.run(openFlow, {
    ...request,
    stateHash: fingerprint(state),
    proofHash: fingerprint(proof),
  });
  return { url, proof, expiresAt };
};

const openFlow: UseCase<
  'em' | 'actor' | 'now',
  OauthFlowRequest & { stateHash: string; proofHash: string },
  Date
> = async ({ em, actor, now }, { provider, purpose, stateHash, proofHash }) => {
  const expiresAt = new Date(now.getTime() + stepMs);
  em.create(OauthFlow, {
    provider,
    purpose,
    stateHash,
    proofHash,
    expiresAt,
    user: purpose === 'SIGN_IN' ? null : personOf(actor),
  });
  return expiresAt;
};
