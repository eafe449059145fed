import type { DepositStatus } from '../kernel/appointments.ts';
import type { PaymentStatus } from '../../entities/billing/payment.entity.ts';

const ofPayment: Readonly<Record<PaymentStatus, DepositStatus>> = {
  PENDING: 'PENDING',
  PROCESSING: 'PENDING',
  UNKNOWN: 'PENDING',
  AUTHORIZED: 'AUTHORIZED',
  PAID: 'CAPTURED',
  PARTIALLY_REFUNDED: 'PARTIALLY_REFUNDED',
  REFUNDED: 'REFUNDED',
  FAILED: 'FAILED',
  EXPIRED: 'FAILED',
};

/** What counts most of several payments: what is here, then what went back, then what is on its way. */
const weights: Readonly<Record<DepositStatus, number>> = {
  CAPTURED: 6,
  PARTIALLY_REFUNDED: 5,
  AUTHORIZED: 4,
  REFUNDED: 3,
  PENDING: 2,
  FAILED: 1,
  NONE: 0,
};

/** How the deposit of a booking stands: never stored, since the payments know it. */
export function depositStatusOf(depositCents: number, payments: readonly PaymentStatus[]): DepositStatus {
  if (depositCents === 0) return 'NONE';
  const [first = 'PENDING', ...others] = payments.map((status) => ofPayment[status]);
  return others.reduce((best, status) => (weights[status] > weights[best] ? status : best), first);
}
