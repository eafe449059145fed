import { recordClassLabels, retentionClasses } from '../../services/kernel/vocabulary/index.ts';
import type { AuditEntry, AuditOutcome } from '../../entities/audit/audit-entry.entity.ts';
import type { AuditExportFormat } from '../../entities/audit/audit-export.entity.ts';
import type { JobState } from '../../entities/platform/job.entity.ts';
import type { HealthStateEnum } from '../platform/system-status.type.ts';
import type { ExportFormat, ExportStatus } from '../../entities/privacy/data-export.entity.ts';
import type { ErasureDecider, ErasureReason } from '../../entities/privacy/erasure-receipt.entity.ts';
import type { PrivacyRequestKind, PrivacyRequestStatus } from '../../entities/privacy/privacy-request.entity.ts';
import { auditActions, type AuditAction, type AuditSeverity } from '../../services/kernel/audit-actions.ts';
import type { ErasureFate, ErasureObstacle, KeepingGround } from '../../services/kernel/erasure.ts';
import { errorCatalogue, type ErrorCode } from '../../services/kernel/errors.ts';
import type { HoldTarget } from '../../services/kernel/legal-holds.ts';
import type { RetentionAction, RetentionGround } from '../../services/kernel/retention.ts';
import type { KeyProvider } from '../../services/kernel/key-providers.ts';
import type { Label, Labels } from './label.ts';

/** The audit log, privacy, retention and the server's own work. */

