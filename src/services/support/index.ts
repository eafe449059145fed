/** The public API of support. */
export {
  createCannedReply,
  deleteCannedReply,
  replyVariables,
  updateCannedReply,
  type CannedReplyWords,
} from './canned-replies.ts';
export { setTicketCategory, setTicketPriority, tagTicket } from './classify-ticket.ts';
export { createTicket, createTicketFor, type CreateTicket, type CreateTicketFor } from './create-ticket.ts';
export {
  ticketAnswered,
  ticketBreached,
  ticketClosed,
  ticketMerged,
  ticketOpened,
  ticketReopened,
  ticketResolved,
  ticketWaiting,
} from './events.ts';
export {
  assignTicket,
  cancelTicket,
  closeTicket,
  reopenTicket,
  resolveTicket,
  resumeTicket,
  takeTicket,
  waitTicket,
} from './handle-ticket.ts';
export { ticketUpdated } from './live.ts';
export { mergeTickets } from './merge-tickets.ts';
export { businessTime, type BusinessTime } from './queries/business-time.ts';
export { listCannedReplies, replyFor, type CannedReplyRow } from './queries/canned-replies.ts';
export { getTicket, ticketsByIds, whoSeesTicket } from './queries/get-ticket.ts';
export { listMyTickets, listTickets, type TicketFilter } from './queries/list-tickets.ts';
export { tagsOf, watchersOf } from './queries/ticket-parts.ts';
export { waitedMinutesOf } from './queries/waited-minutes.ts';
export type { TicketRow } from './queries/ticket-row.ts';
export { ticketStats, type TicketStats } from './queries/ticket-stats.ts';
export { setTicketStatus } from './set-ticket-status.ts';
export { calendarVersions, type CalendarVersion } from './sla/calendar.ts';
export { setBusinessCalendar } from './sla/set-business-calendar.ts';
export { setTicketTarget } from './sla/set-ticket-target.ts';
export { targetsNow, type Target, type Targets } from './sla/targets.ts';
export { ticketSubjectType } from './ticket-subject.ts';
export { unwatchTicket, watchTicket, type WatchTicket } from './watch-ticket.ts';
export { cancelTicketAsVisitor, closeTicketAsVisitor } from './ticket-by-link.ts';
export { actionsByLink, actionsFor, seesHandling } from './ticket.policy.ts';
export { ticketVerbs, type TicketVerb } from './ticket.states.ts';
