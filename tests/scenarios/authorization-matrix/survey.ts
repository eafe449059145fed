import { isIntrospectionType, isObjectType, type GraphQLSchema } from 'graphql';
import { idOf, system } from '../../../src/services/access/actor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { LiveDelivery } from '../../../src/services/platform/live/source.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { rootFields, Sights, type RootField } from './documents.ts';
import { argumentsOf, type IdPlace } from './fixtures.ts';
import type { Row } from './matrix-file.ts';
import { officeOnly } from './office.ts';
import { Prober, refusedAtAuthentication, type Requester, type Answer } from './probe.ts';
import type { Tables } from './tables.ts';
import type { MatrixWorld, Objects } from './world.ts';
import { markOn } from '../../../src/schema/shared/marks.ts';

/** For places whose object the world does not know: the same each time, and nobody’s. */
const nobodys = '01999999-9999-7999-8999-999999999999';

/** What the walk over the schema finds. */
export interface Survey {
  readonly rows: Row[];
  /** What must never be, in words. */
  readonly faults: string[];
  /** How many answers were looked at. */
  asked: number;
}

interface Surveying {
  readonly world: MatrixWorld;
  readonly tables: Tables;
  readonly requesters: readonly Requester[];
  readonly schema: GraphQLSchema;
  readonly survey: Survey;
}

/** What a field says it asks for. */
export const freshProof = ' + fresh proof';
function requirementOf(schema: GraphQLSchema, { field }: Pick<RootField, 'field'>): string {
  const auth = markOn(schema, field, 'auth') as { requires: string; stepUp?: boolean } | undefined;
  if (auth !== undefined) return auth.requires + (auth.stepUp === true ? freshProof : '');
  return markOn(schema, field, 'public') ? 'public' : '';
}

/** The id that a place of the arguments takes. */
export const idIn =
  (objects: Objects) =>
  ({ key, isOptional }: IdPlace): string | undefined =>
    isOptional ? undefined : (objects[key] ?? nobodys);

/** What can be booked, and with whom, is public. */
const seenByEverybody: ReadonlySet<string> = new Set(['artisan', 'offering', 'bookableOffering', 'fileQuestion']);

/** The ids of what this kind of person has no part in; nothing of those who look after everything. */
function strangersThings(
  {
    world: {
      objects: [first, second],
    },
  }: Surveying,
  { kind: { person, mirror } }: Requester,
): string[] {
  const own = (objects: Objects, others: Objects): string[] =>
    Object.entries(objects)
      .filter(([key, id]) => others[key] !== id && !seenByEverybody.has(key))
      .map(([, id]) => id);
  const office = officeOnly.flatMap((key) => first[key] ?? []);
  if (person === null || person === 'artisan') return [...own(first, second), ...own(second, first), ...office];
  if (mirror === undefined) return [];
  return [...(person.endsWith('-1') ? own(second, first) : own(first, second)), ...office];
}

/** What a check writes down by itself, whatever is refused after it: that the clock is believed, or no more. */
const writtenByItself: Readonly<Record<string, readonly string[]>> = { creditInvoice: ['clock_state'] };

/** Asks once, and puts every table back. A denial that changed a row is a fault. */
async function askOnce(
  surveying: Surveying,
  prober: Prober,
  {
    requester,
    root,
    variables,
    sights,
  }: { requester: Requester; root: RootField; variables: Record<string, unknown>; sights?: Sights | undefined },
): Promise<Answer> {
  if (requester.actor === null) return refusedAtAuthentication;
  const { tables, survey } = surveying;
  survey.asked += 1;
  const answer = await prober.ask(requester.actor, root, variables, sights);
  const place = `${root.root}.${root.name} as ${requester.kind.name}`;
  if (answer.cell.endsWith(' INTERNAL')) survey.faults.push(`${place}: INTERNAL`);
  // What the caller sent may be in the answer.
  const given = JSON.stringify(variables);
  const leaked = strangersThings(surveying, requester).filter((id) => answer.words.includes(id) && !given.includes(id));
  if (leaked.length > 0) survey.faults.push(`${place}: reveals another’s things: ${answer.words.slice(0, 300)}`);
  if (root.root !== 'Mutation') return answer;
  const changed = await tables.changed();
  const wrong = changed.filter((table) => !writtenByItself[root.name]?.includes(table));
  if (answer.isDenied && wrong.length > 0) survey.faults.push(`${place}: denied, and yet ${wrong.join(', ')} changed`);
  await tables.restore(changed);
  return answer;
}

