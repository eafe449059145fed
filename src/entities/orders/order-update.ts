/** Why an order is shown again to those who watch it: it was placed, moved to another state, given to somebody, got a file, or changed otherwise. */
export const orderUpdateReasons = ['CREATED', 'MOVED', 'ASSIGNED', 'FILES', 'CHANGED'] as const;
export type OrderUpdateReason = (typeof orderUpdateReasons)[number];
