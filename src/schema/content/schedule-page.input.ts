import { IsIn, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { pageScheduleActions, type PageScheduleAction } from '../../entities/content/page-parts.entity.ts';
import { whichTimes, type WhichTime } from '../../services/kernel/local-time.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { Line } from '../shared/text.rules.ts';
import { PageScheduleActionEnum } from './admin-page.type.ts';
import { PublishPageInput } from './page.input.ts';

export const WhichTimeEnum = enumOf(whichTimes);
registerEnumType(WhichTimeEnum, {
  name: 'WhichTime',
  description: 'Which of two times, where clocks go back.',
  valuesConfig: { EARLIER: { description: 'The first one.' }, LATER: { description: 'The second one.' } },
});

@InputType({ description: 'A time as clocks on the wall show it.' })
export class LocalTimeInput {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @Field(() => String, { description: 'Hours and minutes, as `18:30`; seconds are dropped.' })
  @MaxLength(8)
  @Matches(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
  time!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The time zone, as `Europe/Paris`; that of the business unless said.',
  })
  @IsOptional()
  @Line(1, 64)
  zone?: string | null;

  @Field(() => WhichTimeEnum, { nullable: true, description: 'Which one, of a time that comes twice.' })
  @IsOptional()
  which?: WhichTime | null;
}

@InputType({ description: 'What is to happen to a page, and when: `at` or `local`.' })
export class SchedulePageInput extends PublishPageInput {
  @Field(() => PageScheduleActionEnum, { description: 'What.' })
  @IsIn(pageScheduleActions)
  action!: PageScheduleAction;

  @Field(() => DateTime, { nullable: true, description: 'When; seconds are dropped.' })
  @IsOptional()
  at?: Date | null;

  @Field(() => LocalTimeInput, { nullable: true, description: 'When, as a local time.' })
  @IsOptional()
  @ValidateNested()
  local?: LocalTimeInput | null;
}
