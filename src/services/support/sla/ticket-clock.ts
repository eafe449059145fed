import type {
  Ticket,
  TicketAlert,
  TicketPause,
  TicketPriority,
  TicketStatus,
} from '../../../entities/support/ticket.entity.ts';
import { noDueKey } from '../../../entities/support/ticket.entity.ts';
import { addBusinessMinutes, businessMsBetween, type BusinessHours } from '../../kernel/business-time.ts';
import { isUnresolved } from '../ticket.states.ts';
import type { Targets } from './targets.ts';

/** By what tickets are counted. */
export interface Measure {
  readonly hours: BusinessHours;
  readonly targets: Targets;
}

/** What the clock of a ticket is read from. */
export interface Counted {
  readonly status: TicketStatus;
  readonly priority: TicketPriority;
  readonly openedAt: Date;
  readonly firstResponseAt: Date | null;
  readonly waitingSince: Date | null;
  readonly pauses: readonly TicketPause[];
  readonly alerts: readonly TicketAlert[];
  readonly isAssigned: boolean;
}

const minuteMs = 60_000;
/** At this share of a target the assignee is warned. */
const soon = 0.75;
const unassignedMinutes = 60;

/** Business time for which the clock of the resolution stood still, in minutes and parts of them. */
export const pausedMinutes = (hours: BusinessHours, pauses: readonly TicketPause[]): number =>
  pauses.reduce((sum, { from, to }) => sum + businessMsBetween(hours, new Date(from), new Date(to)), 0) / minuteMs;

export interface TicketClock {
  readonly firstResponseDueAt: Date | null;
  readonly resolutionDueAt: Date | null;
  /** When each warning that may still come is due, the earliest first. */
  readonly warnings: readonly { readonly alert: TicketAlert; readonly at: Date }[];
}

/** The targets of a ticket and its warnings, counted from its opening. */
export function clockOf(ticket: Counted, { hours, targets }: Measure): TicketClock {
  const { firstResponseMinutes, resolutionMinutes } = targets[ticket.priority];
  const paused = pausedMinutes(hours, ticket.pauses);
  const after = (minutes: number) => addBusinessMinutes(hours, ticket.openedAt, minutes);
  const firstResponseDueAt = after(firstResponseMinutes);
  const resolutionDueAt = after(resolutionMinutes + paused);
  const due: Readonly<Record<TicketAlert, () => Date | null>> = {
    RESPONSE_SOON: () => after(firstResponseMinutes * soon),
    RESPONSE_BREACHED: () => firstResponseDueAt,
    RESOLUTION_SOON: () => after(resolutionMinutes * soon + paused),
    RESOLUTION_BREACHED: () => resolutionDueAt,
    UNASSIGNED: () => after(unassignedMinutes),
  };
  const warnings = (Object.keys(due) as TicketAlert[])
    .filter((alert) => !ticket.alerts.includes(alert) && isStillNeeded(alert, ticket))
    .flatMap((alert) => {
      const at = due[alert]();
      return at === null ? [] : [{ alert, at }];
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return { firstResponseDueAt, resolutionDueAt, warnings };
}

function isStillNeeded(alert: TicketAlert, ticket: Counted): boolean {
  if (!isUnresolved(ticket.status)) return false;
  if (alert === 'UNASSIGNED') return !ticket.isAssigned;
  if (alert.startsWith('RESPONSE')) return ticket.firstResponseAt === null;
  return ticket.waitingSince === null;
}

const countedOf = (ticket: Ticket): Counted => ({
  status: ticket.status,
  priority: ticket.priority,
  openedAt: ticket.openedAt,
  firstResponseAt: ticket.firstResponseAt,
  waitingSince: ticket.waitingSince,
  pauses: ticket.pauses,
  alerts: ticket.alerts,
  isAssigned: ticket.assignee !== null,
});

/** What is to be kept next: the first answer, then the resolution unless its clock stands still. */
const nextDue = ({ firstResponseAt, firstResponseDueAt, resolutionDueAt, waitingSince }: Ticket): Date | null =>
  firstResponseAt === null ? firstResponseDueAt : waitingSince === null ? resolutionDueAt : null;

/** Sets the targets of a ticket, and when it is looked at next. What is over keeps what it had. */
export function setClock(ticket: Ticket, measure: Measure): TicketClock['warnings'] {
  if (!isUnresolved(ticket.status)) {
    Object.assign(ticket, { nextAlertAt: null, dueKey: noDueKey });
    return [];
  }
  const { firstResponseDueAt, resolutionDueAt, warnings } = clockOf(countedOf(ticket), measure);
  Object.assign(ticket, { firstResponseDueAt, resolutionDueAt, nextAlertAt: warnings[0]?.at ?? null });
  ticket.dueKey = nextDue(ticket)?.getTime() ?? noDueKey;
  return warnings;
}
