import 'reflect-metadata';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { getMetadataStorage as rulesStorage } from 'class-validator';
import { getMetadataStorage } from 'type-graphql';
import { entities } from '../../src/entities/index.ts';
import { resolvers } from '../../src/resolvers/index.ts';
import { EmailAddress } from '../../src/schema/scalars/index.ts';
import { createSchema } from '../../src/schema/schema.ts';
import { archiveTexts } from './archive-texts.ts';
import { supportTexts } from './support-texts.ts';
import { paymentTexts } from './payment-texts.ts';
import { visitorTexts } from './visitor-texts.ts';

/** Where each text of an input ends: `Entity.property`, or nowhere as it is (a secret that is hashed, a word that is looked for). */
const nowhere = null;
const columns: Readonly<Record<string, string | null>> = {
  'RegisterInput.firstName': 'User.firstName',
  'RegisterInput.lastName': 'User.lastName',
  'RegisterInput.address': 'User.address',
  'CreateUserInput.firstName': 'User.firstName',
  'CreateUserInput.lastName': 'User.lastName',
  'UpdateUserInput.firstName': 'User.firstName',
  'UpdateUserInput.lastName': 'User.lastName',
  'UpdateMyProfileInput.firstName': 'User.firstName',
  'UpdateMyProfileInput.lastName': 'User.lastName',
  'UpdateMyProfileInput.address': 'User.address',
  'UpdateMyProfileInput.bio': 'User.bio',
  'ConsentInput.policyVersion': 'ConsentRecord.policyVersion',
  'RegisterPasskeyInput.name': 'Passkey.name',
  'RenamePasskeyInput.name': 'Passkey.name',
  'CreateServiceAccountInput.name': 'ServiceAccount.name',
  'CreateServiceAccountInput.description': 'ServiceAccount.description',
  'CreateApiTokenInput.name': 'ApiToken.name',
  'CreateApiTokenInput.scopes': nowhere,
  'TicketedInput.ticket': nowhere,
  'TicketedInput.proof': nowhere,
  'TicketedInput.trap': nowhere,
  'StartGuestOrderInput.firstName': 'GuestOrder.firstName',
  'StartGuestOrderInput.lastName': 'GuestOrder.lastName',
  'StartGuestOrderInput.password': nowhere,
  'StartGuestOrderInput.address': 'GuestOrder.address',
  'StartGuestOrderInput.title': 'GuestOrder.title',
  'StartGuestOrderInput.description': 'GuestOrder.description',
  'GuestOrderTokenInput.token': nowhere,
  'GuestOrderTokenArgs.token': nowhere,
  'RequestGuestReviewInput.message': 'GuestOrder.reviewMessage',
  'AnswerGuestReviewInput.answer': 'GuestOrder.reviewAnswer',
  'HoldSlotInput.date': nowhere,
  'HoldSlotInput.time': nowhere,
  'SlotHoldInput.holdToken': nowhere,
  'BookingCustomerInput.name': 'Booking.customerName',
  // In E.164 in its column.
  'BookingCustomerInput.phone': nowhere,
  // In a list, which is JSON.
  'BookingAnswerInput.answer': nowhere,
  'CreateBookingInput.date': nowhere,
  'CreateBookingInput.time': nowhere,
  'CreateBookingInput.holdToken': nowhere,
  'CreateBookingInput.timeZone': 'Booking.customerTimeZone',
  'CreateBookingInput.place': 'Booking.place',
  'CreateBookingInput.note': 'Booking.customerNote',
  'CreateBookingInput.termsVersion': 'Booking.termsVersion',
  'ResumeBookingPaymentInput.code': nowhere,
  'ResumeBookingPaymentInput.token': nowhere,
  'DeclineBookingInput.reason': 'Booking.cancellationReason',
  'BookConsultationInput.timeZone': 'Booking.customerTimeZone',
  'BookConsultationInput.note': 'Booking.customerNote',
  'BookConsultationInput.termsVersion': 'Booking.termsVersion',
  'HandleConsultationRequestInput.reason': 'Booking.cancellationReason',
  'ConsultationSlotsArgs.timeZone': nowhere,
  'MoveBookingsInput.message': 'BookingHistory.message',
  'SubmitReviewInput.text': 'Review.text',
  'SmsDeliveryFilterInput.kind': nowhere,
  'SmsDeliveryFilterInput.to': nowhere,
  'CalendarAccountInput.server': nowhere,
  'CalendarAccountInput.user': nowhere,
  'CalendarAccountInput.url': nowhere,
  'CreatePriceItemInput.name': 'PriceItem.name',
  'CreatePriceItemInput.description': 'PriceItem.description',
  'CreatePriceItemInput.serviceType': 'PriceItem.serviceType',
  'CreatePriceItemInput.estimatedDuration': 'PriceItem.estimatedDuration',
  'UpdatePriceItemInput.name': 'PriceItem.name',
  'UpdatePriceItemInput.description': 'PriceItem.description',
  'UpdatePriceItemInput.serviceType': 'PriceItem.serviceType',
  'UpdatePriceItemInput.estimatedDuration': 'PriceItem.estimatedDuration',
  'AddThresholdLimitInput.source': 'ThresholdLimit.source',
  'CreateOrderInput.title': 'Order.title',
  'CreateOrderInput.description': 'Order.description',
  'CreateOrderInput.customerNote': 'Order.customerNote',
  'RequestExtensionInput.reason': 'OrderExtension.reason',
  'AnswerExtensionInput.note': 'OrderExtension.note',
  'NoteOrderInput.text': 'OrderNote.text',
  'SuspendOrderInput.reason': 'Order.suspendedReason',
  'CancelOrderInput.note': 'Order.cancellationNote',
  'RequestCancellationInput.note': 'OrderNote.text',
  'DeclineAssignmentInput.reason': 'OrderNote.text',
  'DeliverOrderInput.note': 'Delivery.note',
  'AcceptDeliveryInput.comment': 'Delivery.comment',
  'RequestChangesInput.text': 'Delivery.changes',
  'UpdateProofreaderProfileInput.languages': 'ProofreaderProfile.languages',
  'UpdateProofreaderProfileInput.genres': 'ProofreaderProfile.genres',
  'UpdateProofreaderProfileInput.specialities': 'ProofreaderProfile.specialities',
  'VerifyPagesInput.reason': 'OrderNote.text',
  'SetOrderStatusInput.reason': 'Order.suspendedReason',
  'UpdateOrderInput.title': 'Order.title',
  'UpdateOrderInput.description': 'Order.description',
  'UpdateOrderInput.customerNote': 'Order.customerNote',
  'CreateArtisanInput.slug': 'Artisan.slug',
  'CreateArtisanInput.displayName': 'Artisan.displayName',
  'CreateArtisanInput.timeZone': 'Artisan.timeZone',
  'CreateArtisanInput.country': 'Artisan.country',
  'CreateArtisanInput.place': 'Artisan.place',
  'CreateArtisanInput.bio': 'Artisan.bio',
  'CreateOfferingInput.name': 'Offering.name',
  'CreateOfferingInput.description': 'Offering.description',
  'CreateOfferingInput.place': 'Offering.place',
  'UpdateArtisanInput.slug': 'Artisan.slug',
  'UpdateArtisanInput.displayName': 'Artisan.displayName',
  'UpdateArtisanInput.timeZone': 'Artisan.timeZone',
  'UpdateArtisanInput.country': 'Artisan.country',
  'UpdateArtisanInput.place': 'Artisan.place',
  'UpdateArtisanInput.bio': 'Artisan.bio',
  'UpdateOfferingInput.name': 'Offering.name',
  'UpdateOfferingInput.description': 'Offering.description',
  'UpdateOfferingInput.place': 'Offering.place',
  'BookingFilterInput.text': nowhere,
  'OfferingQuestionInput.label': 'OfferingQuestion.label',
  'OfferingQuestionInput.choices': nowhere,
  'CreateClosureInput.reason': 'Closure.reason',
  'CancelBookingInput.reason': 'Booking.cancellationReason',
  'ConfirmBookingChangeInput.reason': 'Booking.cancellationReason',
  'CancelBookingsInput.reason': 'Booking.cancellationReason',
  'BookingContactInput.name': 'Booking.customerName',
  'BookingContactInput.phone': nowhere,
  'UpdateBookingDetailsInput.note': 'Booking.customerNote',
  'AddBookingNoteInput.note': 'Booking.staffNote',
  'CreateStaffBookingInput.place': 'Booking.place',
  'CreateStaffBookingInput.note': 'Booking.customerNote',
  'CreateStaffBookingInput.staffNote': 'Booking.staffNote',
  'NextAvailabilityArgs.timeZone': nowhere,
  'RescheduleBookingInput.date': nowhere,
  'RescheduleBookingInput.time': nowhere,
  'CreateStaffBookingInput.date': nowhere,
  'CreateStaffBookingInput.time': nowhere,
  'ReorderInput.title': 'Order.title',
  'OrderCustomerInput.firstName': 'User.firstName',
  'OrderCustomerInput.lastName': 'User.lastName',
  'FreeServiceInput.name': 'Order.service',
  'OrderQuoteInput.notes': 'Quote.notes',
  'CreateOrderForInput.title': 'Order.title',
  'CreateOrderForInput.description': 'Order.description',
  'CreateOrderForInput.customerNote': 'Order.customerNote',
  'KeyedInput.key': nowhere,
  'SimulateStripeEventInput.clientSecret': nowhere,
  'SimulateStripeEventInput.cardNumber': nowhere,
  'EnumLabelsArgs.names': nowhere,
  'FaqEntriesArgs.category': 'FaqEntry.category',
  'CreateFaqEntryInput.question': 'FaqEntry.question',
  'CreateFaqEntryInput.answer': 'FaqEntry.answer',
  'CreateFaqEntryInput.details': 'FaqEntry.details',
  'CreateFaqEntryInput.category': 'FaqCategory.name',
  'UpdateFaqEntryInput.question': 'FaqEntry.question',
  'UpdateFaqEntryInput.answer': 'FaqEntry.answer',
  'UpdateFaqEntryInput.details': 'FaqEntry.details',
  'UpdateFaqEntryInput.category': 'FaqCategory.name',
  'CreateFaqCategoryInput.name': 'FaqCategory.name',
  'RenameFaqCategoryInput.name': 'FaqCategory.name',
  'PageMetaInput.title': nowhere,
  'PageMetaInput.description': nowhere,
  'PageMetaInput.keywords': nowhere,
  'PageMetaInput.ogImage': nowhere,
  'PageMetaInput.canonical': nowhere,
  'PageContentInput.content': 'PageVersion.content',
  'PageContentInput.excerpt': 'PageVersion.excerpt',
  'PageContentInput.note': 'PageVersion.note',
  'PageContentInput.category': 'Page.category',
  'PageContentInput.tags': nowhere,
  'CreatePageInput.slug': 'Page.slug',
  'CreatePageInput.title': 'Page.title',
  'EditPageInput.slug': 'PageVersion.slug',
  'EditPageInput.title': 'PageVersion.title',
  'LocalTimeInput.time': nowhere,
  'LocalTimeInput.zone': 'PageSchedule.zone',
  'PageFilterInput.category': 'Page.category',
  'PageFilterInput.tag': 'PageTag.name',
  'PagesArgs.category': 'Page.category',
  'PagesArgs.tag': 'PageTag.name',
  ...archiveTexts,
  ...supportTexts,
  ...visitorTexts,
  ...paymentTexts,
  'BeginUploadInput.folderPath': nowhere,
  'BeginUploadInput.name': 'UploadSession.name',
  'BeginUploadInput.sha256': 'UploadSession.sha256',
  'UploadTargetArgs.folderPath': nowhere,
  'UploadTargetArgs.name': nowhere,
  'CreateBackupInput.label': 'Backup.label',
  'RetainDocumentInput.reason': 'RetentionChange.reason',
  'SendMessageInput.content': 'Message.content',
  'SearchMessagesArgs.query': nowhere,
  'SearchConversationsArgs.query': nowhere,
  'EditMessageInput.content': 'Message.content',
  'DeleteMessageInput.reason': 'Message.deletionReason',
  'SaveDraftInput.text': 'ConversationParticipant.draft',
  'OpenConversationInput.subject': 'Conversation.subject',
  'OpenConversationInput.content': 'Message.content',
  'CreateAdminNotificationInput.title': 'Notification.title',
  'CreateAdminNotificationInput.message': 'Notification.message',
  'CreateAdminNotificationInput.actionUrl': 'Notification.actionUrl',
  'PublicInvoiceArgs.token': nowhere,
  'PayInvoiceArgs.token': nowhere,
  'RecordTransmissionInput.platform': 'Invoice.transmissionPlatform',
  'RecordTransmissionInput.reference': 'Invoice.transmissionReference',
  'InvoiceFilterInput.numberPrefix': nowhere,
  'OrderFilterInput.text': nowhere,
  'UpdateReminderStepInput.titleFr': 'ReminderStep.titleFr',
  'UpdateReminderStepInput.titleEn': 'ReminderStep.titleEn',
  'UpdateReminderStepInput.textFr': 'ReminderStep.textFr',
  'UpdateReminderStepInput.textEn': 'ReminderStep.textEn',
  'SendInvoiceInput.to': 'EmailDelivery.toEmail',
  'OpenInvoiceCheckoutInput.token': nowhere,
  'PlaceLegalHoldInput.reason': 'LegalHold.reason',
  'PlaceLegalHoldInput.caseReference': 'LegalHold.caseReference',
  'ReleaseLegalHoldInput.reason': 'LegalHold.releaseReason',
  'SubmitPrivacyRequestInput.details': 'PrivacyRequest.details',
  'AnswerPrivacyRequestInput.answer': 'PrivacyRequest.answer',
  'ExtendPrivacyRequestInput.reason': 'PrivacyRequest.extensionReason',
  'AuditFilterInput.action': 'AuditEntry.action',
  'AuditFilterInput.targetType': 'AuditEntry.targetType',
  'AuditFilterInput.targetId': 'AuditEntry.targetId',
  'JobsArgs.kind': 'Job.kind',
  'ChoosePlanInput.plan': 'Plan.code',
  'ChangePlanInput.plan': 'Plan.code',
  'PreviewPlanChangeArgs.plan': 'Plan.code',
  'PaySubscriptionInput.provider': 'Payment.provider',
  'GrantPlanInput.plan': 'Plan.code',
  'SetPlanPriceInput.plan': 'Plan.code',
  'AddLegalMentionInput.code': 'LegalMention.code',
  'AddLegalMentionInput.textFr': 'LegalMention.textFr',
  'AddLegalMentionInput.textEn': 'LegalMention.textEn',
  'AddLegalMentionInput.source': 'LegalMention.source',
  'PersonWithoutAccountInput.name': 'Quote.personName',
  // One column holds the whole address.
  'PostalAddressInput.lines': nowhere,
  'PostalAddressInput.postcode': nowhere,
  'PostalAddressInput.city': nowhere,
  'PostalAddressInput.country': nowhere,
  'QuoteContentInput.notes': 'Quote.notes',
  'QuoteContentInput.purchaseOrder': 'Quote.purchaseOrder',
  'CreateQuoteInput.key': nowhere,
  'RecordOfflineAcceptanceInput.name': 'QuoteAcceptance.name',
  'AcceptanceInput.name': 'QuoteAcceptance.name',
  'AcceptPublicQuoteInput.token': nowhere,
  'RefusePublicQuoteInput.token': nowhere,
  'PublicQuoteArgs.token': nowhere,
  // Numbers are typed with blanks, which do not reach the column.
  'ChangeSellerInput.name': 'Seller.name',
  'ChangeSellerInput.legalForm': 'Seller.legalForm',
  'ChangeSellerInput.register': 'Seller.register',
  'ChangeSellerInput.addressLines': 'Seller.addressLines',
  'ChangeSellerInput.postcode': 'Seller.postcode',
  'ChangeSellerInput.city': 'Seller.city',
  'ChangeSellerInput.country': 'Seller.country',
  'ChangeSellerInput.siren': nowhere,
  'ChangeSellerInput.siret': nowhere,
  'ChangeSellerInput.vatNumber': nowhere,
  'ChangeSellerInput.fiscalYearEnd': 'Seller.fiscalYearEnd',
  'ChangeSellerInput.iban': nowhere,
  'ChangeSellerInput.bic': nowhere,
  'ChangeSellerInput.electronicAddress': 'Seller.electronicAddress',
  'ChangeSellerInput.discountTextFr': 'Seller.discountTextFr',
  'ChangeSellerInput.discountTextEn': 'Seller.discountTextEn',
  'ChangeSellerInput.penaltyTextFr': 'Seller.penaltyTextFr',
  'ChangeSellerInput.penaltyTextEn': 'Seller.penaltyTextEn',
  'AccountNumbersInput.customers': 'Seller.accounts',
  'AccountNumbersInput.services': 'Seller.accounts',
  'AccountNumbersInput.goods': 'Seller.accounts',
  'AccountNumbersInput.deposits': 'Seller.accounts',
  'AccountNumbersInput.vatDue': 'Seller.accounts',
  'AccountNumbersInput.vatAwaitingReceipt': 'Seller.accounts',
  'AccountNumbersInput.providers': 'Seller.accounts',
  'AccountNumbersInput.bank': 'Seller.accounts',
  'UpdateMyBillingProfileInput.name': 'BillingProfile.name',
  'UpdateMyBillingProfileInput.addressLines': 'BillingProfile.addressLines',
  'UpdateMyBillingProfileInput.postcode': 'BillingProfile.postcode',
  'UpdateMyBillingProfileInput.city': 'BillingProfile.city',
  'UpdateMyBillingProfileInput.country': 'BillingProfile.country',
  'UpdateMyBillingProfileInput.siren': nowhere,
  'UpdateMyBillingProfileInput.siret': nowhere,
  'UpdateMyBillingProfileInput.vatNumber': nowhere,
  'UpdateMyBillingProfileInput.electronicAddress': 'BillingProfile.electronicAddress',
  'UpdateMyBillingProfileInput.purchaseOrder': 'BillingProfile.purchaseOrder',
  'PaymentFilterInput.provider': 'Payment.provider',
  'DisputeFilterInput.provider': 'Dispute.provider',
  'RefundFilterInput.provider': 'Refund.provider',
  'RecordManualRefundInput.reference': 'Refund.reference',
  'ResolveMobilePaymentInput.reference': 'Payment.providerPaymentId',
  'SoldLineInput.description': 'InvoiceDraftLine.description',
  'SoldLineInput.unit': 'InvoiceDraftLine.unit',
  // A decimal number, which is stored as a whole one.
  'SoldLineInput.unitPrice': nowhere,
  'InvoiceDraftContentInput.notes': 'InvoiceDraft.notes',
  'InvoiceDraftContentInput.purchaseOrder': 'InvoiceDraft.purchaseOrder',
  'CreateInvoiceDraftInput.key': nowhere,
  'RecordOfflinePaymentInput.reference': 'Payment.reference',
  'ReversePaymentInput.reason': 'PaymentReversal.reason',
  'WebhookEventFilterInput.provider': 'WebhookEvent.provider',
  'WebhookEventFilterInput.type': 'WebhookEvent.type',
};
const lengthOfEmails = 255;
/** Secrets, codes and words that are looked for. */
const isHeldNowhere = (place: string): boolean =>
  /\.(password|currentPassword|code|proof|search|\w*[tT]oken)$/.test(place);

