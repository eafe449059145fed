import { fingerprint, newId } from '../../../kernel/ids.ts';
import type { DerivedSecrets } from '../../../platform/derived-secrets.ts';
import type { FreshToken } from '../../one-time-tokens.ts';

/** The secret in the link of a registration: 256 bits, made from its id when the mail leaves, stored nowhere. */
export const registrationSecret = (derived: DerivedSecrets, registrationId: string): string =>
  derived.of('registration', registrationId);

export function freshRegistration(derived: DerivedSecrets): FreshToken {
  const id = newId();
  return { id, hash: fingerprint(registrationSecret(derived, id)) };
}
