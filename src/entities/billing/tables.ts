import { its, through, about, type HoldableTables, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

/** Accounts are kept for ten years (Code de commerce, article L123-22): what an invoice says stays as it was issued. */
export const billingColumns = {
  invoice: {
    ...none(
      'id',
      'created_at',
      'version',
      'kind',
      'status',
      'series',
      'sequence',
      'number',
      'subject_type',
      'subject_id',
      'buyer_id',
      'net_cents',
      'tax_cents',
      'gross_cents',
      'currency',
      'locale',
      'issued_at',
      'due_on',
      'paid_at',
      'pdf_id',
    ),
    document: 'legal-hold',
  },
  invoice_line: {
    ...none(
      'id',
      'created_at',
      'version',
      'invoice_id',
      'position',
      'quantity',
      'unit_net_cents',
      'tax_rate',
      'net_cents',
      'tax_cents',
      'gross_cents',
    ),
    description: 'legal-hold',
  },
  clock_state: none('id', 'believed_at', 'stopped_at'),
  invoice_counter: none('series', 'next_number', 'last_issued_at', 'set_aside_at'),
  payment: {
    ...none(
      'id',
      'created_at',
      'version',
      'payer_id',
      'subject_type',
      'subject_id',
      'status',
      'provider',
      'amount_cents',
      'currency',
      'expires_at',
      'paid_at',
      'failure_reason',
      'refunded_cents',
      'refund_due_reason',
    ),
    provider_session_id: 'legal-hold',
    provider_payment_id: 'legal-hold',
    description: 'subject',
    checkout_url: 'subject',
  },
  // Only the provider's ids are kept of its events.
  webhook_event: none('id', 'provider', 'type', 'payload', 'status', 'occurred_at', 'created_at', 'applied_at'),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const billingTies = {
  payment: [its('payer_id', 'user'), about('subject')],
  invoice: [its('buyer_id', 'user'), about('subject')],
  invoice_line: [its('invoice_id', 'invoice')],
  clock_state: [],
  invoice_counter: [],
  webhook_event: [],
  stored_file: [through('invoice', 'pdf_id', ['id', 'invoice'])],
} as const satisfies Ties;

/** What may be held by itself. */
export const billingHoldable = {
  PAYMENT: { table: 'payment', person: 'payer_id' },
  INVOICE: { table: 'invoice', person: 'buyer_id' },
} as const satisfies HoldableTables;
