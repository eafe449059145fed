import { Field, ObjectType } from 'type-graphql';

@ObjectType('TextPart', { description: 'A piece of a text.', simpleResolvers: true })
export class TextPartType {
  @Field(() => String, { description: 'The piece.' })
  text!: string;

  @Field(() => Boolean, { description: 'It was sought.' })
  isMatch!: boolean;
}
