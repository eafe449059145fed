import { capabilityOf, providersAble, type ProviderDispute } from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { recordDisputes } from '../record-disputes.ts';
import { amountText } from './amount-text.ts';
import { defineKind, type Difference, type KindContext } from './kind.ts';
import { touchedPayments } from './touched-payments.ts';

interface Disputed {
  readonly place: string;
  readonly provider: string;
  readonly providerPaymentId: string;
}

/** Disputes, payment by payment. One that ended unseen would block the refunds of its payment for ever. */
export const reconciledDisputes = defineKind<Disputed>({
  name: 'DISPUTE',
  async page({ db, payments }, page) {
    const providers = providersAble(payments, 'disputes').map(({ provider }) => provider);
    const rows = await touchedPayments(db, page, { providers, besides: 'DISPUTES' });
    return rows.map(({ id, provider, providerPaymentId }) => ({
      place: id,
      provider,
      providerPaymentId: providerPaymentId ?? '',
    }));
  },
  async compare(ctx, payment) {
    if (payment.providerPaymentId === '') return [];
    const [theirs, ours] = [await read(ctx, payment), await disputesOf(ctx, payment.place)];
    const there = new Set(theirs.map(({ id }) => id));
    return [
      ...theirs.flatMap((one) => differencesFrom(payment, one, ours)),
      ...ours.filter(({ id }) => !there.has(id)).map((dispute) => missingThere(payment, dispute)),
    ];
  },
  async mend(ctx, payment) {
    const { provider, providerPaymentId } = payment;
    try {
      await ctx.run(recordDisputes, { provider, providerPaymentId, event: null, found: await read(ctx, payment) });
    } catch (error) {
      // Of a payment that is not known to be made: it stays in the report.
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
    }
  },
});

const read = async ({ payments }: KindContext, { provider, providerPaymentId }: Disputed) =>
  (await capabilityOf(payments, provider, 'disputes')?.readDisputes(providerPaymentId)) ?? [];

const disputesOf = ({ db }: KindContext, paymentId: string) =>
  db
    .selectFrom('dispute')
    .select(['provider_dispute_id as id', 'status', 'amount_cents as amountCents', 'currency'])
    .where('payment_id', '=', paymentId)
    .orderBy('dispute.id')
    .execute();
type OurDispute = Awaited<ReturnType<typeof disputesOf>>[number];

function differencesFrom(
  { provider, place }: Disputed,
  one: ProviderDispute,
  known: readonly OurDispute[],
): Difference[] {
  const about = { provider, about: one.id, paymentId: place };
  const ours = known.find(({ id }) => id === one.id);
  if (ours === undefined) return [{ ...about, type: 'MISSING_HERE', ours: null, theirs: one.status }];
  const amounts = {
    ours: amountText({ amount: Number(ours.amountCents), currency: ours.currency }),
    theirs: amountText(one.amount),
  };
  return [
    ...(amounts.ours === amounts.theirs ? [] : [{ ...about, type: 'AMOUNT' as const, ...amounts }]),
    ...(ours.status === one.status
      ? []
      : [{ ...about, type: 'STATE' as const, ours: ours.status, theirs: one.status }]),
  ];
}

const missingThere = ({ provider, place }: Disputed, { id, status }: OurDispute): Difference => ({
  type: 'MISSING_THERE',
  provider,
  about: id,
  paymentId: place,
  ours: status,
  theirs: null,
});
