import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
} from 'graphql';
import { Readable } from 'node:stream';
import { cabinetIds } from './cabinets.ts';
import { uploadOf } from '../../support/upload.ts';
import { docx } from '../../support/zip.ts';
import { idsOfMails, valuesOfMails } from './mails.ts';
import { invoiceToken } from './money.ts';
import { ticketIds, ticketValues } from './tickets.ts';

/**
 * What the matrix fills arguments with. A new field needs a line here only when the defaults do not lead to an object
 * of the world: an id is looked up under its name (`orderId` → `order`) or, for `id`, under the type that is answered.
 */

/** Which object of the world an id means, where its name does not say so. By `Field.path`, or by `InputType.field`. */
const idsByPlace: Readonly<Record<string, string>> = {
  'Query.paymentStatus(sessionId)': 'paymentSession',
  'Query.userDeletionPreview(id)': 'user',
  ...{ ...cabinetIds, ...idsOfMails, ...ticketIds },
  'PlaceLegalHoldInput.targetId': 'bystander',
  'Query.userActivity(userId)': 'user',
  'PurgeDocumentInput.id': 'trashedDocument',
  'ApproveDestructionInput.documentIds': 'document',
  'LegalHoldFilterInput.targetId': 'order',
  'LegalHoldFilterInput.personId': 'user',
  'PaymentFilterInput.subjectId': 'order',
  'PaymentFilterInput.personId': 'user',
  'DisputeFilterInput.subjectId': 'order',
  'DisputeFilterInput.personId': 'user',
  'RefundFilterInput.subjectId': 'order',
  'RefundFilterInput.personId': 'user',
  'PlanSubscriptionFilterInput.personId': 'user',
  'InvoiceDraftFilterInput.authorId': 'user',
  'InvoiceFilterInput.personId': 'user',
  'Query.customerStatement(personId)': 'user',
  'InvoiceDraftFilterInput.buyerId': 'user',
  'InvoiceDraftFilterInput.subjectId': 'order',
  'SubjectInput.id': 'order',
  'QuoteFilterInput.personId': 'user',
  'QuoteFilterInput.subjectId': 'order',
  'SendQuoteInput.quoteId': 'quoteDraft',
  'UpdateQuoteInput.quoteId': 'quoteDraft',
  'ReversePaymentInput.paymentId': 'offlinePayment',
  'RetryRefundInput.refundId': 'failedRefund',
  'CapturePaymentInput.paymentId': 'heldPayment',
  'ReleasePaymentInput.paymentId': 'heldPayment',
  'RecordManualRefundInput.refundId': 'manualRefund',
  'HoldSlotInput.offeringId': 'bookableOffering',
  'CreateBookingInput.offeringId': 'bookableOffering',
  'UploadBookingFileInput.questionId': 'fileQuestion',
  'ConnectCalendarInput.artisanId': 'artisan',
  'ReconnectCalendarInput.connectionId': 'calendarConnection',
  'DisconnectCalendarInput.connectionId': 'calendarConnection',
  'ChooseCalendarsInput.connectionId': 'calendarConnection',
  'SyncCalendarNowInput.connectionId': 'calendarConnection',
  'CalendarChoiceInput.id': 'connectedCalendar',
  'CancelRestoreInput.runId': 'restoreRun',
  'Query.restoreItems(runId)': 'restoreRun',
  'ResolveCalendarConflictInput.conflictId': 'calendarConflict',
  'Query.calendarConnections(artisanId)': 'artisan',
  'Query.busyBlocks(artisanId)': 'artisan',
  'Query.calendarConflicts(artisanId)': 'artisan',
  'ApproveBookingInput.bookingId': 'requestedBooking',
  'DeclineBookingInput.bookingId': 'requestedBooking',
  'CancelBookingsInput.bookingIds': 'booking',
  'CreateStaffBookingInput.offeringId': 'offering',
  'CreateStaffBookingInput.artisanId': 'artisan',
  'RevokeSessionInput.id': 'session',
  'UnlinkIdentityInput.id': 'identity',
  ...{ 'RenamePasskeyInput.id': 'passkey', 'RemovePasskeyInput.id': 'passkey' },
  'RevokeTrustedDeviceInput.id': 'trustedDevice',
  ...{ 'Mutation.requestDownload(input.fileId)': 'manuscript', 'Query.orderFile(id)': 'manuscript' },
  ...{ 'ReplaceManuscriptInput.orderId': 'paidOrder', 'ReplaceManuscriptInput.fileId': 'paidManuscript' },
  'Mutation.startOrder(input.orderId)': 'paidOrder',
  'Mutation.cancelOrder(input.orderId)': 'pendingOrder',
  'Mutation.submitOrderForReview(input.orderId)': 'unpaidOrder',
  'Mutation.requestOrderConsultation(input.orderId)': 'unpaidOrder',
  'Mutation.setOrderStatus(input.orderId)': 'unpaidOrder',
  'Mutation.deleteOrder(input.orderId)': 'unpaidOrder',
  'Mutation.updateOrder(input.orderId)': 'unpaidOrder',
  'Mutation.closeOrderConsultation(input.orderId)': 'consultedOrder',
  'Mutation.verifyPages(input.orderId)': 'reviewedOrder',
  'Mutation.acceptMeasuredPages(input.orderId)': 'differingOrder',
  'Mutation.createCheckoutSession(input.orderId)': 'pendingOrder',
  'Mutation.createPaymentIntent(input.subject.id)': 'pendingOrder',
  'Mutation.payWithSavedMethod(input.subject.id)': 'pendingOrder',
  'Mutation.payByMobileMoney(input.subject.id)': 'francsOrder',
  'Mutation.issueDepositInvoice(input.subject.id)': 'pendingOrder',
  'Mutation.reportDebit(input.paymentId)': 'push',
  'Mutation.resolveMobilePayment(input.paymentId)': 'push',
  'Mutation.assignProofreader(input.orderId)': 'paidOrder',
  'Mutation.resumeOrder(input.orderId)': 'suspendedOrder',
  'Mutation.unassignProofreader(input.orderId)': 'paidOrder',
  'Mutation.declineAssignment(input.orderId)': 'paidOrder',
  'RequestChangesInput.fileIds': 'reference',
  'PageIdInput.id': 'adminPage',
  'EditPageInput.id': 'adminPage',
  'PublishPageInput.id': 'adminPage',
  'SchedulePageInput.id': 'adminPage',
  'RestorePageVersionInput.id': 'adminPage',
  'Query.pageVersions(id)': 'adminPage',
  'Query.comparePageVersions(id)': 'adminPage',
  'Mutation.unpublishPage(input.id)': 'shownPage',
  'Mutation.archivePage(input.id)': 'shownPage',
  'FaqEntryIdInput.id': 'faqEntry',
  'UpdateFaqEntryInput.id': 'faqEntry',
  'SetFaqVisibilityInput.id': 'faqEntry',
  'RateFaqEntryInput.id': 'faqEntry',
  'FaqCategoryIdInput.id': 'faqCategory',
  'RenameFaqCategoryInput.id': 'faqCategory',
  'Subscription.ordersExportUpdated(id)': 'ordersExport',
  'RunOnOrdersInput.ids': 'paidOrder',
  'CreateArtisanInput.userId': 'user',
  'Query.booking(id)': 'booking',
  'HandleConsultationRequestInput.id': 'requestedBooking',
  'UpdateArtisanInput.id': 'artisan',
  'PauseArtisanInput.id': 'artisan',
  'CreateOfferingInput.artisanIds': 'artisan',
  'AssignArtisansInput.artisanIds': 'artisan',
  'UpdateOfferingInput.id': 'offering',
  'OfferingIdInput.id': 'offering',
  'Mutation.restoreOffering(input.id)': 'archivedOffering',
  'DeleteClosureInput.id': 'closure',
  'RevokeFeedLinkInput.id': 'feedLink',
  'DecideReviewInput.id': 'review',
  'LeaveCabinetInput.cabinetId': 'cabinet',
  'Mutation.reopenCabinet(input.id)': 'archivedCabinet',
  'RevokeCabinetAccessInput.memberId': 'cabinetMember',
  'TransferCabinetInput.toUserId': 'proofreader',
  'RestrictFolderInput.userId': 'proofreader',
  'UnrestrictFolderInput.userId': 'proofreader',
  'Mutation.restoreDocument(input.id)': 'trashedDocument',
  'Mutation.copyDocument(input.id)': 'document',
  'MoveDocumentInput.cabinetId': 'cabinet',
  'BulkDocumentsInput.ids': 'document',
  'RequestArchiveZipInput.documentIds': 'document',
  'UpdateDocumentInput.typeId': 'documentType',
  'UpdateDocumentInput.tagIds': 'documentTag',
  'CustomValueInput.fieldId': 'customField',
  'DocumentFilterInput.typeId': 'documentType',
  'DocumentFilterInput.tagId': 'documentTag',
  ...{ 'DeleteCustomFieldInput.id': 'customField', 'UpdateCustomFieldInput.id': 'customField' },
  'UpdateTagInput.id': 'documentTag',
  'UpdateCorrespondentInput.id': 'correspondent',
  'UpdateDocumentTypeInput.id': 'documentType',
  'Mutation.mergeTags(input.fromId)': 'documentTag',
  'Mutation.mergeTags(input.intoId)': 'otherTag',
  'Mutation.mergeCorrespondents(input.fromId)': 'correspondent',
  'Mutation.mergeCorrespondents(input.intoId)': 'otherCorrespondent',
  'Mutation.mergeDocumentTypes(input.fromId)': 'documentType',
  'Mutation.mergeDocumentTypes(input.intoId)': 'otherType',
  ...{ 'Mutation.cancelJob(input.jobId)': 'waitingJob', 'Mutation.restoreUser(input.userId)': 'suspendedUser' },
  'Mutation.revokePermissionSet(input.userId)': 'auditor',
};
const idsByName: Readonly<Record<string, string>> = {
  userId: 'bystander',
  personId: 'bystander',
  customerId: 'user',
  buyerId: 'user',
  proofreaderId: 'proofreader',
};

