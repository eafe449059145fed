import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { EmailAddressResolver, PhoneNumberResolver } from 'graphql-scalars';

/** E.164: what a number must be to be called or written to. */
export const internationalNumber = /^\+[1-9]\d{6,14}$/;

const textIn = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

/** Forms send blanks around an address. How long it may be is a rule of each field, as of other texts. */
const email = (value: unknown): string =>
  EmailAddressResolver.parseValue(typeof value === 'string' ? value.trim() : value);

export const EmailAddress = new GraphQLScalarType<string, string>({
  ...EmailAddressResolver.toConfig(),
  parseValue: email,
  parseLiteral: (node) => email(textIn(node)),
});

/**
 * Digits, without the separators that people write. National forms pass here and are refused by the field's own rule.
 * The library's own expression takes exponential time for a long sequence of digits that ends in a letter.
 */
function phone(value: unknown): string {
  const number = typeof value === 'string' && value.length <= 50 ? value.replace(/[\s.()/-]/g, '') : '';
  if (!/^\+?\d{2,20}$/.test(number)) throw new TypeError('A phone number is written as +33612345678');
  return number;
}

export const PhoneNumber = new GraphQLScalarType<string, string>({
  ...PhoneNumberResolver.toConfig(),
  serialize: (value) => String(value),
  parseValue: phone,
  parseLiteral: (node) => phone(textIn(node)),
});
