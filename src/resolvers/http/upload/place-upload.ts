import type { Upload } from 'graphql-upload-minimal';
import { fieldError, type DomainError } from '../../../services/kernel/errors.ts';

/** One entry of a form's `map`: the file's name in the form, and where it belongs in `operations`. */
export interface MapEntry {
  readonly name: string;
  readonly paths: unknown;
  readonly upload: Upload;
}

/** Names by which an object's prototype is reached. */
const prototypeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Puts an upload where paths such as `variables.input.file` lead to a null, or to an absent field of an input. */
export function placeUpload(operations: unknown, { name, paths, upload }: MapEntry): void {
  if (prototypeNames.has(name)) throw fieldError('map', 'name');
  if (!Array.isArray(paths)) throw refused(name, 'paths');
  for (const path of paths) {
    if (typeof path !== 'string' || !place(operations, path.split('.'), upload)) throw refused(name, 'path');
  }
}

/** Names the entry in an error, if its name is a plausible one. */
const refused = (name: string, rule: string): DomainError =>
  fieldError(/^[\w.-]{1,40}$/.test(name) ? `map.${name}` : 'map', rule);

/** False when the path leads nowhere, or to a value. */
function place(operations: unknown, steps: readonly string[], upload: Upload): boolean {
  const [root, variable] = steps;
  // An upload is a variable: a file cannot be placed elsewhere in the request.
  if (root !== 'variables' || variable === undefined || steps.some((step) => prototypeNames.has(step))) return false;
  let target = operations;
  for (const step of steps.slice(0, -1)) target = ownValue(target, step);
  const last = steps.at(-1) as string;
  if (!isContainer(target) || !isFree(target, last, steps.length > 2)) return false;
  target[last] = upload;
  return true;
}

type Container = Record<string, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

const ownValue = (target: unknown, step: string): unknown =>
  isContainer(target) && Object.hasOwn(target, step) ? target[step] : undefined;

/** A variable and an element of a list must be there; a field of an input may have been left out instead of being null. */
const isFree = (target: Container, last: string, isField: boolean): boolean =>
  Object.hasOwn(target, last) ? target[last] === null : isField && !Array.isArray(target) && last !== '';
