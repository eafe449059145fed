/** What people call an order by, as « SL-7F3A09C2 »: the random end of its identifier. */
export const orderReference = (orderId: string): string => `SL-${orderId.slice(-8).toUpperCase()}`;