interface Column {
  readonly length?: number;
  readonly columnType?: string;
  readonly type?: { readonly name: string };
}
const longText = 16_383;
/** Sixteen mebibytes, of four bytes each. */
const mediumText = 4_194_303;

/** Characters that a column holds on MySQL: those of its `varchar`, or a `text`'s bytes at four to the character. */
function lengthOfColumn(place: string): number {
  const [entity, property] = place.split('.') as [string, string];
  const found = entities.find((one) => (one as unknown as { meta: { className: string } }).meta.className === entity);
  const column = (found as unknown as { meta: { properties: Record<string, Column> } } | undefined)?.meta.properties[
    property
  ];
  if (column === undefined) throw new Error(`No column ${place}`);
  if (column.columnType === 'mediumtext') return mediumText;
  return column.length ?? (column.type?.name === 'TextType' ? longText : 255);
}

/** Other tests, which may have run in this process before, have classes of their own. */
const ours = globSync('src/**/*.ts')
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bclass (\w+)/g)])
  .map(([, name]) => name);

/** The most characters that a rule lets through; a pattern says it at its end. */
function mostOf({ name, constraints = [] }: { name?: string | undefined; constraints?: unknown[] }): number[] {
  if (name === 'maxLength' || name === 'isLength') return [Number(constraints.at(-1))];
  const pattern =
    name === 'matches' ? /\{\d+,(\d+)\}\$$/.exec(String((constraints[0] as RegExp | undefined)?.source)) : null;
  return pattern ? [Number(pattern[1])] : [];
}

