import { sql } from 'kysely';
import {
  priorities,
  type ChannelResults,
  type NotificationType,
  type Priority,
} from '../../entities/notifications/notification.entity.ts';
import { newId } from '../kernel/ids.ts';
import { jsonText, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { holdUnshown } from './digests/hold-unshown.ts';
import { joinGroups } from './group-notifications.ts';
import { notificationAdded } from './live.ts';
import { everythingAtOnce, wishesOf, type Wish } from './preferences/wishes.ts';

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
  /** Shown whatever the person chose: their money, their rights or their order is at stake. So is everything of type SECURITY. */
  readonly isCritical?: boolean;
  /** A mail says the same. */
  readonly isMailed?: boolean;
  /** Of the unread notifications of one group, the newest is shown, and counts the others. */
  readonly groupKey?: string;
  /** `<kind>:<what happened>:<to whom>`, at most 160 characters: a second notification of one key is none. */
  readonly dedupeKey: string;
}

/** Notifies one person, in the caller's transaction; a second notification with the same key is ignored. */
export const notify = (tx: Tx<'em' | 'now' | 'publish'>, request: NotificationRequest): Promise<void> =>
  notifyMany(tx, [request]);

/** Rows in one statement: far below both databases' limit of bound values. */
const chunkSize = 500;

/**
 * Notifies many people, each with their own text: a few statements for thousands of people. Who chose not to be notified of a type is
 * not, unless it is critical.
 */
export async function notifyMany(
  tx: Tx<'em' | 'now' | 'publish'>,
  requests: readonly NotificationRequest[],
): Promise<void> {
  if (requests.length === 0) return;
  // The people, or the subject, may have been created in this same transaction, and not be written yet.
  await tx.em.flush();
  const wishes = await wishesOf(
    writing(tx.em).db,
    requests.map(({ userId }) => userId),
  );
  // Their counts are locked one after the other: in one order, so that two who notify the same people do not block one another.
  const ordered = requests.toSorted((a, b) => (a.userId < b.userId ? -1 : Number(a.userId > b.userId)));
  const wishOf = ({ userId }: NotificationRequest): Wish => wishes.get(userId) ?? everythingAtOnce;
  const { shown = [], hidden = [] } = Object.groupBy(ordered, (request) =>
    isShown(request, wishOf(request)) ? 'shown' : 'hidden',
  );
  for (let start = 0; start < shown.length; start += chunkSize)
    await insertChunk(tx, shown.slice(start, start + chunkSize), wishOf);
  await holdUnshown(
    tx,
    // A mail of its own is held for the digest by itself.
    hidden.filter((request) => !request.isMailed && mailed(request, wishOf(request)) === 'HELD'),
  );
}

const isCritical = ({ isCritical, type }: NotificationRequest): boolean => isCritical === true || type === 'SECURITY';

const isShown = (request: NotificationRequest, wish: Wish): boolean =>
  isCritical(request) || wish(request.type ?? 'INFO', 'IN_APP') !== 'OFF';

/** What happens by mail: the mail that says the same goes its own way; otherwise the digest has it, for who wants digests of its type. */
function mailed(request: NotificationRequest, wish: Wish): ChannelResults['EMAIL'] {
  if (isCritical(request)) return request.isMailed ? 'QUEUED' : 'NONE';
  const mode = wish(request.type ?? 'INFO', 'EMAIL');
  if (mode === 'IMMEDIATE') return request.isMailed ? 'QUEUED' : 'NONE';
  return mode === 'DIGEST' ? 'HELD' : 'OFF';
}

async function insertChunk(
  tx: Tx<'em' | 'now' | 'publish'>,
  requests: readonly NotificationRequest[],
  wishOf: (request: NotificationRequest) => Wish,
): Promise<void> {
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
    group_key: request.groupKey ?? null,
    channel_results: jsonText({ IN_APP: 'SHOWN' as const, EMAIL: mailed(request, wishOf(request)) }),
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
    .select('id')
    .where(
      'dedupe_key',
      'in',
      rows.map((row) => row.dedupe_key),
    )
    .execute();
  const known = new Set(kept.map(({ id }) => id));
  const ours = rows.filter(({ id }) => known.has(id));
  await joinGroups(tx, ours);
  for (const { id, user_id } of ours) tx.publish(notificationAdded, user_id, { notificationId: id });
}
