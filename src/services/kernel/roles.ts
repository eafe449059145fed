/** Who a person is to the business. Seeds: USER, CORRECTOR, artisan, ADMIN (decision D2). */
export const userRoles = ['CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN'] as const;
export type UserRole = (typeof userRoles)[number];

/**
 * Sets of permissions that a person may be granted beside their role. An AUDITOR may read everything that admins read,
 * and change nothing.
 */
export const permissionSets = ['AUDITOR'] as const;
export type PermissionSet = (typeof permissionSets)[number];
