/**
 * The closed list of what can be refused, and how it is said. `code` is what clients switch on;
 * `retryable` tells them whether the same request may succeed later.
 */
export interface ErrorEntry {
  readonly fr: string;
  readonly en: string;
  readonly retryable: boolean;
}

const final = (fr: string, en: string): ErrorEntry => ({ fr, en, retryable: false });
const passing = (fr: string, en: string): ErrorEntry => ({ fr, en, retryable: true });

export const errorCatalogue = {
  // requests
  INPUT_INVALID: final('Certaines valeurs sont incorrectes.', 'Some values are not valid.'),
  DOCUMENT_INVALID: final('Le document GraphQL est incorrect.', 'The GraphQL document is not valid.'),
  DOCUMENT_TOO_COMPLEX: final('La requête demande trop de choses à la fois.', 'The request asks for too much at once.'),
  METHOD_NOT_ALLOWED: final(
    'Cette adresse n’accepte pas cette méthode HTTP. Envoyez les requêtes GraphQL par POST, jamais par GET.',
    'This address does not accept this HTTP method. Send GraphQL requests by POST, never by GET.',
  ),
  HOST_REFUSED: final(
    'Ce serveur ne répond pas sous ce nom d’hôte (PUBLIC_URL, TRUSTED_HOSTS).',
    'This server does not answer to this host name (PUBLIC_URL, TRUSTED_HOSTS).',
  ),
  ORIGIN_REFUSED: final(
    'Les pages de cette origine ne peuvent pas appeler ce serveur (CORS_ORIGINS).',
    'Pages of this origin may not call this server (CORS_ORIGINS).',
  ),
  /** The words that clients with persisted queries look for: they then send the whole query. */
  PERSISTED_QUERY_NOT_SUPPORTED: final('PersistedQueryNotSupported', 'PersistedQueryNotSupported'),
  RATE_LIMITED: passing('Trop de demandes. Réessayez plus tard.', 'Too many requests. Try again later.'),
  REQUEST_TIMED_OUT: passing('La requête a pris trop de temps.', 'The request took too long.'),
  UNAVAILABLE: passing('Le service est momentanément indisponible.', 'The service is unavailable for the moment.'),
  STORAGE_FULL: passing('L’espace de stockage est plein.', 'The storage is full.'),
  INTERNAL: passing('Une erreur interne est survenue.', 'An internal error occurred.'),
  NOT_FOUND: final('Cet élément n’existe pas.', 'This does not exist.'),
  CONFLICT: passing('Cet élément vient d’être modifié. Rechargez-le.', 'This was just changed. Load it again.'),
  ACTION_NOT_ALLOWED: final(
    'Cette action n’est pas possible dans l’état actuel.',
    'This action is not possible in the present state.',
  ),
  CURSOR_EXPIRED: final('Ce curseur est trop ancien.', 'This cursor is too old.'),

  // identity
  UNAUTHENTICATED: final('Connectez-vous pour continuer.', 'Sign in to continue.'),
  FORBIDDEN: final('Vous n’avez pas le droit de faire cela.', 'You are not allowed to do this.'),
  CREDENTIALS_INVALID: final(
    'Adresse e-mail ou mot de passe incorrect, ou compte pas encore activé.',
    'Wrong e-mail address or password, or account not activated yet.',
  ),
  TOKEN_INVALID: final(
    'Ce lien ou ce jeton n’est pas valable ou a expiré.',
    'This link or token is not valid or has expired.',
  ),
  PASSWORD_TOO_WEAK: final('Ce mot de passe est trop facile à deviner.', 'This password is too easy to guess.'),
  SSO_NOT_OFFERED: final('Cette façon de se connecter n’est pas proposée.', 'This way of signing in is not offered.'),
  SSO_UNAVAILABLE: passing(
    'Le fournisseur d’identité ne répond pas. Réessayez plus tard.',
    'The identity provider does not answer. Try again later.',
  ),
  SSO_REFUSED: final(
    'La connexion par ce fournisseur n’a pas abouti.',
    'Signing in with this provider did not succeed.',
  ),
  SSO_EMAIL_UNVERIFIED: final(
    'Ce fournisseur n’a pas vérifié votre adresse e-mail.',
    'This provider has not verified your e-mail address.',
  ),
  IDENTITY_EMAIL_DIFFERS: final(
    'L’adresse vérifiée par ce fournisseur n’est pas celle de votre compte.',
    'The address verified by this provider is not that of your account.',
  ),
  IDENTITY_TAKEN: final(
    'Cette identité est déjà rattachée à un autre compte.',
    'This identity is already attached to another account.',
  ),
  PASSKEY_REFUSED: final('Cette clé d’accès n’a pas été acceptée.', 'This passkey was not accepted.'),
  PASSKEY_KNOWN: final('Cette clé d’accès est déjà enregistrée.', 'This passkey is already registered.'),
  SIGN_IN_METHOD_NEEDED: final(
    'C’est votre dernier moyen de connexion. Ajoutez-en un autre d’abord.',
    'This is your last way of signing in. Add another one first.',
  ),
  CODE_INVALID: final('Ce code n’est pas le bon, ou il a expiré.', 'This code is wrong or has expired.'),
  PASSWORD_INCORRECT: final('Ce mot de passe n’est pas le bon.', 'This password is wrong.'),
  STEP_UP_REQUIRED: final('Confirmez que c’est bien vous pour continuer.', 'Confirm that it is you to continue.'),
  CONSENT_REQUIRED: final('Votre consentement est nécessaire.', 'Your consent is required.'),
  LAST_ADMIN: final(
    'Il faut au moins une personne active qui administre la maison.',
    'At least one active admin must remain.',
  ),

  // files
  FILE_TOO_LARGE: final('Ce fichier est trop volumineux.', 'This file is too large.'),
  FILE_TYPE_REFUSED: final('Ce type de fichier n’est pas accepté.', 'This type of file is not accepted.'),
  FILE_DAMAGED: final('Ce fichier est endommagé.', 'This file is damaged.'),
  FILE_MISSING: final('Un fichier est attendu.', 'A file is expected.'),
  UPLOAD_INCOMPLETE: passing('L’envoi du fichier a été interrompu.', 'The upload was interrupted.'),
  QUOTA_EXCEEDED: final('Votre espace de stockage est plein.', 'Your storage space is full.'),

  // orders and billing
  PRICE_ITEM_UNAVAILABLE: final('Cette prestation n’est plus proposée.', 'This service is no longer offered.'),
  PAGES_REQUIRED: final('Indiquez le nombre de pages.', 'Give the number of pages.'),
  PAYMENT_UNAVAILABLE: passing('Le paiement est momentanément indisponible.', 'Payment is unavailable for the moment.'),
  ORDER_ALREADY_PAID: final('Cette commande est déjà payée.', 'This order is already paid.'),
  PROOFREADER_REQUIRED: final('Cette personne n’est pas correctrice.', 'This person is not a proofreader.'),
  CORRECTED_FILE_REQUIRED: final('Déposez d’abord le fichier corrigé.', 'Upload the corrected file first.'),
  CLOCK_IMPLAUSIBLE: passing('L’horloge du serveur doit être vérifiée.', 'The clock of the server must be checked.'),
  INVOICE_SERIES_BEHIND: final(
    'La numérotation des factures doit être vérifiée.',
    'The invoice numbering must be checked.',
  ),

  // privacy
  ERASURE_BLOCKED: final('Ce compte ne peut pas encore être effacé.', 'This account cannot be erased yet.'),
  LEGAL_HOLD: final(
    'Cet élément doit être conservé pour une raison de droit.',
    'This must be kept for a legal reason.',
  ),

  // messages
  MESSAGE_EMPTY: final('Écrivez un message ou joignez un fichier.', 'Write a message or attach a file.'),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** The numbers of a field's rules: lengths in characters, numbers, and how many a list may hold. */
export interface Bounds {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A field of the input that was refused, and the rules it broke. `path` starts with the argument's name. */
export interface FieldError {
  readonly path: string;
  readonly rules: readonly string[];
  /** Those of the rules that were broken, where they have numbers. */
  readonly bounds?: Bounds;
}

/** The one way to refuse. Another person's object is `NOT_FOUND`, never `FORBIDDEN`. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(errorCatalogue[code].en, options);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** What a `NOT_FOUND` hides: the object is there, and who asks has no part in it. */
export interface Hidden {
  readonly type: 'command' | 'conversation' | 'file' | 'invoice' | 'payment';
  readonly id: string;
}

const hiddenBy = new WeakMap<object, Hidden>();

/** Refuses another's object: in every outward respect like one that is not there. Only the journal can learn what it hides. */
export function hiding(hidden: Hidden): DomainError {
  const refusal = new DomainError('NOT_FOUND');
  hiddenBy.set(refusal, hidden);
  return refusal;
}

/** What a refusal hides, for the journal; undefined when it hides nothing. */
export const hiddenIn = (refusal: object): Hidden | undefined => hiddenBy.get(refusal);

/** Refuses fields of the input. */
export const refuseFields = (fields: readonly FieldError[]): DomainError =>
  new DomainError('INPUT_INVALID', { fields });

/** Refuses one field of the input. */
export const refuseField = (field: FieldError): DomainError => refuseFields([field]);

/** Refuses one field of the input, by rules without numbers. */
export const fieldError = (path: string, ...rules: string[]): DomainError => refuseField({ path, rules });
