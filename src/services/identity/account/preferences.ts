import { z } from 'zod';
import { setMode, wishesOf, type Mode } from '../../notifications/index.ts';
import type { Db, ReadContext, Tx } from '../../platform/context.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';

const shape = z.object({ agendaByEmail: z.boolean().default(true) });

/** What a person chose that is no preference of a type of notification: do they want the appointments of the next day by mail? */
export type OwnPreferences = z.infer<typeof shape>;

/** The same, with what they chose for messages as clients of before the preferences by type read it. */
export interface Preferences extends OwnPreferences {
  readonly messagesByEmail: boolean;
  readonly messagesInApp: boolean;
}

const everything: OwnPreferences = Object.freeze({ agendaByEmail: true });
const reader = shape.catch(everything);

/** Reads what is stored, whichever version of the application wrote it: what is unknown is dropped, what is missing is on. */
export const readPreferences = (stored: unknown): OwnPreferences =>
  stored === null ? everything : reader.parse(jsonFrom(stored) ?? {});

/** The preferences of these people, by id. */
export async function preferencesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Preferences>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('user').select(['id', 'preferences']).where('id', 'in', ids).execute();
  const wishes = await wishesOf(db, ids);
  return new Map(
    rows.map(({ id, preferences }) => [
      id,
      {
        ...readPreferences(preferences),
        messagesByEmail: wishes.get(id)?.('MESSAGE', 'EMAIL') !== 'OFF',
        messagesInApp: wishes.get(id)?.('MESSAGE', 'IN_APP') !== 'OFF',
      },
    ]),
  );
}

/** The same, for a read of many people at once. */
export const preferencesById = (
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Preferences>> => preferencesOf(db, ids);

const channels = { messagesByEmail: 'EMAIL', messagesInApp: 'IN_APP' } as const satisfies Record<
  string,
  Mode['channel']
>;

/** Writes what somebody chose for messages, as those clients say it. */
export async function chooseForMessages(
  { em }: Tx<'em'>,
  userId: string,
  chosen: Partial<Record<keyof typeof channels, boolean | null | undefined>>,
): Promise<void> {
  const wish = (await wishesOf(writing(em).db, [userId])).get(userId);
  for (const field of ['messagesByEmail', 'messagesInApp'] as const) {
    const isWanted = chosen[field];
    const channel = channels[field];
    // Whoever wants them, and gets them in a digest, goes on getting them so.
    if (isWanted === false) await setMode({ em }, userId, { type: 'MESSAGE', channel, mode: 'OFF' });
    else if (isWanted === true && wish?.('MESSAGE', channel) === 'OFF')
      await setMode({ em }, userId, { type: 'MESSAGE', channel, mode: 'IMMEDIATE' });
  }
}
