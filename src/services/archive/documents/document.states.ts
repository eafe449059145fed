import type { DocumentStatus } from '../../../entities/archive/document.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type DocumentVerb = 'trash' | 'restore' | 'purge';

/** A document is purged from the trash only; then nothing of its content is left. */
export const documentStates: StateTable<DocumentStatus, DocumentVerb> = {
  ACTIVE: { trash: 'TRASHED' },
  TRASHED: { restore: 'ACTIVE', purge: 'PURGED' },
  PURGED: {},
};
