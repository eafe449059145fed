import { AddressProof } from '../../entities/privacy/address-proof.entity.ts';
import { lockNobody } from '../identity/index.ts';
import { MailTemplateError, queueMail, type PreparationOf } from '../notifications/index.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { customerDataAccount } from './emails/customer-data-account.ts';
import { customerDataProof } from './emails/customer-data-proof.ts';
import { accountAt } from './redeem-address-proof.ts';
import { proofSecret } from './request-customer-data.ts';
import type { mailAddressProofTask } from './request-customer-data.ts';
import type { PayloadOf } from '../platform/task.ts';

/** The job: the link, or for who can sign in, the advice to do so. A mailed proof must not open what a second factor guards. */
export const mailAddressProof: Operation<'run', PayloadOf<typeof mailAddressProofTask>, void> = async (
  { run },
  { proofId },
) => {
  if (proofId !== null) await run(queueProof, { proofId });
};

const queueProof: UseCase<'em' | 'now' | 'config' | 'enqueue', { proofId: string }, void> = async (tx, { proofId }) => {
  const proof = await tx.em.findOne(AddressProof, { id: proofId, usedAt: null, expiresAt: { $gt: tx.now } });
  if (proof === null) return;
  const { email, locale } = proof;
  const account = await accountAt(tx, email);
  if (account === null) lockNobody(tx.em);
  const recipient = { email, name: '' };
  const dedupeKey = `address-proof:${proofId}`;
  if (account !== null && account.status !== 'PENDING') {
    await queueMail(tx, {
      template: customerDataAccount,
      recipient,
      locale: account.locale,
      dedupeKey,
      data: { loginUrl: `${tx.config.frontUrl}/login` },
    });
    return;
  }
  await queueMail(tx, {
    template: customerDataProof,
    recipient,
    locale,
    dedupeKey,
    data: { proofId, expiresInMinutes: tx.config.MAILED_TOKEN_MINUTES },
  });
};

/** Just before the mail leaves: the link, whose secret is stored nowhere. */
export const prepareAddressProof: PreparationOf<typeof customerDataProof> = async ({ config, derived }, { data }) => {
  const { proofId } = data as { proofId?: unknown };
  if (typeof proofId !== 'string') throw new MailTemplateError('customer-data-proof', 'no proof is named');
  return { dataUrl: `${config.frontUrl}/mes-donnees?token=${proofSecret(derived, proofId)}` };
};
