import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  activityReaders,
  archiveDashboard,
  cabinetActivity,
  cabinetDashboard,
  emptyTrash,
  restrictFolder,
  userActivity,
} from '../../../src/services/archive/index.ts';
import { localDateOf } from '../../../src/services/kernel/format.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';
import { storedSizeOf } from '../../../src/services/vault/format/geometry.ts';
import { DAY } from '../../support/clock.ts';
import { idOf } from './archive-world.ts';
import { createRetentionWorld, type RetentionWorld } from './retention/retention-world.ts';

let world: RetentionWorld;
beforeAll(async () => {
  world = await createRetentionWorld();
});
afterAll(() => world.close());

const zone = 'Europe/Paris';
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Cabinets whose documents were added over fourteen months, some of them in the trash, some destroyed, some in a hidden folder. */
async function filledCabinet() {
  const [owner, member, hidden] = [await world.person(), await world.person(), await world.person()];
  const cabinetId = await world.cabinet(owner, [
    [member, 'CONTRIBUTOR'],
    [hidden, 'READER'],
  ]);
  const folderId = await world.folder(owner, cabinetId);
  await world.run(restrictFolder, { folderId, userId: idOf(hidden), most: 'NONE' }, owner);
  const added: { id: string; folderId: string | null }[] = [];
  for (let i = 0; i < 14; i += 1) {
    const place = i % 3 === 0 ? folderId : null;
    const { document } = await world.upload(i % 2 === 0 ? owner : member, {
      ...{ cabinetId, folderId: place, text: 'x'.repeat(i === 5 ? 65_536 : i === 6 ? 65_537 : i + 1) },
    });
    if (i % 4 === 0) await world.file(document.id, { type: 'Autre' });
    added.push({ id: document.id, folderId: place });
    world.clock.advance(31 * DAY);
  }
  const ids = added.map(({ id }) => id);
  await world.trash(...ids.slice(0, 2));
  await emptyTrash(world.ctx(owner), { cabinetId });
  await world.trash(...ids.slice(2, 4));
  return { owner, member, hidden, cabinetId, folderId };
}

