import { none, type PersonalTables } from '../../services/kernel/personal.ts';

/** What the tables of reconciliations say about people: nothing. */
export const reconciliationColumns = {
  reconciliation: none(
    'id',
    'created_at',
    'version',
    'status',
    'running_as',
    'since',
    'until',
    'step',
    'place',
    'worker_id',
    'lease_until',
    'examined',
    'unread',
    'differences',
    'mended',
    'finished_at',
  ),
  // Ids, statuses and amounts of payments.
  reconciliation_difference: none(
    'place',
    'id',
    'created_at',
    'version',
    'reconciliation_id',
    'kind',
    'type',
    'provider',
    'about',
    'payment_id',
    'ours',
    'theirs',
    'is_mended',
  ),
} as const satisfies PersonalTables;
