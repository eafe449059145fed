import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import {
  RetentionPolicyType,
  RetentionPreviewArgs,
  RetentionPreviewLineType,
  RetentionRunConnection,
  RetentionRunsArgs,
  RetentionRunType,
  UpdateRetentionPolicyInput,
} from '../../schema/privacy/retention.type.ts';
import {
  listRetentionPolicies,
  listRetentionRuns,
  previewRetention,
  runRetention,
  updateRetentionPolicy,
  type RetentionPolicyRow,
  type RetentionPreviewLine,
  type RetentionRunRow,
} from '../../services/privacy/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** For how long the house keeps what it keeps. */
@Resolver()
export class RetentionAdminResolver {
  @Cost({ size: 30 })
  @Auth('retention:read')
  @Query(() => [RetentionPolicyType], { description: 'Every class of records, and the period in force.' })
  retentionPolicies(@Ctx() context: Context): Promise<RetentionPolicyRow[]> {
    return context.perform(listRetentionPolicies, undefined);
  }

  @Heavy()
  @Auth('retention:read')
  @Query(() => [RetentionPreviewLineType], {
    description: 'What a run would remove now, class by class, by the same selection; nothing is touched.',
  })
  retentionPreview(
    @Args(() => RetentionPreviewArgs) args: RetentionPreviewArgs,
    @Ctx() context: Context,
  ): Promise<RetentionPreviewLine[]> {
    return context.perform(previewRetention, args);
  }

  @Auth('retention:read')
  @Query(() => RetentionRunConnection, { description: 'What retention removed, the newest run first.' })
  retentionRuns(
    @Args(() => RetentionRunsArgs) args: RetentionRunsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<RetentionRunRow>> {
    return listRetentionRuns(context.read, args);
  }

  @Auth('retention:change', { stepUp: true })
  @Mutation(() => RetentionPolicyType, {
    description: 'Chooses another period for a class of records. Errors: INPUT_INVALID outside its bounds.',
  })
  updateRetentionPolicy(
    @Arg('input', () => UpdateRetentionPolicyInput, { description: 'Which class, and how many days.' })
    input: UpdateRetentionPolicyInput,
    @Ctx() context: Context,
  ): Promise<RetentionPolicyRow> {
    return context.perform(updateRetentionPolicy, input);
  }

  @Heavy()
  @Auth('retention:run', { stepUp: true })
  @Mutation(() => RetentionRunType, {
    description:
      'Removes now everything whose period is over, in the background; every night the house does it by itself. Answers the run under way when there is one.',
  })
  runRetention(@Ctx() context: Context): Promise<RetentionRunRow> {
    return context.perform(runRetention, undefined);
  }
}
