import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Job } from '../../entities/platform/job.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { JobsArgs } from '../../schema/platform/job.args.ts';
import { CancelJobInput, RetryJobInput } from '../../schema/platform/job.input.ts';
import { JobConnection, JobType } from '../../schema/platform/job.type.ts';
import { cancelJob, listJobs, retryJob, type JobRow } from '../../services/platform/jobs/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** Work after commit, for admins: above all the dead letters. */
@Resolver(() => JobType)
export class JobAdminResolver {
  @Auth('job:read')
  @Query(() => JobConnection, { description: 'Jobs, newest first; with `state: FAILED` the dead letters.' })
  jobs(@Args(() => JobsArgs) args: JobsArgs, @Ctx() context: Context): Promise<PageOf<JobRow>> {
    return listJobs(context.read, args);
  }

  @Auth('job:manage')
  @Mutation(() => JobType, {
    description: 'Sends a dead letter on its way again, from its first attempt. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  retryJob(
    @Arg('input', () => RetryJobInput, { description: 'Which job.' }) { jobId }: RetryJobInput,
    @Ctx() context: Context,
  ): Promise<Job> {
    return context.run(retryJob, { id: jobId });
  }

  @Auth('job:manage')
  @Mutation(() => JobType, {
    description:
      'Takes back a job that waits; one that runs is not interrupted. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  cancelJob(
    @Arg('input', () => CancelJobInput, { description: 'Which job.' }) { jobId }: CancelJobInput,
    @Ctx() context: Context,
  ): Promise<Job> {
    return context.run(cancelJob, { id: jobId });
  }
}
