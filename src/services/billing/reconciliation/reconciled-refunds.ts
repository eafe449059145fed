import type { RefundStatus } from '../../../entities/billing/refund.entity.ts';
import {
  capabilityOf,
  providersAble,
  type ProviderRefund,
  type ProviderRefundStatus,
} from '../../adapters/payments/port.ts';
import type { Tx } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { lockPaymentOf } from '../lock-refunds.ts';
import { isOlderAttempt, knownRefund, syncRefunds, type SyncRefundsContext } from '../sync-refunds.ts';
import { requestRefund } from '../tasks/request-refund.ts';
import { amountText } from './amount-text.ts';
import { defineKind, type Difference, type KindContext } from './kind.ts';
import { touchedPayments } from './touched-payments.ts';

/** More than a refund ever waits to be asked for: its own job comes first. */
const patienceMs = 10 * 60_000;

interface Refunded {
  readonly place: string;
  readonly provider: string;
  readonly providerPaymentId: string;
}

/** Refunds, payment by payment: ours whose end is not known, and those that somebody made at the provider. */
export const reconciledRefunds = defineKind<Refunded>({
  name: 'REFUND',
  async page({ db, payments }, page) {
    const providers = providersAble(payments, 'refunds').map(({ provider }) => provider);
    const rows = await touchedPayments(db, page, { providers, besides: 'REFUNDS' });
    return rows.map(({ id, provider, providerPaymentId }) => ({
      place: id,
      provider,
      providerPaymentId: providerPaymentId ?? '',
    }));
  },
  async compare(ctx, payment) {
    if (payment.providerPaymentId === '') return [];
    const [theirs, ours] = [await read(ctx, payment), await refundsOf(ctx, payment.place)];
    return [
      ...theirs.flatMap((one) => differencesFrom(payment, one, ours)),
      ...ours.filter((refund) => isMissing(ctx, refund, theirs)).map((refund) => missingThere(payment, refund)),
    ];
  },
  async mend(ctx, payment, differences) {
    const lost = new Set(differences.filter(({ type }) => type === 'MISSING_THERE').map(({ about }) => about));
    // One that the provider never answered about is asked for again, under the key it had.
    for (const { id } of await refundsOf(ctx, payment.place))
      if (lost.has(id)) await requestRefund(ctx, { refundId: id });
    await ctx.run(syncRefundsOf, { paymentId: payment.place, found: await read(ctx, payment) });
  },
});

const read = async ({ payments }: KindContext, { provider, providerPaymentId }: Refunded) =>
  (await capabilityOf(payments, provider, 'refunds')?.readRefunds(providerPaymentId)) ?? [];

const refundsOf = ({ db }: KindContext, paymentId: string) =>
  db
    .selectFrom('refund')
    .select([
      'id',
      'status',
      'origin',
      'attempt',
      'provider_refund_id as providerRefundId',
      'is_manual as isManual',
      'amount_cents as amountCents',
      'currency',
      'created_at as createdAt',
    ])
    .where('payment_id', '=', paymentId)
    .orderBy('id')
    .execute();
type OurRefund = Awaited<ReturnType<typeof refundsOf>>[number];

const agreeing: Readonly<Record<ProviderRefundStatus, RefundStatus>> = {
  PENDING: 'REQUESTED',
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
};

function differencesFrom(payment: Refunded, one: ProviderRefund, refunds: readonly OurRefund[]): Difference[] {
  const about = { provider: payment.provider, about: one.id, paymentId: payment.place };
  const ours = knownRefund(refunds, one);
  if (ours === undefined)
    return isOlderAttempt(refunds, one) ? [] : [{ ...about, type: 'MISSING_HERE', ours: null, theirs: one.status }];
  if (Number(ours.isManual) === 1) return [];
  const amount = amountText({ amount: Number(ours.amountCents), currency: ours.currency });
  const isSameAmount = amount === amountText(one.amount);
  const isSameState = ours.status === agreeing[one.status];
  return [
    ...(isSameAmount ? [] : [{ ...about, type: 'AMOUNT' as const, ours: amount, theirs: amountText(one.amount) }]),
    ...(isSameState ? [] : [{ ...about, type: 'STATE' as const, ours: ours.status, theirs: one.status }]),
  ];
}

const asked: ReadonlySet<RefundStatus> = new Set(['REQUESTED', 'UNKNOWN', 'SUCCEEDED']);

function isMissing({ now }: KindContext, refund: OurRefund, theirs: readonly ProviderRefund[]): boolean {
  if (Number(refund.isManual) === 1 || !asked.has(refund.status)) return false;
  if (now.getTime() - instantFrom(refund.createdAt).getTime() < patienceMs) return false;
  return !theirs.some((one) => knownRefund([refund], one) !== undefined);
}

const missingThere = ({ provider, place }: Refunded, { id, providerRefundId, status }: OurRefund): Difference => ({
  type: 'MISSING_THERE',
  provider,
  about: providerRefundId ?? id,
  paymentId: place,
  ours: status,
  theirs: null,
});

interface ReadRefunds {
  readonly paymentId: string;
  readonly found: readonly ProviderRefund[];
}

async function syncRefundsOf(tx: SyncRefundsContext & Tx<'em'>, { paymentId, found }: ReadRefunds): Promise<void> {
  await syncRefunds(tx, await lockPaymentOf(tx, paymentId), found);
}
