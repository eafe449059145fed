// Written by `npm run generate`: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { FileToSend } from '../upload.ts';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What activates an account. */
export type ActivateAccountInput = {
  /** The token in the link of the activation mail. */
  token: string;
};

/** Who proofreads an order. */
export type AssignProofreaderInput = {
  /** The order. */
  orderId: string;
  /** A person whose role is PROOFREADER. */
  proofreaderId: string;
};

/** The waiting job to take back. */
export type CancelJobInput = {
  /** The job. */
  jobId: string;
};

/** The order to give up. */
export type CancelOrderInput = {
  /** The order. */
  orderId: string;
};

/** A consent, given by a clear act of the person. */
export type ConsentInput = {
  /** Version of the text that was shown, as 2026-11-20. */
  policyVersion: string;
  /** What for. */
  purpose: ConsentPurpose;
};

/** What a person agrees to. */
export type ConsentPurpose =
  /** News by mail. As they like. */
  | 'MARKETING'
  /** The privacy policy. Needed for an account. */
  | 'PRIVACY'
  /** The conditions of use. Needed for an account. */
  | 'TERMS';

/** What the house tells many people at once. */
export type CreateAdminNotificationInput = {
  /** A path in the front-end, beginning with one slash. */
  actionUrl?: string | null | undefined;
  /** Who is told. */
  audience: NotificationAudience;
  /** Show it until then; for ever unless said. */
  expiresAt?: string | null | undefined;
  /** The text, 1 to 5,000 characters. */
  message: string;
  /** How pressing it is; NORMAL unless said. */
  priority?: Priority | null | undefined;
  /** One line, 1 to 255 characters. */
  title: string;
  /** What it is about; INFO unless said. */
  type?: NotificationType | null | undefined;
};

/** What to pay for. */
export type CreateCheckoutSessionInput = {
  /** The order. */
  orderId: string;
};

/** A manuscript to be proofread. */
export type CreateOrderInput = {
  /** Instructions to the proofreader, at most 16,383 characters. */
  customerNote?: string | null | undefined;
  /** Pages of 1,500 characters, 1 to 10,000; needed when the price is by the page. */
  declaredPages?: number | null | undefined;
  /** What the text is, at most 16,383 characters. */
  description?: string | null | undefined;
  /** The service, from `priceItems`. */
  priceItemId: string;
  /** How pressing it is; NORMAL unless said. */
  priority?: Priority | null | undefined;
  /** Title of the manuscript, 1 to 255 characters. */
  title: string;
};

/** ISO 4217 currency. */
export type Currency =
  | 'EUR'
  | 'XOF';

/** The file to delete. */
export type DeleteFileInput = {
  /** File. */
  fileId: string;
};

/** The notification to see no more. */
export type DeleteNotificationInput = {
  /** Notification. */
  id: string;
};

/** The order whose work is done. */
export type DeliverOrderInput = {
  /** The order. */
  orderId: string;
};

/** What can be refused, and why: the `code` in the extensions of an error. */
export type ErrorCode =
  /** This action is not possible in the present state. */
  | 'ACTION_NOT_ALLOWED'
  /** This was just changed. Load it again. */
  | 'CONFLICT'
  /** Your consent is required. */
  | 'CONSENT_REQUIRED'
  /** Upload the corrected file first. */
  | 'CORRECTED_FILE_REQUIRED'
  /** Wrong e-mail address or password, or account not activated yet. */
  | 'CREDENTIALS_INVALID'
  /** This cursor is too old. */
  | 'CURSOR_EXPIRED'
  /** The GraphQL document is not valid. */
  | 'DOCUMENT_INVALID'
  /** The request asks for too much at once. */
  | 'DOCUMENT_TOO_COMPLEX'
  /** This file is damaged. */
  | 'FILE_DAMAGED'
  /** A file is expected. */
  | 'FILE_MISSING'
  /** This file is too large. */
  | 'FILE_TOO_LARGE'
  /** This type of file is not accepted. */
  | 'FILE_TYPE_REFUSED'
  /** You are not allowed to do this. */
  | 'FORBIDDEN'
  /** Some values are not valid. */
  | 'INPUT_INVALID'
  /** An internal error occurred. */
  | 'INTERNAL'
  /** The invoice numbering must be checked. */
  | 'INVOICE_SERIES_BEHIND'
  /** Write a message or attach a file. */
  | 'MESSAGE_EMPTY'
  /** This does not exist. */
  | 'NOT_FOUND'
  /** This order is already paid. */
  | 'ORDER_ALREADY_PAID'
  /** Give the number of pages. */
  | 'PAGES_REQUIRED'
  /** This password is too easy to guess. */
  | 'PASSWORD_TOO_WEAK'
  /** Payment is unavailable for the moment. */
  | 'PAYMENT_UNAVAILABLE'
  /** This service is no longer offered. */
  | 'PRICE_ITEM_UNAVAILABLE'
  /** This person is not a proofreader. */
  | 'PROOFREADER_REQUIRED'
  /** Your storage space is full. */
  | 'QUOTA_EXCEEDED'
  /** Too many requests. Try again later. */
  | 'RATE_LIMITED'
  /** The request took too long. */
  | 'REQUEST_TIMED_OUT'
  /** The storage is full. */
  | 'STORAGE_FULL'
  /** This link or token is not valid or has expired. */
  | 'TOKEN_INVALID'
  /** Sign in to continue. */
  | 'UNAUTHENTICATED'
  /** The service is unavailable for the moment. */
  | 'UNAVAILABLE'
  /** The upload was interrupted. */
  | 'UPLOAD_INCOMPLETE';

/** Family of a file. */
export type FileKind =
  | 'ARCHIVE'
  | 'AUDIO'
  | 'DOCUMENT'
  | 'IMAGE'
  | 'OTHER'
  | 'VIDEO';

/** What an invoice is. */
export type InvoiceKind =
  /** A correction of an invoice. */
  | 'CREDIT_NOTE'
  /** An invoice for a deposit, deducted on the final one. */
  | 'DEPOSIT'
  /** An invoice. */
  | 'INVOICE';

