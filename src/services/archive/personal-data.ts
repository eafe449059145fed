import { CabinetMember } from '../../entities/archive/cabinet-member.entity.ts';
import type { Cabinet } from '../../entities/archive/cabinet.entity.ts';
import { Document, Favourite } from '../../entities/archive/document.entity.ts';
import { FolderRestriction } from '../../entities/archive/folder.entity.ts';
import type { Db } from '../platform/context.ts';
import { lost, type ErasureScope, type PersonalData } from '../platform/personal-data.ts';
import { writing } from '../platform/orm/values.ts';
import { lockAnyCabinet } from './access/require.ts';
import { lastingManagers } from './cabinets/last-manager.ts';
import { cabinetAccessEnded, cabinetWithoutManager } from './events.ts';
import { archiveDataTexts } from './personal-data-texts.ts';
import { eraseRuns } from './runs/personal-data.ts';
import { collectUploads, eraseUploads } from './uploads/personal-data.ts';

const addedBy = (db: Db, userId: string) => db.selectFrom('document_version').where('author_id', '=', userId);

/**
 * The places, favourites and uploads of a person. What they put into a cabinet is the cabinet's: it stays when they are erased, and names
 * them by an id that no longer says who they were.
 */
export const archivePersonalData: PersonalData = {
  domain: 'archive',
  texts: archiveDataTexts,
  collect: async (db, { userId, email }) => [
    {
      table: 'cabinet_member',
      rows: await db
        .selectFrom('cabinet_member')
        .select(['id', 'cabinet_id', 'user_id', 'email', 'role', 'expires_at', 'is_entry', 'reason', 'created_at'])
        .where((on) => on.or([on('user_id', '=', userId), on('email', '=', email)]))
        .orderBy('id')
        .execute(),
    },
    ...(await collectUploads(db, userId)),
    {
      table: 'favourite',
      rows: await db.selectFrom('favourite').selectAll().where('user_id', '=', userId).orderBy('id').execute(),
    },
    {
      table: 'document_version',
      rows: await addedBy(db, userId)
        .select(['id', 'document_id', 'number', 'size_bytes', 'mime_type', 'created_at'])
        .orderBy('id')
        .execute(),
    },
  ],
  keepUnused: [
    { table: 'cabinet', column: 'owner_id' },
    { table: 'cabinet_member', column: 'user_id' },
  ],
  async erase(tx, { userId, email }) {
    const places = await tx.em.find(
      CabinetMember,
      { $or: [{ user: userId }, { email }] },
      { orderBy: { cabinet: 'asc' } },
    );
    for (const place of places) await forgetPlace(tx, place);
    await tx.em.nativeDelete(Favourite, { user: userId });
    await tx.em.nativeDelete(FolderRestriction, { user: userId });
    await tx.em.nativeUpdate(Document, { lockedBy: userId }, { lockedBy: null, lockedUntil: null, lockReason: null });
    const uploads = await eraseUploads(tx, userId);
    const runs = await eraseRuns(tx, userId);
    const versions = await addedBy(writing(tx.em).db, userId).select('id').execute();
    return [
      lost('CABINET_PLACES', places.length),
      lost('DOCUMENT_VERSIONS', versions.length, 'PSEUDONYMISED'),
      uploads,
      runs,
    ];
  },
};

/** The place goes; a cabinet that nobody looks after any more is shown to the admins, with its oldest contributor. */
async function forgetPlace(tx: ErasureScope, { id, cabinet: inCabinet, user, role }: CabinetMember): Promise<void> {
  const cabinet = await lockAnyCabinet(tx, inCabinet.id);
  await tx.em.nativeDelete(CabinetMember, { id });
  tx.emit(cabinetAccessEnded, { cabinetId: cabinet.id, memberId: id, userId: user?.id ?? null, role });
  const left = (await lastingManagers(tx, cabinet)).filter((one) => one.user?.id !== user?.id);
  if (role === 'MANAGER' && left.length === 0) await proposeManager(tx, cabinet);
}

async function proposeManager({ em, emit }: ErasureScope, cabinet: Cabinet): Promise<void> {
  const oldest = await em.findOne(
    CabinetMember,
    { cabinet, role: 'CONTRIBUTOR', user: { status: 'ACTIVE' } },
    { orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  emit(cabinetWithoutManager, { cabinetId: cabinet.id, proposedUserId: oldest?.user?.id ?? null });
}
