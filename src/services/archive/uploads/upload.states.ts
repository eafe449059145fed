import type { UploadStatus } from '../../../entities/archive/upload-session.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

/** What can be done to an upload. People append and cancel; the others are the application's own. */
export const uploadVerbs = ['append', 'finish', 'cancel', 'expire', 'complete', 'refuse'] as const;
export type UploadVerb = (typeof uploadVerbs)[number];

/** The life of an upload: bytes arrive until all are there; then they are judged, and become a version or are refused. */
export const uploadStates: StateTable<UploadStatus, UploadVerb> = {
  RECEIVING: { append: 'RECEIVING', finish: 'FINISHING', cancel: 'CANCELLED', expire: 'EXPIRED' },
  FINISHING: { complete: 'DONE', refuse: 'REFUSED' },
  DONE: {},
  REFUSED: {},
  CANCELLED: {},
  EXPIRED: {},
};
