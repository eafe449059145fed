import { defineTask, implementTask, type PayloadOf, type Task } from '../../platform/task.ts';
import type { AppContext } from '../../platform/context.ts';
import { messageSent } from '../../messaging/index.ts';
import type { TicketTx } from '../context.ts';
import { forgetVisitor, forgetVisitorTask } from '../forget-visitor.ts';
import { followMessages } from '../follow-messages.ts';
import { lockTicket, measureNow } from '../load-ticket.ts';
import { ticketOfConversation } from '../queries/conversation-of-ticket.ts';
import { lapseTickets, lapseTicketsTask } from '../lapse-tickets.ts';
import { notifyWatchers, notifyWatchersTask } from '../notify-watchers.ts';
import { escalateTickets, escalateTicketsTask } from '../sla/escalate.ts';
import { recountTickets, recountTicketsTask } from '../sla/recount-tickets.ts';

/** Something was said in the conversation of a ticket: its clocks and its state follow. */
export const followMessageTask = defineTask('support.follow-message', messageSent.payload, { priority: 90 });

async function followMessage(
  { db, run }: Pick<AppContext, 'db' | 'run'>,
  { conversationId }: PayloadOf<typeof followMessageTask>,
): Promise<void> {
  const ticketId = await ticketOfConversation(db, conversationId);
  if (ticketId !== undefined) await run(follow, ticketId);
}

async function follow(tx: TicketTx, ticketId: string): Promise<void> {
  await followMessages(tx, await lockTicket(tx, ticketId), await measureNow(tx));
}

/** What support does after a commit and at fixed times. */
export const supportTasks: readonly Task[] = [
  implementTask(followMessageTask, followMessage),
  implementTask(escalateTicketsTask, escalateTickets),
  implementTask(recountTicketsTask, recountTickets),
  implementTask(notifyWatchersTask, ({ run }, input) => run(notifyWatchers, input)),
  implementTask(lapseTicketsTask, lapseTickets),
  implementTask(forgetVisitorTask, ({ run }, input) => run(forgetVisitor, input)),
];
