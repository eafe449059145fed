import { LockMode } from '@mikro-orm/core';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { CalendarChanges, CalendarWindow } from '../../adapters/calendars/port.ts';
import type { Tx } from '../../platform/context.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { reviewOverlaps } from '../conflicts/review-overlaps.ts';
import { judgeOwnEvents, type SeenLinks } from '../conflicts/own-events.ts';
import { replaceBlocks } from './replace-blocks.ts';

/** What was read of a calendar, and what was known of it before. */
export interface ReadCalendar {
  readonly calendarId: string;
  /** The version of the calendar's row when its reading began. */
  readonly version: number;
  readonly window: CalendarWindow;
  readonly changes: CalendarChanges;
  /** Our own events there, as they were when the reading began. */
  readonly links: SeenLinks;
}

export type ApplyingTx = Tx<'em' | 'now' | 'emit' | 'publish'>;

/**
 * Makes a calendar what was read of it, in one transaction: busy time, our own events, conflicts, and where the next reading goes on.
 * Nothing when somebody else read it, or chose otherwise, meanwhile: what was read is old.
 */
export async function applyChanges(tx: ApplyingTx, read: ReadCalendar): Promise<void> {
  const { window, changes } = read;
  const calendar = await tx.em.findOne(
    ConnectedCalendar,
    { id: read.calendarId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (calendar === null || calendar.version !== read.version) return;
  const connection = await tx.em.findOneOrFail(CalendarConnection, { id: calendar.connection.id });
  if (connection.status !== 'CONNECTED') return;
  const artisan = await tx.em.findOneOrFail(Artisan, { id: connection.artisan.id });
  await takeTurn(tx, 'calendars.import', artisan.id);
  const events = await judgeOwnEvents(tx, { calendar, window, changes, seen: read.links });
  const { keepsTitles } = connection;
  await replaceBlocks(tx, { calendar, artisan, window, keepsTitles, changes, events });
  Object.assign(calendar, {
    ...{ syncToken: changes.syncToken, windowFrom: window.from, windowTo: window.to, lastSyncAt: tx.now },
    ...{ skippedCount: changes.skipped.length, skippedReasons: countOf(changes.skipped) },
  });
  await tx.em.flush();
  await reviewOverlaps(tx, { artisanId: artisan.id, calendarId: calendar.id });
}

const mostReasons = 20;

const countOf = (reasons: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(reasons, (reason) => reason.slice(0, 60))]
      .slice(0, mostReasons)
      .map(([reason, same]) => [reason, same.length]),
  );
