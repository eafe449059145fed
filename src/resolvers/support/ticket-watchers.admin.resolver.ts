import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { WatchTicketInput } from '../../schema/support/ticket.input.ts';
import { TicketType } from '../../schema/support/ticket.type.ts';
import { getTicket, unwatchTicket, watchTicket, type TicketRow } from '../../services/support/index.ts';
import type { Context } from '../context.ts';

const who = { description: 'Which ticket, and who watches it.' } as const;

/** Who of the team hears of a ticket that is not theirs. */
@Resolver(() => TicketType)
export class TicketWatchersAdminResolver {
  @Auth('ticket:handle')
  @Mutation(() => TicketType, {
    description:
      'You, or somebody else who handles tickets, hear of what is said about it, of its state and of missed targets. Errors: NOT_FOUND, TICKET_MERGED, INPUT_INVALID.',
  })
  async watchTicket(
    @Arg('input', () => WatchTicketInput, who) input: WatchTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return getTicket(context.read, (await context.run(watchTicket, input)).id);
  }

  @Auth('ticket:handle')
  @Mutation(() => TicketType, { description: 'Ends that. Errors: NOT_FOUND, TICKET_MERGED.' })
  async unwatchTicket(
    @Arg('input', () => WatchTicketInput, who) input: WatchTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketRow> {
    return getTicket(context.read, (await context.run(unwatchTicket, input)).id);
  }
}
