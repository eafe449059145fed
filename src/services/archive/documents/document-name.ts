import { Document } from '../../../entities/archive/document.entity.ts';
import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { nameKey, numberedName } from '../name-key.ts';

/** Its files are downloaded under its title, whatever they were called. Its title is flushed or was just given. */
export async function renameFiles({ em }: Tx<'em'>, { id, title }: Pick<Document, 'id' | 'title'>): Promise<void> {
  const versions = writing(em).db.selectFrom('document_version').select('file_id').where('document_id', '=', id);
  const files = (await versions.where('file_id', 'is not', null).execute()).map(({ file_id }) => file_id as string);
  if (files.length > 0) await em.nativeUpdate(StoredFile, { id: { $in: files } }, { name: title });
}

export interface DocumentPlace {
  readonly cabinetId: string;
  readonly folderId: string | null;
}

/** Of a document in its folder, or at the top of the cabinet. */
export const documentNameKey = ({ cabinetId, folderId }: DocumentPlace, title: string): string =>
  nameKey(`document ${folderId ?? cabinetId}`, title);

/** The living document of that title in a place; null for none. The cabinet is locked. */
export const documentNamed = ({ em }: Tx<'em'>, place: DocumentPlace, title: string): Promise<Document | null> =>
  em.findOne(Document, { nameKey: documentNameKey(place, title), isNamed: true });

/** How many numbered titles are looked at together. */
const some = 50;

/** The title, or the first of « rapport (2).pdf », « rapport (3).pdf » … that is free there. The cabinet is locked. */
export async function freeTitle({ em }: Tx<'em'>, place: DocumentPlace, title: string): Promise<string> {
  for (let from = 1; ; from += some) {
    const titles = Array.from({ length: some }, (_, i) => (from + i === 1 ? title : numberedName(title, from + i)));
    const keys = titles.map((one) => documentNameKey(place, one));
    const taken = await writing(em)
      .db.selectFrom('document')
      .select('name_key')
      .where('name_key', 'in', keys)
      .where('is_named', '=', true)
      .execute();
    const free = titles.find((_one, i) => !taken.some(({ name_key }) => name_key === keys[i]));
    if (free !== undefined) return free;
  }
}
