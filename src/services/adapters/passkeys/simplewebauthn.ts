import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { challengeIn, readAssertionJson, readRegistrationJson } from './responses.ts';
import { PasskeyFailure, type KnownPasskey, type PasskeyJson, type PasskeysPort } from './port.ts';

export interface PasskeySettings {
  /** Name of the application, shown by the device. */
  readonly name: string;
  /** Where people use their passkeys: the front-end. */
  readonly frontUrl: string;
  /** Other addresses whose pages may use them; only those of the same host count. */
  readonly otherUrls?: readonly string[];
}

const timeout = 5 * 60_000;

/** Loaded for the first passkey: with the formats of certificates it is a tenth of a start, and most processes see none. */
const library = () => import('@simplewebauthn/server');

/** What a response must have been made for. */
interface RelyingParty {
  readonly name: string;
  readonly rpID: string;
  readonly origins: string[];
}

/** Passkeys by `@simplewebauthn/server`. They belong to the host of the front-end; user verification is always required. */
export function webauthnPasskeys({ name, frontUrl, otherUrls = [] }: PasskeySettings): PasskeysPort {
  const rpID = new URL(frontUrl).hostname;
  const origins = [frontUrl, ...otherUrls]
    .map((url) => new URL(url))
    .filter(({ hostname }) => hostname === rpID)
    .map(({ origin }) => origin);
  const party = { name, rpID, origins };
  return { ...options(party), ...readers, ...verifiers(party) };
}

const options = ({ name, rpID }: RelyingParty): Pick<PasskeysPort, 'registrationOptions' | 'assertionOptions'> => ({
  registrationOptions: async ({ challenge, owner, known }) => {
    const { generateRegistrationOptions } = await library();
    return asJson(
      await generateRegistrationOptions({
        rpName: name,
        rpID,
        challenge: bytesOf(challenge),
        userID: Uint8Array.from(Buffer.from(owner.id)),
        userName: owner.email,
        userDisplayName: owner.displayName,
        timeout,
        attestationType: 'none',
        excludeCredentials: known.map(described),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      }),
    );
  },
  assertionOptions: async ({ challenge, known }) => {
    const { generateAuthenticationOptions } = await library();
    return asJson(
      await generateAuthenticationOptions({
        rpID,
        challenge: bytesOf(challenge),
        timeout,
        userVerification: 'required',
        allowCredentials: known.map(described),
      }),
    );
  },
});

const readers: Pick<PasskeysPort, 'challengeOf' | 'readAssertion'> = {
  challengeOf: (response) => challengeIn(readRegistrationJson(response)),
  readAssertion: (response) => {
    const read = readAssertionJson(response);
    const { userHandle } = read.response;
    return {
      challenge: challengeIn(read),
      credentialId: read.id,
      ownerId: userHandle === undefined || userHandle === null ? null : Buffer.from(userHandle, 'base64url').toString(),
    };
  },
};

function verifiers({ rpID, origins }: RelyingParty): Pick<PasskeysPort, 'verifyRegistration' | 'verifyAssertion'> {
  const expected = { expectedOrigin: origins, expectedRPID: rpID, requireUserVerification: true } as const;
  return {
    verifyRegistration: (response, challenge) =>
      trying(async () => {
        const read = readRegistrationJson(response);
        const { verifyRegistrationResponse } = await library();
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          ...expected,
          response: read as RegistrationResponseJSON,
          expectedChallenge: challenge,
        });
        if (!verified) throw new PasskeyFailure('the registration is not verified');
        const { credential, credentialDeviceType } = registrationInfo;
        return {
          credentialId: credential.id,
          publicKey: Buffer.from(credential.publicKey).toString('base64url'),
          counter: credential.counter,
          transports: read.response.transports ?? [],
          isSynced: credentialDeviceType === 'multiDevice',
        };
      }),
    verifyAssertion: (response, challenge, passkey) =>
      trying(async () => {
        const { verifyAuthenticationResponse } = await library();
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          ...expected,
          response: readAssertionJson(response) as AuthenticationResponseJSON,
          expectedChallenge: challenge,
          // The counter is compared by the domain, under a lock: here it would race.
          credential: {
            id: passkey.credentialId,
            publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
            counter: 0,
          },
        });
        if (!verified) throw new PasskeyFailure('the signature is wrong');
        return { counter: authenticationInfo.newCounter };
      }),
  };
}

/** Our challenges are base64url already: decoded here, so that the browser returns the same text. */
const bytesOf = (challenge: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(challenge, 'base64url'));

const described = ({ credentialId, transports }: KnownPasskey) => ({ id: credentialId, transports: [...transports] });

/** Without undefined properties, as in JSON. */
const asJson = (options: object): PasskeyJson => JSON.parse(JSON.stringify(options)) as PasskeyJson;

/** The library throws its own errors: each becomes a `PasskeyFailure`. */
async function trying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PasskeyFailure
      ? error
      : new PasskeyFailure(error instanceof Error ? error.message : 'unknown', { cause: error });
  }
}
