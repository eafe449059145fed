import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { pageTypes } from '../../entities/content/page.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';

export const PageTypeEnum = enumOf(pageTypes);
registerEnumType(PageTypeEnum, { name: 'PageType', description: 'What a page of the site is for.' });

@ObjectType('Page', { description: 'A published page of the site.', simpleResolvers: true })
export class PageType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Name in addresses, as `mentions-legales`.' })
  slug!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'The text, in Markdown.' })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Summary of the page in a sentence; null when there is none.',
  })
  excerpt!: string | null;

  @Field(() => PageTypeEnum, { description: 'What it is for.' })
  type!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was published; null when that was not noted.' })
  publishedAt!: Date | null;
}
