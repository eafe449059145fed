// @lane sqlite: who may do what is decided before any statement.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { resolvers } from '../../../src/resolvers/index.ts';
import { unguardedSchema } from '../../../src/schema/schema.ts';
import { engine } from '../../support/database.ts';
import { rootFields } from './documents.ts';
import { kinds } from './kinds.ts';
import { differences, writeMatrix } from './matrix-file.ts';
import { authenticateAll, type Requester } from './probe.ts';
import { freshProof, isGuardMissed, surveyAll, type Survey } from './survey.ts';
import { keepTables, type Tables } from './tables.ts';
import { compareExecutors } from './planned.ts';
import { openMatrixWorld, type MatrixWorld } from './world.ts';

/**
 * Who may do and see what: every field of the real schema as every kind of person, over a world with things of two
 * customers. `matrix.csv` says what must come out; `npm run matrix` writes it anew, for people to read in the review.
 */
let world: MatrixWorld;
let tables: Tables;
let requesters: Requester[];
let survey: Survey;
let schema: GraphQLSchema;
const parts = () => ({ world, tables, requesters, schema });

beforeAll(async () => {
  world = await openMatrixWorld();
  schema = await world.app.schema();
  requesters = await authenticateAll(world.app, kinds, world.tokens);
  tables = await keepTables(world.database);
  survey = await surveyAll(parts());
  if (process.env['MATRIX'] === 'write')
    writeMatrix(
      'matrix',
      kinds.map(({ name }) => name),
      survey.rows,
    );
});
afterAll(async () => {
  await tables.close();
  await world.close();
});

test(`every field is in the matrix, and comes out as the matrix says (${engine})`, () => {
  expect(
    differences(
      'matrix',
      kinds.map(({ name }) => name),
      survey.rows,
    ),
  ).toEqual([]);
  expect(survey.rows.length * kinds.length).toBeGreaterThan(3_000);
});

test('every query gives as a plan what it gives by graphql-js, to everybody, and notes as much', async () => {
  const { differences: found, by, notes } = await compareExecutors(parts());
  expect(found).toEqual([]);
  expect(by.planned).toBeGreaterThan(200);
  expect(by['fell back']).toBeGreaterThan(20);
  expect(notes.expected).toBeGreaterThan(0);
  expect(notes.planned).toBe(notes.expected);
});

test('what is denied changes no row, and answers a foreign id like one of nobody', () => {
  expect(survey.faults).toEqual([]);
  expect(survey.asked).toBeGreaterThan(1_000);
});

test('whoever is refused at authentication is refused everywhere', () => {
  const outside = ['awaiting second factor', 'suspended', 'expired'];
  expect(requesters.filter(({ actor }) => actor === null).map(({ kind }) => kind.name)).toEqual(outside);
  const roots = survey.rows.filter(
    ({ field, requires }) => requires !== '' && /^(Query|Mutation|Subscription)\./.test(field),
  );
  expect(new Set(roots.flatMap(({ cells }) => cells.filter((_, i) => outside.includes(kinds[i]?.name ?? ''))))).toEqual(
    new Set(['deny UNAUTHENTICATED']),
  );
});

test('what asks for a fresh proof is kept from whoever has none, and nothing else is', () => {
  const stale = kinds.flatMap(({ name }, i) => (name.endsWith('without fresh proof') ? [i] : []));
  const isKept = ({ cells }: { cells: readonly string[] }): boolean =>
    stale.some((i) => cells[i] === 'rule STEP_UP_REQUIRED');
  const sensitive = survey.rows.filter(({ requires }) => requires.endsWith(freshProof));
  expect(sensitive.length).toBeGreaterThan(15);
  expect(sensitive.filter((row) => !isKept(row)).map(({ field }) => field)).toEqual([]);
  // Those ask in their use case, for another proof than the session’s.
  expect(
    survey.rows.filter((row) => isKept(row) && !row.requires.endsWith(freshProof)).map(({ field }) => field),
  ).toEqual(['Mutation.stepUp']);
});

