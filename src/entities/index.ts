import type { InferKyselyDB } from '@mikro-orm/sql';
import { AuditCheckpoint, AuditSegment } from './audit/audit-checkpoint.entity.ts';
import { AuditCount, AuditCountEnd } from './audit/audit-count.entity.ts';
import { AuditEntry } from './audit/audit-entry.entity.ts';
import { AuditExport } from './audit/audit-export.entity.ts';
import { AuditHead } from './audit/audit-head.entity.ts';
import { AuditPersonal, AuditSubject } from './audit/audit-personal.entity.ts';
import { BillingProfile } from './billing/billing-profile.entity.ts';
import { ClockState } from './billing/clock-state.entity.ts';
import { Dispute } from './billing/dispute.entity.ts';
import { Reminder } from './billing/reminder.entity.ts';
import { ReminderStep } from './billing/reminder-step.entity.ts';
import { InvoiceEvent } from './billing/invoice-event.entity.ts';
import { BillingToken } from './billing/billing-token.entity.ts';
import { InvoiceCounter } from './billing/invoice-counter.entity.ts';
import { InvoiceDraftLine } from './billing/invoice-draft-line.entity.ts';
import { InvoiceDraft } from './billing/invoice-draft.entity.ts';
import { InvoiceLine } from './billing/invoice-line.entity.ts';
import { Invoice } from './billing/invoice.entity.ts';
import { LegalMention } from './billing/legal-mention.entity.ts';
import { PaymentAllocation } from './billing/payment-allocation.entity.ts';
import { PaymentCustomer } from './billing/payment-customer.entity.ts';
import { PaymentMethod } from './billing/payment-method.entity.ts';
import { PaymentReversal } from './billing/payment-reversal.entity.ts';
import { Payment } from './billing/payment.entity.ts';
import { PlanEntitlement } from './billing/plan-entitlement.entity.ts';
import { PlanPeriod } from './billing/plan-period.entity.ts';
import { PlanPrice } from './billing/plan-price.entity.ts';
import { PlanSubscription } from './billing/plan-subscription.entity.ts';
import { Plan } from './billing/plan.entity.ts';
import { QuoteAcceptance } from './billing/quote-acceptance.entity.ts';
import { QuoteLine } from './billing/quote-line.entity.ts';
import { Quote } from './billing/quote.entity.ts';
import { Reconciliation, ReconciliationDifference } from './billing/reconciliation.entity.ts';
import { Seller } from './billing/seller.entity.ts';
import { Refund } from './billing/refund.entity.ts';
import { TermsVersion } from './billing/terms-version.entity.ts';
import { WebhookEvent } from './billing/webhook-event.entity.ts';
import { PriceChange } from './catalog/price-change.entity.ts';
import { PriceItem } from './catalog/price-item.entity.ts';
import { FaqCategory, FaqEntry, FaqRating } from './content/faq-entry.entity.ts';
import { PagePreview, PageRedirect, PageSchedule, PageTag } from './content/page-parts.entity.ts';
import { PageVersion } from './content/page-version.entity.ts';
import { Page } from './content/page.entity.ts';
import { StoredFile } from './files/stored-file.entity.ts';
import { ApiToken } from './identity/api-token.entity.ts';
import { ConsentRecord } from './identity/consent-record.entity.ts';
import { Identity } from './identity/identity.entity.ts';
import { LoginThrottle } from './identity/login-throttle.entity.ts';
import { OauthFlow } from './identity/oauth-flow.entity.ts';
import { OneTimeToken } from './identity/one-time-token.entity.ts';
import { PasskeyChallenge } from './identity/passkey-challenge.entity.ts';
import { Passkey } from './identity/passkey.entity.ts';
import { PendingRegistration } from './identity/pending-registration.entity.ts';
import { ServiceAccount } from './identity/service-account.entity.ts';
import { RecoveryCode } from './identity/recovery-code.entity.ts';
import { Session } from './identity/session.entity.ts';
import { TrustedDevice } from './identity/trusted-device.entity.ts';
import { TwoFactorChallenge } from './identity/two-factor-challenge.entity.ts';
import { TwoFactor } from './identity/two-factor.entity.ts';
import { User } from './identity/user.entity.ts';
import { UserCount } from './identity/user-count.entity.ts';
import { UserSuffix } from './identity/user-suffix.entity.ts';
import { FigureChange, FigureDay, FigureDayMoney, FigureHead } from './insights/figure-day.entity.ts';
import { ReportWish, StatsReport } from './insights/stats-report.entity.ts';
import { ThresholdAlarm, ThresholdLimit } from './insights/threshold-limit.entity.ts';
import { messagingEntities } from './messaging/entities.ts';
import { EmailDelivery } from './notifications/email-delivery.entity.ts';
import { EmailEvent } from './notifications/email-event.entity.ts';
import { EmailSuppression } from './notifications/email-suppression.entity.ts';
import { Broadcast } from './notifications/broadcast.entity.ts';
import { DigestSchedule, NotificationPreference, QuietHours } from './notifications/notification-preference.entity.ts';
import { SmsDelivery } from './notifications/sms-delivery.entity.ts';
import { SmsOptOut, SmsReply } from './notifications/sms-opt-out.entity.ts';
import { Notification, NotificationCount } from './notifications/notification.entity.ts';
import { BusinessCalendar, CannedReply, TicketTarget } from './support/support-settings.entity.ts';
import { Ticket, TicketSeries, TicketTag, TicketWatcher } from './support/ticket.entity.ts';
import { Delivery } from './orders/delivery.entity.ts';
import { GuestOrder } from './orders/guest-order.entity.ts';
import { OrderEvent } from './orders/order-event.entity.ts';
import { OrderExtension } from './orders/order-extension.entity.ts';
import { OrderFile } from './orders/order-file.entity.ts';
import { OrderNote } from './orders/order-note.entity.ts';
import { OrderReminder } from './orders/order-reminder.entity.ts';
import { OrderExport } from './orders/order-export.entity.ts';
import { OrderRun } from './orders/order-run.entity.ts';
import { Order } from './orders/order.entity.ts';
import { ProofreaderAbsence, ProofreaderProfile } from './orders/proofreader-profile.entity.ts';
import { Job } from './platform/job.entity.ts';
import { LiveEvent, LiveStream } from './platform/live-event.entity.ts';
import { OutboxEvent } from './platform/outbox-event.entity.ts';
import { RequestKey } from './platform/request-key.entity.ts';
import { RunningProcess } from './platform/running-process.entity.ts';
import { ScheduleRun } from './platform/schedule-run.entity.ts';
import { UsedFormTicket } from './platform/used-form-ticket.entity.ts';
import { AddressProof } from './privacy/address-proof.entity.ts';
import { DataExport } from './privacy/data-export.entity.ts';
import { ErasureReceipt } from './privacy/erasure-receipt.entity.ts';
import { LegalHold } from './privacy/legal-hold.entity.ts';
import { PrivacyRequest } from './privacy/privacy-request.entity.ts';
import { RetentionPolicy, RetentionRun } from './privacy/retention.entity.ts';
import { backupsEntities } from './backups/entities.ts';
import { archiveEntities } from './archive/entities.ts';
import { calendarsEntities } from './calendars/entities.ts';
import { schedulingEntities } from './scheduling/entities.ts';
import { DataKey } from './vault/data-key.entity.ts';

