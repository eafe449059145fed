/** The mails of this domain. */
import { prepareVisitorLink } from '../../messaging/index.ts';
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import { ticketAnsweredMail } from './ticket-answered.ts';
import { ticketEscalatedMail } from './ticket-escalated.ts';
import { ticketMergedMail } from './ticket-merged.ts';
import { ticketOpenedMail } from './ticket-opened.ts';
import { ticketResolvedMail } from './ticket-resolved.ts';
import { ticketWaitingMail } from './ticket-waiting.ts';
import { visitorTicketOpenedMail } from './visitor-ticket-opened.ts';
import { visitorTicketResolvedMail } from './visitor-ticket-resolved.ts';
import { visitorTicketWaitingMail } from './visitor-ticket-waiting.ts';

export const supportMails = [
  ticketOpenedMail,
  ticketAnsweredMail,
  ticketWaitingMail,
  ticketResolvedMail,
  ticketEscalatedMail,
  ticketMergedMail,
  implementMail(visitorTicketOpenedMail, { prepare: prepareVisitorLink }),
  implementMail(visitorTicketWaitingMail, { prepare: prepareVisitorLink }),
  implementMail(visitorTicketResolvedMail, { prepare: prepareVisitorLink }),
] as const satisfies readonly ListedMail[];
