import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { identityProviders } from '../../entities/identity/identity.entity.ts';
import { oauthPurposes } from '../../entities/identity/oauth-flow.entity.ts';
import { DateTime, EmailAddress, Url } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { SessionType } from './session.type.ts';
import { TwoFactorChallengeType } from './two-factor.type.ts';

export const IdentityProviderEnum = enumOf(identityProviders);
registerEnumType(IdentityProviderEnum, {
  name: 'IdentityProvider',
  description: 'Who says who somebody is, by OpenID Connect.',
});

export const OauthPurposeEnum = enumOf(oauthPurposes);
registerEnumType(OauthPurposeEnum, {
  name: 'OauthPurpose',
  description: 'What an OAuth flow with a provider is for.',
  valuesConfig: {
    SIGN_IN: { description: 'To sign in, or to open an account.' },
    LINK: { description: 'To attach an identity to the account of the current user.' },
    STEP_UP: {
      description:
        'To reauthenticate, for `stepUp`: they sign in at the provider anew, whatever session they have there.',
    },
    ERASURE: { description: 'The same, for `eraseMyAccount`.' },
  },
});

@ObjectType('Identity', {
  description: 'Who a provider says a person is, attached to their account: they sign in with it.',
  simpleResolvers: true,
})
export class IdentityType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => IdentityProviderEnum, { description: 'Who says so.' })
  provider!: string;

  @Field(() => EmailAddress, { description: 'Address that the provider had verified when it was attached.' })
  email!: string;

  @Field(() => DateTime, { description: 'When it was attached.' })
  linkedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it last signed its person in; null when it has not yet.',
  })
  lastUsedAt!: Date | null;
}

@ObjectType('OauthStart', { description: 'The beginning of an OAuth flow with a provider.', simpleResolvers: true })
export class OauthStartType {
  @Field(() => Url, { description: 'Where to send the browser.' })
  url!: string;

  @Field(() => String, {
    description:
      'A secret for this browser alone: keep it until the OAuth flow is over, and show it with the code that comes back.',
  })
  proof!: string;

  @Field(() => DateTime, { description: 'Until when the browser may come back.' })
  expiresAt!: Date;
}

@ObjectType('OauthOutcome', {
  description:
    'How an OAuth flow with a provider ended: with a session, with the question of the second factor, or with a mail.',
  simpleResolvers: true,
})
export class OauthOutcomeType {
  @Field(() => SessionType, {
    nullable: true,
    description: 'The session; null when the address or a second factor must be proven first.',
  })
  session!: SessionType | null;

  @Field(() => TwoFactorChallengeType, {
    nullable: true,
    description: 'The question of the second factor, for `verifyTwoFactor`; null for those who have none.',
  })
  challenge!: TwoFactorChallengeType | null;

  @Field(() => Boolean, {
    description:
      'Look into the mailbox of the address that the provider has verified: a link is there, for this browser. It is said the same whether the address has an account or not.',
  })
  isProofMailed!: boolean;
}
