/** Who a person is to the business. Seeds: USER, CORRECTOR, artisan, ADMIN (decision D2). */
export const userRoles = ['CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN'] as const;
export type UserRole = (typeof userRoles)[number];
