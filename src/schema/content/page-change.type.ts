import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { differenceKinds } from '../../services/kernel/text-differences.ts';
import { DateTime, Url } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { AdminPageType, PageVersionType } from './admin-page.type.ts';

@ObjectType('PageChange', { description: 'What a change of a page made of it.', simpleResolvers: true })
export class PageChangeType {
  @Field(() => AdminPageType, { description: 'The page as it is now.' })
  page!: AdminPageType;

  @Field(() => [String], {
    description: 'What was taken out of the text, each once: `script`, `p[onclick]`, `a[href]`, `comment`.',
  })
  removed!: readonly string[];

  @Field(() => Boolean, {
    description: 'Is an earlier version planned? What was written now is published only when it is scheduled again.',
  })
  needsScheduling!: boolean;
}

@ObjectType('PreviewLink', { description: 'A link that shows a draft to whoever has it.', simpleResolvers: true })
export class PreviewLinkType {
  @Field(() => Url, { description: 'The address. It is given once.' })
  url!: string;

  @Field(() => DateTime, { description: 'When it stops to work.' })
  expiresAt!: Date;
}

export const DifferenceKindEnum = enumOf(differenceKinds);
registerEnumType(DifferenceKindEnum, {
  name: 'DifferenceKind',
  description: 'In which of two texts a block is.',
  valuesConfig: {
    SAME: { description: 'In both.' },
    REMOVED: { description: 'Only in the earlier one.' },
    ADDED: { description: 'Only in the later one.' },
  },
});

@ObjectType('TextDifference', { description: 'A block of two compared texts.', simpleResolvers: true })
export class TextDifferenceType {
  @Field(() => DifferenceKindEnum, { description: 'Where it is.' })
  kind!: string;

  @Field(() => String, { description: 'Its words, without markup.' })
  text!: string;
}

@ObjectType('PageComparison', { description: 'Two versions of a page.', simpleResolvers: true })
export class PageComparisonType {
  @Field(() => PageVersionType, { description: 'The earlier one.' })
  from!: PageVersionType;

  @Field(() => PageVersionType, { description: 'The later one.' })
  to!: PageVersionType;

  @Field(() => [TextDifferenceType], { description: 'Their texts, block by block.' })
  differences!: readonly TextDifferenceType[];
}
