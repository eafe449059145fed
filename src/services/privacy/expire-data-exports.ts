import { DataExport } from '../../entities/privacy/data-export.entity.ts';
import { unheld } from '../platform/legal-holds.ts';
import { writing } from '../platform/orm/values.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { discard } from './fetch-data-export.ts';
import type { expireDataExportsTask } from './tasks/definitions.ts';
import type { PayloadOf } from '../platform/task.ts';
import { finalStates, statesAllowing } from '../kernel/states.ts';
import { dataExportStates } from './data-export.states.ts';

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;
const batch = 100;

/** The job: ends copies that were not fetched in time or could not be made, and destroys the files of those that ended. */
export const expireDataExports: Operation<'run', PayloadOf<typeof expireDataExportsTask>, void> = async ({ run }) => {
  await run(end, undefined);
  while ((await run(clear, undefined)) === batch);
};

const end: UseCase<'em' | 'now', void, void> = async ({ em, now }) => {
  await em.nativeUpdate(
    DataExport,
    { status: { $in: statesAllowing(dataExportStates, 'expire') }, expiresAt: { $lte: now } },
    { status: 'EXPIRED', email: null },
  );
  await em.nativeUpdate(
    DataExport,
    { status: { $in: statesAllowing(dataExportStates, 'fail') }, createdAt: { $lt: new Date(now.getTime() - dayMs) } },
    { status: 'FAILED', email: null },
  );
};

/** A fetching that broke off is forgiven for an hour; what a legal hold keeps waits for its release, out of reach. */
const clear: UseCase<'em' | 'now' | 'record' | 'enqueue', void, number> = async (tx) => {
  const { em, now } = tx;
  const rows = await writing(em)
    .db.selectFrom('data_export as copy')
    .innerJoin('stored_file as f', 'f.id', 'copy.file_id')
    .select('copy.id')
    .where(unheld('stored_file', 'f'))
    .where('copy.status', 'in', finalStates(dataExportStates))
    .where((eb) => eb.or([eb('copy.used_at', 'is', null), eb('copy.used_at', '<', new Date(now.getTime() - hourMs))]))
    .limit(batch)
    .execute();
  for (const found of await em.find(DataExport, { id: { $in: rows.map(({ id }) => id) } })) await discard(tx, found);
  return rows.length;
};
