import type { PermissionSet } from '../../kernel/roles.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import { fullName, type Account } from '../account/account.ts';
import { readPreferences } from '../account/preferences.ts';

/** Accounts as rows: what `accountFrom` needs. */
export const accountRows = (db: Db) =>
  db
    .selectFrom('user')
    .select([
      'id',
      'email',
      'first_name as firstName',
      'last_name as lastName',
      'role',
      'status',
      'locale',
      'permission_sets as sets',
      'created_at as createdAt',
      'phone',
      'address',
      'bio',
      'avatar_file_id as avatarFileId',
      'preferences',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof accountRows>['execute']>>[number];

export const accountFrom = ({ sets, createdAt, preferences, ...row }: Row): Account => ({
  ...row,
  displayName: fullName(row),
  permissionSets: jsonFrom<PermissionSet[] | null>(sets) ?? [],
  createdAt: instantFrom(createdAt),
  preferences: { userId: row.id, ...readPreferences(preferences) },
});
