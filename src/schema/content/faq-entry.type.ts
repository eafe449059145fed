import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('FaqEntry', {
  description: 'A frequently asked question, and its answer.',
  simpleResolvers: true,
})
export class FaqEntryType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'The question.' })
  question!: string;

  @Field(() => String, { description: 'The answer.' })
  answer!: string;

  @Field(() => String, { nullable: true, description: 'Further details; null when there are none.' })
  details!: string | null;

  @Field(() => String, { description: 'Category of questions, such as « Tarifs ».' })
  category!: string;
}
