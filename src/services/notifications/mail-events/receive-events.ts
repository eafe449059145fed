import { sql } from 'kysely';
import { z } from 'zod';
import type { MailEvent, MailEventRequest } from '../../adapters/mail/port.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { defineTask } from '../../platform/task.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';

/** What the provider said of some mails is applied to them. */
export const applyMailEventsTask = defineTask(
  'notifications.apply-mail-events',
  z.object({ deliveryIds: z.array(z.uuid()) }),
  { priority: 100 },
);

/** SendGrid sends at most 768 KiB at once, some thousand events. */
const mostEvents = 5_000;
/** Deliveries in one job, rows in one statement. */
const together = 100;
const longestReason = 500;
/** The path at which the provider of mails says what became of them. */
export const mailEventsPath = '/webhooks/sendgrid';

export interface ReceivedEvents {
  /** New events of mails of ours. */
  readonly kept: number;
  /** Of no mail of ours, or of a kind that says nothing of a delivery. */
  readonly ignored: number;
}

/**
 * Keeps what the provider says of our mails, each event once, and queues what it means. NOT_FOUND where no provider calls back;
 * INPUT_INVALID for a signature that is not the provider's, or is too old, and for more events than it ever sends.
 */
export async function receiveMailEvents(
  { mail, run, now, log }: Pick<AppContext, 'mail' | 'run' | 'now' | 'log'>,
  request: Omit<MailEventRequest, 'now'>,
): Promise<ReceivedEvents> {
  if (mail.events === undefined) throw new DomainError('NOT_FOUND');
  const read = mail.events.read({ ...request, now });
  if (read === null) throw fieldError('x-twilio-email-event-webhook-signature', 'signature');
  if (read.known.length + read.unknown > mostEvents) throw fieldError('body', 'max');
  const kept = await run(keepEvents, { events: read.known });
  const ignored = read.known.length - kept + read.unknown;
  if (ignored > 0) log.info({ kept, ignored }, 'mail events that say nothing new');
  return { kept, ignored };
}

async function keepEvents(
  tx: Tx<'em' | 'now' | 'enqueue'>,
  { events }: { readonly events: readonly MailEvent[] },
): Promise<number> {
  const ours = await ofOurMails(tx, events);
  const kept: KeptEvent[] = [];
  for (let start = 0; start < ours.length; start += together)
    kept.push(...(await insertNew(tx, ours.slice(start, start + together))));
  const deliveryIds = [...new Set(kept.map(({ delivery_id }) => delivery_id))];
  for (let start = 0; start < deliveryIds.length; start += together)
    tx.enqueue(applyMailEventsTask, { deliveryIds: deliveryIds.slice(start, start + together) });
  return kept.length;
}

async function ofOurMails({ em }: Tx<'em'>, events: readonly MailEvent[]): Promise<MailEvent[]> {
  const { db } = writing(em);
  const ids = [...new Set(events.map(({ deliveryId }) => deliveryId))].filter(isId);
  const known = new Set<string>();
  for (let start = 0; start < ids.length; start += together) {
    const chunk = ids.slice(start, start + together);
    const rows = await db.selectFrom('email_delivery').select('id').where('id', 'in', chunk).execute();
    for (const { id } of rows) known.add(id);
  }
  return events.filter(({ deliveryId }) => known.has(deliveryId));
}

interface KeptEvent {
  readonly id: string;
  readonly delivery_id: string;
}

async function insertNew({ em, now }: Tx<'em' | 'now'>, events: readonly MailEvent[]): Promise<KeptEvent[]> {
  const { db, dialect } = writing(em);
  const rows = events.map(({ id, kind, deliveryId, at, reason }) => ({
    ...{ id: newId(), created_at: now, version: 1, delivery_id: deliveryId },
    ...{ provider_event_id: id, kind, at, reason: reason?.slice(0, longestReason) ?? null },
  }));
  const insert = db.insertInto('email_event').values(rows);
  await (
    dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.column('provider_event_id').doNothing())
  ).execute();
  const ids = rows.map(({ id }) => id);
  const kept = await db.selectFrom('email_event').select(['id', 'delivery_id']).where('id', 'in', ids).execute();
  return kept;
}
