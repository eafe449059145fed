import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { CabinetColourEnum, CabinetRoleEnum, CabinetStateEnum } from './archive.enums.ts';

@ObjectType('Cabinet', {
  description: 'A cabinet of sealed documents, as its members see it; admins see it without its documents.',
  simpleResolvers: true,
})
export class CabinetType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its name, unique among those of its owner.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for; null where nothing is said.' })
  description!: string | null;

  @Field(() => CabinetColourEnum, { description: 'Its colour.' })
  colour!: string;

  @Field(() => CabinetStateEnum, { description: 'How it is.' })
  state!: string;

  @Field(() => ID, { description: 'Whose plan it counts against.' })
  ownerId!: string;

  @Field(() => Float, { nullable: true, description: 'Bytes it may hold; null for what the plan leaves.' })
  storageLimit!: number | null;

  @Field(() => Float, { description: 'Bytes of all versions, an integer.' })
  usedBytes!: number;

  @Field(() => Int, { description: 'How many days its trash keeps a document.' })
  trashDays!: number;

  @Field(() => ID, { nullable: true, description: 'The type of documents that come without one; null for none.' })
  defaultTypeId!: string | null;

  @Field(() => Boolean, { description: 'Whether contributors may make share links.' })
  sharesByContributors!: boolean;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was deleted; null while it is not.' })
  deletedAt!: Date | null;
}

export const CabinetConnection = connectionOf(CabinetType, 'Cabinet');

@ObjectType('CabinetMember', {
  description: 'A place in a cabinet: of a person, of a program, or of an address that was invited.',
  simpleResolvers: true,
})
export class CabinetMemberType {
  @Field(() => ID, { description: 'Identifier of the place.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The person; null for a program or an address.' })
  userId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The program; null for a person or an address.' })
  programId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address that was invited, until it takes the place; null otherwise.',
  })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Their name; null for an address.' })
  name!: string | null;

  @Field(() => CabinetRoleEnum, { description: 'What they are there.' })
  role!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the place ends; null for never.' })
  expiresAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether an admin, who is no member, opened the cabinet for an hour.' })
  isEntry!: boolean;

  @Field(() => String, { nullable: true, description: 'Why an admin entered; null for members.' })
  reason!: string | null;

  @Field(() => DateTime, { description: 'Since when.' })
  createdAt!: Date;
}

export const CabinetMemberConnection = connectionOf(CabinetMemberType, 'CabinetMember');

@ObjectType('CabinetInvitation', {
  description: 'A place in a cabinet that waits for your address.',
  simpleResolvers: true,
})
export class CabinetInvitationType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What the cabinet is called.' })
  cabinetName!: string;

  @Field(() => String, { nullable: true, description: 'Who invited you; null once they are gone.' })
  invitedBy!: string | null;

  @Field(() => CabinetRoleEnum, { description: 'What you would be there.' })
  role!: string;

  @Field(() => DateTime, { description: 'Until when it waits.' })
  expiresAt!: Date;
}
