import { z } from 'zod';
import type { Db } from '../../platform/context.ts';
import { jsonFrom } from '../../platform/orm/values.ts';

const shape = z.object({
  messagesByEmail: z.boolean().default(true),
  messagesInApp: z.boolean().default(true),
  agendaByEmail: z.boolean().default(true),
});

/** How a person wants to be notified of messages, and of the appointments of the next day. They are always notified of what concerns their account or their money. */
export type Preferences = z.infer<typeof shape>;

const everything: Preferences = Object.freeze({ messagesByEmail: true, messagesInApp: true, agendaByEmail: true });
const reader = shape.catch(everything);

/** Reads what is stored, whichever version of the application wrote it: what is unknown is dropped, what is missing is on. */
export const readPreferences = (stored: unknown): Preferences =>
  stored === null ? everything : reader.parse(jsonFrom(stored) ?? {});

/** The preferences of these people, by id. */
export async function preferencesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Preferences>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('user').select(['id', 'preferences']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, preferences }) => [id, readPreferences(preferences)]));
}
