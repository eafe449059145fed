import { z } from 'zod';
import { Ticket, type TicketStatus } from '../../entities/support/ticket.entity.ts';
import { notifyMany, recipientsOf } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { defineTask, type PayloadOf } from '../platform/task.ts';
import { handlersAmong } from './handlers.ts';
import { watcherIdsOf } from './queries/ticket-parts.ts';
import { adminTicketPath } from './ticket-path.ts';
import { movedWords } from './words.ts';

/** A ticket has moved: whoever watches it hears where it stands now, but for who moved it. */
export const notifyWatchersTask = defineTask(
  'support.notify-watchers',
  z.object({ ticketId: z.uuid(), byId: z.uuid().nullable().optional() }),
);

type Moved = Exclude<TicketStatus, 'OPEN'>;

/** When it came to where it stands. */
const movedAt: Readonly<Record<Moved, (ticket: Ticket) => Date | string | null | undefined>> = {
  IN_PROGRESS: ({ pauses }) => pauses.at(-1)?.to,
  WAITING: ({ waitingSince }) => waitingSince,
  RESOLVED: ({ resolvedAt }) => resolvedAt,
  CLOSED: ({ closedAt }) => closedAt,
  CANCELLED: ({ closedAt }) => closedAt,
};

/** Events may come twice or late: each state is said once, as it is now. */
export async function notifyWatchers(
  tx: Tx<'em' | 'now' | 'publish'>,
  { ticketId, byId }: PayloadOf<typeof notifyWatchersTask>,
): Promise<void> {
  const ticket = await tx.em.findOne(Ticket, { id: ticketId, mergedInto: null });
  if (ticket === null || ticket.status === 'OPEN') return;
  const { reference, title } = ticket;
  const status = ticket.status as Moved;
  const at = movedAt[status](ticket);
  const { db } = writing(tx.em);
  const watcherIds = (await handlersAmong(db, await watcherIdsOf(db, ticketId))).filter((id) => id !== byId);
  const people = await recipientsOf(tx, watcherIds);
  await notifyMany(
    tx,
    [...people.values()].map(({ userId, locale }) => ({
      ...movedWords[locale]({ reference, title, status }),
      ...{ userId, type: 'INFO', actionUrl: adminTicketPath(ticketId), data: { ticketId } },
      dedupeKey: `ticket-moved:${ticketId}:${status}:${at ? new Date(at).getTime() : ''}:${userId}`,
    })),
  );
}
