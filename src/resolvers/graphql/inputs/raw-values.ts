import {
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isLeafType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
} from 'graphql';
import type { FieldError } from '../../../services/kernel/errors.ts';
import { faultOf, firstOf, inside, textFaults } from './faults.ts';

/** What is wrong with a variable's value of this type; `path` is the argument's, whatever the variable is called. */
export function rawFaults(type: GraphQLInputType, value: unknown, path: string): FieldError[] {
  if (isNonNullType(type))
    return value === null || value === undefined ? [{ path, rules: ['type'] }] : rawFaults(type.ofType, value, path);
  return value === null || value === undefined ? [] : givenFaults(type, value, path);
}

function givenFaults(type: GraphQLInputType, value: unknown, path: string): FieldError[] {
  if (isListType(type)) {
    const ofType: GraphQLInputType = type.ofType;
    return Array.isArray(value)
      ? firstOf(value, (item, i) => rawFaults(ofType, item, inside(path, i)))
      : rawFaults(ofType, value, path);
  }
  if (isInputObjectType(type)) return objectFaults(type, value, path);
  return isLeafType(type) ? leafFaults(type, value, path) : [];
}

/** An object as JSON makes it; a file of a form is none. */
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

function objectFaults(type: GraphQLInputObjectType, value: unknown, path: string): FieldError[] {
  if (!isPlain(value)) return [{ path, rules: ['type'] }];
  const given = value;
  const fields = type.getFields();
  const wrong = firstOf(Object.values(fields), (field) =>
    memberFaults(field, Object.hasOwn(given, field.name) ? given[field.name] : undefined, path),
  );
  const unknown = firstOf(Object.keys(given), (name) =>
    Object.hasOwn(fields, name) ? [] : [{ path: inside(path, name), rules: ['shape'] }],
  );
  return [...wrong, ...unknown];
}

function memberFaults(field: GraphQLInputField, value: unknown, path: string): FieldError[] {
  const place = inside(path, field.name);
  if (value !== undefined) return rawFaults(field.type, value, place);
  return isRequiredInputField(field) ? [{ path: place, rules: ['shape'] }] : [];
}

function leafFaults(type: GraphQLLeafType, value: unknown, path: string): FieldError[] {
  const texts = textFaults(value, path);
  if (texts.length > 0) return texts;
  try {
    return type.parseValue(value) === undefined ? [{ path, rules: ['type'] }] : [];
  } catch (error) {
    return [faultOf(error, path)];
  }
}
