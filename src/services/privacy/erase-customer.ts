import type { PersonalReason } from '../../entities/privacy/erasure-receipt.entity.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { addressSubject } from './address-subject.ts';
import { erasePerson, type Erasing, type ErasureNeeds, type Receipt } from './erase-person.ts';
import { redeemAddressProof } from './redeem-address-proof.ts';

export interface EraseCustomer {
  readonly token: string;
  readonly reason: PersonalReason;
}

/**
 * Erases everything the application knows of the address that the token proves: the erasure of an account, for somebody who has
 * none they could sign in to. Errors: TOKEN_INVALID, ERASURE_BLOCKED; a token that could not be used stays good.
 */
export const eraseCustomer: Operation<'run' | 'personalData', EraseCustomer, Receipt> = (
  { run, personalData },
  input,
) => run(eraseProven, { ...input, personalData });

const eraseProven: UseCase<ErasureNeeds, EraseCustomer & Pick<Erasing, 'personalData'>, Receipt> = async (
  tx,
  { token, reason, personalData },
) => {
  const {
    proof: { email, locale },
    account,
  } = await redeemAddressProof(tx, token);
  await tx.em.flush();
  const address = account === null ? addressSubject({ email, locale }) : undefined;
  return erasePerson(tx, {
    userId: account?.id ?? address?.userId ?? '',
    address,
    decidedBy: 'PERSON',
    reason,
    personalData,
  });
};
