/** Where people find an order in the front-end. */
export const orderPath = (orderId: string): string => `/commandes/${orderId}`;
export const adminOrderPath = (orderId: string): string => `/admin/commandes/${orderId}`;
