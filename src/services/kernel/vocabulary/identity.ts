import {
  final,
  retryable,
  action,
  everyone,
  readers,
  type Errors,
  type AuditActions,
  type Permissions,
  type Labels,
} from './define.ts';

/** What identity adds to the closed lists: error codes, audit actions, permissions. */

export const identityErrors = {
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
  SSO_UNAVAILABLE: retryable(
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
    'Il faut au moins une personne active dans l’administration.',
    'At least one active admin must remain.',
  ),
} as const satisfies Errors;

export const identityAuditActions = {
  LOGIN_SUCCESS: action('auth', 'LOW', ['a ouvert une session', 'signed in']),
  LOGIN_FAILED: action('auth', 'MEDIUM', ['a échoué à se connecter au compte', 'failed to sign in to the account']),
  LOGOUT: action('auth', 'LOW', ['a fermé sa session', 'signed out']),
  PASSWORD_CHANGE: action('auth', 'MEDIUM', ['a changé son mot de passe', 'changed their password']),
  PASSWORD_RESET_REQUEST: action('auth', 'LOW', [
    'a demandé un nouveau mot de passe pour le compte',
    'asked for a new password of the account',
  ]),
  PASSWORD_RESET_SUCCESS: action('auth', 'MEDIUM', [
    'a choisi un nouveau mot de passe pour le compte',
    'chose a new password for the account',
  ]),
  PASSWORD_RESET_FAILED: action('auth', 'MEDIUM', [
    'a présenté un lien de mot de passe qui n’est pas valable',
    'showed a password link that is not valid',
  ]),
  ACCOUNT_LOCKED: action('auth', 'HIGH', ['a fait verrouiller le compte', 'caused the lock of the account']),
  SESSION_REVOKED: action('auth', 'LOW', ['a mis fin à des sessions du compte', 'ended sessions of the account']),
  TWO_FACTOR_BEGUN: action('auth', 'LOW', [
    'a commencé d’ajouter un second facteur au compte',
    'began a second factor of the account',
  ]),
  TWO_FACTOR_ENABLED: action('auth', 'MEDIUM', [
    'a activé un second facteur du compte',
    'enabled a second factor of the account',
  ]),
  TWO_FACTOR_DISABLED: action('auth', 'MEDIUM', [
    'a retiré un second facteur du compte',
    'disabled a second factor of the account',
  ]),
  TWO_FACTOR_SUCCESS: action('auth', 'LOW', [
    'a prouvé le second facteur du compte',
    'proved the second factor of the account',
  ]),
  TWO_FACTOR_FAILED: action('auth', 'MEDIUM', [
    'a échoué au second facteur du compte',
    'failed the second factor of the account',
  ]),
  RECOVERY_CODES_MADE: action('auth', 'MEDIUM', [
    'a renouvelé les codes de secours du compte',
    'renewed the recovery codes of the account',
  ]),
  RECOVERY_CODE_USED: action('auth', 'MEDIUM', [
    'a utilisé un code de secours du compte',
    'used a recovery code of the account',
  ]),
  DEVICE_TRUSTED: action('auth', 'MEDIUM', [
    'a déclaré de confiance un appareil du compte',
    'trusted a device of the account',
  ]),
  DEVICE_DISTRUSTED: action('auth', 'LOW', [
    'a retiré sa confiance à un appareil du compte',
    'distrusted a device of the account',
  ]),
  IDENTITY_LINKED: action('user', 'MEDIUM', [
    'a rattaché une identité au compte',
    'attached an identity to the account',
  ]),
  IDENTITY_PROVEN: action('auth', 'LOW', [
    'a confirmé auprès de son fournisseur d’identité être titulaire du compte',
    'proved with their identity provider that the account is theirs',
  ]),
  IDENTITY_PROOF_FAILED: action('auth', 'MEDIUM', [
    'a présenté une autre identité que celles du compte',
    'showed an identity that is not one of the account',
  ]),
  IDENTITY_UNLINKED: action('user', 'MEDIUM', [
    'a détaché une identité du compte',
    'detached an identity from the account',
  ]),
  PASSKEY_ADDED: action('user', 'MEDIUM', ['a ajouté une clé d’accès au compte', 'added a passkey to the account']),
  PASSKEY_REMOVED: action('user', 'MEDIUM', [
    'a retiré une clé d’accès du compte',
    'removed a passkey from the account',
  ]),
  PASSKEY_COUNTER_REGRESSED: action('user', 'HIGH', [
    'a présenté la copie d’une clé d’accès du compte',
    'showed a copy of a passkey of the account',
  ]),
  USER_CREATED: action('user', 'LOW', ['a créé le compte', 'created the account']),
  USER_ACTIVATED: action('user', 'LOW', ['a activé le compte', 'activated the account']),
  REGISTRATION_REQUESTED: action('system', 'LOW', ['a demandé l’ouverture d’un compte', 'asked for an account']),
  REGISTRATION_ANSWERED: action('system', 'LOW', [
    'a répondu par e-mail à une demande de compte',
    'answered a request for an account by mail',
  ]),
  REGISTRATION_REPEATED: action('user', 'LOW', [
    'a redemandé l’ouverture du compte',
    'asked again to open the account',
  ]),
  USER_UPDATED: action('user', 'LOW', ['a modifié le compte', 'changed the account']),
  USER_DELETED: action('user', 'HIGH', ['a supprimé le compte', 'deleted the account']),
  USER_ROLE_CHANGED: action('user', 'HIGH', ['a changé le rôle du compte', 'changed the role of the account']),
  USER_STATUS_CHANGED: action('user', 'HIGH', ['a changé l’état du compte', 'changed the status of the account']),
  PERMISSION_GRANTED: action('user', 'HIGH', ['a accordé des droits au compte', 'granted rights to the account']),
  PERMISSION_REVOKED: action('user', 'HIGH', ['a retiré des droits au compte', 'took rights from the account']),
  EMAIL_CHANGE_REQUEST: action('user', 'MEDIUM', [
    'a demandé une autre adresse pour le compte',
    'asked for another address of the account',
  ]),
  EMAIL_CHANGED: action('user', 'MEDIUM', ['a changé l’adresse du compte', 'changed the address of the account']),
  EMAIL_CHANGE_UNDONE: action('user', 'HIGH', [
    'a rétabli l’ancienne adresse du compte',
    'took back the change of address of the account',
  ]),
  SERVICE_ACCOUNT_CREATED: action('service-account', 'HIGH', [
    'a créé le compte de service',
    'created the service account',
  ]),
  SERVICE_ACCOUNT_RETIRED: action('service-account', 'HIGH', [
    'a fermé le compte de service',
    'retired the service account',
  ]),
  API_TOKEN_CREATED: action('api-token', 'HIGH', ['a créé le jeton d’API', 'made the API token']),
  API_TOKEN_REVOKED: action('api-token', 'HIGH', ['a révoqué le jeton d’API', 'revoked the API token']),
  CONSENT_GIVEN: action('user', 'LOW', ['a donné son consentement pour le compte', 'gave consent for the account']),
  CONSENT_WITHDRAWN: action('user', 'LOW', [
    'a retiré son consentement pour le compte',
    'withdrew consent for the account',
  ]),
} as const satisfies AuditActions;

