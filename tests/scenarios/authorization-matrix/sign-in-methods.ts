import { ConsentRecord } from '../../../src/entities/identity/consent-record.entity.ts';
import { Identity } from '../../../src/entities/identity/identity.entity.ts';
import { Passkey } from '../../../src/entities/identity/passkey.entity.ts';
import { TrustedDevice } from '../../../src/entities/identity/trusted-device.entity.ts';
import { TwoFactor } from '../../../src/entities/identity/two-factor.entity.ts';
import type { User } from '../../../src/entities/identity/user.entity.ts';
import { LegalHold } from '../../../src/entities/privacy/legal-hold.entity.ts';
import { RetentionRun } from '../../../src/entities/privacy/retention.entity.ts';
import { PrivacyRequest } from '../../../src/entities/privacy/privacy-request.entity.ts';
import type { SsoPort } from '../../../src/services/adapters/sso/port.ts';
import { fingerprint, newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** A provider that sends everybody to the same page, and vouches for nobody. */
export const emptyHandedSso: SsoPort = {
  providers: ['GOOGLE'],
  authorizeUrl: async () => 'https://provider.example.org/authorize',
  readReturn: () => Promise.reject(new Error('nobody comes back')),
};

/** What somebody asked and agreed to about their data. */
export function makePrivacy(em: EntityManager, user: User, now: Date): { privacyRequest: string; legalHold: string } {
  em.create(ConsentRecord, {
    user,
    purpose: 'MARKETING',
    policyVersion: '2026-11-20',
    isGranted: true,
    source: 'ACCOUNT',
    address: null,
  });
  em.create(RetentionRun, {
    asOf: now,
    periods: { SESSIONS: 30 },
    progress: { SESSIONS: { count: 1, isDone: true } },
    finishedAt: now,
  });
  // On a thing of nobody's, so that it is in nobody's way.
  const hold = em.create(LegalHold, {
    targetType: 'FILE',
    targetId: newId(),
    reason: 'Une affaire en cours',
    caseReference: 'RG 26/01',
    placedById: user.id,
  });
  return {
    legalHold: hold.id,
    privacyRequest: em.create(PrivacyRequest, {
      user,
      kind: 'OBJECTION',
      details: 'Pas de publicité',
      answer: 'Entendu',
      dueAt: new Date(now.getTime() + 20 * 86_400_000),
      handledAt: now,
    }).id,
  };
}

/** What somebody signs in with besides their password. */
export function makeSignInMethods(
  em: EntityManager,
  user: User,
  now: Date,
): { identity: string; passkey: string; trustedDevice: string } {
  const credentialId = newId();
  const identity = em.create(Identity, {
    user,
    provider: 'GOOGLE',
    issuer: 'https://provider.example.org',
    subject: newId(),
    email: 'camille@example.org',
    lastUsedAt: null,
  });
  const passkey = em.create(Passkey, {
    user,
    credentialHash: fingerprint(credentialId),
    credentialId,
    publicKey: 'AA',
    counter: 1,
    transports: 'internal',
    isSynced: false,
    name: 'Téléphone',
    lastUsedAt: null,
  });
  em.create(TwoFactor, { user, method: 'SMS_OTP', confirmedAt: now, phone: '+33612345678' });
  const device = em.create(TrustedDevice, {
    user,
    tokenHash: fingerprint(newId()),
    address: '203.0.113.0/24',
    agent: 'matrix',
    lastUsedAt: now,
    expiresAt: new Date('2030-01-01'),
  });
  return { identity: identity.id, passkey: passkey.id, trustedDevice: device.id };
}
