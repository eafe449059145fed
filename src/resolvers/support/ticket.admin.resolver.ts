import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import { TicketStatsArgs, TicketStatsType } from '../../schema/support/ticket-stats.type.ts';
import {
  AssignTicketInput,
  CreateTicketForInput,
  MergeTicketsInput,
  SetTicketCategoryInput,
  SetTicketPriorityInput,
  SetTicketStatusInput,
  TagTicketInput,
  TicketInput,
  TicketsArgs,
} from '../../schema/support/ticket.input.ts';
import { TicketConnection, TicketType } from '../../schema/support/ticket.type.ts';
import type { PageOf } from '../../services/platform/page.ts';
import {
  assignTicket,
  createTicketFor,
  getTicket,
  listTickets,
  mergeTickets,
  resolveTicket,
  resumeTicket,
  setTicketCategory,
  setTicketPriority,
  setTicketStatus,
  tagTicket,
  takeTicket,
  ticketStats,
  waitTicket,
  type TicketRow,
  type TicketStats,
} from '../../services/support/index.ts';
import type { Context } from '../context.ts';

const which = { description: 'Which ticket.' } as const;
const refused = 'Errors: NOT_FOUND, ACTION_NOT_ALLOWED, TICKET_MERGED.';

const shown = (context: Context, { id }: { readonly id: string }): Promise<TicketRow> => getTicket(context.read, id);

/** Tickets, for those who handle them. */
@Resolver(() => TicketType)
export class TicketAdminResolver {
  @Auth('ticket:list')
  @Query(() => TicketConnection, {
    description: 'All tickets, the newest first unless said. Errors: SEARCH_QUERY_INVALID, INPUT_INVALID.',
  })
  tickets(@Args(() => TicketsArgs) args: TicketsArgs, @Ctx() context: Context): Promise<PageOf<TicketRow>> {
    return listTickets(context.read, args);
  }

  @Auth('ticket:list')
  @Cost({ cost: 50 })
  @Query(() => TicketStatsType, {
    description: 'How tickets stand, and how those opened within a period went. Errors: INPUT_INVALID.',
  })
  ticketStats(@Args(() => TicketStatsArgs) args: TicketStatsArgs, @Ctx() context: Context): Promise<TicketStats> {
    return ticketStats(context.read, { ...args, zone: context.timeZone });
  }

  @Auth('ticket:handle')
  @Heavy()
  @Mutation(() => TicketType, {
    description:
      'Writes down what somebody asks for, or makes a ticket of a visitor’s conversation. Errors: INPUT_INVALID, NOT_FOUND, TOO_MANY_TICKETS, CONFLICT.',
  })
  async createTicketFor(
    @Arg('input', () => CreateTicketForInput, { description: 'Who asks, and for what.' }) input: CreateTicketForInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.perform(createTicketFor, input));
  }

  @Auth('ticket:handle')
  @Mutation(() => TicketType, { description: `Makes an open ticket yours. ${refused}` })
  async takeTicket(
    @Arg('input', () => TicketInput, which) input: TicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.run(takeTicket, input));
  }

  @Auth('ticket:handle')
  @Mutation(() => TicketType, {
    description:
      'Gives it to somebody who handles tickets. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, TICKET_MERGED, INPUT_INVALID.',
  })
  async assignTicket(
    @Arg('input', () => AssignTicketInput, { description: 'Which ticket, and to whom.' }) input: AssignTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.run(assignTicket, input));
  }

  @Auth('ticket:handle')
  @Heavy()
  @Mutation(() => TicketType, {
    description: `It waits for whoever asks, who gets a mail: the clock of its resolution stands still. ${refused}`,
  })
  async waitTicket(
    @Arg('input', () => TicketInput, which) input: TicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.run(waitTicket, input));
  }

  @Auth('ticket:handle')
  @Mutation(() => TicketType, { description: `Goes on without their answer. ${refused}` })
  async resumeTicket(
    @Arg('input', () => TicketInput, which) input: TicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.run(resumeTicket, input));
  }

  @Auth('ticket:handle')
  @Heavy()
  @Mutation(() => TicketType, { description: `Says that it is resolved; whoever asks gets a mail. ${refused}` })
  async resolveTicket(
    @Arg('input', () => TicketInput, which) input: TicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.run(resolveTicket, input));
  }

  @Auth('ticket:handle')
  @Mutation(() => TicketType, {
    description:
      'How pressing it is: its targets are counted again from its opening. Errors: NOT_FOUND, TICKET_MERGED.',
  })
  async setTicketPriority(
    @Arg('input', () => SetTicketPriorityInput, which) input: SetTicketPriorityInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.run(setTicketPriority, input));
  }

  @Auth('ticket:handle')
  @Mutation(() => TicketType, { description: 'What it is about. Errors: NOT_FOUND, TICKET_MERGED.' })
  async setTicketCategory(
    @Arg('input', () => SetTicketCategoryInput, which) input: SetTicketCategoryInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.run(setTicketCategory, input));
  }

  @Auth('ticket:handle')
  @Mutation(() => TicketType, {
    description: 'The words that it is found under, all of them. Errors: NOT_FOUND, TICKET_MERGED.',
  })
  async tagTicket(
    @Arg('input', () => TagTicketInput, which) input: TagTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.run(tagTicket, input));
  }

  @Auth('ticket:create')
  @Heavy()
  @Mutation(() => TicketType, {
    description:
      'Brings it into a state by the one verb of yours that leads there, for front-ends that know states only. Errors: NOT_FOUND, ACTION_NOT_ALLOWED with the states that can be set, TICKET_MERGED.',
  })
  async setTicketStatus(
    @Arg('input', () => SetTicketStatusInput, { description: 'Which ticket, and the state.' })
    input: SetTicketStatusInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.run(setTicketStatus, input));
  }

  @Auth('ticket:handle')
  @Heavy()
  @Mutation(() => TicketType, {
    description:
      'Lets everything of some tickets go on in one of the same person: messages, files and people, with their instants. Cannot be undone. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED, TICKET_MERGED, TICKETS_OF_DIFFERENT_PEOPLE.',
  })
  async mergeTickets(
    @Arg('input', () => MergeTicketsInput, { description: 'Which tickets, into which.' }) input: MergeTicketsInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return shown(context, await context.run(mergeTickets, input));
  }
}
