import type { TakenName, UploadStatus } from '../../entities/archive/upload-session.entity.ts';
import type { Labels } from './label.ts';

/** Uploads to the archive. */

const uploadStatus: Labels<UploadStatus> = {
  RECEIVING: ['En cours d’envoi', 'Receiving'],
  FINISHING: ['En vérification', 'Being checked'],
  DONE: ['Terminé', 'Done'],
  REFUSED: ['Refusé', 'Refused'],
  CANCELLED: ['Annulé', 'Cancelled'],
  EXPIRED: ['Expiré', 'Expired'],
};
const uploadAction: Labels<'append' | 'cancel'> = {
  append: ['Continuer l’envoi', 'Continue the upload'],
  cancel: ['Annuler l’envoi', 'Cancel the upload'],
};

const onNameTaken: Labels<TakenName> = {
  REFUSE: ['Refuser', 'Refuse'],
  NEW_VERSION: ['Ajouter une version', 'Add a version'],
  KEEP_BOTH: ['Garder les deux', 'Keep both'],
};

export const uploadLabels = { OnNameTaken: onNameTaken, UploadStatus: uploadStatus, UploadAction: uploadAction };
