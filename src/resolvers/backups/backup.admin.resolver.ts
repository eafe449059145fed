import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { BackupsArgs, RestoreDrillsArgs } from '../../schema/backups/backup.args.ts';
import {
  CreateBackupInput,
  DeleteBackupInput,
  ProtectBackupInput,
  PruneBackupsInput,
  RunRestoreDrillInput,
  VerifyBackupInput,
} from '../../schema/backups/backup.input.ts';
import {
  BackupConnection,
  BackupType,
  PrunedBackupsType,
  RestoreDrillConnection,
  RestoreDrillType,
} from '../../schema/backups/backup.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  createBackup,
  deleteBackup,
  getBackup,
  listBackups,
  listDrills,
  protectBackup,
  pruneBackups,
  requestDrill,
  requestVerification,
  type BackupRow,
  type DrillRow,
  type Pruned,
} from '../../services/backups/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** Backups, for admins; auditors read. */
@Resolver(() => BackupType)
export class BackupAdminResolver {
  @Auth('backup:read')
  @Query(() => BackupConnection, { description: 'Backups of every target.' })
  backups(@Args(() => BackupsArgs) args: BackupsArgs, @Ctx() context: Context): Promise<PageOf<BackupRow>> {
    return listBackups(context.read, args);
  }

  @Auth('backup:read')
  @Query(() => BackupType, { description: 'One backup. Error: NOT_FOUND.' })
  backup(@Arg('id', () => ID, { description: 'The backup.' }) id: string, @Ctx() context: Context): Promise<BackupRow> {
    return getBackup(context.read, id);
  }

  @Auth('backup:read')
  @Query(() => RestoreDrillConnection, { description: 'Restores for practice.' })
  restoreDrills(
    @Args(() => RestoreDrillsArgs) args: RestoreDrillsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<DrillRow>> {
    return listDrills(context.read, args);
  }

  @Auth('backup:create')
  @Mutation(() => BackupType, {
    description:
      'Begins a backup of everything; `backupProgress` shows it. Errors: INPUT_INVALID, BACKUP_RUNNING, FORBIDDEN.',
  })
  async createBackup(
    @Arg('input', () => CreateBackupInput, { description: 'Where to, and its name.' }) input: CreateBackupInput,
    @Ctx() context: Context,
  ): Promise<BackupRow> {
    const { id } = await context.perform(createBackup, input);
    return getBackup(context.read, id);
  }

  @Auth('backup:verify')
  @Mutation(() => BackupType, {
    description:
      'Begins to verify a backup, and mends what a whole copy mends; `verifiedAt` says when it is done. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async verifyBackup(
    @Arg('input', () => VerifyBackupInput, { description: 'Which, and how much is opened.' }) input: VerifyBackupInput,
    @Ctx() context: Context,
  ): Promise<BackupRow> {
    await context.run(requestVerification, input);
    return getBackup(context.read, input.backupId);
  }

  @Auth('backup:delete')
  @Mutation(() => BackupType, {
    description:
      'Protects a backup from being deleted, by anybody, until a moment that can be put off and never brought forward. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED, BACKUP_PROTECTED, BACKUP_TARGET_UNAVAILABLE.',
  })
  async protectBackup(
    @Arg('input', () => ProtectBackupInput, { description: 'Which, and until when.' }) input: ProtectBackupInput,
    @Ctx() context: Context,
  ): Promise<BackupRow> {
    await context.perform(protectBackup, input);
    return getBackup(context.read, input.backupId);
  }

  @Auth('backup:delete', { stepUp: true })
  @Mutation(() => BackupType, {
    description:
      'Deletes a backup for good. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, BACKUP_PROTECTED, BACKUP_TARGET_UNAVAILABLE.',
  })
  async deleteBackup(
    @Arg('input', () => DeleteBackupInput, { description: 'Which.' }) input: DeleteBackupInput,
    @Ctx() context: Context,
  ): Promise<BackupRow> {
    await context.perform(deleteBackup, input);
    return getBackup(context.read, input.backupId);
  }

  @Auth('backup:delete', { stepUp: true })
  @Mutation(() => PrunedBackupsType, {
    description:
      'Deletes backups whose time is over, and what no backup needs any more. The server does it every night. Error: BACKUP_TARGET_UNAVAILABLE.',
  })
  pruneBackups(
    @Arg('input', () => PruneBackupsInput, { description: 'Really, or only counting?' }) input: PruneBackupsInput,
    @Ctx() context: Context,
  ): Promise<Pruned> {
    return context.perform(pruneBackups, input);
  }

  @Auth('backup:restore', { stepUp: true })
  @Mutation(() => RestoreDrillType, {
    description: 'Begins a restore for practice of the newest backup of a target. Error: INPUT_INVALID.',
  })
  runRestoreDrill(
    @Arg('input', () => RunRestoreDrillInput, { description: 'Of which target.' }) input: RunRestoreDrillInput,
    @Ctx() context: Context,
  ): Promise<RestoreDrillType> {
    return context.perform(requestDrill, input);
  }
}
