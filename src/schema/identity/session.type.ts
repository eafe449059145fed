import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { UserType } from './user.type.ts';

@ObjectType('Session', { description: 'A signed-in device and its two tokens.', simpleResolvers: true })
export class SessionType {
  @Field(() => String, { description: 'Send it with every request: `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => DateTime, { description: 'From then on the access token is refused: refresh before.' })
  accessTokenExpiresAt!: Date;

  @Field(() => String, {
    description: 'Good once, for the next pair of tokens. Keep it safe and show it to nobody else.',
  })
  refreshToken!: string;

  @Field(() => UserType, { description: 'Who signed in.' })
  user!: UserType;

  @Field(() => String, {
    nullable: true,
    description:
      'Give it to the next `login` on this device, which then skips the second factor; given once, when the device was to be trusted.',
  })
  trustedDeviceToken!: string | null;
}

@ObjectType('SignedOut', { description: 'What signing out did.', simpleResolvers: true })
export class SignedOutType {
  @Field(() => Int, { description: 'How many sessions ended.' })
  endedSessions!: number;
}

@ObjectType('SignedInDevice', { description: 'A session in force, as its person sees it.', simpleResolvers: true })
export class SignedInDeviceType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Network it signed in from, as 203.0.113.0/24; null when it was not known.',
  })
  network!: string | null;

  @Field(() => String, { nullable: true, description: 'What its program calls itself; null when it said nothing.' })
  agent!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What a person would call it, as "Firefox · Windows"; null when its program does not say.',
  })
  device!: string | null;

  @Field(() => DateTime, { description: 'When it signed in.' })
  signedInAt!: Date;

  @Field(() => DateTime, { description: 'When it last signed in or refreshed.' })
  lastUsedAt!: Date;

  @Field(() => Boolean, { description: 'Is it the one that asks?' })
  isCurrent!: boolean;
}
