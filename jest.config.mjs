/**
 * Tests are TypeScript modules, loaded as the scripts load the sources (`scripts/run-ts.mjs`); `npm run types` checks types.
 * Two lanes share the workers: SQLite runs everything; MySQL (when TEST_DATABASE_URL names a server) runs the files that
 * open a database (`tests/support/lanes.mjs`).
 */
import { availableParallelism } from 'node:os';
import { filesOfEveryDatabase } from './tests/support/lanes.mjs';

const lane = {
  runner: '<rootDir>/tests/support/runner/runner.mjs',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  cacheDirectory: '<rootDir>/.cache/jest',
};

const lanes = {
  sqlite: { ...lane, displayName: 'sqlite' },
  mysql: {
    ...lane,
    displayName: 'mysql',
    testMatch: filesOfEveryDatabase(),
    setupFiles: ['<rootDir>/tests/support/mysql.setup.mjs'],
  },
};

/** One more than there are cores: a fifth of the time, a file waits for a process, a disk or a moment. */
const workers = Math.min(availableParallelism() + 1, 8);

const wanted = process.env.TEST_LANES?.split(',') ?? (process.env.TEST_DATABASE_URL ? ['sqlite', 'mysql'] : ['sqlite']);

export default {
  projects: wanted.map((name) => lanes[name]),
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  reporters: ['<rootDir>/tests/support/reporter.mjs'],
  testSequencer: '<rootDir>/tests/support/sequencer.mjs',
  maxWorkers: process.env.TEST_WORKERS ?? workers,
  testTimeout: 180_000,
};
