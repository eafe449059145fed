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
import type { Ports } from '../../../src/services/platform/ports.ts';
import { mailedProof } from '../../../src/services/identity/sso/trip-secrets.ts';
import { startIdentityProvider, type IdentityProvider } from '../adapters/sso/identity-provider.ts';
import { openHouse, registration, stranger, type House } from './house.ts';

/** A house, and two providers that are one: Google and Microsoft by name. */
export interface TravelHouse extends House {
  readonly idp: IdentityProvider;
}

export async function openTravelHouse(
  ports: Partial<Ports> = {},
  environment: Record<string, string> = {},
): Promise<TravelHouse> {
  const idp = await startIdentityProvider();
  const sso = openidSso({
    clients: { GOOGLE: idp.client, MICROSOFT: idp.client },
    isInsecureAllowed: true,
    timeoutMs: 500,
  });
  const house = await openHouse({ ports: { sso, ...ports }, environment });
  idp.allow(...['google', 'microsoft'].map((name) => `${house.app.config.publicUrl}/auth/callback/${name}`));
  return {
    ...house,
    idp,
    close: async () => {
      await house.close();
      await idp.stop();
    },
  };
}

export const consents = registration('').consents;

/** Somebody the provider knows, with a verified address. */
export function meet(house: TravelHouse, subject: string, claims: Record<string, unknown> = {}): string {
  const email = `${subject}@example.org`;
  house.idp.people.set(subject, {
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

/** To the provider, and back to the door: what the browser has then, and what it kept. */
export async function goThere(
  house: TravelHouse,
  subject: string,
  { provider = 'GOOGLE', purpose = 'SIGN_IN', actor = stranger() }: Travelling = {},
): Promise<{ back: string; proof: string }> {
  const { url, proof } = await house.perform(oauthAuthorizeUrl, { provider, purpose }, actor);
  return { back: await house.idp.visit(url, subject), proof };
}

/** Through the door: the address of the front-end that the browser is sent to. */
export const arrive = async (house: House, back: string, provider: ProviderName = 'GOOGLE'): Promise<URL> =>
  new URL(await house.perform(receiveOauthReturn, { provider, query: new URL(back).search }));

/** A whole trip: the code that the front-end is handed, and the proof of its browser. */
export async function travel(
  house: TravelHouse,
  subject: string,
  options: Travelling = {},
): Promise<{ code: string; proof: string }> {
  const { back, proof } = await goThere(house, subject, options);
  const target = await arrive(house, back, options.provider);
  const code = target.searchParams.get('code');
  if (code === null) throw new Error(`The trip ended with ${target.search}`);
  return { code, proof };
}

export const signInBy = async (house: TravelHouse, subject: string, options: Travelling = {}): Promise<OauthOutcome> =>
  house.perform(signInWithOauth, { ...(await travel(house, subject, options)), consents });

/** The token in the newest mail that proves this address; undefined when nobody waits for one. */
export async function proofToken(house: House, email: string): Promise<string | undefined> {
  const row = await house.db
    .selectFrom('oauth_flow')
    .select('id')
    .where('email', '=', email)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && mailedProof(house.app.surroundings({ actor: stranger(), requestId: 'test' }).derived, row.id);
}

/** Signs in for the first time, and follows the link of the mail in the same browser. */
export async function settleBy(
  house: TravelHouse,
  subject: string,
  options: Travelling = {},
): Promise<NonNullable<OauthOutcome['session']>> {
  const { code, proof } = await travel(house, subject, options);
  const first = await house.perform(signInWithOauth, { code, proof, consents });
  if (first.session !== null) return first.session;
  const email = String(house.idp.people.get(subject)?.['email']);
  const { session } = await house.perform(confirmIdentity, { token: (await proofToken(house, email)) ?? '', proof });
  if (session === null) throw new Error('A confirmed identity signs in');
  return session;
}

export const linkTo = async (
  house: TravelHouse,
  subject: string,
  actor: Actor,
  provider: ProviderName = 'GOOGLE',
): Promise<LinkedIdentity> =>
  house.run(linkIdentity, await travel(house, subject, { provider, purpose: 'LINK', actor }), actor);
