import {
  GraphQLEnumType,
  GraphQLError,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLBoolean,
  GraphQLUnionType,
  GraphQLInputObjectType,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';

/** What a resolver's context says here: how often it fails, and whether it answers at once. */
export interface Mood {
  /** One field in so many throws, rejects, or is null where none may be; 0 for never. */
  readonly trouble: number;
  /** One field in so many is a promise; 0 for never. */
  readonly patience: number;
}

export interface Thing {
  readonly path: string;
  readonly kind: string;
}

/** FNV-1a: the same number for the same parts, in whatever order things are asked. */
function numberOf(...parts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const letter of parts.join('|')) hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8;
}

const often = (number: number, oneIn: number): boolean => oneIn > 0 && number % oneIn === 0;
const kinds = ['Book', 'Person', 'Shop'];

const upper = new GraphQLScalarType({
  name: 'Upper',
  serialize: (value) => {
    if (value === 'nothing') return null;
    if (value === 'refused') throw new GraphQLError('This value cannot be shown.');
    return { text: String(value).toUpperCase(), nothing: null };
  },
});
const color = new GraphQLEnumType({ name: 'Color', values: { RED: { value: 1 }, GREEN: { value: 2 } } });

const filter: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Filter',
  fields: () => ({
    text: { type: GraphQLString, defaultValue: 'any' },
    colors: { type: new GraphQLList(new GraphQLNonNull(color)) },
    not: { type: filter },
  }),
});

/** The value of a field of a thing: the same whenever it is asked with the same arguments, whatever its kind. */
function valueOf(thing: Thing, args: unknown, { fieldName, returnType }: GraphQLResolveInfo, mood: Mood): unknown {
  const path = `${thing.path}.${fieldName}${JSON.stringify(args)}`;
  const trouble = numberOf(path, 'trouble');
  if (often(trouble, mood.trouble)) return misfortune(trouble, mood);
  return make(returnType, path, mood);
}

function misfortune(number: number, mood: Mood): unknown {
  const error = new Error(`Trouble ${number % 7}`);
  switch (Math.floor(number / Math.max(mood.trouble, 1)) % 6) {
    case 0:
      throw error;
    case 1:
      return Promise.reject(error);
    case 2:
      return error;
    case 3:
      return Promise.resolve(error);
    case 4:
      return null;
    default:
      return Promise.resolve(undefined);
  }
}

function make(type: GraphQLOutputType, path: string, mood: Mood): unknown {
  const value = plain(type, path, mood);
  return often(numberOf(path, 'patience'), mood.patience) ? Promise.resolve(value) : value;
}

function plain(type: GraphQLOutputType, path: string, mood: Mood): unknown {
  const number = numberOf(path, 'value');
  if (type instanceof GraphQLNonNull) return plain(type.ofType as GraphQLOutputType, path, mood);
  if (number % 11 === 0) return null;
  if (type instanceof GraphQLList) {
    const items = Array.from({ length: number % 4 }, (_, at) =>
      make(type.ofType as GraphQLOutputType, `${path}[${at}]`, mood),
    );
    return number % 13 === 0 ? new Set(items) : items;
  }
  if (type === GraphQLInt) return number % 1_000;
  if (type === GraphQLFloat) return number / 7;
  if (type === GraphQLBoolean) return number % 2 === 0;
  if (type === color) return 1 + (number % 2);
  if (type === upper) return often(number, mood.trouble) ? ['nothing', 'refused'][number % 2] : `text ${number % 100}`;
  if (type instanceof GraphQLObjectType) return { path, kind: type.name } satisfies Thing;
  if (type === GraphQLString || type === GraphQLID) return number % 5 === 0 ? number % 100 : `é ${number % 100}`;
  return { path, kind: kinds[number % kinds.length] as string } satisfies Thing;
}

const argumentsOfAll = {
  first: { type: GraphQLInt },
  filter: { type: filter },
  color: { type: color, defaultValue: 1 },
};

/** Fields of every shape: what they are wrapped in, with arguments and without, by a resolver and as a member. */
const fieldsOf = (members: Record<string, GraphQLOutputType>): GraphQLFieldConfigMap<Thing, Mood> =>
  Object.fromEntries(
    Object.entries(members).map(([name, type], at) => [
      name,
      {
        type,
        ...(at % 3 === 0 ? { args: argumentsOfAll } : {}),
        resolve: (thing: Thing, args: unknown, mood: Mood, info: GraphQLResolveInfo) =>
          valueOf(thing, args, info, mood),
      },
    ]),
  );

const member = (name: string, type: GraphQLOutputType): GraphQLFieldConfigMap<Thing, Mood> => ({ [name]: { type } });

const named: GraphQLInterfaceType = new GraphQLInterfaceType({
  name: 'Named',
  fields: () => ({ name: { type: GraphQLString }, next: { type: named } }),
  resolveType: (thing: Thing, mood: Mood) =>
    often(numberOf(thing.path, 'type'), mood.patience) ? Promise.resolve(thing.kind) : thing.kind,
});
const anything: GraphQLUnionType = new GraphQLUnionType({
  name: 'Anything',
  types: () => [book, person, shop],
  resolveType: (thing: Thing) => thing.kind,
});

const shared = (): Record<string, GraphQLOutputType> => ({
  name: GraphQLString,
  next: named,
  list: new GraphQLList(anything),
  sure: new GraphQLNonNull(GraphQLString),
  many: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLInt))),
  grid: new GraphQLList(new GraphQLList(color)),
  upper,
});

const book: GraphQLObjectType<Thing, Mood> = new GraphQLObjectType<Thing, Mood>({
  name: 'Book',
  interfaces: [named],
  fields: () => ({
    ...fieldsOf({ ...shared(), author: new GraphQLNonNull(person), pages: GraphQLInt, same: book }),
    ...member('path', GraphQLString),
    ...member('kind', new GraphQLNonNull(GraphQLString)),
    ...member('missing', GraphQLString),
  }),
});
const person: GraphQLObjectType<Thing, Mood> = new GraphQLObjectType<Thing, Mood>({
  name: 'Person',
  interfaces: [named],
  isTypeOf: (thing) => thing.kind === 'Person',
  fields: () => ({
    ...fieldsOf({
      ...shared(),
      books: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(book))),
      friend: person,
      constructor: GraphQLFloat,
      toString: GraphQLBoolean,
    }),
    ...member('path', new GraphQLNonNull(GraphQLID)),
  }),
});
const shop: GraphQLObjectType<Thing, Mood> = new GraphQLObjectType<Thing, Mood>({
  name: 'Shop',
  interfaces: [named],
  fields: () => fieldsOf({ ...shared(), stock: new GraphQLList(new GraphQLNonNull(anything)) }),
});

const rootFields = () =>
  fieldsOf({
    book,
    person: new GraphQLNonNull(person),
    shop,
    anything,
    all: new GraphQLList(named),
    text: GraphQLString,
  });

/** Objects, interfaces and unions that refer to each other, whose values are made up from where they stand. */
export const moodySchema = new GraphQLSchema({
  query: new GraphQLObjectType<Thing, Mood>({ name: 'Query', fields: rootFields }),
  mutation: new GraphQLObjectType<Thing, Mood>({ name: 'Mutation', fields: rootFields }),
  subscription: new GraphQLObjectType<Thing, Mood>({ name: 'Subscription', fields: rootFields }),
  types: [book, person, shop],
});
