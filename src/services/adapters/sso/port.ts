/**
 * Providers that say who somebody is, by OpenID Connect. A trip is begun with secrets of ours; what comes back is
 * believed only when it belongs to that trip and the provider has signed it for us.
 */
export type SsoProvider = 'GOOGLE' | 'MICROSOFT';

/** The secrets of one trip. The same three are given when it begins and when it ends. */
export interface FlowSecrets {
  /** Comes back with the browser: ties the return to the beginning. */
  readonly state: string;
  /** Comes back inside the signed token: ties the token to this trip. */
  readonly nonce: string;
  /** PKCE (RFC 7636), S256: a stolen code is worth nothing without it. 43 characters or more. */
  readonly verifier: string;
}

/** A trip to a provider. */
export interface OAuthSecrets extends FlowSecrets {
  /**
   * The person must have signed in at the provider so many seconds ago at most, whatever session they have there: it asks
   * them when the trip begins, and says when they did when it ends. Undefined when any session there will do.
   */
  readonly signedInWithin?: number | undefined;
}

/** Somebody, as a provider has just vouched for them. */
export interface ProvenPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Lower case; null when the provider gives none. */
  readonly email: string | null;
  /** Does the provider say that it has checked this address? Absence is no. */
  readonly isEmailVerified: boolean;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly fullName: string | null;
  /** How many seconds ago they signed in at the provider, by its word; null when it does not say. */
  readonly signedInAgo: number | null;
}

export interface SsoPort {
  /** The providers that have settings here, in the order they are shown. */
  readonly providers: readonly SsoProvider[];
  /** Where to send the browser. Throws `SsoFailure`. */
  authorizeUrl(provider: SsoProvider, redirectUri: string, secrets: OAuthSecrets): Promise<string>;
  /** Who came back: `returnUrl` is the redirect address with everything the browser brought. Throws `SsoFailure`. */
  readReturn(provider: SsoProvider, returnUrl: string, secrets: OAuthSecrets): Promise<ProvenPerson>;
}

/** UNKNOWN: no settings for this provider. UNREACHABLE: it does not answer, may be tried again. REFUSED: what came back proves nothing. */
export type SsoFailureKind = 'UNKNOWN' | 'UNREACHABLE' | 'REFUSED';

export class SsoFailure extends Error {
  override name = 'SsoFailure';
  readonly kind: SsoFailureKind;
  /** A word for the journal: the library’s or the provider’s code, never a value. */
  readonly reason: string;

  constructor(kind: SsoFailureKind, reason: string, options?: ErrorOptions) {
    super(`${kind}: ${reason}`, options);
    this.kind = kind;
    this.reason = reason;
  }
}
