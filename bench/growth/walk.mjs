// Sends every request of the growth work to the product on a small and on a large database, by turns, and looks at the statements
// that they cost.
import { busy } from '../dataset/growth-facts.mjs';
import { ask } from '../lib/processes.mjs';
import { median } from '../lib/stats.mjs';
import { openConnection, requestBytes } from '../load/http-load.mjs';
import { asAdmin, asCustomer } from '../product/sign-in.mjs';
import { deepPage, growthRequests, pageSize } from './requests.mjs';
import { openStatements } from './statements.mjs';

const rounds = 9;
const longestMilliseconds = 3_000;
/** Less than this more is no growth, but noise: milliseconds of a request, and rows (SQLite: steps) that were read. */
const noise = { milliseconds: 1.5, rows: 500, steps: 10_000 };
export const mostTimes = 1.5;

/** @returns for each request: `{ list, name, milliseconds, read, piece, plans, grows }`, each figure for both sizes. */
export async function walk({ databases, servers }) {
  const sides = await Promise.all(databases.map((database, i) => openSide(database, servers[i])));
  try {
    const walked = [];
    for (const request of growthRequests()) {
      const one = await walkOne(sides, request);
      walked.push(one);
      const { list, name, milliseconds, grows } = one;
      console.log(
        `${grows ? 'GROWS' : '     '} ${list}, ${name}: ${milliseconds.map((it) => it.toFixed(1)).join(' → ')} ms`,
      );
    }
    return walked;
  } finally {
    for (const side of sides) await side.close();
  }
}

async function openSide(database, server) {
  const connection = openConnection(server.port);
  const statements = await openStatements(database);
  const tokenOf = { admin: () => asAdmin(server), customer: () => asCustomer(server, busy) };
  const bytesOf = async ({ as, query, variables }) =>
    requestBytes({
      method: 'POST',
      path: '/graphql',
      headers: { authorization: `Bearer ${await tokenOf[as]()}`, accept: 'application/graphql-response+json' },
      body: { query, variables },
    });
  const answered = async (bytes) => {
    const text = (await connection.send(bytes)).toString();
    const { data, errors } = JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4));
    if (errors) throw new Error(errors[0].message);
    return data;
  };
  return {
    engine: database.engine,
    statements,
    bytesOf,
    answered,
    recorded: async (bytes) => {
      await ask(server.child, { ask: 'recordStatements' });
      await answered(bytes);
      return (await ask(server.child, { ask: 'recordedStatements' })).filter(({ sql }) => /^\s*select/i.test(sql));
    },
    close: async () => {
      connection.close();
      await statements.close();
    },
  };
}

async function walkOne(sides, request) {
  try {
    const bytes = [];
    for (const side of sides) bytes.push(await side.bytesOf(request.isDeep ? await deepened(side, request) : request));
    const milliseconds = await timed(sides, bytes);
    const costs = [];
    for (const [i, side] of sides.entries()) costs.push(await side.statements.of(await side.recorded(bytes[i])));
    const read = costs.map((one) => one.read);
    const limit = sides[0].engine === 'sqlite' ? noise.steps : noise.rows;
    return {
      list: request.list,
      name: request.name,
      milliseconds,
      read,
      piece: costs.map((one) => one.piece),
      plans: costs.at(-1).plans,
      grows: isGrowing(milliseconds, noise.milliseconds) || isGrowing(read, limit),
    };
  } catch (error) {
    // A list that is refused at one size is a finding; the others are walked all the same.
    console.error(`${request.query} ${JSON.stringify(request.variables)}\n${error.message}`);
    return {
      list: request.list,
      name: request.name,
      milliseconds: [NaN, NaN],
      read: [NaN, NaN],
      piece: [0, 0],
      plans: [],
      grows: true,
      refusal: error.message,
    };
  }
}

const isGrowing = ([small, large], least) => large > small * mostTimes && large - small > least;

/** The same request for a later page: its cursor is found by reading up to there. */
async function deepened(side, request) {
  const rows = (deepPage - 1) * pageSize;
  let after;
  for (let passed = 0; passed < rows; passed += 100) {
    const first = Math.min(100, rows - passed);
    const query = request.query
      .replace('after: $after', `after: $after, first: ${first}`)
      .replace(/nodes \{.*\} pageInfo/, 'pageInfo');
    const data = await side.answered(
      await side.bytesOf({ ...request, query, variables: { ...request.variables, after } }),
    );
    const { endCursor, hasNextPage } = pageOf(data, request.path).pageInfo;
    if (!hasNextPage) break;
    after = endCursor;
  }
  return { ...request, variables: { ...request.variables, after } };
}

const pageOf = (data, path) => path.split('.').reduce((value, name) => value[name], data);

/** The median of each side, by turns. */
async function timed(sides, bytes) {
  const taken = sides.map(() => []);
  const began = performance.now();
  for (let round = -1; round < rounds; round++) {
    for (const [i, side] of sides.entries()) {
      const at = performance.now();
      await side.answered(bytes[i]);
      if (round >= 0) taken[i].push(performance.now() - at);
    }
    if (round >= 2 && performance.now() - began > longestMilliseconds) break;
  }
  return taken.map(median);
}
