import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Dice } from '../../../support/fuzz.ts';

const variables = '$yes: Boolean!, $no: Boolean = false, $first: Int, $text: String = "x", $colors: [Color!]';
const aliases = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'a', 'b', 'name'];
const directives = [
  '@skip(if: true)',
  '@include(if: true)',
  '@skip(if: $yes)',
  '@include(if: $yes)',
  '@skip(if: $no) @include(if: $yes)',
];

/** Texts of operations over a schema, mostly valid, from dice. */
export class RandomOperations {
  readonly #schema: GraphQLSchema;
  readonly #dice: Dice;
  #fragments: string[] = [];

  constructor(schema: GraphQLSchema, dice: Dice) {
    this.#schema = schema;
    this.#dice = dice;
  }

  next(): string {
    this.#fragments = [];
    const kind = this.#dice.of(['query', 'query', 'query', 'subscription', 'mutation'] as const);
    const type = this.#schema.getRootType(kind as never) as GraphQLCompositeType;
    const body =
      kind === 'subscription'
        ? this.#field(type as never, 4) || 'text'
        : this.#selections(type, this.#dice.under(4) + 1);
    // Names all the variables: one that nothing uses is an error.
    const uses =
      'fragment Uses on Book { u1: name @skip(if: $yes) u2: name @skip(if: $no) u3: sure(first: $first) u4: name(filter: { text: $text, colors: $colors }) }';
    return `${kind} Q(${variables}) { ${body} } ${this.#fragments.join(' ')} ${uses}`;
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const count = this.#dice.under(4) + 1;
    const selections = Array.from({ length: count }, () => this.#selection(type, depth));
    return selections.filter(Boolean).join(' ') || '__typename';
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    if (this.#dice.oneIn(5)) return this.#fragment(type, depth);
    if (this.#dice.oneIn(8) || !('getFields' in type)) return `${this.#alias()}__typename ${this.#directive()}`;
    return this.#field(type as never, depth);
  }

  #field(type: { getFields(): Record<string, GraphQLField<unknown, unknown>> }, depth: number): string {
    const field = this.#dice.of(Object.values(type.getFields()));
    const inner = getNamedType(field.type);
    if (isCompositeType(inner) && depth === 0) return '';
    const below = isCompositeType(inner) ? `{ ${this.#selections(inner, depth - 1)} }` : '';
    return `${this.#alias()}${field.name}${this.#arguments(field)} ${this.#directive()} ${below}`;
  }

  #arguments({ args }: GraphQLField<unknown, unknown>): string {
    if (args.length === 0 || this.#dice.oneIn(2)) return '';
    return this.#dice.of([
      '(first: 3)',
      '(first: $first)',
      '(color: GREEN)',
      '(color: null)',
      '(filter: { text: $text, colors: [RED] })',
      '(filter: { colors: $colors, not: { text: null } })',
    ]);
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const conditions = [type, ...possible, ...(isObjectType(type) ? type.getInterfaces() : [])];
    const on = this.#dice.of(conditions);
    if (this.#dice.oneIn(4)) return `... ${this.#directive()} { ${this.#selections(type, depth)} }`;
    const body = this.#selections(on, depth);
    if (this.#dice.oneIn(2)) return `... on ${on.name} ${this.#directive()} { ${body} }`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${on.name} { ${body} }`);
    return `...${name} ${this.#directive()}`;
  }

  #alias(): string {
    return this.#dice.oneIn(6) ? `${this.#dice.of(aliases)}: ` : '';
  }

  #directive(): string {
    return this.#dice.oneIn(8) ? this.#dice.of(directives) : '';
  }
}
