import type { RefundStatus } from '../../entities/billing/refund.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type RefundVerb = 'request' | 'succeed' | 'fail' | 'cancel' | 'lose';

/**
 * REQUESTED: the provider was asked, the money has not arrived. UNKNOWN: it was asked and did not answer; nobody knows until
 * it is read again. One that succeeded fails when the payer's bank sends the money back; a failed one is asked for again.
 */
export const refundStates: StateTable<RefundStatus, RefundVerb> = {
  PENDING: { request: 'REQUESTED', cancel: 'CANCELLED' },
  REQUESTED: { succeed: 'SUCCEEDED', fail: 'FAILED', cancel: 'CANCELLED', lose: 'UNKNOWN' },
  SUCCEEDED: { fail: 'FAILED' },
  FAILED: { request: 'REQUESTED' },
  CANCELLED: {},
  UNKNOWN: { request: 'REQUESTED', succeed: 'SUCCEEDED', fail: 'FAILED', cancel: 'CANCELLED' },
};

/** Those whose end is not known yet. */
export const openRefundStatuses = ['PENDING', 'REQUESTED', 'UNKNOWN'] as const satisfies readonly RefundStatus[];
