import { final, action, everyone, type Errors, type AuditActions, type Permissions, type Labels } from './define.ts';

/** What privacy adds to the closed lists: error codes, audit actions, permissions. */

export const privacyErrors = {
  ERASURE_BLOCKED: final('Ce compte ne peut pas encore être effacé.', 'This account cannot be erased yet.'),
  LEGAL_HOLD: final(
    'Cet élément doit être conservé pour une raison de droit.',
    'This must be kept for a legal reason.',
  ),
} as const satisfies Errors;

export const privacyAuditActions = {
  USER_DATA_EXPORTED: action('user', 'MEDIUM', ['a exporté les données du compte', 'exported the data of the account']),
  ACCOUNT_ERASED: action('user', 'HIGH', ['a effacé le compte', 'erased the account']),
  DATA_EXPORT_REQUESTED: action('user', 'LOW', [
    'a demandé une copie des données du compte',
    'asked for a copy of the data of the account',
  ]),
  DATA_EXPORT_FETCHED: action('user', 'MEDIUM', [
    'a retiré la copie des données du compte',
    'fetched the copy of the data of the account',
  ]),
  PRIVACY_REQUEST_OPENED: action('user', 'LOW', [
    'a fait une demande sur les données du compte',
    'made a request about the data of the account',
  ]),
  PRIVACY_REQUEST_ANSWERED: action('user', 'MEDIUM', [
    'a répondu à la demande sur les données',
    'answered the request about data',
  ]),
  PRIVACY_REQUEST_EXTENDED: action('user', 'MEDIUM', [
    'a prolongé la demande sur les données',
    'extended the request about data',
  ]),
  ADDRESS_PROOF_REQUESTED: action('system', 'LOW', [
    'a demandé, sans compte, les données liées à son adresse',
    'requested, without an account, the data about an address',
  ]),
  LEGAL_HOLD_PLACED: action('legal-hold', 'HIGH', ['a ordonné la conservation légale', 'placed the legal hold']),
  LEGAL_HOLD_RELEASED: action('legal-hold', 'HIGH', ['a levé la conservation légale', 'released the legal hold']),
  RETENTION_POLICY_CHANGED: action('system', 'HIGH', [
    'a changé une durée de conservation',
    'changed a period of retention',
  ]),
  RETENTION_APPLIED: action('system', 'MEDIUM', [
    'a fait disparaître ce dont la durée de conservation est échue',
    'removed what had outlived its period of retention',
  ]),
} as const satisfies AuditActions;

export const privacyPermissions = {
  'account:erase': everyone,
  'data:export': everyone,
  'consent:manage': everyone,
  'privacy-request:submit': everyone,
  'privacy-request:handle': ['ADMIN'],
  'processing-record:read': ['ADMIN', 'AUDITOR'],
  'legal-hold:read': ['ADMIN', 'AUDITOR'],
  'legal-hold:place': ['ADMIN'],
  'legal-hold:release': ['ADMIN'],
  'retention:read': ['ADMIN', 'AUDITOR'],
  'retention:change': ['ADMIN'],
  'retention:run': ['ADMIN'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const privacyRetention = {
  ADDRESS_PROOFS: ['Preuves d’adresse périmées', 'Expired proofs of address'],
  EXPORTS: ['Demandes de copie', 'Requests for a copy'],
  REQUESTS: ['Registre des demandes', 'Register of requests'],
  RECEIPTS: ['Reçus d’effacement', 'Receipts of erasure'],
  LEGAL_HOLDS: ['Conservations levées', 'Released holds'],
  RETENTION_RUNS: ['Passages de la purge', 'Runs of retention'],
  UNUSED_ACCOUNTS: ['Comptes jamais activés', 'Accounts never activated'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const privacyRecords = {
  EXPORTS: ['Copies des données', 'Copies of data'],
  REQUESTS: ['Demandes', 'Requests'],
} as const satisfies Labels;
