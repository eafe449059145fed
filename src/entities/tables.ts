import type { HoldTarget } from '../services/kernel/legal-holds.ts';
import type { Personal } from '../services/kernel/personal.ts';
import type { TopicType } from '../services/kernel/subject.ts';
import { archiveColumns, archiveHoldable, archiveStorage, archiveTies } from './archive/tables.ts';
import { auditColumns, auditTies } from './audit/tables.ts';
import { backupsColumns, backupsTies } from './backups/tables.ts';
import { billingColumns, billingHoldable, billingSubjects, billingTies } from './billing/tables.ts';
import { calendarsColumns, calendarsTies } from './calendars/tables.ts';
import { catalogColumns, catalogTies } from './catalog/tables.ts';
import { contentColumns, contentTies } from './content/tables.ts';
import { filesColumns, filesHoldable, filesTies } from './files/tables.ts';
import { identityColumns, identityHoldable, identityTies } from './identity/tables.ts';
import { insightsColumns, insightsTies } from './insights/tables.ts';
import { messagingColumns, messagingHoldable, messagingTies } from './messaging/tables.ts';
import { notificationsColumns, notificationsTies } from './notifications/tables.ts';
import { ordersColumns, ordersSubjects, ordersTies } from './orders/tables.ts';
import { platformColumns, platformTies } from './platform/tables.ts';
import { privacyColumns, privacyTies } from './privacy/tables.ts';
import { schedulingColumns, schedulingSubjects, schedulingTies } from './scheduling/tables.ts';
import { supportColumns, supportSubjects, supportTies } from './support/tables.ts';
import { vaultColumns, vaultTies } from './vault/tables.ts';
import type { Tables } from './index.ts';
import type { Holdable, StorageTable, Tie, Ties } from './tie.ts';

type Table = keyof Tables & string;
type EveryColumn = { readonly [T in Table]: Readonly<Record<keyof Tables[T] & string, Personal>> };

/** What every column of the database says about people: the build fails when one is missing, a test when one is too many. */
export const personalColumns: EveryColumn = {
  ...auditColumns,
  ...backupsColumns,
  ...billingColumns,
  ...catalogColumns,
  ...contentColumns,
  ...filesColumns,
  ...identityColumns,
  ...insightsColumns,
  ...messagingColumns,
  ...notificationsColumns,
  ...ordersColumns,
  ...supportColumns,
  ...platformColumns,
  ...privacyColumns,
  ...calendarsColumns,
  ...schedulingColumns,
  ...vaultColumns,
  ...archiveColumns,
};

const tiesOfDomains = [
  auditTies,
  backupsTies,
  billingTies,
  catalogTies,
  contentTies,
  filesTies,
  identityTies,
  insightsTies,
  messagingTies,
  notificationsTies,
  ordersTies,
  supportTies,
  platformTies,
  privacyTies,
  calendarsTies,
  schedulingTies,
  vaultTies,
  archiveTies,
] as const;

/** Tables that no domain ties: the build fails when there is one. */
type Untied = Exclude<Table, KeysOf<(typeof tiesOfDomains)[number]>>;
type KeysOf<T> = T extends unknown ? keyof T : never;

/**
 * What each row belongs to: a hold on the whole reaches its parts. Every table says it, so that a new one cannot be
 * forgotten. `[]`: nothing a hold reaches, because it says nothing about a case, or is the person's own sign-in method,
 * which stays theirs to change, or is removed by the platform while the things it names stay (jobs, events).
 */
export const ties = mergeTies(tiesOfDomains satisfies [Untied] extends [never] ? readonly Ties[] : Untied);

function mergeTies(domains: readonly Ties[]): Readonly<Record<Table, readonly Tie[]>> {
  const merged: Record<string, Tie[]> = {};
  for (const domain of domains) {
    for (const [table, own] of Object.entries(domain)) (merged[table] ??= []).push(...own);
  }
  return merged as Record<Table, Tie[]>;
}

/** Where the subjects of each type are, brought by the modules that own them. */
export const subjectTables: Record<TopicType, Holdable> = {
  ...ordersSubjects,
  ...supportSubjects,
  ...billingSubjects,
  ...schedulingSubjects,
};

/** What may be held by itself. */
export const holdableTables = (): Readonly<Record<HoldTarget, Holdable>> => ({
  ...identityHoldable,
  ...subjectTables,
  ...messagingHoldable,
  ...filesHoldable,
  ...billingHoldable,
  ...archiveHoldable,
});

/** What counts against the plan of a person, beside the files they own. */
export const storageTables = (): readonly StorageTable[] => [...archiveStorage];
