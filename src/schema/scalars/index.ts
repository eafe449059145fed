import { GraphQLScalarType } from 'graphql';
import { JSONObjectResolver, LocalDateResolver, URLResolver } from 'graphql-scalars';

export { DateTime } from './date-time.scalar.ts';
export { EmailAddress, PhoneNumber, internationalNumber } from './contact.scalars.ts';
export { JSONObjectResolver as JsonObject, LocalDateResolver as LocalDate, URLResolver as Url };

const text = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > 500) throw new TypeError('Cursor must be a string that an earlier page gave');
  return value;
};

/** Where a page or a stream was left: opaque, given by us, good for the same arguments only. */
export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'Where a page or a stream was left. Opaque: give back what you were given.',
  serialize: (value) => String(value),
  parseValue: text,
});

/** An uploaded file, by the GraphQL multipart request specification. What the resolver gets is set by the upload door. */
export const Upload = new GraphQLScalarType<unknown, never>({
  name: 'Upload',
  description: 'A file sent with the request (GraphQL multipart request specification). Only as a variable.',
  serialize: () => {
    throw new TypeError('An upload is never sent back');
  },
  parseValue: (value) => (value as { promise?: unknown }).promise ?? value,
  parseLiteral: () => {
    throw new TypeError('An upload must be a variable');
  },
});
