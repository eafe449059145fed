import type { LiveTopic, Tx } from '../platform/context.ts';

/** Something changed in a payment: one stream per payment. */
export const paymentUpdated: LiveTopic = { name: 'paymentUpdated' };

export const publishPayment = ({ publish }: Tx<'publish'>, paymentId: string): void =>
  publish(paymentUpdated, paymentId, { paymentId });
