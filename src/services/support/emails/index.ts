/** The mails of this domain. */
import { ticketAnsweredMail } from './ticket-answered.ts';
import { ticketEscalatedMail } from './ticket-escalated.ts';
import { ticketMergedMail } from './ticket-merged.ts';
import { ticketOpenedMail } from './ticket-opened.ts';
import { ticketResolvedMail } from './ticket-resolved.ts';
import { ticketWaitingMail } from './ticket-waiting.ts';

export const supportMails = [
  ticketOpenedMail,
  ticketAnsweredMail,
  ticketWaitingMail,
  ticketResolvedMail,
  ticketEscalatedMail,
  ticketMergedMail,
];
