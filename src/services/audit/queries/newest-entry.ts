import { instantFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';

/** When the last entry was written, as its clock said; null for an empty audit log. */
export async function newestEntryAt(db: Db): Promise<Date | null> {
  const row = await db.selectFrom('audit_entry').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : instantFrom(row.at);
}
