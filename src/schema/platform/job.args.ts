import { IsOptional } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import type { JobState } from '../../entities/platform/job.entity.ts';
import { searchedArgs } from '../shared/list.args.ts';
import { JobStateEnum } from './job.type.ts';
import { Line } from '../shared/text.rules.ts';

@ArgsType()
export class JobsArgs extends searchedArgs('JobSort', { of: 'jobs', within: 'a kind or of the last error' }) {
  @Field(() => JobStateEnum, {
    nullable: true,
    description: 'Only jobs in this state; FAILED for the dead letters.',
  })
  @IsOptional()
  state?: JobState | null;

  @Field(() => String, { nullable: true, description: 'Only jobs of this kind.' })
  @IsOptional()
  @Line(0, 100)
  kind?: string | null;
}
