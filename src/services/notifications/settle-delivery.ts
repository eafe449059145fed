import { EmailDelivery } from '../../entities/notifications/email-delivery.entity.ts';
import type { MailFailure } from '../adapters/mail/port.ts';
import type { Needs } from '../platform/scope.ts';
import { alertAdmins } from './alert-admins.ts';
import { maxAttempts, waitAfter } from './backoff.ts';
import { lockDelivery, type Attempt } from './delivery-attempts.ts';
import type { MailRegistry } from './mail/definition.ts';
import { sendMailJob } from './tasks/send-mail.job.ts';

/** How an attempt ended. */
export type Outcome = { readonly providerId: string } | { readonly failure: MailFailure };

type SettleNeeds = Needs<'em' | 'now' | 'enqueue' | 'record' | 'announce' | 'log'>;

/**
 * Writes down how an attempt ended: sent, to be tried again later, or given up and told to the admins. A worker that
 * comes back after its time is believed only when it says that the mail has left.
 */
export async function settleDelivery(scope: SettleNeeds, { deliveryId, attempt, outcome, mails }: Attempt & { outcome: Outcome; mails: MailRegistry }): Promise<void> {
  const delivery = await lockDelivery(scope, deliveryId);
  if (delivery === null) return;
  if (!isBelieved(delivery, attempt, outcome)) {
    scope.log.warn({ deliveryId, attempt, attempts: delivery.attempts, status: delivery.status, sent: 'providerId' in outcome }, 'outcome of an attempt that was given up');
    return;
  }
  if ('providerId' in outcome) await end(scope, delivery, { status: 'SENT', sentAt: scope.now, providerId: outcome.providerId.slice(0, 120), lastError: null });
  else await fail(scope, { delivery, failure: outcome.failure, resends: mails[delivery.template]?.inDoubt === 'resend-once' });
}

const isBelieved = ({ status, attempts }: EmailDelivery, attempt: number, outcome: Outcome): boolean =>
  attempts === attempt && ('providerId' in outcome ? status !== 'SENT' : status === 'SENDING');

async function fail(scope: SettleNeeds, { delivery, failure, resends }: { delivery: EmailDelivery; failure: MailFailure; resends: boolean }): Promise<void> {
  delivery.lastError = failure.message.slice(0, 500);
  if (failure.kind === 'ambiguous') delivery.ambiguities += 1;
  if (mayTryAgain(delivery, failure, resends)) tryLater(scope, delivery, failure);
  else await giveUp(scope, delivery, failure);
}

/** A refusal of our own key (401, 403) is nobody's mail's fault: it passes once the key is mended. */
const passes = ({ kind, status }: MailFailure): boolean => kind === 'retryable' || status === 401 || status === 403;

function mayTryAgain(delivery: EmailDelivery, failure: MailFailure, resends: boolean): boolean {
  if (delivery.attempts >= maxAttempts) return false;
  return failure.kind === 'ambiguous' ? resends && delivery.ambiguities === 1 : passes(failure);
}

function tryLater(scope: SettleNeeds, delivery: EmailDelivery, { retryAfterMs }: MailFailure): void {
  const attempt = delivery.attempts + 1;
  const runAt = new Date(scope.now.getTime() + waitAfter(delivery.attempts, retryAfterMs));
  Object.assign(delivery, { status: 'QUEUED', sendingAt: null });
  scope.enqueue(sendMailJob, { deliveryId: delivery.id, attempt }, { runAt, dedupeKey: `${sendMailJob.kind}:${delivery.id}:${attempt}` });
}

async function giveUp(scope: SettleNeeds, delivery: EmailDelivery, failure: MailFailure): Promise<void> {
  const isUnknown = failure.kind === 'ambiguous';
  await end(scope, delivery, { status: isUnknown ? 'AMBIGUOUS' : 'FAILED' });
  scope.record({
    action: isUnknown ? 'EMAIL_OUTCOME_UNKNOWN' : 'EMAIL_FAILED', severity: 'HIGH', outcome: 'FAILURE', targetType: 'email', targetId: delivery.id,
    payload: { template: delivery.template, attempts: delivery.attempts, status: failure.status ?? null },
  });
  await alertAdmins(scope, { deliveryId: delivery.id, template: delivery.template, isUnknown });
}

/** Ends a delivery, and lets the next mail of its stream go. */
async function end(scope: SettleNeeds, delivery: EmailDelivery, result: Partial<Pick<EmailDelivery, 'status' | 'sentAt' | 'providerId' | 'lastError'>>): Promise<void> {
  Object.assign(delivery, { sendingAt: null, ...result });
  if (delivery.stream === null) return;
  const [next] = await scope.em.find(EmailDelivery, { stream: delivery.stream, status: 'QUEUED', attempts: 0, id: { $ne: delivery.id } }, { orderBy: { createdAt: 'asc', id: 'asc' }, limit: 1 });
  if (next === undefined) return;
  scope.enqueue(sendMailJob, { deliveryId: next.id, attempt: 1 }, { dedupeKey: `${sendMailJob.kind}:${next.id}:1:after-${delivery.id}` });
}
