import {
  final,
  retryable,
  action,
  notifiedByDomain,
  readers,
  type Errors,
  type AuditActions,
  type Permissions,
  type Labels,
} from './define.ts';

/** What platform adds to the closed lists: error codes, audit actions, permissions. */

export const platformErrors = {
  INPUT_INVALID: final('Certaines valeurs sont incorrectes.', 'Some values are not valid.'),
  FORM_TICKET_INVALID: retryable(
    'Ce formulaire a été envoyé trop vite, trop tard ou deux fois\u00a0: rechargez-le et recommencez.',
    'This form was sent too fast, too late or twice: reload it and try again.',
  ),
  PROOF_OF_WORK_REQUIRED: retryable(
    'Ce formulaire n’a pas pu être vérifié\u00a0: patientez quelques secondes, puis recommencez.',
    'This form could not be verified: wait a few seconds, then try again.',
  ),
  DOCUMENT_INVALID: final('Le document GraphQL est incorrect.', 'The GraphQL document is not valid.'),
  DOCUMENT_TOO_COMPLEX: final('La requête demande trop de choses à la fois.', 'The request asks for too much at once.'),
  METHOD_NOT_ALLOWED: final(
    'Cette adresse n’accepte pas cette méthode HTTP pour cette demande. Envoyez les requêtes GraphQL par POST ; GET ne sert qu’à lire (query).',
    'This address does not accept this HTTP method for this request. Send GraphQL requests by POST; GET is for queries only.',
  ),
  HOST_REFUSED: final(
    'Ce serveur ne répond pas sous ce nom d’hôte (PUBLIC_URL, TRUSTED_HOSTS).',
    'This server does not answer to this host name (PUBLIC_URL, TRUSTED_HOSTS).',
  ),
  ORIGIN_REFUSED: final(
    'Les pages de cette origine ne peuvent pas appeler ce serveur (CORS_ORIGINS).',
    'Pages of this origin may not call this server (CORS_ORIGINS).',
  ),
  /** The words that clients with persisted queries look for: they then send the whole query, here this once. */
  PERSISTED_QUERY_NOT_FOUND: final('PersistedQueryNotFound', 'PersistedQueryNotFound'),
  /** The same, and from then on: the client uses another version of the extension. */
  PERSISTED_QUERY_NOT_SUPPORTED: final('PersistedQueryNotSupported', 'PersistedQueryNotSupported'),
  OPERATION_NOT_REGISTERED: final(
    'Ce serveur n’exécute que les opérations enregistrées (REGISTERED_ONLY).',
    'This server runs registered operations only (REGISTERED_ONLY).',
  ),
  RATE_LIMITED: retryable('Trop de demandes. Réessayez plus tard.', 'Too many requests. Try again later.'),
  REQUEST_TIMED_OUT: retryable('La requête a pris trop de temps.', 'The request took too long.'),
  UNAVAILABLE: retryable('Le service est momentanément indisponible.', 'The service is unavailable for the moment.'),
  STORAGE_FULL: retryable('L’espace de stockage est plein.', 'The storage is full.'),
  INTERNAL: retryable('Une erreur interne est survenue.', 'An internal error occurred.'),
  NOT_FOUND: final('Cet élément n’existe pas.', 'This does not exist.'),
  CONFLICT: retryable('Cet élément vient d’être modifié. Rechargez-le.', 'This was just changed. Load it again.'),
  ACTION_NOT_ALLOWED: final(
    'Cette action n’est pas possible dans l’état actuel.',
    'This action is not possible in the present state.',
  ),
  DEMO_REFUSED: final(
    'Les données de démonstration ne se refont que dans une installation de démonstration (DEMO_MODE=1), où tout est inventé.',
    'Demo data is made again only in a demo installation (DEMO_MODE=1), where everything is invented.',
  ),
  CURSOR_EXPIRED: final('Ce curseur est trop ancien.', 'This cursor is too old.'),
} as const satisfies Errors;

export const platformAuditActions = {
  DEMO_DATA_RESET: action('system', 'HIGH', ['a refait les données de démonstration', 'made the demo data again']),
  JOB_FAILED: notifiedByDomain('job', 'CRITICAL', ['a abandonné la tâche', 'gave up the job']),
  JOB_RETRIED: action('job', 'LOW', ['a relancé la tâche', 'retried the job']),
  JOB_CANCELLED: action('job', 'LOW', ['a annulé la tâche', 'cancelled the job']),
} as const satisfies AuditActions;

export const platformPermissions = {
  'job:read': readers,
  'job:manage': ['ADMIN', 'SERVICE'],
  'system:read': ['ADMIN'],
  'demo:reset': ['ADMIN'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const platformRetention = {
  EVENTS: ['Événements traités', 'Handled events'],
  JOBS: ['Tâches terminées', 'Finished jobs'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const platformRecords = {
  JOBS: ['Traces techniques', 'Technical traces'],
} as const satisfies Labels;
