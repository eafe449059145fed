import type { DocumentRunOutcome, DocumentRunStatus } from '../../entities/archive/document-run.entity.ts';
import type { Labels } from './label.ts';

/** Actions on many documents. */

const documentRunStatus: Labels<DocumentRunStatus> = {
  RUNNING: ['En cours', 'Under way'],
  DONE: ['Terminée', 'Done'],
  CANCELLED: ['Annulée', 'Cancelled'],
};

const documentRunOutcome: Labels<DocumentRunOutcome> = {
  WAITING: ['En attente', 'Waiting'],
  DONE: ['Fait', 'Done'],
  REFUSED: ['Refusé', 'Refused'],
};

const documentRunVerb: Labels<'cancel'> = { cancel: ['Annuler', 'Cancel'] };

export const documentRunLabels = {
  DocumentRunStatus: documentRunStatus,
  DocumentRunOutcome: documentRunOutcome,
  DocumentRunVerb: documentRunVerb,
};
