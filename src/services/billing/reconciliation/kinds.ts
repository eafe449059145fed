import type { ReconciledKind } from './kind.ts';
import { reconciledDisputes } from './reconciled-disputes.ts';
import { reconciledEvents } from './reconciled-events.ts';
import { reconciledPayments } from './reconciled-payments.ts';
import { reconciledRefunds } from './reconciled-refunds.ts';
import { reconciledSubscriptions } from './reconciled-subscriptions.ts';

/**
 * Everything that is compared with its provider, in this order. Events come last: what a lost one was about has been mended by then, and
 * its job changes nothing more.
 */
export const reconciledKinds: readonly ReconciledKind[] = [
  reconciledPayments,
  reconciledRefunds,
  reconciledDisputes,
  reconciledSubscriptions,
  reconciledEvents,
];
