import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Db, ReadContext, Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { liveStatuses } from '../booking.states.ts';

/** A question that wants a file which has not come. */
export interface AwaitedFile {
  readonly questionId: string;
  readonly label: string;
}

/** What was asked when they were made, of bookings that are to take place; what an offering asks since then is not theirs. */
const unanswered = (db: Db, bookingIds: readonly string[]) =>
  db
    .selectFrom('booking')
    .innerJoin('offering_question as question', (join) =>
      join
        .onRef('question.offering_id', '=', 'booking.offering_id')
        .onRef('question.created_at', '<=', 'booking.created_at'),
    )
    .leftJoin('booking_file as sent', (join) =>
      join.onRef('sent.booking_id', '=', 'booking.id').onRef('sent.question_id', '=', 'question.id'),
    )
    .select(['booking.id as bookingId', 'question.id as questionId', 'question.label'])
    .where('booking.id', 'in', bookingIds)
    .where('booking.status', 'in', liveStatuses)
    .where('question.kind', '=', 'FILE')
    .where('question.is_required', '=', true)
    .where('sent.id', 'is', null)
    .orderBy('question.position')
    .orderBy('question.id');

/** The files that each of these bookings still has to be sent, in the order of the questions. */
export async function awaitedFilesOfBookings(
  { db }: Pick<ReadContext, 'db'>,
  bookingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AwaitedFile[]>> {
  const rows = bookingIds.length === 0 ? [] : await unanswered(db, bookingIds).execute();
  const awaited = new Map<string, AwaitedFile[]>(bookingIds.map((id) => [id, []]));
  for (const { bookingId, ...file } of rows) awaited.get(bookingId)?.push(file);
  return awaited;
}

/** Of one booking, as its transaction sees it. */
export const awaitedFilesOf = async ({ em }: Tx<'em'>, { id }: Pick<Booking, 'id'>): Promise<readonly AwaitedFile[]> =>
  (await awaitedFilesOfBookings({ db: writing(em).db }, [id])).get(id) ?? [];

/** Nothing confirms a booking that lacks a file which was asked for: ANSWER_REQUIRED with the questions. */
export async function requireFiles(tx: Tx<'em'>, booking: Pick<Booking, 'id'>): Promise<void> {
  const awaited = await awaitedFilesOf(tx, booking);
  if (awaited.length > 0)
    throw new DomainError('ANSWER_REQUIRED', { questionIds: awaited.map(({ questionId }) => questionId) });
}
