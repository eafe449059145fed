import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CabinetRole } from '../../../src/entities/archive/cabinet-member.entity.ts';
import { Folder, type RestrictionLevel } from '../../../src/entities/archive/folder.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  acceptCabinetInvitation,
  archiveCabinet,
  declineCabinetInvitation,
  deleteCabinet,
  folderAccess,
  getCabinet,
  getDocument,
  getFolder,
  grantCabinetAccess,
  inviteToCabinet,
  keepCabinet,
  leaveCabinet,
  listCabinets,
  listDocuments,
  listFolders,
  listInvitations,
  listMembers,
  moveFolder,
  openCabinetAsAdmin,
  renameCabinet,
  restrictFolder,
  revokeCabinetAccess,
  transferCabinet,
  trashDocument,
} from '../../../src/services/archive/index.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { userActivated } from '../../../src/services/identity/index.ts';
import { Cabinet } from '../../../src/entities/archive/cabinet.entity.ts';
import { CabinetMember } from '../../../src/entities/archive/cabinet-member.entity.ts';
import { makeCabinet, makeDocument } from '../../support/make/cabinet.ts';
import { makePerson } from '../../support/make/person.ts';
import { HOUR } from '../../support/clock.ts';
import { createArchiveWorld, idOf, type ArchiveWorld } from './archive-world.ts';

let world: ArchiveWorld;
let [owner, reader, contributor, stranger, admin]: Actor[] = [];
beforeAll(async () => {
  world = await createArchiveWorld();
  owner = await world.person();
  reader = await world.person('CUSTOMER');
  contributor = await world.person();
  stranger = await world.person('PROOFREADER');
  admin = await world.person('ADMIN');
});
afterAll(() => world.close());

const who = () => ({ owner, reader, contributor, stranger, admin }) as Record<string, Actor>;
const asActor = (actor: Actor | undefined): Actor => actor as Actor;
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'OK',
    (error: { code?: string }) => error.code ?? String(error),
  );

const shared = () =>
  world.cabinet(asActor(owner), [
    [asActor(reader), 'READER'],
    [asActor(contributor), 'CONTRIBUTOR'],
  ]);

test('what each place may do: the table of the cabinet, and a stranger learns nothing', async () => {
  const cabinetId = await shared();
  const folderId = await world.folder(asActor(owner), cabinetId);
  const { document } = await world.upload(asActor(owner), { cabinetId, folderId });
  const tried: Record<string, (actor: Actor) => Promise<unknown>> = {
    cabinet: (actor) => getCabinet(world.readContext(actor), cabinetId),
    read: (actor) => getDocument(world.readContext(actor), document.id),
    add: (actor) => world.upload(actor, { cabinetId, folderId }),
    rename: (actor) => world.run(renameCabinet, { id: cabinetId, name: `Nom ${idOf(actor)}` }, actor),
    trash: (actor) => world.run(trashDocument, { id: document.id }, actor),
    enter: (actor) => world.run(openCabinetAsAdmin, { id: cabinetId, reason: 'court' }, actor),
  };
  const seen: Record<string, string[]> = {};
  for (const [name, actor] of Object.entries(who()))
    if (name !== 'owner') {
      seen[name] = [];
      for (const attempt of Object.values(tried)) seen[name]?.push(await refusal(attempt(actor)));
    }
  expect(seen).toEqual({
    reader: ['OK', 'OK', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'INPUT_INVALID'],
    contributor: ['OK', 'OK', 'OK', 'FORBIDDEN', 'FORBIDDEN', 'INPUT_INVALID'],
    stranger: ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'INPUT_INVALID'],
    admin: ['OK', 'NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'INPUT_INVALID'],
  });
});

test('an admin enters for an hour, with a reason and a fresh proof; then the cabinet is closed again', async () => {
  const cabinetId = await shared();
  const { document } = await world.upload(asActor(owner), { cabinetId });
  const entry = { id: cabinetId, reason: 'Demande écrite du gestionnaire' };
  const stale = { ...asActor(admin), provenAt: null };
  expect(await refusal(world.run(openCabinetAsAdmin, entry, stale))).toBe('STEP_UP_REQUIRED');
  const fresh = { ...asActor(admin), provenAt: world.clock.now() };
  await world.run(openCabinetAsAdmin, entry, fresh);
  expect(world.auditLog.at(-1)).toMatchObject({ action: 'CABINET_ENTERED', targetId: cabinetId });
  expect((await getDocument(world.readContext(fresh), document.id)).title).toBe(document.title);
  await world.worker.runDue();
  const mails = await world.db
    .selectFrom('email_delivery')
    .selectAll()
    .where('template', '=', 'cabinet-entered')
    .execute();
  expect(mails.map(({ recipient_id }) => recipient_id)).toEqual([idOf(asActor(owner))]);
  world.clock.advance(HOUR);
  expect(await refusal(getDocument(world.readContext(fresh), document.id))).toBe('NOT_FOUND');
});

