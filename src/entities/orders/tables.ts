import { its, through, type HoldableTables, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const ordersColumns = {
  customer_order: {
    ...none(
      'id',
      'created_at',
      'version',
      'customer_id',
      'proofreader_id',
      'status',
      'priority',
      'price_item_id',
      'service',
      'unit',
      'declared_pages',
      'verified_pages',
      'total_cents',
      'currency',
      'paid_at',
      'started_at',
      'completed_at',
      'cancelled_at',
      'suspended_from',
      'measured_pages',
      'estimated_cents',
      'final_cents',
      'source',
      'created_by_id',
      'quote_id',
      'start_before_withdrawal',
      'turnaround_working_days',
      'rush_working_days',
      'due_at',
      'is_late',
      'suspended_at',
      'paused_ms',
      'cancellation_reason',
      'revisions_left',
      'progress_percent',
      'last_activity_at',
      'due_key',
      'urgency_rank',
      'needs_attention',
    ),
    title: 'subject',
    title_key: 'subject',
    description: 'subject',
    customer_note: 'subject',
    proofreader_note: 'third-party',
    suspended_reason: 'third-party',
    cancellation_note: 'third-party',
  },
  order_event: none('id', 'created_at', 'version', 'order_id', 'kind', 'actor_id', 'facts', 'visible_to'),
  order_note: {
    ...none('id', 'created_at', 'version', 'order_id', 'author_id', 'audience'),
    text: 'third-party',
  },
  order_file: none('id', 'created_at', 'version', 'order_id', 'file_id', 'role'),
  /** The words of a filter are taken out of it once the export is written. */
  order_export: none(
    'id',
    'created_at',
    'version',
    'requested_by_id',
    'format',
    'filter',
    'total_orders',
    'written_orders',
    'file_id',
    'finished_at',
  ),
  order_run: none('id', 'created_at', 'version', 'requested_by_id', 'action', 'results'),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const ordersTies = {
  customer_order: [its('customer_id', 'user'), its('proofreader_id', 'user')],
  order_event: [its('order_id', 'customer_order')],
  order_note: [its('order_id', 'customer_order'), its('author_id', 'user')],
  order_file: [its('order_id', 'customer_order')],
  order_export: [],
  order_run: [],
  stored_file: [through('order_file', 'file_id', ['order_id', 'customer_order'])],
  audit_entry: [its('target_id', 'customer_order')],
} as const satisfies Ties;

/** Where the subjects of this domain are. */
export const ordersSubjects = {
  ORDER: { table: 'customer_order', person: 'customer_id' },
} as const satisfies HoldableTables;
