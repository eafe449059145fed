import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Line } from '../shared/text.rules.ts';

@InputType({ description: 'A reminder step and what changes of it; what is absent stays.' })
export class UpdateReminderStepInput {
  @Field(() => ID, { description: 'The step.' })
  @IsUUID()
  stepId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after the due day, 1 to 365: more than the step before it, fewer than the one after it.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  days?: number | null;

  @Field(() => String, { nullable: true, description: 'Subject and title in French, at most 120 characters.' })
  @IsOptional()
  @Line(1, 120)
  titleFr?: string | null;

  @Field(() => String, { nullable: true, description: 'Subject and title in English, at most 120 characters.' })
  @IsOptional()
  @Line(1, 120)
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'What the mail says in French, at most 2,000 characters.' })
  @IsOptional()
  @Line(1, 2_000)
  textFr?: string | null;

  @Field(() => String, { nullable: true, description: 'What the mail says in English, at most 2,000 characters.' })
  @IsOptional()
  @Line(1, 2_000)
  textEn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is sent.' })
  @IsOptional()
  isEnabled?: boolean | null;
}

@InputType({ description: 'An overdue invoice.' })
export class SendReminderInput extends KeyedInput {
  @Field(() => ID, { description: 'The invoice.' })
  @IsUUID()
  invoiceId!: string;
}

@InputType({ description: 'An invoice whose reminders wait, and until when.' })
export class PauseRemindersInput {
  @Field(() => ID, { description: 'The invoice.' })
  @IsUUID()
  invoiceId!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which they may begin again, after today; null: they go on at once.',
  })
  @IsOptional()
  until?: string | null;
}
