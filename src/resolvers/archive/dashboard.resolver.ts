import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import {
  ArchiveDashboardType,
  CabinetActivityArgs,
  CabinetActivityConnection,
  CabinetDashboardType,
  UserActivityArgs,
  UserActivityType,
} from '../../schema/archive/dashboard.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** Figures about the archive, and what was done in it. */
@Resolver()
export class ArchiveDashboardResolver {
  @Heavy()
  @Auth('archive:dashboard')
  @Query(() => ArchiveDashboardType, { description: 'How the archive stands now, for admins and auditors.' })
  archiveDashboard(@Ctx() context: Context): Promise<archive.ArchiveDashboard> {
    return context.perform(archive.archiveDashboard, undefined);
  }

  @Heavy()
  @Auth('document:read')
  @Query(() => CabinetDashboardType, { description: 'How a cabinet stands, as far as you may read. Error: NOT_FOUND.' })
  cabinetDashboard(
    @Arg('cabinetId', () => ID, { description: 'The cabinet.' }) cabinetId: string,
    @Ctx() context: Context,
  ): Promise<archive.CabinetDashboard> {
    return context.perform(archive.cabinetDashboard, { cabinetId });
  }

  @Heavy()
  @Auth('activity:read')
  @Query(() => UserActivityType, {
    description: 'What you did, or for admins and auditors what anybody did. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  userActivity(
    @Args(() => UserActivityArgs) args: UserActivityArgs,
    @Ctx() context: Context,
  ): Promise<archive.UserActivity> {
    return context.perform(archive.userActivity, args);
  }

  @Auth('activity:read')
  @Query(() => CabinetActivityConnection, {
    description:
      'What was done in a cabinet, as far as you may read now, the newest first unless said. Error: NOT_FOUND.',
  })
  cabinetActivity(
    @Args(() => CabinetActivityArgs) args: CabinetActivityArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<archive.CabinetActivityRow>> {
    return archive.cabinetActivity(read, args);
  }
}
