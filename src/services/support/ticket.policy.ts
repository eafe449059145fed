import type { Ticket, TicketStatus } from '../../entities/support/ticket.entity.ts';
import { can, type Actor } from '../access/actor.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import { availableActions } from '../kernel/states.ts';
import { ticketStates, type TicketVerb } from './ticket.states.ts';

/** Who a person is to a ticket. */
type TicketPart = 'ASKER' | 'HANDLER' | 'READER';

/** What the policy asks of a ticket. */
export interface TicketParties {
  readonly id: string;
  readonly userId: string | null;
  readonly status: TicketStatus;
  readonly resolvedAt: Date | null;
}

export const partiesOf = ({ id, user, status, resolvedAt }: Ticket): TicketParties => ({
  ...{ id, userId: user?.id ?? null, status, resolvedAt },
});

const partsIn = (actor: Actor, { userId }: Pick<TicketParties, 'userId'>): TicketPart[] => [
  ...(actor.userId !== null && actor.userId === userId ? (['ASKER'] as const) : []),
  ...(can(actor, 'ticket:handle') ? (['HANDLER'] as const) : []),
  ...(can(actor, 'ticket:list') ? (['READER'] as const) : []),
];

/** What only the team sees of a ticket: who has it, its words, when it was escalated. */
export const seesHandling = (actor: Actor): boolean => can(actor, 'ticket:list') || can(actor, 'ticket:handle');

export const mayRead = (actor: Actor, ticket: Pick<TicketParties, 'userId'>): boolean =>
  partsIn(actor, ticket).length > 0;

/** Another person's ticket does not exist. */
export function requireVisible(actor: Actor, ticket: Pick<TicketParties, 'id' | 'userId'>): void {
  if (!mayRead(actor, ticket)) throw hiding({ type: 'ticket', id: ticket.id });
}

/** Whoever asks reopens what was resolved within so many days, by writing or by saying so. */
export const reopeningMs = 14 * 24 * 3_600_000;

/** Who does what; the application does the rest. */
const doers: Readonly<Partial<Record<TicketVerb, readonly TicketPart[]>>> = {
  take: ['HANDLER'],
  assign: ['HANDLER'],
  wait: ['HANDLER'],
  resume: ['HANDLER'],
  resolve: ['HANDLER'],
  reopen: ['ASKER', 'HANDLER'],
  close: ['ASKER'],
  cancel: ['ASKER', 'HANDLER'],
  merge: ['HANDLER'],
};

const mayDo = (parts: readonly TicketPart[], verb: TicketVerb): boolean =>
  doers[verb]?.some((part) => parts.includes(part)) ?? false;

/** What an actor may do to a ticket now. */
export const actionsFor = (actor: Actor, ticket: TicketParties, now: Date): TicketVerb[] =>
  actionsOf(partsIn(actor, ticket), ticket, now);

/** What whoever asks by a mailed link may do: where they have something to say, they write. */
export const linkVerbs = ['close', 'cancel'] as const satisfies readonly TicketVerb[];
export type LinkVerb = (typeof linkVerbs)[number];

export function actionsByLink(ticket: TicketParties, now: Date): LinkVerb[] {
  const actions = actionsOf(['ASKER'], ticket, now);
  return linkVerbs.filter((verb) => actions.includes(verb));
}

function actionsOf(parts: readonly TicketPart[], ticket: TicketParties, now: Date): TicketVerb[] {
  return availableActions(ticketStates, ticket.status).filter(
    (verb) => mayDo(parts, verb) && (verb !== 'reopen' || parts.includes('HANDLER') || isYoung(ticket, now)),
  );
}

const isYoung = ({ resolvedAt }: Pick<TicketParties, 'resolvedAt'>, now: Date): boolean =>
  resolvedAt !== null && now.getTime() - resolvedAt.getTime() <= reopeningMs;

/** Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED. */
export function requireAction(
  actor: Actor,
  ticket: TicketParties,
  { verb, now }: { verb: TicketVerb; now: Date },
): void {
  if (actor.kind === 'SYSTEM') return;
  requireVisible(actor, ticket);
  if (!mayDo(partsIn(actor, ticket), verb)) throw new DomainError('FORBIDDEN');
  const allowed = actionsFor(actor, ticket, now);
  if (!allowed.includes(verb)) throw new DomainError('ACTION_NOT_ALLOWED', { action: verb, status: ticket.status });
}
