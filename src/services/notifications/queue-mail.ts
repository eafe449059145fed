import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { Locale } from '../kernel/locale.ts';
import { jsonText, writing } from '../platform/orm/values.ts';
import type { JobOptions, Tx } from '../platform/context.ts';
import type { Priority } from '../../entities/notifications/notification.entity.ts';
import type { AnyMail, MailDefinition } from './mail/definition.ts';
import { atOnce, choiceFor, type MailChoice } from './preferences/hold-mail.ts';
import { sendMailTask } from './tasks/send-mail.task.ts';

/** The recipient of one mail. */
export interface Addressee {
  /** Absent when the person has no account. */
  readonly userId?: string | null;
  readonly email: string;
  readonly name: string;
}

/** One mail to one person. */
export interface MailRequest<Data extends object, Late extends string = never> {
  readonly template: MailDefinition<string, Data, Late>;
  readonly recipient: Addressee;
  readonly locale: Locale;
  /** All variables of the mail, except those that its preparation provides. */
  readonly data: Omit<Data, Late>;
  /** `<template>:<what happened>:<to whom>`, at most 160 characters: a second mail of one key is none. */
  readonly dedupeKey: string;
  /** Mails of one stream reach their recipient in the order in which they were queued. */
  readonly stream?: string;
  /** How pressing it is, in quiet hours; default `NORMAL`. */
  readonly priority?: Priority;
  /** Sent at once whatever its recipient chose for its type: this one they are owed. */
  readonly isOwed?: boolean;
  /** The number of the last thing that it names, where these are numbered. */
  readonly reachesTo?: number;
}

/** Characters. A person without an account may give a longer one. */
const longestName = 120;

/**
 * Stores a mail and queues its sending, in the caller's transaction: no commit, no mail. One that its recipient wants later is held.
 * Returns the delivery's id, or `undefined` when this mail was already queued, or is not wanted.
 */
export async function queueMail<Data extends object, Late extends string = never>(
  tx: Tx<'em' | 'now' | 'enqueue'>,
  request: MailRequest<Data, Late>,
): Promise<string | undefined> {
  const { recipient, template } = request;
  // The recipient may have been made in this very transaction, and not be written yet.
  await tx.em.flush();
  const choice = request.isOwed
    ? atOnce
    : await choiceFor(writing(tx.em).db, {
        template,
        userId: recipient.userId ?? null,
        priority: request.priority ?? 'NORMAL',
        now: tx.now,
      });
  if (choice.kind === 'off') return undefined;
  const id = newId();
  const inserted = await insertDeliveries(tx, [{ ...request, id, choice }]);
  if (!inserted.has(id)) return undefined;
  if (choice.kind === 'held') return id;
  // Mails with a code or a link that somebody is waiting for have priority over receipts.
  enqueueFirst(tx, id, template.inDoubt === 'renew' ? { priority: 20 } : {});
  return id;
}

export interface DeliveryToInsert extends Omit<MailRequest<object>, 'template'> {
  readonly id: string;
  readonly template: Pick<AnyMail, 'name'>;
  readonly choice: MailChoice;
}

/** Stores mails in one statement; gives the ids of those whose key was new. */
export async function insertDeliveries(
  tx: Tx<'em' | 'now'>,
  deliveries: readonly DeliveryToInsert[],
): Promise<ReadonlySet<string>> {
  const { db, dialect } = writing(tx.em);
  const rows = deliveries.map(({ id, template, recipient, locale, data, dedupeKey, stream, choice, reachesTo }) => ({
    id,
    created_at: tx.now,
    version: 1,
    recipient_id: recipient.userId ?? null,
    to_email: recipient.email,
    to_name: [...recipient.name].slice(0, longestName).join(''),
    template: template.name,
    locale,
    data: jsonText(data as Record<string, unknown>),
    status: choice.kind === 'held' ? ('HELD' as const) : ('QUEUED' as const),
    held_for: choice.kind === 'held' ? choice.heldFor : null,
    held_until: choice.kind === 'held' ? choice.heldUntil : null,
    attempts: 0,
    ambiguities: 0,
    stream: stream ?? null,
    reaches_to: reachesTo ?? null,
    dedupe_key: dedupeKey,
  }));
  const insert = db.insertInto('email_delivery').values(rows);
  await (
    dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.column('dedupe_key').doNothing())
  ).execute();
  const keys = rows.map((row) => row.dedupe_key);
  const kept = await db.selectFrom('email_delivery').select('id').where('dedupe_key', 'in', keys).execute();
  const known = new Set(kept.map(({ id }) => id));
  return new Set(rows.flatMap(({ id }) => (known.has(id) ? [id] : [])));
}

/** Queues the first attempt at a mail. */
export const enqueueFirst = (tx: Tx<'enqueue'>, deliveryId: string, options: JobOptions = {}): void =>
  tx.enqueue(
    sendMailTask,
    { deliveryId, attempt: 1 },
    { dedupeKey: `${sendMailTask.kind}:${deliveryId}:1`, ...options },
  );
