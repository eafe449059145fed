import type { ChallengePurpose, ProofMethod } from '../../../entities/identity/two-factor-challenge.entity.ts';
import type { TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';

/** What a person has to prove themself by. */
export interface Means {
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

const passkeyOf = ({ hasPasskey }: Means): ProofMethod[] => (hasPasskey ? ['PASSKEY'] : []);
const recoveryOf = ({ hasRecoveryCode }: Means): ProofMethod[] => (hasRecoveryCode ? ['RECOVERY_CODE'] : []);

/** A passkey is as good as any factor, since its device verifies the person. */
const factorsOf = (means: Means): ProofMethod[] => [...passkeyOf(means), ...means.factors, ...recoveryOf(means)];

/** What they sign in with, once more. Who has a password gives it; a mailed code is for those who have nothing else. */
function entranceOf(means: Means): ProofMethod[] {
  const others: ProofMethod[] = means.hasPassword ? ['PASSWORD'] : means.hasIdentity ? ['IDENTITY'] : [];
  const own = [...passkeyOf(means), ...others];
  return own.length === 0 ? ['EMAIL_OTP'] : own;
}

const methods: Readonly<Record<ProvenPurpose, (means: Means) => readonly ProofMethod[]>> = {
  // A passkey is a way in: it makes nobody prove a second factor who has none.
  LOGIN: (means) => (means.factors.length === 0 ? [] : factorsOf(means)),
  STEP_UP: (means) => (means.factors.length === 0 ? [...entranceOf(means), ...recoveryOf(means)] : factorsOf(means)),
  // Beside the fresh proof that the field asks for already: of two factors, this is the first.
  ERASURE: entranceOf,
};

/** By what a person may prove themself for a purpose, the safest first; nothing when nothing is asked of them (ADR 0033). */
export const methodsFor = (purpose: ProvenPurpose, means: Means): readonly ProofMethod[] => methods[purpose](means);