/** Where an invoice stands. */
export type InvoiceStatus =
  /** Corrected in full by a credit note. */
  | 'CANCELLED'
  /** Issued. */
  | 'GENERATED'
  /** Past its due date and not paid. */
  | 'OVERDUE'
  /** Paid. */
  | 'PAID'
  /** Sent to the customer. */
  | 'SENT';

/** Where a job stands. */
export type JobState =
  /** Taken back before it ran. */
  | 'CANCELLED'
  /** Done. */
  | 'COMPLETED'
  /** A dead letter: all its attempts failed. It stays until somebody retries it. */
  | 'FAILED'
  /** Waits for its first attempt. */
  | 'PENDING'
  /** Waits for its next attempt. */
  | 'RETRYING'
  /** A process is at it. */
  | 'RUNNING';

/** A language people are spoken to in. */
export type Locale =
  | 'EN'
  | 'FR';

/** Address and password. */
export type LoginInput = {
  /** Address of the account. */
  email: string;
  /** The password, exactly as it was chosen. */
  password: string;
};

/** The conversation that was read. */
export type MarkConversationReadInput = {
  /** Conversation. */
  conversationId: string;
};

/** The notification that was seen. */
export type MarkNotificationReadInput = {
  /** Notification. */
  id: string;
};

/** Who speaks in a message. */
export type MessageType =
  /** An admin who is not a participant. */
  | 'ADMIN_MESSAGE'
  /** The support. */
  | 'SUPPORT_MESSAGE'
  /** The house itself. */
  | 'SYSTEM_MESSAGE'
  /** A participant. */
  | 'USER_MESSAGE';

/** Who a notification of the house is for: everyone active, or everyone active in a role. */
export type NotificationAudience =
  | 'ADMIN'
  | 'ARTISAN'
  | 'CUSTOMER'
  | 'EVERYONE'
  | 'PROOFREADER';

/** What a notification is about. */
export type NotificationType =
  | 'BOOKING'
  | 'CONSULTATION'
  | 'DOCUMENT'
  | 'ERROR'
  | 'INFO'
  | 'MESSAGE'
  | 'ORDER'
  | 'PAYMENT'
  | 'SECURITY'
  | 'SUCCESS'
  | 'SYSTEM'
  | 'WARNING';

/** What can be done to an order. */
export type OrderAction =
  /** `assignProofreader` */
  | 'ASSIGN'
  /** `cancelOrder` */
  | 'CANCEL'
  /** `deliverOrder` */
  | 'DELIVER'
  /** `createCheckoutSession` */
  | 'PAY'
  /** `resumeOrder` */
  | 'RESUME'
  /** `startOrder` */
  | 'START'
  /** `suspendOrder` */
  | 'SUSPEND';

/** What a file is to an order. */
export type OrderFileRole =
  /** The proofread text. */
  | 'CORRECTED'
  /** The customer’s text. */
  | 'MANUSCRIPT'
  /** Something to keep at hand while proofreading. */
  | 'REFERENCE';

/** Where an order stands. */
export type OrderStatus =
  /** A conversation is needed before a price can be given. */
  | 'AWAITING_CONSULTATION'
  /** The house checks the number of pages. */
  | 'AWAITING_REVIEW'
  /** Given up. */
  | 'CANCELLED'
  /** Delivered. */
  | 'COMPLETED'
  /** A proofreader is at work. */
  | 'IN_PROGRESS'
  /** Paid; the work has not begun. */
  | 'PAID'
  /** Placed, not paid yet. */
  | 'PENDING'
  /** A price was proposed; the customer has to accept it. */
  | 'QUOTE_SENT'
  /** Stopped for a while by the house. */
  | 'SUSPENDED';

/** What a page of the site is for. */
export type PageType =
  | 'BLOG'
  | 'FAQ'
  | 'HELP'
  | 'LANDING'
  | 'LEGAL'
  | 'PAGE';

/** Where a payment stands. */
export type PaymentStatus =
  /** Nobody paid in time; the order can be paid again. */
  | 'EXPIRED'
  /** It ended without money; the order can be paid again. */
  | 'FAILED'
  /** The money is there. */
  | 'PAID'
  /** A part of it was given back. */
  | 'PARTIALLY_REFUNDED'
  /** Its page is open, or the money is on its way. */
  | 'PENDING'
  /** All of it was given back. */
  | 'REFUNDED';

/** What a price buys. */
export type PriceUnit =
  /** The whole work. */
  | 'PACK'
  /** One page of 1,500 characters. */
  | 'PAGE';

/** How pressing something is. */
export type Priority =
  | 'HIGH'
  | 'LOW'
  | 'NORMAL'
  | 'URGENT';

/** What refreshes a session. */
export type RefreshSessionInput = {
  /** The refresh token given last. */
  refreshToken: string;
};

/** A new account. */
export type RegisterInput = {
  /** Postal address for their invoices, its lines separated by line breaks, at most 500 characters. */
  address?: string | null | undefined;
  /** TERMS and PRIVACY are needed. */
  consents: Array<ConsentInput>;
  /** Their address; proven by the mail that is sent to it. */
  email: string;
  /** First name, 2 to 50 characters. */
  firstName: string;
  /** Last name, 2 to 50 characters. */
  lastName: string;
  /** Language to write to them in. */
  locale?: Locale;
  /** 12 characters or more with lower case, upper case and a digit; 72 bytes at most; not a common one; without their name, address or ours. */
  password: string;
};

/** The file to fetch. */
export type RequestDownloadInput = {
  /** File. */
  fileId: string;
};

/** Who wants a new password. */
export type RequestPasswordResetInput = {
  /** Address of the account. */
  email: string;
};

/** Where to send the activation mail once more. */
export type ResendActivationInput = {
  /** Address that was registered. */
  email: string;
};

/** A new password, and the proof that one may choose it. */
export type ResetPasswordInput = {
  /** The new password; the rules are those of register. */
  password: string;
  /** The token in the link of the mail. */
  token: string;
};

/** The order that goes on. */
export type ResumeOrderInput = {
  /** The order. */
  orderId: string;
};

