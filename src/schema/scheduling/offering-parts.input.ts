import { ArrayMaxSize, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { QuestionKind } from '../../entities/scheduling/offering.entity.ts';
import { Line } from '../shared/text.rules.ts';
import { QuestionKindEnum } from './practice.enums.ts';

@InputType({ description: 'What a customer is asked.' })
export class OfferingQuestionInput {
  @Field(() => QuestionKindEnum, { description: 'How it is answered.' })
  kind!: QuestionKind;

  @Field(() => String, { description: 'The question, at most 255 characters.' })
  @Line(1, 255)
  label!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it must be answered.' })
  isRequired!: boolean;

  @Field(() => [String], { defaultValue: [], description: 'The answers of a CHOICE, 2 to 20 of 100 characters.' })
  @ArrayMaxSize(20)
  @Line(1, 100, { each: true })
  choices!: string[];
}

@InputType({ description: 'How much of a deposit comes back to a customer who cancels in time.' })
export class CancellationTierInput {
  @Field(() => Int, { description: 'So many elapsed hours before the start, or earlier: 0 to 8,760.' })
  @IsInt()
  @Min(0)
  @Max(8_760)
  hoursBefore!: number;

  @Field(() => Int, { description: 'So much of the deposit comes back, 0 to 100 percent.' })
  @IsInt()
  @Min(0)
  @Max(100)
  refundPercent!: number;
}

@InputType({ description: 'A reminder: so many minutes before the start, or so many days before it at a local time.' })
export class ReminderRuleInput {
  @Field(() => Int, { nullable: true, description: 'Minutes before the start, 15 to 10,080.' })
  @IsOptional()
  @IsInt()
  @Min(15)
  @Max(10_080)
  minutesBefore?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days before the start, 1 to 7; with `atMinute`.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  daysBefore?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minute of the local day, 0 to 1439; with `daysBefore`.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_439)
  atMinute?: number | null;
}
