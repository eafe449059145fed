/**
 * The orders of each list: the names in the API, the default first. The read query of the list defines each of them;
 * compilation fails when one is missing.
 */
export const listOrders = {
  OrderSort: [
    'CREATED_AT_DESC',
    'CREATED_AT_ASC',
    'TITLE_ASC',
    'TITLE_DESC',
    'TOTAL_DESC',
    'TOTAL_ASC',
    'DUE_AT_ASC',
    'PRIORITY_DESC',
    'LAST_ACTIVITY_AT_DESC',
    'LAST_ACTIVITY_AT_ASC',
  ],
  LateOrderSort: ['DUE_AT_ASC', 'DUE_AT_DESC'],
  OrderEventSort: ['CREATED_AT_ASC', 'CREATED_AT_DESC'],
  OrderNoteSort: ['CREATED_AT_ASC', 'CREATED_AT_DESC'],
  GuestOrderSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  MyBookingSort: ['STARTS_AT_DESC', 'STARTS_AT_ASC'],
  InvoiceSort: ['ISSUED_AT_DESC', 'ISSUED_AT_ASC', 'GROSS_DESC', 'GROSS_ASC'],
  InvoiceDraftSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  PaymentSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC', 'AMOUNT_DESC', 'AMOUNT_ASC'],
  RefundSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC', 'AMOUNT_DESC', 'AMOUNT_ASC'],
  PlanSubscriptionSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  DisputeSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC', 'AMOUNT_DESC', 'AMOUNT_ASC'],
  AdminPageSort: ['POSITION_ASC', 'CREATED_AT_DESC', 'CREATED_AT_ASC'],
  PageVersionSort: ['NUMBER_DESC', 'NUMBER_ASC'],
  QuoteSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC', 'GROSS_DESC', 'GROSS_ASC'],
  WebhookEventSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  ReconciliationSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  ReconciliationDifferenceSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  ConversationSort: ['LAST_MESSAGE_AT_DESC', 'LAST_MESSAGE_AT_ASC', 'SUBJECT_ASC', 'SUBJECT_DESC'],
  MessageSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  SmsDeliverySort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  NotificationSort: ['PRIORITY_DESC', 'CREATED_AT_DESC', 'CREATED_AT_ASC'],
  UserSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC', 'NAME_ASC', 'NAME_DESC'],
  AuditEntrySort: ['AT_DESC', 'AT_ASC'],
  JobSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  LegalHoldSort: ['PLACED_AT_DESC', 'PLACED_AT_ASC'],
  PrivacyRequestSort: ['ASKED_AT_DESC', 'ASKED_AT_ASC', 'DUE_AT_ASC', 'DUE_AT_DESC'],
  BookingSort: ['STARTS_AT_DESC', 'STARTS_AT_ASC', 'CREATED_AT_DESC', 'CREATED_AT_ASC'],
  BusyBlockSort: ['STARTS_AT_ASC', 'STARTS_AT_DESC'],
  CalendarConflictSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  ReviewSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  ArtisanReviewSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  ArtisanSort: ['NAME_ASC', 'NAME_DESC', 'CREATED_AT_DESC', 'CREATED_AT_ASC'],
  OfferingSort: ['POSITION_ASC', 'PRICE_ASC', 'PRICE_DESC'],
  BackupSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  RestoreDrillSort: ['CREATED_AT_DESC', 'CREATED_AT_ASC'],
  RetentionRunSort: ['STARTED_AT_DESC', 'STARTED_AT_ASC'],
} as const;

export type SortName = keyof typeof listOrders;
export type SortOf<S extends SortName> = (typeof listOrders)[S][number];

/** A longer text is no search. */
export const longestSearch = 100;
