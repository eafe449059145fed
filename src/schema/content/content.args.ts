import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import type { PageType } from '../../entities/content/page.entity.ts';
import { searchArgs } from '../shared/list.args.ts';
import { PageTypeEnum } from './page.type.ts';

@ArgsType()
export class FaqEntriesArgs extends searchArgs('a question or an answer') {
  @Field(() => String, { nullable: true, description: 'Only questions of this category.' })
  @IsOptional()
  @MaxLength(100)
  category?: string | null;
}

@ArgsType()
export class PagesArgs extends searchArgs('a title or a text') {
  @Field(() => PageTypeEnum, { nullable: true, description: 'Only pages of this type.' })
  @IsOptional()
  type?: PageType | null;
}
