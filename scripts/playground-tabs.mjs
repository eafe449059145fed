// The tabs of the playground: one per document of sdk/operations, with the fragments it takes from the others and an
// example of its variables.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { buildSchema, isEnumType, isInputObjectType, isListType, isNonNullType, parse, typeFromAST } from 'graphql';

/** The tabs of the main journey come first; a document that is not listed comes after the others. */
const order = [
  ...[
    'catalog',
    'account',
    'guests',
    'visitors',
    'orders',
    'billing',
    'files',
    'messaging',
    'support',
    'notifications',
    'notification-preferences',
    'proofreading',
    'admin',
    'users',
    'quotes',
    'refunds',
    'plans',
    'prices',
    'figures',
    'availability',
    'bookings',
    'manage-bookings',
    'consultations',
  ],
  ...[
    'profile',
    'security',
    'passkeys',
    'identities',
    'privacy',
    'content',
    'content-admin',
    'service-accounts',
    'law',
    'audit',
    'jobs',
    'mails',
    'backups',
    'seller',
    'invoicing',
  ],
];

const consents = ['TERMS', 'PRIVACY'].map((purpose) => ({ purpose, policyVersion: '2026-11-20' }));

/** A quote in a line. */
const quoted = {
  buyerId: '',
  lines: [{ description: '', quantityThousandths: 1_000, unitPrice: '10' }],
  onAcceptance: 'PAY_ALL',
};

/** What the example of an operation holds besides the fields that must be given, or instead of their first value. */
const examples = {
  AcceptInvitation: { acceptInvitation: { consents } },
  AcceptPublicQuote: { acceptPublicQuote: { startBeforeWithdrawal: false } },
  AcceptQuote: { acceptQuote: { startBeforeWithdrawal: false } },
  AuditEntries: { filter: {} },
  ConfirmTwoFactor: { confirmTwoFactor: { method: 'TOTP' } },
  CreateAdminNotification: { createAdminNotification: { audience: 'EVERYONE' } },
  CreateApiToken: { createApiToken: { scopes: ['order:list', 'order:read'], expiresInDays: 90 } },
  CreateOrder: { createOrder: { declaredPages: 10 } },
  CreateQuote: { createQuote: quoted },
  CreateUser: { createUser: { role: 'PROOFREADER' } },
  EnableTwoFactor: { enableTwoFactor: { method: 'TOTP' } },
  CreatePriceItem: { createPriceItem: { unit: 'PAGE', priceCents: 200 } },
  ExportAudit: { exportAudit: { filter: {} } },
  LegalHolds: { filter: { isReleased: false } },
  MyReauthenticationMethods: { purpose: 'STEP_UP' },
  SetQuietHours: { setQuietHours: { quietHours: { from: '22:00', to: '07:00' } } },
  UpdateNotificationPreferences: {
    updateNotificationPreferences: { preferences: [{ type: 'ORDER', channel: 'EMAIL', mode: 'DIGEST' }] },
  },
  PreviewEmailTemplate: { name: 'welcome', locale: 'FR' },
  PlaceLegalHold: { placeLegalHold: { targetType: 'ORDER' } },
  PrivacyRequests: { status: 'OPEN' },
  Quotes: { filter: { status: 'SENT' } },
  Register: { register: { consents } },
  StartGuestOrder: { startGuestOrder: { consents, declaredPages: 10 } },
  RequestFreeSample: { requestFreeSample: { consent: '2026-11-20' } },
  SendContactForm: { sendContactForm: { consent: '2026-11-20' } },
  ReviseQuote: { reviseQuote: quoted },
  SendMessage: { sendMessage: { content: '', attachments: [] } },
  SetUserRole: { setUserRole: { role: 'CUSTOMER' } },
  StepUp: { stepUp: { password: '' } },
  UpdateMyProfile: { updateMyProfile: { bio: '' } },
  UpdateRetentionPolicy: { updateRetentionPolicy: { recordClass: 'MANUSCRIPTS', days: 365 } },
  UpdateQuote: { updateQuote: quoted },
  Users: { filter: { search: '' } },
  VerifyTwoFactor: { verifyTwoFactor: { method: 'TOTP', code: '' } },
};

