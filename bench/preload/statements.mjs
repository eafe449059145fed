// Loaded before the product (`--import`): records the statements that it sends to its database, while it is asked to.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

let recorded;

const answers = {
  recordStatements: () => void (recorded = []),
  recordedStatements: () => {
    const statements = recorded ?? [];
    recorded = undefined;
    return statements;
  },
};

const { prototype: embedded } = Object.getPrototypeOf(new DatabaseSync(':memory:').prepare('select 1')).constructor;
for (const name of ['all', 'get', 'run']) {
  const original = embedded[name];
  embedded[name] = function (...parameters) {
    if (recorded === undefined) return original.apply(this, parameters);
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
}

// The class itself is no part of the package's exports.
const require = createRequire(import.meta.url);
const { prototype: served } = require(join(dirname(require.resolve('mysql2')), 'lib/base/connection.js'));
for (const name of ['query', 'execute']) {
  const original = served[name];
  served[name] = function (...given) {
    if (recorded !== undefined) {
      const [sql, parameters] = given;
      const text = typeof sql === 'string' ? sql : sql.sql;
      recorded.push({ sql: text, parameters: Array.isArray(parameters) ? [...parameters] : [] });
    }
    return original.apply(this, given);
  };
}

process.on('message', ({ number, ask }) => {
  if (Object.hasOwn(answers, ask)) process.send({ number, answer: answers[ask]() ?? null });
});
process.channel?.unref();
