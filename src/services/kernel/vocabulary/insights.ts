import { action, final, readers, type AuditActions, type Errors, type Labels, type Permissions } from './define.ts';

/** What statistics add to the closed lists: error codes, audit actions, permissions, retention. */

export const insightsErrors = {
  FIGURE_UNAVAILABLE: final(
    'Ce chiffre n’existe pas encore\u00a0: la période n’a pas commencé.',
    'This figure does not exist yet: the period has not begun.',
  ),
} as const satisfies Errors;

export const insightsAuditActions = {
  THRESHOLD_LIMIT_ADDED: action('threshold', 'MEDIUM', ['a saisi le seuil', 'entered the limit']),
  THRESHOLD_LIMIT_ENDED: action('threshold', 'MEDIUM', ['a mis fin au seuil', 'ended the limit']),
  THRESHOLD_REACHED: action('threshold', 'MEDIUM', ['a constaté l’approche du seuil', 'noted that the limit is near']),
  STATS_REPORT_REQUESTED: action('report', 'LOW', ['a demandé le rapport', 'asked for the report']),
} as const satisfies AuditActions;

export const insightsPermissions = {
  'stats:read': readers,
  'stats:read-own': ['PROOFREADER'],
  'stats:report': ['ADMIN'],
  'threshold:manage': ['ADMIN'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const insightsRetention = {
  STATS_REPORTS: ['Rapports de chiffres', 'Reports of figures'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const insightsRecords = {
  REPORT_WISHES: ['Rapports mensuels par e-mail', 'Monthly reports by e-mail'],
} as const satisfies Labels;