/** Walks the whole schema as every kind of person. */
export async function surveyAll(parts: Omit<Surveying, 'survey'>): Promise<Survey> {
  const survey: Survey = { rows: [], faults: [], asked: 0 };
  const surveying = { ...parts, survey };
  const prober = new Prober(parts.world.app, parts.schema);
  const sights = new Map(parts.requesters.map((requester) => [requester, new Sights()]));
  for (const root of rootFields(parts.schema)) {
    const answers: Answer[] = [];
    for (const requester of parts.requesters) {
      const { variables } = argumentsOf(root.root, root.field, idIn(parts.world.objects[0]));
      answers.push(await askOnce(surveying, prober, { requester, root, variables, sights: sights.get(requester) }));
    }
    survey.rows.push({
      field: `${root.root}.${root.name}`,
      requires: requirementOf(parts.schema, root),
      cells: answers.map(({ cell }) => cell),
    });
    await tryForeignIds(surveying, prober, { root, answers });
    if (root.root === 'Subscription') survey.rows.push(await deliverOnce(surveying, prober, { root, answers, sights }));
  }
  const changed = await parts.tables.changed();
  if (changed.length > 0) survey.faults.push(`reading changed ${changed.join(', ')}`);
  survey.rows.push(
    ...objectRows(
      parts.schema,
      parts.requesters.map((requester) => sights.get(requester) as Sights),
    ),
  );
  return survey;
}

/**
 * Whoever reads the audit log adds to it, and an export is a new one each time, and what was done to many orders, bookings or documents
 * repeats their ids: no two answers are alike. Only who may see all entries and orders may ask for them; bookings of others are
 * NOT_FOUND one by one, which `tests/services/scheduling/managing` asks.
 */
const neverTheSame = new Set([
  'auditEntries',
  'exportAudit',
  'exportBookings',
  'requestOrdersExport',
  'runOnOrders',
  'cancelBookings',
  'moveBookings',
  'bulkDocuments',
  'approveDestruction',
]);

/** An id of another kind of thing and what is none are refused by their form, whoever asks: so many kinds of people ask with them. */
const oddIdsAskedBy = process.env['STORM'] === 'full' ? Number.POSITIVE_INFINITY : 2;

/**
 * Every id argument, as everyone whom the field itself lets in: an id of nobody and the second customer’s; as the first
 * of them an id of another kind of thing, too, and one that is none. What is denied must be denied in the same words as
 * an id of nobody.
 */
async function tryForeignIds(
  surveying: Surveying,
  prober: Prober,
  { root, answers }: { root: RootField; answers: readonly Answer[] },
): Promise<void> {
  if (neverTheSame.has(root.name)) return;
  const {
    world: { objects },
    requesters,
    survey,
  } = surveying;
  const { places } = argumentsOf(root.root, root.field, idIn(objects[0]));
  for (const place of places) {
    const key = place.key;
    const asking = async (requester: Requester, id: string): Promise<Answer> => {
      const { variables } = argumentsOf(root.root, root.field, (one) =>
        one.path === place.path ? id : idIn(objects[0])(one),
      );
      return askOnce(surveying, prober, { requester, root, variables });
    };
    let letIn = 0;
    for (const [i, requester] of requesters.entries()) {
      const own = answers[i] as Answer;
      // Whom the field keeps out by its permission learns nothing by any id.
      if (requester.actor === null || own.cell === 'deny FORBIDDEN' || own.cell === 'deny UNAUTHENTICATED') continue;
      const at = `${root.root}.${root.name}(${place.path}) as ${requester.kind.name}`;
      const unknown = await asking(requester, newId());
      letIn += 1;
      const isOdd = letIn <= oddIdsAskedBy;
      const otherThing = objects[0][/order/i.test(key) ? 'user' : 'order'] ?? nobodys;
      const otherKind = isOdd ? await asking(requester, otherThing) : unknown;
      const malformed = isOdd ? await asking(requester, 'not-an-id') : unknown;
      const foreign = objects[1][key] === undefined ? unknown : await asking(requester, objects[1][key]);
      if (otherKind.words !== unknown.words)
        survey.faults.push(
          `${at}: an id of another kind of thing is not like one of nobody: ${otherKind.words} / ${unknown.words}`,
        );
      if (malformed.words !== unknown.words && malformed.cell !== 'rule INPUT_INVALID')
        survey.faults.push(`${at}: what is no id is not like one of nobody: ${malformed.words}`);
      const mirror = requesters.findIndex(({ kind }) => kind.name === requester.kind.mirror);
      const mirrored = answers[mirror];
      // With a place there, they are refused as the one with a place here: it exists for them.
      const isPlaced = foreign.cell === 'deny FORBIDDEN' && (place.isOptional || mirrored?.cell === 'deny FORBIDDEN');
      for (const denied of isPlaced ? [own] : [own, foreign]) {
        if (denied.isDenied && denied.words !== unknown.words)
          survey.faults.push(`${at}: denied in other words than an id of nobody: ${denied.words} / ${unknown.words}`);
      }
      const isOther =
        objects[1][key] !== objects[0][key] &&
        !place.isOptional &&
        places.filter(({ isOptional }) => !isOptional).length === 1;
      if (mirrored !== undefined && isOther && foreign.cell !== mirrored.cell) {
        survey.faults.push(
          `${at}: the second customer’s is ${foreign.cell}; the first customer’s is ${mirrored.cell} to ${String(requester.kind.mirror)}`,
        );
      }
    }
  }
}

