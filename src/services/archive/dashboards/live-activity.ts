import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import {
  subscribe,
  type LiveTopic,
  type Operation,
  type ReadContext,
  type Subscription,
  type UseCase,
} from '../../platform/context.ts';
import { defineTask, implementTask, type PayloadOf, type Task } from '../../platform/task.ts';
import { mayInCabinet } from '../access/cabinet-access.ts';
import { folderAccess, type TreePlace } from '../access/folder-access.ts';
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
  ctx,
  { cabinetId, documentId, people },
) => {
  const place = await placeOf(ctx, cabinetId, documentId);
  const readers = new Set<string>();
  if (place === null) return readers;
  for (const actor of people) if (await mayKnow(ctx, actor, place)) readers.add(actor.userId ?? '');
  return readers;
};

interface ActivityPlace extends TreePlace {
  readonly isDestroyed: boolean;
}

type Asking = Pick<ReadContext, 'db' | 'now'>;

/** Where it was done; null where the document is elsewhere by now, and the activity that cabinet's. */
async function placeOf({ db }: Asking, cabinetId: string, documentId: string | null): Promise<ActivityPlace | null> {
  if (documentId === null) return { cabinetId, folderId: null, isDestroyed: false };
  const document = await db
    .selectFrom('document')
    .select(['folder_id', 'status'])
    .where('id', '=', documentId)
    .where('cabinet_id', '=', cabinetId)
    .executeTakeFirst();
  if (document === undefined) return null;
  return { cabinetId, folderId: document.folder_id, isDestroyed: document.status === 'PURGED' };
}

async function mayKnow({ db, now }: Asking, actor: Actor, place: ActivityPlace): Promise<boolean> {
  const access = await folderAccess(db, { actor, now }, place);
  if (access.role === null || !mayInCabinet(actor, access, 'document:read')) return false;
  return mayInCabinet(actor, access, place.isDestroyed ? 'cabinet:grant' : 'activity:read');
}
