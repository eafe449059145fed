import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { print, stripIgnoredCharacters, type GraphQLSchema } from 'graphql';
import { DocumentValidator } from '../../../src/resolvers/graphql/limits/document-validator.ts';
import { asGraphQLError, formatErrors } from '../../../src/resolvers/graphql/format-errors.ts';
import { serve, type Served } from '../../../src/serve.ts';
import { anonymous, type Actor } from '../../../src/services/access/actor.ts';
import { refuseFields } from '../../../src/services/kernel/errors.ts';
import { engine } from '../../support/database.ts';
import { randomOf } from '../../resolvers/graphql/limits/hostile-documents.ts';
import { bareRootFields, rootFields, type RootField } from '../authorization-matrix/documents.ts';
import { argumentsOf } from '../authorization-matrix/fixtures.ts';
import { Prober } from '../authorization-matrix/probe.ts';
import { keepTables, type Tables } from '../authorization-matrix/tables.ts';
import { openMatrixWorld, type MatrixWorld } from '../authorization-matrix/world.ts';
import { hostileValues, placesIn, withValue } from './values.ts';

/**
 * Every argument of every field of the schema, with 40 hostile values each, as a stranger, a customer and an admin with a fresh
 * proof: nothing is INTERNAL. A part of them each time, all with `STORM=full`; a new field joins by itself.
 */
const roles = [null, 'customer-1', 'admin'] as const;
type Role = (typeof roles)[number];
const isFull = process.env['STORM'] === 'full';
const seed = Date.now() % 1_000_000;
const share = isFull ? 1 : 0.003;
const caller = { locale: 'fr', address: '203.0.113.7', agent: 'walk' } as const;

let world: MatrixWorld;
let tables: Tables;
let served: Served;
let schema: GraphQLSchema;

beforeAll(async () => {
  world = await openMatrixWorld();
  schema = await world.app.schema();
  served = await serve(world.app);
  tables = await keepTables(world.database);
});
afterAll(async () => {
  await served.stop();
  await tables.close();
  await world.close();
});

const tokenOf = (role: Role): string | undefined => (role === null ? undefined : world.tokens.get(role));

interface Found {
  readonly code: string | undefined;
  readonly fields: readonly { path: string }[];
}

interface Answered {
  readonly errors?: readonly { extensions: { code: string; details: { fields?: { path: string }[] } } }[];
}
const foundIn = ({ errors }: Answered): Found => ({
  code: errors?.[0]?.extensions.code,
  fields: errors?.[0]?.extensions.details.fields ?? [],
});

/** Over the real entry point; what was changed is put back. */
async function askOver(role: Role, root: RootField, variables: Record<string, unknown>): Promise<Found> {
  const token = tokenOf(role);
  const response = await served.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    // Without indentation: a body with a long value and a wide document stays below the limit of bodies.
    payload: JSON.stringify({ query: stripIgnoredCharacters(print(root.document)), variables }),
  });
  const found = foundIn(response.json<Answered>());
  if (root.root === 'Mutation' && found.code !== 'INPUT_INVALID') await tables.restore(await tables.changed());
  return found;
}

/** As a socket admits and opens it. */
async function subscribe(role: Role, root: RootField, variables: Record<string, unknown>): Promise<Found> {
  const actor: Actor = role === null ? anonymous(caller) : await world.app.sessions.authenticate(tokenOf(role), caller);
  const admitted = new DocumentValidator(schema).admit({
    query: print(root.document),
    variables,
    audience: 'admin',
    mayIntrospect: false,
    transport: 'socket',
  });
  const refusals = Array.isArray(admitted)
    ? admitted
    : admitted.faults.length > 0
      ? [asGraphQLError(refuseFields(admitted.faults))]
      : [];
  if (refusals.length > 0)
    return foundIn({
      errors: formatErrors(refusals, { locale: 'fr', requestId: 'walk', log: world.app.log }),
    } as unknown as Answered);
  const { cell } = await new Prober(world.app, schema).ask(actor, root, variables);
  return { code: cell.includes(' INTERNAL') ? 'INTERNAL' : undefined, fields: [] };
}

/** Every field with arguments, with its whole answer; with a bare one where the whole is refused by its size, before any value is read. */
function walked(): RootField[] {
  const bare = bareRootFields(schema);
  const validator = new DocumentValidator(schema);
  const isTooLarge = ({ root, document }: RootField): boolean =>
    Array.isArray(
      validator.admit({
        query: stripIgnoredCharacters(print(document)),
        variables: {},
        audience: 'user',
        mayIntrospect: false,
        transport: root === 'Subscription' ? 'socket' : 'http',
      }),
    );
  return rootFields(schema)
    .map((root, i) => (isTooLarge(root) ? (bare[i] ?? root) : root))
    .filter(({ field }) => field.args.length > 0);
}
const closed = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'STEP_UP_REQUIRED']);

test(
  `no value of any argument is INTERNAL, seed ${String(seed)} (${engine})`,
  async () => {
    const random = randomOf(seed);
    const faults: string[] = [];
    let asked = 0;
    for (const root of walked()) {
      const { variables } = argumentsOf(root.root, root.field, ({ key, isOptional }) =>
        isOptional ? undefined : (world.objects[0][key] ?? '01999999-9999-7999-8999-999999999999'),
      );
      const plain = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
      const ask = root.root === 'Subscription' ? subscribe : askOver;
      for (const role of roles) {
        const drawn = placesIn(root.field.args).flatMap((place) =>
          hostileValues.filter(() => random() < share).map((value) => ({ place, value })),
        );
        // Whom the field keeps out by its permission learns nothing of its values.
        if (drawn.length === 0 || closed.has(String((await ask(role, root, plain)).code))) continue;
        for (const { place, value } of drawn) {
          asked += 1;
          const { code, fields } = await ask(role, root, withValue(plain, place, value));
          const at = `${root.root}.${root.name}(${place.join('.')}: ${JSON.stringify(value).slice(0, 60)}) as ${role ?? 'anonymous'}`;
          if (code === 'INTERNAL') faults.push(`${at}: INTERNAL`);
          const strange = fields.find(
            ({ path }) => !root.field.args.some(({ name }) => path === name || path.startsWith(`${name}.`)),
          );
          if (strange) faults.push(`${at}: reported at ${strange.path}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(isFull ? 10_000 : 100);
  },
  isFull ? 3_600_000 : 300_000,
);
