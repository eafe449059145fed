import { Ctx, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { SystemStatusType } from '../../schema/platform/system-status.type.ts';
import { systemStatus, type SystemStatus } from '../../services/platform/system-status.ts';
import type { Context } from '../context.ts';

/** The state of the installation, for admins. */
@Resolver(() => SystemStatusType)
export class SystemAdminResolver {
  @Auth('system:read')
  @Query(() => SystemStatusType, {
    description: 'How the database, the disks, the providers and the jobs are, and since when.',
  })
  systemStatus(@Ctx() context: Context): Promise<SystemStatus> {
    return context.perform(systemStatus, undefined);
  }
}
