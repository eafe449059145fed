import { IsIn, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { cabinetRoles, type CabinetRole } from '../../entities/archive/cabinet-member.entity.ts';
import type { CabinetColour } from '../../entities/archive/cabinet.entity.ts';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Line, Lines } from '../shared/text.rules.ts';
import { CabinetColourEnum, CabinetRoleEnum } from './archive.enums.ts';

@InputType({ description: 'A cabinet to be made.' })
export class CreateCabinetInput extends KeyedInput {
  @Field(() => String, { description: 'Its name, 1 to 120 characters.' })
  @Line(1, 120)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for, at most 2,000 characters.' })
  @IsOptional()
  @Lines(0, 2000)
  description?: string | null;

  @Field(() => CabinetColourEnum, { nullable: true, description: 'Its colour. Grey unless given.' })
  @IsOptional()
  colour?: CabinetColour | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days its trash keeps a document, 1 to 365. 30 unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  trashDays?: number | null;
}

@InputType({ description: 'Which cabinet.' })
export class CabinetIdInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  id!: string;
}

@InputType({ description: 'What changes of a cabinet; what is absent stays.' })
export class UpdateCabinetInput extends CabinetIdInput {
  @Field(() => String, { nullable: true, description: 'What it is for, at most 2,000 characters; null for nothing.' })
  @IsOptional()
  @Lines(0, 2000)
  description?: string | null;

  @Field(() => CabinetColourEnum, { nullable: true, description: 'Its colour.' })
  @IsOptional()
  colour?: CabinetColour | null;

  @Field(() => Int, { nullable: true, description: 'How many days its trash keeps a document, 1 to 365.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  trashDays?: number | null;

  @Field(() => ID, { nullable: true, description: 'The type of documents that come without one; null for none.' })
  @IsOptional()
  @MaxLength(36)
  defaultTypeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether contributors may make share links.' })
  @IsOptional()
  sharesByContributors?: boolean | null;
}

@InputType({ description: 'Another name for a cabinet.' })
export class RenameCabinetInput extends CabinetIdInput {
  @Field(() => String, { description: 'Its name, 1 to 120 characters.' })
  @Line(1, 120)
  name!: string;
}

@InputType({ description: 'How much a cabinet may hold.' })
export class SetCabinetQuotaInput extends CabinetIdInput {
  @Field(() => Float, { nullable: true, description: 'Bytes, an integer; null for what the plan of its owner leaves.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  storageLimit?: number | null;
}

@InputType({ description: 'Who has a cabinet from now on.' })
export class TransferCabinetInput extends CabinetIdInput {
  @Field(() => ID, { description: 'A member of it.' })
  @MaxLength(36)
  toUserId!: string;
}

@InputType({ description: 'Why an admin opens a cabinet.' })
export class OpenCabinetAsAdminInput extends CabinetIdInput {
  @Field(() => String, { description: 'As its managers read it, 10 to 500 characters.' })
  @Lines(10, 500)
  reason!: string;
}

@InputType({ description: 'A place in a cabinet: of a person or of a program, one of them.' })
export class GrantCabinetAccessInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;

  @Field(() => ID, { nullable: true, description: 'The person.' })
  @IsOptional()
  @MaxLength(36)
  userId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The program; it reads or contributes.' })
  @IsOptional()
  @MaxLength(36)
  programId?: string | null;

  @Field(() => CabinetRoleEnum, { description: 'What they are there.' })
  @IsIn(cabinetRoles)
  role!: CabinetRole;

  @Field(() => DateTime, { nullable: true, description: 'When the place ends. Never unless given.' })
  @IsOptional()
  expiresAt?: Date | null;
}

@InputType({ description: 'A place in a cabinet for an address, with an account or without.' })
export class InviteToCabinetInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;

  @Field(() => EmailAddress, { description: 'The place waits for it for 14 days.' })
  @MaxLength(254)
  email!: string;

  @Field(() => CabinetRoleEnum, { description: 'What they are there.' })
  @IsIn(cabinetRoles)
  role!: CabinetRole;
}

@InputType({ description: 'Which invitation of yours.' })
export class CabinetInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  @MaxLength(36)
  id!: string;
}

@InputType({ description: 'A place that ends.' })
export class RevokeCabinetAccessInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;

  @Field(() => ID, { description: 'The place.' })
  @MaxLength(36)
  memberId!: string;
}

@InputType({ description: 'Which cabinet one leaves.' })
export class LeaveCabinetInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;
}
