import { registerEnumType } from 'type-graphql';
import {
  ticketCategories,
  ticketPriorities,
  ticketSources,
  ticketStatuses,
} from '../../entities/support/ticket.entity.ts';
import { enumOf } from '../shared/enum-of.ts';

export const TicketCategoryEnum = enumOf(ticketCategories);
registerEnumType(TicketCategoryEnum, {
  name: 'TicketCategory',
  description: 'What a ticket is about. As an input, the French names of before are understood too (`FACTURATION`).',
  valuesConfig: {
    GENERAL: { description: 'Anything.' },
    TECHNICAL: { description: 'Something does not work.' },
    BILLING: { description: 'Payments and invoices.' },
    ORDER: { description: 'An order.' },
    ACCOUNT: { description: 'The account.' },
    OTHER: { description: 'None of these.' },
  },
});

export const TicketPriorityEnum = enumOf(ticketPriorities);
registerEnumType(TicketPriorityEnum, {
  name: 'TicketPriority',
  description: 'How pressing a ticket is. As an input, the French names of before are understood too (`HAUTE`).',
  valuesConfig: {
    LOW: { description: 'It can wait.' },
    NORMAL: { description: 'As most.' },
    HIGH: { description: 'Before the others.' },
    URGENT: { description: 'Today.' },
    CRITICAL: { description: 'Now: somebody cannot work.' },
  },
});

export const TicketStatusEnum = enumOf(ticketStatuses);
registerEnumType(TicketStatusEnum, {
  name: 'TicketStatus',
  description: 'Where a ticket stands. As an input, the French names of before are understood too (`OUVERT`).',
  valuesConfig: {
    OPEN: { description: 'Nobody has taken it.' },
    IN_PROGRESS: { description: 'Somebody works on it.' },
    WAITING: { description: 'It waits for whoever asks.' },
    RESOLVED: { description: 'The team says that it is resolved; for 14 days one may say otherwise.' },
    CLOSED: { description: 'Resolved, or gone into another one.' },
    CANCELLED: { description: 'It needs no answer.' },
  },
});

export const TicketSourceEnum = enumOf(ticketSources);
registerEnumType(TicketSourceEnum, {
  name: 'TicketSource',
  description: 'How a ticket came.',
  valuesConfig: {
    WEB: { description: 'Whoever asks wrote it here.' },
    EMAIL: { description: 'By mail.' },
    PHONE: { description: 'By telephone.' },
    INTERNAL: { description: 'The team wrote it down.' },
  },
});

/** The verbs that people have. */
export const TicketActionEnum = enumOf([
  'TAKE',
  'ASSIGN',
  'WAIT',
  'RESUME',
  'RESOLVE',
  'REOPEN',
  'CLOSE',
  'CANCEL',
  'MERGE',
]);
registerEnumType(TicketActionEnum, {
  name: 'TicketAction',
  description: 'What can be done to a ticket.',
  valuesConfig: {
    TAKE: { description: 'Make it yours.' },
    ASSIGN: { description: 'Give it to somebody of the team.' },
    WAIT: { description: 'Wait for whoever asks.' },
    RESUME: { description: 'Go on without their answer.' },
    RESOLVE: { description: 'Say that it is resolved.' },
    REOPEN: { description: 'Say that it is not.' },
    CLOSE: { description: 'Agree that it is resolved.' },
    CANCEL: { description: 'Say that it needs no answer.' },
    MERGE: { description: 'Go on in another ticket.' },
  },
});
