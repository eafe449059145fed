import type { UserRole } from '../kernel/roles.ts';

const everyone = ['CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN'] as const;
const staff = ['PROOFREADER', 'ADMIN'] as const;

/**
 * The one table of permissions: the verb of a use case, and the roles that may try it.
 * Whether *this* person may do it to *this* object is decided by the use case's policy.
 */
export const permissions = {
  // identity
  'account:read': everyone,
  'account:logout': everyone,

  // orders
  'order:create': ['CUSTOMER'],
  'order:read': ['CUSTOMER', 'PROOFREADER', 'ADMIN'],
  'order:list': ['ADMIN'],
  'order:assign': ['ADMIN'],
  'order:start': staff,
  'order:deliver': staff,
  'order:suspend': ['ADMIN'],
  'order:resume': ['ADMIN'],
  'order:cancel': ['CUSTOMER', 'ADMIN'],
  'order:upload': ['CUSTOMER', 'ADMIN'],
  'order:upload-corrected': staff,

  // billing
  'payment:open': ['CUSTOMER'],
  'payment:read': ['CUSTOMER', 'ADMIN'],
  'invoice:read': ['CUSTOMER', 'ADMIN'],

  // files
  'file:download': everyone,
  'file:delete': everyone,

  // messages and notifications
  'message:read': everyone,
  'message:send': everyone,
  'notification:read': everyone,
  'notification:create': ['ADMIN'],

  // privacy
  'account:erase': everyone,
  'data:export': everyone,
  'consent:manage': everyone,
  'privacy-request:submit': everyone,
  'privacy-request:handle': ['ADMIN'],

  // operations
  'job:manage': ['ADMIN'],
} as const satisfies Record<string, readonly UserRole[]>;

export type Permission = keyof typeof permissions;

export const isPermission = (name: string): name is Permission => Object.hasOwn(permissions, name);

/** May a person of this role try this at all? */
export const may = (role: UserRole | null, permission: Permission): boolean =>
  role !== null && (permissions[permission] as readonly UserRole[]).includes(role);