/** What is asked of a period: one that has begun. */
function onPeriods(period: Readonly<Record<'from' | 'to', string>>): Readonly<Record<string, string>> {
  const asked = ['revenueStats', 'userGrowth', 'orderFunnel', 'orderPerformance'].map(
    (name) => (end: string) => `Query.${name}(${end})`,
  );
  return Object.fromEntries(
    [...asked, (end: string) => `RequestStatsReportInput.${end}`].flatMap((place) =>
      Object.entries(period).map(([end, day]) => [place(end), day]),
    ),
  );
}

/** Values by `Field.path` or `InputType.field`, by the name of the argument, then by its scalar. */
const valuesByPlace: Readonly<Record<string, unknown>> = {
  ...{ ...valuesOfMails, ...ticketValues, 'BeginUploadInput.name': 'devis-2.txt' },
  ...{ 'Query.searchMessages(query)': 'bonjour', 'Query.searchConversations(query)': 'bonjour' },
  'Query.previewPlanChange(plan)': 'ARCHIVE_S',
  'Query.publicInvoice(token)': invoiceToken,
  'AddLegalMentionInput.code': 'thanks',
  'HoldSlotInput.startsAt': '2026-11-24T09:00:00.000Z',
  'CreateBookingInput.startsAt': '2026-11-24T09:00:00.000Z',
  'RescheduleBookingInput.startsAt': '2026-12-01T10:00:00.000Z',
  'CreateStaffBookingInput.startsAt': '2026-12-02T10:00:00.000Z',
  'BookingToMoveInput.startsAt': '2026-12-01T10:30:00.000Z',
  'CreateBookingInput.termsVersion': '2026-01',
  'MoneyInput.amount': 2_500,
  'ChangePlanInput.plan': 'ARCHIVE_S',
  'SubjectInput.type': 'ORDER',
  'SetOrderStatusInput.status': 'AWAITING_CONSULTATION',
  'LoginInput.email': 'bystander@matrix.example.org',
  'DeleteUserInput.reason': 'UNUSED',
  'PayByMobileMoneyInput.phoneNumber': '+2290166000042',
  'PlaceLegalHoldInput.reason': 'Une affaire en cours',
  'SetDueDateInput.dueAt': '2028-01-03T17:00:00.000Z',
  'RequestExtensionInput.until': '2028-01-03T17:00:00.000Z',
  'RecordManualRefundInput.on': '2026-01-02',
  'ReviseQuoteInput.version': 2,
  'RecordOfflineAcceptanceInput.on': '2026-01-02',
  'CreateQuoteInput.validUntil': '2030-01-01',
  'UpdateQuoteInput.validUntil': '2030-01-01',
  'ReviseQuoteInput.validUntil': '2030-01-01',
  'CreateQuoteInput.onAcceptance': 'INVOICE_LATER',
  'UpdateQuoteInput.onAcceptance': 'INVOICE_LATER',
  'ReviseQuoteInput.onAcceptance': 'INVOICE_LATER',
  'Query.artisan(slug)': 'atelier-morel',
  'CreateArtisanInput.slug': 'nouvel-atelier',
  'CreateOfferingInput.durationMinutes': 60,
  'WeeklyRuleInput.startMinute': 540,
  'WeeklyRuleInput.endMinute': 600,
  'DayWindowInput.startMinute': 540,
  'DayWindowInput.endMinute': 600,
  ...onPeriods({ from: '2026-01-01', to: '2026-12-31' }),
  'Query.comparePageVersions(to)': 2,
  'Query.agenda(from)': '2027-01-10',
  'Query.availability(timeZone)': 'Europe/Paris',
  'Query.nextAvailability(timeZone)': 'Europe/Paris',
  'CreatePageInput.slug': 'nouvelle-page',
  'CreateFaqEntryInput.category': 'Divers',
  'RunOnOrdersInput.action': 'START',
  'RecordTransmissionInput.at': '2026-01-02T00:00:00.000Z',
  'RecordOfflinePaymentInput.receivedOn': '2026-01-02',
  'ReleaseLegalHoldInput.reason': 'Une affaire close',
  'OpenCabinetAsAdminInput.reason': 'Demande écrite du gestionnaire',
  'BulkDocumentsInput.action': 'LOCK',
  'ExtendPrivacyRequestInput.reason': 'De nombreux dossiers',
};
const valuesByName: Readonly<Record<string, unknown>> = {
  unitPrice: '10.5',
  password: 'Un-Cheval-Bleu-42',
  token: 'not-a-token',
  refreshToken: 'not-a-token',
  slug: 'mentions-legales',
  plan: 'PRO',
  /** Of the plan that they have. */
  family: 'ARCHIVE',
  scopes: ['job:read'],
  declaredPages: 10,
  content: 'Bonjour',
  consents: [
    { purpose: 'TERMS', policyVersion: '2026-11-20' },
    { purpose: 'PRIVACY', policyVersion: '2026-11-20' },
  ],
};
const valuesByType: Readonly<Record<string, unknown>> = {
  String: 'Un texte',
  EmailAddress: 'nouvelle@example.org',
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2027-01-01T00:00:00.000Z',
  LocalDate: '2027-01-01',
  URL: 'https://www.example.org/',
  JSONObject: {},
  PhoneNumber: '+33612345678',
  Cursor: '',
};
/** Optional values that must be given for the field to do its work. */
const wanted = new Set([
  'HoldSlotInput.startsAt',
  'CreateBookingInput.startsAt',
  'RescheduleBookingInput.startsAt',
  'CreateStaffBookingInput.startsAt',
  'CreateInvoiceDraftInput.person',
  'UpdateInvoiceDraftInput.person',
  'CreateQuoteInput.person',
  'UpdateQuoteInput.person',
  'ReviseQuoteInput.person',
  'AcceptQuoteInput.startBeforeWithdrawal',
  'Query.myPlanSubscription(family)',
  'CreateCheckoutSessionInput.orderId',
  'CreditInvoiceInput.whole',
  'IssueDepositInvoiceInput.percent',
  'SendMessageInput.content',
  'CreateOrderInput.declaredPages',
  'CreateOrderForInput.customerId',
  'CreateOrderForInput.priceItemId',
  'CreateTicketForInput.userId',
  'SchedulePageInput.at',
  'UpdateUserInput.firstName',
  'UpdateOrderInput.title',
  'EstimatePriceInput.pages',
  'StepUpInput.password',
  'EraseMyAccountInput.password',
  'CreateClosureInput.fromOn',
  'CreateClosureInput.untilOn',
]);

