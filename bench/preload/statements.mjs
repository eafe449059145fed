// Loaded before the product (`--import`): records the statements that it sends to its database, while it is asked to. At
// other times the drivers are as they were.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StatementSync } from 'node:sqlite';

let recorded = [];

// The class itself is no part of the package's exports.
const require = createRequire(import.meta.url);
const { prototype: served } = require(join(dirname(require.resolve('mysql2')), 'lib/base/connection.js'));
const { prototype: embedded } = StatementSync;

const embeddedCalls = ['all', 'get', 'run'].map((name) => {
  const original = embedded[name];
  const recording = function (...parameters) {
    const before = this.stat('vmStep');
    const began = performance.now();
    const result = original.apply(this, parameters);
    recorded.push({
      sql: this.sourceSQL,
      parameters,
      milliseconds: performance.now() - began,
      read: this.stat('vmStep') - before,
    });
    return result;
  };
  return { prototype: embedded, name, original, recording };
});

const servedCalls = ['query', 'execute'].map((name) => {
  const original = served[name];
  const recording = function (...given) {
    const [sql, parameters] = given;
    const text = typeof sql === 'string' ? sql : sql.sql;
    recorded.push({ sql: text, parameters: Array.isArray(parameters) ? [...parameters] : [] });
    return original.apply(this, given);
  };
  return { prototype: served, name, original, recording };
});

const calls = [...embeddedCalls, ...servedCalls];

const answers = {
  recordStatements() {
    recorded = [];
    for (const { prototype, name, recording } of calls) prototype[name] = recording;
  },
  recordedStatements() {
    for (const { prototype, name, original } of calls) prototype[name] = original;
    return recorded;
  },
};

process.on('message', ({ number, ask }) => {
  if (Object.hasOwn(answers, ask)) process.send({ number, answer: answers[ask]() ?? null });
});
process.channel?.unref();
