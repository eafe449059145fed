import { DomainError, type FieldError } from '../../../services/kernel/errors.ts';
import { textFault } from '../../../services/kernel/text.ts';

/** As many as are told of one request. */
export const maxFaults = 50;
const maxNameLength = 60;

/** Where a value stands: the argument's name, then members and positions. A sender's own names are cut. */
export const inside = (path: string, member: string | number): string =>
  `${path}.${String(member).slice(0, maxNameLength).toWellFormed()}`;

/** What a scalar threw: rules of its own, or none but its type. */
export function faultOf(error: unknown, path: string): FieldError {
  const refusal =
    error instanceof DomainError ? (error.details['fields'] as readonly FieldError[] | undefined)?.[0] : undefined;
  return refusal ? { ...refusal, path } : { path, rules: ['type'] };
}

const wrongText = (text: string, path: string): FieldError[] => {
  const rule = textFault(text);
  return rule === undefined ? [] : [{ path, rules: [rule] }];
};

/** The one rule of every text that comes in, at any depth of a value: well-formed Unicode without control characters. */
export function textFaults(value: unknown, path: string): FieldError[] {
  if (typeof value === 'string') return wrongText(value, path);
  if (Array.isArray(value)) return firstOf(value, (item, i) => textFaults(item, inside(path, i)));
  return isPlain(value)
    ? firstOf(Object.entries(value), ([name, member]) => [
        ...wrongText(name, path),
        ...textFaults(member, inside(path, name)),
      ])
    : [];
}

/** Members of JSON, and of literals read without a prototype. Uploads are objects of their own class. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/** Faults of a list's items, no more than are told. */
export function firstOf<T>(items: readonly T[], faultsOf: (item: T, i: number) => readonly FieldError[]): FieldError[] {
  const faults: FieldError[] = [];
  for (let i = 0; i < items.length && faults.length < maxFaults; i += 1) faults.push(...faultsOf(items[i] as T, i));
  return faults.slice(0, maxFaults);
}