/** Every entity of the application, in one list: the ORM, the migrations and the tests read it. */
export const entities = [
  AuditCheckpoint,
  AuditExport,
  AuditPersonal,
  AuditSegment,
  AuditSubject,
  AuditCount,
  AuditCountEnd,
  AuditEntry,
  AuditHead,
  BillingProfile,
  BillingToken,
  InvoiceEvent,
  Reminder,
  ReminderStep,
  ClockState,
  ConsentRecord,
  DataKey,
  Dispute,
  EmailDelivery,
  EmailEvent,
  EmailSuppression,
  Broadcast,
  NotificationPreference,
  QuietHours,
  DigestSchedule,
  SmsDelivery,
  SmsOptOut,
  SmsReply,
  FaqCategory,
  FaqEntry,
  FaqRating,
  Invoice,
  InvoiceCounter,
  InvoiceDraft,
  InvoiceDraftLine,
  InvoiceLine,
  Job,
  FigureChange,
  FigureDay,
  FigureDayMoney,
  FigureHead,
  ReportWish,
  StatsReport,
  ThresholdAlarm,
  ThresholdLimit,
  LegalMention,
  LiveEvent,
  LiveStream,
  LoginThrottle,
  Notification,
  NotificationCount,
  OneTimeToken,
  Order,
  GuestOrder,
  OrderEvent,
  OrderExtension,
  OrderFile,
  OrderNote,
  OrderReminder,
  OrderExport,
  OrderRun,
  Delivery,
  ProofreaderProfile,
  ProofreaderAbsence,
  OutboxEvent,
  Page,
  PagePreview,
  PageRedirect,
  PageSchedule,
  PageTag,
  PageVersion,
  Payment,
  PaymentAllocation,
  PaymentCustomer,
  PaymentMethod,
  PaymentReversal,
  PendingRegistration,
  Plan,
  PlanEntitlement,
  PlanPeriod,
  PlanPrice,
  PlanSubscription,
  PriceChange,
  PriceItem,
  Quote,
  QuoteAcceptance,
  QuoteLine,
  Reconciliation,
  ReconciliationDifference,
  Refund,
  RunningProcess,
  ScheduleRun,
  UsedFormTicket,
  Seller,
  Session,
  StoredFile,
  TermsVersion,
  User,
  UserCount,
  UserSuffix,
  WebhookEvent,
  // ways to sign in
  Identity,
  OauthFlow,
  Passkey,
  PasskeyChallenge,
  ApiToken,
  ServiceAccount,
  RecoveryCode,
  TrustedDevice,
  TwoFactor,
  TwoFactorChallenge,
  RequestKey,
  AddressProof,
  DataExport,
  ErasureReceipt,
  PrivacyRequest,
  LegalHold,
  RetentionPolicy,
  RetentionRun,
  Ticket,
  TicketTag,
  TicketWatcher,
  TicketSeries,
  TicketTarget,
  BusinessCalendar,
  CannedReply,
  ...messagingEntities,
  ...schedulingEntities,
  ...backupsEntities,
  ...calendarsEntities,
  ...archiveEntities,
] as const;

/** The tables as Kysely sees them: snake_case columns, straight from the entities. */
export type Tables = InferKyselyDB<(typeof entities)[number]>;
