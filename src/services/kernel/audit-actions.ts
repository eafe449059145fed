/** Every deed the journal knows. The seeds' constants are kept as they are; each is one line here, and nowhere else. */

export const auditSeverities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type AuditSeverity = (typeof auditSeverities)[number];

export const auditTargets = [
  'user',
  'command',
  'invoice',
  'payment',
  'file',
  'auth',
  'system',
  'key',
  'job',
  'email',
  'notification',
  'conversation',
  'message',
  'audit',
  'service-account',
  'api-token',
  'legal-hold',
  'backup',
  'cabinet',
  'booking',
] as const;
export type AuditTarget = (typeof auditTargets)[number];

/** What a deed is called in a line of the journal, after the person and before the target. */
export interface AuditPhrase {
  readonly fr: string;
  readonly en: string;
}

export interface AuditActionDefinition {
  readonly target: AuditTarget;
  /**
   * Unless the entry says otherwise. HIGH and CRITICAL are told to the admins: HIGH is what one of them must look at, CRITICAL
   * what one must act on now. What people do with their own account, and are told of by mail themselves, is MEDIUM at most.
   */
  readonly severity: AuditSeverity;
  readonly phrase: AuditPhrase;
  /** The deed cannot be done in the house yet: its name is kept for it. */
  readonly isPlanned?: true;
  /** The domain itself tells the admins: the journal does not tell them a second time. */
  readonly isToldByDomain?: true;
}

type Words = readonly [fr: string, en: string];

const deed = (target: AuditTarget, severity: AuditSeverity, [fr, en]: Words): AuditActionDefinition => ({
  target,
  severity,
  phrase: { fr, en },
});
const planned = (target: AuditTarget, severity: AuditSeverity, words: Words): AuditActionDefinition => ({
  ...deed(target, severity, words),
  isPlanned: true,
});
const toldByDomain = (target: AuditTarget, severity: AuditSeverity, words: Words): AuditActionDefinition => ({
  ...deed(target, severity, words),
  isToldByDomain: true,
});