/** As the form's reader places it. */
export function manuscript(): object {
  const file = {
    filename: 'roman.docx',
    mimetype: 'application/octet-stream',
    createReadStream: () => Readable.from([docx('Il était une fois')]),
  };
  return uploadOf(file);
}

export interface IdPlace {
  /** `input.orderId`. */
  readonly path: string;
  /** The object of the world it means. */
  readonly key: string;
  readonly isOptional: boolean;
}

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

type Asked = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type' | 'defaultValue'>;

class Filler {
  readonly places: IdPlace[] = [];
  readonly #field: GraphQLField<unknown, unknown>;
  readonly #root: string;
  readonly #idFor: (place: IdPlace) => string | undefined;
  /** How many ids were given so far. */
  #given = 0;
  #isInsideOptional = false;

  constructor(root: string, field: GraphQLField<unknown, unknown>, idFor: (place: IdPlace) => string | undefined) {
    [this.#root, this.#field, this.#idFor] = [root, field, idFor];
  }

  arguments(): Record<string, unknown> {
    return this.#all(this.#field.args, '', '');
  }

  #all(asked: readonly Asked[], owner: string, prefix: string): Record<string, unknown> {
    const given = asked.map((one) => [one.name, this.#value(one, owner, `${prefix}${one.name}`)] as const);
    return Object.fromEntries(given.filter(([, value]) => value !== undefined));
  }

  #value({ name, type, defaultValue }: Asked, owner: string, path: string): unknown {
    const named = getNamedType(type);
    const at = `${this.#root}.${this.#field.name}(${path})`;
    const isWanted = wanted.has(at) || wanted.has(`${owner}.${name}`);
    const isOptional = (!isNonNullType(type) || defaultValue !== undefined) && !isWanted;
    if (named.name === 'ID') return this.#id(path, name, { owner, isOptional: isOptional || this.#isInsideOptional });
    const value = isOptional ? this.#tried(named, path) : this.#required(name, named, { owner, path });
    return value !== undefined && isList(type) && !Array.isArray(value) ? [value] : value;
  }

  /** An optional object is given only when an id inside it is. */
  #tried(named: GraphQLInputType, path: string): unknown {
    if (!isInputObjectType(named)) return undefined;
    const [before, wasInside] = [this.#given, this.#isInsideOptional];
    this.#isInsideOptional = true;
    const value = this.#all(Object.values(named.getFields()), named.name, `${path}.`);
    this.#isInsideOptional = wasInside;
    return this.#given > before ? value : undefined;
  }

  #required(name: string, named: GraphQLInputType, { owner, path }: { owner: string; path: string }): unknown {
    const at = `${this.#root}.${this.#field.name}(${path})`;
    return valuesByPlace[at] ?? valuesByPlace[`${owner}.${name}`] ?? this.#plain(name, named, path);
  }

