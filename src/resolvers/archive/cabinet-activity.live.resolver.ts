import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { CabinetActivityAddedType, CabinetActivityLiveArgs } from '../../schema/archive/dashboard.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  activityReaders,
  cabinetActivityAdded,
  latestActivity,
  type CabinetActivityRow,
} from '../../services/archive/index.ts';
import { DomainError } from '../../services/kernel/errors.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import type { Context } from '../context.ts';
import { LiveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

const documentOf = ({ payload }: LiveDelivery): string | null =>
  typeof payload['documentId'] === 'string' ? payload['documentId'] : null;

/** Only members may subscribe; each event reaches those who may read then what it is about. */
async function listen({
  args: { cabinetId, after },
  context,
}: {
  args: CabinetActivityLiveArgs;
  context: Context;
}): Promise<LiveStream> {
  const asked = { cabinetId, documentId: null, people: [context.actor] };
  if ((await context.perform(activityReaders, asked)).size === 0) throw new DomainError('NOT_FOUND');
  return new LiveStream({
    topic: cabinetActivityAdded,
    key: cabinetId,
    after: liveAfter(after),
    entitled: (event, people, ctx: Context) =>
      ctx.perform(activityReaders, { cabinetId, documentId: documentOf(event), people }),
  });
}

@Resolver(() => CabinetActivityAddedType)
export class CabinetActivityLiveResolver {
  @Auth('activity:read')
  @Subscription(() => CabinetActivityAddedType, {
    description: 'What is done in a cabinet, as far as you may read at that moment. Error: NOT_FOUND.',
    subscribe: listen,
  })
  async cabinetActivity(
    @Root() event: LiveDelivery,
    @Args(() => CabinetActivityLiveArgs) { cabinetId }: CabinetActivityLiveArgs,
    @Ctx() context: Context,
  ): Promise<{ activity: CabinetActivityRow; cursor: string }> {
    const activity = await latestActivity(context.read, { cabinetId, documentId: documentOf(event) });
    return { activity, cursor: liveCursor(event) };
  }
}
