import 'reflect-metadata';
import type { NonEmptyArray } from 'type-graphql';
import { archiveResolvers } from './archive/resolvers.ts';
import { messagingResolvers } from './messaging/resolvers.ts';
import { schedulingResolvers } from './scheduling/resolvers.ts';
import { backupsResolvers } from './backups/resolvers.ts';
import { BillingProfileResolver } from './billing/billing-profile.resolver.ts';
import { CreditNoteAdminResolver } from './billing/credit-note.admin.resolver.ts';
import { InvoiceDraftAdminResolver } from './billing/invoice-draft.admin.resolver.ts';
import { InvoicePublicResolver } from './billing/invoice.public.resolver.ts';
import { InvoiceResolver } from './billing/invoice.resolver.ts';
import { SendInvoiceAdminResolver } from './billing/send-invoice.admin.resolver.ts';
import { AuditAdminResolver } from './audit/audit.admin.resolver.ts';
import { DisputeAdminResolver } from './billing/dispute.admin.resolver.ts';
import { OfflinePaymentAdminResolver } from './billing/offline-payment.admin.resolver.ts';
import { ReconciliationAdminResolver } from './billing/reconciliation.admin.resolver.ts';
import { InvoicesAdminResolver } from './billing/invoices.admin.resolver.ts';
import { ReminderAdminResolver } from './billing/reminder.admin.resolver.ts';
import { RefundAdminResolver } from './billing/refund.admin.resolver.ts';
import { QuoteAdminResolver } from './billing/quote.admin.resolver.ts';
import { QuotePublicResolver } from './billing/quote.public.resolver.ts';
import { QuoteResolver } from './billing/quote.resolver.ts';
import { WebhookEventAdminResolver } from './billing/webhook-event.admin.resolver.ts';
import { MobileMoneyResolver } from './billing/mobile-money.resolver.ts';
import { PaymentFormResolver } from './billing/payment-form.resolver.ts';
import { PaymentHoldAdminResolver } from './billing/payment-hold.admin.resolver.ts';
import { PaymentLiveResolver } from './billing/payment.live.resolver.ts';
import { PaymentMethodResolver } from './billing/payment-method.resolver.ts';
import { PaymentResolver } from './billing/payment.resolver.ts';
import { SellerAdminResolver } from './billing/seller.admin.resolver.ts';
import { PlanAdminResolver } from './billing/plan.admin.resolver.ts';
import { PlanPublicResolver } from './billing/plan.public.resolver.ts';
import { PlanPeriodResolver, PlanSubscriptionResolver } from './billing/plan-subscription.resolver.ts';
import { PlanPaymentResolver } from './billing/plan-payment.resolver.ts';
import { PlanResolver } from './billing/plan.resolver.ts';
import { PriceItemAdminResolver } from './catalog/price-item.admin.resolver.ts';
import { PriceItemPublicResolver } from './catalog/price-item.public.resolver.ts';
import { ContentPublicResolver, PageQuestionsResolver } from './content/content.public.resolver.ts';
import { FaqAdminResolver } from './content/faq.admin.resolver.ts';
import { PageLifeAdminResolver } from './content/page-life.admin.resolver.ts';
import { PageAdminResolver } from './content/page.admin.resolver.ts';
import { MasterKeyAdminResolver } from './files/master-key.admin.resolver.ts';
import { QuarantinedFileAdminResolver } from './files/quarantined-file.admin.resolver.ts';
import { StoredFileResolver } from './files/stored-file.resolver.ts';
import { AccountPublicResolver } from './identity/account.public.resolver.ts';
import { AccountResolver } from './identity/account.resolver.ts';
import { IdentityPublicResolver } from './identity/identity.public.resolver.ts';
import { IdentityResolver } from './identity/identity.resolver.ts';
import { PasskeyPublicResolver } from './identity/passkey.public.resolver.ts';
import { PasskeyResolver } from './identity/passkey.resolver.ts';
import { InvitationPublicResolver } from './identity/invitation.public.resolver.ts';
import { ServiceAccountAdminResolver } from './identity/service-account.admin.resolver.ts';
import { UserAdminResolver } from './identity/user.admin.resolver.ts';
import { PreferencesResolver, UserMailResolver } from './identity/preferences.resolver.ts';
import { ProfileResolver } from './identity/profile.resolver.ts';
import { TwoFactorResolver } from './identity/two-factor.resolver.ts';
import { notificationsResolvers } from './notifications/resolvers.ts';
import { StatsAdminResolver } from './insights/stats.admin.resolver.ts';
import { StatsPublicResolver } from './insights/stats.public.resolver.ts';
import { ThresholdAdminResolver } from './insights/threshold.admin.resolver.ts';
import { AssignedOrdersResolver, AssignmentResolver } from './orders/assignment.resolver.ts';
import { CancellationResolver } from './orders/cancellation.resolver.ts';
import { DeliveryResolver } from './orders/delivery.resolver.ts';
import { OrderAdminResolver } from './orders/order.admin.resolver.ts';
import { OrderInvoiceResolver, OrderPaymentResolver } from './orders/order-billing.resolver.ts';
import { OrderChangesResolver } from './orders/order-changes.resolver.ts';
import { GuestOrderAdminResolver } from './orders/guest-order.admin.resolver.ts';
import { GuestOrderPublicResolver } from './orders/guest-order.public.resolver.ts';
import { OrderConversationResolver } from './orders/order-conversation.resolver.ts';
import { OrderDeadlineResolver, OrderExtensionResolver } from './orders/order-deadline.resolver.ts';
import { OrderFileResolver } from './orders/order-file.resolver.ts';
import { OrderBulkResolver } from './orders/order-bulk.resolver.ts';
import { OrderExportResolver } from './orders/order-export.resolver.ts';
import { OrderListsResolver } from './orders/order-lists.resolver.ts';
import { OrderListsLiveResolver } from './orders/order-lists.live.resolver.ts';
import { OrderReviewResolver } from './orders/order-review.resolver.ts';
import { OrderLiveResolver } from './orders/order.live.resolver.ts';
import { OrderTimelineResolver } from './orders/order-timeline.resolver.ts';
import { OrderResolver } from './orders/order.resolver.ts';
import { supportResolvers } from './support/resolvers.ts';
import { EnumLabelsPublicResolver } from './platform/enum-labels.public.resolver.ts';
import { ErrorCodePublicResolver } from './platform/error-code.public.resolver.ts';
import { FormTicketPublicResolver } from './platform/form-ticket.public.resolver.ts';
import { JobAdminResolver } from './platform/job.admin.resolver.ts';
import { SystemAdminResolver } from './platform/system.admin.resolver.ts';
import { ConsentResolver } from './privacy/consent.resolver.ts';
import { CustomerDataPublicResolver } from './privacy/customer-data.public.resolver.ts';
import { DataExportResolver } from './privacy/data-export.resolver.ts';
import { ErasureAdminResolver } from './privacy/erasure.admin.resolver.ts';
import { ErasureResolver } from './privacy/erasure.resolver.ts';
import { LegalHoldAdminResolver } from './privacy/legal-hold.admin.resolver.ts';
import { RetentionAdminResolver } from './privacy/retention.admin.resolver.ts';
import { ProcessingRecordResolver } from './privacy/processing-record.resolver.ts';
import { PrivacyRequestResolver } from './privacy/privacy-request.resolver.ts';
import { CalendarConflictResolver } from './calendars/calendar-conflict.resolver.ts';
import { CalendarFlowResolver } from './calendars/calendar-flow.resolver.ts';
import { SlotRefusalResolver } from './calendars/slot-refusal.resolver.ts';
import { CalendarConnectionResolver } from './calendars/calendar-connection.resolver.ts';