  #plain(name: string, named: GraphQLInputType, path: string): unknown {
    if (Object.hasOwn(valuesByName, name)) return valuesByName[name];
    if (isInputObjectType(named)) return this.#all(Object.values(named.getFields()), named.name, `${path}.`);
    if (isEnumType(named)) return named.getValues()[0]?.name;
    const type = getNamedType(named).name;
    return type === 'Upload' ? manuscript() : (valuesByType[type] ?? `no fixture for ${type}`);
  }

  #id(path: string, name: string, { owner, isOptional }: { owner: string; isOptional: boolean }): string | undefined {
    const field = `${this.#root}.${this.#field.name}(${path})`;
    const byName =
      name === 'id' ? lowered(getNamedType(this.#field.type).name) : (idsByName[name] ?? name.replace(/Id$/, ''));
    const place = { path, key: idsByPlace[field] ?? idsByPlace[`${owner}.${name}`] ?? byName, isOptional };
    this.places.push(place);
    const id = this.#idFor(place);
    if (id !== undefined) this.#given += 1;
    return id;
  }
}

const isList = (type: GraphQLInputType): boolean =>
  isListType(type) || (isNonNullType(type) && isListType(type.ofType));

/** The arguments of a root field, with ids from `idFor`, and every place that takes an id. */
export function argumentsOf(
  root: string,
  field: GraphQLField<unknown, unknown>,
  idFor: (place: IdPlace) => string | undefined,
): { variables: Record<string, unknown>; places: readonly IdPlace[] } {
  const filler = new Filler(root, field, idFor);
  return { variables: filler.arguments(), places: filler.places };
}
