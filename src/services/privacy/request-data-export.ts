import { DataExport, type ExportFormat } from '../../entities/privacy/data-export.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { personOf } from '../access/actor.ts';
import { subscriberOf } from '../kernel/network.ts';
import type { Operation, UseCase } from '../platform/scope.ts';
import { exportRowOf, type DataExportRow } from './queries/list-my-data-exports.ts';
import { buildDataExportJob } from './tasks/jobs.ts';

/** Asks for a copy of everything the house knows about the one who asks; it is made later, and a link to it mailed. */
export const requestDataExport: Operation<'run' | 'actor' | 'limits', { readonly format: ExportFormat }, DataExportRow> = async ({ run, actor, limits }, input) => {
  await limits.take('export/person', personOf(actor));
  await limits.take('export/address', subscriberOf(actor.address));
  return run(noteRequest, input);
};

const noteRequest: UseCase<'em' | 'actor' | 'enqueue' | 'record', { readonly format: ExportFormat }, DataExportRow> = async ({ em, actor, enqueue, record }, { format }) => {
  const user = await em.findOneOrFail(User, { id: personOf(actor) });
  const asked = em.create(DataExport, { user, format, locale: user.locale });
  enqueue(buildDataExportJob, { exportId: asked.id }, { dedupeKey: `${buildDataExportJob.kind}:${asked.id}` });
  record({ action: 'DATA_EXPORT_REQUESTED', targetType: 'user', targetId: user.id, severity: 'MEDIUM', payload: { exportId: asked.id, format } });
  return exportRowOf(asked, null);
};
