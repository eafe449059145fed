import { messageSent, visitorForgotten } from '../messaging/index.ts';
import { subscribe } from '../platform/context.ts';
import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { conversationAboutTicket } from './conversation-about-ticket.ts';
import { supportMails } from './emails/index.ts';
import { ticketClosed, ticketReopened, ticketResolved, ticketWaiting } from './events.ts';
import { forgetVisitorTask } from './forget-visitor.ts';
import { notifyWatchersTask } from './notify-watchers.ts';
import { supportPersonalData } from './personal-data.ts';
import { supportRetention } from './retention.ts';
import { searchedInSupport } from './searched-tickets.ts';
import { lapseTicketsTask } from './lapse-tickets.ts';
import { escalateTicketsTask } from './sla/escalate.ts';
import { followMessageTask, supportTasks } from './tasks/index.ts';
import { ticketMetrics } from './ticket-figures.ts';

/** What people ask the team to resolve, and within which time. */
export const supportModule = defineModule({
  name: 'support',
  tasks: supportTasks,
  subscriptions: [
    subscribe(messageSent, followMessageTask),
    subscribe(visitorForgotten, forgetVisitorTask),
    ...[ticketWaiting, ticketResolved, ticketReopened, ticketClosed].map((event) =>
      subscribe(event, notifyWatchersTask),
    ),
  ],
  schedules: [
    schedule({ name: 'support.escalate-tickets', cron: '* * * * *', task: escalateTicketsTask }),
    schedule({ name: 'support.lapse-tickets', cron: '20 9 * * *', task: lapseTicketsTask }),
  ],
  metrics: ticketMetrics,
  mails: supportMails,
  personalData: supportPersonalData,
  retention: supportRetention,
  conversationSource: { TICKET: conversationAboutTicket },
  searched: searchedInSupport,
});
