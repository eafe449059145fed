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

/** Where every statement passes, whoever sends it; the product keeps `query` and `execute` of each connection. */
const { addCommand } = served;
const servedCalls = [
  {
    prototype: served,
    name: 'addCommand',
    original: addCommand,
    recording(command) {
      if (['Query', 'Execute'].includes(command.constructor.name))
        recorded.push({ sql: command.sql, parameters: [...(command.values ?? [])] });
      return addCommand.call(this, command);
    },
  },
];

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
