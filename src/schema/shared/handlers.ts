import { isObjectType, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { checkRules } from './check-rules.ts';
import { instancesOf } from './instances.ts';
import { wrapFields } from './wrap-fields.ts';

type Handler = Pick<ReturnType<typeof getMetadataStorage>['queries'][number], 'target' | 'methodName' | 'params'> & {
  readonly schemaName: string;
  readonly kind?: 'internal' | 'external';
  readonly roles?: unknown[];
  readonly middlewares?: unknown[];
};
type Parameter = NonNullable<Handler['params']>[number];
type Resolve = GraphQLFieldResolver<unknown, unknown, Record<string, unknown>>;

/** One call of a field: its source, its arguments, the context and what is known of the field. */
type Call = Parameters<Resolve>;
type Given = (call: Call) => unknown;

/**
 * Fields that methods of resolvers answer, each with a handler that was made once. Those of type-graphql look for the instance of the
 * resolver among all, sort the parameters of the method, and look for the class of every member of an input among all classes, at each
 * call. They check no rules either: a schema with a field whose arguments nobody would check is not built.
 */
export function handleFields(schema: GraphQLSchema): GraphQLSchema {
  const { queries, mutations, subscriptions, fieldResolvers, objectTypes } = getMetadataStorage();
  replace(schema, schema.getQueryType()?.name, queries);
  replace(schema, schema.getMutationType()?.name, mutations);
  replace(schema, schema.getSubscriptionType()?.name, subscriptions);
  const names = new Map(objectTypes.map(({ target, name }) => [target, name]));
  for (const field of fieldResolvers) replace(schema, names.get(field.getObjectType?.() as Function), [field]);
  return wrapFields(schema, requireOwn);
}

/** Members of classes without a method take no arguments. */
function requireOwn({ name, args, resolve }: GraphQLField<unknown, unknown>, typeName: string): undefined {
  if (args.length > 0 && !(resolve && own.has(resolve)))
    throw new Error(`${typeName}.${name} takes arguments, whose rules nobody checks`);
}

const own = new WeakSet<Function>();

function replace(schema: GraphQLSchema, typeName: string | undefined, handlers: readonly Handler[]): void {
  const type = typeName === undefined ? undefined : schema.getType(typeName);
  const fields = isObjectType(type) ? type.getFields() : {};
  for (const handler of handlers) {
    const field = fields[handler.schemaName];
    if (field) field.resolve = handlerOf(handler);
  }
}

const resolvers = new WeakMap<Function, Record<string, (...given: unknown[]) => unknown>>();

function resolverOf(target: Function) {
  const known =
    resolvers.get(target) ?? (new (target as new () => never)() as NonNullable<ReturnType<typeof resolvers.get>>);
  resolvers.set(target, known);
  return known;
}

const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;

function handlerOf(handler: Handler): Resolve {
  const { target, methodName, params = [] } = handler;
  const givens = params.toSorted((a, b) => a.index - b.index).map(givenOf);
  if (!isKnown(handler, givens)) throw new Error(`${target.name}.${methodName} has what handlers do not know`);
  const resolver = resolverOf(target);
  const method = resolver[methodName] as (...given: unknown[]) => unknown;
  const resolve: Resolve = (...call) => {
    const given = givens.map((one) => one(call));
    return given.some(isPromise)
      ? Promise.all(given).then((all) => method.apply(resolver, all))
      : method.apply(resolver, given);
  };
  own.add(resolve);
  return resolve;
}

/** Roles and middlewares of type-graphql, methods of types, and parameters that are no plain values, are not used. */
const isKnown = (
  { kind = 'external', roles, middlewares = [] }: Handler,
  givens: (Given | undefined)[],
): givens is Given[] =>
  kind === 'external' &&
  roles === undefined &&
  middlewares.length === 0 &&
  givens.every((given) => given !== undefined);

type Givers = { readonly [K in Parameter['kind']]?: (parameter: Extract<Parameter, { kind: K }>) => Given | undefined };

/** What a method is given for a parameter of each kind. */
const givers: Givers = {
  root: ({ propertyName, getType }) => (getType ? undefined : ([root]) => memberOf(root, propertyName)),
  context:
    ({ propertyName }) =>
    ([, , context]) =>
      memberOf(context, propertyName),
  info:
    () =>
    ([, , , info]) =>
      info,
  custom: ({ options, resolver }) =>
    options.arg
      ? undefined
      : ([root, args, context, info]) => resolver({ root, args, context: context as object, info }) as unknown,
  arg: (parameter) => argumentOf(parameter, ([, args]) => args[parameter.name]),
  args: (parameter) => argumentOf(parameter, ([, args]) => args),
};

const givenOf = (parameter: Parameter): Given | undefined =>
  (givers[parameter.kind] as ((parameter: Parameter) => Given | undefined) | undefined)?.(parameter);

const memberOf = (part: unknown, name: string | undefined): unknown =>
  name === undefined ? part : (part as Record<string, unknown>)[name];

/** An argument, or all of them in a class of their own: made an instance of its class, and held against its rules. */
function argumentOf(
  { kind, getType, validateFn }: Extract<Parameter, { kind: 'arg' | 'args' }>,
  read: Given,
): Given | undefined {
  if (validateFn) return undefined;
  const instances = instancesOf(getType);
  const isInput = kind === 'arg';
  return (call) => {
    const argument = instances(read(call));
    const checked = checkRules(argument, { isInput, info: call[3] });
    return checked === undefined ? argument : checked.then(() => argument);
  };
}
