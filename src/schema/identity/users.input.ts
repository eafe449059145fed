import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Locale } from '../../services/kernel/locale.ts';
import type { PermissionSet, UserRole } from '../../services/kernel/roles.ts';
import { EmailAddress } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { PermissionSetEnum } from './permission-set.enum.ts';
import { UserRoleEnum } from './user-role.enum.ts';
import { PersonName } from '../shared/text.rules.ts';

@InputType({ description: 'Somebody to invite.' })
export class CreateUserInput extends KeyedInput {
  @Field(() => EmailAddress, { description: 'Where the invitation is sent; it proves the address.' })
  @MaxLength(255)
  email!: string;

  @Field(() => String, { description: 'First name, 1 to 50 characters.' })
  @PersonName()
  firstName!: string;

  @Field(() => String, { description: 'Last name, 1 to 50 characters.' })
  @PersonName()
  lastName!: string;

  @Field(() => UserRoleEnum, { description: 'What they will be.' })
  role!: UserRole;

  @Field(() => LocaleEnum, { defaultValue: LocaleEnum.FR, description: 'Language to write to them in.' })
  locale!: Locale;
}

@InputType({ description: 'What to put right in an account; what is absent stays.' })
export class UpdateUserInput {
  @Field(() => ID, { description: 'Whose account.' })
  @MaxLength(36)
  userId!: string;

  @Field(() => String, { nullable: true, description: 'First name, 1 to 50 characters.' })
  @IsOptional()
  @PersonName()
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name, 1 to 50 characters.' })
  @IsOptional()
  @PersonName()
  lastName?: string | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'Language to write to them in.' })
  @IsOptional()
  locale?: Locale | null;
}

@InputType({ description: 'Another role for somebody.' })
export class SetUserRoleInput {
  @Field(() => ID, { description: 'Whose.' })
  @MaxLength(36)
  userId!: string;

  @Field(() => UserRoleEnum, { description: 'What they are from now on.' })
  role!: UserRole;
}

@InputType({ description: 'A set of permissions of somebody.' })
export class PermissionSetInput {
  @Field(() => ID, { description: 'Whose.' })
  @MaxLength(36)
  userId!: string;

  @Field(() => PermissionSetEnum, { description: 'Which set.' })
  set!: PermissionSet;
}

@InputType({ description: 'The person to keep out.' })
export class SuspendUserInput {
  @Field(() => ID, { description: 'Whom.' })
  @MaxLength(36)
  userId!: string;
}

@InputType({ description: 'The person to let in again.' })
export class RestoreUserInput {
  @Field(() => ID, { description: 'Whom.' })
  @MaxLength(36)
  userId!: string;
}
