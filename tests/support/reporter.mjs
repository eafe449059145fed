// One line per test file, every failure in full, what folders and the dearest files cost, and the closing line.
const names = { sqlite: 'SQLite', mysql: 'MySQL ' };

const slowMs = Number(process.env.TEST_SLOW_MS ?? 3_000);
const column = (seconds) => seconds.toFixed(1).padStart(6);

export default class {
  #counts = new Map();
  #budget = new Map();
  #files = [];

  onTestFileResult(test, result) {
    const lane = names[test.context.config.displayName?.name] ?? '';
    const seconds = (result.perfStats.end - result.perfStats.start) / 1000;
    const processor = result.processorSeconds ?? 0;
    const file = test.path.slice(test.context.config.rootDir.length + 1);
    const failed = result.numFailingTests + (result.testExecError ? 1 : 0);
    console.log(
      `${failed > 0 ? 'FAIL' : 'ok  '} ${lane} ${column(seconds)} s ${column(processor)} cpu  ${file} (${result.numPassingTests})`,
    );
    for (const { duration, fullName } of result.testResults)
      if (duration > slowMs) console.log(`     ${(duration / 1000).toFixed(1)} s: ${fullName}`);
    for (const { message } of result.console ?? []) console.log(`     ${message}`);
    if (result.failureMessage) console.log(result.failureMessage);
    const count = this.#counts.get(lane) ?? { passed: 0, failed: 0 };
    this.#counts.set(lane, { passed: count.passed + result.numPassingTests, failed: count.failed + failed });
    this.#files.push({ file, lane, processor });
    this.#spend(file, { seconds, processor, tests: result.numPassingTests + result.numFailingTests });
  }

  /** Adds to the budget of the file's folder: the layer, and the domain where there is one. */
  #spend(file, { seconds, processor, tests }) {
    const folder = file.split('/').slice(0, -1).slice(0, 3).join('/');
    const spent = this.#budget.get(folder) ?? { seconds: 0, processor: 0, tests: 0 };
    this.#budget.set(folder, {
      seconds: spent.seconds + seconds,
      processor: spent.processor + processor,
      tests: spent.tests + tests,
    });
  }

  onRunComplete(_contexts, results) {
    console.log('Seconds and processor seconds per folder:');
    for (const [folder, { seconds, processor, tests }] of [...this.#budget].sort(
      ([, one], [, other]) => other.seconds - one.seconds,
    ))
      console.log(`  ${column(seconds)} s ${column(processor)} cpu  ${String(tests).padStart(4)} tests  ${folder}`);
    console.log('The ten files that cost most:');
    for (const { file, processor, lane } of this.#files.toSorted((a, b) => b.processor - a.processor).slice(0, 10))
      console.log(`  ${column(processor)} cpu  ${lane} ${file}`);
    for (const [lane, { passed, failed }] of this.#counts) console.log(`${lane}: ${passed} passed, ${failed} failed`);
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
    console.log(`Tests: ${results.numPassedTests} passed, ${failed} failed${skipped}`);
  }
}
