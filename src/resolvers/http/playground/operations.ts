import * as documents from './documents.ts';

export interface PlaygroundTab {
  readonly name: string;
  readonly query: string;
  readonly variables?: string;
}

const example = (variables: Record<string, unknown>): string => JSON.stringify(variables, undefined, 2);

export const playgroundTabs: readonly PlaygroundTab[] = [
  { name: 'catalog', query: documents.catalog },
  {
    name: 'account',
    query: documents.account,
    variables: example({
      person: {
        email: '',
        password: '',
        firstName: '',
        lastName: '',
        consents: [
          { purpose: 'TERMS', policyVersion: '2026-11-20' },
          { purpose: 'PRIVACY', policyVersion: '2026-11-20' },
        ],
      },
      activation: { token: '' },
      input: { email: '', password: '' },
    }),
  },
  {
    name: 'profile',
    query: documents.profile,
    variables: example({
      profile: { bio: '' },
      passwords: { currentPassword: '', password: '' },
      address: { email: '' },
    }),
  },
  {
    name: 'security',
    query: documents.security,
    variables: example({
      proof: { password: '' },
      factor: { method: 'TOTP' },
      confirmation: { method: 'TOTP', code: '' },
      answer: { challengeToken: '', method: 'TOTP', code: '' },
    }),
  },
  {
    name: 'order',
    query: documents.order,
    variables: example({
      order: { priceItemId: '', title: '', declaredPages: 10 },
      manuscript: { orderId: '', file: '<file>' },
      payment: { orderId: '' },
      id: '',
      cancel: { orderId: '' },
    }),
  },
  {
    name: 'billing',
    query: documents.billing,
    variables: example({ file: { fileId: '' }, invoiceId: '', paymentId: '', sessionId: '' }),
  },
  {
    name: 'files',
    query: documents.files,
    variables: example({ id: '', input: { fileId: '' }, picture: { file: '<file>' }, remove: { fileId: '' } }),
  },
  {
    name: 'messages',
    query: documents.messages,
    variables: example({ id: '', message: { conversationId: '', content: '', attachments: [] } }),
  },
  { name: 'notifications', query: documents.notifications },
  {
    name: 'proofreading',
    query: documents.proofreading,
    variables: example({ id: '', manuscript: { fileId: '' }, corrected: { orderId: '', file: '<file>' } }),
  },
  {
    name: 'admin',
    query: documents.admin,
    variables: example({
      id: '',
      assignment: { orderId: '', proofreaderId: '' },
      notice: { audience: 'EVERYONE', title: '', message: '' },
    }),
  },
  {
    name: 'users',
    query: documents.users,
    variables: example({
      id: '',
      filter: { search: '' },
      person: { email: '', firstName: '', lastName: '', role: 'PROOFREADER' },
      role: { userId: '', role: 'CUSTOMER' },
    }),
  },
  {
    name: 'programs',
    query: documents.programs,
    variables: example({
      id: '',
      program: { name: '' },
      token: { serviceAccountId: '', name: '', scopes: ['order:list', 'order:read'], expiresInDays: 90 },
    }),
  },
  {
    name: 'law',
    query: documents.law,
    variables: example({
      longer: { id: '', reason: '' },
      hold: { targetType: 'ORDER', targetId: '', reason: '' },
      release: { id: '', reason: '' },
      period: { recordClass: 'MANUSCRIPTS', days: 365 },
    }),
  },
  {
    name: 'audit',
    query: documents.audit,
    variables: example({ filter: {}, extract: { format: 'CSV', filter: {} }, extractId: '', file: { fileId: '' } }),
  },
  { name: 'jobs', query: documents.jobs, variables: example({ id: '' }) },
];
