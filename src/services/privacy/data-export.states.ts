import type { ExportStatus } from '../../entities/privacy/data-export.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type DataExportVerb = 'build' | 'finish' | 'fail' | 'fetch' | 'expire';

/** The life of a copy of a person's data. A job that was killed builds it again; it is fetched once, within a day. */
export const dataExportStates: StateTable<ExportStatus, DataExportVerb> = {
  PENDING: { build: 'RUNNING', fail: 'FAILED' },
  RUNNING: { build: 'RUNNING', finish: 'READY', fail: 'FAILED' },
  READY: { fetch: 'FETCHED', expire: 'EXPIRED' },
  FETCHED: {},
  EXPIRED: {},
  FAILED: {},
};
