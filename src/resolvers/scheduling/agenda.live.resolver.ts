import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { AgendaChangedArgs } from '../../schema/scheduling/agenda.args.ts';
import { AgendaChangedType } from '../../schema/scheduling/agenda.type.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import { agendaChanged, requireAgenda, whoFollowsAgenda } from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';
import { liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

const changes = liveStream<AgendaChangedArgs, Context>(({ args: { artisanId, after } }) => ({
  topic: agendaChanged,
  key: artisanId,
  after: liveAfter(after),
  entitled: (_event, people, context) => whoFollowsAgenda(context.read, artisanId, people),
}));

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Agendas as they change. */
@Resolver()
export class AgendaLiveResolver {
  @Auth('agenda:read')
  @Subscription(() => AgendaChangedType, {
    description: 'An agenda, whenever something in it changes. Error: NOT_FOUND for one that you do not reach.',
    subscribe: async (request) => {
      const { args, context } = request as { args: AgendaChangedArgs; context: Context };
      await requireAgenda(context.read, args.artisanId);
      return changes(request);
    },
  })
  agendaChanged(
    @Root() event: LiveDelivery,
    @Args(() => AgendaChangedArgs) { artisanId }: AgendaChangedArgs,
    @Ctx() _context: Context,
  ): AgendaChangedType {
    const { bookingId, verb } = event.payload;
    return { artisanId, bookingId: textOrNull(bookingId), verb: textOrNull(verb), cursor: liveCursor(event) };
  }
}
