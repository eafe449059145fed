import { sql } from 'kysely';
import { Folder } from '../../../entities/archive/folder.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import { nameKey } from '../name-key.ts';

/** How many levels folders have at most. */
export const mostDeep = 20;

export interface FolderPlace {
  readonly cabinetId: string;
  readonly parentId: string | null;
}

/** Of a folder in its parent, or at the top of the cabinet. */
export const folderNameKey = ({ cabinetId, parentId }: FolderPlace, name: string): string =>
  nameKey(`folder ${parentId ?? cabinetId}`, name);

/** Refuses a name that another living folder has in the same place. The cabinet is locked. */
export async function requireFreeFolderName(
  { em }: Tx<'em'>,
  { key, name, exceptId }: { readonly key: string; readonly name: string; readonly exceptId?: string },
): Promise<void> {
  const other = await em.findOne(Folder, { nameKey: key, isNamed: true });
  if (other !== null && other.id !== exceptId) throw new DomainError('NAME_TAKEN', { name });
}

/** A folder and those it is in, from itself up to the top. */
export async function pathTo(
  db: Db,
  folderId: string,
): Promise<{ id: string; name: string; parentId: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; parent_id: string | null }>`
    with recursive above (id, name, parent_id, step) as (
      select id, name, parent_id, 0 from folder where id = ${folderId}
      union all
      select folder.id, folder.name, folder.parent_id, above.step + 1
        from folder join above on folder.id = above.parent_id
    )
    select id, name, parent_id from above order by step`.execute(db);
  return rows.map(({ id, name, parent_id }) => ({ id, name, parentId: parent_id }));
}

/** How deep a folder is: 1 at the top of the cabinet; 0 for the top itself. */
export const depthOf = async ({ em }: Tx<'em'>, folderId: string | null): Promise<number> =>
  folderId === null ? 0 : (await pathTo(writing(em).db, folderId)).length;

/** A folder and all that is below it, in the trash or not, as a subquery of ids. */
export const folderAndBelow = (folderId: string) => sql<string>`(
  with recursive below (id) as (
    select id from folder where id = ${folderId}
    union
    select folder.id from folder join below on folder.parent_id = below.id
  )
  select id from below)`;

/** How many levels a folder and what is below it have. */
export async function heightOf({ em }: Tx<'em'>, folderId: string): Promise<number> {
  const { rows } = await sql<{ levels: unknown }>`
    with recursive below (id, level) as (
      select id, 1 from folder where id = ${folderId}
      union all
      select folder.id, below.level + 1 from folder join below on folder.parent_id = below.id
    )
    select max(level) as levels from below`.execute(writing(em).db);
  return numberFrom(rows[0]?.levels);
}
