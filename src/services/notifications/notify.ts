import { sql } from 'kysely';
import { priorities, type NotificationType, type Priority } from '../../entities/notifications/notification.entity.ts';
import { newId } from '../kernel/ids.ts';
import { jsonText, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { notificationAdded } from './live.ts';

/** The content of one in-app notification. */
export interface NotificationRequest {
  readonly userId: string;
  /** One line in the person's language, at most 255 characters. */
  readonly title: string;
  readonly message: string;
  /** Default `INFO`. */
  readonly type?: NotificationType;
  /** Default `NORMAL`. */
  readonly priority?: Priority;
  /** Path in the front-end. */
  readonly actionUrl?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly expiresAt?: Date;
  /** `<kind>:<what happened>:<to whom>`, at most 160 characters: a second notification of one key is none. */
  readonly dedupeKey: string;
}

/** Notifies one person, in the caller's transaction; a second notification with the same key is ignored. */
export const notify = (tx: Tx<'em' | 'now' | 'publish'>, request: NotificationRequest): Promise<void> =>
  notifyMany(tx, [request]);

/** Rows in one statement: far below both databases' limit of bound values. */
const chunkSize = 500;

/** Notifies many people, each with their own text: a few statements for thousands of people. */
export async function notifyMany(
  tx: Tx<'em' | 'now' | 'publish'>,
  requests: readonly NotificationRequest[],
): Promise<void> {
  // The people, or the subject, may have been created in this same transaction, and not be written yet.
  await tx.em.flush();
  // Their counts are locked one after the other: in one order, so that two who notify the same people do not block one another.
  const ordered = requests.toSorted((a, b) => (a.userId < b.userId ? -1 : Number(a.userId > b.userId)));
  for (let start = 0; start < ordered.length; start += chunkSize)
    await insertChunk(tx, ordered.slice(start, start + chunkSize));
}

async function insertChunk(tx: Tx<'em' | 'now' | 'publish'>, requests: readonly NotificationRequest[]): Promise<void> {
  const { db, dialect } = writing(tx.em);
  const rows = requests.map((request) => ({
    id: newId(),
    created_at: tx.now,
    version: 1,
    user_id: request.userId,
    title: request.title,
    message: request.message,
    type: request.type ?? ('INFO' as const),
    priority: request.priority ?? ('NORMAL' as const),
    priority_rank: priorities.indexOf(request.priority ?? 'NORMAL'),
    data: request.data === undefined ? null : jsonText({ ...request.data }),
    action_url: request.actionUrl ?? null,
    expires_at: request.expiresAt ?? null,
    dedupe_key: request.dedupeKey,
  }));
  const insert = db.insertInto('notification').values(rows);
  await (
    dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.column('dedupe_key').doNothing())
  ).execute();
  const kept = await db
    .selectFrom('notification')
    .select(['id', 'user_id'])
    .where(
      'dedupe_key',
      'in',
      rows.map((row) => row.dedupe_key),
    )
    .execute();
  const ours = new Set(rows.map((row) => row.id));
  for (const { id, user_id } of kept) if (ours.has(id)) tx.publish(notificationAdded, user_id, { notificationId: id });
}
