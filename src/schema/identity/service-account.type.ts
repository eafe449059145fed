import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';

@ObjectType('ApiToken', {
  description: 'A secret by which a program works with the application, without the secret.',
  simpleResolvers: true,
})
export class ApiTokenType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => String, { description: 'Its first characters, to recognise it.' })
  prefix!: string;

  @Field(() => [String], { description: 'The permissions it has, as in docs/permissions.md.' })
  scopes!: readonly string[];

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute; null before.' })
  lastUsedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'From which network it was last used, as 203.0.113.0/24; null before.',
  })
  lastUsedFrom!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null unless it was.' })
  revokedAt!: Date | null;
}

@ObjectType('ServiceAccount', {
  description: 'A program that works with the application by API tokens.',
  simpleResolvers: true,
})
export class ServiceAccountType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it does; null when nobody said.' })
  description!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was retired for good; null before.' })
  retiredAt!: Date | null;
}

@ObjectType('ShownApiToken', {
  description: 'A token that was just made. Its secret is shown here and never again.',
  simpleResolvers: true,
})
export class ShownApiTokenType {
  @Field(() => String, {
    description: 'Send it with every request: `Authorization: Bearer atl_…`. Keep it safe: nobody can show it again.',
  })
  secret!: string;

  @Field(() => ApiTokenType, { description: 'The token.' })
  token!: ApiTokenType;
}
