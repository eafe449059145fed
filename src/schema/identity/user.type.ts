import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { userStatuses } from '../../entities/identity/user.entity.ts';
import { DateTime, EmailAddress, PhoneNumber } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { connectionOf } from '../shared/connection.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { PermissionSetEnum } from './permission-set.enum.ts';
import { UserRoleEnum } from './user-role.enum.ts';

export const UserStatusEnum = enumOf(userStatuses);
registerEnumType(UserStatusEnum, {
  name: 'UserStatus',
  description: 'Where an account stands.',
  valuesConfig: {
    PENDING: { description: 'The address is not proven yet.' },
    ACTIVE: { description: 'The account may be used.' },
    SUSPENDED: { description: 'Kept out by an admin.' },
    ERASED: { description: 'Erased: only what the law keeps is left.' },
  },
});

@ObjectType('Preferences', {
  description:
    'How a person wants to be notified of messages, and of the next day of their agenda. They are always notified of what concerns their account or their money.',
  simpleResolvers: true,
})
export class PreferencesType {
  @Field(() => Boolean, { description: 'By mail, on the eve of each day with appointments of one’s own agenda?' })
  agendaByEmail!: boolean;
}

@ObjectType('User', {
  description:
    'A person, the same type wherever they are shown. Their name and role are seen by those they work with; the rest by themself and by those who may read accounts, and is null for everybody else.',
  simpleResolvers: true,
})
export class UserType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => EmailAddress, {
    nullable: true,
    description: 'Address mails go to, in lower case; null when it is not yours to see.',
  })
  email!: string | null;

  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Field(() => String, { description: 'First and last name.' })
  displayName!: string;

  @Field(() => UserRoleEnum, { description: 'Who they are to the business.' })
  role!: string;

  @Field(() => UserStatusEnum, {
    nullable: true,
    description: 'Where the account stands; null when it is not yours to see.',
  })
  status!: string | null;

  @Field(() => [PermissionSetEnum], {
    nullable: true,
    description: 'What they may do beside what their role may; mostly nothing; null when it is not yours to see.',
  })
  permissionSets!: readonly string[] | null;

  @Field(() => LocaleEnum, {
    nullable: true,
    description: 'Language of mails and messages to them; null when it is not yours to see.',
  })
  locale!: string | null;

  @Field(() => PhoneNumber, {
    nullable: true,
    description: 'Phone number; null when they gave none, or when it is not yours to see.',
  })
  phone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Postal address; null when they gave none, or when it is not yours to see.',
  })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What they say of themself; null when nothing, or when it is not yours to see.',
  })
  bio!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Their picture, to be fetched by `requestDownload`; null when there is none, or when it is not yours to see.',
  })
  avatarFileId!: string | null;

  @Field(() => PreferencesType, {
    nullable: true,
    description: 'By which ways they want to hear of messages; null when it is not yours to see.',
  })
  preferences!: PreferencesType | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the account was made; null when it is not yours to see.',
  })
  createdAt!: Date | null;
}

export const UserConnection = connectionOf(UserType, 'User', { isCounted: true });
export type UserConnection = InstanceType<typeof UserConnection>;
