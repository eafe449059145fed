// One line per test file, every failure in full, and the closing line that people and machines read.
const names = { sqlite: 'SQLite', mysql: 'MySQL ' };

const slowMs = Number(process.env.TEST_SLOW_MS ?? 3_000);

export default class {
  #counts = new Map();

  onTestFileResult(test, result) {
    const lane = names[test.context.config.displayName?.name] ?? '';
    const seconds = ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1).padStart(5);
    const file = test.path.slice(test.context.config.rootDir.length + 1);
    const failed = result.numFailingTests + (result.testExecError ? 1 : 0);
    console.log(`${failed > 0 ? 'FAIL' : 'ok  '} ${lane} ${seconds} s  ${file} (${result.numPassingTests})`);
    for (const { duration, fullName } of result.testResults)
      if (duration > slowMs) console.log(`     ${(duration / 1000).toFixed(1)} s: ${fullName}`);
    for (const { message } of result.console ?? []) console.log(`     ${message}`);
    if (result.failureMessage) console.log(result.failureMessage);
    const count = this.#counts.get(lane) ?? { passed: 0, failed: 0 };
    this.#counts.set(lane, { passed: count.passed + result.numPassingTests, failed: count.failed + failed });
  }

  onRunComplete(_contexts, results) {
    for (const [lane, { passed, failed }] of this.#counts) console.log(`${lane}: ${passed} passed, ${failed} failed`);
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
    console.log(`Tests: ${results.numPassedTests} passed, ${failed} failed${skipped}`);
  }
}
