/** The routes of a running server, asked as every kind of person. */
import { request } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Served } from '../../../src/serve.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { until } from '../../support/until.ts';
import { kinds } from './kinds.ts';
import type { Row } from './matrix-file.ts';
import { routeRows, type RouteRow } from './route-rows.ts';
import type { Things } from './route-things.ts';
import type { Tables } from './tables.ts';
import type { MatrixWorld } from './world.ts';

/** Every route that a server has, as `GET /files/:id`: its own list, read line by line. What GET answers, HEAD does. */
export function routesOf(http: FastifyInstance): string[] {
  const above: string[] = [];
  return http
    .printRoutes({ commonPrefix: false })
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] =
        /^((?:│ {3}| {4})*)[├└]── (.*?)(?: \(([A-Z, -]+)\))?$/.exec(line) ?? [];
      const depth = indent.length / 4;
      above.splice(depth, above.length, part);
      const path = above
        .join('')
        .replace(/^\/\//, '/')
        .replace(/^\/(?=\*)/, '');
      return methods === ''
        ? []
        : methods
            .split(', ')
            .filter((method) => method !== 'HEAD' || !methods.includes('GET'))
            .map((method) => `${method} ${path}`);
    });
}

export interface Asking {
  readonly world: MatrixWorld;
  readonly tables: Tables;
  readonly things: Things;
  readonly development: Served;
  readonly production: Served;
}

interface Answered {
  /** `200`, `404 NOT_FOUND`. */
  readonly cell: string;
  /** Status and body, without the number of the request. */
  readonly words: string;
}

const described = (status: number, text: string): Answered => {
  const [, code] = /"code":"([A-Z_]+)"/.exec(text) ?? [];
  return {
    cell: status >= 400 && code !== undefined ? `${status} ${code}` : String(status),
    words: `${status} ${text.replace(/"requestId":"[^"]*"/g, '')}`,
  };
};

/** One request as it stands: `fetch` would tidy up its path, and refuses some methods. */
function send(
  url: string,
  method: string,
  { path, headers, body }: { path: string; headers: Record<string, string>; body: string | undefined },
): Promise<Answered> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('error', reject)
        .on('end', () => resolve(described(response.statusCode ?? 0, Buffer.concat(parts).toString('latin1'))));
    });
    asking.on('error', reject).end(body);
  });
}

async function ask(
  { development, production }: Asking,
  { method, row, path, token }: { method: string; row: RouteRow; path: string; token: string | undefined },
): Promise<Answered> {
  const served = row.isProduction ? production : development;
  const headers = { ...row.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  if (row.from === undefined) return send(served.url, method, { path, headers, body: row.body });
  const { statusCode, payload } = await served.http.inject({
    method: method as 'GET',
    url: path,
    headers,
    remoteAddress: row.from,
  });
  return described(statusCode, payload);
}

/** The audit log records a refusal, a moment after it, and the admins are notified of somebody who is refused again and again. */
const recordsRefusals: ReadonlySet<string> = new Set(['audit_entry', 'audit_head', 'audit_personal']);

export interface RouteSurvey {
  readonly rows: Row[];
  readonly faults: string[];
  asked: number;
}

/** Asks every row as every kind of person, and every foreign id; every table is put back each time. */
export async function surveyRoutes(asking: Asking): Promise<RouteSurvey> {
  const survey: RouteSurvey = { rows: [], faults: [], asked: 0 };
  for (const [route, rows] of Object.entries(routeRows)) {
    const method = route.split(' ')[0] ?? '';
    for (const row of rows) {
      const cells: string[] = [];
      for (const { name, person } of kinds) {
        const token = person === null ? undefined : asking.world.tokens.get(person);
        const asked = (path: string): Promise<Answered> =>
          askOnce(asking, survey, { method, row, path, token, place: `${route}, ${row.what}, as ${name}` });
        const own = await asked(row.path(asking.things));
        cells.push(own.cell);
        await tryForeign(asking, survey, { row, own, asked, place: `${route}, ${row.what}, as ${name}` });
      }
      survey.rows.push({ field: `${route}: ${row.what}`, requires: '', cells });
    }
  }
  return survey;
}

async function askOnce(
  asking: Asking,
  survey: RouteSurvey,
  { place, ...question }: { method: string; row: RouteRow; path: string; token: string | undefined; place: string },
): Promise<Answered> {
  const answered = await ask(asking, question);
  survey.asked += 1;
  if (answered.cell.startsWith('5')) survey.faults.push(`${place}: ${answered.words.slice(0, 200)}`);
  const { db } = asking.world.ctx;
  // A copy is destroyed once it has been sent.
  if (answered.cell === '200' && question.path.startsWith('/privacy/exports/'))
    await until(
      'the copy is destroyed',
      async () =>
        (
          await db
            .selectFrom('data_export')
            .select('id')
            .where('status', '=', 'FETCHED')
            .where('file_id', 'is not', null)
            .execute()
        ).length === 0,
    );
  const changed = await asking.tables.changed();
  const isAlertOnly =
    changed.includes('job') && (await asking.tables.added('job')).every(({ kind }) => kind === 'audit.alert-of-entry');
  const wrong = changed.filter((table) => !recordsRefusals.has(table) && !(table === 'job' && isAlertOnly));
  if (Number(answered.cell.slice(0, 3)) >= 400 && wrong.length > 0)
    survey.faults.push(`${place}: refused, and yet ${wrong.join(', ')} changed`);
  await asking.tables.restore(changed);
  return answered;
}

interface Trying {
  readonly row: RouteRow;
  readonly own: Answered;
  readonly asked: (path: string) => Promise<Answered>;
  readonly place: string;
}

/** Another’s, another kind of thing’s, nobody’s, and what is no id: what is refused is refused in the words for nobody’s. */
async function tryForeign(
  { things }: Asking,
  survey: RouteSurvey,
  { row: { foreign }, own, asked, place }: Trying,
): Promise<void> {
  if (foreign === undefined) return;
  const [first, second] = things.objects;
  const to = (id: string | undefined): Promise<Answered> => asked(foreign.path(id ?? '', things));
  const unknown = await to(newId());
  if (!unknown.cell.startsWith('4')) survey.faults.push(`${place}: an id of nobody is ${unknown.cell}`);
  for (const [whose, answer] of [
    ['their own', own],
    ['another’s', await to(second[foreign.key])],
    ['another kind of thing’s', await to(first['order'])],
    ['no id', await to('not-an-id')],
  ] as const) {
    if (answer.cell.startsWith('4') && answer.words !== unknown.words)
      survey.faults.push(
        `${place}: ${whose} is refused in other words than an id of nobody: ${answer.words} / ${unknown.words}`,
      );
  }
}
