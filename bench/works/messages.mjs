// Messages: what somebody has not read, and the search, each against a statement by hand on the same connection, in processor time; and
// how they grow from 2,000 messages of others to 200,000.
import { sql } from 'kysely';
import { entities } from '../../dist/entities/index.js';
import { system } from '../../dist/services/access/actor.js';
import { searchMessages, unreadMessageCount } from '../../dist/services/messaging/index.js';
import { openOrm } from '../../dist/services/platform/orm/orm.js';
import { roots } from '../dataset/generate.mjs';
import { common, conversationIds, people, writeFullText, writeTalks } from '../dataset/talks.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { cpuOf } from '../lib/processes.mjs';

const few = 2_000;
const first = 20;
const [word] = common;

const databaseOf = async ({ opened }, name, messages) => {
  const database = await opened.create(name, { customers: 1_200, orders: 10 });
  await writeTalks(database, messages);
  return database;
};

/** Written once for all these works of an engine. */
const databasesOf = (place, largest) =>
  (place.talks ??= (async () => {
    const small = await databaseOf(place, 'talks_few', few);
    const large = await databaseOf(place, 'talks_many', largest);
    await writeFullText(large);
    return { small, large };
  })());

const actorOf = (userId, role) => ({ ...system, kind: 'PERSON', userId, role, sets: [], locale: 'fr' });
const columns = sql.raw('m.id, m.conversation_id, m.sender_id, m.type, m.content, m.created_at, m.seq');
const likes = (words) =>
  sql.join(
    words.map((one) => sql`m.words like ${`% ${one} %`}`),
    sql` and `,
  );
const inThese = (ids) => sql`m.conversation_id in (${sql.join(ids)})`;

/** Just these conversations, by their index. */
const scan = (db, ids) =>
  sql`select ${columns} from message m where ${inThese(ids)} and ${likes([word])}
    order by m.created_at desc, m.id desc limit ${first}`.execute(db);

const fullText = {
  sqlite: (db) =>
    sql`select ${columns} from bench_words f join message m on m.rowid = f.rowid
      where f.words match ${common.map((one) => `"${one}"`).join(' ')} order by f.rowid desc limit ${first}`.execute(
      db,
    ),
  mysql: (db) =>
    sql`select ${columns} from bench_words f join message m on m.id = f.id
      where match(f.words) against(${common.map((one) => `+${one}`).join(' ')} in boolean mode)
      order by f.created_at desc limit ${first}`.execute(db),
};

const search = (actor, query) => (db) => searchMessages({ db, actor, now: new Date() }, { query, first });

const unreadByHand = (db) =>
  sql`select count(*) as n from message m where ${inThese(conversationIds('reader'))} and m.seq > 0`.execute(db);

const batchMilliseconds = 250;

/** Milliseconds of processor of one call, of this process and of a database of its own: the mean of a batch, since its clock is coarse. */
async function batch({ pid }, work) {
  const others = () => (pid === undefined ? 0 : cpuOf(pid));
  const [own, other, until] = [process.cpuUsage(), others(), performance.now() + batchMilliseconds];
  let calls = 0;
  for (; performance.now() < until; calls += 1) await work();
  const { user, system: kernel } = process.cpuUsage(own);
  return ((user + kernel) / 1_000 + others() - other) / calls;
}

async function measure(database, work, rounds) {
  const orm = await openOrm(
    database.engine === 'sqlite' ? { file: database.file } : { url: database.url, file: database.file },
    [...entities],
  );
  try {
    const db = orm.em.fork().getKysely({ type: 'read' });
    const sides = { baseline: () => work.baseline(db, database.engine), product: () => work.product(db) };
    await work.check?.(await sides.product(), await sides.baseline());
    const took = { baseline: [], product: [] };
    for (const side of Object.values(sides)) await batch(database, side);
    for (let round = 0; round < rounds; round += 1)
      for (const [name, side] of Object.entries(sides)) took[name].push(await batch(database, side));
    return took;
  } finally {
    await orm.close(true);
  }
}

const figuresOf = (took) => ({ p50: median(took), p99: quantile(took, 0.99), cpu: median(took) });

const workOf = ({ name, title, targets, ...work }) => ({
  name,
  title,
  targets,
  async run(place, { largest, rounds }) {
    const { small, large } = await databasesOf(place, largest);
    const many = await measure(large, work, rounds);
    // A full-text index is there in the large one only.
    const before = targets.grown && (await measure(small, work, rounds));
    const [byHand, byProduct] = [median(many.baseline), median(many.product)];
    return {
      baseline: figuresOf(many.baseline),
      product: figuresOf(many.product),
      ratio: byHand / byProduct,
      slower: byProduct / byHand,
      ...(before && { grown: byProduct / median(before.product) }),
      messages: largest,
    };
  },
});

const sameRows = (page, { rows }) => {
  if (page.nodes.length !== first || page.nodes.some(({ id }, i) => id !== rows[i].id))
    throw new Error('the search and the statement by hand found different messages');
};

export const unreadWork = workOf({
  name: 'unread',
  title: 'Unread messages of one person: 10,000',
  targets: { ratio: { atLeast: 0.33 }, grown: { atMost: 1.1 } },
  baseline: unreadByHand,
  product: (db) => unreadMessageCount({ db, actor: actorOf(people.reader, 'CUSTOMER'), now: new Date() }),
  check: (count, { rows: [{ n }] }) => {
    if (count !== 10_000 || Number(n) !== count) throw new Error(`${count} unread, and ${n} by hand`);
  },
});

export const customerSearch = workOf({
  name: 'search-customer',
  title: 'Message search: a common word, a customer in 10 conversations',
  targets: { slower: { atMost: 3 }, grown: { atMost: 1.5 } },
  baseline: (db) => scan(db, conversationIds('customer')),
  product: search(actorOf(people.customer, 'CUSTOMER'), word),
  check: sameRows,
});

export const proofreaderSearch = workOf({
  name: 'search-proofreader',
  title: 'Message search: a common word, a proofreader in 1,000 conversations',
  targets: { slower: { atMost: 1 }, grown: { atMost: 1.5 } },
  baseline: (db) => scan(db, conversationIds('proofreader')),
  product: search(actorOf(people.proofreader, 'PROOFREADER'), word),
  check: sameRows,
});

export const adminSearch = workOf({
  name: 'search-admin',
  title: 'Message search: two common words, an admin, newest first',
  targets: { slower: { atMost: 3 } },
  baseline: (db, engine) => fullText[engine](db),
  product: search(actorOf(roots.admin, 'ADMIN'), common.join(' ')),
});
