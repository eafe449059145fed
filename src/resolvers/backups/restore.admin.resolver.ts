import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { RestoreItemsArgs } from '../../schema/backups/restore.args.ts';
import { CancelRestoreInput, RestoreBackupInput } from '../../schema/backups/restore.input.ts';
import { RestoreItemConnection, RestoreRunType } from '../../schema/backups/restore.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  cancelRestore,
  getRestoreRun,
  listRestoreItems,
  restoreBackup,
  type RestoreItemRow,
  type RestoreRunRow,
} from '../../services/backups/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** Documents that come back from backups, for admins; auditors read. */
@Resolver(() => RestoreRunType)
export class RestoreAdminResolver {
  @Auth('backup:read')
  @Query(() => RestoreRunType, { description: 'One restore, as far as it is. Error: NOT_FOUND.' })
  restoreRun(
    @Arg('id', () => ID, { description: 'The restore.' }) id: string,
    @Ctx() context: Context,
  ): Promise<RestoreRunRow> {
    return getRestoreRun(context.read, id);
  }

  @Auth('backup:read')
  @Query(() => RestoreItemConnection, {
    description: 'The documents of a restore, and what became of each. Error: NOT_FOUND.',
  })
  restoreItems(
    @Args(() => RestoreItemsArgs) args: RestoreItemsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<RestoreItemRow>> {
    return listRestoreItems(context.read, args);
  }

  @Auth('backup:restore', { stepUp: true })
  @Mutation(() => RestoreRunType, {
    description:
      'Restores documents as new versions; nothing that is there is changed. With `dryRun` it only says what would become of each. Errors: NOT_FOUND, INPUT_INVALID, QUOTA_EXCEEDED, BACKUP_DAMAGED, BACKUP_TARGET_UNAVAILABLE.',
  })
  async restoreBackup(
    @Arg('input', () => RestoreBackupInput, { description: 'From which backup, and which documents.' })
    input: RestoreBackupInput,
    @Ctx() context: Context,
  ): Promise<RestoreRunRow> {
    const { id } = await context.perform(restoreBackup, input);
    return getRestoreRun(context.read, id);
  }

  @Auth('backup:restore')
  @Mutation(() => RestoreRunType, {
    description:
      'Ends a restore of documents between two of them; what was restored stays. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async cancelRestore(
    @Arg('input', () => CancelRestoreInput, { description: 'Which.' }) input: CancelRestoreInput,
    @Ctx() context: Context,
  ): Promise<RestoreRunRow> {
    const { id } = await context.run(cancelRestore, input);
    return getRestoreRun(context.read, id);
  }
}
