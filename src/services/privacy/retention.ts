import { sql } from 'kysely';
import { fiveYears } from '../kernel/retention.ts';
import type { PersonalData } from '../platform/personal-data.ts';
import type { RetentionClass } from '../platform/retention.ts';
import { forgetAccount } from './erase-person.ts';

/** For how long the house keeps what shows that it answered. A copy itself lives for a day: that is the life of its link, not a period of retention. */
export const privacyRetention: readonly RetentionClass[] = [
  {
    name: 'ADDRESS_PROOFS',
    table: 'address_proof',
    since: sql.ref('address_proof.expires_at'),
    days: { usual: 7, least: 1, most: 30 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  {
    name: 'EXPORTS',
    table: 'data_export',
    since: sql.ref('data_export.created_at'),
    among: sql`data_export.file_id is null`,
    days: { usual: 30, least: 2, most: 365 },
    ground: 'ACCOUNTABILITY',
    action: 'DELETE',
  },
  {
    name: 'REQUESTS',
    table: 'privacy_request',
    since: sql.ref('privacy_request.handled_at'),
    among: sql`privacy_request.status <> 'OPEN'`,
    days: { usual: fiveYears, least: 1_096, most: 3_653 },
    ground: 'ACCOUNTABILITY',
    action: 'DELETE',
  },
  {
    name: 'RECEIPTS',
    table: 'erasure_receipt',
    since: sql.ref('erasure_receipt.created_at'),
    days: { usual: fiveYears, least: 1_096, most: 3_653 },
    ground: 'ACCOUNTABILITY',
    action: 'DELETE',
  },
  {
    name: 'LEGAL_HOLDS',
    table: 'legal_hold',
    since: sql.ref('legal_hold.released_at'),
    days: { usual: fiveYears, least: 365, most: 3_653 },
    ground: 'LIMITATION',
    action: 'DELETE',
  },
  {
    name: 'RETENTION_RUNS',
    table: 'retention_run',
    since: sql.ref('retention_run.finished_at'),
    days: { usual: 730, least: 365, most: 3_653 },
    ground: 'ACCOUNTABILITY',
    action: 'DELETE',
  },
];

const namesNobody = (table: string, column: string) =>
  sql`not exists (select 1 from ${sql.table(table)} as theirs where ${sql.ref(`theirs.${column}`)} = ${sql.ref('user.id')})`;

/** Accounts that were made, by a registration, an invitation or a purchase without an account, and never activated; those that bought something stay. */
export const unusedAccounts = (personalData: readonly PersonalData[]): RetentionClass => ({
  name: 'UNUSED_ACCOUNTS',
  phase: 'ACCOUNTS',
  table: 'user',
  since: sql`coalesce(${sql.ref('user.invited_at')}, ${sql.ref('user.created_at')})`,
  among: sql`${sql.ref('user.status')} = 'PENDING' and ${sql.join(
    [
      namesNobody('customer_order', 'customer_id'),
      namesNobody('payment', 'payer_id'),
      namesNobody('invoice', 'buyer_id'),
      namesNobody('privacy_request', 'user_id'),
    ],
    sql` and `,
  )}`,
  days: { usual: 365, least: 30, most: 1_096 },
  ground: 'CONTRACT',
  action: 'DELETE',
  apply: async (tx, ids) => {
    for (const userId of ids) await forgetAccount(tx, { userId, personalData });
  },
});
