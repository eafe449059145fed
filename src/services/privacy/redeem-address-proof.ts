import { LockMode } from '@mikro-orm/core';
import { User } from '../../entities/identity/user.entity.ts';
import { AddressProof } from '../../entities/privacy/address-proof.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { fingerprint } from '../kernel/ids.ts';
import type { Tx } from '../platform/context.ts';

/** The account at an address, if it was not erased. */
export const accountAt = ({ em }: Tx<'em'>, email: string): Promise<User | null> =>
  em.findOne(User, { email, status: { $ne: 'ERASED' } });

/** An address that was proven, and the account that waits there without having been activated, if any. */
export interface ProvenAddress {
  readonly proof: AddressProof;
  readonly account: User | null;
}

/**
 * Uses a mailed proof up. `TOKEN_INVALID` when it is unknown, used or too old, and when somebody can sign in at the address
 * by now: they do so.
 */
export async function redeemAddressProof({ em, now }: Tx<'em' | 'now'>, token: string): Promise<ProvenAddress> {
  const proof = await em.findOne(
    AddressProof,
    { tokenHash: fingerprint(token) },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (proof === null || proof.usedAt !== null || proof.expiresAt <= now) throw new DomainError('TOKEN_INVALID');
  const account = await accountAt({ em }, proof.email);
  if (account !== null && account.status !== 'PENDING') throw new DomainError('TOKEN_INVALID');
  proof.usedAt = now;
  return { proof, account };
}