/** Every text of every input class: `InputType.field`, and the most characters its rules let through. */
function textsOfInputs(): { place: string; most: number | undefined }[] {
  const { inputTypes, argumentTypes } = getMetadataStorage();
  const classes = [...inputTypes, ...argumentTypes].filter(({ target }) => ours.includes((target as Function).name));
  return classes.flatMap(({ target, fields }) =>
    (fields ?? [])
      .filter(
        (field) =>
          (field as { getType(): unknown }).getType() === String ||
          (field as { getType(): unknown }).getType() === EmailAddress,
      )
      .map(({ name }) => {
        const rules = rulesStorage()
          .getTargetValidationMetadatas(target as Function, '', false, false)
          .filter((rule) => rule.propertyName === name);
        return {
          place: `${(target as Function).name}.${name}`,
          most: rules.flatMap(mostOf)[0],
        };
      }),
  );
}

describe('texts of inputs', () => {
  // The classes know their fields once a schema was made of them.
  beforeAll(() => createSchema(resolvers));

  test('every one has a greatest length', () => {
    const texts = textsOfInputs();
    expect(texts.length).toBeGreaterThan(40);
    expect(texts.filter(({ most }) => most === undefined).map(({ place }) => place)).toEqual([]);
  });

  test('none is longer than the column it ends in', () => {
    const inputs = textsOfInputs().filter(({ place }) => !isHeldNowhere(place) && !place.endsWith('.email'));
    expect(
      textsOfInputs().filter(({ place, most = Infinity }) => place.endsWith('.email') && most > lengthOfEmails),
    ).toEqual([]);
    expect(inputs.filter(({ place }) => !(place in columns)).map(({ place }) => place)).toEqual([]);
    const tooLong = inputs.flatMap(({ place, most = Infinity }) => {
      const column = columns[place];
      return typeof column === 'string' && most > lengthOfColumn(column)
        ? [`${place}: ${String(most)} into ${column} (${String(lengthOfColumn(column))})`]
        : [];
    });
    expect(tooLong).toEqual([]);
  });
});
