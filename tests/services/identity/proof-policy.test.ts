import { describe, expect, test } from '@jest/globals';
import {
  methodsFor,
  type Authenticators,
} from '../../../src/services/identity/reauthentication/reauthentication.policy.ts';

const nothing: Authenticators = {
  hasPassword: false,
  hasPasskey: false,
  hasIdentity: false,
  factors: [],
  hasRecoveryCode: false,
};
const all = [false, true].flatMap((hasPassword) =>
  [false, true].flatMap((hasPasskey) =>
    [false, true].flatMap((hasIdentity) =>
      [false, true].flatMap((hasRecoveryCode) =>
        [[], ['TOTP'], ['EMAIL_OTP', 'SMS_OTP']].map(
          (factors) => ({ hasPassword, hasPasskey, hasIdentity, hasRecoveryCode, factors }) as Authenticators,
        ),
      ),
    ),
  ),
);

describe('what proves a person', () => {
  test('in a sign-in: nothing more where there is no second factor, whatever else they have', () => {
    for (const means of all.filter(({ factors }) => factors.length === 0))
      expect(methodsFor('LOGIN', means)).toEqual([]);
    expect(
      methodsFor('LOGIN', {
        ...nothing,
        hasPassword: true,
        hasPasskey: true,
        factors: ['TOTP'],
        hasRecoveryCode: true,
      }),
    ).toEqual(['PASSKEY', 'TOTP', 'RECOVERY_CODE']);
  });

  test('never weaker for who has a second factor: no password, no provider, no code that is not theirs', () => {
    for (const means of all.filter(({ factors }) => factors.length > 0)) {
      const own = new Set<string>([...means.factors, 'PASSKEY', 'RECOVERY_CODE']);
      for (const purpose of ['LOGIN', 'STEP_UP'] as const)
        expect(methodsFor(purpose, means).filter((method) => !own.has(method))).toEqual([]);
    }
  });

  test('who has a password gives it, or a passkey, and nothing that is mailed', () => {
    for (const means of all.filter(({ hasPassword }) => hasPassword)) {
      expect(methodsFor('ERASURE', means)).toEqual(means.hasPasskey ? ['PASSKEY', 'PASSWORD'] : ['PASSWORD']);
      if (means.factors.length === 0) expect(methodsFor('STEP_UP', means)).not.toContain('EMAIL_OTP');
    }
  });

  test('a passkey will do for any proof, and everybody has one that will', () => {
    for (const means of all) {
      for (const purpose of ['STEP_UP', 'ERASURE'] as const) {
        const methods = methodsFor(purpose, means);
        expect(methods.length).toBeGreaterThan(0);
        expect(methods[0] === 'PASSKEY').toBe(means.hasPasskey);
      }
    }
  });

  test('a mailed code is for those who have neither password, passkey nor provider', () => {
    for (const means of all.filter(({ factors }) => factors.length === 0)) {
      const isBare = !means.hasPassword && !means.hasPasskey && !means.hasIdentity;
      expect(methodsFor('STEP_UP', means).includes('EMAIL_OTP')).toBe(isBare);
      expect(methodsFor('ERASURE', means).includes('EMAIL_OTP')).toBe(isBare);
    }
    expect(methodsFor('ERASURE', { ...nothing, hasIdentity: true })).toEqual(['IDENTITY']);
  });
});
