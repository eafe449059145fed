import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('ReminderStep', {
  description: 'One of the reminders that an overdue invoice gets by mail.',
  simpleResolvers: true,
})
export class ReminderStepType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Int, { description: '1 for the first.' })
  position!: number;

  @Field(() => Int, { description: 'How many days after the due day it is sent, on the next working day at nine.' })
  days!: number;

  @Field(() => String, { description: 'Subject and title, in French.' })
  titleFr!: string;

  @Field(() => String, { description: 'Subject and title, in English.' })
  titleEn!: string;

  @Field(() => String, { description: 'What the mail says, in French.' })
  textFr!: string;

  @Field(() => String, { description: 'What the mail says, in English.' })
  textEn!: string;

  @Field(() => Boolean, { description: 'Whether it is sent.' })
  isEnabled!: boolean;
}
