import { ArrayMaxSize, IsInt, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../scalars/index.ts';
import { Line, Lines } from '../shared/text.rules.ts';

@InputType({ description: 'The order that is taken from its proofreader.' })
export class UnassignProofreaderInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;
}

@InputType({ description: 'The order that you give back.' })
export class DeclineAssignmentInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => String, { description: 'Why, as the admins read it, 1 to 2,000 characters.' })
  @Lines(1, 2_000)
  reason!: string;
}

@InputType({ description: 'Days on which you do not work, the last one included.' })
export class AbsenceInput {
  @Field(() => LocalDate, { description: 'The first day.' })
  fromOn!: string;

  @Field(() => LocalDate, { description: 'The last day.' })
  untilOn!: string;
}

@InputType({ description: 'What you can take on. What is absent stays as it is.' })
export class UpdateProofreaderProfileInput {
  @Field(() => Int, { nullable: true, description: 'Pages of 1,500 characters a working day, 1 to 500.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  capacityPagesPerDay?: number | null;

  @Field(() => [String], { nullable: true, description: 'Languages, at most 20 of 50 characters.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @Line(1, 50, { each: true })
  languages?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Genres, at most 20 of 50 characters.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @Line(1, 50, { each: true })
  genres?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Specialities, at most 20 of 50 characters.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @Line(1, 50, { each: true })
  specialities?: string[] | null;

  @Field(() => [AbsenceInput], {
    nullable: true,
    description: 'All absences to come, at most 50, none overlapping another; they take the place of those there are.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  absences?: AbsenceInput[] | null;
}
