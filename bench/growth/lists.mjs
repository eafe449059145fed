// What the growth work asks for: a new list of the schema joins by one line. The work fails while a field of the schema,
// or an argument of one, is missing here.
import { customerId, roots } from '../dataset/generate.mjs';
import { oldDay, busyConversation, oldMonth } from '../dataset/growth.mjs';
import { oldPayment, oldReconciliation, oldSubject } from '../dataset/growth-billing.mjs';
import { busy } from '../dataset/growth-facts.mjs';

const admin = 'admin';
const customer = 'customer';

/**
 * By the name of the field; `conversation.messages` is a list of an object. `as`: who asks. `filters`: a value for each
 * argument and each field of `filter`; each is asked for by itself. `also`: filters that are asked for together.
 * `nodes`: what is selected of each row beside its id. `common`: a word that many rows contain.
 */
export const lists = {
  auditEntries: {
    as: admin,
    filters: {
      actor: customerId(busy),
      action: 'INVOICE_SENT',
      targetType: 'auth',
      targetId: customerId(busy),
      severity: 'HIGH',
      outcome: 'FAILURE',
      from: oldDay.from,
      to: oldDay.to,
    },
    also: [
      { action: 'INVOICE_SENT', ...oldDay },
      { outcome: 'FAILURE', ...oldDay },
      { actor: customerId(busy), action: 'LOGIN_FAILED', outcome: 'FAILURE' },
    ],
  },
  conversations: { as: customer, nodes: 'unreadCount lastMessage { id } participants { id }', common: 'mer' },
  'conversations as an admin': { as: admin, field: 'conversations', common: 'mer' },
  'conversation.messages': { as: customer, of: { id: busyConversation }, common: 'mer' },
  disputes: {
    as: admin,
    filters: {
      status: 'OPEN',
      provider: 'STRIPE',
      paymentId: oldPayment,
      personId: customerId(busy),
      subjectId: oldSubject,
      ...oldDay,
    },
    also: [oldDay],
  },
  invoiceDrafts: {
    as: admin,
    nodes: 'lines { description }',
    filters: { authorId: roots.admin, buyerId: customerId(busy), kind: 'DEPOSIT', subjectId: oldSubject },
  },
  jobs: { as: admin, filters: { kind: 'bench', state: 'FAILED' }, common: 'bench' },
  legalHolds: {
    as: admin,
    filters: { isReleased: true, personId: customerId(1), targetId: customerId(1), targetType: 'USER' },
    common: 'mer',
  },
  invoices: {
    as: admin,
    filters: {
      kind: 'CREDIT_NOTE',
      status: 'OVERDUE',
      transmission: 'TO_SEND',
      personId: customerId(busy),
      from: oldDay.from,
      to: oldDay.to,
      numberPrefix: 'BANC',
      isUnpaid: false,
      overdueSince: oldDay.to,
    },
    also: [oldDay, { status: 'PAID', ...oldDay }],
  },
  myInvoices: { as: customer, common: 'BANC' },
  myOrders: { as: customer, filters: { status: 'PAID' }, common: 'mer' },
  notifications: { as: customer, filters: { isRead: false }, common: 'mer' },
  orders: {
    as: admin,
    filters: { status: 'PAID', customerId: customerId(busy), proofreaderId: roots.proofreaders[0] },
    common: 'mer',
  },
  payments: {
    as: admin,
    filters: {
      status: 'FAILED',
      provider: 'FEEXPAY',
      subjectId: oldSubject,
      personId: customerId(busy),
      isRefundDue: true,
      ...oldDay,
    },
    also: [oldDay, { status: 'FAILED', personId: customerId(busy) }],
    common: 'mer',
  },
  planSubscriptions: {
    as: admin,
    filters: { status: 'ACTIVE', family: 'ARTISAN', planId: customerId(1), personId: customerId(1) },
  },
  privacyRequests: { as: admin, filters: { status: 'OPEN' }, common: 'mer' },
  reconciliationDifferences: {
    as: admin,
    filters: {
      reconciliationId: oldReconciliation,
      kind: 'REFUND',
      type: 'AMOUNT',
      isMended: false,
      paymentId: oldPayment,
    },
  },
  reconciliations: { as: admin, filters: { status: 'INCOMPLETE' } },
  refunds: {
    as: admin,
    nodes: 'creditNote { number }',
    filters: {
      status: 'FAILED',
      origin: 'PROVIDER',
      provider: 'FEEXPAY',
      paymentId: oldPayment,
      personId: customerId(busy),
      subjectId: oldSubject,
      ...oldDay,
    },
    also: [oldDay],
  },
  retentionRuns: { as: admin },
  users: {
    as: admin,
    filters: {
      role: 'PROOFREADER',
      status: 'SUSPENDED',
      createdFrom: oldMonth.createdFrom,
      createdTo: oldMonth.createdTo,
    },
    also: [oldMonth, { role: 'CUSTOMER', ...oldMonth }],
    common: 'camille',
  },
  webhookEvents: {
    as: admin,
    filters: {
      status: 'IGNORED',
      provider: 'STRIPE',
      type: 'charge.refunded',
      paymentId: oldPayment,
      ...oldDay,
    },
    also: [oldDay],
  },
  auditStats: { as: admin, filters: { from: oldDay.from, to: oldDay.to }, also: [oldDay] },
  userStats: { as: admin },
  unreadNotificationCount: { as: customer },
  retentionPreview: { as: admin },
  serviceAccounts: { as: admin },
  auditSegments: { as: admin },
};

/** Why a field of the schema is no list that grows. */
export const others = {
  'one row, by its key': [
    'auditExport',
    'conversation',
    'invoice',
    'me',
    'myBillingProfile',
    'myPlanSubscription',
    'order',
    'page',
    'payInvoice',
    'payment',
    'paymentStatus',
    'previewInvoice',
    'previewPlanChange',
    'publicInvoice',
    'seller',
    'statsReport',
    'user',
  ],
  'what one person did by themselves, capped': [
    'customerStatement',
    'myProofreaderStats',
    'myConsents',
    'myDataExports',
    'myIdentities',
    'myPasskeys',
    'myPaymentMethods',
    'myPrivacyRequests',
    'myReauthenticationMethods',
    'mySessions',
    'myTwoFactor',
    'userDeletionPreview',
  ],
  'written by hand, or part of the code': [
    'enumLabels',
    'errorKinds',
    'faqEntries',
    'reminderSteps',
    'legalMentions',
    'mobileMoneyNetworks',
    'oauthProviders',
    'pages',
    'plans',
    'adminPriceItems',
    'priceItems',
    'receivesMonthlyReport',
    'thresholdLimits',
    'processingRecord',
    'processors',
    'retentionPolicies',
  ],
  'figures over all rows: the works dashboard and monthlyStats measure them': [
    'dashboard',
    'monthlyStats',
    'orderFunnel',
    'orderPerformance',
    'proofreaderWorkload',
    'publicStats',
    'receivablesAgeing',
    'revenueStats',
    'thresholds',
    'userGrowth',
  ],
};
