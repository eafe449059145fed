import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import type { PageType } from '../../entities/content/page.entity.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { queryDescription, searchArgs } from '../shared/list.args.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { Line } from '../shared/text.rules.ts';
import { PageTypeEnum } from './page.type.ts';

@ArgsType()
export class FaqEntriesArgs extends searchArgs('a question or an answer') {
  @Field(() => String, { nullable: true, description: 'Only questions of this category.' })
  @IsOptional()
  @MaxLength(100)
  category?: string | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'Only questions in this language; in all unless given.' })
  @IsOptional()
  locale?: Locale | null;
}

@ArgsType()
export class PagesArgs extends searchArgs('a title or a text') {
  @Field(() => PageTypeEnum, { nullable: true, description: 'Only pages of this type.' })
  @IsOptional()
  type?: PageType | null;

  @Field(() => String, { nullable: true, description: 'Only pages of this family.' })
  @IsOptional()
  @Line(0, 100)
  category?: string | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'Only pages in this language; in all unless given.' })
  @IsOptional()
  locale?: Locale | null;

  @Field(() => String, { nullable: true, description: 'Only pages found under this word.' })
  @IsOptional()
  @Line(0, 50)
  tag?: string | null;
}

@ArgsType()
export class SearchHelpArgs {
  @Field(() => String, { description: queryDescription('What to find in questions, answers and pages') })
  @Line(1, 1_000)
  search!: string;

  @Field(() => LocaleEnum, { nullable: true, description: 'Only what is in this language; in all unless given.' })
  @IsOptional()
  locale?: Locale | null;
}
