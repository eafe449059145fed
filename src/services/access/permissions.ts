import { holders, type Holder, type UserRole } from '../kernel/roles.ts';
import { permissions } from '../kernel/vocabulary/index.ts';

export { holders, permissions, type Holder };

export type Permission = keyof typeof permissions;

export const isPermission = (name: string): name is Permission => Object.hasOwn(permissions, name);

export const isHeldBy = (permission: Permission, holder: Holder): boolean =>
  (permissions[permission] as readonly Holder[]).includes(holder);

/** May a person of this role try this at all? */
export const may = (role: UserRole | null, permission: Permission): boolean =>
  role !== null && isHeldBy(permission, role);

/** What a program may be allowed: the scopes of an API token are some of these. */
export const serviceScopes: readonly Permission[] = (Object.keys(permissions) as Permission[]).filter((permission) =>
  isHeldBy(permission, 'SERVICE'),
);
