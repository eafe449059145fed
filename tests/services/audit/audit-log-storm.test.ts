import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { makeCheckpoint } from '../../../src/services/audit/index.ts';
import { system } from '../../../src/services/access/actor.ts';
import { auditVerdict } from '../../support/audit-log.ts';
import { openCounting, type Counting } from '../../support/money.ts';
import { spawnModule, type ChildOfTest } from '../../support/processes/spawn.ts';
import { until } from '../../support/until.ts';

/** Processes write into one audit log, and are killed again and again. `STORM=full`: eight of them, a minute, fifty kills. */
const size =
  process.env['STORM'] === 'full' ? { writers: 8, ms: 60_000, kills: 50 } : { writers: 2, ms: 300, kills: 2 };

let counting: Counting;
const writers: ChildOfTest[] = [];
let started = 0;
afterEach(async () => {
  for (const { child, ended } of writers) {
    child.kill('SIGKILL');
    await ended;
  }
  await counting.close();
});

async function start(place: number): Promise<void> {
  const writer = spawnModule('tests/support/processes/audit-log-writer.ts', {
    ...counting.environment,
    WRITER: `w${(started += 1)}`,
  });
  writers.push(writer);
  running[place] = writer;
  await until('the writer writes', () => writer.output().includes('+'));
}
const running: ChildOfTest[] = [];
/** A storm that wrote no more than this has proved nothing. */
const fewest = 100;

/** The entries that were said to be written. */
const acknowledged = (): string[] =>
  writers
    .flatMap(({ output }) => output().split('\n').slice(0, -1))
    .flatMap((line) => (line.startsWith('+') ? line.slice(1) : []));

test(`${size.writers} processes write with ${size.kills} kills between them: one whole chain, no gap, and every entry that was acknowledged once`, async () => {
  counting = await openCounting();
  await Promise.all(Array.from({ length: size.writers }, (_, place) => start(place)));
  const ctx = counting.app.contextFor({ actor: system, requestId: 'storm' });
  const first = await counted();
  const began = performance.now();
  let killed = 0;
  const kills = (async () => {
    for (let n = 0; n < size.kills; n += 1) {
      await sleep((Math.random() * size.ms) / size.kills);
      const place = n % size.writers;
      running[place]?.child.kill('SIGKILL');
      await running[place]?.ended;
      await start(place);
      killed += 1;
    }
  })();
  // While they write, what is there is signed, as it is every ten minutes.
  while (performance.now() - began < size.ms || killed < size.kills || acknowledged().length <= fewest) {
    await makeCheckpoint(ctx);
    await sleep(200);
  }
  const rate = (((await counted()) - first) / (performance.now() - began)) * 1_000;
  await kills;
  for (const { child, ended } of running) {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }

  expect(await auditVerdict(ctx.db, counting.config)).toBe('OK');
  const rows = await ctx.db.selectFrom('audit_entry').select(['seq', 'target_id', 'action']).orderBy('seq').execute();
  expect(rows.findIndex(({ seq }, i) => Number(seq) !== i + 1)).toBe(-1);
  const written = rows.filter(({ action }) => action.startsWith('JOB_')).map(({ target_id }) => target_id);
  expect(new Set(written).size).toBe(written.length);
  const there = new Set(written);
  expect(acknowledged().find((id) => !there.has(id))).toBeUndefined();
  expect(acknowledged().length).toBeGreaterThan(fewest);
  process.stdout.write(`     ${Math.round(rate)} entries a second by ${size.writers} processes at once\n`);
}, 300_000);

const counted = async (): Promise<number> => {
  const { seq } = await counting.app
    .contextFor({ actor: system, requestId: 'storm' })
    .db.selectFrom('audit_head')
    .select('seq')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(seq);
};
