import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'The dead letter to retry.' })
export class RetryJobInput {
  @Field(() => ID, { description: 'The job.' })
  @MaxLength(36)
  jobId!: string;
}

@InputType({ description: 'The waiting job to cancel.' })
export class CancelJobInput {
  @Field(() => ID, { description: 'The job.' })
  @MaxLength(36)
  jobId!: string;
}
