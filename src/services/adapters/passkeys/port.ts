/** Passkeys (W3C Web Authentication, level 3): what a browser is asked, and what its answer proves. Both travel as the JSON that browsers make of them. */

/** Whom a new passkey is for, as their device shows it. */
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

/** A signature that is right; whether its counter may be believed is the domain’s to say. */
export interface ProvenAssertion {
  readonly counter: number;
}

/** The public parts of an answer, before anything is proven. */
export interface ShownAssertion {
  readonly challenge: string;
  readonly credentialId: string;
  /** Whose it is, as the authenticator says; null when it does not. */
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
  /** The challenge that a registration answers. Throws `PasskeyFailure` for anything that is not one. */
  challengeOf(response: PasskeyJson): string;
  /** Throws `PasskeyFailure` for anything that is not an assertion. */
  readAssertion(response: PasskeyJson): ShownAssertion;
  /** Throws `PasskeyFailure` unless everything is as it must be: challenge, origin, relying party, presence and verification of the person. */
  verifyRegistration(response: PasskeyJson, challenge: string): Promise<ProvenRegistration>;
  verifyAssertion(response: PasskeyJson, challenge: string, passkey: StoredPasskey): Promise<ProvenAssertion>;
}

/** The answer proves nothing. The message is for developers. */
export class PasskeyFailure extends Error {
  override name = 'PasskeyFailure';
}
