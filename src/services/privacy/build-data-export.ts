import type { Loaded } from '@mikro-orm/core';
import { DataExport, type ExportFormat } from '../../entities/privacy/data-export.entity.ts';
import type { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { openStored, storeBytes } from '../files/index.ts';
import { fingerprint } from '../kernel/ids.ts';
import { statesAllowing, transition } from '../kernel/states.ts';
import { queueMail, type Addressee } from '../notifications/index.ts';
import type { DataSubject, PersonalRows } from '../platform/personal-data.ts';
import type { Operation, TransactionContext, AppContext, UseCase } from '../platform/context.ts';
import { dataExportReady } from './emails/data-export-ready.ts';
import { addressSubject } from './address-subject.ts';
import { filesOf } from './person-files.ts';
import { exportSecret } from './export-link.ts';
import { pack, type Contents } from './export/pack.ts';
import { presentable } from './export/presentable.ts';
import { recordCompleted } from './submit-privacy-request.ts';
import type { buildDataExportTask } from './tasks/definitions.ts';
import type { PayloadOf } from '../platform/task.ts';
import { dataExportStates } from './data-export.states.ts';

const lifeMs = 24 * 3_600_000;

type Needed = 'run' | 'db' | 'vault' | 'zip' | 'personalData' | 'derived' | 'now';
type ExportContext = Pick<AppContext, Needed>;

/** The job: collects the data of every domain, packs and seals them, and mails the link. Done once, however often it runs. */
export const buildDataExport: Operation<Needed, PayloadOf<typeof buildDataExportTask>, void> = async (
  ctx,
  { exportId },
) => {
  const asked = await ctx.run(begin, { exportId });
  if (asked === null) return;
  const contents = await collected(ctx, { exportId, subject: asked.subject });
  const secretHash = fingerprint(exportSecret(ctx.derived, exportId));
  await storeBytes(ctx, {
    ...pack(asked.format, contents, ctx.zip),
    attach: (tx: TransactionContext, file) => finish(tx, { exportId, file, secretHash }),
  });
};

interface Begun {
  readonly format: ExportFormat;
  readonly subject: DataSubject;
}

const begin: UseCase<'em', { readonly exportId: string }, Begun | null> = async ({ em }, { exportId }) => {
  const asked = await em.findOne(
    DataExport,
    { id: exportId, status: { $in: statesAllowing(dataExportStates, 'build') } },
    { populate: ['user'] },
  );
  if (asked === null) return null;
  transition(dataExportStates, asked, 'build');
  asked.progress = 0;
  return { format: asked.format, subject: subjectOf(asked) };
};

/** Of somebody without an account the copy knows where it goes. */
const subjectOf = ({ locale, email: address, user }: Loaded<DataExport, 'user'>): DataSubject => {
  if (user === null) return addressSubject({ email: address ?? '', locale });
  const { id, role, email } = user;
  return { userId: id, role, email, locale: user.locale };
};

/** Domain after domain; sealing is the last tenth. */
async function collected(
  ctx: ExportContext,
  { exportId, subject }: { exportId: string; subject: DataSubject },
): Promise<Contents> {
  const rows: PersonalRows[] = [];
  for (const [i, domain] of ctx.personalData.entries()) {
    rows.push(...(await domain.collect(ctx.db, subject)));
    await ctx.run(noteProgress, { exportId, progress: Math.round((90 * (i + 1)) / ctx.personalData.length) });
  }
  const ids = await fileIdsOf(ctx, subject);
  const files = await Promise.all(
    ids.map(async (id) => {
      const file = await openStored(ctx, id);
      return file?.isVerified !== true ? [] : [{ ...file, id }];
    }),
  );
  return { madeAt: ctx.now, tables: byTable(rows).map(presentable), files: files.flat() };
}

/** Rows of one table may be named by several domains: texts to the account, and texts about bookings without one. */
const byTable = (parts: readonly PersonalRows[]): PersonalRows[] =>
  [...Map.groupBy(parts, ({ table }) => table)].map(([table, some]) => ({
    table,
    rows: some.flatMap(({ rows }) => rows),
  }));

const noteProgress: UseCase<'em', { readonly exportId: string; readonly progress: number }, void> = async (
  { em },
  { exportId, progress },
) => void (await em.nativeUpdate(DataExport, { id: exportId }, { progress }));

/** Their files and documents, as the domains name them; never an earlier copy, never a file that is somebody else's. */
async function fileIdsOf({ db, personalData }: ExportContext, subject: DataSubject): Promise<string[]> {
  const theirs = await filesOf(
    db,
    subject,
    personalData.filter(({ domain }) => domain !== 'privacy'),
  );
  const documents: string[] = [];
  for (const { documents: of } of personalData) if (of !== undefined) documents.push(...(await of(db, subject)));
  return [...theirs, ...documents].sort();
}

interface Finished {
  readonly exportId: string;
  readonly file: StoredFile;
  readonly secretHash: string;
}

async function finish(tx: TransactionContext, { exportId, file, secretHash }: Finished): Promise<void> {
  const asked = await tx.em.findOneOrFail(DataExport, { id: exportId }, { populate: ['user'] });
  const expiresAt = new Date(tx.now.getTime() + lifeMs);
  transition(dataExportStates, asked, 'finish');
  Object.assign(asked, { progress: 100, tokenHash: secretHash, readyAt: tx.now, expiresAt, file });
  const { user } = asked;
  tx.record({
    action: 'USER_DATA_EXPORTED',
    targetId: user?.id ?? null,
    payload: { exportId, format: asked.format },
  });
  recordCompleted(tx, { userId: user?.id ?? null, kind: 'ACCESS' });
  await queueMail(tx, {
    template: dataExportReady,
    recipient: recipientOf(asked),
    locale: asked.locale,
    dedupeKey: `data-export-ready:${exportId}`,
    data: { firstName: user?.firstName ?? '', exportId },
  });
}

const recipientOf = ({ user, email }: Loaded<DataExport, 'user'>): Addressee =>
  user === null
    ? { email: email ?? '', name: '' }
    : { userId: user.id, email: user.email, name: `${user.firstName} ${user.lastName}` };
