import type { StoredFile } from '../../entities/files/stored-file.entity.ts';
import type { Refund } from '../../entities/billing/refund.entity.ts';
import { receiveFile, type IncomingFile } from '../files/index.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import { localDateOf } from '../kernel/format.ts';
import { money } from '../kernel/money.ts';
import { transition } from '../kernel/states.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import { creditRefunds } from './credit-refunds.ts';
import { lockRefund } from './lock-refunds.ts';
import { movedCentsOf } from './offset-invoice.ts';
import { refundStates } from './refund.states.ts';
import { noteSucceeded, updateRefundedTotal } from './refunded-total.ts';
import { requireAvailable, refundable } from './refund.policy.ts';

export interface RecordManualRefund {
  readonly refundId: string;
  /** The local day on which the money left. */
  readonly on: string;
  /** As the bank calls the transfer. */
  readonly reference: string;
  readonly file: Promise<IncomingFile>;
}

/**
 * Records that a refund was paid by hand, with its proof: one that its provider cannot make, or one that failed there. Refuses
 * with `ACTION_NOT_ALLOWED` one that the provider still works on, which would go back twice.
 */
export const recordManualRefund = (
  ctx: Parameters<typeof receiveFile>[0] & Pick<AppContext, 'run'>,
  { file, ...paid }: RecordManualRefund,
): Promise<Refund> =>
  receiveFile(ctx, {
    upload: file,
    kinds: ['DOCUMENT', 'IMAGE'],
    permit: () => ctx.run(permit, paid),
    attach: (tx, proof) => record(tx, { ...paid, proof }),
  });

type Paid = Omit<RecordManualRefund, 'file'>;

async function permit(tx: Tx<'em' | 'now' | 'config'>, { refundId, on }: Paid): Promise<void> {
  requireRecordable((await lockRefund(tx, refundId)).refund);
  if (on > localDateOf(tx.now, tx.config.TIME_ZONE)) throw fieldError('input.on', 'past');
}

function requireRecordable({ status, isManual }: Refund): void {
  if (status !== 'FAILED' && !(isManual && status === 'PENDING'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'record', status });
}

async function record(
  tx: Tx<'em' | 'now' | 'config' | 'emit' | 'enqueue' | 'record'>,
  { proof, ...paid }: Paid & { readonly proof: StoredFile },
): Promise<Refund> {
  await permit(tx, paid);
  const { payment, refunds, refund } = await lockRefund(tx, paid.refundId);
  if (refund.status === 'FAILED')
    requireAvailable(
      money(refund.amountCents, refund.currency),
      refundable(payment, refunds, await movedCentsOf(tx, payment)),
    );
  transition(refundStates, refund, 'request');
  transition(refundStates, refund, 'succeed');
  refund.isManual = true;
  refund.paidOn = paid.on;
  refund.reference = paid.reference;
  refund.proofFile = proof;
  noteSucceeded(tx, payment, refund);
  updateRefundedTotal(tx, payment, refunds);
  tx.record({
    action: 'REFUND_RECORDED',
    targetType: 'payment',
    targetId: payment.id,
    payload: { refundId: refund.id, paidOn: paid.on, proofFileId: proof.id },
  });
  await creditRefunds(tx, { payment, refunds });
  return refund;
}
