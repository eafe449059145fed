/** The public API of notifications: e-mails, text messages and in-app notifications, and how they are written. */
export {
  defineMail,
  implementMail,
  mailsByName,
  type AnyMail,
  type ListedMail,
  type MailDataOf,
  type MailDefinition,
  type MailRegistry,
} from './mail/definition.ts';
export { variable } from './mail/variables.ts';
export type { Mailbox, MailAttachment, MailboxMail } from '../adapters/mail/port.ts';
export type { KeptSms, SmsFolder } from '../adapters/sms/port.ts';
export type { MailIdentity } from './mail/identity.ts';
export { mailRenderer, MailTemplateError, type MailRenderer, type RenderedMail } from './mail/render.ts';
export { decoyAddress } from './decoy.ts';
export { mailEventsPath, receiveMailEvents } from './mail-events/receive-events.ts';
export { emailBounced, emailSuppressed } from './suppressions/events.ts';
export { unsubscribe, unsubscribingOf } from './suppressions/unsubscribe.ts';
export { unsubscribePath } from './suppressions/unsubscribe-link.ts';
export { sendTestMail } from './send-test-mail.ts';
export { queueMail, type MailRequest, type Addressee } from './queue-mail.ts';
export { markReadAbout } from './mark-read-about.ts';
export { dateIn, nextOn } from './preferences/quiet-hours.policy.ts';
export { usualDigestTime } from './preferences/digest-schedule.ts';
export { mailModeOf, wishesOf } from './preferences/wishes.ts';
export { setMode, type Mode } from './preferences/set-modes.ts';
export { myNotificationPreferences, type NotificationPreferences } from './preferences/my-notification-preferences.ts';
export { updateNotificationPreferences, type PreferenceChange } from './preferences/update-notification-preferences.ts';
export { setQuietHours } from './preferences/set-quiet-hours.ts';
export { notify, notifyMany, type NotificationRequest } from './notify.ts';
export {
  createAdminNotification,
  type BroadcastMade,
  type CreateAdminNotification,
} from './broadcasts/create-admin-notification.ts';
export { notificationBroadcast } from './broadcasts/events.ts';
export { listBroadcasts, readCountsOf, type BroadcastRow, type ListBroadcasts } from './broadcasts/list-broadcasts.ts';
export { withdrawBroadcast } from './broadcasts/withdraw-broadcast.ts';
export {
  listEmailDeliveries,
  showEmailDelivery,
  type EmailDeliveryRow,
  type EmailEventRow,
} from './deliveries/list-email-deliveries.ts';
export {
  listEmailTemplates,
  previewEmailTemplate,
  sendTestEmail,
  type EmailTemplate,
} from './deliveries/email-templates.ts';
export { retryEmail } from './deliveries/retry-email.ts';
export { refusedAddresses } from './suppressions/refused-addresses.ts';
export { listSuppressions, type SuppressionRow } from './suppressions/list-suppressions.ts';
export { liftSuppression } from './suppressions/lift-suppression.ts';
export { deleteReadNotifications, markNotificationsRead } from './mark-notifications-read.ts';
export { countUnreadByType, type UnreadOfType } from './queries/unread-notifications.ts';
export { deleteNotification } from './delete-notification.ts';
export { notificationAdded } from './live.ts';
export { forgetDelivery } from './forget-delivery.ts';
export { markAllNotificationsRead } from './mark-all-notifications-read.ts';
export { markNotificationRead } from './mark-notification-read.ts';
export { notificationsPersonalData, textsAbout } from './personal-data.ts';
export { notificationsRetention } from './retention.ts';
export { countAmbiguousDeliveries } from './queries/count-ambiguous.ts';
export {
  countUnreadNotifications,
  listNotifications,
  notificationsToPublish,
  type ListNotifications,
} from './queries/list-notifications.ts';
export { rowOf as notificationRowOf, type NotificationRow } from './queries/notification-row.ts';
export { recipientsIn, recipientsOf, type Recipient } from './recipients.ts';
export { withdrawHeldMails } from './withdraw-held-mails.ts';
export { withdrawNotifications } from './withdraw-notifications.ts';
export type {
  DeliveryToPrepare,
  DeliveryToRenew,
  MailAttaching,
  MailInviting,
  MailNeed,
  MailPreparation,
  MailRenewal,
  Mailer,
  PreparationOf,
} from './mailer.ts';
export { mailsOf } from './mailer.ts';
export { sweepMailsTask } from './tasks/sweep-mails.task.ts';
export { notificationSubscriptions, notificationTasks } from './tasks/index.ts';
export { repliesPath, statusPath } from './texts/callback-paths.ts';
export { smsOptedOut } from './texts/events.ts';
export { isStopped } from './texts/opt-out.ts';
export { receiveSmsReply, receiveSmsStatus } from './texts/receive-callbacks.ts';
export { sendText, type Text } from './texts/send-text.ts';
export { textNumber } from './texts/text-number.ts';
export { listSmsDeliveries, type ListSmsDeliveries, type SmsDeliveryRow } from './texts/queries/list-sms-deliveries.ts';
export { monthlySmsUsage } from './texts/queries/monthly-sms-usage.ts';
export type { NotificationWords } from './words.ts';
