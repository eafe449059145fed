import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { JsonObject } from '../scalars/index.ts';
import { Label } from '../shared/text.rules.ts';

@InputType({ description: 'A new passkey.' })
export class RegisterPasskeyInput {
  @Field(() => String, { description: 'What to call it: 1 to 60 characters, for instance the device’s name.' })
  @Label(60)
  name!: string;

  @Field(() => JsonObject, {
    description: 'What the browser answered: the JSON of its PublicKeyCredential (WebAuthn, RegistrationResponseJSON).',
  })
  response!: Record<string, unknown>;
}

@InputType({ description: 'A passkey’s answer.' })
export class SignInWithPasskeyInput {
  @Field(() => JsonObject, {
    description:
      'What the browser answered: the JSON of its PublicKeyCredential (WebAuthn, AuthenticationResponseJSON).',
  })
  response!: Record<string, unknown>;
}

@InputType({ description: 'Another name for a passkey.' })
export class RenamePasskeyInput {
  @Field(() => ID, { description: 'Identifier of a passkey.' })
  @MaxLength(36)
  id!: string;

  @Field(() => String, { description: 'What to call it: 1 to 60 characters.' })
  @Label(60)
  name!: string;
}

@InputType({ description: 'Which passkey to forget.' })
export class RemovePasskeyInput {
  @Field(() => ID, { description: 'Identifier of a passkey.' })
  @MaxLength(36)
  id!: string;
}