/** Objects that no answer of this world leads to (a secret that only a device can make), and why. */
const unreachable: Readonly<Record<string, string>> = {
  InvoiceToPay: 'its token is in a mail; tests/resolvers/billing/send-invoice.test.ts opens one',
  PublicQuote: 'its token is in a mail; tests/resolvers/billing/quotes.test.ts opens one',
  OauthOutcome: 'a provider must have sent the browser back; tests/services/identity/sso.test.ts goes there',
  AuditSegment: 'its entries are a year old at least; tests/resolvers/audit/audit.admin.test.ts seals one',
  TwoFactorChallenge:
    'the person who signs in has no second factor; tests/services/identity/two-factor.test.ts has one',
  RegisteredPasskey: 'a device must have made one; tests/services/identity/passkey-factor.test.ts has such a device',
  BookingCancellationTerms: 'its code and token are in a mail; tests/services/scheduling/managing has one',
  BookingChange: 'its code and token are in a mail; tests/services/scheduling/managing has one',
  BookingPayment: 'its deposit is paid by a form; tests/services/scheduling/bookings/deposits.test.ts pays one',
  CalendarConnecting: 'a server of calendars must answer; tests/services/calendars has one',
  CalendarFlowStart: 'a provider of calendars must be set up; tests/services/calendars/signing-in.test.ts has one',
  OfferingFigures: 'nothing was booked in the days that are guessed; tests/services/scheduling/figures has them',
  DemoData: 'only where DEMO_MODE=1; tests/scenarios/demo.test.ts has it',
  DemoStatus: 'only where DEMO_MODE=1; tests/scenarios/demo.test.ts has it',
  ResponseMinutes: 'nobody was answered; tests/services/insights/figures.test.ts has it',
  PriceSyncLine: 'the provider must be Stripe; tests/services/billing/price-sync.test.ts has it',
  StartedGuestOrder: 'its ticket must be seconds old and is good once; tests/scenarios/guest-orders.test.ts starts one',
  FormReceipt: 'its ticket must be seconds old and is good once; tests/scenarios/visitors.test.ts gets one',
  AwaitedFile: 'an offering must ask for one; tests/scenarios/managing-a-booking.test.ts has one',
  BookingFile: 'a customer must have sent one; tests/services/scheduling has one',
  CabinetActivity:
    'what was done is read from the audit log, which this world writes past; tests/services/archive/retention has it',
  CabinetActivityEdge: 'as the activity',
  CabinetActivityAdded: 'as the activity',
  CopiedDocument: 'as a move; tests/services/archive/documents.test.ts makes some',
  MovedDocument: 'there must be another place to move to; tests/services/archive/filing.test.ts moves some',
  CalendarException: 'the hours of the team must have one; tests/services/support/tickets.test.ts has one',
  CertificateLink: 'a document must have been destroyed; tests/services/archive/retention destroys some',
  DestructionCertificateEdge: 'a document must have been destroyed; tests/services/archive/retention destroys some',
  DueDocument: 'the time of a document must be over; tests/services/archive/retention lets years pass',
  DueDocumentEdge: 'as the document',
  RetentionItem: 'the time of a document must be over; tests/services/archive/retention lets years pass',
  RetentionShortening: 'a manager must have asked for one; tests/services/archive/retention asks',
  EmergencyKit: 'an operator makes one by a command; tests/services/vault has one',
  UploadReceipt: 'all bytes must have arrived; tests/services/archive/uploads sends them',
  ConfirmedTwoFactor:
    'an app or a telephone must have shown a code; tests/services/identity/two-factor.test.ts has one',
};

test('somebody sees every field of every object: nothing is left out of the matrix unseen', () => {
  const unseen = survey.rows.filter(({ cells }) => cells.every((cell) => cell === '-')).map(({ field }) => field);
  expect(unseen.filter((field) => unreachable[field.split('.')[0] ?? ''] === undefined)).toEqual([]);
});

