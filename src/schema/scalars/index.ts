import { GraphQLScalarType, type GraphQLScalarTypeConfig } from 'graphql';
import { JSONObjectResolver, LocalDateResolver, URLResolver } from 'graphql-scalars';
import { GraphQLUpload } from 'graphql-upload-minimal';
import { isDateText } from '../../services/kernel/instant-text.ts';

export { DateTime } from './date-time.scalar.ts';
export { EmailAddress, PhoneNumber, internationalNumber } from './contact.scalars.ts';
export { JSONObjectResolver as JsonObject, URLResolver as Url };

/** The library makes an instant of every day, and a text of the instant: it is asked about what is no day. */
export const LocalDate = new GraphQLScalarType<string, string>({
  ...LocalDateResolver.toConfig(),
  serialize: (value) => (typeof value === 'string' && isDateText(value) ? value : LocalDateResolver.serialize(value)),
});

/** A cursor of a list ordered by title contains a title, of 255 characters of four bytes each at most. */
const longestCursor = 3_000;

const text = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > longestCursor)
    throw new TypeError('Cursor must be a string that an earlier page gave');
  return value;
};

/** The position in a list or a stream: opaque, made by the server, valid for the same arguments only. */
export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'The position in a list or a stream. Opaque: return it unchanged.',
  serialize: (value) => String(value),
  parseValue: text,
});

/** The library's scalar, which accepts only what the multipart reader has created, under our own description. */
export const Upload = new GraphQLScalarType<unknown, never>({
  ...(GraphQLUpload.toConfig() as GraphQLScalarTypeConfig<unknown, never>),
  description: 'A file sent with the request (GraphQL multipart request specification). Only as a variable.',
});
