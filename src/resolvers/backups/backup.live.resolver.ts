import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { BackupProgressArgs } from '../../schema/backups/backup.args.ts';
import { BackupProgressType } from '../../schema/backups/backup.type.ts';
import { can, idOf } from '../../services/access/actor.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { backupProgress, getBackup } from '../../services/backups/index.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import type { Context } from '../context.ts';
import { liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

const changes = liveStream<BackupProgressArgs, Context>(({ args: { backupId, after } }) => ({
  topic: backupProgress,
  key: backupId,
  after: liveAfter(after),
  // Checked for every event: whoever lost the right receives nothing more.
  entitled: (_event, people) =>
    new Set(people.filter((person) => can(person, 'backup:read')).map((person) => idOf(person) ?? '')),
}));

/** Backups as they are made. */
@Resolver(() => BackupProgressType)
export class BackupLiveResolver {
  @Auth('backup:read')
  @Subscription(() => BackupProgressType, {
    description: 'How far a backup is, once a second at most. Error: NOT_FOUND.',
    subscribe: async (request) => {
      const { args, context } = request as { args: BackupProgressArgs; context: Context };
      await getBackup(context.read, args.backupId);
      return changes(request);
    },
  })
  backupProgress(
    @Root() event: LiveDelivery,
    @Args(() => BackupProgressArgs) _args: BackupProgressArgs,
    @Ctx() _context: Context,
  ): BackupProgressType {
    const { payload } = event;
    const figure = (name: string): number => Number(payload[name] ?? 0);
    return {
      backupId: String(payload['backupId']),
      status: String(payload['status']),
      ...{ rows: figure('rows'), objects: figure('objects'), bytes: figure('bytes'), addedBytes: figure('addedBytes') },
      cursor: liveCursor(event),
    };
  }
}
