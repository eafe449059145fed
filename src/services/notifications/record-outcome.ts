import { EmailDelivery } from '../../entities/notifications/email-delivery.entity.ts';
import type { MailFailure } from '../adapters/mail/port.ts';
import type { DerivedSecrets } from '../platform/derived-secrets.ts';
import type { Tx } from '../platform/context.ts';
import { alertAdmins } from './alert-admins.ts';
import { maxAttempts, waitAfter } from './backoff.ts';
import { lockDelivery, type Attempt } from './delivery-attempts.ts';
import { hasArrived } from './mail-events/event-rank.ts';
import type { Mailer } from './mailer.ts';
import { sendMailTask } from './tasks/send-mail.task.ts';

/** How an attempt ended. */
export type Outcome = { readonly providerId: string } | { readonly failure: MailFailure };

/** The policy of each mail for an unknown outcome, and how its code or link is renewed. */
export interface DoubtRules {
  readonly mailer: Pick<Mailer, 'mails' | 'renewals'>;
  readonly derived: DerivedSecrets;
}

type OutcomeNeeds = Tx<'em' | 'now' | 'config' | 'enqueue' | 'record' | 'publish' | 'log'>;

/**
 * Records the outcome of an attempt: sent, to be retried later, replaced by a new code or link, or given up, with an
 * alert to the admins. A worker that returns after its time-out is believed only when it reports that the mail was
 * sent.
 */
export async function recordOutcome(
  tx: OutcomeNeeds,
  { deliveryId, attempt, outcome, rules }: Attempt & { outcome: Outcome; rules: DoubtRules },
): Promise<void> {
  const delivery = await lockDelivery(tx, deliveryId);
  if (delivery === null) return;
  if (!isBelieved(delivery, attempt, outcome)) {
    tx.log.warn(
      { deliveryId, attempt, attempts: delivery.attempts, status: delivery.status, sent: 'providerId' in outcome },
      'outcome of an attempt that was given up',
    );
    return;
  }
  if ('providerId' in outcome)
    await endDelivery(tx, delivery, {
      status: 'SENT',
      sentAt: tx.now,
      providerId: outcome.providerId.slice(0, 120),
      lastError: null,
    });
  else await fail(tx, delivery, { failure: outcome.failure, rules });
}

/**
 * Resumes a mail that an earlier release gave up with an unknown outcome; that release resent only some mails, and
 * those once.
 */
export async function retakeDelivery(
  tx: OutcomeNeeds,
  { deliveryId, rules, hasLeft }: { deliveryId: string; rules: DoubtRules; hasLeft: boolean },
): Promise<boolean> {
  const delivery = await lockDelivery(tx, deliveryId);
  if (delivery === null || delivery.status !== 'AMBIGUOUS' || delivery.attempts >= maxAttempts) return false;
  if (hasLeft)
    await endDelivery(tx, delivery, { status: 'SENT', sentAt: tx.now, providerId: deliveryId, lastError: null });
  else await sendAgain(tx, delivery, { rules, retryAfterMs: 0 });
  return true;
}

const isBelieved = ({ status, attempts }: EmailDelivery, attempt: number, outcome: Outcome): boolean =>
  attempts === attempt && ('providerId' in outcome ? !hasArrived(status) : status === 'SENDING');

interface Failed {
  readonly failure: MailFailure;
  readonly rules: DoubtRules;
}

async function fail(tx: OutcomeNeeds, delivery: EmailDelivery, { failure, rules }: Failed): Promise<void> {
  delivery.lastError = failure.message.slice(0, 500);
  const isDoubt = failure.kind === 'ambiguous';
  if (isDoubt) delivery.ambiguities += 1;
  if (delivery.attempts >= maxAttempts || !(isDoubt || passes(failure))) await giveUp(tx, delivery, failure);
  else if (isDoubt) await sendAgain(tx, delivery, { rules, retryAfterMs: failure.retryAfterMs });
  else tryLater(tx, delivery, failure.retryAfterMs);
}

