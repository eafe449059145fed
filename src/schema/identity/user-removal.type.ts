import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../shared/enum-of.ts';

export const RemovalOutcomeEnum = enumOf(['DELETED', 'PSEUDONYMISED']);
registerEnumType(RemovalOutcomeEnum, {
  name: 'RemovalOutcome',
  description: 'What becomes of an account that is deleted.',
  valuesConfig: {
    DELETED: { description: 'Nothing is left of it.' },
    PSEUDONYMISED: { description: 'Something that must stay refers to it: it stays, and names nobody.' },
  },
});

export const RecordFateEnum = enumOf(['DELETED', 'PSEUDONYMISED', 'KEPT']);
registerEnumType(RecordFateEnum, {
  name: 'RecordFate',
  description: 'What becomes of what the house holds of somebody.',
  valuesConfig: {
    DELETED: { description: 'Goes.' },
    PSEUDONYMISED: { description: 'Stays, and names nobody.' },
    KEPT: { description: 'Stays as it is, because the law says so.' },
  },
});

@ObjectType('RemovalPart', { description: 'One kind of what the house holds of somebody.', simpleResolvers: true })
export class RemovalPartType {
  @Field(() => String, { description: 'What it is, as ORDERS or INVOICES.' })
  record!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => RecordFateEnum, { description: 'What becomes of them.' })
  fate!: string;
}

@ObjectType('UserRemoval', { description: 'What a deletion would do, or did.', simpleResolvers: true })
export class UserRemovalType {
  @Field(() => ID, { description: 'Whose account.' })
  userId!: string;

  @Field(() => RemovalOutcomeEnum, { description: 'What becomes of the account.' })
  outcome!: string;

  @Field(() => [RemovalPartType], { description: 'What goes and what stays; nothing that there is none of.' })
  parts!: readonly RemovalPartType[];

  @Field(() => Int, { description: 'Pieces of work under way; above 0 the account cannot be deleted.' })
  openWork!: number;
}
