import type { PermissionSet } from '../../kernel/roles.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import { columnsOf, everything, type Selection } from '../../platform/selection.ts';
import { fullName, type Account } from '../account/account.ts';
import { readPreferences } from '../account/preferences.ts';

/** Always read: who it is. */
const always = ['id', 'first_name as firstName', 'last_name as lastName', 'role'] as const;

/** Read only when they are selected, by field. */
const fields = {
  email: 'email',
  isMailRefused: 'email',
  status: 'status',
  locale: 'locale',
  permissionSets: 'permission_sets as sets',
  createdAt: 'created_at as createdAt',
  phone: 'phone',
  address: 'address',
  bio: 'bio',
  avatarFileId: 'avatar_file_id as avatarFileId',
  preferences: 'preferences',
} as const;

/** The columns of an account of which some fields are selected. */
export const accountColumns = (asked: Selection) => columnsOf(asked, always, fields);

/** Accounts as rows: what `accountFrom` needs. */
export const accountRows = (db: Db) => db.selectFrom('user').select(accountColumns(everything));

export type AccountRow = Awaited<ReturnType<ReturnType<typeof accountRows>['execute']>>[number];

export const permissionSetsFrom = (sets: AccountRow['sets']): PermissionSet[] =>
  jsonFrom<PermissionSet[] | null>(sets) ?? [];

export const accountFrom = (row: AccountRow): Account => ({
  id: row.id,
  email: row.email,
  firstName: row.firstName,
  lastName: row.lastName,
  role: row.role,
  status: row.status,
  locale: row.locale,
  phone: row.phone,
  address: row.address,
  bio: row.bio,
  avatarFileId: row.avatarFileId,
  displayName: fullName(row),
  permissionSets: permissionSetsFrom(row.sets),
  createdAt: instantFrom(row.createdAt),
  preferences: { userId: row.id, ...readPreferences(row.preferences) },
});