const fileMark = '<file>';

/** `{ name, query, variables }` of each tab, as GraphiQL takes them. */
export function playgroundTabs() {
  const schema = buildSchema(readFileSync('src/schema/schema.graphql', 'utf8'));
  const documents = globSync('sdk/operations/*.graphql').map(readDocument).toSorted(byNeed);
  const fragments = new Map(documents.flatMap((each) => each.fragments.map(({ name, text }) => [name, text])));
  const offered = documents.flatMap(({ operations }) => operations.map(({ name }) => name));
  const gone = Object.keys(examples).filter((name) => !offered.includes(name));
  if (gone.length > 0)
    throw new Error(`sdk/operations has no ${gone.join(', ')}: scripts/playground-tabs.mjs names it`);
  return documents.map((document) => tabOf(document, { schema, fragments }));
}

const rank = ({ name }) => (order.includes(name) ? order.indexOf(name) : order.length);
const byNeed = (one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name);

function readDocument(file) {
  const text = readFileSync(file, 'utf8').trim();
  const definitions = parse(text).definitions.map((node) => ({
    node,
    name: node.name.value,
    text: text.slice(node.loc.start, node.loc.end),
  }));
  const of = (kind) => definitions.filter(({ node }) => node.kind === kind);
  return {
    name: basename(file, '.graphql'),
    text,
    operations: of('OperationDefinition'),
    fragments: of('FragmentDefinition'),
  };
}

function tabOf({ name, text, operations, fragments: own }, { schema, fragments }) {
  const example = JSON.stringify(
    operations.map((operation) => exampleVariables(operation, schema)).reduce(merge, {}),
    undefined,
    2,
  );
  const note = `# You are asked for a file where the variables say "${fileMark}".`;
  const foreign = [...fragmentsIn(text, fragments)].filter((used) => own.every((one) => one.name !== used));
  const query = [withOwnVariables(text, operations), ...foreign.map((used) => fragments.get(used))].join('\n\n');
  return {
    name,
    query: `${example.includes(fileMark) ? query.replace('\n\n', () => `\n${note}\n\n`) : query}\n`,
    ...(example === '{}' ? {} : { variables: example }),
  };
}

/** The fragments that a text uses, and those that they use. */
function fragmentsIn(text, fragments, found = new Set()) {
  for (const [, name] of text.matchAll(/\.\.\.(?!on\b)(\w+)/g)) {
    if (found.has(name)) continue;
    found.add(name);
    fragmentsIn(fragments.get(name), fragments, found);
  }
  return found;
}

/**
 * The operations of a tab share one set of variables, and most of them call theirs `input` or `id`. In a tab, `$input`
 * of `CreateOrder` is `$createOrder`, and `$id` of `Order` is `$orderId`.
 */
function ownName(operation, variable) {
  const name = operation.slice(0, 1).toLowerCase() + operation.slice(1);
  return { input: name, id: `${name}Id` }[variable] ?? variable;
}

const withOwnVariables = (text, operations) =>
  operations.reduce(
    (whole, { name, text: operation }) =>
      whole.replace(operation, () => operation.replace(/\$(\w+)/g, (_all, variable) => `$${ownName(name, variable)}`)),
    text,
  );

function exampleVariables({ node, name }, schema) {
  const required = node.variableDefinitions
    .filter(({ type, defaultValue }) => type.kind === 'NonNullType' && defaultValue === undefined)
    .map(({ variable, type }) => [ownName(name, variable.name.value), exampleOf(typeFromAST(schema, type))]);
  return merge(Object.fromEntries(required), examples[name] ?? {});
}

/** A value to fill in: the fields that must be given, each of them empty. */
function exampleOf(type) {
  if (isNonNullType(type)) return exampleOf(type.ofType);
  if (isListType(type)) return [exampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0].name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(required.map((field) => [field.name, exampleOf(field.type)]));
  }
  return { Upload: fileMark, Int: 0, Float: 0, Boolean: false, JSONObject: {} }[type.name] ?? '';
}

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const merge = (one, other) =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [
      key,
      isRecord(one[key]) && isRecord(other[key]) ? merge(one[key], other[key]) : (other[key] ?? one[key]),
    ]),
  );