/** The model: the least of the role and of every restriction on the way down; managers are never restricted. */
const ranks = ['NONE', 'READER', 'CONTRIBUTOR', 'MANAGER'];
function modelled(role: CabinetRole, chain: readonly (RestrictionLevel | undefined)[]): string {
  if (role === 'MANAGER') return role;
  return chain.reduce<string>(
    (least, level) => (level !== undefined && ranks.indexOf(level) < ranks.indexOf(least) ? level : least),
    role,
  );
}

interface Node {
  readonly id: string;
  readonly parent: Node | null;
  /** Of each person. */
  readonly levels: (RestrictionLevel | undefined)[];
}

const isFull = process.env['STORM'] === 'full';
const [trees, foldersOfTree, limitMs] = isFull ? [300, 12, 3_600_000] : [4, 10, 60_000];
let seed = 7;
const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;

/** A tree with a document in each folder; a restriction that allows more than one above is refused. */
async function randomTree(manager: Actor, cabinetId: string, people: readonly Actor[]): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let i = 0; i < foldersOfTree; i++) {
    const parent = nodes.length === 0 ? null : (nodes[random(nodes.length + 1)] ?? null);
    const node: Node = { id: await world.folder(manager, cabinetId, parent?.id ?? null), parent, levels: [] };
    for (const [p, person] of people.entries()) {
      const most = (['NONE', 'READER', 'CONTRIBUTOR', undefined, undefined, undefined] as const)[random(6)];
      if (most === undefined) continue;
      const restriction = { folderId: node.id, userId: idOf(person), most };
      if ((await refusal(world.run(restrictFolder, restriction, manager))) === 'OK') node.levels[p] = most;
    }
    nodes.push(node);
  }
  await world.run(async ({ em }) => {
    const cabinet = await em.findOneOrFail(Cabinet, { id: cabinetId });
    for (const { id } of nodes) makeDocument(em, cabinet, { folder: em.getReference(Folder, id), title: `${id}.txt` });
  }, null);
  return nodes;
}

test(
  'random trees of folders and restrictions answer as a model of ten lines',
  async () => {
    const people = [asActor(reader), asActor(contributor)];
    const chain = (node: Node | null, p: number): (RestrictionLevel | undefined)[] =>
      node === null ? [] : [node.levels[p], ...chain(node.parent, p)];
    for (let tree = 0; tree < trees; tree++) {
      const manager = await world.person();
      const cabinetId = await world.cabinet(manager, [
        [asActor(reader), 'READER'],
        [asActor(contributor), 'CONTRIBUTOR'],
      ]);
      const nodes = await randomTree(manager, cabinetId, people);
      for (const [p, person] of people.entries()) {
        const role = (['READER', 'CONTRIBUTOR'] as const)[p] as CabinetRole;
        const visible: string[] = [];
        for (const node of nodes) {
          const expected = modelled(role, chain(node, p));
          const asking = { actor: person, now: world.clock.now() };
          const access = await folderAccess(world.db, asking, { cabinetId, folderId: node.id });
          expect(access.role ?? 'NONE').toBe(expected);
          expect(await refusal(getFolder(world.readContext(person), node.id))).toBe(
            expected === 'NONE' ? 'NOT_FOUND' : 'OK',
          );
          if (expected !== 'NONE') visible.push(`${node.id}.txt`);
        }
        const page = await listDocuments(world.readContext(person), { cabinetId, first: 100 });
        expect(page.nodes.map(({ title }) => title).sort()).toEqual(visible.sort());
        const folders = await listFolders(world.readContext(person), { cabinetId, parentId: null, first: 100 });
        const tops = nodes.filter((node) => node.parent === null && modelled(role, chain(node, p)) !== 'NONE');
        expect(folders.nodes.map(({ id }) => id).sort()).toEqual(tops.map(({ id }) => id).sort());
      }
    }
  },
  limitMs,
);

