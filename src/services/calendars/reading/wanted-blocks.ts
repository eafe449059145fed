import type { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import type { CalendarWindow, FoundEvent, FoundOccurrence } from '../../adapters/calendars/port.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { yieldToEventLoop } from '../../kernel/yield-to-event-loop.ts';

/** Busy time as it is stored of an occurrence. */
export interface WantedBlock {
  readonly eventHash: string;
  readonly occurrence: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isAllDay: boolean;
  readonly title: string | null;
}

/** What of a calendar blocks, by the choice of its owner. */
export type BlockingRules = Pick<
  ConnectedCalendar,
  'blocks' | 'ignoresAllDay' | 'ignoresTentative' | 'ignoresUnanswered'
>;

interface Reading {
  readonly rules: BlockingRules;
  readonly window: CalendarWindow;
  readonly keepsTitles: boolean;
}

export const keyOf = ({ eventHash, occurrence }: Pick<WantedBlock, 'eventHash' | 'occurrence'>): string =>
  `${eventHash}:${occurrence}`;

const pieceOfWork = 250;

/** The busy time that events make, by event and occurrence; what reaches beyond the window is cut. */
export async function wantedBlocks(
  events: readonly FoundEvent[],
  { rules, window, keepsTitles }: Reading,
): Promise<Map<string, WantedBlock>> {
  const wanted = new Map<string, WantedBlock>();
  for (const [index, { eventId, occurrences }] of events.entries()) {
    if (index % pieceOfWork === pieceOfWork - 1) await yieldToEventLoop();
    const eventHash = fingerprint(eventId);
    for (const found of occurrences.filter((each) => isBusy(each, rules))) {
      const [startsAt, endsAt] = [later(found.startsAt, window.from), earlier(found.endsAt, window.to)];
      const title = keepsTitles ? (found.title?.slice(0, 255) ?? null) : null;
      const block = {
        eventHash,
        occurrence: found.key.slice(0, 30),
        startsAt,
        endsAt,
        isAllDay: found.isAllDay,
        title,
      };
      if (endsAt > startsAt) wanted.set(keyOf(block), block);
    }
  }
  return wanted;
}

const isBusy = ({ isAllDay, isTentative, isUnanswered }: FoundOccurrence, rules: BlockingRules): boolean =>
  rules.blocks &&
  !(isAllDay && rules.ignoresAllDay) &&
  !(isTentative && rules.ignoresTentative) &&
  !(isUnanswered && rules.ignoresUnanswered);

const later = (a: Date, b: Date): Date => (a > b ? a : b);
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