const auditSeverity: Labels<AuditSeverity> = {
  LOW: ['Faible', 'Low'],
  MEDIUM: ['Moyenne', 'Medium'],
  HIGH: ['Haute', 'High'],
  CRITICAL: ['Critique', 'Critical'],
};
const auditOutcome: Labels<AuditOutcome> = { SUCCESS: ['Fait', 'Done'], FAILURE: ['Refusé', 'Refused'] };
const auditActorKind: Labels<AuditEntry['actorKind']> = {
  PERSON: ['Personne', 'Person'],
  SERVICE: ['Programme', 'Program'],
  ANONYMOUS: ['Anonyme', 'Anonymous'],
  SYSTEM: ['Système', 'System'],
};
const auditExportFormat: Labels<AuditExportFormat> = {
  CSV: ['Tableur (CSV)', 'Spreadsheet (CSV)'],
  JSON: ['JSON', 'JSON'],
  PROOFS: ['Avec preuves', 'With proofs'],
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const fromCatalogue = <N extends string>(names: readonly N[], of: (name: N) => Label): Labels<N> =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Labels<N>;

/**
 * The text of an audit entry after the person: « A ouvert une session ». The field `action` is text; its values are
 * these.
 */
const auditAction = fromCatalogue(Object.keys(auditActions) as AuditAction[], (name) => [
  capital(auditActions[name].phrase.fr),
  capital(auditActions[name].phrase.en),
]);
const errorCode = fromCatalogue(Object.keys(errorCatalogue) as ErrorCode[], (name) => [
  errorCatalogue[name].fr,
  errorCatalogue[name].en,
]);

const jobState: Labels<JobState> = {
  PENDING: ['En attente', 'Pending'],
  RUNNING: ['En cours', 'Running'],
  RETRYING: ['Sera réessayée', 'To be retried'],
  COMPLETED: ['Terminée', 'Completed'],
  FAILED: ['Échouée', 'Failed'],
  CANCELLED: ['Annulée', 'Cancelled'],
};
const healthState: Labels<keyof typeof HealthStateEnum> = {
  OK: ['En ordre', 'Working'],
  DEGRADED: ['Dégradé', 'Degraded'],
  FAILING: ['En panne', 'Failing'],
};
const exportFormat: Labels<ExportFormat> = {
  JSON: ['JSON', 'JSON'],
  CSV: ['Tableur (CSV)', 'Spreadsheet (CSV)'],
  ZIP: ['Archive avec les fichiers', 'Archive with the files'],
};
const exportStatus: Labels<ExportStatus> = {
  PENDING: ['Demandée', 'Asked for'],
  RUNNING: ['En préparation', 'Being made'],
  READY: ['Prête', 'Ready'],
  FETCHED: ['Téléchargée', 'Downloaded'],
  EXPIRED: ['Expirée', 'Expired'],
  FAILED: ['Échouée', 'Failed'],
};
const requestKind: Labels<PrivacyRequestKind> = {
  ACCESS: ['Accès', 'Access'],
  RECTIFICATION: ['Rectification', 'Rectification'],
  ERASURE: ['Effacement', 'Erasure'],
  RESTRICTION: ['Limitation', 'Restriction'],
  PORTABILITY: ['Portabilité', 'Portability'],
  OBJECTION: ['Opposition', 'Objection'],
};
const requestOutcome: Labels<Exclude<PrivacyRequestStatus, 'OPEN'>> = {
  DONE: ['Satisfaite', 'Done'],
  REFUSED: ['Refusée', 'Refused'],
};
const requestStatus: Labels<PrivacyRequestStatus> = { OPEN: ['En attente', 'Open'], ...requestOutcome };

const erasureReason: Labels<ErasureReason> = {
  NO_LONGER_NEEDED: ['Plus utile', 'No longer needed'],
  PRIVACY: ['Vie privée', 'Privacy'],
  DISSATISFIED: ['Insatisfaction', 'Dissatisfaction'],
  OTHER: ['Autre', 'Other'],
  ASKED_OTHERWISE: ['Demandé autrement', 'Asked for otherwise'],
  UNUSED: ['Compte inutilisé', 'Unused account'],
  MISUSE: ['Abus', 'Misuse'],
};
const erasureDecider: Labels<ErasureDecider> = {
  PERSON: ['La personne', 'The person'],
  ADMIN: ['L’administration', 'An admin'],
};
const erasureFate: Labels<ErasureFate> = {
  DESTROYED: ['Détruit', 'Destroyed'],
  PSEUDONYMISED: ['Pseudonymisé', 'Pseudonymised'],
  KEPT: ['Conservé', 'Kept'],
};
const erasureObstacle: Labels<ErasureObstacle> = {
  ORDER_UNFINISHED: ['Commande inachevée', 'Unfinished order'],
  ORDER_ASSIGNED: ['Manuscrit confié', 'Assigned order'],
  BOOKINGS_IN_THE_WAY: ['Agenda occupé', 'Agenda in use'],
  BOOKING_TO_COME: ['Rendez-vous à venir', 'Booking to come'],
  PAYMENT_OPEN: ['Paiement en cours', 'Open payment'],
  REFUND_DUE: ['Remboursement dû', 'Refund due'],
  LAST_ADMIN: ['Dernier administrateur', 'Last admin'],
  LEGAL_HOLD: ['Conservation légale', 'Legal hold'],
};
const keepingGround: Labels<KeepingGround> = {
  ACCOUNTING_LAW: ['Droit comptable', 'Accounting law'],
  PROOF_OF_CONSENT: ['Preuve du consentement', 'Proof of consent'],
  SECURITY_JOURNAL: ['Journal d’activité', 'Audit log'],
};
const holdTarget: Labels<HoldTarget> = {
  USER: ['Personne', 'Person'],
  ORDER: ['Commande', 'Order'],
  PLAN_PERIOD: ['Période d’abonnement', 'Period of a plan'],
  GUEST_ORDER: ['Commande sans compte', 'Order without an account'],
  BOOKING: ['Rendez-vous', 'Booking'],
  TICKET: ['Demande d’assistance', 'Support ticket'],
  CONVERSATION: ['Conversation', 'Conversation'],
  FILE: ['Fichier', 'File'],
  PAYMENT: ['Paiement', 'Payment'],
  INVOICE: ['Facture', 'Invoice'],
  CABINET: ['Armoire', 'Cabinet'],
  DOCUMENT: ['Document', 'Document'],
};

const retentionAction: Labels<RetentionAction> = {
  DELETE: ['Supprimer', 'Delete'],
  ANONYMISE: ['Anonymiser', 'Anonymise'],
};
const retentionGround: Labels<RetentionGround> = {
  ACCOUNTING_LAW: ['Droit comptable', 'Accounting law'],
  LIMITATION: ['Prescription', 'Limitation'],
  PROOF_OF_CONSENT: ['Preuve du consentement', 'Proof of consent'],
  ACCOUNTABILITY: ['Responsabilité', 'Accountability'],
  CONTRACT: ['Contrat', 'Contract'],
  SECURITY: ['Sécurité', 'Security'],
  OPERATION: ['Fonctionnement', 'Operation'],
};

const keyProvider: Labels<KeyProvider> = {
  LOCAL: ['Cette installation', 'This installation'],
  AWS_KMS: ['AWS KMS', 'AWS KMS'],
  AZURE_KEY_VAULT: ['Azure Key Vault', 'Azure Key Vault'],
};

export const recordLabels = {
  KeyProvider: keyProvider,
  AuditSeverity: auditSeverity,
  AuditOutcome: auditOutcome,
  AuditActorKind: auditActorKind,
  AuditExportFormat: auditExportFormat,
  AuditAction: auditAction,
  ErrorCode: errorCode,
  JobState: jobState,
  HealthState: healthState,
  ExportFormat: exportFormat,
  ExportStatus: exportStatus,
  PrivacyRequestKind: requestKind,
  PrivacyRequestStatus: requestStatus,
  PrivacyRequestOutcome: requestOutcome,
  ErasureReason: erasureReason,
  ErasureDecider: erasureDecider,
  ErasureFate: erasureFate,
  ErasureObstacle: erasureObstacle,
  KeepingGround: keepingGround,
  RecordClass: recordClassLabels,
  HoldTarget: holdTarget,
  RetentionAction: retentionAction,
  RetentionGround: retentionGround,
  RetentionClass: retentionClasses,
} as const;
