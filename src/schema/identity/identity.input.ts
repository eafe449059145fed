import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { IdentityProvider } from '../../entities/identity/identity.entity.ts';
import type { OauthPurpose } from '../../entities/identity/oauth-flow.entity.ts';
import { IdentityProviderEnum, OauthPurposeEnum } from './identity.type.ts';
import { ConsentInput } from './register.input.ts';
import { Line } from '../shared/text.rules.ts';

@InputType({ description: 'An OAuth flow with a provider.' })
export class OauthAuthorizeUrlInput {
  @Field(() => IdentityProviderEnum, { description: 'To whom.' })
  provider!: IdentityProvider;

  @Field(() => OauthPurposeEnum, {
    defaultValue: OauthPurposeEnum.SIGN_IN,
    description: 'What for. SIGN_IN is for anybody, the others for people who are signed in.',
  })
  purpose!: OauthPurpose;
}

@InputType({ description: 'The end of an OAuth flow with a provider.' })
export class SignInWithOauthInput {
  @Field(() => String, { description: 'The code in the address that the browser came back to.' })
  @Line(0, 100)
  code!: string;

  @Field(() => String, { description: 'The proof that this browser has kept since the OAuth flow began.' })
  @Line(0, 100)
  proof!: string;

  @Field(() => [ConsentInput], {
    defaultValue: [],
    description:
      'TERMS and PRIVACY are needed the first time an identity is seen; without them CONSENT_REQUIRED, and the code is still good.',
  })
  @ArrayMaxSize(10)
  @ValidateNested()
  consents!: ConsentInput[];
}

@InputType({ description: 'The mailed proof of an address.' })
export class ConfirmIdentityInput {
  @Field(() => String, { description: 'The token in the link of the mail.' })
  @Line(0, 100)
  token!: string;

  @Field(() => String, { description: 'The proof that this browser has kept since the OAuth flow began.' })
  @Line(0, 100)
  proof!: string;
}

@InputType({ description: 'The end of an OAuth flow with a provider that was begun to link.' })
export class LinkIdentityInput {
  @Field(() => String, { description: 'The code in the address that the browser came back to.' })
  @Line(0, 100)
  code!: string;

  @Field(() => String, { description: 'The proof that this browser has kept since the OAuth flow began.' })
  @Line(0, 100)
  proof!: string;
}

@InputType({ description: 'Which identity to detach.' })
export class UnlinkIdentityInput {
  @Field(() => ID, { description: 'Identifier of an identity.' })
  @MaxLength(36)
  id!: string;
}
