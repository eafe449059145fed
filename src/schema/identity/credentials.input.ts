import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { EmailAddress } from '../scalars/index.ts';
import { Line, Secret } from '../shared/text.rules.ts';

@InputType({ description: 'Address and password.' })
export class LoginInput {
  @Field(() => EmailAddress, { description: 'Address of the account.' })
  @MaxLength(255)
  email!: string;

  @Field(() => String, {
    description: 'The password as it was chosen; how its accents are composed makes no difference.',
  })
  @Secret(1000)
  password!: string;

  @Field(() => String, { nullable: true, description: 'The token of a trusted device: spares it the second factor.' })
  @IsOptional()
  @Line(0, 100)
  deviceToken?: string | null;
}

@InputType({ description: 'What refreshes a session.' })
export class RefreshSessionInput {
  @Field(() => String, { description: 'The refresh token given last.' })
  @Line(0, 200)
  refreshToken!: string;
}

@InputType({ description: 'What activates an account.' })
export class ActivateAccountInput {
  @Field(() => String, { description: 'The token in the link of the activation mail.' })
  @Line(0, 100)
  token!: string;
}

@InputType({ description: 'Who wants a new password.' })
export class RequestPasswordResetInput {
  @Field(() => EmailAddress, { description: 'Address of the account.' })
  @MaxLength(255)
  email!: string;
}

@InputType({ description: 'A new password, and the proof that one may choose it.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'The token in the link of the mail.' })
  @Line(0, 100)
  token!: string;

  @Field(() => String, { description: 'The new password; the rules are those of register.' })
  @Secret(1000)
  password!: string;
}

@InputType({ description: 'Which session to end.' })
export class RevokeSessionInput {
  @Field(() => ID, { description: 'Identifier of a signed-in device.' })
  @MaxLength(36)
  id!: string;
}

@InputType({ description: 'Where to send the activation mail once more.' })
export class ResendActivationInput {
  @Field(() => EmailAddress, { description: 'Address that was registered.' })
  @MaxLength(255)
  email!: string;
}
