import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { lockDelivery } from '../delivery-attempts.ts';
import type { Mailer } from '../mailer.ts';
import { addressHashOf } from '../suppressions/address-hash.ts';
import { suppressionOf } from '../suppressions/suppress.ts';
import { sendMailTask } from '../tasks/send-mail.task.ts';
import { enqueueFirst } from '../queue-mail.ts';
import { showEmailDelivery, type EmailDeliveryRow } from './list-email-deliveries.ts';

/** What an admin may send again: what is given up, and what was not sent to an address that may get mails again. */
const ended = ['FAILED', 'AMBIGUOUS', 'SUPPRESSED', 'DROPPED'] as const;
type Ended = (typeof ended)[number];

interface Retrying {
  readonly id: string;
  readonly mails: Mailer['mails'];
}

/**
 * Sends a mail again that was given up; its attempts count from the beginning. ACTION_NOT_ALLOWED for one that is under way or has
 * arrived, and for one whose code or link would be dead: a new one is asked for instead. EMAIL_SUPPRESSED.
 */
export async function retryEmail(
  ctx: Pick<AppContext, 'run' | 'db' | 'derived' | 'mailer' | 'actor' | 'now'>,
  { id }: { readonly id: string },
): Promise<EmailDeliveryRow> {
  const { delivery } = await showEmailDelivery(ctx, { id });
  const addressHash = addressHashOf(ctx.derived, delivery.toEmail);
  if ((await suppressionOf(ctx.db, addressHash, ctx.mailer.mails[delivery.template]?.wish)) !== undefined)
    throw new DomainError('EMAIL_SUPPRESSED');
  await ctx.run(retry, { id, mails: ctx.mailer.mails });
  return (await showEmailDelivery(ctx, { id })).delivery;
}

async function retry(tx: Tx<'em' | 'now' | 'enqueue' | 'record'>, { id, mails }: Retrying): Promise<void> {
  const delivery = await lockDelivery(tx, id);
  if (delivery === null) throw new DomainError('NOT_FOUND');
  const isEnded = ended.includes(delivery.status as Ended);
  if (!isEnded || mails[delivery.template]?.inDoubt === 'renew') throw new DomainError('ACTION_NOT_ALLOWED');
  Object.assign(delivery, { status: 'QUEUED', attempts: 0, suppression: null, lastError: null });
  enqueueFirst(tx, id, { dedupeKey: `${sendMailTask.kind}:${id}:1:retried-${tx.now.getTime()}` });
  tx.record({ action: 'EMAIL_RETRIED', targetType: 'email', targetId: id, payload: { template: delivery.template } });
}
