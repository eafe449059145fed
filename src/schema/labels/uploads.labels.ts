import type { UploadStatus } from '../../entities/archive/upload-session.entity.ts';
import type { ScanStatus } from '../../entities/files/stored-file.entity.ts';
import type { Labels } from './label.ts';

/** Uploads to the archive, and what an antivirus says of files. */

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

const fileScanStatus: Labels<ScanStatus> = {
  PENDING: ['Vérification en cours', 'Being verified'],
  CLEAN: ['Vérifié', 'Verified'],
  INFECTED: ['Infecté', 'Infected'],
  UNVERIFIED: ['Non vérifié', 'Not verified'],
};

export const uploadLabels = {
  UploadStatus: uploadStatus,
  UploadAction: uploadAction,
  FileScanStatus: fileScanStatus,
};
