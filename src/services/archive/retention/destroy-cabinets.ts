import { LockMode } from '@mikro-orm/core';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Document } from '../../../entities/archive/document.entity.ts';
import { transition } from '../../kernel/states.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Db } from '../../platform/context.ts';
import { lockAnyCabinet } from '../access/require.ts';
import { cabinetStates } from '../cabinets/cabinet.states.ts';
import { cabinetDestroyed } from '../events.ts';
import { issueCertificate } from './certificates/issue-certificate.ts';
import type { RunRetention } from './run-retention.ts';
import { destroyDocument } from './destroy-document.ts';
import type { Destroying } from './document-parts.ts';
import { whatKeepsCabinet } from './what-keeps-cabinet.ts';

const dayMs = 86_400_000;
/** How long a deleted cabinet waits for somebody to keep it. */
export const deletionDays = 30;
const atOnce = 50;

type Needed = Pick<AppContext, 'run' | 'db' | 'now' | 'certificateKeys' | 'log'>;

/** Every night: destroys the cabinets that were deleted 30 days ago. One of which something must be kept meanwhile waits as it is. */
export async function destroyCabinets(ctx: Needed): Promise<number> {
  let destroyed = 0;
  for (const cabinetId of await deletedCabinets(ctx.db, new Date(ctx.now.getTime() - deletionDays * dayMs))) {
    const step = () => ctx.run(destroyPart, { cabinetId, signer: ctx.certificateKeys });
    let outcome = await step();
    while (outcome === 'MORE') outcome = await step();
    if (outcome === 'DONE') destroyed += 1;
    else ctx.log.warn({ cabinetId }, 'a deleted cabinet holds documents that must be kept');
  }
  return destroyed;
}

async function deletedCabinets(db: Db, before: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('cabinet')
    .select('id')
    .where('status', '=', 'DELETING')
    .where('deleted_at', '<=', before)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Some documents of a cabinet, each with its certificate; with the last of them the cabinet itself. KEPT: nothing of it is destroyed. */
async function destroyPart(tx: Destroying, { cabinetId, signer }: RunRetention): Promise<'MORE' | 'DONE' | 'KEPT'> {
  const cabinet = await lockAnyCabinet(tx, cabinetId);
  if (cabinet.status !== 'DELETING' || (await whatKeepsCabinet(tx, cabinet)).length > 0) return 'KEPT';
  const documents = await tx.em.find(
    Document,
    { cabinet, status: { $ne: 'PURGED' } },
    { limit: atOnce, orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  for (const document of documents)
    await destroyDocument(tx, { cabinet, document }, { why: 'CABINET_DELETED', signer });
  if (documents.length === atOnce) return 'MORE';
  await tx.em.flush();
  await destroyWords(tx, cabinetId);
  finish(tx, cabinet, signer);
  return 'DONE';
}

/** What a cabinet consists of beside its documents: rows that name it. A new one is one line here. */
const cabinetTables = ['tag', 'correspondent', 'custom_field', 'document_type', 'folder', 'cabinet_member'] as const;

async function destroyWords({ em }: Destroying, cabinetId: string): Promise<void> {
  const { db } = writing(em);
  for (const table of cabinetTables) await db.deleteFrom(table).where('cabinet_id', '=', cabinetId).execute();
}

function finish(tx: Destroying, cabinet: Cabinet, signer: RunRetention['signer']): void {
  transition(cabinetStates, cabinet, 'destroy');
  Object.assign(cabinet, {
    nameKey: null,
    description: null,
    defaultTypeId: null,
    folderCount: 0,
    destroyedAt: tx.now,
  });
  issueCertificate(tx, signer, {
    ...{ kind: 'CABINET', cabinetId: cabinet.id, documentId: null, why: 'CABINET_DELETED', ground: null },
    ...{ retainUntil: null, addedAt: cabinet.createdAt, contents: [] },
  });
  tx.emit(cabinetDestroyed, { cabinetId: cabinet.id });
}
