import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  isInterfaceType,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

export interface RootField {
  readonly root: 'Query' | 'Mutation' | 'Subscription';
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly document: DocumentNode;
}

const operations = {
  Query: OperationTypeNode.QUERY,
  Mutation: OperationTypeNode.MUTATION,
  Subscription: OperationTypeNode.SUBSCRIPTION,
} as const;

const known = new WeakMap<GraphQLSchema, readonly RootField[]>();

/** Everything that can be asked for: each root field with all of its answer, as deep as types do not repeat themselves. */
export function rootFields(schema: GraphQLSchema): readonly RootField[] {
  const fields = known.get(schema) ?? fieldsWith(schema, (type) => selectionOf(schema, type, []));
  known.set(schema, fields);
  return fields;
}

/** The same with nothing of their answers, for what is decided before anything is answered: small enough for every limit. */
export function bareRootFields(schema: GraphQLSchema): RootField[] {
  return fieldsWith(schema, (type) => (isCompositeType(getNamedType(type)) ? '{ __typename }' : ''));
}

type Selecting = (type: GraphQLOutputType) => string;

function fieldsWith(schema: GraphQLSchema, selecting: Selecting): RootField[] {
  return (Object.keys(operations) as RootField['root'][]).flatMap((root) =>
    Object.values(schema.getRootType(operations[root])?.getFields() ?? {})
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((field) => ({ root, name: field.name, field, document: documentOf(root, field, selecting) })),
  );
}

function documentOf(
  root: RootField['root'],
  field: GraphQLField<unknown, unknown>,
  selecting: Selecting,
): DocumentNode {
  const declared = field.args.map(
    ({ name, type, defaultValue }) =>
      `$${name}: ${defaultValue === undefined ? String(type) : String(type).replace(/!$/, '')}`,
  );
  const passed = field.args.map(({ name }) => `${name}: $${name}`);
  const list = (parts: string[]): string => (parts.length === 0 ? '' : `(${parts.join(', ')})`);
  return parse(`${operations[root]} ${list(declared)} { ${field.name}${list(passed)} ${selecting(field.type)} }`);
}

function selectionOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType | GraphQLNamedType,
  above: readonly string[],
): string {
  const named = getNamedType(type as GraphQLOutputType);
  if (!isCompositeType(named)) return '';
  if (above.includes(named.name)) return '{ __typename }';
  if (isUnionType(named) || isInterfaceType(named)) {
    return `{ __typename ${schema
      .getPossibleTypes(named)
      .map((one) => `... on ${one.name} ${selectionOf(schema, one, above)}`)
      .join(' ')} }`;
  }
  const within = [...above, named.name];
  const fields = Object.values(named.getFields()).filter((field) => isTaken(field, within));
  return fields.length === 0
    ? '{ __typename }'
    : `{ ${fields.map((field) => `${field.name} ${selectionOf(schema, field.type, within)}`).join(' ')} }`;
}

/** Fields that need arguments have documents of their own; a type further inside itself says nothing new. */
const isTaken = ({ type, args }: GraphQLField<unknown, unknown>, above: readonly string[]): boolean =>
  !above.slice(0, -1).includes(getNamedType(type).name) &&
  args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined);

/** What somebody saw of one field of a type, the most revealing first. */
export type Sight = 'value' | 'empty' | 'null';
const order: readonly Sight[] = ['value', 'empty', 'null'];

/** What was seen of every field of every type, as `Order.title`. */
export class Sights {
  readonly #seen = new Map<string, Sight>();

  of(place: string): Sight | undefined {
    return this.#seen.get(place);
  }

  /** Notes an answer, field by field. `failed` are the paths of errors: what is null because of one was not seen. */
  note(
    schema: GraphQLSchema,
    type: GraphQLObjectType,
    data: Readonly<Record<string, unknown>>,
    failed: ReadonlySet<string>,
    path = '',
  ): void {
    for (const [name, value] of Object.entries(data)) {
      const field = type.getFields()[name];
      const here = `${path}${name}`;
      if (field === undefined || failed.has(here)) continue;
      if (path !== '') this.#mark(`${type.name}.${name}`, sightOf(value));
      this.#within(schema, field.type, value, { failed, path: here });
    }
  }

  #within(
    schema: GraphQLSchema,
    type: GraphQLOutputType,
    value: unknown,
    { failed, path }: { failed: ReadonlySet<string>; path: string },
  ): void {
    if (value === null || value === undefined) return;
    const bare = isNonNullType(type) ? type.ofType : type;
    if (isListType(bare)) {
      for (const [i, one] of (value as unknown[]).entries())
        this.#within(schema, bare.ofType as GraphQLOutputType, one, { failed, path: `${path}.${i}` });
      return;
    }
    if (!isCompositeType(bare)) return;
    const made = isObjectType(bare) ? bare : schema.getType((value as { __typename: string }).__typename);
    if (isObjectType(made)) this.note(schema, made, value as Record<string, unknown>, failed, `${path}.`);
  }

  #mark(place: string, sight: Sight): void {
    const before = this.#seen.get(place);
    if (before === undefined || order.indexOf(sight) < order.indexOf(before)) this.#seen.set(place, sight);
  }
}

const sightOf = (value: unknown): Sight =>
  value === null || value === undefined ? 'null' : Array.isArray(value) && value.length === 0 ? 'empty' : 'value';