export const identityPermissions = {
  'account:read': everyone,
  'account:logout': everyone,
  'identity:link': everyone,
  'identity:unlink': everyone,
  'passkey:register': everyone,
  'passkey:rename': everyone,
  'passkey:remove': everyone,
  'user:read': readers,
  'user:create': ['ADMIN'],
  'user:update': ['ADMIN'],
  'user:set-role': ['ADMIN'],
  'user:grant': ['ADMIN'],
  'user:suspend': ['ADMIN'],
  'user:restore': ['ADMIN'],
  'user:delete': ['ADMIN'],
  'service-account:read': ['ADMIN', 'AUDITOR'],
  'service-account:manage': ['ADMIN'],
  'account:update': everyone,
  'account:secure': everyone,
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const identityRetention = {
  SESSIONS: ['Sessions terminées', 'Ended sessions'],
  TOKENS: ['Jetons périmés', 'Expired tokens'],
  PENDING_REGISTRATIONS: ['Inscriptions non confirmées', 'Unconfirmed registrations'],
  LOGIN_THROTTLES: ['Tentatives de connexion', 'Attempts to sign in'],
  PROVIDER_TRIPS: ['Connexions par un fournisseur', 'Sign-ins by a provider'],
  PASSKEY_CHALLENGES: ['Défis de clés d’accès', 'Passkey challenges'],
  FACTOR_CHALLENGES: ['Défis de second facteur', 'Second-factor challenges'],
  TRUSTED_DEVICES: ['Appareils de confiance périmés', 'Expired trusted devices'],
  UNCONFIRMED_FACTORS: ['Seconds facteurs non confirmés', 'Unconfirmed second factors'],
  CONSENTS: ['Consentements de comptes effacés', 'Consents of erased accounts'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const identityRecords = {
  TOKENS: ['Jetons', 'Tokens'],
  SESSIONS: ['Sessions', 'Sessions'],
  CONSENTS: ['Consentements', 'Consents'],
  ACCOUNT: ['Compte', 'Account'],
} as const satisfies Labels;
