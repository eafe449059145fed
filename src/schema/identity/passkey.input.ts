import { Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { JsonObject } from '../scalars/index.ts';

/** A letter or a digit somewhere, no blank around it, and nothing that could be a line or a tag of its own in a mail. */
const deviceName = /^(?=.*[\p{L}\p{N}])(?!\s)[^\p{Cc}\p{Cs}\u2028\u2029<>]*(?<!\s)$/u;

@InputType({ description: 'A new passkey.' })
export class RegisterPasskeyInput {
  @Field(() => String, { description: 'What to call it: 1 to 60 characters, for instance the device’s name.' })
  @Length(1, 60)
  @Matches(deviceName)
  name!: string;

  @Field(() => JsonObject, { description: 'What the browser answered: the JSON of its PublicKeyCredential (WebAuthn, RegistrationResponseJSON).' })
  response!: Record<string, unknown>;
}

@InputType({ description: 'A passkey’s answer.' })
export class SignInWithPasskeyInput {
  @Field(() => JsonObject, { description: 'What the browser answered: the JSON of its PublicKeyCredential (WebAuthn, AuthenticationResponseJSON).' })
  response!: Record<string, unknown>;
}

@InputType({ description: 'Another name for a passkey.' })
export class RenamePasskeyInput {
  @Field(() => ID, { description: 'Identifier of a passkey.' })
  id!: string;

  @Field(() => String, { description: 'What to call it: 1 to 60 characters.' })
  @Length(1, 60)
  @Matches(deviceName)
  name!: string;
}

@InputType({ description: 'Which passkey to forget.' })
export class RemovePasskeyInput {
  @Field(() => ID, { description: 'Identifier of a passkey.' })
  id!: string;
}
