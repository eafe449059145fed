import { Document } from '../../../entities/archive/document.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Folder } from '../../../entities/archive/folder.entity.ts';
import { RestoreItem } from '../../../entities/backups/restore-item.entity.ts';
import { RestoreRun } from '../../../entities/backups/restore-run.entity.ts';
import { addContent, addFolder, lockAnyCabinet, versionOf, type AddedContent } from '../../archive/index.ts';
import { registerFile } from '../../files/index.ts';
import type { Tx } from '../../platform/context.ts';
import type { SealedFile } from '../../vault/index.ts';
import { writing } from '../../platform/orm/values.ts';
import type { DocumentOfBackup } from './documents-of-backup.ts';
import { outcomeNow } from './outcome-now.ts';

type Entering = Tx<'em' | 'actor' | 'now' | 'config' | 'record' | 'emit'>;

interface EnterDocument {
  readonly itemId: string;
  /** A folder for documents that are no more. */
  readonly into: string | null;
  readonly document: DocumentOfBackup;
  readonly sealed: SealedFile;
}

/**
 * A restored document in its cabinet, in one transaction with its item: the next version of the document, or a new one where it is no
 * more, in the folder it was in, which is made again when it is missing. Nothing that is there is changed.
 */
export async function enterDocument(tx: Entering, { itemId, into, document, sealed }: EnterDocument): Promise<void> {
  const item = await tx.em.findOneOrFail(RestoreItem, { id: itemId });
  if (item.outcome !== 'WAITING') return;
  const run = await tx.em.findOneOrFail(RestoreRun, { id: item.run.id });
  const cabinet = await lockAnyCabinet(tx, document.cabinetId);
  // From here to the commit nobody else writes there: what somebody did meanwhile counts.
  const outcome = await outcomeNow({ db: writing(tx.em).db, now: tx.now }, document);
  item.doneAt = tx.now;
  if (outcome !== 'WAITING') {
    item.outcome = outcome;
    run.skipped += 1;
    return;
  }
  const { version } = await added(tx, cabinet, { into, document, sealed });
  item.outcome = 'RESTORED';
  item.versionId = version.id;
  run.restored += 1;
}

async function added(
  tx: Entering,
  cabinet: Cabinet,
  { into, document, sealed }: Omit<EnterDocument, 'itemId'>,
): Promise<AddedContent> {
  const { name, mimeType, kind } = document.file;
  const file = registerFile(tx, { sealed, name, mimeType, kind, ownerId: null });
  const made = { cabinet, file, authorId: null, origin: 'RESTORED_BACKUP', restoredFrom: document.versionId } as const;
  const live = await tx.em.findOne(Document, { id: document.id }, { refresh: true });
  if (live !== null && live.status !== 'PURGED') return versionOf(tx, { ...made, document: live });
  const folder = await folderOf(tx, cabinet, { into, path: document.path });
  return addContent(tx, { ...made, folder, title: document.title, onNameTaken: 'KEEP_BOTH' });
}

/** The folder that was asked for, or the one it was in: the nearest that lives, and below it the missing ones made again. */
async function folderOf(
  tx: Entering,
  cabinet: Cabinet,
  { into, path }: { readonly into: string | null } & Pick<DocumentOfBackup, 'path'>,
): Promise<Folder | null> {
  if (into !== null) return tx.em.findOneOrFail(Folder, { id: into, cabinet, status: 'ACTIVE' });
  let folder: Folder | null = null;
  for (const { id, name } of path) {
    folder = await folderAt(tx, cabinet, { id, name, parent: folder });
  }
  return folder;
}

interface FolderPlace {
  readonly id: string;
  readonly name: string;
  readonly parent: Folder | null;
}

const folderAt = async (tx: Entering, cabinet: Cabinet, { id, name, parent }: FolderPlace): Promise<Folder> =>
  (await tx.em.findOne(Folder, { id, cabinet, status: 'ACTIVE' })) ??
  (await tx.em.findOne(Folder, { cabinet, parentId: parent?.id ?? null, name, status: 'ACTIVE' })) ??
  (await addFolder(tx, { cabinet, parentId: parent?.id ?? null, name }));
