import { GraphQLScalarType, type GraphQLScalarTypeConfig } from 'graphql';
import { JSONObjectResolver, LocalDateResolver, URLResolver } from 'graphql-scalars';
import { GraphQLUpload } from 'graphql-upload-minimal';

export { DateTime } from './date-time.scalar.ts';
export { EmailAddress, PhoneNumber, internationalNumber } from './contact.scalars.ts';
export { JSONObjectResolver as JsonObject, LocalDateResolver as LocalDate, URLResolver as Url };

/** A place among titles holds a title, of 255 characters of four bytes each at most. */
const longestCursor = 3_000;

const text = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > longestCursor)
    throw new TypeError('Cursor must be a string that an earlier page gave');
  return value;
};

/** Where a page or a stream was left: opaque, given by us, good for the same arguments only. */
export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'Where a page or a stream was left. Opaque: give back what you were given.',
  serialize: (value) => String(value),
  parseValue: text,
});

/** The library's scalar, which takes nothing but what the form's reader has placed, under our own description. */
export const Upload = new GraphQLScalarType<unknown, never>({
  ...(GraphQLUpload.toConfig() as GraphQLScalarTypeConfig<unknown, never>),
  description: 'A file sent with the request (GraphQL multipart request specification). Only as a variable.',
});
