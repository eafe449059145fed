import { GraphQLScalarType } from 'graphql';
import { EmailAddressResolver, JSONObjectResolver, LocalDateResolver, PhoneNumberResolver, URLResolver } from 'graphql-scalars';

export { DateTime } from './date-time.scalar.ts';
export { EmailAddressResolver as EmailAddress, JSONObjectResolver as JsonObject, LocalDateResolver as LocalDate, PhoneNumberResolver as PhoneNumber, URLResolver as Url };

/** E.164: what a number must be to be called or written to. The scalar lets blanks and national forms through. */
export const internationalNumber = /^\+[1-9]\d{6,14}$/;

/** A place among titles holds a title, of 255 characters of four bytes each at most. */
const longestCursor = 3_000;

const text = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > longestCursor) throw new TypeError('Cursor must be a string that an earlier page gave');
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
