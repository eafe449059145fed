/** Who asks, as far as limits are concerned. */
export type Audience = 'anonymous' | 'user' | 'admin';

/**
 * What one GraphQL document may ask for. Levels and counts are taken after fragments are expanded,
 * so that a fragment never buys more than the fields it stands for.
 */
export const documentLimits = {
  /** Lexical tokens, counted while parsing. */
  tokens: 1_000,
  /** Levels of fields below the operation. A connection costs two. */
  depth: 12,
  /** Lists inside lists. */
  listDepth: 4,
  aliases: 15,
  directives: 8,
  rootFields: 10,
  fragments: 20,
  fields: 1_000,
  /** The same response name written again in one selection set: comparing such fields is quadratic. */
  repeatedFields: 30,
  /** The same mutation in one request. */
  sameMutation: 3,
  /** Mutations that try a secret, all names together. */
  credentialMutations: 1,
  /** Largest page, and the one assumed when none is asked for. */
  pageSize: 100,
  defaultPageSize: 20,
  /** Estimated objects, by audience. */
  cost: { anonymous: 500, user: 2_000, admin: 5_000 } satisfies Record<Audience, number>,
} as const;

/** What one request may consume while it runs. */
export const runLimits = {
  /** Objects that lists may hold, all lists of one answer together. */
  nodes: 10_000,
  /** Bytes of one answer (UTF-16 units are counted, which never exceeds the bytes). */
  responseLength: 5 * 1024 * 1024,
  wallMilliseconds: 10_000,
} as const;

export interface FieldRule {
  /** Replaces the cost of the field itself. */
  readonly cost?: number;
  /** How many elements a list without a page argument is expected to hold. */
  readonly size?: number;
  /** The field tries a secret: one such mutation per request. */
  readonly credential?: true;
}

/** Writes a mail, a PDF or a file, or asks a vendor. */
const heavy: FieldRule = { cost: 50 };
const credential: FieldRule = { cost: 50, credential: true };

/** Connections that say how many rows there are: an index is read from end to end. */
const counted = [
  'Conversation',
  'Invoice',
  'LegalHold',
  'Message',
  'Notification',
  'Order',
  'PrivacyRequest',
  'RetentionRun',
  'User',
] as const;

/**
 * Exceptions to the general rule (scalar 0, object 1, list = page × element), by `Type.field`. A mutation that anyone
 * may call tries a secret or sends a mail: a test holds every one of them to `credential`.
 */
export const fieldRules: Readonly<Record<string, FieldRule>> = {
  'Mutation.register': credential,
  'Mutation.requestPasswordReset': credential,
  'Mutation.resetPassword': credential,
  'Mutation.activateAccount': credential,
  'Mutation.resendActivation': credential,
  'Mutation.login': credential,
  'Mutation.eraseMyAccount': credential,
  'Mutation.requestCustomerData': credential,
  'Mutation.exportCustomerData': credential,
  'Mutation.eraseCustomer': credential,
  'Mutation.refreshSession': credential,
  'Mutation.oauthAuthorizeUrl': credential,
  'Mutation.signInWithOauth': credential,
  'Mutation.confirmIdentity': credential,
  'Mutation.linkIdentity': credential,
  'Mutation.passkeySignInOptions': credential,
  'Mutation.signInWithPasskey': credential,
  'Mutation.twoFactorPasskeyOptions': credential,
  'Mutation.reauthenticationPasskeyOptions': credential,
  'Mutation.registerPasskey': credential,
  'Mutation.acceptInvitation': credential,
  'Mutation.createUser': heavy,
  'Mutation.deleteUser': heavy,
  'Query.userDeletionPreview': heavy,
  'Query.retentionPreview': heavy,
  'Query.retentionPolicies': { size: 30 },
  'Query.processors': { size: 4 },
  'Query.enumLabels': { size: 60 },
  'ProcessingRecord.activities': { size: 8 },
  'ProcessingActivity.processors': { size: 4 },
  'ProcessingActivity.retention': { size: 10 },
  'Mutation.runRetention': heavy,
  'Query.serviceAccounts': { size: 20 },
  'Mutation.verifyTwoFactor': credential,
  'Mutation.sendTwoFactorCode': credential,
  'Mutation.confirmTwoFactor': credential,
  'Mutation.stepUp': credential,
  'Mutation.changePassword': credential,
  'Mutation.confirmEmailChange': credential,
  'Mutation.undoEmailChange': credential,
  'Mutation.requestEmailChange': heavy,
  'Mutation.uploadAvatar': heavy,
  'Mutation.enableTwoFactor': heavy,
  'Mutation.sendReauthenticationCode': heavy,
  'Mutation.createCheckoutSession': heavy,
  'Mutation.uploadManuscript': heavy,
  'Mutation.uploadCorrectedFile': heavy,
  'Mutation.deliverOrder': heavy,
  'Mutation.createAdminNotification': heavy,
  'Mutation.answerPrivacyRequest': heavy,
  'Mutation.requestDataExport': heavy,
  ...Object.fromEntries(counted.map((name) => [`${name}Connection.totalCount`, { cost: 20 }])),
  'Order.files': { size: 5 },
  'Order.invoices': { size: 3 },
};

/** Objects that cost nothing to make: wrappers and values that live in their parent's row. */
export const isFreeType = (name: string): boolean =>
  name === 'Money' || name === 'PageInfo' || name === 'EnumLabel' || name.endsWith('Edge');
