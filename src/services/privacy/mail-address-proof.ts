import { AddressProof } from '../../entities/privacy/address-proof.entity.ts';
import { holdNobody } from '../identity/index.ts';
import { MailTemplateError, queueMail, type MailPreparation } from '../notifications/index.ts';
import type { Operation, UseCase } from '../platform/scope.ts';
import { customerDataAccount } from './emails/customer-data-account.ts';
import { customerDataProof } from './emails/customer-data-proof.ts';
import { accountAt } from './redeem-address-proof.ts';
import { proofSecret } from './request-customer-data.ts';

/** The job: the link, or for who can sign in, the advice to do so. A mailed proof must not open what a second factor guards. */
export const mailAddressProof: Operation<'run', { proofId: string | null }, void> = async ({ run }, { proofId }) => {
  if (proofId !== null) await run(queueProof, { proofId });
};

const queueProof: UseCase<'em' | 'now' | 'config' | 'enqueue', { proofId: string }, void> = async (
  scope,
  { proofId },
) => {
  const proof = await scope.em.findOne(AddressProof, { id: proofId, usedAt: null, expiresAt: { $gt: scope.now } });
  if (proof === null) return;
  const { email, locale } = proof;
  const account = await accountAt(scope, email);
  if (account === null) holdNobody(scope.em);
  const recipient = { email, name: '' };
  const dedupeKey = `address-proof:${proofId}`;
  if (account !== null && account.status !== 'PENDING') {
    await queueMail(scope, {
      template: customerDataAccount,
      recipient,
      locale: account.locale,
      dedupeKey,
      data: { loginUrl: `${scope.config.frontUrl}/login` },
    });
    return;
  }
  await queueMail(scope, {
    template: customerDataProof,
    recipient,
    locale,
    dedupeKey,
    data: { proofId, expiresInMinutes: scope.config.MAILED_TOKEN_MINUTES },
  });
};

/** Just before the mail leaves: the link, whose secret is stored nowhere. */
export const prepareAddressProof: MailPreparation = async ({ config, derived }, { data }) => {
  const { proofId } = data as { proofId?: unknown };
  if (typeof proofId !== 'string') throw new MailTemplateError('customer-data-proof', 'no proof is named');
  return { dataUrl: `${config.frontUrl}/mes-donnees?token=${proofSecret(derived, proofId)}` };
};
