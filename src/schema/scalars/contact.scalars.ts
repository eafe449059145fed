import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { EmailAddressResolver, PhoneNumberResolver } from 'graphql-scalars';
import { refuseField } from '../../services/kernel/errors.ts';
import { lengthOf } from '../../services/kernel/text.ts';

/** Of the columns that hold one, and of RFC 5321. */
const longestEmail = 255;

/** E.164: what a number must be to be called or written to. */
export const internationalNumber = /^\+[1-9]\d{6,14}$/;

const textIn = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

/** Forms send blanks around an address. */
function email(value: unknown): string {
  const address = typeof value === 'string' ? value.trim() : value;
  if (typeof address === 'string' && lengthOf(address) > longestEmail) {
    throw refuseField({ path: 'EmailAddress', rules: ['maxLength'], bounds: { maxLength: longestEmail } });
  }
  return EmailAddressResolver.parseValue(address);
}

export const EmailAddress = new GraphQLScalarType<string, string>({
  ...EmailAddressResolver.toConfig(),
  parseValue: email,
  parseLiteral: (node) => email(textIn(node)),
});

/**
 * Digits, without what people write between them. National forms pass here and are refused by the field's own rule. The library's
 * own expression takes exponential time for a long row of digits that ends in a letter.
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
