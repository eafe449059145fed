import type { ChallengePurpose, AuthenticationMethod } from '../../../entities/identity/two-factor-challenge.entity.ts';
import type { TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';

/** What a person has to reauthenticate by. */
export interface Authenticators {
  readonly hasPassword: boolean;
  readonly hasPasskey: boolean;
  /** At a provider that is offered here now. */
  readonly hasIdentity: boolean;
  /** The second factors in force, the safest first. */
  readonly factors: readonly TwoFactorMethod[];
  readonly hasRecoveryCode: boolean;
}

/** All but a new factor, which nothing but its own first code confirms. */
export type ProvenPurpose = Exclude<ChallengePurpose, 'SETUP'>;

const passkeyOf = ({ hasPasskey }: Authenticators): AuthenticationMethod[] => (hasPasskey ? ['PASSKEY'] : []);
const recoveryOf = ({ hasRecoveryCode }: Authenticators): AuthenticationMethod[] =>
  hasRecoveryCode ? ['RECOVERY_CODE'] : [];

/** A passkey is as good as any factor, since its device verifies the person. */
const factorsOf = (authenticators: Authenticators): AuthenticationMethod[] => [
  ...passkeyOf(authenticators),
  ...authenticators.factors,
  ...recoveryOf(authenticators),
];

/** What they sign in with, once more. Who has a password gives it; a mailed code is for those who have nothing else. */
function firstFactorsOf(authenticators: Authenticators): AuthenticationMethod[] {
  const others: AuthenticationMethod[] = authenticators.hasPassword
    ? ['PASSWORD']
    : authenticators.hasIdentity
      ? ['IDENTITY']
      : [];
  const own = [...passkeyOf(authenticators), ...others];
  return own.length === 0 ? ['EMAIL_OTP'] : own;
}

const methods: Readonly<Record<ProvenPurpose, (authenticators: Authenticators) => readonly AuthenticationMethod[]>> = {
  // A passkey is a sign-in method: it makes nobody prove a second factor who has none.
  LOGIN: (authenticators) => (authenticators.factors.length === 0 ? [] : factorsOf(authenticators)),
  STEP_UP: (authenticators) =>
    authenticators.factors.length === 0
      ? [...firstFactorsOf(authenticators), ...recoveryOf(authenticators)]
      : factorsOf(authenticators),
  // Beside the fresh proof that the field asks for already: of two factors, this is the first.
  ERASURE: firstFactorsOf,
};

/** By what a person may reauthenticate for a purpose, the safest first; nothing when nothing is asked of them (ADR 0033). */
export const methodsFor = (purpose: ProvenPurpose, authenticators: Authenticators): readonly AuthenticationMethod[] =>
  methods[purpose](authenticators);
