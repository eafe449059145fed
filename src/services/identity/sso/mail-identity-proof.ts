import { z } from 'zod';
import { OauthFlow, type ProvenClaims } from '../../../entities/identity/oauth-flow.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { MailTemplateError, queueMail, type PreparationOf } from '../../notifications/index.ts';
import type { Tx, Operation, UseCase } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { recipientOf } from '../account/account-mails.ts';
import { identityProof } from '../emails/identity-proof.ts';
import { decoyRecipient, type MailRecipient } from '../account/decoy-recipient.ts';
import { lockNobody } from '../actor-lock.ts';
import { providerNames } from './providers.ts';
import { isClosed } from './flow-steps.ts';
import { mailedProof } from './flow-secrets.ts';

const payload = z.object({ flowId: z.uuid().nullable() });

/** Written for every identity that is seen for the first time, `null` when the address has had enough mails. */
export const mailIdentityProofTask = defineTask('identity.mail-identity-proof', payload, { priority: 50 });

/** The job: a link that proves the address, unless its account is closed to its person. */
export const sendIdentityProof: Operation<'run', PayloadOf<typeof mailIdentityProofTask>, void> = async (
  { run },
  { flowId },
) => {
  if (flowId !== null) await run(queueProof, { flowId });
};

const queueProof: UseCase<'em' | 'now' | 'config' | 'enqueue', { flowId: string }, void> = async (tx, { flowId }) => {
  const flow = await tx.em.findOne(OauthFlow, { id: flowId, doneAt: null });
  if (flow?.email && flow.claims) await queueTo(tx, flow, { email: flow.email, claims: flow.claims });
};

async function queueTo(
  tx: Tx<'em' | 'now' | 'config' | 'enqueue'>,
  flow: OauthFlow,
  { email, claims }: { email: string; claims: ProvenClaims },
): Promise<void> {
  const owner = await tx.em.findOne(User, { email });
  // Whose account is closed is not written to; the work is the same.
  if (isClosed(owner)) return queueProofTo(tx, flow, decoyRecipient);
  // A name that was registered without proof is somebody’s guess: only an active account is called by its own.
  const known = owner?.status === 'ACTIVE' ? owner : null;
  if (owner === null) lockNobody(tx.em);
  const { firstName, lastName, locale } = known ?? claims;
  await queueProofTo(tx, flow, { id: known?.id ?? null, email, firstName, lastName, locale });
}

async function queueProofTo(
  tx: Tx<'em' | 'now' | 'config' | 'enqueue'>,
  { id: flowId, provider }: OauthFlow,
  person: MailRecipient,
): Promise<void> {
  const data = {
    firstName: person.firstName,
    provider: providerNames[provider],
    expiresInMinutes: tx.config.MAILED_TOKEN_MINUTES,
    flowId,
  };
  await queueMail(tx, {
    template: identityProof,
    recipient: recipientOf(person),
    locale: person.locale,
    dedupeKey: `identity-proof:${flowId}`,
    data,
  });
}

/** Just before the mail leaves: the link with the secret, which is stored nowhere. */
export const prepareIdentityProof: PreparationOf<typeof identityProof> = async (
  { run, config, derived },
  { toEmail, data },
) => {
  // A mail that was queued before it named its flow has the newest one of its address.
  const flowId = typeof data['flowId'] === 'string' ? data['flowId'] : await run(newestWaiting, { email: toEmail });
  if (flowId === null) throw new MailTemplateError('identity-proof', 'nobody waits for it');
  return { confirmUrl: `${config.frontUrl}/confirm-identity?token=${mailedProof(derived, flowId)}` };
};

const newestWaiting: UseCase<'em', { email: string }, string | null> = async ({ em }, { email }) => {
  const [flow] = await em.find(
    OauthFlow,
    { email, doneAt: null, tokenHash: { $ne: null } },
    { orderBy: { id: 'desc' }, limit: 1 },
  );
  return flow?.id ?? null;
};
