import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { DemoDataType } from '../../schema/platform/demo.type.ts';
import { SystemStatusType } from '../../schema/platform/system-status.type.ts';
import { resetDemoData, type DemoFigures } from '../../services/platform/demo.ts';
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

  @Auth('demo:reset', { stepUp: true })
  @Mutation(() => DemoDataType, {
    description:
      'Deletes everything of a demo installation but its audit log, and makes its data again, which takes some seconds more. Everybody signs in again. Refused wherever anything is real. Error: DEMO_REFUSED.',
  })
  resetDemoData(@Ctx() context: Context): Promise<DemoFigures> {
    return context.perform(resetDemoData, undefined);
  }
}