/** Every resolver of the API, domain by domain. */
export const resolvers: NonEmptyArray<Function> = [
  // audit, archive, backups
  AuditAdminResolver,
  ...archiveResolvers,
  ...backupsResolvers,
  // billing
  MobileMoneyResolver,
  PaymentResolver,
  InvoicePublicResolver,
  PaymentFormResolver,
  PaymentHoldAdminResolver,
  PaymentLiveResolver,
  PaymentMethodResolver,
  InvoiceResolver,
  SellerAdminResolver,
  BillingProfileResolver,
  DisputeAdminResolver,
  CreditNoteAdminResolver,
  InvoiceDraftAdminResolver,
  OfflinePaymentAdminResolver,
  QuoteAdminResolver,
  QuotePublicResolver,
  QuoteResolver,
  RefundAdminResolver,
  SendInvoiceAdminResolver,
  InvoicesAdminResolver,
  ReminderAdminResolver,
  WebhookEventAdminResolver,
  PlanPublicResolver,
  PlanPaymentResolver,
  PlanResolver,
  PlanSubscriptionResolver,
  PlanPeriodResolver,
  PlanAdminResolver,
  ReconciliationAdminResolver,
  // catalog
  PriceItemPublicResolver,
  PriceItemAdminResolver,
  // content
  ContentPublicResolver,
  FaqAdminResolver,
  PageAdminResolver,
  PageLifeAdminResolver,
  PageQuestionsResolver,
  // files
  StoredFileResolver,
  MasterKeyAdminResolver,
  QuarantinedFileAdminResolver,
  // identity
  AccountPublicResolver,
  AccountResolver,
  ProfileResolver,
  PreferencesResolver,
  UserMailResolver,
  TwoFactorResolver,
  IdentityPublicResolver,
  IdentityResolver,
  PasskeyPublicResolver,
  PasskeyResolver,
  InvitationPublicResolver,
  UserAdminResolver,
  ServiceAccountAdminResolver,
  // insights
  StatsAdminResolver,
  StatsPublicResolver,
  ThresholdAdminResolver,
  // messaging, scheduling
  ...messagingResolvers,
  ...schedulingResolvers,
  // notifications
  ...notificationsResolvers,
  // orders
  AssignmentResolver,
  AssignedOrdersResolver,
  CancellationResolver,
  DeliveryResolver,
  OrderResolver,
  OrderAdminResolver,
  OrderReviewResolver,
  OrderChangesResolver,
  OrderFileResolver,
  OrderBulkResolver,
  OrderExportResolver,
  OrderListsResolver,
  OrderListsLiveResolver,
  OrderLiveResolver,
  OrderConversationResolver,
  OrderPaymentResolver,
  OrderInvoiceResolver,
  OrderDeadlineResolver,
  OrderExtensionResolver,
  OrderTimelineResolver,
  GuestOrderPublicResolver,
  GuestOrderAdminResolver,
  // support
  ...supportResolvers,
  // platform
  EnumLabelsPublicResolver,
  ErrorCodePublicResolver,
  FormTicketPublicResolver,
  JobAdminResolver,
  SystemAdminResolver,
  // privacy
  ErasureResolver,
  ErasureAdminResolver,
  LegalHoldAdminResolver,
  RetentionAdminResolver,
  CustomerDataPublicResolver,
  ProcessingRecordResolver,
  DataExportResolver,
  ConsentResolver,
  PrivacyRequestResolver,
  // calendars
  CalendarConflictResolver,
  CalendarConnectionResolver,
  CalendarFlowResolver,
  SlotRefusalResolver,
];
