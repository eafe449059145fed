import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { ArchiveDashboardType } from '../../schema/archive/dashboard.type.ts';
import { DateTime } from '../../schema/scalars/index.ts';
import { lastBackupAt } from '../../services/backups/index.ts';
import type { Context } from '../context.ts';

/** What backups add to the figures about the archive. */
@Resolver(() => ArchiveDashboardType)
export class ArchiveDashboardFieldsResolver {
  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the newest backup that can be restored was finished; null before the first one.',
  })
  lastBackupAt(@Ctx() { read }: Context): Promise<Date | null> {
    return lastBackupAt(read);
  }
}
