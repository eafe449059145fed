/**
 * The vocabulary of an erasure: what there is, what is done with it, why something is kept, and what prevents the
 * erasure.
 */

import { recordClassLabels } from './vocabulary/index.ts';

/** What an account leaves behind, by kind of records. */
export type RecordClass = keyof typeof recordClassLabels;
export const recordClasses = Object.keys(recordClassLabels) as RecordClass[];

/** PSEUDONYMISED: the row is kept, without anything that identifies its person. */
export const erasureFates = ['DESTROYED', 'PSEUDONYMISED', 'KEPT'] as const;
export type ErasureFate = (typeof erasureFates)[number];

/** Why something is kept: the accounts (Code de commerce, article L123-22), the proof of a consent, or of an action. */
export const keepingGrounds = ['ACCOUNTING_LAW', 'PROOF_OF_CONSENT', 'SECURITY_JOURNAL'] as const;
export type KeepingGround = (typeof keepingGrounds)[number];

/** What must be resolved before somebody can be erased. */
export const erasureObstacles = [
  'ORDER_UNFINISHED',
  'ORDER_ASSIGNED',
  'BOOKINGS_IN_THE_WAY',
  'BOOKING_TO_COME',
  'PAYMENT_OPEN',
  'REFUND_DUE',
  'LAST_ADMIN',
  'LEGAL_HOLD',
] as const;
export type ErasureObstacle = (typeof erasureObstacles)[number];
