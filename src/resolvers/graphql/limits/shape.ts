import {
  Kind,
  getNamedType,
  isListType,
  isNonNullType,
  isCompositeType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a selection amounts to once fragments are expanded. */
export interface Shape {
  depth: number;
  listDepth: number;
  aliases: number;
  directives: number;
  fields: number;
  repeated: number;
  introspects: boolean;
}

export type Parent = GraphQLCompositeType | undefined;

const nothing = (): Shape => ({
  depth: 0,
  listDepth: 0,
  aliases: 0,
  directives: 0,
  fields: 0,
  repeated: 0,
  introspects: false,
});

function absorb(into: Shape, part: Shape): void {
  into.depth = Math.max(into.depth, part.depth);
  into.listDepth = Math.max(into.listDepth, part.listDepth);
  into.aliases += part.aliases;
  into.directives += part.directives;
  into.fields += part.fields;
  into.repeated += part.repeated;
  into.introspects ||= part.introspects;
}

/** How many lists a type is wrapped in. */
export function listsIn(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listsIn(type.ofType);
  return isListType(type) ? 1 + listsIn(type.ofType) : 0;
}

/**
 * The field definitions of a parent, or none where the document names an unknown type: validation reports that later.
 */
export const fieldOf = (parent: Parent, name: string) =>
  parent !== undefined && 'getFields' in parent ? parent.getFields()[name] : undefined;

export function compositeNamed(schema: GraphQLSchema, name: string): Parent {
  const type = schema.getType(name);
  return isCompositeType(type) ? type : undefined;
}

export const typeOfField = (parent: Parent, name: string): Parent => {
  const type = getNamedType(fieldOf(parent, name)?.type);
  return isCompositeType(type) ? type : undefined;
};

/**
 * Measures a document in time linear in its size: each fragment is measured once and added wherever it is spread.
 * The fragments that are spread must exist, and none within itself.
 */
export class ShapeReader {
  /** As many as are written, whatever they are called. */
  readonly fragmentCount: number;
  readonly fragments = new Map<string, FragmentDefinitionNode>();
  readonly operations: OperationDefinitionNode[] = [];
  readonly schema: GraphQLSchema;
  readonly #measured = new Map<string, Shape>();
  readonly #roots = new Map<string, readonly string[]>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.schema = schema;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
      if (definition.kind === Kind.OPERATION_DEFINITION) this.operations.push(definition);
    }
    this.fragmentCount = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length;
  }

  shapeOf(operation: OperationDefinitionNode): Shape {
    const shape = this.#ofSet(
      operation.selectionSet,
      this.schema.getRootType(operation.operation) ?? undefined,
      new Set(),
    );
    shape.directives += operation.directives?.length ?? 0;
    return shape;
  }

  /** The names of the root fields, repeated for each use; of a document whose fields are within the limit. */
  rootFields(set: SelectionSetNode): string[] {
    const names: string[] = [];
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.push(selection.name.value);
      else
        names.push(
          ...(selection.kind === Kind.INLINE_FRAGMENT
            ? this.rootFields(selection.selectionSet)
            : this.#rootsOf(selection.name.value)),
        );
    }
    return names;
  }

  #rootsOf(name: string): readonly string[] {
    const known = this.#roots.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    const names = fragment ? this.rootFields(fragment.selectionSet) : [];
    this.#roots.set(name, names);
    return names;
  }

  #ofSet(set: SelectionSetNode, parent: Parent, keys: Set<string>): Shape {
    const shape = nothing();
    for (const selection of set.selections) {
      shape.directives += selection.directives?.length ?? 0;
      absorb(shape, this.#ofSelection(selection, parent, keys));
    }
    return shape;
  }

  #ofSelection(selection: SelectionNode, parent: Parent, keys: Set<string>): Shape {
    if (selection.kind === Kind.FIELD) return this.#ofField(selection, parent, keys);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(selection.name.value);
    const condition = selection.typeCondition?.name.value;
    return this.#ofSet(
      selection.selectionSet,
      condition === undefined ? parent : compositeNamed(this.schema, condition),
      keys,
    );
  }

  #ofField(field: FieldNode, parent: Parent, keys: Set<string>): Shape {
    const name = field.name.value;
    const shape = field.selectionSet
      ? this.#ofSet(field.selectionSet, typeOfField(parent, name), new Set())
      : nothing();
    // Introspection is refused or allowed as a whole: a rule of the specification limits its depth.
    if (isIntrospection(name)) Object.assign(shape, { depth: 0, listDepth: 0, introspects: true });
    const definition = fieldOf(parent, name);
    shape.depth += 1;
    shape.listDepth += definition ? listsIn(definition.type) : 0;
    shape.fields += 1;
    return named(shape, field, keys);
  }

  #ofFragment(name: string): Shape {
    const known = this.#measured.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return nothing();
    const shape = this.#ofSet(
      fragment.selectionSet,
      compositeNamed(this.schema, fragment.typeCondition.name.value),
      new Set(),
    );
    shape.directives += fragment.directives?.length ?? 0;
    this.#measured.set(name, shape);
    return shape;
  }
}

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

/** Counts what a field's name adds: an alias, and a key that the selection set has already. */
function named(shape: Shape, { alias, name }: FieldNode, keys: Set<string>): Shape {
  const key = (alias ?? name).value;
  if (alias) shape.aliases += 1;
  if (keys.has(key)) shape.repeated += 1;
  keys.add(key);
  return shape;
}
