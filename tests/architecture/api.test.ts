import { beforeAll, expect, test } from '@jest/globals';
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';
import { resolvers } from '../../src/resolvers/index.ts';
import { createSchema } from '../../src/schema/schema.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema(resolvers);
});

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly args?: readonly Described[];
}

/** What a reader of the playground's documentation would find empty. */
function undescribed(): string[] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => {
      const own = type.description || roots.has(type as never) ? [] : [type.name];
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own;
      const fields: readonly Described[] = Object.values(type.getFields());
      const parts = fields.flatMap((field) => [
        ...(field.description ? [] : [`${type.name}.${field.name}`]),
        ...(field.args ?? [])
          .filter(({ description }) => !description)
          .map(({ name }) => `${type.name}.${field.name}(${name})`),
      ]);
      return [...own, ...parts];
    });
}

test('every type, field and argument says what it means', () => {
  expect(undescribed()).toEqual([]);
});

test('a mutation takes one argument, named input, or none', () => {
  const others = Object.values(schema.getMutationType()?.getFields() ?? {})
    .map(({ name, args }) => ({ name, takes: args.map((arg) => arg.name).join() }))
    .filter(({ takes }) => takes !== '' && takes !== 'input');
  expect(others).toEqual([]);
});

/** A second one changes nothing: a review is the same or a conflict, a quote names the version that is sent, a file of an appointment is the same file, an order is in review already, a form has a ticket that is good once, one backup to a target runs at a time, a picture or a guest’s text takes the place of the one before. */
const repeatable = [
  ...['createBackup', 'sendQuote', 'uploadAvatar', 'uploadGuestManuscript', 'submitOrderForReview'],
  ...['uploadBookingFile', 'submitReview'],
  'sendTestEmail',
  'sendContactForm',
];

test('a mutation that makes something takes a key, so that a lost answer can be asked for again', () => {
  const making = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ name }) =>
    /^(create|send(?!ReauthenticationCode|TwoFactorCode)|submit|place|upload|export(?!CustomerData)|requestDataExport)/.test(
      name,
    ),
  );
  expect(making.length).toBeGreaterThan(10);
  const without = making.filter(({ args: [input] }) => {
    const type = input && getNamedType(input.type);
    return !isInputObjectType(type) || type.getFields()['key'] === undefined;
  });
  expect(without.map(({ name }) => name).toSorted()).toEqual(repeatable.toSorted());
});
