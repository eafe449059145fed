import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeCheckpoint, verifyProofs } from '../../../src/services/audit/index.ts';
import type { Checkpoint } from '../../../src/services/audit/proofs/checkpoint-text.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { system } from '../../../src/services/access/actor.ts';
import type { AuditRecord, Tx } from '../../../src/services/platform/context.ts';
import { person } from '../../support/make/actor.ts';
import { ask, signIn } from '../../support/ask.ts';
import { DAY, testClock } from '../../support/clock.ts';
import { cellsOf, formulas, isComputed } from '../../support/formulas.ts';
import { openTestEnvironment, type TestEnvironment } from '../../support/environment.ts';
import { auditVerdict } from '../../support/audit-log.ts';
import { until } from '../../support/until.ts';

const clock = testClock('2025-06-01T13:22:00.000Z');
let env: TestEnvironment;
let admin: string;
let customer: string;
beforeAll(async () => {
  env = await openTestEnvironment({ clock });
  admin = await signIn(env, 'ADMIN');
  customer = await signIn(env, 'CUSTOMER');
});
afterAll(() => env.close());

const asked = (actor = system) => env.contextFor(actor);
const write = (actor: typeof system, ...records: readonly AuditRecord[]) =>
  asked(actor).run(
    async ({ record }: Tx<'record'>, entries: readonly AuditRecord[]) => entries.forEach((entry) => record(entry)),
    records,
  );
const dataOf = async <T>(document: string, variables: object = {}, token = admin): Promise<T> => {
  const { data, errors } = await ask(env, document, { token, variables });
  expect(errors).toEqual([]);
  return data as T;
};

