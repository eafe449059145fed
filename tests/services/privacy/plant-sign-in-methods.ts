import { Identity } from '../../../src/entities/identity/identity.entity.ts';
import { OauthFlow } from '../../../src/entities/identity/oauth-flow.entity.ts';
import { PendingRegistration } from '../../../src/entities/identity/pending-registration.entity.ts';
import { Passkey } from '../../../src/entities/identity/passkey.entity.ts';
import { TrustedDevice } from '../../../src/entities/identity/trusted-device.entity.ts';
import { TwoFactor } from '../../../src/entities/identity/two-factor.entity.ts';
import type { User } from '../../../src/entities/identity/user.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** Everything somebody may sign in with besides their password, with a canary wherever it says something about them. */
export function plantSignInMethods(
  em: EntityManager,
  { user, at, day }: { user: User; at: (place: string) => string; day: Date },
): void {
  const address = (place: string): string => `${at(place)}@example.org`;
  em.create(Identity, {
    user,
    provider: 'GOOGLE',
    issuer: 'https://provider.example.org',
    subject: at('sub'),
    email: address('identity'),
    lastUsedAt: null,
  });
  em.create(Passkey, {
    user,
    credentialHash: '3'.repeat(64),
    credentialId: at('credential'),
    publicKey: 'AA',
    counter: 1,
    transports: 'internal',
    isSynced: false,
    name: at('passkey'),
    lastUsedAt: null,
  });
  em.create(PendingRegistration, {
    email: user.email,
    passwordHash: at('hash'),
    firstName: at('asked-first'),
    lastName: at('asked-last'),
    address: at('asked-address'),
    network: at('asked-from'),
    locale: 'fr',
    consents: [],
    tokenHash: '8'.repeat(64),
    expiresAt: day,
  });
  em.create(TwoFactor, { user, method: 'SMS_OTP', confirmedAt: null, phone: at('sms').slice(0, 20) });
  em.create(TrustedDevice, {
    user,
    tokenHash: '4'.repeat(64),
    address: at('place'),
    agent: at('device'),
    lastUsedAt: day,
    expiresAt: day,
  });
  em.create(OauthFlow, {
    user,
    provider: 'GOOGLE',
    purpose: 'LINK',
    stateHash: '5'.repeat(64),
    proofHash: '6'.repeat(64),
    expiresAt: day,
    email: address('flow'),
    claims: {
      issuer: 'https://provider.example.org',
      subject: at('claim'),
      email: address('claims'),
      isEmailVerified: true,
      locale: 'fr',
      signedInAt: null,
      firstName: at('given'),
      lastName: at('family'),
    },
  });
}
