import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('FaqEntry', { description: 'A question people often ask, and its answer.', simpleResolvers: true })
export class FaqEntryType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'The question.' })
  question!: string;

  @Field(() => String, { description: 'The answer.' })
  answer!: string;

  @Field(() => String, { nullable: true, description: 'More about it; null when the answer says all.' })
  details!: string | null;

  @Field(() => String, { description: 'Family of questions, as « Tarifs ».' })
  category!: string;
}
