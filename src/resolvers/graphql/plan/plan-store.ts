import {
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { NotPlanned } from './not-planned.ts';
import type { PlannedField } from './planned-field.ts';
import { Planner } from './planner.ts';

/** Operations whose selections depend on more variables are executed by graphql-js. */
const mostConditions = 4;

/** The plans of one operation: one for each set of values of the variables that `@skip` and `@include` name. */
export class OperationPlans {
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly #conditions: readonly string[];
  readonly #plans = new Map<string, readonly PlannedField[]>();
  #isGivenUp = false;

  constructor(
    schema: GraphQLSchema,
    { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
  ) {
    this.#schema = schema;
    this.#document = document;
    this.operation = operation;
    this.#conditions = conditionsOf(document);
    this.#isGivenUp = operation.operation === 'mutation' || this.#conditions.length > mostConditions;
  }

  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** After a failure: some operations are never tried again. */
  note(failure: unknown): void {
    this.#isGivenUp ||= failure instanceof NotPlanned && failure.isLasting;
  }

  fieldsFor(variables: Readonly<Record<string, unknown>>): readonly PlannedField[] {
    const id = this.#conditions.map((name) => String(variables[name])).join();
    const known = this.#plans.get(id);
    if (known) return known;
    const conditions = new Map(this.#conditions.map((name) => [name, variables[name] === true]));
    const parts = { document: this.#document, operation: this.operation, conditions };
    const fields = new Planner(this.#schema, parts).root();
    this.#plans.set(id, fields);
    return fields;
  }
}

/** The names of the variables that decide which fields are selected. */
function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ arguments: given = [] }: DirectiveNode) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
