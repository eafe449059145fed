import { execute, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { openServices } from '../../src/adapters.ts';
import { createContext, type Context } from '../../src/resolvers/context.ts';
import { formatErrors } from '../../src/resolvers/graphql/format-errors.ts';
import { newBudget } from '../../src/resolvers/graphql/limits/node-budget.ts';
import { resolvers } from '../../src/resolvers/index.ts';
import { createSchema } from '../../src/schema/schema.ts';
import type { Actor } from '../../src/services/access/actor.ts';
import type { AppServices } from '../../src/services/platform/context.ts';
import type { Run } from '../../src/services/platform/context.ts';
import type { World } from '../support/world.ts';

export interface Answer {
  readonly data: Readonly<Record<string, never>>;
  /** The codes of what was refused. */
  readonly codes: readonly string[];
}

/** The whole API over a world, as one person after the other uses it: `ask(actor, document, variables)`. */
export async function openApi(world: World, overrides: Partial<AppServices> = {}) {
  const schema: GraphQLSchema = await createSchema(resolvers);
  const services = { ...(await openServices(world.config, world.clock)), ...overrides };
  const contextOf = (actor: Actor): Context =>
    createContext(
      {
        ...services,
        actor,
        requestId: 'test',
        config: world.config,
        log: world.logs.log,
        now: world.clock.now(),
        db: world.db,
        processId: null,
        run: ((useCase, input) => world.run(useCase, input, actor)) as Run,
        note: world.contextFor(actor).note,
      },
      { signal: new AbortController().signal, budget: newBudget() },
    );
  const ask = async (
    actor: Actor,
    text: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<Answer> => {
    const document = parse(text);
    const faults = validate(schema, document);
    if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
    const { data, errors = [] } = (await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: contextOf(actor),
    })) as ExecutionResult;
    const formatted = formatErrors(errors, { locale: actor.locale, requestId: 'test', log: world.logs.log });
    return {
      data: (data ?? {}) as Answer['data'],
      codes: formatted.map(({ extensions }) => String(extensions?.['code'])),
    };
  };
  return { schema, contextOf, ask };
}
