/**
 * Passkeys (W3C Web Authentication, level 3): the options for a browser, and the verification of its response. Both are
 * the JSON that browsers use.
 */

/** The owner of a new passkey, as their device shows it. */
export interface PasskeyOwner {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
}

/** A passkey that is known already. */
export interface KnownPasskey {
  /** Base64url. */
  readonly credentialId: string;
  readonly transports: readonly string[];
}

export interface StoredPasskey extends KnownPasskey {
  /** COSE key, base64url. */
  readonly publicKey: string;
}

/** A new key pair, proven to be on an authenticator that has just verified its person. */
export interface ProvenRegistration extends StoredPasskey {
  readonly counter: number;
  readonly isSynced: boolean;
}

/** A valid signature; the domain decides whether its counter can be trusted. */
export interface ProvenAssertion {
  readonly counter: number;
}

/** The public parts of a response, before verification. */
export interface ShownAssertion {
  readonly challenge: string;
  readonly credentialId: string;
  /** The owner according to the authenticator; null when it does not say. */
  readonly ownerId: string | null;
}

export type PasskeyJson = Readonly<Record<string, unknown>>;

export interface PasskeysPort {
  registrationOptions(request: {
    challenge: string;
    owner: PasskeyOwner;
    known: readonly KnownPasskey[];
  }): Promise<PasskeyJson>;
  assertionOptions(request: { challenge: string; known: readonly KnownPasskey[] }): Promise<PasskeyJson>;
  /** The challenge that a registration responds to. Throws `PasskeyFailure` for anything that is not a registration. */
  challengeOf(response: PasskeyJson): string;
  /** Throws `PasskeyFailure` for anything that is not an assertion. */
  readAssertion(response: PasskeyJson): ShownAssertion;
  /**
   * Throws `PasskeyFailure` unless everything is valid: challenge, origin, relying party, user presence and user
   * verification.
   */
  verifyRegistration(response: PasskeyJson, challenge: string): Promise<ProvenRegistration>;
  verifyAssertion(response: PasskeyJson, challenge: string, passkey: StoredPasskey): Promise<ProvenAssertion>;
}

/** The response proves nothing. The message is for developers. */
export class PasskeyFailure extends Error {
  override name = 'PasskeyFailure';
}
