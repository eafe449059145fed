// 10,000 digests due at once: the product gathers, queues and moves the hours on; by hand the same is read, and as many rows are written by
// prepared statements, a hundred people in one transaction as well.
import { DatabaseSync } from 'node:sqlite';
import { randomUUIDv7 } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { sendDigests } from '../../dist/services/notifications/digests/send-digests.js';
import { customerId } from '../dataset/generate.mjs';
import { openSink } from '../dataset/sinks.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { openShop } from '../product/shop.mjs';

const together = 100;
const minute = 60_000;

/** One notification of each person since their last digest. */
async function prepare(database, count) {
  const sink = await openSink(database);
  const [since, at] = [-60, -30].map((minutes) => sink.instant(Date.now() + minutes * minute));
  const ids = Array.from({ length: count }, (_, i) => customerId(i));
  const write = (table, columns, row) => sink.write(table, columns.split(' '), ids.map(row));
  try {
    await write(
      'notification',
      'id created_at version user_id title message type priority priority_rank dedupe_key',
      (userId, i) => [
        ...[randomUUIDv7(), at, 1, userId, 'Commande payée', 'Le travail peut commencer.', 'ORDER', 'NORMAL', 1],
        `bench:${i}`,
      ],
    );
    await write('notification_preference', 'user_id type channel mode', (userId) => [
      userId,
      'ORDER',
      'EMAIL',
      'DIGEST',
    ]);
    await write('digest_schedule', 'user_id at_time time_zone next_at gathered_until', (userId) => [
      ...[userId, '08:30', 'Europe/Paris', since, since],
    ]);
  } finally {
    await sink.close();
  }
}

/** All are due again, each time at another instant. */
async function makeDue(database, round) {
  const sink = await openSink(database);
  const quoted = (milliseconds) => JSON.stringify(sink.instant(milliseconds)).replaceAll('"', "'");
  await sink.run(
    `update digest_schedule set next_at = ${quoted(Date.now() - (20 - round) * minute)}, gathered_until = ${quoted(Date.now() - 60 * minute)}`,
  );
  await sink.close();
}

/** `{ all(sql, values), run(sql, values), close() }` on one connection. */
async function connectionTo(database) {
  if (database.engine === 'sqlite') {
    const db = new DatabaseSync(database.file, { timeout: 5_000 });
    db.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on',
    );
    const prepared = new Map();
    const statement = (text) => prepared.get(text) ?? prepared.set(text, db.prepare(text)).get(text);
    return {
      all: async (text, values) => statement(text).all(...values),
      run: async (text, values) => statement(text).run(...values),
      close: async () => db.close(),
    };
  }
  const connection = await createConnection({ uri: database.url, dateStrings: true, supportBigNumbers: true });
  return {
    all: async (text, values) => (await connection.query(text, values))[0],
    run: (text, values) => connection.query(text, values),
    close: () => connection.end(),
  };
}

const marks = (list) => list.map(() => '?').join(', ');
const insertOf = (table, row) =>
  `insert into \`${table}\` (${Object.keys(row)
    .map((name) => `\`${name}\``)
    .join(', ')}) values (${marks(Object.keys(row))})`;

/** The rows of one digest, as the product wrote them. */
async function modelsOf(database) {
  const connection = await connectionTo(database);
  const [delivery] = await connection.all('select * from email_delivery order by id limit 1', []);
  const [job] = await connection.all('select * from job where payload like ? limit 1', [`%${delivery.id}%`]);
  await connection.close();
  return { delivery, job };
}

async function byHand(connection, { engine, due, next, models: { delivery, job } }) {
  for (;;) {
    await connection.run(engine === 'sqlite' ? 'begin immediate' : 'start transaction', []);
    const people = await connection.all(
      `select d.*, u.email, u.first_name, u.locale from digest_schedule d join user u on u.id = d.user_id
        where d.next_at <= ? order by d.next_at, d.user_id limit ${together}`,
      [due],
    );
    const ids = people.map(({ user_id: id }) => id);
    if (ids.length > 0) {
      await connection.all(`select * from notification where user_id in (${marks(ids)}) and read_at is null`, ids);
      await connection.all(`select * from notification_preference where user_id in (${marks(ids)})`, ids);
      for (const { user_id: userId, email } of people) {
        const id = randomUUIDv7();
        const row = { ...delivery, id, recipient_id: userId, to_email: email, dedupe_key: `digest:${id}` };
        await connection.run(insertOf('email_delivery', row), Object.values(row));
        const task = { ...job, id: randomUUIDv7(), payload: String(job.payload).replaceAll(delivery.id, id) };
        if (task.dedupe_key) task.dedupe_key = `job:${id}`;
        await connection.run(insertOf('job', task), Object.values(task));
      }
      await connection.run(
        `update digest_schedule set next_at = ?, gathered_until = ? where user_id in (${marks(ids)})`,
        [...[next, due], ...ids],
      );
    }
    await connection.run('commit', []);
    if (ids.length < together) return;
  }
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export const digests = {
  name: 'digests',
  title: '10,000 digests due at once',
  targets: { ratio: { atLeast: 0.4 } },
  async run({ opened, home }, { rounds, digests: count = 10_000 }) {
    const size = { customers: count, orders: 5 };
    const [database, floorDatabase] = [
      await opened.create('digests', size),
      await opened.create('digests_floor', size),
    ];
    const shop = await openShop(database, home);
    let floor;
    try {
      for (const one of [database, floorDatabase]) await prepare(one, count);
      const took = { baseline: [], product: [] };
      for (let round = 0; round < Math.min(rounds, 3) + 1; round += 1) {
        await makeDue(database, round);
        const { mailer, run } = shop.contextNow();
        const product = await timed(() => sendDigests({ mailer, run }, {}));
        floor ??= { connection: await connectionTo(floorDatabase), models: await modelsOf(database) };
        await makeDue(floorDatabase, round);
        const sink = await openSink(floorDatabase);
        const [due, next] = [sink.instant(Date.now()), sink.instant(Date.now() + 1_440 * minute)];
        await sink.close();
        const baseline = await timed(() =>
          byHand(floor.connection, { engine: opened.engine ?? floorDatabase.engine, due, next, models: floor.models }),
        );
        // The first round warms both up.
        if (round > 0) for (const [side, ms] of Object.entries({ baseline, product })) took[side].push(ms);
      }
      await allSent(shop, took.product.length + 1, count);
      const figuresOf = (all) => ({ p50: median(all) / count, p99: quantile(all, 0.99) / count, cpu: NaN });
      return {
        baseline: figuresOf(took.baseline),
        product: figuresOf(took.product),
        ratio: median(took.baseline) / median(took.product),
        digests: count,
      };
    } finally {
      await floor?.connection.close();
      await shop.close();
    }
  },
};

/** Every person was sent one each time, or nothing was measured. */
async function allSent({ contextNow }, rounds, count) {
  const query = contextNow().db.selectFrom('email_delivery').where('template', '=', 'daily-digest');
  const sent = Number((await query.select(({ fn }) => fn.countAll().as('n')).executeTakeFirst()).n);
  if (sent !== rounds * count) throw new Error(`${sent} digests of ${rounds * count}`);
}
