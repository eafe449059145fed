import { EmailDelivery } from '../../../entities/notifications/email-delivery.entity.ts';
import { EmailSuppression } from '../../../entities/notifications/email-suppression.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { Mailer } from '../mailer.ts';
import { enqueueFirst } from '../queue-mail.ts';
import { sendMailTask } from '../tasks/send-mail.task.ts';
import type { SuppressionRow } from './list-suppressions.ts';

const dayMs = 24 * 3_600_000;

interface Lift {
  readonly id: string;
}

/**
 * Sends mails to an address again. The provider is asked first to do so too: it would drop them otherwise. What was owed to the address
 * and not sent within the last day is tried once more. NOT_FOUND; UNAVAILABLE when the provider does not answer.
 */
export async function liftSuppression(
  ctx: Pick<AppContext, 'run' | 'mail' | 'actor' | 'mailer' | 'db' | 'log'>,
  lift: Lift,
): Promise<SuppressionRow> {
  requirePermission(ctx.actor, 'mail:retry');
  const row = isId(lift.id)
    ? await ctx.db.selectFrom('email_suppression').select('address').where('id', '=', lift.id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.address !== null) await forgetAtProvider(ctx, row.address);
  return ctx.run(remove, { ...lift, mails: ctx.mailer.mails });
}

async function forgetAtProvider({ mail, log }: Pick<AppContext, 'mail' | 'log'>, address: string): Promise<void> {
  try {
    await mail.blocklist?.forget(address);
  } catch (error) {
    log.warn({ error }, 'the provider did not lift a suppression');
    throw new DomainError('UNAVAILABLE');
  }
}

async function remove(
  tx: Tx<'em' | 'now' | 'enqueue' | 'record'>,
  { id, mails }: Lift & { readonly mails: Mailer['mails'] },
): Promise<SuppressionRow> {
  const found = await tx.em.findOne(EmailSuppression, id);
  if (found === null) throw new DomainError('NOT_FOUND');
  const { address, scope, source, since } = found;
  const row = { id, address, scope, reason: found.reason, source, since };
  tx.em.remove(found);
  tx.record({
    action: 'EMAIL_SUPPRESSION_LIFTED',
    targetType: 'email',
    targetId: id,
    payload: { scope, reason: found.reason },
  });
  if (address !== null && scope === 'EVERYTHING') await sendOwed(tx, address, mails);
  return row;
}

async function sendOwed(
  { em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>,
  toEmail: string,
  mails: Mailer['mails'],
): Promise<void> {
  const since = new Date(now.getTime() - dayMs);
  const missed = await em.find(EmailDelivery, { toEmail, status: 'SUPPRESSED', createdAt: { $gt: since } });
  for (const delivery of missed.filter(({ template }) => mails[template]?.wish === undefined)) {
    Object.assign(delivery, { status: 'QUEUED', attempts: 0, suppression: null });
    enqueueFirst({ enqueue }, delivery.id, {
      dedupeKey: `${sendMailTask.kind}:${delivery.id}:1:lifted-${now.getTime()}`,
    });
  }
}