test('two managers who push each other out at one instant leave one of them', async () => {
  for (let i = 0; i < 5; i++) {
    const [one, other] = [await world.person(), await world.person()];
    const cabinetId = await world.cabinet(one, [[other, 'MANAGER']]);
    const members = await world.db
      .selectFrom('cabinet_member')
      .select(['id', 'user_id'])
      .where('cabinet_id', '=', cabinetId)
      .execute();
    const memberOf = (actor: Actor): string => members.find(({ user_id }) => user_id === idOf(actor))?.id ?? '';
    const outcomes = await Promise.all([
      refusal(world.run(revokeCabinetAccess, { cabinetId, memberId: memberOf(other) }, one)),
      refusal(world.run(revokeCabinetAccess, { cabinetId, memberId: memberOf(one) }, other)),
    ]);
    expect(outcomes.sort()).toEqual(['NOT_FOUND', 'OK']);
    const left = await world.db.selectFrom('cabinet_member').selectAll().where('cabinet_id', '=', cabinetId).execute();
    expect(left).toHaveLength(1);
    const last = left[0]?.user_id === idOf(one) ? one : other;
    expect(await refusal(world.run(leaveCabinet, { cabinetId }, last))).toBe('CABINET_LAST_MANAGER');
    const { id: memberId } = left[0] as { id: string };
    expect(await refusal(world.run(revokeCabinetAccess, { cabinetId, memberId }, last))).toBe('CABINET_LAST_MANAGER');
  }
});

test('moves that would make a cycle at one instant: one of them is refused', async () => {
  const cabinetId = await shared();
  for (let i = 0; i < 5; i++) {
    const [a, b] = [await world.folder(asActor(owner), cabinetId), await world.folder(asActor(owner), cabinetId)];
    const outcomes = await Promise.all([
      refusal(world.run(moveFolder, { id: a, parentId: b }, asActor(owner))),
      refusal(world.run(moveFolder, { id: b, parentId: a }, asActor(contributor))),
    ]);
    expect(outcomes.sort()).toEqual(['FOLDER_CYCLE', 'OK']);
  }
  const own = await world.folder(asActor(owner), cabinetId);
  expect(await refusal(world.run(moveFolder, { id: own, parentId: own }, asActor(owner)))).toBe('FOLDER_CYCLE');
});

test('places that are refused: to oneself, to somebody suspended, in the past, of a program that manages', async () => {
  const cabinetId = await shared();
  const suspended = await world.run(async ({ em }) => makePerson(em, { status: 'SUSPENDED' }), null);
  const grant = (facts: object) =>
    refusal(world.run(grantCabinetAccess, { cabinetId, role: 'READER', ...facts }, asActor(owner)));
  expect(await grant({ userId: idOf(asActor(owner)) })).toBe('INPUT_INVALID');
  expect(await grant({ userId: suspended.id })).toBe('INPUT_INVALID');
  expect(await grant({ userId: idOf(asActor(stranger)), expiresAt: new Date(0) })).toBe('INPUT_INVALID');
  expect(await grant({})).toBe('INPUT_INVALID');
  expect(await grant({ userId: 'nobody' })).toBe('NOT_FOUND');
});

test('a place that waits for an address is its account’s once the address is proven', async () => {
  const cabinetId = await shared();
  const email = 'invitee@example.org';
  await world.run(inviteToCabinet, { cabinetId, email: 'Invitee@Example.org', role: 'READER' }, asActor(owner));
  await world.worker.runDue();
  const mails = await world.db.selectFrom('email_delivery').selectAll().where('to_email', '=', email).execute();
  expect(mails.map(({ template }) => template)).toEqual(['cabinet-invitation']);
  const user = await world.run(async ({ em, emit }) => {
    const made = makePerson(em, { email });
    await em.flush();
    emit(userActivated, { userId: made.id });
    return made;
  }, null);
  await world.worker.runDue();
  const member = await world.run(({ em }) => em.findOne(CabinetMember, { user: user.id }), null);
  expect(member).toMatchObject({ role: 'READER', email: null, expiresAt: null });
});

