/**
 * Identity providers, by OpenID Connect. An OAuth flow begins with our own secrets; a return is accepted only when it
 * belongs to that flow and the provider has signed its token for us.
 */
export type SsoProvider = 'GOOGLE' | 'MICROSOFT';

/** The secrets of one flow. The same three are given when it begins and when it ends. */
export interface FlowSecrets {
  /** Returns with the browser: links the return to the beginning. */
  readonly state: string;
  /** Returns inside the signed token: links the token to this flow. */
  readonly nonce: string;
  /** PKCE (RFC 7636), S256: a stolen code is useless without it. 43 characters or more. */
  readonly verifier: string;
}

/** An OAuth flow with a provider. */
export interface OAuthSecrets extends FlowSecrets {
  /**
   * The person must have signed in at the provider at most this many seconds ago, whatever session they have there:
   * required from the provider when the flow begins, and checked when it ends. Undefined when any session there will
   * do.
   */
  readonly signedInWithin?: number | undefined;
}

/** A person, as an identity provider has just authenticated them. */
export interface ProvenPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Lower case; null when the provider gives none. */
  readonly email: string | null;
  /** Has the provider verified this address? Absent means no. */
  readonly isEmailVerified: boolean;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly fullName: string | null;
  /** How many seconds ago they signed in at the provider, according to it; null when it does not say. */
  readonly signedInAgo: number | null;
}

export interface SsoPort {
  /** The providers that are configured, in the order they are shown. */
  readonly providers: readonly SsoProvider[];
  /** Where to send the browser. Throws `SsoFailure`. */
  authorizeUrl(provider: SsoProvider, redirectUri: string, flow: OAuthSecrets): Promise<string>;
  /** Completes a flow: `returnUrl` is the redirect address with everything the browser sent. Throws `SsoFailure`. */
  readReturn(provider: SsoProvider, returnUrl: string, flow: OAuthSecrets): Promise<ProvenPerson>;
}

/**
 * UNKNOWN: the provider is not configured. UNREACHABLE: it does not respond, retryable. REFUSED: the return proves
 * nothing.
 */
export type SsoFailureKind = 'UNKNOWN' | 'UNREACHABLE' | 'REFUSED';

export class SsoFailure extends Error {
  override name = 'SsoFailure';
  readonly kind: SsoFailureKind;
  /** A code for the audit log: the library’s or the provider’s, never a value. */
  readonly reason: string;

  constructor(kind: SsoFailureKind, reason: string, options?: ErrorOptions) {
    super(`${kind}: ${reason}`, options);
    this.kind = kind;
    this.reason = reason;
  }
}
