import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { cabinetRoles, type CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import type { RestrictionLevel } from '../../../entities/archive/folder.entity.ts';
import { can } from '../../access/actor.ts';
import type { Db } from '../../platform/context.ts';
import type { ListShape } from '../../platform/list.ts';
import { cabinetAccess, containerOf, type Asking, type CabinetAccess } from './cabinet-access.ts';

/** A place in the tree: a folder, or null for the top of the cabinet. */
export interface TreePlace {
  readonly cabinetId: string;
  readonly folderId: string | null;
}

/** The least of a role and of what restrictions leave: null for nothing. Managers are never restricted. */
export function restrictedRole(role: CabinetRole, levels: readonly RestrictionLevel[]): CabinetRole | null {
  if (role === 'MANAGER' || levels.length === 0) return role;
  if (levels.includes('NONE')) return null;
  const ranks = [role, ...(levels as readonly CabinetRole[])].map((one) => cabinetRoles.indexOf(one));
  return cabinetRoles[Math.min(...ranks)] ?? null;
}

/**
 * What an actor may do in a folder: the one question about it. The role in the cabinet, lowered by every restriction from the top down to
 * the folder. A folder they may not read has no place for them: it does not exist.
 */
export async function folderAccess(db: Db, asking: Asking, { cabinetId, folderId }: TreePlace): Promise<CabinetAccess> {
  const access = await cabinetAccess(db, asking, cabinetId);
  if (folderId === null || access.container.places.length === 0) return access;
  // An admin who is no member sees the cabinet, and nothing that is in it.
  if (access.role === null) return { ...access, container: containerOf([]) };
  const { userId } = asking.actor;
  const levels = access.role === 'MANAGER' || userId === null ? [] : await levelsAbove(db, { folderId, userId });
  const role = restrictedRole(access.role, levels);
  return { ...access, role, container: containerOf(role === null ? [] : [role]) };
}

/** The restrictions of somebody on a folder and on every folder it is in. */
async function levelsAbove(
  db: Db,
  { folderId, userId }: { readonly folderId: string; readonly userId: string },
): Promise<RestrictionLevel[]> {
  const { rows } = await sql<{ most: RestrictionLevel }>`
    with recursive above (id, parent_id) as (
      select id, parent_id from folder where id = ${folderId}
      union all
      select folder.id, folder.parent_id from folder join above on folder.id = above.parent_id
    )
    select most from folder_restriction where user_id = ${userId} and folder_id in (select id from above)`.execute(db);
  return rows.map(({ most }) => most);
}

/**
 * The ids of the folders of a cabinet that somebody may not read, as a subquery: those with a restriction to NONE, and all that is in them.
 */
export const hiddenFolders = (userId: string, cabinetId: string) => sql<string>`(
  with recursive hidden (id) as (
    select folder.id from folder join folder_restriction on folder_restriction.folder_id = folder.id
      where folder_restriction.user_id = ${userId} and folder_restriction.most = 'NONE' and folder.cabinet_id = ${cabinetId}
    union
    select folder.id from folder join hidden on folder.parent_id = hidden.id
  )
  select id from hidden)`;

/**
 * The condition that a column names a folder which the actor may read, or none. For whoever reads no documents there nothing is readable.
 */
export function readableFolders(
  { actor }: Asking,
  { cabinetId, role, container }: CabinetAccess,
  column: string,
): RawBuilder<SqlBool> {
  if (!can(actor, 'document:read', { container })) return sql`1 = 0`;
  if (role === 'MANAGER' || actor.userId === null) return sql`1 = 1`;
  return sql`(${sql.ref(column)} is null or ${sql.ref(column)} not in ${hiddenFolders(actor.userId, cabinetId)})`;
}

/** What the text of that condition depends on, and its values in their order. */
export function readableShape({ actor }: Asking, { cabinetId, role, container }: CabinetAccess): ListShape {
  if (!can(actor, 'document:read', { container })) return { key: 'nothing', values: [] };
  if (role === 'MANAGER' || actor.userId === null) return { key: 'all', values: [] };
  return { key: 'not hidden', values: [actor.userId, cabinetId] };
}