interface Entry {
  id: string;
  action: string;
  line: string;
  english: string;
  severity: string;
  isForgotten: boolean;
  targetId: string | null;
}
const entriesOf = async (filter: object, page: object = {}) =>
  (
    await dataOf<{ auditEntries: { nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(
      `query ($filter: AuditFilterInput, $first: Int, $after: Cursor) { auditEntries(filter: $filter, first: $first, after: $after) {
    nodes { id action severity targetId isForgotten line(locale: FR) english: line(locale: EN) } pageInfo { hasNextPage endCursor } } }`,
      { filter, ...page },
    )
  ).auditEntries;

test('a line reads as the seeds wrote it, in French and in English', async () => {
  const who = person('CUSTOMER');
  const fileId = newId();
  await write(who, {
    action: 'FILE_DELETED',
    targetId: fileId,
    personal: { subjectId: who.userId as string, values: { name: 'ContratRH.pdf' } },
  });
  const {
    nodes: [entry],
  } = await entriesOf({ targetId: fileId });
  expect(entry?.line).toBe(
    `[2025-06-01 15:22] - user_id=${who.userId} a supprimé le fichier ID=${fileId} "ContratRH.pdf"`,
  );
  expect(entry?.english).toBe(
    `[2025-06-01 15:22] - user_id=${who.userId} deleted the file ID=${fileId} "ContratRH.pdf"`,
  );
});

describe('the audit log', () => {
  test('is read by page and filter, newest first, and says that it was read', async () => {
    const who = person('CUSTOMER');
    await write(who, ...Array.from({ length: 5 }, (_, n) => ({ action: 'MESSAGE_SENT', targetId: `m${n}` }) as const), {
      action: 'KEYS_REWRAPPED',
      targetId: 'k',
      outcome: 'FAILURE',
    });
    const first = await entriesOf({ actor: who.userId, action: 'MESSAGE_SENT' }, { first: 3 });
    expect(first.nodes.map(({ targetId }) => targetId)).toEqual(['m4', 'm3', 'm2']);
    const second = await entriesOf(
      { actor: who.userId, action: 'MESSAGE_SENT' },
      { first: 3, after: first.pageInfo.endCursor },
    );
    expect(second).toMatchObject({ nodes: [{ targetId: 'm1' }, { targetId: 'm0' }], pageInfo: { hasNextPage: false } });
    expect(
      (await entriesOf({ actor: who.userId, severity: 'HIGH', outcome: 'FAILURE', targetType: 'key' })).nodes,
    ).toMatchObject([{ action: 'KEYS_REWRAPPED' }]);
    expect((await entriesOf({ actor: who.userId, from: '2025-06-02T00:00:00.000Z' })).nodes).toEqual([]);
    const {
      nodes: [reading],
    } = await entriesOf({ action: 'AUDIT_READ' });
    expect(reading?.line).toMatch(/^\[2025-06-01 15:22\] - user_id=[0-9a-f-]{36} a consulté le journal$/);
  });
  test('is counted by severity and by action', async () => {
    const stats = (
      await dataOf<{
        auditStats: {
          total: number;
          bySeverity: { entries: number }[];
          byAction: { action: string; entries: number }[];
        };
      }>(
        'query ($from: DateTime) { auditStats(from: $from) { total bySeverity { severity entries } byAction { action entries } } }',
        { from: '2025-06-01T00:00:00.000Z' },
      )
    ).auditStats;
    expect(stats.bySeverity.reduce((sum, { entries }) => sum + entries, 0)).toBe(stats.total);
    expect(stats.byAction.reduce((sum, { entries }) => sum + entries, 0)).toBe(stats.total);
    expect(stats.byAction.find(({ action }) => action === 'MESSAGE_SENT')).toEqual({
      action: 'MESSAGE_SENT',
      entries: 5,
    });
  });
  test('is closed to others, and that they tried is in it', async () => {
    const { errors } = await ask(env, '{ auditEntries { nodes { id } } }', { token: customer });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await until(
      'the refusal is recorded',
      async () => (await entriesOf({ action: 'UNAUTHORIZED_ACCESS' })).nodes.length > 0,
    );
    expect((await entriesOf({ action: 'UNAUTHORIZED_ACCESS' })).nodes[0]).toMatchObject({
      targetId: 'auditEntries',
      line: expect.stringContaining('s’est vu refuser l’accès à ID=auditEntries (refusé ou échoué)'),
    });
  });
});

/** Asks for an extract, waits for it, fetches it by its link. */
async function extract(input: object): Promise<string> {
  const {
    exportAudit: { id },
  } = await dataOf<{ exportAudit: { id: string } }>(
    'mutation ($input: ExportAuditInput!) { exportAudit(input: $input) { id } }',
    { input },
  );
  const progress = async () =>
    (
      await dataOf<{ auditExport: { fileId: string | null; totalEntries: number; writtenEntries: number } }>(
        'query ($id: ID!) { auditExport(id: $id) { fileId totalEntries writtenEntries } }',
        { id },
      )
    ).auditExport;
  await until('the extract is ready', async () => (await progress()).fileId !== null);
  const { fileId, totalEntries, writtenEntries } = await progress();
  expect(writtenEntries).toBe(totalEntries);
  return fetched(fileId as string);
}

async function fetched(fileId: string): Promise<string> {
  const {
    requestDownload: { url },
  } = await dataOf<{ requestDownload: { url: string } }>(
    'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }',
    { input: { fileId } },
  );
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer()).toString('utf8');
}

describe('an extract', () => {
  test('as JSON has every entry of the filter, with its line', async () => {
    const entries = JSON.parse(await extract({ format: 'JSON', filter: { action: 'MESSAGE_SENT' } })) as {
      targetId: string;
      line: string;
    }[];
    expect(entries.map(({ targetId }) => targetId)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
    expect(entries[0]?.line).toContain('a envoyé le message ID=m0');
  });
  test('as CSV holds no formula, whatever people called things', async () => {
    for (const text of formulas)
      await write(person('CUSTOMER'), {
        action: 'FILE_DELETED',
        targetId: text,
        personal: { subjectId: newId(), values: { name: text } },
      });
    const [titles, ...rows] = cellsOf(await extract({ format: 'CSV', filter: { action: 'FILE_DELETED' } }));
    expect(titles).toEqual([
      'seq',
      'at',
      'actor_kind',
      'actor_id',
      'action',
      'severity',
      'outcome',
      'target_type',
      'target_id',
      'address',
      'agent',
      'request_id',
      'payload',
      'line',
    ]);
    const targets = rows.map((row) => row[8]);
    expect(formulas.filter((text) => !targets.includes(`'${text}`))).toEqual([]);
    expect(rows.flat().filter(isComputed)).toEqual([]);
  });
  test('of nothing is still a document; another’s does not exist', async () => {
    expect(JSON.parse(await extract({ format: 'JSON', filter: { action: 'NOTHING' } }))).toEqual([]);
    const { errors } = await ask(env, 'query ($id: ID!) { auditExport(id: $id) { id } }', {
      token: admin,
      variables: { id: newId() },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('an extract with proofs', () => {
  const check = (lines: readonly string[], anchors: Checkpoint[] = []) =>
    verifyProofs({ lines: Readable.from(lines), signer: env.app.services.auditSigner, anchors });
  const proofs = async (filter: object) => (await extract({ format: 'PROOFS', filter })).trimEnd().split('\n');
  let lines: string[];

  test('shows to anyone that its entries are in the audit log, of which they need to see nothing else', async () => {
    lines = await proofs({ action: 'MESSAGE_SENT' });
    expect(await check(lines)).toMatchObject({ verdict: 'PROVEN', entries: 5 });
    expect(
      lines
        .slice(1)
        .map((line) => (JSON.parse((JSON.parse(line) as { row: string }).row) as { targetId: string }).targetId),
    ).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
    expect(await check(await proofs({ action: 'NOTHING' }))).toMatchObject({ verdict: 'PROVEN', entries: 0 });
  });
  test('holds no personal value', async () => {
    expect((await proofs({ action: 'FILE_DELETED' })).join('')).not.toContain('ContratRH');
  });
  test('is refused when an entry, its order, its path or its checkpoint is another', async () => {
    const [head, first, second, ...rest] = lines as [string, string, string];
    const bent: readonly (readonly [string[], string])[] = [
      [[head, first.replace('MESSAGE_SENT', 'MESSAGE_READ')], 'is not in the audit log that was signed'],
      [[head, second, first, ...rest], 'entries are out of their order'],
      [[head, first, first], 'entries are out of their order'],
      [[head, JSON.stringify({ ...JSON.parse(first), path: [] })], 'is not in the audit log that was signed'],
      [[head, '{}'], 'this is no entry'],
      [[head.replace(/"seq":(\d+)/, (_, seq) => `"seq":${Number(seq) + 1}`), first], 'is not signed by this key'],
      [[first], 'this is no file of proofs'],
      [[], 'this is no file of proofs'],
    ];
    for (const [tampered, why] of bent)
      expect(await check(tampered)).toMatchObject({ verdict: 'NOT_PROVEN', why: expect.stringContaining(why) });
    const { checkpoint } = JSON.parse(head) as { checkpoint: Checkpoint };
    expect(await check(lines, [checkpoint])).toMatchObject({ verdict: 'PROVEN' });
    expect(await check(lines, [{ ...checkpoint, root: '0'.repeat(64) }])).toMatchObject({
      verdict: 'NOT_PROVEN',
      why: expect.stringContaining('was exported'),
    });
  });
});

describe('the purge', () => {
  const seal =
    'mutation ($input: SealAuditSegmentInput!) { sealAuditSegment(input: $input) { id firstSeq lastSeq sha256 fileId purgedAt } }';
  const purge = 'mutation ($input: PurgeAuditInput!) { purgeAudit(input: $input) { purgedAt } }';
  const verdict = () => auditVerdict(asked().db, env.config);
  let segment: { id: string; firstSeq: number; lastSeq: number; sha256: string; fileId: string };

  test('takes a sealed, exported, signed segment only, and one that is old enough', async () => {
    const { seq } = (await makeCheckpoint(asked())) as { seq: number };
    segment = (
      await dataOf<{ sealAuditSegment: typeof segment }>(seal, {
        input: { before: new Date(clock.now().getTime() + 1).toISOString() },
      })
    ).sealAuditSegment;
    expect(segment).toMatchObject({ firstSeq: 1, lastSeq: seq, purgedAt: null });
    const file = await fetched(segment.fileId);
    expect(createHash('sha256').update(file).digest('hex')).toBe(segment.sha256);
    expect(file.trimEnd().split('\n')).toHaveLength(seq);
    const { errors } = await ask(env, purge, { token: admin, variables: { input: { segmentId: segment.id } } });
    expect(errors).toMatchObject([{ extensions: { code: 'ACTION_NOT_ALLOWED' } }]);
  });
  test('drops its entries and their personal values; the rest of the audit log begins at its checkpoint and is whole', async () => {
    clock.advance(400 * DAY);
    admin = await signIn(env, 'ADMIN');
    const personal = async () => (await asked().db.selectFrom('audit_personal').select('ref').execute()).length;
    expect(await personal()).toBeGreaterThan(0);
    expect(
      (await dataOf<{ purgeAudit: { purgedAt: string } }>(purge, { input: { segmentId: segment.id } })).purgeAudit
        .purgedAt,
    ).toBe(clock.now().toISOString());
    const first = await asked()
      .db.selectFrom('audit_entry')
      .select('seq')
      .orderBy('seq')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(Number(first.seq)).toBe(segment.lastSeq + 1);
    expect(await personal()).toBe(0);
    expect(await verdict()).toBe('OK');
    await makeCheckpoint(asked());
    expect(await verdict()).toBe('OK');
    const proofs = (await extract({ format: 'PROOFS', filter: { action: 'AUDIT_PURGED' } })).trimEnd().split('\n');
    expect(await verifyProofs({ lines: Readable.from(proofs), signer: env.app.services.auditSigner })).toMatchObject({
      verdict: 'PROVEN',
      entries: 1,
    });
    const { errors } = await ask(env, purge, { token: admin, variables: { input: { segmentId: segment.id } } });
    expect(errors).toMatchObject([{ extensions: { code: 'ACTION_NOT_ALLOWED' } }]);
    expect(
      (await dataOf<{ auditSegments: { id: string }[] }>('{ auditSegments { id purgedAt } }')).auditSegments,
    ).toMatchObject([{ id: segment.id, purgedAt: expect.any(String) }]);
  });
});