test('the figures of the archive and of a cabinet are those of a count by hand', async () => {
  const { owner, hidden, cabinetId, folderId } = await filledCabinet();
  const admin = await world.person('ADMIN');
  const documents = await world.db.selectFrom('document').selectAll().where('status', '!=', 'PURGED').execute();
  const versions = await world.db.selectFrom('document_version').selectAll().where('deleted_at', 'is', null).execute();
  const figures = (of: typeof documents) => {
    const ids = new Set(of.map(({ id }) => id));
    const own = versions.filter(({ document_id }) => ids.has(document_id));
    const month = (at: unknown): string => localDateOf(instantFrom(at), zone).slice(0, 7);
    return {
      documents: of.length,
      versions: own.length,
      storedBytes: sum(own.map(({ size_bytes }) => Number(size_bytes))),
      trashedDocuments: of.filter(({ status }) => status === 'TRASHED').length,
      growthOf: (bucket: string): number =>
        sum(own.filter((one) => month(one.created_at) === bucket).map(({ size_bytes }) => Number(size_bytes))),
    };
  };
  const whole = await archiveDashboard(world.ctx(admin), undefined);
  const { growthOf, ...expected } = figures(documents);
  expect(whole).toMatchObject({ ...expected, cabinets: 1, users: 3, certificates: 2 });
  const sealed = versions.map(({ size_bytes: size }) => storedSizeOf(Number(size), Math.ceil(Number(size) / 65_536)));
  expect(whole.sealedBytes).toBe(sum(sealed));
  expect(whole.growth).toHaveLength(12);
  expect(whole.growth).toEqual(whole.growth.map(({ bucket }) => ({ bucket, value: growthOf(bucket) })));
  expect(sum(whole.growth.map(({ value }) => value))).toBeGreaterThan(0);
  expect(whole.byMimeType).toEqual([{ bucket: 'text/plain', value: documents.length }]);
  await expect(archiveDashboard(world.ctx(owner), undefined)).rejects.toMatchObject({ code: 'FORBIDDEN' });

  for (const [actor, of] of [
    [owner, documents],
    [hidden, documents.filter(({ folder_id }) => folder_id !== folderId)],
  ] as const) {
    const seen = await cabinetDashboard(world.ctx(actor), { cabinetId });
    const { growthOf: growth, ...counted } = figures(of);
    expect(seen).toMatchObject({ ...counted, members: 3 });
    expect(seen.growth).toEqual(seen.growth.map(({ bucket }) => ({ bucket, value: growth(bucket) })));
    const typed = of.filter(({ type_id }) => type_id !== null).length;
    expect(Object.fromEntries(seen.byType.map(({ bucket, value }) => [bucket, value]))).toEqual({
      '': of.length - typed,
      Autre: typed,
    });
  }
  await expect(cabinetDashboard(world.ctx(admin), { cabinetId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what was done in a cabinet is shown as far as each may read; what a person did, to them and to admins', async () => {
  world.clock.set('2028-03-20T09:00:00Z');
  const { owner, member, hidden, cabinetId, folderId } = await filledCabinet();
  const admin = await world.person('ADMIN');
  const entries = await world.db.selectFrom('audit_entry').selectAll().where('outcome', '=', 'SUCCESS').execute();
  const documents = await world.db.selectFrom('document').selectAll().where('cabinet_id', '=', cabinetId).execute();
  const about = (ids: readonly string[]): number[] =>
    entries
      .filter(({ target_id }) => target_id !== null && ids.includes(target_id))
      .map(({ seq }) => Number(seq))
      .toSorted((a, b) => b - a);
  const seen = async (actor: typeof owner): Promise<number[]> =>
    (await cabinetActivity(world.ctx(actor), { cabinetId, first: 100 })).nodes.map(({ seq }) => seq);
  const living = documents.filter(({ status }) => status !== 'PURGED');
  const outside = living.filter(({ folder_id }) => folder_id !== folderId);
  const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
  expect(await seen(owner)).toEqual(about([cabinetId, folderId, ...idsOf(documents)]));
  expect(await seen(member)).toEqual(about([cabinetId, folderId, ...idsOf(living)]));
  expect(await seen(hidden)).toEqual(about([cabinetId, ...idsOf(outside)]));
  for (const stranger of [admin, await world.person()])
    await expect(seen(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });

  // Each event asks again who may know of it.
  const readers = (documentId: string | null) =>
    activityReaders(world.ctx(), { cabinetId, documentId, people: [owner, member, hidden, admin] });
  const [inFolder, atTop, gone] = [
    living.find(({ folder_id }) => folder_id === folderId)?.id ?? '',
    outside[0]?.id ?? '',
    documents.find(({ status }) => status === 'PURGED')?.id ?? '',
  ];
  const some = (...actors: (typeof owner)[]): Set<string> => new Set(actors.map(idOf));
  expect(await readers(null)).toEqual(some(owner, member, hidden));
  expect(await readers(atTop)).toEqual(some(owner, member, hidden));
  expect(await readers(inFolder)).toEqual(some(owner, member));
  expect(await readers(gone)).toEqual(some(owner));
  await world.finishJobs();
  expect(world.live.filter(({ stream }) => stream === `cabinetActivity:${cabinetId}`).length).toBeGreaterThan(14);

  const period = { from: '2028-05-01', to: '2028-07-31' };
  const own = entries.filter(({ actor_id, at }) => {
    const day = localDateOf(instantFrom(at), zone);
    return actor_id === member.userId && day >= period.from && day <= period.to;
  });
  for (const actor of [member, admin]) {
    const activity = await userActivity(world.ctx(actor), { userId: idOf(member), ...period });
    expect(activity.total).toBe(own.length);
    expect(activity.byDay).toHaveLength(92);
    expect(sum(activity.byDay.map(({ value }) => value))).toBe(own.length);
    expect(activity.byAction).toContainEqual({
      ...{ bucket: 'DOCUMENT_ADDED', value: own.filter(({ action }) => action === 'DOCUMENT_ADDED').length },
    });
  }
  const of = (more: object) => userActivity(world.ctx(owner), { userId: idOf(owner), ...period, ...more });
  await expect(of({ userId: idOf(member) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (const wrong of [{ to: '2028-08-01' }, { to: '2028-04-30' }])
    await expect(of(wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});