interface Delivery {
  readonly root: RootField;
  readonly answers: readonly Answer[];
  readonly sights: ReadonlyMap<Requester, Sights>;
}

/**
 * The last event of the first customer’s stream, or of the first person’s who may have one where it is not for customers: who receives it,
 * checked as the hub checks each event.
 */
async function deliverOnce(
  { world, requesters, survey }: Surveying,
  prober: Prober,
  { root, answers, sights }: Delivery,
): Promise<Row> {
  const field = `Subscription.${root.name} event`;
  const customers = answers[requesters.findIndex(({ kind }) => kind.person === 'customer-1')];
  const stream = customers?.stream ?? answers.find((answer) => answer.stream !== undefined)?.stream;
  const name = `${stream?.topic.name}:${stream?.key}`;
  const row = await world.ctx.db
    .selectFrom('live_event')
    .select(['seq', 'payload'])
    .where('stream', '=', name)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  if (stream === undefined || row === undefined) {
    survey.faults.push(`${field}: no such event was published to the first customer; publish one in world.ts`);
    return { field, requires: '', cells: requesters.map(() => '-') };
  }
  const event: LiveDelivery = { seq: Number(row.seq), payload: jsonFrom(row.payload) };
  const { variables } = argumentsOf(root.root, root.field, idIn(world.objects[0]));
  const cells: string[] = [];
  for (const requester of requesters) {
    const { actor } = requester;
    const isDelivered =
      actor !== null && (await stream.entitled(event, [actor], prober.contextOf(system))).has(idOf(actor) ?? '');
    if (!isDelivered) {
      cells.push('not delivered');
      continue;
    }
    const answer = await prober.hear(actor, root, { variables, event, sights: sights.get(requester) as Sights });
    cells.push(answer.cell === 'allow' ? 'delivered' : answer.cell);
  }
  return { field, requires: '', cells };
}

function objectRows(schema: GraphQLSchema, sights: readonly Sights[]): Row[] {
  const roots = new Set(
    [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name),
  );
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !isIntrospectionType(type) && !roots.has(type.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((type) =>
      Object.values(type.getFields())
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map((field) => ({
          field: `${type.name}.${field.name}`,
          requires: requirementOf(schema, { field }),
          cells: sights.map((seen) => seen.of(`${type.name}.${field.name}`) ?? '-'),
        })),
    );
}

/** What a guard answers; whom it let in, it lets in no more when it is gone. */
const byGuard: ReadonlySet<string> = new Set(['deny FORBIDDEN', 'deny UNAUTHENTICATED', 'rule STEP_UP_REQUIRED']);

/** Is any cell of a root field another one when its guard is gone? Asks those whom it may have kept out until one is. */
export async function isGuardMissed(
  parts: Omit<Surveying, 'survey'>,
  unguarded: GraphQLSchema,
  { root, cells }: { root: RootField; cells: readonly string[] },
): Promise<boolean> {
  const surveying = { ...parts, survey: { rows: [], faults: [], asked: 0 } };
  const prober = new Prober(parts.world.app, unguarded);
  for (const [i, requester] of parts.requesters.entries()) {
    if (!byGuard.has(cells[i] ?? '')) continue;
    const { variables } = argumentsOf(root.root, root.field, idIn(parts.world.objects[0]));
    const { cell } = await askOnce(surveying, prober, { requester, root, variables });
    if (cell !== cells[i]) return true;
  }
  return false;
}
