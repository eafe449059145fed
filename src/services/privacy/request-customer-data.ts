import { z } from 'zod';
import { AddressProof } from '../../entities/privacy/address-proof.entity.ts';
import { mayMailAccount, normalEmail } from '../identity/index.ts';
import { fingerprint, newId } from '../kernel/ids.ts';
import { subscriberOf } from '../kernel/network.ts';
import type { DerivedSecrets } from '../platform/derived-secrets.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { defineTask } from '../platform/task.ts';

/** The same for any address. */
export interface CustomerDataReceipt {
  readonly email: string;
  readonly isLinkMailed: boolean;
}

const payload = z.object({ proofId: z.uuid().nullable() });

/** Written for every request, `null` beyond the limit, so that all take the same time. */
export const mailAddressProofTask = defineTask('privacy.mail-address-proof', payload, { priority: 50 });

/** The secret of a proof: 256 bits, made from its id when the mail leaves, stored nowhere. */
export const proofSecret = (derived: DerivedSecrets, proofId: string): string => derived.of('address-proof', proofId);

/**
 * Somebody without an account asks what the application knows of their address: a link is mailed there, good once, for a copy or
 * for erasure. Somebody with an account is asked to sign in. Three an hour and address, silent beyond; the answer is the same for any.
 */
export const requestCustomerData: Operation<
  'run' | 'limits' | 'derived' | 'actor',
  { readonly email: string },
  CustomerDataReceipt
> = async (ctx, input) => {
  const email = normalEmail(input.email);
  await ctx.limits.take('account-mail/address', subscriberOf(ctx.actor.address));
  const isMailAllowed = await mayMailAccount(ctx.limits, email);
  const proofId = newId();
  await ctx.run(noteProof, {
    email,
    proofId,
    tokenHash: fingerprint(proofSecret(ctx.derived, proofId)),
    isMailAllowed,
  });
  return { email, isLinkMailed: true };
};

interface Noted {
  readonly email: string;
  readonly proofId: string;
  readonly tokenHash: string;
  readonly isMailAllowed: boolean;
}

/** Nothing is looked up: what is written is the same whoever has the address. */
const noteProof: UseCase<'em' | 'actor' | 'now' | 'config' | 'enqueue' | 'record', Noted, void> = async (
  { em, actor, now, config, enqueue, record },
  { email, proofId, tokenHash, isMailAllowed },
) => {
  em.create(AddressProof, {
    id: proofId,
    email,
    locale: actor.locale,
    tokenHash,
    expiresAt: new Date(now.getTime() + config.MAILED_TOKEN_MINUTES * 60_000),
  });
  record({ action: 'ADDRESS_PROOF_REQUESTED', targetId: proofId });
  enqueue(mailAddressProofTask, { proofId: isMailAllowed ? proofId : null });
};
