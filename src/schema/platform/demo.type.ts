import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('DemoStatus', { description: 'That everything here is invented.', simpleResolvers: true })
export class DemoStatusType {
  @Field(() => String, { description: 'What a banner says, in the language of whoever asks.' })
  notice!: string;

  @Field(() => Boolean, { description: 'Its data is being made at this moment: wait before you sign in again.' })
  isBeingMade!: boolean;
}

@ObjectType('DemoData', { description: 'The data of the demo, as it is made.', simpleResolvers: true })
export class DemoDataType {
  @Field(() => Int, { description: 'How many people there are, of every role.' })
  people!: number;

  @Field(() => Int, { description: 'How many orders, in every state, over a year.' })
  orders!: number;

  @Field(() => String, { description: 'With which all of these people sign in; it stays the same.' })
  password!: string;
}
