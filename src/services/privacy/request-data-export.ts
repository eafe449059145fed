import { DataExport, type ExportFormat } from '../../entities/privacy/data-export.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { personOf } from '../access/actor.ts';
import { subscriberOf } from '../kernel/network.ts';
import { isRepeated, keyed, type Keyed } from '../platform/request-keys.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { exportRowOf, type DataExportRow } from './queries/list-my-data-exports.ts';
import { buildDataExportTask } from './tasks/definitions.ts';

export interface RequestDataExport extends Keyed {
  readonly format: ExportFormat;
}

const enterRequest: UseCase<
  'em' | 'actor' | 'enqueue' | 'record',
  Omit<RequestDataExport, 'key'>,
  DataExportRow
> = async ({ em, actor, enqueue, record }, { format }) => {
  const user = await em.findOneOrFail(User, { id: personOf(actor) });
  const asked = em.create(DataExport, { user, format, locale: user.locale });
  enqueue(buildDataExportTask, { exportId: asked.id }, { dedupeKey: `${buildDataExportTask.kind}:${asked.id}` });
  record({
    action: 'DATA_EXPORT_REQUESTED',
    targetType: 'user',
    targetId: user.id,
    severity: 'MEDIUM',
    payload: { exportId: asked.id, format },
  });
  return exportRowOf(asked, null);
};

const enterOnce = keyed('requestDataExport', enterRequest, async ({ em }, id): Promise<DataExportRow> =>
  exportRowOf(await em.findOneOrFail(DataExport, { id }), null),
);

/** Asks for a copy of everything the application knows about the current user; it is made later, and a link to it mailed. */
export const requestDataExport: Operation<'run' | 'db' | 'actor' | 'limits', RequestDataExport, DataExportRow> = async (
  ctx,
  input,
) => {
  const { key, ...content } = input;
  // A repetition makes nothing: it is not counted.
  if (!(await isRepeated(ctx, { operation: 'requestDataExport', key, content }))) {
    await ctx.limits.take('export/person', personOf(ctx.actor));
    await ctx.limits.take('export/address', subscriberOf(ctx.actor.address));
  }
  return ctx.run(enterOnce, input);
};
