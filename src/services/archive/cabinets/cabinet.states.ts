import type { CabinetStatus } from '../../../entities/archive/cabinet.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type CabinetVerb = 'archive' | 'reopen' | 'delete' | 'keep' | 'destroy';

/** Archived, a cabinet is only read. Deleted, it waits 30 days for somebody to keep it; then its contents are destroyed. */
export const cabinetStates: StateTable<CabinetStatus, CabinetVerb> = {
  ACTIVE: { archive: 'ARCHIVED', delete: 'DELETING' },
  ARCHIVED: { reopen: 'ACTIVE', delete: 'DELETING' },
  DELETING: { keep: 'ACTIVE', destroy: 'DESTROYED' },
  DESTROYED: {},
};
