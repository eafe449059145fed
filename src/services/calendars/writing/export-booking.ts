import { CalendarEventLink } from '../../../entities/calendars/calendar-event-link.entity.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import {
  CalendarFailure,
  type CalendarWriter,
  type CalendarCredentials,
  type WrittenEvent,
} from '../../adapters/calendars/port.ts';
import { fingerprint } from '../../kernel/ids.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { RetryLater } from '../../platform/jobs/index.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { exportBookingTask, syncConnectionTask } from '../calendar-jobs.ts';
import { loseEvent } from '../conflicts/own-events.ts';
import { withCredentials, type Reaching } from '../connections/with-credentials.ts';
import { noteFailure } from '../reading/health.ts';
import { planExport, type ExportStep } from './plan-export.ts';

type Exporting = Reaching & Pick<AppContext, 'log' | 'measures'>;

/**
 * Writes the event of a booking into the calendar of its artisan, moves it, or removes it: at least once, and never twice, since its name
 * there is its own. A calendar that fails is tried again; the booking stands whatever it does.
 */
export async function exportBooking(ctx: Exporting, { bookingId }: PayloadOf<typeof exportBookingTask>): Promise<void> {
  const steps = await ctx.run(planExport, bookingId);
  crashPoint('after-event-planned');
  for (const step of steps) {
    try {
      await takeStep(ctx, step, bookingId);
    } catch (error) {
      if (!(error instanceof CalendarFailure)) throw error;
      await afterFailure(ctx, step, error);
    }
  }
}

async function takeStep(ctx: Exporting, step: ExportStep, bookingId: string): Promise<void> {
  const written = await withCredentials(ctx, step.connectionId, async ({ connector: { writer }, credentials }) =>
    writer === undefined ? null : write(writer, credentials, step),
  );
  crashPoint('after-event-written');
  await ctx.run(noteWritten, { step, written, bookingId });
}

async function write(
  writer: CalendarWriter,
  credentials: CalendarCredentials,
  { place, event, written, unsure }: ExportStep,
): Promise<WrittenEvent | null> {
  if (event !== null) return writer.put(credentials, place, event, written);
  // Written twice it is there once: so its name at the provider is known, whether it was there or not.
  const there = unsure === null ? written : await writer.put(credentials, place, unsure, null);
  if (there !== null) await writer.remove(credentials, place, there);
  return null;
}

interface Done {
  readonly step: ExportStep;
  readonly written: WrittenEvent | null;
  readonly bookingId: string;
}

/** When the booking changed meanwhile, it is written again: whoever was last, the last state is what stays. */
async function noteWritten(tx: Tx<'em' | 'enqueue'>, { step, written, bookingId }: Done): Promise<void> {
  const link = await tx.em.findOne(CalendarEventLink, { id: step.linkId });
  if (link === null) return;
  const { event } = step;
  if (event === null || written === null) {
    link.state = 'REMOVED';
    return;
  }
  Object.assign(link, {
    ...{ state: 'WRITTEN', eventId: written.eventId, eventHash: fingerprint(written.eventId), etag: written.etag },
    ...{ writtenSequence: event.sequence, startsAt: event.startsAt, endsAt: event.endsAt },
  });
  const booking = await tx.em.findOneOrFail(Booking, { id: bookingId });
  if (booking.status !== 'CONFIRMED' || booking.sequence !== event.sequence)
    tx.enqueue(exportBookingTask, { bookingId });
}

/** Refused, the connection waits for its owner, and writes what is due once it is open again. */
async function afterFailure(ctx: Exporting, step: ExportStep, failure: CalendarFailure): Promise<void> {
  const { connectionId, linkId } = step;
  ctx.log.warn({ connectionId, kind: failure.kind, code: failure.code }, 'an event was not written');
  if (failure.kind === 'REFUSED') return ctx.run(noteFailure, { connectionId, failure });
  if (failure.kind === 'UNREADABLE') return;
  if (failure.kind === 'GONE') return ctx.run(noteGone, { linkId, connectionId });
  if (failure.kind === 'CHANGED') await ctx.run(readAnew, connectionId);
  throw new RetryLater((failure.retryAfterSeconds ?? 60) * 1_000, failure.code, { cause: failure });
}

/** The event is not there, or all of its calendar: the next reading says which. */
async function noteGone(
  tx: Tx<'em' | 'now' | 'emit' | 'enqueue'>,
  { linkId, connectionId }: { readonly linkId: string; readonly connectionId: string },
): Promise<void> {
  const link = await tx.em.findOne(CalendarEventLink, { id: linkId });
  if (link !== null && link.eventId !== null) await loseEvent(tx, link);
  await readAnew(tx, connectionId);
}

/** Somebody changed it there: what it is now is read before it is written over. */
async function readAnew({ enqueue }: Pick<Tx<'enqueue'>, 'enqueue'>, connectionId: string): Promise<void> {
  enqueue(syncConnectionTask, { connectionId, isFull: false }, { priority: 50 });
}
