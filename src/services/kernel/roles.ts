/** Who a person is to the business. Seeds: USER, CORRECTOR, artisan, ADMIN (decision D2). */
export const userRoles = ['CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN'] as const;
export type UserRole = (typeof userRoles)[number];

/**
 * Sets of permissions that a person may be granted beside their role. An AUDITOR may read everything that admins read,
 * and change nothing. A SUPPORT_AGENT handles tickets, visitors and conversations, and sees neither money nor settings.
 */
export const permissionSets = ['AUDITOR', 'SUPPORT_AGENT'] as const;
export type PermissionSet = (typeof permissionSets)[number];

/**
 * Who may hold a permission: the roles of people, the sets granted to them beside, and SERVICE: programs with an API
 * token, each within the scopes of its own.
 */
export const holders = [...userRoles, ...permissionSets, 'SERVICE'] as const;
export type Holder = (typeof holders)[number];
