import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Locale } from '../../services/kernel/locale.ts';
import { base, instant } from '../base.ts';
import type { ConsentPurpose } from './consent-record.entity.ts';
import { identityProviders } from './identity.entity.ts';
import { reauthenticationPurposes } from './two-factor-challenge.entity.ts';
import { User } from './user.entity.ts';

/** SIGN_IN: whoever comes back wants in. LINK: a person who is signed in wants another sign-in method. The others: they reauthenticate. */
export const oauthPurposes = ['SIGN_IN', 'LINK', ...reauthenticationPurposes] as const;
export type OauthPurpose = (typeof oauthPurposes)[number];

/** What a provider said of the person who came back, once it was verified. */
export interface ProvenClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: Locale;
  /** When they signed in there, RFC 3339; null when the provider does not say. */
  readonly signedInAt: string | null;
}

/**
 * One OAuth flow: begun, returned, perhaps waiting for a mailed proof, done. Each step is good once,
 * and its secrets are kept as SHA-256 only. Seen by nobody; forgets what the provider said when it is done, and dies a
 * day after its last step could have been taken.
 */
export const OauthFlow = defineEntity({
  name: 'OauthFlow',
  tableName: 'oauth_flow',
  properties: {
    ...base(),
    provider: p.enum(identityProviders),
    purpose: p.enum(oauthPurposes),
    /** Who links, or reauthenticates; null when somebody signs in. */
    user: () => p.manyToOne(User).lazyRef().strictNullable().default(null).deleteRule('cascade'),
    /** Fingerprint of the state that the provider gives back; the nonce and the PKCE verifier are derived from it. */
    stateHash: p.string().length(64).unique(),
    /** Fingerprint of what the browser that began keeps to itself. */
    proofHash: p.string().length(64),
    /** Until when the next step may be taken. */
    expiresAt: instant().index(),
    returnedAt: instant().strictNullable().default(null),
    /** Fingerprint of the code handed to the front-end; null before the return and once it is used. */
    codeHash: p.string().length(64).strictNullable().default(null).unique(),
    claims: p.json<ProvenClaims>().strictNullable().default(null),
    /** Consents given with the code, in case the mailed proof opens an account. */
    consents: p.json<{ purpose: ConsentPurpose; policyVersion: string }[]>().strictNullable().default(null),
    /** The address whose mailed proof is waited for. */
    email: p.string().length(255).strictNullable().default(null).index(),
    /** Fingerprint of the mailed token. */
    tokenHash: p.string().length(64).strictNullable().default(null).unique(),
    doneAt: instant().strictNullable().default(null),
  },
});
export type OauthFlow = InferEntity<typeof OauthFlow>;
