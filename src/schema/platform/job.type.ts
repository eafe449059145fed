import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { jobStates } from '../../entities/platform/job.entity.ts';
import { DateTime, JsonObject } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';

export const JobStateEnum = enumOf(jobStates);
registerEnumType(JobStateEnum, {
  name: 'JobState',
  description: 'The state of a job.',
  valuesConfig: {
    PENDING: { description: 'Waits for its first attempt.' },
    RUNNING: { description: 'A process is at it.' },
    RETRYING: { description: 'Waits for its next attempt.' },
    COMPLETED: { description: 'Done.' },
    FAILED: { description: 'A dead letter: all its attempts failed. It stays until an admin retries it.' },
    CANCELLED: { description: 'Cancelled before it ran.' },
  },
});

@ObjectType('Job', {
  description: 'Work that the server does by itself, after the request or event that caused it.',
  simpleResolvers: true,
})
export class JobType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What it does: `<domain>.<verb-thing>`.' })
  kind!: string;

  @Field(() => JobStateEnum, { description: 'Its state.' })
  state!: string;

  @Field(() => Int, { description: 'Lower runs first.' })
  priority!: number;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => Int, { description: 'The number of failures that make it a dead letter.' })
  maxAttempts!: number;

  @Field(() => DateTime, { description: 'When it is due.' })
  runAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why its last attempt failed; null when none did.' })
  lastError!: string | null;

  @Field(() => JsonObject, { description: 'What it works on: identifiers.' })
  payload!: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'The request that caused it, as in the logs; null when none did.',
  })
  requestId!: string | null;

  @Field(() => DateTime, { description: 'When it was queued.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null before.' })
  finishedAt!: Date | null;
}

export const JobConnection = connectionOf(JobType, 'Job');
export type JobConnection = InstanceType<typeof JobConnection>;
