import {
  action,
  everyone,
  final,
  retryable,
  type AuditActions,
  type Errors,
  type Labels,
  type Permissions,
} from './define.ts';

/** What uploads to the archive add to its closed lists. */

export const uploadErrors = {
  UPLOAD_EXPIRED: final(
    'Cet envoi n’est plus possible\u00a0: il a expiré ou a été annulé.',
    'This upload cannot be continued: it has expired or was cancelled.',
  ),
  UPLOAD_OFFSET_WRONG: retryable(
    'L’envoi ne reprend pas au bon endroit.',
    'The upload does not go on from the right place.',
  ),
  UPLOAD_BUSY: retryable('Une autre requête continue cet envoi.', 'Another request continues this upload.'),
  CHECKSUM_MISMATCH: final(
    'Le contenu reçu n’est pas celui qui était annoncé.',
    'The content received is not the one that was declared.',
  ),
} as const satisfies Errors;

export const uploadAuditActions = {
  UPLOAD_BEGUN: action('upload', 'LOW', ['a commencé l’envoi', 'began the upload']),
  UPLOAD_FINISHED: action('upload', 'LOW', ['a terminé l’envoi', 'finished the upload']),
  UPLOAD_REFUSED: action('upload', 'LOW', ['a refusé l’envoi', 'refused the upload']),
  UPLOAD_CANCELLED: action('upload', 'LOW', ['a annulé l’envoi', 'cancelled the upload']),
  UPLOAD_EXPIRED: action('upload', 'LOW', ['a laissé expirer l’envoi', 'let expire the upload']),
} as const satisfies AuditActions;

export const uploadPermissions = {
  'upload:begin': [...everyone, 'SERVICE'],
} as const satisfies Permissions;

export const uploadRetention = {
  UPLOADS: ['Envois terminés ou abandonnés', 'Uploads that have ended'],
} as const satisfies Labels;

export const uploadRecords = {
  UPLOADS: ['Envois vers les armoires', 'Uploads to cabinets'],
} as const satisfies Labels;
