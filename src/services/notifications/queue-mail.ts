import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { Locale } from '../kernel/locale.ts';
import { jsonText, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import type { MailDefinition } from './mail/definition.ts';
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
}

/** Characters. A person without an account may give a longer one. */
const longestName = 120;

/**
 * Stores a mail and queues its sending, in the caller's transaction: no commit, no mail. Returns the delivery's id, or
 * `undefined` when this mail was already queued.
 */
export async function queueMail<Data extends object, Late extends string = never>(
  tx: Tx<'em' | 'now' | 'enqueue'>,
  request: MailRequest<Data, Late>,
): Promise<string | undefined> {
  const { recipient, template, dedupeKey } = request;
  // The recipient may have been made in this very transaction, and not be written yet.
  await tx.em.flush();
  const { db, dialect } = writing(tx.em);
  const id = newId();
  const insert = db.insertInto('email_delivery').values({
    id,
    created_at: tx.now,
    version: 1,
    recipient_id: recipient.userId ?? null,
    to_email: recipient.email,
    to_name: [...recipient.name].slice(0, longestName).join(''),
    template: template.name,
    locale: request.locale,
    data: jsonText(request.data as Record<string, unknown>),
    status: 'QUEUED',
    attempts: 0,
    ambiguities: 0,
    stream: request.stream ?? null,
    dedupe_key: dedupeKey,
  });
  await (
    dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.column('dedupe_key').doNothing())
  ).execute();
  const { id: kept } = await db
    .selectFrom('email_delivery')
    .select('id')
    .where('dedupe_key', '=', dedupeKey)
    .executeTakeFirstOrThrow();
  if (kept !== id) return undefined;
  // Mails with a code or a link that somebody is waiting for have priority over receipts.
  const urgent = template.inDoubt === 'renew' ? { priority: 20 } : {};
  tx.enqueue(sendMailTask, { deliveryId: id, attempt: 1 }, { dedupeKey: `${sendMailTask.kind}:${id}:1`, ...urgent });
  return id;
}