/** The dead letter to try again. */
export type RetryJobInput = {
  /** The job. */
  jobId: string;
};

/** Which session to end. */
export type RevokeSessionInput = {
  /** Identifier of a signed-in device. */
  id: string;
};

/** What is said, and where. A text, files, or both. */
export type SendMessageInput = {
  /** Files to send along, at most 5. */
  attachments?: Array<FileToSend> | null | undefined;
  /** The text, at most 10,000 characters. */
  content?: string | null | undefined;
  /** The conversation. */
  conversationId: string;
};

/** The order whose work begins. */
export type StartOrderInput = {
  /** The order. */
  orderId: string;
};

/** The order to stop for a while. */
export type SuspendOrderInput = {
  /** The order. */
  orderId: string;
};

/** A proofread text. */
export type UploadCorrectedFileInput = {
  /** The text. */
  file: FileToSend;
  /** The order. */
  orderId: string;
};

/** A text to be proofread. */
export type UploadManuscriptInput = {
  /** The text. */
  file: FileToSend;
  /** The order. */
  orderId: string;
};

/** Who a person is to the business. */
export type UserRole =
  | 'ADMIN'
  | 'ARTISAN'
  | 'CUSTOMER'
  | 'PROOFREADER';

/** Where an account stands. */
export type UserStatus =
  /** The account may be used. */
  | 'ACTIVE'
  /** Erased: only what the law keeps is left. */
  | 'ERASED'
  /** The address is not proven yet. */
  | 'PENDING'
  /** Kept out by an admin. */
  | 'SUSPENDED';

export type CreateCheckoutSessionMutationVariables = Exact<{
  input: CreateCheckoutSessionInput;
}>;


export type CreateCheckoutSessionMutation = { createCheckoutSession: { sessionId: string, paymentId: string, url: string, expiresAt: string } };

export type PaymentStatusQueryVariables = Exact<{
  sessionId: string;
}>;


export type PaymentStatusQuery = { paymentStatus: { id: string, orderId: string, status: PaymentStatus, description: string, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, failureReason: string | null, createdAt: string, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } };

export type PaymentQueryVariables = Exact<{
  id: string;
}>;


export type PaymentQuery = { payment: { id: string, orderId: string, status: PaymentStatus, description: string, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, failureReason: string | null, createdAt: string, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } };

export type InvoiceQueryVariables = Exact<{
  id: string;
}>;


export type InvoiceQuery = { invoice: { id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, orderId: string, issuedAt: string, dueOn: string, paidAt: string | null, pdfFileId: string | null, lines: Array<{ description: string, quantity: number, taxRate: number, unitNet: { amount: number, currency: Currency }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency } }>, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency } } };

export type MyInvoicesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyInvoicesQuery = { myInvoices: { nodes: Array<{ id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, orderId: string, issuedAt: string, dueOn: string, paidAt: string | null, pdfFileId: string | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PaymentDetailsFragment = { id: string, orderId: string, status: PaymentStatus, description: string, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, failureReason: string | null, createdAt: string, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } };

export type InvoiceDetailsFragment = { id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, orderId: string, issuedAt: string, dueOn: string, paidAt: string | null, pdfFileId: string | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency } };

export type PriceItemsQueryVariables = Exact<{ [key: string]: never; }>;


export type PriceItemsQuery = { priceItems: Array<{ id: string, name: string, description: string, serviceType: string, unit: PriceUnit, estimatedDuration: string | null, price: { amount: number, currency: Currency } }> };

export type PriceItemDetailsFragment = { id: string, name: string, description: string, serviceType: string, unit: PriceUnit, estimatedDuration: string | null, price: { amount: number, currency: Currency } };

export type ErrorKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type ErrorKindsQuery = { errorKinds: Array<{ code: ErrorCode, french: string, english: string, isRetryable: boolean }> };

export type FaqEntriesQueryVariables = Exact<{
  category?: string | null | undefined;
}>;


export type FaqEntriesQuery = { faqEntries: Array<{ id: string, category: string, question: string, answer: string, details: string | null }> };

export type PagesQueryVariables = Exact<{
  type?: PageType | null | undefined;
}>;


export type PagesQuery = { pages: Array<{ id: string, slug: string, title: string, excerpt: string | null, type: PageType, publishedAt: string | null }> };

export type PageQueryVariables = Exact<{
  slug: string;
}>;


export type PageQuery = { page: { id: string, slug: string, title: string, content: string, excerpt: string | null, type: PageType, publishedAt: string | null } };

export type RequestDownloadMutationVariables = Exact<{
  input: RequestDownloadInput;
}>;


export type RequestDownloadMutation = { requestDownload: { url: string, expiresAt: string } };

export type DeleteFileMutationVariables = Exact<{
  input: DeleteFileInput;
}>;


export type DeleteFileMutation = { deleteFile: { id: string, name: string } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, email: string, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus, locale: Locale, createdAt: string } };

export type RegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type RegisterMutation = { register: { email: string, isActivationMailed: boolean } };

export type ActivateAccountMutationVariables = Exact<{
  input: ActivateAccountInput;
}>;


export type ActivateAccountMutation = { activateAccount: { id: string, email: string, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus, locale: Locale, createdAt: string } };

export type ResendActivationMutationVariables = Exact<{
  input: ResendActivationInput;
}>;


export type ResendActivationMutation = { resendActivation: { email: string, isActivationMailed: boolean } };

export type LoginMutationVariables = Exact<{
  input: LoginInput;
}>;


export type LoginMutation = { login: { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string, email: string, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus, locale: Locale, createdAt: string } } };

export type RefreshSessionMutationVariables = Exact<{
  input: RefreshSessionInput;
}>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string, email: string, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus, locale: Locale, createdAt: string } } };

export type LogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutMutation = { logout: { endedSessions: number } };

export type LogoutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutEverywhereMutation = { logoutEverywhere: { endedSessions: number } };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { mySessions: Array<{ id: string, agent: string | null, network: string | null, isCurrent: boolean, signedInAt: string, lastUsedAt: string }> };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { revokeSession: { endedSessions: number } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { email: string } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { id: string, email: string, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus, locale: Locale, createdAt: string } };

