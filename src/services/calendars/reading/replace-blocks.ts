import type { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { CalendarChanges, CalendarWindow, FoundEvent } from '../../adapters/calendars/port.ts';
import { fingerprint, newId } from '../../kernel/ids.ts';
import { yieldToEventLoop } from '../../kernel/yield-to-event-loop.ts';
import type { Tx } from '../../platform/context.ts';
import { insertCompiled } from '../../platform/orm/compiled.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import { changeExternalTime } from '../../scheduling/index.ts';
import { keyOf, wantedBlocks, type WantedBlock } from './wanted-blocks.ts';

interface Replacing {
  readonly calendar: ConnectedCalendar;
  readonly artisan: Pick<Artisan, 'id' | 'timeZone'>;
  readonly window: CalendarWindow;
  readonly keepsTitles: boolean;
  readonly changes: CalendarChanges;
  /** Those of the changes that are not our own. */
  readonly events: readonly FoundEvent[];
}

type ReplacingTx = Tx<'em' | 'now' | 'emit' | 'publish'>;

const chunkSize = 100;

/**
 * Makes the busy time of a calendar what its provider says of the events that changed, or of all of them. What did not change is not
 * touched, so that no time is free for a moment that is busy before and after; what is over is kept until its retention ends.
 */
export async function replaceBlocks(tx: ReplacingTx, replacing: Replacing): Promise<void> {
  const { calendar, artisan, window, events } = replacing;
  const wanted = await wantedBlocks(events, { rules: calendar, window, keepsTitles: replacing.keepsTitles });
  const isOver = (block: StoredBlock): boolean => block.endsAt <= window.from && !wanted.has(keyOf(block));
  const stored = (await storedBlocks(tx, replacing)).filter((block) => !isOver(block));
  const isKept = (block: StoredBlock): boolean => isAs(block, wanted.get(keyOf(block)));
  const gone = stored.filter((block) => !isKept(block)).map(({ id }) => id);
  const kept = new Set(stored.filter(isKept).map(keyOf));
  const added = [...wanted.values()]
    .filter((block) => !kept.has(keyOf(block)))
    .map((block) => ({ id: newId(), ...block }));
  await deleteBlocks(tx, gone);
  for (let at = 0; at < added.length; at += chunkSize)
    await insertBlocks(tx, { calendarId: calendar.id, artisanId: artisan.id }, added.slice(at, at + chunkSize));
  await changeExternalTime(tx, {
    ...{ artisanId: artisan.id, timeZone: artisan.timeZone, gone },
    added: added.map(({ id, startsAt, endsAt }) => ({ id, from: startsAt, to: endsAt })),
  });
}

interface StoredBlock extends WantedBlock {
  readonly id: string;
}

const isAs = (stored: StoredBlock, wanted: WantedBlock | undefined): boolean =>
  wanted !== undefined &&
  stored.startsAt.getTime() === wanted.startsAt.getTime() &&
  stored.endsAt.getTime() === wanted.endsAt.getTime() &&
  stored.isAllDay === wanted.isAllDay &&
  stored.title === wanted.title;

/** Of all events, or of those that changed. */
async function storedBlocks(tx: ReplacingTx, { calendar, changes }: Replacing): Promise<StoredBlock[]> {
  if (changes.isComplete) return readBlocks(tx, calendar.id);
  const hashes = [...changes.events.map(({ eventId }) => eventId), ...changes.removed].map(fingerprint);
  const blocks: StoredBlock[] = [];
  for (let at = 0; at < hashes.length; at += chunkSize)
    blocks.push(...(await readBlocks(tx, calendar.id, hashes.slice(at, at + chunkSize))));
  return blocks;
}

async function readBlocks({ em }: ReplacingTx, calendarId: string, hashes?: readonly string[]): Promise<StoredBlock[]> {
  const all = writing(em)
    .db.selectFrom('busy_block')
    .select(['id', 'event_hash as eventHash', 'occurrence', 'starts_at', 'ends_at', 'is_all_day', 'title'])
    .where('calendar_id', '=', calendarId);
  const rows = await (hashes === undefined ? all : all.where('event_hash', 'in', hashes)).execute();
  return rows.map(({ starts_at, ends_at, is_all_day, ...block }) => ({
    ...block,
    ...{ startsAt: instantFrom(starts_at), endsAt: instantFrom(ends_at), isAllDay: Boolean(is_all_day) },
  }));
}

async function deleteBlocks({ em }: ReplacingTx, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += chunkSize)
    await writing(em)
      .db.deleteFrom('busy_block')
      .where('id', 'in', ids.slice(at, at + chunkSize))
      .execute();
}

async function insertBlocks(
  { em, now }: ReplacingTx,
  { calendarId, artisanId }: { readonly calendarId: string; readonly artisanId: string },
  blocks: readonly StoredBlock[],
): Promise<void> {
  await yieldToEventLoop();
  const { db } = writing(em);
  const rows = blocks.map(({ id, eventHash, occurrence, startsAt, endsAt, isAllDay, title }) => ({
    ...{ id, created_at: now, version: 1, calendar_id: calendarId, artisan_id: artisanId, event_hash: eventHash },
    ...{ occurrence, starts_at: startsAt, ends_at: endsAt, is_all_day: isAllDay, title },
  }));
  await insertCompiled(db, 'busy_block', { rows, make: () => db.insertInto('busy_block').values(rows) });
}
