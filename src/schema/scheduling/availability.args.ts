import { IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { Line, Secret } from '../shared/text.rules.ts';

/** The most local days that one question may be about. */
const mostDays = 62;
/** The largest party of any offering. */
const mostPeople = 200;

@InputType({ description: 'What an asker holds: their own booking and their own kept time count as free.' })
export class SlotAccessInput {
  @Field(() => String, {
    nullable: true,
    description: 'The code of a booking that moves, with `token`; case, blanks and dashes do not matter.',
  })
  @IsOptional()
  @Line(1, 20)
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'The token of its manage link.' })
  @IsOptional()
  @Secret(200)
  token?: string | null;

  @Field(() => String, { nullable: true, description: 'The token that `holdSlot` answered.' })
  @IsOptional()
  @Secret(200)
  holdToken?: string | null;
}

@ArgsType()
export class NextAvailabilityArgs {
  @Field(() => ID, { description: 'What is to be booked.' })
  offeringId!: string;

  @Field(() => ID, { nullable: true, description: 'With whom; absent: with any of those who give it.' })
  @IsOptional()
  artisanId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The zone of days and local times, as `Europe/Paris`; the artisan’s unless said. The times are the same.',
  })
  @IsOptional()
  @Line(1, 64)
  timeZone?: string | null;

  @Field(() => Int, { defaultValue: 1, description: 'How many people come.' })
  @Min(1)
  @Max(mostPeople)
  partySize!: number;

  @Field(() => SlotAccessInput, { nullable: true, description: 'To see one’s own times as free.' })
  @IsOptional()
  @ValidateNested()
  access?: SlotAccessInput | null;
}

@ArgsType()
export class AvailabilityArgs extends NextAvailabilityArgs {
  @Field(() => LocalDate, { nullable: true, description: 'The first day, in `timeZone`; today unless said.' })
  @IsOptional()
  @Matches(/^2\d{3}-/)
  from?: string | null;

  @Field(() => Int, { defaultValue: 31, description: 'How many days, 62 at most.' })
  @Min(1)
  @Max(mostDays)
  days!: number;
}

@ArgsType()
export class SlotExplanationArgs {
  @Field(() => ID, { description: 'What would be booked.' })
  offeringId!: string;

  @Field(() => ID, { description: 'With whom.' })
  artisanId!: string;

  @Field(() => DateTime, { description: 'When it would begin.' })
  startsAt!: Date;

  @Field(() => Int, { defaultValue: 1, description: 'How many people would come.' })
  @Min(1)
  @Max(mostPeople)
  partySize!: number;
}
