// @lane sqlite: who may do what is decided before any statement.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serve, type Served } from '../../../src/serve.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import { engine } from '../../support/database.ts';
import { kinds } from './kinds.ts';
import { differences, writeMatrix } from './matrix-file.ts';
import { inDevelopmentOnly, routeRows } from './route-rows.ts';
import { makeThings } from './route-things.ts';
import { routesOf, surveyRoutes, type RouteSurvey } from './routes.ts';
import { keepTables, type Tables } from './tables.ts';
import { openMatrixWorld, type MatrixWorld } from './world.ts';

/** Who may fetch what by the routes beside the API: each route of the running server as every kind of person, over real HTTP. */
let world: MatrixWorld;
let tables: Tables;
let survey: RouteSurvey;
let development: Served;
let production: Served;

beforeAll(async () => {
  world = await openMatrixWorld();
  const things = await makeThings(world);
  const { app } = world;
  development = await serve(app);
  production = await serve({
    ...app,
    metrics: createMetrics(),
    config: { ...app.config, isProduction: true },
    services: {
      ...app.services,
      payments: {
        ...app.services.payments,
        current: { ...app.services.payments.current, provider: 'STRIPE' },
      },
    },
  });
  tables = await keepTables(world.database);
  survey = await surveyRoutes({ world, tables, things, development, production });
  if (process.env['MATRIX'] === 'write')
    writeMatrix(
      'routes',
      kinds.map(({ name }) => name),
      survey.rows,
    );
});
afterAll(async () => {
  await tables.close();
  await Promise.all([development.stop(), production.stop()]);
  await world.close();
});

test('every route of the server has rows, and no other; in production those of development are gone', () => {
  const routes = routesOf(development.http);
  expect(routes.toSorted()).toEqual(Object.keys(routeRows).toSorted());
  expect(routesOf(production.http).toSorted()).toEqual(routes.filter((route) => !inDevelopmentOnly(route)).toSorted());
});

test(`every route answers every kind of person as routes.csv says (${engine})`, () => {
  expect(
    differences(
      'routes',
      kinds.map(({ name }) => name),
      survey.rows,
    ),
  ).toEqual([]);
});

test('what is refused changes no row, is refused for another’s in the words for nobody’s, and nothing is our fault', () => {
  expect(survey.faults).toEqual([]);
  expect(survey.asked).toBeGreaterThan(1_000);
});
