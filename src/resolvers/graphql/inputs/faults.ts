import { DomainError, type FieldError } from '../../../services/kernel/errors.ts';
import { textFault } from '../../../services/kernel/text.ts';

/** The maximum number of faults reported per request. */
export const maxFaults = 50;
const maxNameLength = 60;

/** The path of a value: the argument's name, then members and positions. Names chosen by the client are cut. */
export const inside = (path: string, member: string | number): string =>
  `${path}.${String(member).slice(0, maxNameLength).toWellFormed()}`;

/** The error of a scalar: its own rules, or only its type. */
export function faultOf(error: unknown, path: string): FieldError {
  const refusal =
    error instanceof DomainError ? (error.details['fields'] as readonly FieldError[] | undefined)?.[0] : undefined;
  return refusal ? { ...refusal, path } : { path, rules: ['type'] };
}

const wrongText = (text: string, path: string): FieldError[] => {
  const rule = textFault(text);
  return rule === undefined ? [] : [{ path, rules: [rule] }];
};

/** The rule of every text input, at any depth of a value: well-formed Unicode without control characters. */
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

/** Faults of a list's items, up to the maximum. */
export function firstOf<T>(items: readonly T[], faultsOf: (item: T, i: number) => readonly FieldError[]): FieldError[] {
  const faults: FieldError[] = [];
  for (let i = 0; i < items.length && faults.length < maxFaults; i += 1) faults.push(...faultsOf(items[i] as T, i));
  return faults.slice(0, maxFaults);
}
