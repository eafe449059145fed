// Payments of the growth work, with their refunds, disputes, events, drafts of invoices and comparisons with the providers.
import { busy, day, instantOf, owner, randomOf, sentence } from './growth-facts.mjs';
import { roots } from './generate.mjs';
import { span } from './span.mjs';

const refundsAmong = 4;
const disputesAmong = 20;
const draftsAmong = 10;
const reconciliationsAmong = 100;
const differencesAmong = 20;

// An id depends on its number alone, so that others can name it.
const idOf = (kind) => (index) => randomOf(kind, index).id(span.from + index);
const paymentId = idOf('payment');
const refundId = idOf('refund');
const disputeId = idOf('dispute');
const draftId = idOf('draft');
const reconciliationId = idOf('reconciliation');
const differenceId = idOf('difference');
const subjectOf = (index) => randomOf('payment', index + 500_000_000).id(span.from + index);

/** What the filters ask for: something of the busy customer, which is one of the oldest. */
export const oldPayment = paymentId(busy);
export const oldSubject = subjectOf(busy);
export const oldReconciliation = reconciliationId(busy);

const oneIn = (random, count, rare, usual) => (random.below(count) === 0 ? rare : usual);

export const billingTables = {
  payment: {
    columns: `id created_at version payer_id provider provider_session_id provider_payment_id subject_type subject_id
      amount_cents description status refund_due_reason paid_at`,
    row(index, { count, customers, sink }) {
      const random = randomOf('payment', index + 1_000_000_000);
      const at = sink.instant(instantOf(index, count));
      const status = oneIn(random, 50, 'FAILED', 'PAID');
      return [
        paymentId(index),
        at,
        1,
        owner(random, index, customers),
        oneIn(random, 10, 'FEEXPAY', 'STRIPE'),
        `cs_bench_${index}`,
        `pi_bench_${index}`,
        'ORDER',
        subjectOf(index),
        10_000 + random.below(150_000),
        sentence(random, 5),
        status,
        status === 'PAID' ? oneIn(random, 500, 'ALREADY_PAID', null) : null,
        status === 'PAID' ? at : null,
      ];
    },
  },
  refund: {
    share: refundsAmong,
    columns: 'id created_at version payment_id provider provider_refund_id amount_cents status origin reason',
    row(index, { count, sink }) {
      const random = randomOf('refund', index + 1_000_000_000);
      return [
        refundId(index),
        sink.instant(instantOf(index, Math.ceil(count / refundsAmong))),
        1,
        paymentId(index * refundsAmong),
        oneIn(random, 10, 'FEEXPAY', 'STRIPE'),
        `re_bench_${index}`,
        100 + random.below(10_000),
        oneIn(random, 50, 'FAILED', 'SUCCEEDED'),
        oneIn(random, 20, 'PROVIDER', 'SYSTEM'),
        'GOODWILL',
      ];
    },
  },
  dispute: {
    share: disputesAmong,
    columns: 'id created_at version payment_id provider provider_dispute_id amount_cents reason status',
    row(index, { count, sink }) {
      const random = randomOf('dispute', index + 1_000_000_000);
      return [
        disputeId(index),
        sink.instant(instantOf(index, Math.ceil(count / disputesAmong))),
        1,
        paymentId(index * disputesAmong),
        'STRIPE',
        `dp_bench_${index}`,
        100 + random.below(10_000),
        'fraudulent',
        oneIn(random, 10, 'OPEN', 'WON'),
      ];
    },
  },
  webhook_event: {
    columns: 'id created_at provider type payload status attempts payment_id occurred_at applied_at',
    row(index, { count, sink }) {
      const random = randomOf('webhook', index);
      const at = sink.instant(instantOf(index, count));
      const status = oneIn(random, 20, 'IGNORED', 'APPLIED');
      return [
        `evt_bench_${String(index).padStart(12, '0')}`,
        at,
        'STRIPE',
        oneIn(random, 20, 'charge.refunded', 'checkout.session.completed'),
        '{}',
        status,
        1,
        status === 'APPLIED' ? paymentId(index) : null,
        at,
        at,
      ];
    },
  },
  invoice_draft: {
    share: draftsAmong,
    columns: 'id created_at version author_id buyer_id subject_type subject_id kind changed_at',
    row(index, { count, customers, sink }) {
      const random = randomOf('draft', index + 1_000_000_000);
      const at = sink.instant(instantOf(index, Math.ceil(count / draftsAmong)));
      return [
        draftId(index),
        at,
        1,
        roots.admin,
        owner(random, index, customers),
        'ORDER',
        subjectOf(index * draftsAmong),
        oneIn(random, 20, 'DEPOSIT', 'INVOICE'),
        at,
      ];
    },
  },
  reconciliation: {
    share: reconciliationsAmong,
    columns: 'id created_at version since until status examined finished_at',
    row(index, { count, sink }) {
      const at = instantOf(index, Math.ceil(count / reconciliationsAmong));
      const [since, until] = [sink.instant(at - 4 * day), sink.instant(at)];
      const status = oneIn(randomOf('reconciliation', index + 1_000_000_000), 20, 'INCOMPLETE', 'COMPLETE');
      return [reconciliationId(index), until, 1, since, until, status, 100, until];
    },
  },
  reconciliation_difference: {
    share: differencesAmong,
    columns: 'id created_at version reconciliation_id kind type provider about payment_id is_mended',
    row(index, { count, sink }) {
      const random = randomOf('difference', index + 1_000_000_000);
      const reconciliations = Math.ceil(count / reconciliationsAmong);
      return [
        differenceId(index),
        sink.instant(instantOf(index, Math.ceil(count / differencesAmong))),
        1,
        reconciliationId(index % reconciliations),
        oneIn(random, 10, 'REFUND', 'PAYMENT'),
        oneIn(random, 10, 'AMOUNT', 'STATE'),
        'STRIPE',
        `pi_bench_${index}`,
        paymentId(index * differencesAmong),
        oneIn(random, 10, 0, 1),
      ];
    },
  },
};
