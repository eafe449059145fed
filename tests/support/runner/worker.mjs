// One process of the runner: takes a test file, runs it with jest's own circus, answers with jest's own result.
import '../../../scripts/run-ts.mjs';
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
// What jest's runner itself loads into each world: it keeps the tests it was given, so each file gets a fresh copy.
const adapter = join(dirname(require.resolve('jest-circus/package.json')), 'build/jestAdapterInit.js');
const globals = new URL('globals.mjs', import.meta.url).href;
let count = 0;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: `${globals}?${count}`, format: 'module', shortCircuit: true }
      : next(specifier, context),
});

process.on('message', async (task) => {
  const answer = await run(task).then(
    (result) => ({ result }),
    (error) => ({ error: { message: String(error?.message ?? error), stack: String(error?.stack ?? '') } }),
  );
  process.send({ ...answer, memory: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.exit());

/** Seconds of processor time that this process and its ended children have used. */
function processorSeconds() {
  try {
    // utime, stime, cutime and cstime of proc(5), in hundredths of a second.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field) / 100, 0);
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000_000;
  }
}

/** Empties what the file opened (`tests/support/forget.ts`): its modules name it for ever, and nobody looks at it again. */
function forget() {
  const opened = globalThis[Symbol.for('atelier.opened')] ?? new Set();
  for (const part of opened) for (const key of Object.keys(part)) delete part[key];
  opened.clear();
}

async function run({ path, config, globalConfig }) {
  const start = Date.now();
  const processorBefore = processorSeconds();
  count += 1;
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
  delete require.cache[adapter];
  const { initialize, runAndTransformResultsToJestFormat } = require(adapter);
  for (const file of config.setupFiles) await import(pathToFileURL(file));
  const { snapshotState } = await initialize({
    config,
    globalConfig,
    testPath: path,
    environment: { global: globalThis },
    localRequire: require,
    parentProcess: process,
    runtime: { enterTestCode() {}, leaveTestCode() {} },
    setGlobalsForRuntime() {},
  });
  await import(pathToFileURL(path));
  const result = await runAndTransformResultsToJestFormat({
    config,
    globalConfig,
    setupAfterEnvPerfStats: {},
    testPath: path,
  });
  forget();
  const end = Date.now();
  snapshotState.save();
  return {
    ...result,
    processorSeconds: processorSeconds() - processorBefore,
    perfStats: { start, end, runtime: end - start, slow: false },
  };
}
