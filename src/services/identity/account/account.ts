import type { User, UserStatus } from '../../../entities/identity/user.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { PermissionSet, UserRole } from '../../kernel/roles.ts';
import { readPreferences, type OwnPreferences } from './preferences.ts';

/** A person as they see themself, and as admins see them. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly displayName: string;
  readonly role: UserRole;
  readonly status: UserStatus;
  readonly permissionSets: readonly PermissionSet[];
  readonly locale: Locale;
  readonly createdAt: Date;
  readonly phone: string | null;
  readonly address: string | null;
  readonly bio: string | null;
  readonly avatarFileId: string | null;
  /** What they chose for messages is looked up where it is asked for. */
  readonly preferences: OwnPreferences & { readonly userId: string };
}

export const fullName = ({ firstName, lastName }: Pick<User, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`;

export const accountOf = (user: User): Account => {
  const { id, email, firstName, lastName, role, status, locale, createdAt, phone, address, bio, avatarFileId } = user;
  return {
    id,
    email,
    firstName,
    lastName,
    displayName: fullName(user),
    role,
    status,
    locale,
    createdAt,
    phone,
    address,
    bio,
    avatarFileId,
    ...chosen(user),
  };
};

const chosen = (user: User): Pick<Account, 'permissionSets' | 'preferences'> => ({
  permissionSets: user.permissionSets ?? [],
  preferences: { userId: user.id, ...readPreferences(user.preferences) },
});
