import { getMetadataStorage, validate, type ValidationError } from 'class-validator';
import { getNamedType, isInputObjectType, type GraphQLResolveInfo } from 'graphql';
import { refuseFields, type Bounds, type FieldError } from '../../services/kernel/errors.ts';
import { tidiesOf } from './text.rules.ts';

const storage = getMetadataStorage();
type Rules = ReturnType<typeof storage.getTargetValidationMetadatas>;
keepRules();

/**
 * The library looks at every class that has rules, at each call, for those that a class inherits: what it found is
 * kept. Nobody validates by groups.
 */
function keepRules(): void {
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const found = new WeakMap<Function, Rules>();
  storage.getTargetValidationMetadatas = (target, ...how): Rules => {
    const rules = found.get(target) ?? find(target, ...how);
    found.set(target, rules);
    return rules;
  };
}

const ruled = new WeakMap<Function, boolean>();
const rulesOf = (target: Function): Rules => storage.getTargetValidationMetadatas(target, '', false, false);

/**
 * Is this an object of a class with rules? Cursors have none: the library would look for one at each call, and at each
 * event of a subscription. JSON has no class, whatever its own member `constructor` says.
 */
function hasRules(value: unknown): value is object {
  const prototype: unknown = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : null;
  if (prototype === null || prototype === Object.prototype) return false;
  const target = (prototype as object).constructor;
  const known = ruled.get(target);
  if (known !== undefined) return known;
  const found = rulesOf(target).length > 0;
  ruled.set(target, found);
  return found;
}

const tidyCache = new WeakMap<object, ReturnType<typeof tidiesOf>>();

function tidiesFor(part: object): ReturnType<typeof tidiesOf> {
  const prototype = Object.getPrototypeOf(part) as object;
  const known = tidyCache.get(prototype) ?? tidiesOf(prototype);
  tidyCache.set(prototype, known);
  return known;
}

/** Puts the texts of an input right, and of the inputs within it, before they are held against the rules. */
function tidy(part: object): void {
  const values = part as Record<string, unknown>;
  for (const [property, put] of tidiesFor(part)) {
    const value = values[property];
    if (typeof value === 'string') values[property] = put(value);
    if (Array.isArray(value))
      values[property] = value.map((item: unknown) => (typeof item === 'string' ? put(item) : item));
  }
  for (const value of Object.values(values))
    for (const inner of Array.isArray(value) ? value : [value]) if (hasRules(inner)) tidy(inner);
}

const boundsOf: Readonly<Record<string, readonly (keyof Bounds)[]>> = {
  minLength: ['minLength'],
  maxLength: ['maxLength'],
  isLength: ['minLength', 'maxLength'],
  min: ['min'],
  max: ['max'],
  arrayMinSize: ['minItems'],
  arrayMaxSize: ['maxItems'],
};

/** The numbers of the rules of a property that were broken. */
function brokenBounds({ target, property }: ValidationError, rules: readonly string[]): Bounds {
  const found = target
    ? rulesOf(target.constructor).filter((rule) => rule.propertyName === property && rules.includes(rule.name ?? ''))
    : [];
  return Object.fromEntries(
    found.flatMap(({ name = '', constraints }) =>
      (boundsOf[name] ?? []).map((bound, i) => [bound, (constraints as unknown[])[i]]),
    ),
  );
}

function fieldsOf(error: ValidationError, prefix: string): FieldError[] {
  const path = prefix === '' ? error.property : `${prefix}.${error.property}`;
  const rules = Object.keys(error.constraints ?? {});
  const bounds = brokenBounds(error, rules);
  const own = rules.length === 0 ? [] : [{ path, rules, ...(Object.keys(bounds).length > 0 ? { bounds } : {}) }];
  return [...own, ...(error.children ?? []).flatMap((child) => fieldsOf(child, path))];
}

/** The argument that is an input object; the members of a class of arguments are arguments themselves. */
function argumentOf({ parentType, fieldName }: GraphQLResolveInfo, isInput: boolean): string {
  const inputs = isInput
    ? parentType.getFields()[fieldName]?.args.filter(({ type }) => isInputObjectType(getNamedType(type)))
    : [];
  return inputs?.[0]?.name ?? '';
}

/**
 * Normalizes an argument and validates it by the rules of its class; undefined where it has none. GraphQL has refused unknown fields already:
 * `whitelist` would drop those without a rule (cursors, enumerations). Our own, because that of type-graphql imports
 * the library at each call.
 */
export function checkRules(argument: unknown, place: Place): Promise<void> | undefined {
  const ruledParts = (Array.isArray(argument) ? argument : [argument]).filter(hasRules);
  return ruledParts.length === 0 ? undefined : checkParts(ruledParts, place);
}

interface Place {
  readonly isInput: boolean;
  readonly info: GraphQLResolveInfo;
}

async function checkParts(parts: readonly object[], { isInput, info }: Place): Promise<void> {
  for (const part of parts) {
    tidy(part);
    const errors = await validate(part, { skipMissingProperties: true, forbidUnknownValues: false });
    if (errors.length > 0) throw refuseFields(errors.flatMap((error) => fieldsOf(error, argumentOf(info, isInput))));
  }
}