test('an invitation shows members nothing of its address, whose account accepts or declines it', async () => {
  const cabinetId = await shared();
  const invited = await world.person('CUSTOMER');
  const emailOf = async (actor: Actor) =>
    (await world.run(({ em }) => em.findOneOrFail(User, { id: idOf(actor) }), null)).email;
  const [known, unknown] = [await emailOf(invited), 'personne@example.org'];
  for (const email of [known, unknown])
    await world.run(inviteToCabinet, { cabinetId, email, role: 'CONTRIBUTOR' }, asActor(owner));
  await world.worker.runDue();
  const members = async () => (await listMembers(world.readContext(asActor(owner)), { cabinetId, first: 20 })).nodes;
  const shown = (await members()).filter(({ email }) => email !== null);
  const alike = shown.map((row) => ({ ...row, email: null, id: null, createdAt: null }));
  expect(shown.map(({ email }) => email).sort()).toEqual([known, unknown].sort());
  expect(alike[0]).toEqual(alike[1]);
  const [waiting] = await listInvitations(world.readContext(invited));
  expect(waiting).toMatchObject({ role: 'CONTRIBUTOR' });
  const { id } = waiting as { id: string };
  expect(await refusal(getCabinet(world.readContext(invited), cabinetId))).toBe('NOT_FOUND');
  expect(await refusal(world.run(acceptCabinetInvitation, { id }, asActor(stranger)))).toBe('NOT_FOUND');
  await world.run(acceptCabinetInvitation, { id }, invited);
  expect((await getCabinet(world.readContext(invited), cabinetId)).id).toBe(cabinetId);
  expect(await listInvitations(world.readContext(invited))).toEqual([]);
  // Invited again, the place that they have stays as it is.
  await world.run(inviteToCabinet, { cabinetId, email: known, role: 'MANAGER' }, asActor(owner));
  const [again] = await listInvitations(world.readContext(invited));
  await world.run(acceptCabinetInvitation, { id: again?.id ?? '' }, invited);
  const own = (await members()).filter(({ userId }) => userId === idOf(invited));
  expect(own.map(({ role }) => role)).toEqual(['CONTRIBUTOR']);
  const other = await world.cabinet(asActor(owner));
  await world.run(inviteToCabinet, { cabinetId: other, email: known, role: 'READER' }, asActor(owner));
  const [last] = await listInvitations(world.readContext(invited));
  await world.run(declineCabinetInvitation, { id: last?.id ?? '' }, invited);
  expect(await refusal(getCabinet(world.readContext(invited), other))).toBe('NOT_FOUND');
  const mails = await world.db.selectFrom('email_delivery').selectAll().where('to_email', '=', known).execute();
  expect(mails.map(({ template }) => template)).toEqual(['cabinet-invitation']);
});

test('a cabinet lives, is archived, deleted and kept; meanwhile only its managers see it', async () => {
  const cabinetId = await shared();
  await world.run(archiveCabinet, { id: cabinetId }, asActor(owner));
  expect(await refusal(world.upload(asActor(contributor), { cabinetId }))).toBe('CABINET_ARCHIVED');
  await world.run(deleteCabinet, { id: cabinetId }, asActor(owner));
  expect(await refusal(getCabinet(world.readContext(asActor(reader)), cabinetId))).toBe('NOT_FOUND');
  expect(await refusal(getCabinet(world.readContext(asActor(admin)), cabinetId))).toBe('NOT_FOUND');
  const ids = async (actor: Actor) =>
    (await listCabinets(world.readContext(actor), { first: 100 })).nodes.map(({ id }) => id);
  expect(await ids(asActor(owner))).toContain(cabinetId);
  expect(await ids(asActor(reader))).not.toContain(cabinetId);
  await world.run(keepCabinet, { id: cabinetId }, asActor(owner));
  expect(await refusal(world.upload(asActor(contributor), { cabinetId }))).toBe('OK');
});

test('a cabinet goes to another member, who becomes a manager; its name must be free there', async () => {
  const cabinetId = await shared();
  const full = await world.person();
  await world.run(async ({ em }) => {
    for (let i = 0; i < 200; i++) makeCabinet(em, idOf(full));
  }, null);
  await world.run(grantCabinetAccess, { cabinetId, userId: idOf(full), role: 'READER' }, asActor(owner));
  expect(await refusal(world.run(transferCabinet, { id: cabinetId, toUserId: idOf(full) }, asActor(owner)))).toBe(
    'ARCHIVE_LIMIT',
  );
  await world.run(transferCabinet, { id: cabinetId, toUserId: idOf(asActor(contributor)) }, asActor(owner));
  const row = await world.db.selectFrom('cabinet').selectAll().where('id', '=', cabinetId).executeTakeFirstOrThrow();
  expect(row.owner_id).toBe(idOf(asActor(contributor)));
  expect(await refusal(world.run(leaveCabinet, { cabinetId }, asActor(owner)))).toBe('OK');
  expect(
    await refusal(
      world.run(transferCabinet, { id: cabinetId, toUserId: idOf(asActor(stranger)) }, asActor(contributor)),
    ),
  ).toBe('INPUT_INVALID');
});
