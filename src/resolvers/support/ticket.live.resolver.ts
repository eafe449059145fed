import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { TicketUpdatedArgs } from '../../schema/support/ticket.input.ts';
import { TicketUpdatedType } from '../../schema/support/ticket.type.ts';
import { getTicket, ticketUpdated, whoSeesTicket, type TicketRow } from '../../services/support/index.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import type { Context } from '../context.ts';
import { liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

const changes = liveStream<TicketUpdatedArgs, Context>(({ args: { ticketId, after } }) => ({
  topic: ticketUpdated,
  key: ticketId,
  after: liveAfter(after),
  entitled: (_event, people, context) => whoSeesTicket(context.read, ticketId, people),
}));

/** Tickets as they change. */
@Resolver(() => TicketUpdatedType)
export class TicketLiveResolver {
  @Auth('ticket:read')
  @Subscription(() => TicketUpdatedType, {
    description: 'One ticket, whenever it changes. Error: NOT_FOUND for a ticket one may not see.',
    subscribe: async (request) => {
      const { args, context } = request as { args: TicketUpdatedArgs; context: Context };
      await getTicket(context.read, args.ticketId);
      return changes(request);
    },
  })
  async ticketUpdated(
    @Root() event: LiveDelivery,
    @Args(() => TicketUpdatedArgs) { ticketId }: TicketUpdatedArgs,
    @Ctx() context: Context,
  ): Promise<{ ticket: TicketRow; cursor: string }> {
    return { ticket: await getTicket(context.read, ticketId), cursor: liveCursor(event) };
  }
}
