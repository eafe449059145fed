import { globSync, readFileSync } from 'node:fs';
import {
  Kind,
  execute,
  parse,
  separateOperations,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../../../src/resolvers/context.ts';
import { createExecute, type Execute, type Executed } from '../../../src/resolvers/graphql/plan/execute-planned.ts';
import { rootFields } from './documents.ts';
import { argumentsOf } from './fixtures.ts';
import { Prober, type Requester } from './probe.ts';
import { idIn } from './survey.ts';
import type { MatrixWorld } from './world.ts';

interface Question {
  readonly name: string;
  readonly document: DocumentNode;
  /** The root field whose arguments the variables are. */
  readonly field: string;
}

const sdk = new URL('../../../sdk/operations/', import.meta.url);

/** The queries of the SDK, each in a document of its own with the fragments it names. */
function queriesOfTheSdk(): Question[] {
  const texts = globSync('*.graphql', { cwd: sdk }).map((file) => readFileSync(new URL(file, sdk), 'utf8'));
  return Object.entries(separateOperations(parse(texts.join('\n')))).flatMap(([name, document]) => {
    const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== 'query') return [];
    const [first] = operation.selectionSet.selections;
    if (first?.kind !== Kind.FIELD) throw new Error(`${name} begins with no field`);
    return [{ name, document, field: first.name.value }];
  });
}

/** Whoever reads the audit log is written in it: no two answers are the same. */
const changesWhatItReads = new Set(['auditEntries', 'auditStats']);

/** Every query there is: each root field with all it gives, and those of the SDK. */
const questions = (schema: GraphQLSchema): Question[] =>
  [
    ...rootFields(schema)
      .filter(({ root }) => root === 'Query')
      .map(({ name, document }) => ({ name, document, field: name })),
    ...queriesOfTheSdk(),
  ].filter(({ field }) => !changesWhatItReads.has(field));

export interface Compared {
  /** Questions whose answers differ from those of graphql-js, and how. */
  readonly differences: string[];
  readonly by: Readonly<Record<Executed, number>>;
  /** What was noted for the audit log by graphql-js, once for each time that plans were asked, and by plans that fell back on it. */
  readonly notes: { expected: number; planned: number };
}

const textOf = ({ data, errors = [] }: ExecutionResult): string =>
  JSON.stringify({ data, errors: errors.map(({ message, path }) => ({ message, path })) })
    // Each link has a number of its own, and so has each ticket of a form.
    .replace(/grant=[\w.-]+/g, 'grant=…')
    .replace(/"ticket":"[\w.-]+"/g, '"ticket":"…"');

/** A plan knows nothing of whose things they are, nor how long ago somebody signed in: `STORM=full` asks as those, too. */
const isAsking = ({ kind: { name } }: Requester): boolean =>
  process.env['STORM'] === 'full' || !/^other |without fresh proof$/.test(name);

/** Asks every query as every kind of person, by graphql-js and as plans. */
export async function compareExecutors(parts: {
  world: MatrixWorld;
  requesters: readonly Requester[];
  schema: GraphQLSchema;
}): Promise<Compared> {
  const { world, requesters, schema } = parts;
  const prober = new Prober(world.app, schema);
  const compared: Compared = {
    differences: [],
    by: { planned: 0, 'fell back': 0, 'graphql-js': 0 },
    notes: { expected: 0, planned: 0 },
  };
  const planned = createExecute(schema, (by) => void ((compared.by as Record<Executed, number>)[by] += 1));
  const byGraphqlJs: Execute = (asked) => execute({ ...asked, schema });
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const { name, document, field } of questions(schema)) {
    const { variables } = argumentsOf('Query', fields[field] as never, idIn(world.objects[0]));
    // Nothing is planned the first time; from the second on it is, whoever asks.
    let times = 2;
    for (const { kind, actor } of requesters.filter(isAsking)) {
      if (actor === null) continue;
      const answer = async (by: Execute, count: () => void): Promise<string> => {
        const context = counting(prober.contextOf(actor), count);
        return textOf(await by({ document, variableValues: variables, contextValue: context }));
      };
      const noted = times;
      const expected = await answer(byGraphqlJs, () => void (compared.notes.expected += noted));
      for (; times > 0; times -= 1) {
        const text = await answer(planned, () => void (compared.notes.planned += 1));
        if (text !== expected) compared.differences.push(`${name} as ${kind.name}: ${apart(text, expected)}`);
      }
      times = 1;
    }
  }
  return compared;
}

/** Where two texts begin to differ. */
function apart(text: string, expected: string): string {
  const at = [...text].findIndex((letter, i) => letter !== expected[i]);
  return `${text.slice(at, at + 80)}, not ${expected.slice(at, at + 80)}`;
}

const counting = (context: Context, count: () => void): Context => ({
  ...context,
  note: (entry) => {
    count();
    return context.note(entry);
  },
});
