import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { pageTypes } from '../../entities/content/page.entity.ts';
import { Free } from '../directives/cost.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';

export const PageTypeEnum = enumOf(pageTypes);
registerEnumType(PageTypeEnum, { name: 'PageType', description: 'What a page of the site is for.' });

@Free()
@ObjectType('PageMeta', {
  description: 'What search engines and social networks are given of a page.',
  simpleResolvers: true,
})
export class PageMetaType {
  @Field(() => String, { nullable: true, description: 'Title, in place of that of the page.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about, in a sentence.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Keywords, parted by commas.' })
  keywords!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of its picture: a path of ours, or https.' })
  ogImage!: string | null;

  @Field(() => String, { nullable: true, description: 'The address that counts, where the text stands at several.' })
  canonical!: string | null;
}

@ObjectType('Page', { description: 'A published page of the site.', simpleResolvers: true })
export class PageType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, {
    description:
      'Name in addresses, as `mentions-legales`. A page that is asked for by a name it had before answers with the one it has now.',
  })
  slug!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'The text, as sanitised HTML.' })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Summary of the page in a sentence; null when there is none.',
  })
  excerpt!: string | null;

  @Field(() => PageTypeEnum, { description: 'What it is for.' })
  type!: string;

  @Field(() => LocaleEnum, { description: 'The language of its text.' })
  locale!: string;

  @Field(() => String, { nullable: true, description: 'Family of pages; null when it is in none.' })
  category!: string | null;

  @Field(() => [String], { description: 'Words that it is found under.' })
  tags!: readonly string[];

  @Field(() => PageMetaType, { nullable: true, description: 'For search engines; null when nothing was said.' })
  meta!: PageMetaType | null;

  @Field(() => Boolean, { description: 'Is it shown only to whoever is signed in?' })
  requireAuth!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was published; null when that was not noted.' })
  publishedAt!: Date | null;
}
