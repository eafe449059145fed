import { getMetadataStorage } from 'type-graphql';

type Instances = (value: unknown) => unknown;
type Values = Record<string, unknown>;
interface Member {
  readonly name: string;
  readonly instances: Instances;
}

/** How values become instances, of the classes that have members of an input. */
const known = new WeakMap<object, Instances>();

/**
 * Turns values of GraphQL into instances of a class of inputs or arguments, with those within it, as type-graphql would. Its members are
 * looked for once, when the first value comes; what has no such class stays as it is.
 */
export function instancesOf(typeOf: () => unknown): Instances {
  let made: Instances | undefined;
  return (value) => (value === null || value === undefined ? value : (made ??= ofType(typeOf()))(value));
}

function ofType(type: unknown): Instances {
  if (typeof type !== 'function') return asItIs;
  const found = known.get(type) ?? ofClass(type);
  known.set(type, found);
  return found;
}

const asItIs: Instances = (value) => value;

function ofClass(type: Function): Instances {
  const members = membersOf(type);
  if (members.length === 0) return asItIs;
  const make = makerOf(type as new () => object, members);
  const each: Instances = (value) => {
    if (value === null || value === undefined) return value;
    return Array.isArray(value) ? value.map(each) : make(value as Values);
  };
  return each;
}

/** Its own members, and those that it inherits. */
function membersOf(type: Function): Member[] {
  const { inputTypes, argumentTypes } = getMetadataStorage();
  const members = new Map<string, Member>();
  for (let at: Function = type; at.prototype !== undefined; at = Object.getPrototypeOf(at) as Function) {
    const fields = [...inputTypes, ...argumentTypes].find(({ target }) => target === at)?.fields ?? [];
    for (const { name, getType } of fields)
      if (!members.has(name)) members.set(name, { name, instances: instancesOf(getType) });
  }
  return [...members.values()];
}

/** An instance has the members that were given, in the order of its class, and what its class gives the others. */
function makerOf(type: new () => object, members: readonly Member[]): (values: Values) => object {
  const initial = Object.entries(new type());
  const first = initial.map(([name]) => name);
  const placeOf = ({ name }: Member): number => (first.includes(name) ? first.indexOf(name) : first.length);
  const inOrder = members.toSorted((a, b) => placeOf(a) - placeOf(b));
  const isBare = initial.every(([, value]) => value === undefined);
  const begin = isBare ? () => Object.create(type.prototype as object) as Values : () => begun(type);
  return (values) => {
    const instance = begin();
    for (const { name, instances } of inOrder) {
      const value = values[name];
      if (value !== undefined) instance[name] = instances(value);
    }
    return instance;
  };
}

function begun(type: new () => object): Values {
  const instance = new type() as Values;
  for (const name of Object.keys(instance)) if (instance[name] === undefined) delete instance[name];
  return instance;
}