/** A refusal of our own key (401, 403) is no fault of the mail: it is retryable once the key is corrected. */
const passes = ({ kind, status }: MailFailure): boolean => kind === 'retryable' || status === 401 || status === 403;

/** What is sent after an unknown outcome: the same mail again, or a new code or link instead. */
async function sendAgain(
  tx: OutcomeNeeds,
  delivery: EmailDelivery,
  { rules, retryAfterMs }: { rules: DoubtRules; retryAfterMs: number | undefined },
): Promise<void> {
  const renew =
    rules.mailer.mails[delivery.template]?.inDoubt === 'renew' ? rules.mailer.renewals[delivery.template] : undefined;
  if (renew === undefined) {
    tryLater(tx, delivery, retryAfterMs);
    return;
  }
  const { id: deliveryId, toEmail, data, dedupeKey } = delivery;
  const id = await renew(
    tx,
    { deliveryId, recipientId: delivery.recipient?.id ?? null, toEmail, data, dedupeKey },
    rules.derived,
  );
  await endDelivery(tx, delivery, { status: 'REPLACED' });
  const successor = id === undefined ? null : await lockDelivery(tx, id);
  if (successor === null) return;
  // It inherits the attempts, and with them the waits and the limit: a provider that never responds is not called for
  // ever.
  successor.attempts = delivery.attempts;
  tryLater(tx, successor, retryAfterMs);
}

function tryLater(tx: OutcomeNeeds, delivery: EmailDelivery, retryAfterMs: number | undefined): void {
  const attempt = delivery.attempts + 1;
  const runAt = new Date(tx.now.getTime() + waitAfter(delivery.attempts, retryAfterMs));
  Object.assign(delivery, { status: 'QUEUED', sendingAt: null, sendingProcessId: null });
  tx.enqueue(
    sendMailTask,
    { deliveryId: delivery.id, attempt },
    { runAt, dedupeKey: `${sendMailTask.kind}:${delivery.id}:${attempt}` },
  );
}

async function giveUp(tx: OutcomeNeeds, delivery: EmailDelivery, failure: MailFailure): Promise<void> {
  // One attempt of unknown outcome may have arrived. A permanent failure certainly did not.
  const isUnknown = delivery.ambiguities > 0 && (failure.kind === 'ambiguous' || passes(failure));
  await endDelivery(tx, delivery, { status: isUnknown ? 'AMBIGUOUS' : 'FAILED' });
  tx.record({
    action: isUnknown ? 'EMAIL_OUTCOME_UNKNOWN' : 'EMAIL_FAILED',
    severity: 'HIGH',
    outcome: 'FAILURE',
    targetType: 'email',
    targetId: delivery.id,
    payload: { template: delivery.template, attempts: delivery.attempts, status: failure.status ?? null },
  });
  await alertAdmins(tx, { deliveryId: delivery.id, template: delivery.template, isUnknown });
}

/** Ends a delivery, and lets the next mail of its stream go. */
export async function endDelivery(
  tx: Tx<'em' | 'enqueue'>,
  delivery: EmailDelivery,
  result: Partial<Pick<EmailDelivery, 'status' | 'sentAt' | 'providerId' | 'lastError' | 'suppression'>>,
): Promise<void> {
  Object.assign(delivery, { sendingAt: null, sendingProcessId: null, ...result });
  if (delivery.stream === null) return;
  const [next] = await tx.em.find(
    EmailDelivery,
    { stream: delivery.stream, status: 'QUEUED', attempts: 0, id: { $ne: delivery.id } },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit: 1 },
  );
  if (next === undefined) return;
  tx.enqueue(
    sendMailTask,
    { deliveryId: next.id, attempt: 1 },
    { dedupeKey: `${sendMailTask.kind}:${next.id}:1:after-${delivery.id}` },
  );
}
