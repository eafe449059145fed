import type { NotificationType } from '../../../entities/notifications/notification.entity.ts';
import { instantFrom, jsonFrom, writing } from '../../platform/orm/values.ts';
import type { Db, Tx } from '../../platform/context.ts';
import type { Mailer } from '../mailer.ts';
import { wishesOf, type Wish } from '../preferences/wishes.ts';
import {
  entryOf,
  heldMailColumns,
  heldMailFrom,
  isNeeded,
  isUnshown,
  shortened,
  usualPath,
  type DigestEntry,
  type HeldMail,
} from './held-mails.ts';
import type { DueDigest } from './send-digests.ts';

/** What somebody's digest says, and the mails that it stands for. */
export interface Gathered {
  readonly entries: readonly DigestEntry[];
  readonly held: readonly string[];
  /** The notifications that it has taken up, said or not. */
  readonly notificationIds: readonly string[];
}

type Needs = Tx<'em' | 'now' | 'config'>;

/**
 * What each has not read since their last digest, of the types that they want so: their notifications first, then the mails that were held
 * for it. A mail about something that a notification of the same time is about too says it a second time, and is left out.
 */
export async function gatherFor(
  tx: Needs,
  due: readonly DueDigest[],
  mailer: Mailer,
): Promise<ReadonlyMap<string, Gathered>> {
  if (due.length === 0) return new Map();
  const { db } = writing(tx.em);
  const userIds = due.map(({ userId }) => userId);
  const wishes = await wishesOf(db, userIds);
  const rung = Map.groupBy(await notGathered(tx, due), ({ userId }) => userId);
  const held = Map.groupBy(await heldFor(db, userIds), ({ recipientId }) => recipientId);
  const gathered = new Map<string, Gathered>();
  for (const { userId, gatheredUntil } of due) {
    const news = (rung.get(userId) ?? []).filter(({ createdAt }) => createdAt > gatheredUntil);
    const fresh = news.filter(({ isMailed, type }) => !isMailed && wantsDigestOf(wishes.get(userId), type));
    const mails = held.get(userId) ?? [];
    gathered.set(userId, {
      entries: [
        ...fresh.filter(({ isSeen }) => !isSeen).map(({ entry }) => entry),
        ...(await entriesOf(tx, mails, { mailer, fresh })),
      ],
      held: mails.map(({ id }) => id),
      notificationIds: news.map(({ id }) => id),
    });
  }
  return gathered;
}

const wantsDigestOf = (wish: Wish | undefined, type: NotificationType): boolean => wish?.(type, 'EMAIL') === 'DIGEST';

interface Rung {
  readonly id: string;
  readonly userId: string;
  readonly type: NotificationType;
  readonly createdAt: Date;
  /** A mail of its own says it. */
  readonly isMailed: boolean;
  /** Read, dismissed or expired: known already. */
  readonly isSeen: boolean;
  readonly dedupeKey: string;
  readonly entry: DigestEntry;
}

/**
 * Those that no digest has taken up, the newest first. A mark on each, not an instant: what was begun before a digest and commits after it
 * is in the next one.
 */
async function notGathered({ em, now }: Needs, due: readonly DueDigest[]): Promise<Rung[]> {
  const since = new Date(Math.min(...due.map(({ gatheredUntil }) => gatheredUntil.getTime())));
  const rows = await writing(em)
    .db.selectFrom('notification')
    .selectAll()
    .where(
      'user_id',
      'in',
      due.map(({ userId }) => userId),
    )
    .where('gathered_at', 'is', null)
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    type: row.type,
    createdAt: instantFrom(row.created_at),
    isMailed: jsonFrom<{ EMAIL?: string } | null>(row.channel_results)?.EMAIL === 'QUEUED',
    isSeen:
      row.read_at !== null ||
      row.deleted_at !== null ||
      (row.expires_at !== null && instantFrom(row.expires_at) <= now),
    dedupeKey: row.dedupe_key,
    entry: { title: row.title, detail: shortened(row.message), path: row.action_url ?? usualPath },
  }));
}

async function heldFor(db: Db, userIds: readonly string[]): Promise<HeldMail[]> {
  const rows = await db
    .selectFrom('email_delivery')
    .select(heldMailColumns)
    .where('recipient_id', 'in', userIds)
    .where('status', '=', 'HELD')
    .where('held_for', '=', 'DIGEST')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(heldMailFrom);
}

async function entriesOf(
  { em, now, config }: Needs,
  mails: readonly HeldMail[],
  { mailer, fresh }: { readonly mailer: Mailer; readonly fresh: readonly Rung[] },
): Promise<DigestEntry[]> {
  const read = mails.map((mail) => ({ mail, entry: entryOf(mail, { mailer, frontUrl: config.frontUrl }) }));
  const said = [
    ...fresh.map(({ dedupeKey, entry }) => ({ dedupeKey, path: entry.path })),
    ...read.flatMap(({ mail, entry: { path } }) => (isUnshown(mail) ? [{ dedupeKey: '', path }] : [])),
  ];
  const entries: DigestEntry[] = [];
  for (const { mail, entry } of read) {
    const isKnown =
      !isUnshown(mail) &&
      said.some(({ dedupeKey, path }) => dedupeKey === mail.dedupe_key || (path !== usualPath && path === entry.path));
    if (!isKnown && (await isNeeded(writing(em).db, mail, { mailer, now }))) entries.push(entry);
  }
  return entries;
}
