import { IsIn, IsUUID } from 'class-validator';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { subjectTypes, type SubjectType } from '../../services/kernel/subject.ts';
import { Free } from '../directives/cost.ts';
import { enumOf } from './enum-of.ts';

export const SubjectTypeEnum = enumOf(subjectTypes);
registerEnumType(SubjectTypeEnum, {
  name: 'SubjectType',
  description: 'What can be invoiced and paid for.',
  valuesConfig: {
    ORDER: { description: 'An order.' },
    INVOICE: { description: 'An invoice that was issued before it is paid.' },
    PLAN_PERIOD: { description: 'A period of a plan.' },
    GUEST_ORDER: { description: 'An order of a visitor without account, until it is paid.' },
    BOOKING: { description: 'An appointment: its deposit.' },
  },
});

@Free()
@ObjectType('Subject', { description: 'What something is about.', simpleResolvers: true })
export class SubjectObjectType {
  @Field(() => SubjectTypeEnum, { description: 'What kind of thing.' })
  type!: string;

  @Field(() => ID, { description: 'Its identifier.' })
  id!: string;
}

@InputType({ description: 'What something is about.' })
export class SubjectInput {
  @Field(() => SubjectTypeEnum, { description: 'What kind of thing.' })
  @IsIn(subjectTypes)
  type!: SubjectType;

  @Field(() => ID, { description: 'Its identifier.' })
  @IsUUID()
  id!: string;
}