export type AccountFragment = { id: string, email: string, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus, locale: Locale, createdAt: string };

export type SignedInFragment = { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string, email: string, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus, locale: Locale, createdAt: string } };

export type JobsQueryVariables = Exact<{
  state?: JobState | null | undefined;
  kind?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JobsQuery = { jobs: { nodes: Array<{ id: string, kind: string, state: JobState, payload: Record<string, unknown>, priority: number, attempts: number, maxAttempts: number, lastError: string | null, runAt: string, createdAt: string, finishedAt: string | null, requestId: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RetryJobMutationVariables = Exact<{
  input: RetryJobInput;
}>;


export type RetryJobMutation = { retryJob: { id: string, kind: string, state: JobState, payload: Record<string, unknown>, priority: number, attempts: number, maxAttempts: number, lastError: string | null, runAt: string, createdAt: string, finishedAt: string | null, requestId: string | null } };

export type CancelJobMutationVariables = Exact<{
  input: CancelJobInput;
}>;


export type CancelJobMutation = { cancelJob: { id: string, kind: string, state: JobState, payload: Record<string, unknown>, priority: number, attempts: number, maxAttempts: number, lastError: string | null, runAt: string, createdAt: string, finishedAt: string | null, requestId: string | null } };

export type JobDetailsFragment = { id: string, kind: string, state: JobState, payload: Record<string, unknown>, priority: number, attempts: number, maxAttempts: number, lastError: string | null, runAt: string, createdAt: string, finishedAt: string | null, requestId: string | null };

export type ConversationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ConversationsQuery = { conversations: { nodes: Array<{ id: string, subject: string, contextId: string, lastMessageAt: string, unreadCount: number, createdAt: string, lastMessage: { id: string, conversationId: string, type: MessageType, content: string, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } | null, participants: Array<{ id: string, displayName: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ConversationQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ConversationQuery = { conversation: { id: string, subject: string, contextId: string, lastMessageAt: string, unreadCount: number, createdAt: string, messages: { nodes: Array<{ id: string, conversationId: string, type: MessageType, content: string, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, participants: Array<{ id: string, displayName: string }> } };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage: { id: string, conversationId: string, type: MessageType, content: string, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } };

export type MarkConversationReadMutationVariables = Exact<{
  input: MarkConversationReadInput;
}>;


export type MarkConversationReadMutation = { markConversationRead: { id: string, subject: string, contextId: string, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type MessageAddedSubscriptionVariables = Exact<{
  conversationId: string;
  after?: string | null | undefined;
}>;


export type MessageAddedSubscription = { messageAdded: { cursor: string, message: { id: string, conversationId: string, type: MessageType, content: string, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } } };

export type ConversationDetailsFragment = { id: string, subject: string, contextId: string, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> };

export type MessageDetailsFragment = { id: string, conversationId: string, type: MessageType, content: string, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> };

export type NotificationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type NotificationsQuery = { notifications: { nodes: Array<{ id: string, type: NotificationType, title: string, message: string, priority: Priority, actionUrl: string | null, data: Record<string, unknown> | null, isRead: boolean, readAt: string | null, createdAt: string, expiresAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UnreadNotificationCountQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNotificationCountQuery = { unreadNotificationCount: number };

export type MarkNotificationReadMutationVariables = Exact<{
  input: MarkNotificationReadInput;
}>;


export type MarkNotificationReadMutation = { markNotificationRead: { id: string, type: NotificationType, title: string, message: string, priority: Priority, actionUrl: string | null, data: Record<string, unknown> | null, isRead: boolean, readAt: string | null, createdAt: string, expiresAt: string | null } };

export type MarkAllNotificationsReadMutationVariables = Exact<{ [key: string]: never; }>;


export type MarkAllNotificationsReadMutation = { markAllNotificationsRead: number };

export type DeleteNotificationMutationVariables = Exact<{
  input: DeleteNotificationInput;
}>;


export type DeleteNotificationMutation = { deleteNotification: { id: string } };

export type CreateAdminNotificationMutationVariables = Exact<{
  input: CreateAdminNotificationInput;
}>;


export type CreateAdminNotificationMutation = { createAdminNotification: { recipientCount: number } };

export type NotificationAddedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type NotificationAddedSubscription = { notificationAdded: { cursor: string, notification: { id: string, type: NotificationType, title: string, message: string, priority: Priority, actionUrl: string | null, data: Record<string, unknown> | null, isRead: boolean, readAt: string | null, createdAt: string, expiresAt: string | null } } };

export type NotificationDetailsFragment = { id: string, type: NotificationType, title: string, message: string, priority: Priority, actionUrl: string | null, data: Record<string, unknown> | null, isRead: boolean, readAt: string | null, createdAt: string, expiresAt: string | null };

export type OrderQueryVariables = Exact<{
  id: string;
}>;


export type OrderQuery = { order: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, total: { amount: number, currency: Currency } } };

export type MyOrdersQueryVariables = Exact<{
  status?: OrderStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyOrdersQuery = { myOrders: { nodes: Array<{ id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OrdersQueryVariables = Exact<{
  status?: OrderStatus | null | undefined;
  customerId?: string | null | undefined;
  proofreaderId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrdersQuery = { orders: { nodes: Array<{ id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string, email: string | null }, proofreader: { id: string, displayName: string } | null, total: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateOrderMutationVariables = Exact<{
  input: CreateOrderInput;
}>;


export type CreateOrderMutation = { createOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type UploadManuscriptMutationVariables = Exact<{
  input: UploadManuscriptInput;
}>;


export type UploadManuscriptMutation = { uploadManuscript: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, total: { amount: number, currency: Currency } } };

export type AssignProofreaderMutationVariables = Exact<{
  input: AssignProofreaderInput;
}>;


export type AssignProofreaderMutation = { assignProofreader: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, proofreader: { id: string, displayName: string } | null, total: { amount: number, currency: Currency } } };

export type StartOrderMutationVariables = Exact<{
  input: StartOrderInput;
}>;


export type StartOrderMutation = { startOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type UploadCorrectedFileMutationVariables = Exact<{
  input: UploadCorrectedFileInput;
}>;


export type UploadCorrectedFileMutation = { uploadCorrectedFile: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, total: { amount: number, currency: Currency } } };

export type DeliverOrderMutationVariables = Exact<{
  input: DeliverOrderInput;
}>;


export type DeliverOrderMutation = { deliverOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type CancelOrderMutationVariables = Exact<{
  input: CancelOrderInput;
}>;


export type CancelOrderMutation = { cancelOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type SuspendOrderMutationVariables = Exact<{
  input: SuspendOrderInput;
}>;


export type SuspendOrderMutation = { suspendOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type ResumeOrderMutationVariables = Exact<{
  input: ResumeOrderInput;
}>;


export type ResumeOrderMutation = { resumeOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type OrderUpdatedSubscriptionVariables = Exact<{
  orderId: string;
  after?: string | null | undefined;
}>;


export type OrderUpdatedSubscription = { orderUpdated: { cursor: string, order: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, total: { amount: number, currency: Currency } } } };

export type OrderSummaryFragment = { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } };

export type OrderDetailsFragment = { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, total: { amount: number, currency: Currency } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PaymentDetailsFragmentDoc = new TypedDocumentString(`
    fragment PaymentDetails on Payment {
  id
  orderId
  status
  description
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  checkoutUrl
  expiresAt
  paidAt
  failureReason
  createdAt
}
    `, {"fragmentName":"PaymentDetails"}) as unknown as TypedDocumentString<PaymentDetailsFragment, unknown>;
export const InvoiceDetailsFragmentDoc = new TypedDocumentString(`
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  orderId
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  gross {
    amount
    currency
  }
  issuedAt
  dueOn
  paidAt
  pdfFileId
}
    `, {"fragmentName":"InvoiceDetails"}) as unknown as TypedDocumentString<InvoiceDetailsFragment, unknown>;
export const PriceItemDetailsFragmentDoc = new TypedDocumentString(`
    fragment PriceItemDetails on PriceItem {
  id
  name
  description
  serviceType
  unit
  price {
    amount
    currency
  }
  estimatedDuration
}
    `, {"fragmentName":"PriceItemDetails"}) as unknown as TypedDocumentString<PriceItemDetailsFragment, unknown>;
export const AccountFragmentDoc = new TypedDocumentString(`
    fragment Account on User {
  id
  email
  firstName
  lastName
  displayName
  role
  status
  locale
  createdAt
}
    `, {"fragmentName":"Account"}) as unknown as TypedDocumentString<AccountFragment, unknown>;
export const SignedInFragmentDoc = new TypedDocumentString(`
    fragment SignedIn on Session {
  accessToken
  accessTokenExpiresAt
  refreshToken
  user {
    ...Account
  }
}
    fragment Account on User {
  id
  email
  firstName
  lastName
  displayName
  role
  status
  locale
  createdAt
}`, {"fragmentName":"SignedIn"}) as unknown as TypedDocumentString<SignedInFragment, unknown>;
export const JobDetailsFragmentDoc = new TypedDocumentString(`
    fragment JobDetails on Job {
  id
  kind
  state
  payload
  priority
  attempts
  maxAttempts
  lastError
  runAt
  createdAt
  finishedAt
  requestId
}
    `, {"fragmentName":"JobDetails"}) as unknown as TypedDocumentString<JobDetailsFragment, unknown>;
export const ConversationDetailsFragmentDoc = new TypedDocumentString(`
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}
    `, {"fragmentName":"ConversationDetails"}) as unknown as TypedDocumentString<ConversationDetailsFragment, unknown>;
export const MessageDetailsFragmentDoc = new TypedDocumentString(`
    fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  sender {
    id
    displayName
  }
  attachments {
    id
    name
    kind
    mimeType
    sizeBytes
  }
  createdAt
}
    `, {"fragmentName":"MessageDetails"}) as unknown as TypedDocumentString<MessageDetailsFragment, unknown>;
export const NotificationDetailsFragmentDoc = new TypedDocumentString(`
    fragment NotificationDetails on Notification {
  id
  type
  title
  message
  priority
  actionUrl
  data
  isRead
  readAt
  createdAt
  expiresAt
}
    `, {"fragmentName":"NotificationDetails"}) as unknown as TypedDocumentString<NotificationDetailsFragment, unknown>;
export const OrderSummaryFragmentDoc = new TypedDocumentString(`
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}
    `, {"fragmentName":"OrderSummary"}) as unknown as TypedDocumentString<OrderSummaryFragment, unknown>;
export const OrderDetailsFragmentDoc = new TypedDocumentString(`
    fragment OrderDetails on Order {
  ...OrderSummary
  description
  customerNote
  proofreaderNote
  verifiedPages
  customer {
    id
    displayName
  }
  proofreader {
    id
    displayName
  }
  conversation {
    id
  }
  invoices {
    id
    number
    pdfFileId
  }
  files {
    id
    name
    role
    kind
    mimeType
    sizeBytes
    createdAt
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`, {"fragmentName":"OrderDetails"}) as unknown as TypedDocumentString<OrderDetailsFragment, unknown>;
export const CreateCheckoutSessionDocument = new TypedDocumentString(`
    mutation CreateCheckoutSession($input: CreateCheckoutSessionInput!) {
  createCheckoutSession(input: $input) {
    sessionId
    paymentId
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<CreateCheckoutSessionMutation, CreateCheckoutSessionMutationVariables>;
export const PaymentStatusDocument = new TypedDocumentString(`
    query PaymentStatus($sessionId: ID!) {
  paymentStatus(sessionId: $sessionId) {
    ...PaymentDetails
  }
}
    fragment PaymentDetails on Payment {
  id
  orderId
  status
  description
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  checkoutUrl
  expiresAt
  paidAt
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<PaymentStatusQuery, PaymentStatusQueryVariables>;
export const PaymentDocument = new TypedDocumentString(`
    query Payment($id: ID!) {
  payment(id: $id) {
    ...PaymentDetails
  }
}
    fragment PaymentDetails on Payment {
  id
  orderId
  status
  description
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  checkoutUrl
  expiresAt
  paidAt
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<PaymentQuery, PaymentQueryVariables>;
export const InvoiceDocument = new TypedDocumentString(`
    query Invoice($id: ID!) {
  invoice(id: $id) {
    ...InvoiceDetails
    lines {
      description
      quantity
      taxRate
      unitNet {
        amount
        currency
      }
      net {
        amount
        currency
      }
      tax {
        amount
        currency
      }
      gross {
        amount
        currency
      }
    }
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  orderId
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  gross {
    amount
    currency
  }
  issuedAt
  dueOn
  paidAt
  pdfFileId
}`) as unknown as TypedDocumentString<InvoiceQuery, InvoiceQueryVariables>;
export const MyInvoicesDocument = new TypedDocumentString(`
    query MyInvoices($first: Int, $after: Cursor) {
  myInvoices(first: $first, after: $after) {
    nodes {
      ...InvoiceDetails
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  orderId
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  gross {
    amount
    currency
  }
  issuedAt
  dueOn
  paidAt
  pdfFileId
}`) as unknown as TypedDocumentString<MyInvoicesQuery, MyInvoicesQueryVariables>;
export const PriceItemsDocument = new TypedDocumentString(`
    query PriceItems {
  priceItems {
    ...PriceItemDetails
  }
}
    fragment PriceItemDetails on PriceItem {
  id
  name
  description
  serviceType
  unit
  price {
    amount
    currency
  }
  estimatedDuration
}`) as unknown as TypedDocumentString<PriceItemsQuery, PriceItemsQueryVariables>;
export const ErrorKindsDocument = new TypedDocumentString(`
    query ErrorKinds {
  errorKinds {
    code
    french
    english
    isRetryable
  }
}
    `) as unknown as TypedDocumentString<ErrorKindsQuery, ErrorKindsQueryVariables>;
export const FaqEntriesDocument = new TypedDocumentString(`
    query FaqEntries($category: String) {
  faqEntries(category: $category) {
    id
    category
    question
    answer
    details
  }
}
    `) as unknown as TypedDocumentString<FaqEntriesQuery, FaqEntriesQueryVariables>;
export const PagesDocument = new TypedDocumentString(`
    query Pages($type: PageType) {
  pages(type: $type) {
    id
    slug
    title
    excerpt
    type
    publishedAt
  }
}
    `) as unknown as TypedDocumentString<PagesQuery, PagesQueryVariables>;
export const PageDocument = new TypedDocumentString(`
    query Page($slug: String!) {
  page(slug: $slug) {
    id
    slug
    title
    content
    excerpt
    type
    publishedAt
  }
}
    `) as unknown as TypedDocumentString<PageQuery, PageQueryVariables>;
export const RequestDownloadDocument = new TypedDocumentString(`
    mutation RequestDownload($input: RequestDownloadInput!) {
  requestDownload(input: $input) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<RequestDownloadMutation, RequestDownloadMutationVariables>;
export const DeleteFileDocument = new TypedDocumentString(`
    mutation DeleteFile($input: DeleteFileInput!) {
  deleteFile(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<DeleteFileMutation, DeleteFileMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    ...Account
  }
}
    fragment Account on User {
  id
  email
  firstName
  lastName
  displayName
  role
  status
  locale
  createdAt
}`) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const RegisterDocument = new TypedDocumentString(`
    mutation Register($input: RegisterInput!) {
  register(input: $input) {
    email
    isActivationMailed
  }
}
    `) as unknown as TypedDocumentString<RegisterMutation, RegisterMutationVariables>;
export const ActivateAccountDocument = new TypedDocumentString(`
    mutation ActivateAccount($input: ActivateAccountInput!) {
  activateAccount(input: $input) {
    ...Account
  }
}
    fragment Account on User {
  id
  email
  firstName
  lastName
  displayName
  role
  status
  locale
  createdAt
}`) as unknown as TypedDocumentString<ActivateAccountMutation, ActivateAccountMutationVariables>;
export const ResendActivationDocument = new TypedDocumentString(`
    mutation ResendActivation($input: ResendActivationInput!) {
  resendActivation(input: $input) {
    email
    isActivationMailed
  }
}
    `) as unknown as TypedDocumentString<ResendActivationMutation, ResendActivationMutationVariables>;
export const LoginDocument = new TypedDocumentString(`
    mutation Login($input: LoginInput!) {
  login(input: $input) {
    ...SignedIn
  }
}
    fragment Account on User {
  id
  email
  firstName
  lastName
  displayName
  role
  status
  locale
  createdAt
}
fragment SignedIn on Session {
  accessToken
  accessTokenExpiresAt
  refreshToken
  user {
    ...Account
  }
}`) as unknown as TypedDocumentString<LoginMutation, LoginMutationVariables>;
export const RefreshSessionDocument = new TypedDocumentString(`
    mutation RefreshSession($input: RefreshSessionInput!) {
  refreshSession(input: $input) {
    ...SignedIn
  }
}
    fragment Account on User {
  id
  email
  firstName
  lastName
  displayName
  role
  status
  locale
  createdAt
}
fragment SignedIn on Session {
  accessToken
  accessTokenExpiresAt
  refreshToken
  user {
    ...Account
  }
}`) as unknown as TypedDocumentString<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const LogoutDocument = new TypedDocumentString(`
    mutation Logout {
  logout {
    endedSessions
  }
}
    `) as unknown as TypedDocumentString<LogoutMutation, LogoutMutationVariables>;
export const LogoutEverywhereDocument = new TypedDocumentString(`
    mutation LogoutEverywhere {
  logoutEverywhere {
    endedSessions
  }
}
    `) as unknown as TypedDocumentString<LogoutEverywhereMutation, LogoutEverywhereMutationVariables>;
export const MySessionsDocument = new TypedDocumentString(`
    query MySessions {
  mySessions {
    id
    agent
    network
    isCurrent
    signedInAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const RevokeSessionDocument = new TypedDocumentString(`
    mutation RevokeSession($input: RevokeSessionInput!) {
  revokeSession(input: $input) {
    endedSessions
  }
}
    `) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    email
  }
}
    `) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    ...Account
  }
}
    fragment Account on User {
  id
  email
  firstName
  lastName
  displayName
  role
  status
  locale
  createdAt
}`) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs($state: JobState, $kind: String, $first: Int, $after: Cursor) {
  jobs(state: $state, kind: $kind, first: $first, after: $after) {
    nodes {
      ...JobDetails
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment JobDetails on Job {
  id
  kind
  state
  payload
  priority
  attempts
  maxAttempts
  lastError
  runAt
  createdAt
  finishedAt
  requestId
}`) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const RetryJobDocument = new TypedDocumentString(`
    mutation RetryJob($input: RetryJobInput!) {
  retryJob(input: $input) {
    ...JobDetails
  }
}
    fragment JobDetails on Job {
  id
  kind
  state
  payload
  priority
  attempts
  maxAttempts
  lastError
  runAt
  createdAt
  finishedAt
  requestId
}`) as unknown as TypedDocumentString<RetryJobMutation, RetryJobMutationVariables>;
export const CancelJobDocument = new TypedDocumentString(`
    mutation CancelJob($input: CancelJobInput!) {
  cancelJob(input: $input) {
    ...JobDetails
  }
}
    fragment JobDetails on Job {
  id
  kind
  state
  payload
  priority
  attempts
  maxAttempts
  lastError
  runAt
  createdAt
  finishedAt
  requestId
}`) as unknown as TypedDocumentString<CancelJobMutation, CancelJobMutationVariables>;
export const ConversationsDocument = new TypedDocumentString(`
    query Conversations($first: Int, $after: Cursor) {
  conversations(first: $first, after: $after) {
    nodes {
      ...ConversationDetails
      lastMessage {
        ...MessageDetails
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}
fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  sender {
    id
    displayName
  }
  attachments {
    id
    name
    kind
    mimeType
    sizeBytes
  }
  createdAt
}`) as unknown as TypedDocumentString<ConversationsQuery, ConversationsQueryVariables>;
export const ConversationDocument = new TypedDocumentString(`
    query Conversation($id: ID!, $first: Int, $after: Cursor) {
  conversation(id: $id) {
    ...ConversationDetails
    messages(first: $first, after: $after) {
      nodes {
        ...MessageDetails
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}
fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  sender {
    id
    displayName
  }
  attachments {
    id
    name
    kind
    mimeType
    sizeBytes
  }
  createdAt
}`) as unknown as TypedDocumentString<ConversationQuery, ConversationQueryVariables>;
export const SendMessageDocument = new TypedDocumentString(`
    mutation SendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) {
    ...MessageDetails
  }
}
    fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  sender {
    id
    displayName
  }
  attachments {
    id
    name
    kind
    mimeType
    sizeBytes
  }
  createdAt
}`) as unknown as TypedDocumentString<SendMessageMutation, SendMessageMutationVariables>;
export const MarkConversationReadDocument = new TypedDocumentString(`
    mutation MarkConversationRead($input: MarkConversationReadInput!) {
  markConversationRead(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<MarkConversationReadMutation, MarkConversationReadMutationVariables>;
export const MessageAddedDocument = new TypedDocumentString(`
    subscription MessageAdded($conversationId: ID!, $after: Cursor) {
  messageAdded(conversationId: $conversationId, after: $after) {
    cursor
    message {
      ...MessageDetails
    }
  }
}
    fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  sender {
    id
    displayName
  }
  attachments {
    id
    name
    kind
    mimeType
    sizeBytes
  }
  createdAt
}`) as unknown as TypedDocumentString<MessageAddedSubscription, MessageAddedSubscriptionVariables>;
export const NotificationsDocument = new TypedDocumentString(`
    query Notifications($first: Int, $after: Cursor) {
  notifications(first: $first, after: $after) {
    nodes {
      ...NotificationDetails
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment NotificationDetails on Notification {
  id
  type
  title
  message
  priority
  actionUrl
  data
  isRead
  readAt
  createdAt
  expiresAt
}`) as unknown as TypedDocumentString<NotificationsQuery, NotificationsQueryVariables>;
export const UnreadNotificationCountDocument = new TypedDocumentString(`
    query UnreadNotificationCount {
  unreadNotificationCount
}
    `) as unknown as TypedDocumentString<UnreadNotificationCountQuery, UnreadNotificationCountQueryVariables>;
export const MarkNotificationReadDocument = new TypedDocumentString(`
    mutation MarkNotificationRead($input: MarkNotificationReadInput!) {
  markNotificationRead(input: $input) {
    ...NotificationDetails
  }
}
    fragment NotificationDetails on Notification {
  id
  type
  title
  message
  priority
  actionUrl
  data
  isRead
  readAt
  createdAt
  expiresAt
}`) as unknown as TypedDocumentString<MarkNotificationReadMutation, MarkNotificationReadMutationVariables>;
export const MarkAllNotificationsReadDocument = new TypedDocumentString(`
    mutation MarkAllNotificationsRead {
  markAllNotificationsRead
}
    `) as unknown as TypedDocumentString<MarkAllNotificationsReadMutation, MarkAllNotificationsReadMutationVariables>;
export const DeleteNotificationDocument = new TypedDocumentString(`
    mutation DeleteNotification($input: DeleteNotificationInput!) {
  deleteNotification(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteNotificationMutation, DeleteNotificationMutationVariables>;
export const CreateAdminNotificationDocument = new TypedDocumentString(`
    mutation CreateAdminNotification($input: CreateAdminNotificationInput!) {
  createAdminNotification(input: $input) {
    recipientCount
  }
}
    `) as unknown as TypedDocumentString<CreateAdminNotificationMutation, CreateAdminNotificationMutationVariables>;
export const NotificationAddedDocument = new TypedDocumentString(`
    subscription NotificationAdded($after: Cursor) {
  notificationAdded(after: $after) {
    cursor
    notification {
      ...NotificationDetails
    }
  }
}
    fragment NotificationDetails on Notification {
  id
  type
  title
  message
  priority
  actionUrl
  data
  isRead
  readAt
  createdAt
  expiresAt
}`) as unknown as TypedDocumentString<NotificationAddedSubscription, NotificationAddedSubscriptionVariables>;
export const OrderDocument = new TypedDocumentString(`
    query Order($id: ID!) {
  order(id: $id) {
    ...OrderDetails
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}
fragment OrderDetails on Order {
  ...OrderSummary
  description
  customerNote
  proofreaderNote
  verifiedPages
  customer {
    id
    displayName
  }
  proofreader {
    id
    displayName
  }
  conversation {
    id
  }
  invoices {
    id
    number
    pdfFileId
  }
  files {
    id
    name
    role
    kind
    mimeType
    sizeBytes
    createdAt
  }
}`) as unknown as TypedDocumentString<OrderQuery, OrderQueryVariables>;
export const MyOrdersDocument = new TypedDocumentString(`
    query MyOrders($status: OrderStatus, $first: Int, $after: Cursor) {
  myOrders(status: $status, first: $first, after: $after) {
    nodes {
      ...OrderSummary
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<MyOrdersQuery, MyOrdersQueryVariables>;
export const OrdersDocument = new TypedDocumentString(`
    query Orders($status: OrderStatus, $customerId: ID, $proofreaderId: ID, $first: Int, $after: Cursor) {
  orders(
    status: $status
    customerId: $customerId
    proofreaderId: $proofreaderId
    first: $first
    after: $after
  ) {
    nodes {
      ...OrderSummary
      customer {
        id
        displayName
        email
      }
      proofreader {
        id
        displayName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<OrdersQuery, OrdersQueryVariables>;
export const CreateOrderDocument = new TypedDocumentString(`
    mutation CreateOrder($input: CreateOrderInput!) {
  createOrder(input: $input) {
    ...OrderSummary
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<CreateOrderMutation, CreateOrderMutationVariables>;
export const UploadManuscriptDocument = new TypedDocumentString(`
    mutation UploadManuscript($input: UploadManuscriptInput!) {
  uploadManuscript(input: $input) {
    ...OrderDetails
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}
fragment OrderDetails on Order {
  ...OrderSummary
  description
  customerNote
  proofreaderNote
  verifiedPages
  customer {
    id
    displayName
  }
  proofreader {
    id
    displayName
  }
  conversation {
    id
  }
  invoices {
    id
    number
    pdfFileId
  }
  files {
    id
    name
    role
    kind
    mimeType
    sizeBytes
    createdAt
  }
}`) as unknown as TypedDocumentString<UploadManuscriptMutation, UploadManuscriptMutationVariables>;
export const AssignProofreaderDocument = new TypedDocumentString(`
    mutation AssignProofreader($input: AssignProofreaderInput!) {
  assignProofreader(input: $input) {
    ...OrderSummary
    proofreader {
      id
      displayName
    }
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<AssignProofreaderMutation, AssignProofreaderMutationVariables>;
export const StartOrderDocument = new TypedDocumentString(`
    mutation StartOrder($input: StartOrderInput!) {
  startOrder(input: $input) {
    ...OrderSummary
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<StartOrderMutation, StartOrderMutationVariables>;
export const UploadCorrectedFileDocument = new TypedDocumentString(`
    mutation UploadCorrectedFile($input: UploadCorrectedFileInput!) {
  uploadCorrectedFile(input: $input) {
    ...OrderDetails
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}
fragment OrderDetails on Order {
  ...OrderSummary
  description
  customerNote
  proofreaderNote
  verifiedPages
  customer {
    id
    displayName
  }
  proofreader {
    id
    displayName
  }
  conversation {
    id
  }
  invoices {
    id
    number
    pdfFileId
  }
  files {
    id
    name
    role
    kind
    mimeType
    sizeBytes
    createdAt
  }
}`) as unknown as TypedDocumentString<UploadCorrectedFileMutation, UploadCorrectedFileMutationVariables>;
export const DeliverOrderDocument = new TypedDocumentString(`
    mutation DeliverOrder($input: DeliverOrderInput!) {
  deliverOrder(input: $input) {
    ...OrderSummary
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<DeliverOrderMutation, DeliverOrderMutationVariables>;
export const CancelOrderDocument = new TypedDocumentString(`
    mutation CancelOrder($input: CancelOrderInput!) {
  cancelOrder(input: $input) {
    ...OrderSummary
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<CancelOrderMutation, CancelOrderMutationVariables>;
export const SuspendOrderDocument = new TypedDocumentString(`
    mutation SuspendOrder($input: SuspendOrderInput!) {
  suspendOrder(input: $input) {
    ...OrderSummary
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<SuspendOrderMutation, SuspendOrderMutationVariables>;
export const ResumeOrderDocument = new TypedDocumentString(`
    mutation ResumeOrder($input: ResumeOrderInput!) {
  resumeOrder(input: $input) {
    ...OrderSummary
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<ResumeOrderMutation, ResumeOrderMutationVariables>;
export const OrderUpdatedDocument = new TypedDocumentString(`
    subscription OrderUpdated($orderId: ID!, $after: Cursor) {
  orderUpdated(orderId: $orderId, after: $after) {
    cursor
    order {
      ...OrderDetails
    }
  }
}
    fragment OrderSummary on Order {
  id
  reference
  title
  status
  priority
  service
  declaredPages
  total {
    amount
    currency
  }
  availableActions
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}
fragment OrderDetails on Order {
  ...OrderSummary
  description
  customerNote
  proofreaderNote
  verifiedPages
  customer {
    id
    displayName
  }
  proofreader {
    id
    displayName
  }
  conversation {
    id
  }
  invoices {
    id
    number
    pdfFileId
  }
  files {
    id
    name
    role
    kind
    mimeType
    sizeBytes
    createdAt
  }
}`) as unknown as TypedDocumentString<OrderUpdatedSubscription, OrderUpdatedSubscriptionVariables>;