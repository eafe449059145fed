import {
  Ticket,
  type TicketCategory,
  type TicketPriority,
  type TicketSource,
} from '../../entities/support/ticket.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { lockAskingVisitor } from '../messaging/index.ts';
import { recipientsOf } from '../notifications/index.ts';
import { takeTurn } from '../platform/exclusive.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import type { AppContext, Operation } from '../platform/context.ts';
import type { TicketTx } from './context.ts';
import { openTicket } from './open-ticket.ts';
import { unresolvedStatuses } from './ticket.states.ts';

/** So many tickets of a person may be unresolved at a time. */
const mostUnresolved = 50;

export interface CreateTicket extends Keyed {
  readonly title: string;
  readonly description: string;
  readonly category?: TicketCategory | null | undefined;
  readonly priority?: TicketPriority | null | undefined;
  readonly orderId?: string | null | undefined;
}

export interface CreateTicketFor extends CreateTicket {
  /** Who asks: somebody with an account, or else the visitor of a conversation. */
  readonly userId?: string | null | undefined;
  readonly conversationId?: string | null | undefined;
  readonly source?: TicketSource | null | undefined;
}

type Needed = 'run' | 'db' | 'actor' | 'conversationSources';

/** Somebody asks the team to resolve something. Errors: INPUT_INVALID, TOO_MANY_TICKETS, CONFLICT. */
export const createTicket: Operation<Needed, CreateTicket, Ticket> = async (ctx, input) => {
  await requireOwnOrder(ctx, personOf(ctx.actor), input.orderId);
  return ctx.run(createOnce, input);
};

/**
 * The team writes down what somebody asks for, by telephone for instance, or makes a ticket of a visitor’s conversation, which goes on
 * about it. Errors: INPUT_INVALID, TOO_MANY_TICKETS, CONFLICT, NOT_FOUND for a conversation that the actor does not see.
 */
export const createTicketFor: Operation<Needed, CreateTicketFor, Ticket> = async (ctx, input) => {
  const { userId, conversationId } = input;
  if (!userId === !conversationId) throw fieldError('input.userId', 'or-a-conversation');
  await requireOwnOrder(ctx, userId ?? null, input.orderId);
  return ctx.run(createForOnce, input);
};

const find = ({ em }: Pick<TicketTx, 'em'>, id: string): Promise<Ticket> => em.findOneOrFail(Ticket, id);

const createOnce = keyed<keyof TicketTx, CreateTicket, Ticket>(
  'createTicket',
  (tx, input) => create(tx, { ...input, userId: personOf(tx.actor), source: 'WEB' }),
  find,
);

const createForOnce = keyed<keyof TicketTx, CreateTicketFor, Ticket>(
  'createTicketFor',
  async (tx, { userId, conversationId, ...input }) => {
    if (conversationId) return createFromConversation(tx, { ...input, conversationId });
    if (!userId || !(await recipientsOf(tx, [userId])).has(userId)) throw fieldError('input.userId', 'person');
    return create(tx, { ...input, userId });
  },
  find,
);

type Asked = Omit<CreateTicketFor, 'key' | 'userId' | 'conversationId'>;

async function create(tx: TicketTx, { userId, ...input }: Asked & { readonly userId: string }): Promise<Ticket> {
  const facts = factsOf(input);
  await takeTurn(tx, 'createTicket', userId);
  const unresolved = await tx.em.count(Ticket, { user: userId, status: { $in: [...unresolvedStatuses] } });
  if (unresolved >= mostUnresolved) throw new DomainError('TOO_MANY_TICKETS');
  return openTicket(tx, { ...facts, userId });
}

/** A visitor has one ticket at a time; what they write once it is over begins the next one. */
async function createFromConversation(
  tx: TicketTx,
  { conversationId, ...input }: Asked & { readonly conversationId: string },
): Promise<Ticket> {
  const facts = factsOf(input);
  const asking = await lockAskingVisitor(tx, conversationId);
  if (asking === null) throw fieldError('input.conversationId', 'conversation-of-a-visitor');
  const { visitorId, lastSeq } = asking;
  return openTicket(tx, { ...facts, visitorId, userId: null, saidBefore: { conversationId, lastSeq } });
}

function factsOf({ category, priority, source, orderId = null, ...words }: Asked) {
  const [title, description] = [words.title.trim(), words.description.trim()];
  if (title === '') throw fieldError('input.title', 'isLength');
  if (description === '') throw fieldError('input.description', 'isLength');
  return {
    ...{ title, description, orderId },
    ...{ category: category ?? 'GENERAL', priority: priority ?? 'NORMAL', source: source ?? 'INTERNAL' },
  } as const;
}

/** An order of theirs, as the conversation about it knows its people; another one is as unknown. A visitor has none. */
async function requireOwnOrder(
  { db, conversationSources }: Pick<AppContext, 'db' | 'conversationSources'>,
  userId: string | null,
  orderId: string | null | undefined,
): Promise<void> {
  if (!orderId) return;
  const topic = isId(orderId) ? await conversationSources.ORDER.topic(db, orderId) : null;
  if (userId === null || topic?.participantIds.includes(userId) !== true) throw fieldError('input.orderId', 'order');
}
