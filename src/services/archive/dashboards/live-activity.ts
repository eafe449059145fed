import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { subscribe, type LiveTopic, type Operation, type Subscription, type UseCase } from '../../platform/context.ts';
import { defineTask, implementTask, type PayloadOf, type Task } from '../../platform/task.ts';
import { cabinetAccess, mayInCabinet } from '../access/cabinet-access.ts';
import { folderAccess } from '../access/folder-access.ts';
import * as events from '../events.ts';

/** What is done in a cabinet: its key is the cabinet's id, its payload `{ documentId }`, null for the cabinet itself. */
export const cabinetActivityAdded: LiveTopic = { name: 'cabinetActivity' };

export const publishActivityTask = defineTask(
  'archive.publish-activity',
  z.object({ cabinetId: z.uuid(), documentId: z.uuid().optional() }),
);

const publishActivity: UseCase<'publish', PayloadOf<typeof publishActivityTask>, void> = async (
  { publish },
  { cabinetId, documentId = null },
) => publish(cabinetActivityAdded, cabinetId, { documentId });

export const activityTasks: readonly Task[] = [
  implementTask(publishActivityTask, ({ run }, about: PayloadOf<typeof publishActivityTask>) =>
    run(publishActivity, about),
  ),
];

/** What members see as it happens. */
export const activitySubscriptions: readonly Subscription[] = [
  events.cabinetCreated,
  events.cabinetArchived,
  events.cabinetDeleted,
  events.cabinetDestroyed,
  events.documentAdded,
  events.documentVersioned,
  events.documentUpdated,
  events.documentMoved,
  events.documentTrashed,
  events.documentRestored,
  events.documentPurged,
  events.documentLocked,
  events.documentUnlocked,
].map((event) => subscribe(event as typeof events.documentAdded, publishActivityTask));

export interface ActivityReaders {
  readonly cabinetId: string;
  /** Null for the cabinet itself. */
  readonly documentId: string | null;
  readonly people: readonly Actor[];
}

/** Who of some people may know now of what was done: the readers of the document, and of a destroyed one the managers. */
export const activityReaders: Operation<'db' | 'now', ActivityReaders, ReadonlySet<string>> = async (
  { db, now },
  { cabinetId, documentId, people },
) => {
  const document =
    documentId === null
      ? undefined
      : await db
          .selectFrom('document')
          .select(['cabinet_id', 'folder_id', 'status'])
          .where('id', '=', documentId)
          .executeTakeFirst();
  // It is elsewhere by now: what was done is that cabinet's.
  if (documentId !== null && document?.cabinet_id !== cabinetId) return new Set();
  const permission = document?.status === 'PURGED' ? 'cabinet:grant' : 'activity:read';
  const readers = new Set<string>();
  for (const actor of people) {
    const cabinet = await cabinetAccess(db, { actor, now }, cabinetId);
    if (cabinet.role === null || !mayInCabinet(actor, cabinet, permission)) continue;
    const place = { cabinetId, folderId: document?.folder_id ?? null };
    if (mayInCabinet(actor, await folderAccess(db, { actor, now }, place), 'document:read'))
      readers.add(actor.userId ?? '');
  }
  return readers;
};
