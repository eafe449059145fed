import { AddressProof } from '../../entities/privacy/address-proof.entity.ts';
import { fingerprint, newId } from '../kernel/ids.ts';
import { queueMail, type MailRenewal } from '../notifications/index.ts';
import { customerDataProof } from './emails/customer-data-proof.ts';
import { proofSecret } from './request-customer-data.ts';

/** A new link in the place of one whose mail may not have left; the old one is void. Nothing when it was used, or is long over. */
export const renewAddressProof: MailRenewal = async (tx, { data: { proofId } }, derived) => {
  const { em, now, config } = tx;
  const old = typeof proofId === 'string' ? await em.findOne(AddressProof, { id: proofId, usedAt: null }) : null;
  if (old === null || old.expiresAt.getTime() + graceMs <= now.getTime()) return undefined;
  const { email, locale } = old;
  const id = newId();
  old.usedAt = now;
  em.create(AddressProof, {
    id,
    email,
    locale,
    tokenHash: fingerprint(proofSecret(derived, id)),
    expiresAt: new Date(now.getTime() + config.MAILED_TOKEN_MINUTES * 60_000),
  });
  return queueMail(tx, {
    template: customerDataProof,
    recipient: { email, name: '' },
    locale,
    dedupeKey: `address-proof:${id}`,
    data: { proofId: id, expiresInMinutes: config.MAILED_TOKEN_MINUTES },
  });
};

/** Whoever asked longer ago than this after the link ran out has given up, or asked again. */
const graceMs = 24 * 3_600_000;
