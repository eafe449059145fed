import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { helpKinds } from '../../services/kernel/page-format.ts';
import { enumOf } from '../shared/enum-of.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { TextPartType } from '../shared/text-part.type.ts';

@ObjectType('FaqEntry', {
  description: 'A frequently asked question, and its answer.',
  simpleResolvers: true,
})
export class FaqEntryType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'The question.' })
  question!: string;

  @Field(() => String, { description: 'The answer, plain text.' })
  answer!: string;

  @Field(() => String, { nullable: true, description: 'Further details; null when there are none.' })
  details!: string | null;

  @Field(() => String, { description: 'Category of questions, such as « Tarifs ».' })
  category!: string;

  @Field(() => LocaleEnum, { description: 'The language of its words.' })
  locale!: string;
}

@ObjectType('AdminFaqEntry', { description: 'An entry as those who write it see it.', simpleResolvers: true })
export class AdminFaqEntryType extends FaqEntryType {
  @Field(() => Int, { description: 'Grows with every change: mutations name the one that was read.' })
  version!: number;

  @Field(() => Boolean, { description: 'Is it shown to everyone?' })
  isVisible!: boolean;

  @Field(() => Int, { description: 'How many found it useful.' })
  usefulCount!: number;

  @Field(() => Int, { description: 'How many did not.' })
  notUsefulCount!: number;
}

@ObjectType('FaqCategory', { description: 'A family of questions.', simpleResolvers: true })
export class FaqCategoryType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

export const HelpKindEnum = enumOf(helpKinds);
registerEnumType(HelpKindEnum, {
  name: 'HelpKind',
  description: 'What a search of the help found.',
  valuesConfig: {
    QUESTION: { description: 'A frequently asked question.' },
    PAGE: { description: 'A page of the site.' },
  },
});

@ObjectType('HelpResult', { description: 'Something that a search of the help found.', simpleResolvers: true })
export class HelpResultType {
  @Field(() => HelpKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'The question, or the title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The answer, or the summary; null when there is none.' })
  excerpt!: string | null;

  @Field(() => [TextPartType], { description: 'The question or the title, in pieces. Never markup.' })
  fragment!: TextPartType[];

  @Field(() => String, { nullable: true, description: 'The name of a page in addresses; null for a question.' })
  slug!: string | null;
}
