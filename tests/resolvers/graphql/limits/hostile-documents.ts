/** Random documents that try to take more time than their bytes are worth. The same seed gives the same ones. */

export interface HostileDocument {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** mulberry32: small, and the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const times = (count: number, text: (i: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(between);

class Writer {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  upTo = (most: number): number => Math.floor(this.#random() * (most + 1));
  pick = <T>(list: readonly T[]): T => list[this.upTo(list.length - 1)] as T;
  isSo = (share: number): boolean => this.#random() < share;

  /** Fragments that spread one another: a chain of `levels` with `width` spreads each, with or without fields, an end that is or is not there. */
  fragments(): string {
    const levels = 1 + this.upTo(18);
    const width = 1 + this.upTo(Math.min(40, Math.floor(this.pick([100, 400, 800]) / (levels * 4))));
    const field = this.pick(['', '', 'id', 'friend { id }', 'a: name', 'friends(first: 3) { id }', '__typename']);
    const end = this.pick(['nowhere', 'f0', `f${levels}`, `f${this.upTo(levels)}`]);
    const spread = (i: number) =>
      this.pick([
        `...f${i + 1}`,
        `... { ...f${i + 1} }`,
        `...f${i + 1} @include(if: true)`,
        `... on User { ...f${i + 1} }`,
      ]);
    const type = this.pick(['User', 'User', 'User', 'Query', 'Order', 'Nothing', '__Type']);
    const chain = times(levels, (i) => {
      const one = spread(i).replace(`f${levels}`, end === `f${levels}` ? `f${levels}` : end);
      return `fragment f${i} on ${type} { ${field} ${times(width, () => one)} }`;
    });
    return `${chain} ${this.isSo(0.5) ? `fragment f${levels} on ${type} { ${this.leaf()} }` : ''}`;
  }

  leaf(): string {
    return this.pick([
      'id',
      'name',
      '__typename',
      'unknown',
      'friend { id }',
      `a${this.upTo(9)}: id`,
      `friends(first: ${this.upTo(200)}) { id }`,
      'ofType { name }',
    ]);
  }

  literal(isConstant = false, depth = this.upTo(3)): string {
    const deep = this.upTo(this.pick([20, 20, 240]));
    return this.pick([
      '1',
      '"x"',
      'null',
      'true',
      'NAME',
      isConstant ? '2' : '$v0',
      isConstant || this.isSo(0.8) ? '3' : '$nowhere',
      `"${'x'.repeat(this.upTo(20_000))}"`,
      `"""${'\n x'.repeat(this.upTo(5_000))}"""`,
      `${'['.repeat(deep)}${']'.repeat(deep)}`,
      `${'{ a: '.repeat(deep / 2)}1${' }'.repeat(deep / 2)}`,
      `[${times(this.upTo(200), () => '1')}]`,
      '9'.repeat(this.upTo(5_000)),
      depth > 0 ? `[${times(this.upTo(4), () => this.literal(isConstant, depth - 1))}]` : '4.5',
      `{ ${times(this.upTo(90), (i) => `k${i % 7}: 1`)} }`,
      `{ email: ${this.isSo(0.5) ? '1' : '"a"'}, password: "b" }`,
    ]);
  }

  selections(): string {
    const many = this.upTo(this.pick([6, 30, 30, 200]));
    const same = this.pick([
      'id',
      'friend { id }',
      'x: name',
      'friends { id }',
      '...f0',
      '... { id }',
      '... { ... { ...f0 } }',
      'id @include(if: $v0)',
      'search(text: "a") { __typename }',
    ]);
    return this.pick([
      '...f0',
      times(many, () => same),
      times(many, (i) => `a${i}: id`),
      times(this.upTo(40), () => this.leaf()),
      `${'friend { '.repeat(many)}id${' }'.repeat(many)}`,
      `id ${'@include(if: true) '.repeat(many)}`,
      `friends(${times(many, (i) => `${this.pick(['first', `k${i}`])}: 1`)}) { id }`,
      `friends(first: ${this.literal()}) { id }`,
    ]);
  }

  introspection(): string {
    const levels = this.upTo(20);
    return `__schema { types { ${'fields { type { '.repeat(levels)} ...f0 name${' } }'.repeat(levels)} } }`;
  }

  operation(name: string): string {
    const declared = this.isSo(0.5)
      ? `(${times(1 + this.upTo(this.pick([3, 3, 80])), (i) => `$${this.pick([`v${i}`, 'v0'])}: ${this.pick(['Int', 'String!', '[[Int]]', 'LoginInput', 'User', 'Nothing'])} ${this.isSo(0.2) ? `= ${this.literal(true)}` : ''}`)})`
      : '';
    const root = this.pick([
      `me { ${this.selections()} }`,
      this.selections(),
      `__schema { types { ${this.selections()} } }`,
      this.introspection(),
      `__type(name: "User") { ${times(this.upTo(30), () => '...f0')} }`,
      `search(text: ${this.literal()}, tags: ${this.literal()}) { __typename }`,
      times(this.upTo(20), (i) => `a${i}: me { ...f0 }`),
      `login(input: ${this.literal()}) { id }`,
    ]);
    return `${this.pick(['query', 'mutation', 'subscription'])} ${name}${declared} { ${root} }`;
  }

  document(): HostileDocument {
    const ignored = this.pick([
      '',
      '',
      '\n'.repeat(this.upTo(60_000)),
      `#${'x'.repeat(this.upTo(60_000))}\n`,
      ','.repeat(this.upTo(60_000)),
      '\r\n'.repeat(this.upTo(300)),
    ]);
    const operations = times(this.pick([1, 1, 1, 2, this.upTo(40)]), (i) =>
      this.operation(this.isSo(0.9) ? `q${i}` : 'q'),
    );
    const fragments = this.isSo(0.75) ? this.fragments() : '';
    const unused = this.isSo(0.2)
      ? times(this.upTo(30), (i) => `fragment u${i} on User { ${this.leaf()} ...u${i + 1} }`)
      : '';
    return { query: [ignored, operations, fragments, unused].join('\n').slice(0, 90_000), variables: this.variables() };
  }

  variables(): Record<string, unknown> {
    let deep: unknown = 1;
    for (let i = this.upTo(60); i > 0; i -= 1) deep = this.isSo(0.5) ? [deep] : { child: deep };
    const value = () =>
      this.pick<unknown>([
        1,
        'x',
        null,
        true,
        deep,
        Array.from({ length: this.upTo(3_000) }, () => 'x'),
        'x'.repeat(this.upTo(50_000)),
        '\ud800',
        { email: deep, password: '\u0000' },
      ]);
    return Object.fromEntries(Array.from({ length: this.upTo(5) }, (_, i) => [`v${i}`, value()]));
  }
}

export const hostileDocument = (seed: number): HostileDocument => new Writer(seed).document();