export const auditActions = {
  // signing in
  LOGIN_SUCCESS: deed('auth', 'LOW', ['a ouvert une session', 'signed in']),
  LOGIN_FAILED: deed('auth', 'MEDIUM', ['a échoué à se connecter au compte', 'failed to sign in to the account']),
  LOGOUT: deed('auth', 'LOW', ['a fermé sa session', 'signed out']),
  PASSWORD_CHANGE: deed('auth', 'MEDIUM', ['a changé son mot de passe', 'changed their password']),
  PASSWORD_RESET_REQUEST: deed('auth', 'LOW', [
    'a demandé un nouveau mot de passe pour le compte',
    'asked for a new password of the account',
  ]),
  PASSWORD_RESET_SUCCESS: deed('auth', 'MEDIUM', [
    'a choisi un nouveau mot de passe pour le compte',
    'chose a new password for the account',
  ]),
  PASSWORD_RESET_FAILED: deed('auth', 'MEDIUM', [
    'a présenté un lien de mot de passe qui n’est pas valable',
    'showed a password link that is not valid',
  ]),
  ACCOUNT_LOCKED: deed('auth', 'HIGH', ['a fait verrouiller le compte', 'caused the lock of the account']),
  SESSION_REVOKED: deed('auth', 'LOW', ['a mis fin à des sessions du compte', 'ended sessions of the account']),

  // second factors and other ways in
  TWO_FACTOR_BEGUN: deed('auth', 'LOW', [
    'a commencé d’ajouter un second facteur au compte',
    'began a second factor of the account',
  ]),
  TWO_FACTOR_ENABLED: deed('auth', 'MEDIUM', [
    'a activé un second facteur du compte',
    'enabled a second factor of the account',
  ]),
  TWO_FACTOR_DISABLED: deed('auth', 'MEDIUM', [
    'a retiré un second facteur du compte',
    'disabled a second factor of the account',
  ]),
  TWO_FACTOR_SUCCESS: deed('auth', 'LOW', [
    'a prouvé le second facteur du compte',
    'proved the second factor of the account',
  ]),
  TWO_FACTOR_FAILED: deed('auth', 'MEDIUM', [
    'a échoué au second facteur du compte',
    'failed the second factor of the account',
  ]),
  RECOVERY_CODES_MADE: deed('auth', 'MEDIUM', [
    'a renouvelé les codes de secours du compte',
    'renewed the recovery codes of the account',
  ]),
  RECOVERY_CODE_USED: deed('auth', 'MEDIUM', [
    'a utilisé un code de secours du compte',
    'used a recovery code of the account',
  ]),
  DEVICE_TRUSTED: deed('auth', 'MEDIUM', [
    'a déclaré de confiance un appareil du compte',
    'trusted a device of the account',
  ]),
  DEVICE_DISTRUSTED: deed('auth', 'LOW', [
    'a retiré sa confiance à un appareil du compte',
    'distrusted a device of the account',
  ]),
  IDENTITY_LINKED: deed('user', 'MEDIUM', ['a rattaché une identité au compte', 'attached an identity to the account']),
  IDENTITY_PROVEN: deed('auth', 'LOW', [
    'a confirmé auprès de son fournisseur d’identité être titulaire du compte',
    'proved with their identity provider that the account is theirs',
  ]),
  IDENTITY_PROOF_FAILED: deed('auth', 'MEDIUM', [
    'a présenté une autre identité que celles du compte',
    'showed an identity that is not one of the account',
  ]),
  IDENTITY_UNLINKED: deed('user', 'MEDIUM', [
    'a détaché une identité du compte',
    'detached an identity from the account',
  ]),
  PASSKEY_ADDED: deed('user', 'MEDIUM', ['a ajouté une clé d’accès au compte', 'added a passkey to the account']),
  PASSKEY_REMOVED: deed('user', 'MEDIUM', ['a retiré une clé d’accès du compte', 'removed a passkey from the account']),
  PASSKEY_COUNTER_REGRESSED: deed('user', 'HIGH', [
    'a présenté la copie d’une clé d’accès du compte',
    'showed a copy of a passkey of the account',
  ]),

  // people
  USER_CREATED: deed('user', 'LOW', ['a créé le compte', 'created the account']),
  USER_ACTIVATED: deed('user', 'LOW', ['a activé le compte', 'activated the account']),
  REGISTRATION_REQUESTED: deed('system', 'LOW', ['a demandé l’ouverture d’un compte', 'asked for an account']),
  REGISTRATION_ANSWERED: deed('system', 'LOW', [
    'a répondu par e-mail à une demande de compte',
    'answered a request for an account by mail',
  ]),
  REGISTRATION_REPEATED: deed('user', 'LOW', ['a redemandé l’ouverture du compte', 'asked again to open the account']),
  USER_UPDATED: deed('user', 'LOW', ['a modifié le compte', 'changed the account']),
  USER_DELETED: deed('user', 'HIGH', ['a supprimé le compte', 'deleted the account']),
  USER_DATA_EXPORTED: deed('user', 'MEDIUM', ['a exporté les données du compte', 'exported the data of the account']),
  USER_MESSAGE_SUPPORT_EMAIL_SENT: planned('user', 'LOW', [
    'a écrit à l’assistance pour le compte',
    'wrote to support for the account',
  ]),
  USER_ROLE_CHANGED: deed('user', 'HIGH', ['a changé le rôle du compte', 'changed the role of the account']),
  USER_STATUS_CHANGED: deed('user', 'HIGH', ['a changé l’état du compte', 'changed the status of the account']),
  PERMISSION_GRANTED: deed('user', 'HIGH', ['a accordé des droits au compte', 'granted rights to the account']),
  PERMISSION_REVOKED: deed('user', 'HIGH', ['a retiré des droits au compte', 'took rights from the account']),
  EMAIL_CHANGE_REQUEST: deed('user', 'MEDIUM', [
    'a demandé une autre adresse pour le compte',
    'asked for another address of the account',
  ]),
  EMAIL_CHANGED: deed('user', 'MEDIUM', ['a changé l’adresse du compte', 'changed the address of the account']),
  EMAIL_CHANGE_UNDONE: deed('user', 'HIGH', [
    'a rétabli l’ancienne adresse du compte',
    'took back the change of address of the account',
  ]),
  SERVICE_ACCOUNT_CREATED: deed('service-account', 'HIGH', [
    'a créé le compte de service',
    'created the service account',
  ]),
  SERVICE_ACCOUNT_RETIRED: deed('service-account', 'HIGH', [
    'a fermé le compte de service',
    'retired the service account',
  ]),
  API_TOKEN_CREATED: deed('api-token', 'HIGH', ['a créé le jeton d’API', 'made the API token']),
  API_TOKEN_REVOKED: deed('api-token', 'HIGH', ['a révoqué le jeton d’API', 'revoked the API token']),
  ACCOUNT_ERASED: deed('user', 'HIGH', ['a effacé le compte', 'erased the account']),
  DATA_EXPORT_REQUESTED: deed('user', 'LOW', [
    'a demandé une copie des données du compte',
    'asked for a copy of the data of the account',
  ]),
  DATA_EXPORT_FETCHED: deed('user', 'MEDIUM', [
    'a retiré la copie des données du compte',
    'fetched the copy of the data of the account',
  ]),
  PRIVACY_REQUEST_OPENED: deed('user', 'LOW', [
    'a fait une demande sur les données du compte',
    'made a request about the data of the account',
  ]),
  PRIVACY_REQUEST_ANSWERED: deed('user', 'MEDIUM', [
    'a répondu à la demande sur les données',
    'answered the request about data',
  ]),
  PRIVACY_REQUEST_EXTENDED: deed('user', 'MEDIUM', [
    'a prolongé la demande sur les données',
    'extended the request about data',
  ]),
  ADDRESS_PROOF_REQUESTED: deed('system', 'LOW', [
    'a demandé, sans compte, ce que la maison sait de son adresse',
    'asked, without an account, what the house knows of an address',
  ]),
  LEGAL_HOLD_PLACED: deed('legal-hold', 'HIGH', ['a ordonné la conservation légale', 'placed the legal hold']),
  LEGAL_HOLD_RELEASED: deed('legal-hold', 'HIGH', ['a levé la conservation légale', 'released the legal hold']),
  RETENTION_POLICY_CHANGED: deed('system', 'HIGH', [
    'a changé une durée de conservation',
    'changed a period of retention',
  ]),
  RETENTION_APPLIED: deed('system', 'MEDIUM', [
    'a fait disparaître ce dont la durée de conservation est échue',
    'removed what had outlived its period of retention',
  ]),
  CONSENT_GIVEN: deed('user', 'LOW', ['a donné son consentement pour le compte', 'gave consent for the account']),
  CONSENT_WITHDRAWN: deed('user', 'LOW', [
    'a retiré son consentement pour le compte',
    'withdrew consent for the account',
  ]),

  // orders
  COMMAND_CREATED: deed('command', 'LOW', ['a passé la commande', 'placed the order']),
  COMMAND_UPDATED: deed('command', 'LOW', ['a modifié la commande', 'changed the order']),
  COMMAND_DELETED: planned('command', 'HIGH', ['a supprimé la commande', 'deleted the order']),
  COMMAND_STATUS_CHANGED: deed('command', 'LOW', ['a changé l’état de la commande', 'changed the status of the order']),

  // invoices and payments
  INVOICE_ISSUED: deed('invoice', 'MEDIUM', ['a émis la facture', 'issued the invoice']),
  INVOICE_ACCESSED: deed('invoice', 'LOW', ['a consulté la facture', 'looked at the invoice']),
  INVOICE_DOWNLOADED: deed('invoice', 'LOW', ['a téléchargé la facture', 'downloaded the invoice']),
  INVOICE_SENT: deed('invoice', 'LOW', ['a envoyé la facture', 'sent the invoice']),
  INVOICE_CANCELLED: planned('invoice', 'HIGH', ['a annulé la facture', 'cancelled the invoice']),
  INVOICE_PDF_GENERATED: deed('invoice', 'LOW', ['a imprimé la facture', 'printed the invoice']),
  INVOICE_SERIES_RESUMED: deed('invoice', 'CRITICAL', [
    'a repris la numérotation de la série',
    'resumed the numbering of the series',
  ]),
  PAYMENT_SESSION_CREATED: deed('payment', 'LOW', ['a ouvert le paiement', 'opened the payment']),
  PAYMENT_STATUS_CHECKED: deed('payment', 'LOW', [
    'a consulté l’état du paiement',
    'checked the status of the payment',
  ]),
  PAYMENT_WEBHOOK_RECEIVED: deed('payment', 'LOW', [
    'a reçu des nouvelles du paiement',
    'received news of the payment',
  ]),
  PAYMENT_REFUNDED: deed('payment', 'HIGH', ['a noté le remboursement du paiement', 'noted the refund of the payment']),
  PAYMENT_REFUND_DUE: toldByDomain('payment', 'HIGH', [
    'a marqué comme à rembourser le paiement',
    'marked as to be refunded the payment',
  ]),
  PAYMENT_MISMATCH: toldByDomain('payment', 'CRITICAL', [
    'a refusé, parce qu’il ne correspond pas, le paiement',
    'refused, because it does not match, the payment',
  ]),
  PAYMENT_DISPUTED: toldByDomain('payment', 'CRITICAL', [
    'a appris la contestation du paiement',
    'learnt of the dispute of the payment',
  ]),

  // files and keys
  FILE_STORED: deed('file', 'LOW', ['a ajouté le fichier', 'added the file']),
  FILE_UPDATED: planned('file', 'LOW', ['a modifié le fichier', 'changed the file']),
  FILE_DOWNLOADED: deed('file', 'LOW', ['a téléchargé le fichier', 'downloaded the file']),
  FILE_DELETED: deed('file', 'MEDIUM', ['a supprimé le fichier', 'deleted the file']),
  FILE_RESTORED: planned('file', 'MEDIUM', ['a restauré le fichier', 'restored the file']),
  FILE_INTEGRITY: deed('file', 'CRITICAL', ['a trouvé endommagé le fichier', 'found damaged the file']),
  MASTER_KEY_ADDED: deed('key', 'HIGH', ['a ajouté la clé maîtresse', 'added the master key']),
  MASTER_KEY_RETIRED: deed('key', 'CRITICAL', ['a supprimé la clé maîtresse', 'dropped the master key']),
  SIGNING_KEY_ROTATED: deed('key', 'HIGH', [
    'a remplacé la clé qui signe les jetons d’accès par',
    'replaced the key that signs access tokens by',
  ]),
  AUDITOR_KEY_TAKEN: deed('key', 'HIGH', [
    'a remis à l’auditeur la première clé du journal',
    'gave the auditor the first key of the journal',
  ]),
  KEYS_REWRAPPED: deed('key', 'HIGH', [
    'a réemballé des clés sous la clé maîtresse',
    'wrapped keys anew under the master key',
  ]),

  // messages
  CONVERSATION_OPENED: deed('conversation', 'LOW', ['a ouvert la conversation', 'opened the conversation']),
  CONVERSATION_PARTICIPANTS_CHANGED: deed('conversation', 'LOW', [
    'a changé les participants de la conversation',
    'changed the participants of the conversation',
  ]),
  MESSAGE_SENT: deed('message', 'LOW', ['a envoyé le message', 'sent the message']),
  ADMIN_NOTIFICATION_CREATED: deed('notification', 'MEDIUM', ['a diffusé l’annonce', 'broadcast the announcement']),
  EMAIL_FAILED: toldByDomain('email', 'HIGH', ['n’a pas pu envoyer l’e-mail', 'could not send the e-mail']),
  EMAIL_OUTCOME_UNKNOWN: toldByDomain('email', 'HIGH', [
    'ne sait pas si est parti l’e-mail',
    'does not know the outcome of the e-mail',
  ]),

  // work after commit
  JOB_FAILED: toldByDomain('job', 'CRITICAL', ['a abandonné la tâche', 'gave up the job']),
  JOB_RETRIED: deed('job', 'LOW', ['a relancé la tâche', 'retried the job']),
  JOB_CANCELLED: deed('job', 'LOW', ['a annulé la tâche', 'cancelled the job']),

  // security
  UNAUTHORIZED_ACCESS: deed('system', 'MEDIUM', ['s’est vu refuser l’accès à', 'was refused access to']),
  ADMIN_ACCESS: deed('system', 'LOW', ['a consulté, en administration,', 'looked, as an admin, at']),
  SUSPICIOUS_ACTIVITY: deed('system', 'HIGH', ['a eu un comportement suspect envers', 'acted suspiciously towards']),
  SECURITY_BREACH: deed('system', 'CRITICAL', ['a enfreint la sécurité de', 'breached the security of']),

  // the clock
  CLOCK_JUMPED: deed('system', 'MEDIUM', ['a vu sauter l’horloge de', 'saw a jump of the clock of']),
  CLOCK_IMPLAUSIBLE: deed('system', 'CRITICAL', [
    'a suspendu l’émission des factures, faute d’une horloge plausible, de',
    'stopped the invoices, for want of a plausible clock, of',
  ]),
  CLOCK_BELIEVED: deed('system', 'MEDIUM', [
    'a repris l’émission des factures, l’horloge étant de nouveau plausible, de',
    'went on with the invoices, the clock being plausible again, of',
  ]),
  CLOCK_CONFIRMED: deed('system', 'HIGH', ['a confirmé l’horloge de', 'confirmed the clock of']),

  // the journal itself
  AUDIT_READ: deed('audit', 'LOW', ['a consulté le journal', 'read the journal']),
  AUDIT_EXPORTED: deed('audit', 'MEDIUM', ['a exporté le journal', 'exported the journal']),
  AUDIT_SEGMENT_SEALED: deed('audit', 'HIGH', ['a scellé le segment du journal', 'sealed the segment of the journal']),
  JOURNAL_RESTORED: deed('audit', 'CRITICAL', [
    'a pris acte d’une restauration, qui a perdu des écritures du journal jusqu’à la',
    'acknowledged a restore, which lost entries of the journal up to',
  ]),
  AUDIT_PURGED: deed('audit', 'CRITICAL', ['a purgé le segment du journal', 'purged the segment of the journal']),
  AUDIT_SUBJECT_FORGOTTEN: deed('audit', 'MEDIUM', [
    'a détruit, dans le journal, les données personnelles du compte',
    'destroyed, in the journal, the personal data of the account',
  ]),

  // products to come
  BACKUP_CREATED: planned('backup', 'LOW', ['a fait la sauvegarde', 'made the backup']),
  BACKUP_RESTORED: planned('backup', 'CRITICAL', ['a restauré la sauvegarde', 'restored the backup']),
  CABINET_CREATED: planned('cabinet', 'LOW', ['a créé le cabinet', 'created the cabinet']),
  CABINET_UPDATED: planned('cabinet', 'LOW', ['a modifié le cabinet', 'changed the cabinet']),
  CABINET_DELETED: planned('cabinet', 'HIGH', ['a supprimé le cabinet', 'deleted the cabinet']),
  BOOKING_CREATED: planned('booking', 'LOW', ['a pris le rendez-vous', 'made the booking']),
  BOOKING_STATUS_CHANGED: planned('booking', 'LOW', [
    'a changé l’état du rendez-vous',
    'changed the status of the booking',
  ]),
} as const satisfies Record<string, AuditActionDefinition>;

/** A name of the table: the only ones that an entry can carry. */
export type AuditAction = keyof typeof auditActions;

/** The deed of a name; undefined for one that an older journal used. */
export const deedOf = (action: string): AuditActionDefinition | undefined =>
  Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction] : undefined;
