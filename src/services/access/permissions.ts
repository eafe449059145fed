import { permissionSets, userRoles, type UserRole } from '../kernel/roles.ts';

/**
 * Who may hold a permission: the roles of people, the sets granted to them beside, and SERVICE: programs with an API
 * token, each within the scopes of its own.
 */
export const holders = [...userRoles, ...permissionSets, 'SERVICE'] as const;
export type Holder = (typeof holders)[number];

const everyone = ['CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN'] as const;
const staff = ['PROOFREADER', 'ADMIN'] as const;
const readers = ['ADMIN', 'AUDITOR', 'SERVICE'] as const;

/**
 * The one table of permissions: the verb of a use case, and those who may try it.
 * Whether *this* person may do it to *this* object is decided by the use case's policy.
 */
export const permissions = {
  // identity
  'account:read': everyone,
  'account:logout': everyone,
  'identity:link': everyone,
  'identity:unlink': everyone,
  'passkey:register': everyone,
  'passkey:rename': everyone,
  'passkey:remove': everyone,
  'user:read': readers,
  'user:create': ['ADMIN'],
  'user:update': ['ADMIN'],
  'user:set-role': ['ADMIN'],
  'user:grant': ['ADMIN'],
  'user:suspend': ['ADMIN'],
  'user:restore': ['ADMIN'],
  'user:delete': ['ADMIN'],
  'service-account:read': ['ADMIN', 'AUDITOR'],
  'service-account:manage': ['ADMIN'],
  'account:update': everyone,
  'account:secure': everyone,

  // orders
  'order:create': ['CUSTOMER'],
  'order:read': ['CUSTOMER', 'PROOFREADER', ...readers],
  'order:list': readers,
  'order:assign': ['ADMIN', 'SERVICE'],
  'order:start': staff,
  'order:deliver': staff,
  'order:suspend': ['ADMIN', 'SERVICE'],
  'order:resume': ['ADMIN', 'SERVICE'],
  'order:cancel': ['CUSTOMER', 'ADMIN'],
  'order:upload': ['CUSTOMER', 'ADMIN'],
  'order:upload-corrected': staff,

  // billing
  'payment:open': ['CUSTOMER'],
  'payment:read': ['CUSTOMER', ...readers],
  'payment:read-any': readers,
  'invoice:read': ['CUSTOMER', ...readers],
  'invoice:read-any': readers,

  // files
  'file:download': everyone,
  'file:delete': everyone,

  // messages and notifications
  'message:read': everyone,
  'message:send': everyone,
  'notification:read': everyone,
  'notification:create': ['ADMIN', 'SERVICE'],

  // the audit log
  'audit:read': readers,
  'audit:export': ['ADMIN'],
  'audit:seal': ['ADMIN'],

  // privacy
  'account:erase': everyone,
  'data:export': everyone,
  'consent:manage': everyone,
  'privacy-request:submit': everyone,
  'privacy-request:handle': ['ADMIN'],
  'processing-record:read': ['ADMIN', 'AUDITOR'],
  'legal-hold:read': ['ADMIN', 'AUDITOR'],
  'legal-hold:place': ['ADMIN'],
  'legal-hold:release': ['ADMIN'],
  'retention:read': ['ADMIN', 'AUDITOR'],
  'retention:change': ['ADMIN'],
  'retention:run': ['ADMIN'],

  // operations
  'job:read': readers,
  'job:manage': ['ADMIN', 'SERVICE'],
} as const satisfies Record<string, readonly Holder[]>;

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