/** Their use cases ask for the permission themselves: without its mark the field lets nobody in. The file’s second column still misses it. */
const lockedTwice = [
  'Mutation.cancelJob',
  'Mutation.createInvoiceDraft',
  'Mutation.exportAudit',
  'Mutation.retryJob',
  'Mutation.sealAuditSegment',
  'Mutation.updateInvoiceDraft',
  'Query.auditEntries',
  'Query.auditExport',
  'Query.auditSegments',
  'Query.auditStats',
  'Query.customerStatement',
  'Query.disputes',
  'Query.invoiceDrafts',
  'Query.invoices',
  'Query.jobs',
  'Query.payments',
  'Query.planSubscriptions',
  'Query.previewInvoice',
  'Query.privacyRequests',
  'Query.processingRecord',
  'Query.quotes',
  'Query.reconciliationDifferences',
  'Query.reconciliations',
  'Query.refunds',
  'Query.reminderSteps',
  // what the law asks: the register, holds, periods of retention
  'Mutation.extendPrivacyRequest',
  'Query.legalHolds',
  'Query.retentionPolicies',
  'Query.retentionPreview',
  'Query.retentionRuns',
  'Query.userDeletionPreview',
  'Query.webhookEvents',
  // appointments
  'Mutation.addBookingNote',
  'Mutation.approveBooking',
  'Mutation.archiveOffering',
  'Mutation.assignArtisans',
  'Mutation.completeBooking',
  'Mutation.correctAttendance',
  'Mutation.createArtisan',
  'Mutation.createClosure',
  'Mutation.createFeedLink',
  'Mutation.createOffering',
  'Mutation.declineBooking',
  'Mutation.exportBookings',
  'Mutation.handleConsultationRequest',
  'Mutation.deleteClosure',
  'Mutation.markNoShow',
  'Mutation.pauseArtisan',
  'Mutation.removeOpeningException',
  'Mutation.restoreOffering',
  'Mutation.revokeFeedLink',
  'Mutation.setBreaks',
  'Mutation.setHolidays',
  'Mutation.setOpeningException',
  'Mutation.setOpeningHours',
  'Mutation.updateArtisan',
  'Mutation.updateOffering',
  'Query.artisanStats',
  'Query.bookingsExport',
  'Query.consultationRequests',
  'Query.slotExplanation',
  // reviews, texts, calendars outside
  'Mutation.approveReview',
  'Mutation.chooseCalendars',
  'Mutation.disconnectCalendar',
  'Mutation.reconnectCalendar',
  'Mutation.rejectReview',
  'Mutation.resolveCalendarConflict',
  'Mutation.syncCalendarNow',
  'Query.artisanReviews',
  'Query.smsDeliveries',
  // orders: guests, lists, prices, pages of the site, figures
  'Mutation.answerGuestReview',
  'Mutation.archivePriceItem',
  'Mutation.createPriceItem',
  'Mutation.requestOrdersExport',
  'Mutation.requestStatsReport',
  'Mutation.runOnOrders',
  'Mutation.setMonthlyReport',
  'Mutation.setPriceItemActive',
  'Mutation.updatePriceItem',
  'Query.adminFaqEntries',
  'Query.adminPage',
  'Query.adminPages',
  'Query.adminPriceItems',
  'Query.comparePageVersions',
  'Query.dashboard',
  'Query.guestOrders',
  'Query.monthlyStats',
  'Query.myProofreaderStats',
  'Query.orderFunnel',
  'Query.orderPerformance',
  'Query.ordersExport',
  'Query.pageVersions',
  'Query.proofreaderWorkload',
  'Query.proofreaders',
  'Query.receivablesAgeing',
  'Query.receivesMonthlyReport',
  'Query.revenueStats',
  'Query.statsReport',
  'Query.thresholdLimits',
  'Query.thresholds',
  'Query.userGrowth',
  'Subscription.ordersExportUpdated',
  // tickets
  'Mutation.createCannedReply',
  'Mutation.deleteCannedReply',
  'Mutation.setBusinessCalendar',
  'Mutation.setTicketCategory',
  'Mutation.setTicketPriority',
  'Mutation.setTicketTarget',
  'Mutation.tagTicket',
  'Mutation.unwatchTicket',
  'Mutation.updateCannedReply',
  'Mutation.watchTicket',
  // what was mailed
  'Mutation.liftSuppression',
  'Query.emailDeliveries',
  'Query.emailDelivery',
  'Query.emailSuppressions',
  'Query.emailTemplates',
  'Query.previewEmailTemplate',
  // visitors
  'Query.formBlocks',
  'Query.heldMessages',
  'Query.pendingConversations',
  'Query.quarantinedFiles',
  // cabinets and backups
  'Mutation.beginUpload',
  'Mutation.createBackup',
  'Mutation.createCabinet',
  'Mutation.protectBackup',
  'Mutation.verifyBackup',
  'Query.archiveDashboard',
  'Query.backup',
  'Query.backups',
  'Query.myUploads',
  'Query.restoreDrills',
  'Query.restoreItems',
  'Query.restoreRun',
  'Subscription.backupProgress',
];

test('each @auth that is taken away is noticed', async () => {
  const unguarded = await unguardedSchema(resolvers);
  const guarded = rootFields(schema).filter((root) =>
    survey.rows.some(({ field, requires }) => field === `${root.root}.${root.name}` && requires !== 'public'),
  );
  const before = new Map(survey.rows.map(({ field, cells }) => [field, cells]));
  const unnoticed: string[] = [];
  for (const root of guarded) {
    const field = `${root.root}.${root.name}`;
    if (!(await isGuardMissed(parts(), unguarded, { root, cells: before.get(field) ?? [] }))) unnoticed.push(field);
  }
  expect(guarded.length).toBeGreaterThan(50);
  expect(unnoticed.toSorted()).toEqual(lockedTwice.toSorted());
});
