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
    ),
    title: 'subject',
    description: 'subject',
    customer_note: 'subject',
    proofreader_note: 'third-party',
  },
  order_file: none('id', 'created_at', 'version', 'order_id', 'file_id', 'role'),
} as const satisfies PersonalTables;
