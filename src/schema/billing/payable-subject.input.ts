import { IsIn, IsUUID } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { subjectTypes, type SubjectType } from '../../services/kernel/subject.ts';
import { enumOf } from '../shared/enum-of.ts';

export const SubjectTypeEnum = enumOf(subjectTypes);
registerEnumType(SubjectTypeEnum, {
  name: 'SubjectType',
  description: 'A kind of thing that can be paid for.',
  valuesConfig: { ORDER: { description: 'An order.' } },
});

@InputType({ description: 'Something that can be paid for.' })
export class PayableSubjectInput {
  @Field(() => SubjectTypeEnum, { description: 'What kind of thing it is.' })
  @IsIn(subjectTypes)
  type!: SubjectType;

  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  id!: string;
}
