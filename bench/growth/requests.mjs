// The requests of the growth work, made of the schema and of `lists.mjs`: every list forwards, deep, backwards, in each order, by
// each filter, searched with and without a find, and counted.
import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import { lists, others } from './lists.mjs';

const schema = buildSchema(readFileSync(new URL('../../src/schema/schema.graphql', import.meta.url), 'utf8'));
const paging = new Set(['first', 'after', 'last', 'before', 'orderBy', 'search', 'samples']);
export const pageSize = 20;
/** The page that counts as a deep one. */
export const deepPage = 30;
const nobody = 'xqzjvwk';

function fieldOf(path) {
  let type = schema.getQueryType();
  let field;
  for (const name of path.split('.')) {
    field = type.getFields()[name];
    if (field === undefined) throw new Error(`bench/growth/lists.mjs names ${path}, which the schema does not have`);
    type = getNamedType(field.type);
  }
  return field;
}
const isConnection = ({ type }) => getNamedType(type).name.endsWith('Connection');

/** Fails while a list of the schema is not in `lists.mjs`, or an argument of one has no value. */
function assertComplete(walked) {
  const named = new Set([...walked.map(({ path }) => path), ...Object.values(others).flat()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || ['Mutation', 'Subscription'].includes(type.name)) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const isRoot = type === schema.getQueryType();
      const path = isRoot ? name : `${type.name[0].toLowerCase()}${type.name.slice(1)}.${name}`;
      if ((isRoot || isConnection(field)) && !named.has(path))
        throw new Error(`bench/growth/lists.mjs lacks a line for ${path}`);
    }
  }
  for (const { path, field, filters } of walked)
    for (const name of filterNames(field))
      if (!(name in filters)) throw new Error(`bench/growth/lists.mjs lacks a value for ${name} of ${path}`);
}

const filterInput = (field) => {
  const input = field.args.find(({ name }) => name === 'filter');
  return input && getNamedType(input.type);
};
const filterNames = (field) => [
  ...field.args.map(({ name }) => name).filter((name) => name !== 'filter' && !paging.has(name)),
  ...Object.keys(filterInput(field)?.getFields() ?? {}).filter((name) => !paging.has(name)),
];

/** Every request: `{ name, as, query, variables, deep }`. */
export function growthRequests() {
  const walked = Object.entries(lists).map(([name, line]) => {
    const path = line.field ?? name;
    return { filters: {}, ...line, name, path, field: fieldOf(path) };
  });
  assertComplete(walked);
  return walked.flatMap((line) => (isConnection(line.field) ? listRequests(line) : counterRequests(line)));
}

function listRequests(line) {
  const { field, filters, also = [], common, nodes = '' } = line;
  const page = `nodes { id ${nodes} } pageInfo { hasNextPage endCursor }`;
  const request = requester(line);
  const isCounted = 'totalCount' in getNamedType(field.type).getFields();
  const orders = field.args.find(({ name }) => name === 'orderBy');
  const isSearched =
    field.args.some(({ name }) => name === 'search') || 'search' in (filterInput(field)?.getFields() ?? {});
  const combinations = [...Object.entries(filters).map(([name, value]) => ({ [name]: value })), ...also];
  return [
    request('first page', {}, page),
    { ...request(`page ${deepPage}`, {}, page), isDeep: true },
    request('from the end', { last: pageSize }, page),
    ...(isCounted ? [request('count', {}, 'totalCount')] : []),
    ...getNamedType(orders.type)
      .getValues()
      .map(({ value }) => value)
      .filter((value) => value !== orders.defaultValue)
      .map((value) => request(value, { orderBy: value }, page)),
    ...combinations.flatMap((by) => [
      request(`by ${describe(by)}`, by, page),
      ...(isCounted ? [request(`count by ${describe(by)}`, by, 'totalCount')] : []),
    ]),
    ...(isSearched
      ? [
          request('search, no match', { search: nobody }, page),
          request('search, many matches', { search: common }, page),
        ]
      : []),
  ];
}

const describe = (by) => Object.keys(by).join(', ');

function counterRequests(line) {
  const request = requester(line);
  const selection = leavesOf(getNamedType(line.field.type));
  const combinations = [
    ...Object.entries(line.filters).map(([name, value]) => ({ [name]: value })),
    ...(line.also ?? []),
  ];
  return [request('all', {}, selection), ...combinations.map((by) => request(`by ${describe(by)}`, by, selection))];
}

/** Everything that needs no argument, two levels deep. */
function leavesOf(type, depth = 2) {
  if (isLeafType(type)) return '';
  return Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .map(({ name, type: inner }) =>
      isLeafType(getNamedType(inner))
        ? name
        : depth > 1
          ? `${name} { ${leavesOf(getNamedType(inner), depth - 1)} }`
          : '',
    )
    .join(' ');
}

/** Writes the operation with variables for what `given` holds; fields of `filter` are put in it. */
function requester({ name: list, path, field, as, of = {} }) {
  const inFilter = filterInput(field)?.getFields() ?? {};
  return (name, given, selection) => {
    const [flat, filter] = [{}, {}];
    for (const [key, value] of Object.entries(given)) (key in inFilter ? filter : flat)[key] = value;
    const values = { ...flat, ...(Object.keys(filter).length > 0 && { filter }) };
    const args = field.args.filter(({ name: argument }) => argument in values || argument === 'after');
    const declared = args.map(({ name: argument, type }) => `$${argument}: ${String(type).replace(/!$/, '')}`);
    const used = args.map(({ name: argument }) => `${argument}: $${argument}`);
    const [root, inner] = path.split('.');
    const call = (field_, written) => `${field_}${written.length > 0 ? `(${written.join(', ')})` : ''}`;
    const body = `${call(inner ?? root, used)}${selection ? ` { ${selection} }` : ''}`;
    const outer = Object.entries(of).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    const query = `query Growth${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${
      inner ? `${call(root, outer)} { ${body} }` : body
    } }`;
    return { list, name, as, query, variables: values, path };
  };
}
