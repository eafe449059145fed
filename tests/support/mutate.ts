import type { Actor } from '../../src/services/access/actor.ts';
import type { AppEnvironment } from './environment.ts';
import type { Answer } from './run-document.ts';

export type Fields = Record<string, unknown>;

interface Mutation {
  readonly name: string;
  readonly input: Fields;
  /** The fields that are asked for. */
  readonly answer: string;
}

interface Done {
  /** What was answered; undefined when nothing was. */
  readonly done: Fields | undefined;
  readonly errors: Answer['errors'];
}

/** Runs one mutation of the schema as somebody. */
export async function mutateAs(env: AppEnvironment, actor: Actor, { name, input, answer }: Mutation): Promise<Done> {
  const field = (await env.app.schema()).getMutationType()?.getFields()[name];
  const type = String(field?.args[0]?.type);
  const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${answer} } }`;
  const { data, errors } = await env.ask(actor, document, { input });
  return { done: (data as Record<string, Fields | undefined>)?.[name], errors };
}

/** The code of the first error. */
export const codeOf = ({ errors }: Pick<Answer, 'errors'>): unknown => errors?.[0]?.extensions?.['code'];

/** The fields that the first error names, each with its rules: `input.name isLength`. */
export const faultsOf = ({ errors }: Pick<Answer, 'errors'>): string[] | undefined =>
  (errors?.[0]?.extensions?.['details'] as { fields?: { path: string; rules: string[] }[] } | undefined)?.fields?.map(
    ({ path, rules }) => `${path} ${rules.join()}`,
  );
