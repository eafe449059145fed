import type { TicketStatus } from '../../entities/support/ticket.entity.ts';
import type { StateTable } from '../kernel/states.ts';

/** What can be done to a ticket; `answer` and `giveUp` are the application's own. */
export const ticketVerbs = [
  'take',
  'assign',
  'wait',
  'answer',
  'resume',
  'resolve',
  'giveUp',
  'reopen',
  'close',
  'cancel',
  'merge',
] as const;
export type TicketVerb = (typeof ticketVerbs)[number];

const atWork = { wait: 'WAITING', resolve: 'RESOLVED', cancel: 'CANCELLED', merge: 'CLOSED' } as const;

/** The life of a ticket: somebody takes it, waits for whoever asks where needed, and resolves it. */
export const ticketStates: StateTable<TicketStatus, TicketVerb> = {
  OPEN: { take: 'IN_PROGRESS', assign: 'IN_PROGRESS', ...atWork },
  IN_PROGRESS: { assign: 'IN_PROGRESS', ...atWork },
  WAITING: {
    answer: 'IN_PROGRESS',
    resume: 'IN_PROGRESS',
    resolve: 'RESOLVED',
    cancel: 'CANCELLED',
    merge: 'CLOSED',
    giveUp: 'RESOLVED',
  },
  RESOLVED: { reopen: 'IN_PROGRESS', close: 'CLOSED' },
  CLOSED: {},
  CANCELLED: {},
};

/** Those that somebody has to resolve. */
export const unresolvedStatuses = ['OPEN', 'IN_PROGRESS', 'WAITING'] as const satisfies readonly TicketStatus[];

export const isUnresolved = (status: TicketStatus): boolean =>
  (unresolvedStatuses as readonly TicketStatus[]).includes(status);
