// What `npm run bench` measures (`run.mjs` describes its options), on the built product.
// Nothing here asserts a time: on a shared machine only ratios are meaningful.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findMariaDb } from '../scripts/private-mariadb.mjs';
import { seed } from './dataset/generate.mjs';
import { openEngine } from './lib/databases.mjs';
import { canPin, pin } from './lib/processes.mjs';
import { markdown, rounded, rowOf, screen, verdicts } from './lib/report.mjs';
import { startBaseline, startProduct } from './lib/servers.mjs';
import { jobKindsOf } from './product/jobs.mjs';
import { writeFigures } from './lib/readme.mjs';
import { works } from './works/index.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    engine: { type: 'string' },
    profile: { type: 'string' },
    readme: { type: 'boolean', default: false },
    rows: { type: 'string', default: '200000' },
  },
});
const chosen = options.only ? works.filter(({ name }) => options.only.split(',').includes(name)) : works;
if (chosen.length === 0) throw new Error(`--only takes ${works.map(({ name }) => name).join(', ')}`);
const engines = options.engine ? [options.engine] : ['sqlite', ...(findMariaDb() ? ['mysql'] : [])];
if (engines.length === 1 && !options.engine) console.log('No mariadbd binary was found: SQLite only.');

const size = { customers: 2_000, orders: 20_000 };
const effort = options.quick
  ? { rounds: 5, milliseconds: 700, events: 6, sockets: 2_000, transfers: 3, requests: 40, seconds: 3 }
  : {
      rounds: 9,
      milliseconds: 2_000,
      events: 15,
      sockets: 2_000,
      transfers: 7,
      requests: 200,
      seconds: 8,
    };

effort.largest = Number(options.rows);

const load = loadavg()[0];
if (load > availableParallelism() / 4)
  console.log(`This machine is busy (load ${load.toFixed(1)}): figures move more than they would on a quiet one.`);
pin(process.pid, 'load');
if (!canPin) console.log('Cores cannot be bound here: figures are rougher.');
// On a disk, not in memory: commits must cost what they cost in production.
const home = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
const rows = [];
const results = [];
try {
  for (const engine of engines) await benchEngine(engine);
} finally {
  rmSync(home, { recursive: true, force: true });
}
console.log(`\n${screen(rows)}`);
const kept = rounded({
  at: new Date().toISOString(),
  seed,
  commit: commit(),
  node: process.version,
  quick: options.quick,
  load,
  results: results.map(({ growth: _table, ...result }) => result),
});
mkdirSync(new URL('results/', import.meta.url), { recursive: true });
appendFileSync(new URL('results/results.jsonl', import.meta.url), `${JSON.stringify(kept)}\n`);
if (options.readme) writeFigures({ table: markdown(rows), results, kept, isWhole: !options.only });

async function benchEngine(engine) {
  const opened = await openEngine(engine, home);
  const place = { engine, opened, home, profile: options.profile };
  try {
    place.database = await opened.create('main', size);
    place.baseline = await startBaseline(place.database, { jobKinds: await jobKindsOf('order.created'), folder: home });
    place.apollo = await startBaseline(place.database, {
      jobKinds: await jobKindsOf('order.created'),
      folder: home,
      by: 'apollo',
    });
    place.product = await startProduct(place.database, { home, profile: options.profile });
    for (const work of chosen) if (!work.engines || work.engines.includes(engine)) await benchWork(work, place);
  } finally {
    await place.product?.stop();
    await place.apollo?.stop();
    await place.baseline?.stop();
    await opened.close();
  }
}

async function benchWork(work, place) {
  try {
    const figures = await work.run(place, effort);
    rows.push(rowOf(work, place.engine, figures));
    results.push({
      work: work.name,
      engine: place.engine,
      ...figures,
      verdicts: verdicts(work, place.engine, figures),
    });
    console.log(screen([rows.at(-1)]).split('\n')[1]);
  } catch (error) {
    process.exitCode = 1;
    rows.push({
      work: work.title,
      engine: place.engine,
      baseline: '',
      product: '',
      cpu: '',
      verdict: `failed: ${error.message.split('\n')[0].slice(0, 200)}`,
    });
    console.error(`${work.name} on ${place.engine}: ${error.stack}\n${place.product.said().slice(-2_000)}`);
  }
}

function commit() {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
