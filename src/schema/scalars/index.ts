import { GraphQLScalarType, type GraphQLScalarTypeConfig } from 'graphql';
import { EmailAddressResolver, JSONObjectResolver, LocalDateResolver, PhoneNumberResolver, URLResolver } from 'graphql-scalars';
import { GraphQLUpload } from 'graphql-upload-minimal';

export { DateTime } from './date-time.scalar.ts';
export { EmailAddressResolver as EmailAddress, JSONObjectResolver as JsonObject, LocalDateResolver as LocalDate, PhoneNumberResolver as PhoneNumber, URLResolver as Url };

/** E.164: what a number must be to be called or written to. The scalar lets blanks and national forms through. */
export const internationalNumber = /^\+[1-9]\d{6,14}$/;

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

/** The library's scalar, which takes nothing but what the form's reader has placed, under our own description. */
export const Upload = new GraphQLScalarType<unknown, never>({
  ...(GraphQLUpload.toConfig() as GraphQLScalarTypeConfig<unknown, never>),
  description: 'A file sent with the request (GraphQL multipart request specification). Only as a variable.',
});
