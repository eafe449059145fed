import { sql } from 'kysely';
import { writing } from '../../platform/orm/values.ts';
import type { RetentionClass } from '../../platform/retention.ts';
import { eraseFiles } from '../personal-data.ts';
import type { ExtractTable } from './extract.ts';

type Extracts = Pick<RetentionClass, 'name' | 'description' | 'ground' | 'phase'> & { readonly table: ExtractTable };

/** How long extracts are kept once they are written, with their sealed files: thirty days unless an admin chooses otherwise. */
export const extractRetention = (extracts: Extracts): RetentionClass => ({
  ...extracts,
  since: sql.ref(`${extracts.table}.finished_at`),
  days: { usual: 30, least: 1, most: 365 },
  action: 'DELETE',
  apply: async (tx, ids) => {
    const { db } = writing(tx.em);
    const files = await db
      .selectFrom(extracts.table)
      .select('file_id')
      .where('id', 'in', ids)
      .where('file_id', 'is not', null)
      .execute();
    await db.deleteFrom(extracts.table).where('id', 'in', ids).execute();
    await eraseFiles(
      tx,
      files.map(({ file_id }) => file_id as string),
    );
  },
});
