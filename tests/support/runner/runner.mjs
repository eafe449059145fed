// Runs test files in plain Node: a worker keeps the modules it loaded for its next file, where jest's own runner loads
// the whole product anew for each. What that gives up, a world of its own for every file, the suite does not use: state
// lives in databases and servers that a test makes for itself. A worker belongs to one lane, since the engine is a
// constant of its modules.
import { fork } from 'node:child_process';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('worker.mjs', import.meta.url));
/** A worker that has grown beyond this is replaced before its next file (bytes); the next one loads the product again. */
const mostMemory = Math.max(900 * 1024 * 1024, totalmem() / 12);

export default class PlainNodeRunner {
  #globalConfig;

  constructor(globalConfig) {
    this.#globalConfig = globalConfig;
  }

  async runTests(tests, watcher, onStart, onResult, onFailure) {
    const waiting = [...tests];
    const slots = Math.max(1, Math.min(this.#globalConfig.maxWorkers, tests.length));
    const sit = async () => {
      let worker;
      while (waiting.length > 0 && !watcher.isInterrupted()) {
        const test = next(waiting, worker?.config);
        if (worker?.config !== test.context.config) {
          await worker?.stop();
          worker = startWorker(this.#globalConfig, test.context.config);
        }
        await onStart(test);
        try {
          await onResult(test, await worker.run(test.path));
        } catch (error) {
          await onFailure(test, { message: error.message, stack: error.stack });
        }
        if (!worker.isFit()) {
          await worker.stop();
          worker = undefined;
        }
      }
      await worker?.stop();
    };
    await Promise.all(Array.from({ length: slots }, sit));
  }
}

/** The next file of the worker's own lane, or of any when its lane is done. */
function next(waiting, config) {
  const own = waiting.findIndex((test) => test.context.config === config);
  return waiting.splice(Math.max(own, 0), 1)[0];
}

function startWorker(globalConfig, config) {
  const child = fork(program, { execArgv: ['--no-warnings'], serialization: 'advanced' });
  const gone = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  let memory = 0;
  let isGone = false;
  void gone.then(() => {
    isGone = true;
  });
  return {
    config,
    isFit: () => !isGone && memory < mostMemory,
    async run(path) {
      const answered = new Promise((resolve) => child.once('message', resolve));
      child.send({ path, config, globalConfig }, () => {});
      const answer = await Promise.race([
        answered,
        gone.then((how) => ({ error: { message: `The worker ended (${how}).`, stack: '' } })),
      ]);
      memory = answer.memory ?? 0;
      if (answer.error !== undefined)
        throw Object.assign(new Error(answer.error.message), { stack: answer.error.stack });
      return answer.result;
    },
    async stop() {
      child.kill();
      await gone;
    },
  };
}
