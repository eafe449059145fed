// The query plans of W1's statements: the product's own, intercepted on their way to the database.
import { createConnection } from 'mysql2/promise';
import { DatabaseSync } from 'node:sqlite';
import { entities } from '../../dist/entities/index.js';
import { openOrm } from '../../dist/services/platform/orm/orm.js';
import { system } from '../../dist/services/access/actor.js';
import { listOrders } from '../../dist/services/orders/index.js';

const everything = { has: (path) => /customer|files|invoices/.test(path) };

/** A text in Markdown: each statement, shortened where it lists ids, and its plan. */
export async function explain(database) {
  const orm = await openOrm({ file: database.file, url: database.url }, [...entities]);
  try {
    const kysely = orm.em.getKysely({ type: 'read' });
    const caught = [];
    const db = kysely.withPlugin({
      transformQuery: ({ node, queryId }) => {
        caught.push(kysely.getExecutor().compileQuery(node, queryId));
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const scope = { db, actor: system, now: new Date() };
    const page = await listOrders(scope, { first: 50, status: 'PAID' }, everything);
    await listOrders(scope, { first: 50, status: 'PAID', after: page.pageInfo.endCursor }, { has: () => false });
    const plan = database.engine === 'sqlite' ? sqlitePlans(database.file) : await mysqlPlans(database.url);
    const parts = [];
    for (const { sql, parameters } of caught)
      parts.push(`\`\`\`\n${short(sql)}\n${await plan.of(sql, parameters)}\n\`\`\``);
    await plan.close();
    return parts.join('\n\n');
  } finally {
    await orm.close(true);
  }
}

const short = (sql) => sql.replace(/\?(, \?)+/g, '?, …').replace(/^select .*? from/, 'select … from');

function sqlitePlans(file) {
  const db = new DatabaseSync(file, { readOnly: true });
  return {
    of: async (sql, parameters) =>
      db
        .prepare(`explain query plan ${sql}`)
        .all(...parameters.map((value) => (value instanceof Date ? value.getTime() : value)))
        .map(({ detail }) => `  ${detail}`)
        .join('\n'),
    close: async () => db.close(),
  };
}

async function mysqlPlans(url) {
  const connection = await createConnection(url);
  return {
    async of(sql, parameters) {
      const [rows] = await connection.query(`explain ${sql}`, parameters);
      return rows
        .map(
          ({ table, type, key, rows: read, Extra }) =>
            `  ${table}: ${type} by ${key}, ${read} rows${Extra ? `, ${Extra}` : ''}`,
        )
        .join('\n');
    },
    close: () => connection.end(),
  };
}
