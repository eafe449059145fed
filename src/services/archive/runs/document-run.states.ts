import type { DocumentRunStatus } from '../../../entities/archive/document-run.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

/** What can be done to a run. People cancel it; the application finishes it. */
export const documentRunVerbs = ['finish', 'cancel'] as const;
export type DocumentRunVerb = (typeof documentRunVerbs)[number];

/** The life of a run: it ends once something became of each document, or between two of them. */
export const documentRunStates: StateTable<DocumentRunStatus, DocumentRunVerb> = {
  RUNNING: { finish: 'DONE', cancel: 'CANCELLED' },
  DONE: {},
  CANCELLED: {},
};
