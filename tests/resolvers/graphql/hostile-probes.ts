/** Documents that try to do harm, over a selection of a person that each schema reaches in its own way. */
export interface Probe {
  readonly name: string;
  readonly query: string;
  readonly variables?: unknown;
}

/** How a test writes an operation around a selection on `User`. */
export type Wrap = (selection: string, root?: string) => string;

const times = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const nested = (depth: number): string => `${'friend { '.repeat(depth)}id${' }'.repeat(depth)}`;

export const probesFor = (wrap: Wrap): Probe[] => [
  { name: '16 aliases', query: wrap(times(16, (i) => `a${i}: id`)) },
  { name: '101 aliases', query: wrap(times(101, (i) => `a${i}: id`)) },
  { name: '1,000 aliases', query: wrap(times(1000, (i) => `a${i}: id`)) },
  {
    name: 'aliases through 4 fragments',
    query: `${wrap('...f0 ...f1 ...f2 ...f3')} ${times(4, (k) => `fragment f${k} on User { ${times(5, (i) => `a${k}${i}: id`)} }`)}`,
  },
  { name: '13 levels', query: wrap(nested(12)) },
  {
    name: 'levels through 8 nested fragments',
    query: `${wrap('...f0')} ${times(8, (i) => `fragment f${i} on User { friend { friend { ${i < 7 ? `...f${i + 1}` : 'id'} } } }`)}`,
  },
  {
    name: 'the 80-fragment bomb',
    query: `${wrap('...f0')} ${times(80, (i) => `fragment f${i} on User { friend { ...f${i + 1} } other: friend { ...f${i + 1} } }`)} fragment f80 on User { id }`,
  },
  {
    name: 'a bomb of 19 fragments',
    query: `${wrap('...f0')} ${times(18, (i) => `fragment f${i} on User { ...f${i + 1} ... { ...f${i + 1} } id }`)} fragment f18 on User { id }`,
  },
  { name: 'a fragment of itself', query: `${wrap('...f')} fragment f on User { friend { ...f } }` },
  { name: 'a breadth of 15,000', query: wrap('id '.repeat(15_000)) },
  { name: 'a page of 100,000', query: wrap('friends(first: 100000) { id }') },
  { name: 'pages in pages', query: wrap('friends(first: 100) { friends(first: 100) { friends(first: 100) { id } } }') },
  { name: '500 known directives', query: wrap(`id ${'@include(if: true) '.repeat(500)}`) },
  { name: '9 known directives', query: wrap(`id ${'@include(if: true) '.repeat(9)}`) },
  { name: '2,000 unknown directives', query: wrap(`id ${'@x '.repeat(2000)}`) },
  { name: '2,000 duplicate fields', query: wrap('id '.repeat(2000)) },
  { name: '3,000 overlapping fields', query: wrap('friend { id } '.repeat(3000)) },
  { name: '240 overlapping fields', query: wrap('friend { id } '.repeat(240)) },
  { name: 'a list literal nested 4,000', query: wrap(`friends(first: ${'['.repeat(4000)}${']'.repeat(4000)}) { id }`) },
  { name: 'a suggestion', query: wrap('frend { id }') },
  { name: '300 suggestions', query: wrap(times(300, (i) => `frien${i}`)) },
  { name: '__proto__', query: wrap('__proto__ constructor') },
  { name: 'introspection', query: wrap('id', '__schema { types { name fields { name } } }') },
  { name: '__type', query: wrap('id', '__type(name: "User") { name fields { name } }') },
  {
    name: 'circular introspection',
    query: wrap('id', `__schema { types { ${'fields { type { '.repeat(12)}name${' } }'.repeat(12)} } }`),
  },
  {
    name: 'a value of the wrong type, echoed',
    query: wrap('id').replace(
      /^(\w+)? ?\{/,
      (head) => `${head.replace('{', '').trim() || 'query'} ($n: Int! = "${'x'.repeat(3000)}") {`,
    ),
  },
  { name: 'variables with a prototype', query: wrap('id'), variables: JSON.parse('{"__proto__":{"isAdmin":true}}') },
];
