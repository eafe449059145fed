import type { Actor } from '../../../src/services/access/actor.ts';
import { openidSso } from '../../../src/services/adapters/sso/openid-client.ts';
import type { IdentityProvider as ProviderName } from '../../../src/entities/identity/identity.entity.ts';
import type { OauthPurpose } from '../../../src/entities/identity/oauth-flow.entity.ts';
import {
  confirmIdentity,
  linkIdentity,
  oauthAuthorizeUrl,
  receiveOauthReturn,
  signInWithOauth,
  type LinkedIdentity,
  type OauthOutcome,
} from '../../../src/services/identity/index.ts';
import type { AppServices } from '../../../src/services/platform/context.ts';
import { mailedProof } from '../../../src/services/identity/sso/flow-secrets.ts';
import { startIdentityProvider, type IdentityProvider } from '../adapters/sso/identity-provider.ts';
import { openPeopleEnvironment, registration, stranger, type PeopleEnvironment } from './people-environment.ts';

/** A server, and two providers that are one: Google and Microsoft by name. */
export interface OauthEnvironment extends PeopleEnvironment {
  readonly idp: IdentityProvider;
}

export async function openOauthEnvironment(
  services: Partial<AppServices> = {},
  environment: Record<string, string> = {},
): Promise<OauthEnvironment> {
  const idp = await startIdentityProvider();
  const sso = openidSso({
    clients: { GOOGLE: idp.client, MICROSOFT: idp.client },
    isInsecureAllowed: true,
    timeoutMs: 1_500,
  });
  const env = await openPeopleEnvironment({ services: { sso, ...services }, environment });
  idp.allow(...['google', 'microsoft'].map((name) => `${env.app.config.publicUrl}/auth/callback/${name}`));
  return {
    ...env,
    idp,
    close: async () => {
      await env.close();
      await idp.stop();
    },
  };
}

export const consents = registration('').consents;

/** Somebody the provider knows, with a verified address. */
export function meet(ctx: OauthEnvironment, subject: string, claims: Record<string, unknown> = {}): string {
  const email = `${subject}@example.org`;
  ctx.idp.people.set(subject, {
    email,
    email_verified: true,
    given_name: 'Camille',
    family_name: 'Morel',
    ...claims,
  });
  return email;
}

export interface Travelling {
  readonly provider?: ProviderName;
  readonly purpose?: OauthPurpose;
  readonly actor?: Actor;
}

/** To the provider, and back to the server: what the browser has then, and what it kept. */
export async function goThere(
  ctx: OauthEnvironment,
  subject: string,
  { provider = 'GOOGLE', purpose = 'SIGN_IN', actor = stranger() }: Travelling = {},
): Promise<{ back: string; proof: string }> {
  const { url, proof } = await ctx.perform(oauthAuthorizeUrl, { provider, purpose }, actor);
  return { back: await ctx.idp.visit(url, subject), proof };
}

/** The return to the server: the address of the front-end that the browser is sent to. */
export const arrive = async (env: PeopleEnvironment, back: string, provider: ProviderName = 'GOOGLE'): Promise<URL> =>
  new URL(await env.perform(receiveOauthReturn, { provider, query: new URL(back).search }));

/** A whole flow: the code that the front-end is handed, and the proof of its browser. */
export async function travel(
  ctx: OauthEnvironment,
  subject: string,
  options: Travelling = {},
): Promise<{ code: string; proof: string }> {
  const { back, proof } = await goThere(ctx, subject, options);
  const target = await arrive(ctx, back, options.provider);
  const code = target.searchParams.get('code');
  if (code === null) throw new Error(`The flow ended with ${target.search}`);
  return { code, proof };
}

export const signInBy = async (
  ctx: OauthEnvironment,
  subject: string,
  options: Travelling = {},
): Promise<OauthOutcome> => ctx.perform(signInWithOauth, { ...(await travel(ctx, subject, options)), consents });

/** The token in the newest mail that proves this address; undefined when nobody waits for one. */
export async function proofToken(env: PeopleEnvironment, email: string): Promise<string | undefined> {
  const row = await env.db
    .selectFrom('oauth_flow')
    .select('id')
    .where('email', '=', email)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && mailedProof(env.contextFor(stranger()).derived, row.id);
}

/** Signs in for the first time, and follows the link of the mail in the same browser. */
export async function makeAccountBy(
  ctx: OauthEnvironment,
  subject: string,
  options: Travelling = {},
): Promise<NonNullable<OauthOutcome['session']>> {
  const { code, proof } = await travel(ctx, subject, options);
  const first = await ctx.perform(signInWithOauth, { code, proof, consents });
  if (first.session !== null) return first.session;
  const email = String(ctx.idp.people.get(subject)?.['email']);
  const { session } = await ctx.perform(confirmIdentity, { token: (await proofToken(ctx, email)) ?? '', proof });
  if (session === null) throw new Error('A confirmed identity signs in');
  return session;
}

export const linkTo = async (
  ctx: OauthEnvironment,
  subject: string,
  actor: Actor,
  provider: ProviderName = 'GOOGLE',
): Promise<LinkedIdentity> =>
  ctx.run(linkIdentity, await travel(ctx, subject, { provider, purpose: 'LINK', actor }), actor);
