import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import { ConversationType } from '../../schema/messaging/conversation.type.ts';
import { VisitorType } from '../../schema/messaging/visitor.type.ts';
import { DateTime } from '../../schema/scalars/index.ts';
import { TicketActionEnum } from '../../schema/support/ticket.enums.ts';
import { CloseTicketInput, CreateTicketInput, MyTicketsArgs, TicketInput } from '../../schema/support/ticket.input.ts';
import { TicketConnection, TicketType } from '../../schema/support/ticket.type.ts';
import { peopleByIds, type Person } from '../../services/identity/index.ts';
import {
  conversationsAbout,
  visitorsByIds,
  type ConversationRow,
  type VisitorRow,
} from '../../services/messaging/index.ts';
import { instantFrom } from '../../services/platform/orm/values.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { ReadContext } from '../../services/platform/context.ts';
import {
  actionsFor,
  cancelTicket,
  closeTicket,
  createTicket,
  getTicket,
  listMyTickets,
  reopenTicket,
  seesHandling,
  tagsOf,
  watchersOf,
  ticketsByIds,
  ticketSubjectType,
  waitedMinutesOf,
  type TicketRow,
} from '../../services/support/index.ts';
import { loadOne, type Context } from '../context.ts';

const which = { description: 'Which ticket.' } as const;

const conversationsOf = (ctx: ReadContext, ids: readonly string[]): Promise<ReadonlyMap<string, ConversationRow>> =>
  conversationsAbout(ctx, { type: ticketSubjectType, ids });

/** Tickets, for whoever asks. */
@Resolver(() => TicketType)
export class TicketResolver {
  @Auth('ticket:create')
  @Query(() => TicketConnection, {
    description: 'Your tickets, the newest first unless said. Errors: SEARCH_QUERY_INVALID.',
  })
  myTickets(@Args(() => MyTicketsArgs) args: MyTicketsArgs, @Ctx() context: Context): Promise<PageOf<TicketRow>> {
    return listMyTickets(context.read, args);
  }

  @Auth('ticket:read')
  @Query(() => TicketType, { description: 'One ticket. Errors: NOT_FOUND, also for another person’s.' })
  ticket(@Arg('id', () => ID, { description: 'The ticket.' }) id: string, @Ctx() context: Context): Promise<TicketRow> {
    return getTicket(context.read, id);
  }

  @Auth('ticket:create')
  @Heavy()
  @Mutation(() => TicketType, {
    description:
      'Asks the team to resolve something; at most 50 of yours are open at a time. Errors: INPUT_INVALID, TOO_MANY_TICKETS, CONFLICT.',
  })
  async createTicket(
    @Arg('input', () => CreateTicketInput, { description: 'What it is about.' }) input: CreateTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return getTicket(context.read, (await context.perform(createTicket, input)).id);
  }

  @Auth('ticket:create')
  @Heavy()
  @Mutation(() => TicketType, {
    description:
      'Says that it is not resolved: whoever asked within 14 days, the team at any time. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, TICKET_MERGED.',
  })
  async reopenTicket(
    @Arg('input', () => TicketInput, which) input: TicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return getTicket(context.read, (await context.run(reopenTicket, input)).id);
  }

  @Auth('ticket:create')
  @Mutation(() => TicketType, {
    description:
      'Agrees that it is resolved, and says how content you are. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, TICKET_MERGED.',
  })
  async closeTicket(
    @Arg('input', () => CloseTicketInput, which) input: CloseTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return getTicket(context.read, (await context.run(closeTicket, input)).id);
  }

  @Auth('ticket:create')
  @Mutation(() => TicketType, {
    description: 'It needs no answer any more. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, TICKET_MERGED.',
  })
  async cancelTicket(
    @Arg('input', () => TicketInput, which) input: TicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return getTicket(context.read, (await context.run(cancelTicket, input)).id);
  }

  @FieldResolver(() => UserType, { nullable: true })
  async asker(@Root() { userId }: TicketRow, @Ctx() context: Context): Promise<Person | null> {
    return userId === null ? null : ((await loadOne(context, peopleByIds, userId)) ?? null);
  }

  @FieldResolver(() => VisitorType, { nullable: true })
  async visitor(@Root() { visitorId }: TicketRow, @Ctx() context: Context): Promise<VisitorRow | null> {
    if (visitorId === null) return null;
    return (await loadOne(context, visitorsByIds, visitorId)) ?? null;
  }

  @FieldResolver(() => UserType, { nullable: true })
  async assignee(@Root() { assigneeId }: TicketRow, @Ctx() context: Context): Promise<Person | null> {
    if (assigneeId === null || !seesHandling(context.actor)) return null;
    return (await loadOne(context, peopleByIds, assigneeId)) ?? null;
  }

  @Cost({ size: 20 })
  @FieldResolver(() => [String])
  async tags(@Root() { id }: TicketRow, @Ctx() context: Context): Promise<readonly string[]> {
    return seesHandling(context.actor) ? ((await loadOne(context, tagsOf, id)) ?? []) : [];
  }

  @Cost({ size: 20 })
  @FieldResolver(() => [UserType])
  async watchers(@Root() { id }: TicketRow, @Ctx() context: Context): Promise<readonly Person[]> {
    return seesHandling(context.actor) ? ((await loadOne(context, watchersOf, id)) ?? []) : [];
  }

  @FieldResolver(() => ConversationType, { nullable: true })
  async conversation(
    @Root() { id, mergedIntoId }: TicketRow,
    @Ctx() context: Context,
  ): Promise<ConversationRow | null> {
    return (await loadOne(context, conversationsOf, mergedIntoId ?? id)) ?? null;
  }

  @FieldResolver(() => Int)
  waitedMinutes(@Root() row: TicketRow, @Ctx() context: Context): Promise<number> {
    return waitedMinutesOf(context.read, row, context.timeZone);
  }

  @FieldResolver(() => DateTime, { nullable: true })
  escalatedAt(@Root() { escalatedAt }: TicketRow, @Ctx() context: Context): unknown {
    return seesHandling(context.actor) ? escalatedAt : null;
  }

  /** Of the same person: whoever sees one sees the other. */
  @FieldResolver(() => TicketType, { nullable: true })
  async mergedInto(@Root() { mergedIntoId }: TicketRow, @Ctx() context: Context): Promise<TicketRow | null> {
    return mergedIntoId === null ? null : ((await loadOne(context, ticketsByIds, mergedIntoId)) ?? null);
  }

  @FieldResolver(() => TicketType, { nullable: true })
  async follows(@Root() { followsId }: TicketRow, @Ctx() context: Context): Promise<TicketRow | null> {
    return followsId === null ? null : ((await loadOne(context, ticketsByIds, followsId)) ?? null);
  }

  @Cost({ size: 9 })
  @FieldResolver(() => [TicketActionEnum])
  availableActions(@Root() { resolvedAt, ...row }: TicketRow, @Ctx() context: Context): string[] {
    if (row.mergedIntoId !== null) return [];
    const ticket = { ...row, resolvedAt: resolvedAt === null ? null : instantFrom(resolvedAt) };
    return actionsFor(context.actor, ticket, context.read.now).map((verb) => verb.toUpperCase());
  }
}
