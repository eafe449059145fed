import { sql } from 'kysely';
import type { OnNameTaken } from '../../../entities/archive/document.entity.ts';
import { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import { idOf, requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { statesAllowing } from '../../kernel/states.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { claimedType, fileName } from '../../files/index.ts';
import { takePlace } from './destination.ts';
import { folderAt, type FolderPath } from './folder-path.ts';
import { requireEmptyAllowed } from './judge-upload.ts';
import { publishUpload } from './live.ts';
import { finishReceived } from './register-segment.ts';
import { mostLive } from './upload-limits.ts';
import { uploadStates } from './upload.states.ts';

export interface BeginUpload extends Keyed {
  readonly cabinetId: string;
  readonly folderId?: string | null | undefined;
  /** Folders below that one, by their names; missing ones are made. */
  readonly folderPath?: readonly string[] | null | undefined;
  readonly documentId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
  readonly name: string;
  /** Plain bytes. */
  readonly size: number;
  readonly sha256?: string | null | undefined;
  readonly deleteAfterUpload?: boolean | null | undefined;
  readonly onNameTaken?: OnNameTaken | null | undefined;
}

type Beginning = Tx<'em' | 'actor' | 'now' | 'config' | 'record' | 'publish' | 'enqueue'>;

async function enter(tx: Beginning, input: Omit<BeginUpload, 'key'>): Promise<UploadSession> {
  const uploaderId = uploaderOf(tx);
  checkSize(tx, input.size);
  const name = fileName(input.name);
  const type = claimedType({ name, declaredType: '' }, { kinds: acceptedKinds });
  if (input.size === 0) requireEmptyAllowed(type);
  await requireFewLive(tx, uploaderId);
  const session = tx.em.create(UploadSession, {
    id: newId(),
    uploaderId,
    ...(await placeOf(tx, input)),
    name,
    mimeType: type.mimeType,
    kind: type.kind,
    sizeBytes: input.size,
    sha256: input.sha256?.toLowerCase() ?? null,
    deleteAfterUpload: input.deleteAfterUpload ?? false,
    fileId: newId(),
    lastActiveAt: tx.now,
  });
  await takePlace(tx, session);
  await tx.em.flush();
  tx.record({
    action: 'UPLOAD_BEGUN',
    targetType: 'upload',
    targetId: session.id,
    payload: { cabinetId: session.cabinetId, size: session.sizeBytes, deleteAfterUpload: session.deleteAfterUpload },
  });
  if (session.sizeBytes === 0) finishReceived(tx, session);
  else publishUpload(tx, session);
  return session;
}

const acceptedKinds = ['DOCUMENT', 'IMAGE', 'AUDIO', 'VIDEO', 'ARCHIVE', 'OTHER'] as const;

async function placeOf(tx: Pick<Beginning, 'em' | 'actor' | 'now' | 'record'>, input: Omit<BeginUpload, 'key'>) {
  const { cabinetId, documentId = null, expectedVersion = null } = input;
  const path = {
    ...{ cabinetId, folderId: input.folderId ?? null },
    ...{ names: input.folderPath ?? [], field: 'input.folderPath' as const },
  };
  if (documentId !== null && !isTop(path)) throw fieldError('input.folderId', 'not-with-document');
  const onNameTaken = input.onNameTaken ?? ('REFUSE' as const);
  return { cabinetId, documentId, expectedVersion, onNameTaken, folderId: await folderAt(tx, path) };
}

const isTop = ({ folderId, names }: FolderPath): boolean => folderId === null && names.length === 0;

function uploaderOf({ actor }: Pick<Beginning, 'actor'>): string {
  const id = idOf(actor);
  if (id === null) throw new DomainError('UNAUTHENTICATED');
  return id;
}

function checkSize({ config }: Pick<Beginning, 'config'>, size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw fieldError('input.size', 'min');
  if (size > config.ARCHIVE_MAX_UPLOAD_BYTES)
    throw new DomainError('FILE_TOO_LARGE', { limit: config.ARCHIVE_MAX_UPLOAD_BYTES });
}

/** Counted one after the other: a hundred at one instant are not all the first. */
async function requireFewLive(tx: Pick<Beginning, 'em' | 'now'>, uploaderId: string): Promise<void> {
  await takeTurn(tx, 'beginUpload', uploaderId);
  const { n } = await writing(tx.em)
    .db.selectFrom('upload_session')
    .select(sql<unknown>`count(*)`.as('n'))
    .where('uploader_id', '=', uploaderId)
    .where('status', 'in', [...statesAllowing(uploadStates, 'append'), ...statesAllowing(uploadStates, 'complete')])
    .executeTakeFirstOrThrow();
  if (numberFrom(n) >= mostLive) throw new DomainError('ARCHIVE_LIMIT', { limit: 'uploads', most: mostLive });
}

/**
 * Begins an upload that can be interrupted: right, type, size and space are checked now, and the space is reserved. Errors:
 * FILE_TOO_LARGE, FILE_TYPE_REFUSED, ARCHIVE_LIMIT, and those of the place: NOT_FOUND, FORBIDDEN, QUOTA_EXCEEDED, NAME_TAKEN …
 */
export const beginUpload = keyed<
  'em' | 'actor' | 'now' | 'config' | 'record' | 'publish' | 'enqueue',
  BeginUpload,
  UploadSession
>('beginUpload', enter, ({ em }, id) => em.findOneOrFail(UploadSession, { id }));

/** The same, as often as one may. Error: RATE_LIMITED. */
export async function requestUpload(
  { run, limits, actor }: Pick<AppContext, 'run' | 'limits' | 'actor'>,
  input: BeginUpload,
): Promise<UploadSession> {
  requirePermission(actor, 'upload:begin');
  await limits.take('upload-session/person', uploaderOf({ actor }));
  return run(beginUpload, input);
}
