import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';

@ObjectType('Passkey', {
  description: 'A key pair on a device of a person (WebAuthn): they sign in with it, and reauthenticate.',
  simpleResolvers: true,
})
export class PasskeyType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What its person calls it.' })
  name!: string;

  @Field(() => Boolean, { description: 'May it be copied among their devices?' })
  isSynced!: boolean;

  @Field(() => DateTime, { description: 'When it was registered.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used; null when it has not been yet.' })
  lastUsedAt!: Date | null;
}

@ObjectType('RegisteredPasskey', { description: 'A passkey that was just registered.', simpleResolvers: true })
export class RegisteredPasskeyType {
  @Field(() => PasskeyType, { description: 'The passkey.' })
  passkey!: PasskeyType;

  @Field(() => [String], {
    description:
      'Ten codes for the day it is lost, each good once, shown this once; empty when the person has some already.',
  })
  recoveryCodes!: readonly string[];
}
