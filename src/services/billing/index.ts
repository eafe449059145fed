/** The public API of billing: payments, webhooks of the payment providers, invoices. */
export type {
  Bill,
  Billables,
  BillableRules,
  BillLine,
  QuoteContext,
  QuoteStep,
  PaidSubject,
  PaymentOutcome,
  ConfirmationContext,
} from './billable.ts';
export type { ListedProduct } from '../adapters/payments/port.ts';
export {
  disputeLost,
  disputeWon,
  invoiceCredited,
  invoiceIssued,
  invoiceOverdue,
  invoicePaid,
  invoiceReady,
  invoiceSent,
  paymentCompleted,
  paymentDisputed,
  paymentDoubtful,
  paymentExpired,
  paymentFailed,
  paymentMismatched,
  paymentProcessing,
  paymentRefundDue,
  paymentRefunded,
  paymentReversed,
  refundFailed,
  refundRequested,
  refundSucceeded,
} from './events.ts';
export { closePayments } from './close-payments.ts';
export { endPayments } from './end-payments.ts';
export { issueFinalInvoice, type WholeWork } from './final-invoice.ts';
export { moneyOfSubject, type MoneyOfSubject } from './money-of-subject.ts';
export { openInvoiceCheckout, payInvoice, type InvoiceToPay } from './sending/pay-invoice.ts';
export { listReminderSteps, type ReminderStepRow } from './reminders/list-reminder-steps.ts';
export { pauseReminders } from './reminders/pause-reminders.ts';
export { seedReminderSteps } from './reminders/first-steps.ts';
export { sendReminder } from './reminders/send-reminder.ts';
export { updateReminderStep } from './reminders/update-reminder-step.ts';
export { recordTransmission } from './transmission/record-transmission.ts';
export { sendInvoice } from './sending/send-invoice.ts';
export { addLegalMention } from './add-legal-mention.ts';
export { billableInvoice } from './billable-invoice.ts';
export { createInvoiceDraft } from './drafts/create-invoice-draft.ts';
export { deleteInvoiceDraft } from './drafts/delete-invoice-draft.ts';
export { issueDeposit } from './drafts/issue-deposit.ts';
export { issueDraft } from './drafts/issue-draft.ts';
export { previewInvoice, type InvoicePreview } from './drafts/preview-invoice.ts';
export { updateInvoiceDraft } from './drafts/update-invoice-draft.ts';
export { creditInvoice } from './credit-invoice.ts';
export { changeSeller } from './change-seller.ts';
export { billablesOf } from './context.ts';
export { termsOf, type CurrentTerms, type TermsText } from './quotes/current-terms.ts';
export { clockWords, monitorClock } from './clock-monitor.ts';
export { examineClock, longestJumpMs, toleratedMs, type ClockDoubt } from './clock-guard.ts';
export { confirmClock, type ConfirmedClock } from './confirm-clock.ts';
export { listMobileNetworks, type MobileNetworkRow } from './queries/mobile-networks.ts';
export { payByMobileMoney, type MobileMoneyPayment } from './mobile-money/pay-by-mobile-money.ts';
export { receiveHint, type HintReceipt } from './mobile-money/receive-hint.ts';
export { resolvePush } from './mobile-money/resolve-push.ts';
export { reportDebit } from './mobile-money/report-debit.ts';
export { beginCardSetup, type CardSetupForm } from './begin-card-setup.ts';
export { removePaymentMethod, setDefaultPaymentMethod } from './change-cards.ts';
export { createPaymentIntent, type FormPayment } from './create-payment-intent.ts';
export { capturePayment, releasePayment } from './decide-hold.ts';
export { paymentUpdated } from './live.ts';
export { payWithSavedMethod, type ChargedPayment } from './pay-with-saved-method.ts';
export { refreshPayment } from './refresh-payment.ts';
export { handOverPayment, oweHeldPayment } from './held-payment.ts';
export { openCheckout, type CheckoutSession } from './open-checkout.ts';
export { paymentStates, type PaymentVerb } from './payment.states.ts';
export * from './plans/index.ts';
export type { PriceSyncAction } from './price-sync/price-differences.ts';
export type { Sellables } from './price-sync/sellable.ts';
export { isChange, syncPrices, type PriceSyncLine } from './price-sync/sync-prices.ts';
export { getMyBillingProfile, type BillingProfileRow } from './queries/billing-profile.ts';
export { linesOfDrafts, type SoldLineRow } from './queries/invoice-draft-lines.ts';
export { getInvoiceDraft, listInvoiceDrafts, type InvoiceDraftRow } from './queries/list-invoice-drafts.ts';
export { creditNotesOf, invoicesById } from './queries/credit-notes.ts';
export { isInvoicePdf, mayReadInvoicePdf } from './queries/file-questions.ts';
export { linesOfInvoices, type InvoiceLineRow } from './queries/invoice-lines.ts';
export { getInvoice, invoiceById, invoicesOf, listMyInvoices, type InvoiceRow } from './queries/invoices.ts';
export { peopleOfInvoices, peopleOfPayments } from './queries/people.ts';
export { suppliedDaysOf } from './queries/supplied-on.ts';
export { publicInvoice, type PublicInvoiceRow } from './queries/public-invoice.ts';
export { getMyPaymentMethod, listMyPaymentMethods, type PaymentMethodRow } from './queries/payment-methods.ts';
export { getPayment, getPaymentOfSession, paymentsOf, whoSeesPayment, type PaymentRow } from './queries/payments.ts';
export { subjectsOwedRefunds } from './queries/refunds-owed.ts';
export { listLegalMentions, type LegalMentionRow } from './queries/legal-mentions.ts';
export { changeSellerLogo } from './change-seller-logo.ts';
export { currentSeller, getSeller, type SellerRow } from './queries/seller.ts';
export { electronicSalesInUnion } from './queries/electronic-sales.ts';
export { sellerIdentity, type SellerIdentity } from './queries/seller-identity.ts';
export { customerStatement, type CustomerStatement } from './queries/customer-statement.ts';
export { listInvoices } from './queries/list-invoices.ts';
export { timelinesOf, type TimelineEntry } from './queries/timeline.ts';
export { listPayments } from './queries/list-payments.ts';
export { listDisputes, type DisputeRow } from './queries/list-disputes.ts';
export { getRefund, listRefunds, type RefundRow } from './queries/list-refunds.ts';
export {
  listDifferences,
  listReconciliations,
  type DifferenceRow,
  type ReconciliationRow,
} from './queries/list-reconciliations.ts';
export { getWebhookEvent, listWebhookEvents, type WebhookEventRow } from './queries/list-webhook-events.ts';
export { replayAtOnce } from './replay-at-once.ts';
export { replayWebhookEvent } from './replay-webhook-event.ts';
export { receiveWebhook, type Receipt } from './receive-webhook.ts';
export { recordOfflinePayment } from './record-offline-payment.ts';
export { recordManualRefund } from './record-manual-refund.ts';
export { refundPayment, refundWithin } from './refund-payment.ts';
export { awaitedSubjects, disputedSubjects } from './queries/awaited-subjects.ts';
export { isDisputed, leftOfSubjects, subjectPayments, type SubjectPayment } from './queries/subject-payments.ts';
export { withdrawBill } from './withdraw-bill.ts';
export { refundStates, type RefundVerb } from './refund.states.ts';
export { reversePayment } from './reverse-payment.ts';
export { retryRefund } from './retry-refund.ts';
export {
  acceptancesOfQuotes,
  linesOfQuotes,
  termsByIds,
  withdrawalQuestions,
  type QuoteAcceptanceRow,
  type TermsRow,
} from './quotes/queries/parts-of-quotes.ts';
export { listMyQuotes, listQuotes } from './quotes/queries/list-quotes.ts';
export { getQuote, type QuoteRow } from './quotes/queries/quote-rows.ts';
export { acceptPublicQuote, publicQuote, refusePublicQuote, type PublicQuoteRow } from './quotes/public-quote.ts';
export { acceptQuote } from './quotes/accept-quote.ts';
export { createQuote } from './quotes/create-quote.ts';
export { quoteAccepted, quoteExpired, quoteRefused, quoteSent } from './quotes/events.ts';
export { quoteStates, type QuoteVerb } from './quotes/quote.states.ts';
export { quoteAtOnce } from './quotes/quote-at-once.ts';
export type { QuoteContent } from './quotes/quote-content.ts';
export { recordOfflineAcceptance } from './quotes/record-offline-acceptance.ts';
export { linesOfSentQuote } from './quotes/lines-of-sent-quote.ts';
export { refuseQuote } from './quotes/refuse-quote.ts';
export { reviseQuote } from './quotes/revise-quote.ts';
export { sendQuote } from './quotes/send-quote.ts';
export { updateQuote } from './quotes/update-quote.ts';
export { simulateStripeEvent } from './simulate-stripe-event.ts';
export { resumeSeries } from './resume-series.ts';
export { billingPersonalData } from './personal-data.ts';
export { postalAddressOf, printedAddress } from './seller-facts.ts';
export { billingRetention } from './retention.ts';
export { billingSubscriptions } from './subscriptions.ts';
export { updateBillingProfile, updateMyBillingProfile } from './update-billing-profile.ts';
export { billingTasks } from './tasks/index.ts';
export { creditForgotten } from './reconciliation/credit-forgotten.ts';
export { reconcile, type Reconciled } from './reconciliation/reconcile.ts';
export { mostDays, reconcileTask } from './tasks/reconcile.task.ts';
export { knownMarks, raiseMark } from './invoice-marks.ts';
