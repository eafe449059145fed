// Written by `npm run generate`: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { FileToSend } from '../upload.ts';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Days on which you do not work, the last one included. */
export type AbsenceInput = {
  /** The first day. */
  fromOn: string;
  /** The last day. */
  untilOn: string;
};

/** A delivery that is accepted. */
export type AcceptDeliveryInput = {
  /** Words for the proofreader, at most 10,000 characters. */
  comment?: string | null | undefined;
  /** The delivery. */
  deliveryId: string;
  /** From 1 to 5. */
  rating?: number | null | undefined;
};

/** What lets somebody invited come in. */
export type AcceptInvitationInput = {
  /** TERMS and PRIVACY are needed. */
  consents: Array<ConsentInput>;
  /** Their password; the rules are those of register. */
  password: string;
  /** The token in the link of the invitation. */
  token: string;
};

/** The order whose higher price is accepted. */
export type AcceptMeasuredPagesInput = {
  /** The order. */
  orderId: string;
  /** The verified pages that you saw; another count since is CONFLICT. Not compared unless given. */
  pages?: number | null | undefined;
};

/** The acceptance of a quote without an account. */
export type AcceptPublicQuoteInput = {
  /** First and last name, typed: 1 to 255 characters. */
  name: string;
  /** The revision that was shown. */
  revision: number;
  /** The answer to `withdrawalQuestion`: needed where that is asked. */
  startBeforeWithdrawal?: boolean | null | undefined;
  /** The version of the terms that were read (`terms.version`). */
  termsVersion: number;
  /** The token of the mailed link. */
  token: string;
};

/** The acceptance of a quote: what was seen, and what is agreed to. */
export type AcceptQuoteInput = {
  /** First and last name, typed: 1 to 255 characters. */
  name: string;
  /** The quote. */
  quoteId: string;
  /** The revision that was shown. */
  revision: number;
  /** The answer to `withdrawalQuestion`: needed where that is asked. */
  startBeforeWithdrawal?: boolean | null | undefined;
  /** The version of the terms that were read (`terms.version`). */
  termsVersion: number;
};

/** What accepting a quote does. */
export type AcceptanceEffect =
  /** A deposit is invoiced. */
  | 'DEPOSIT'
  /** Nothing is invoiced yet. */
  | 'INVOICE_LATER'
  /** The whole is invoiced. */
  | 'PAY_ALL';

/** Accounts that exports write to: 3 to 10 digits each. What is absent stays. */
export type AccountNumbersInput = {
  /** The bank. */
  bank?: string | null | undefined;
  /** Customers. */
  customers?: string | null | undefined;
  /** Deposits received. */
  deposits?: string | null | undefined;
  /** Sales of goods. */
  goods?: string | null | undefined;
  /** Payment providers. */
  providers?: string | null | undefined;
  /** Sales of services. */
  services?: string | null | undefined;
  /** VAT that is due once the sale is paid. */
  vatAwaitingReceipt?: string | null | undefined;
  /** VAT that is due. */
  vatDue?: string | null | undefined;
};

/** When a sale counts in the accounts. */
export type AccountingBasis =
  /** When it is invoiced. */
  | 'ACCRUAL'
  /** When it is paid. */
  | 'CASH';

/** What activates an account. */
export type ActivateAccountInput = {
  /** The token in the link of the activation mail. */
  token: string;
};

/** A note about an appointment. */
export type AddBookingNoteInput = {
  /** The appointment. */
  bookingId: string;
  /** The note, 1 to 2,000 characters; the customer does not see it. */
  note: string;
};

/** The next version of a document. */
export type AddDocumentVersionInput = {
  /** What is said of this version, at most 500 characters. */
  comment?: string | null | undefined;
  /** The document. */
  documentId: string;
  /** The number of the version that you saw last. */
  expectedVersion: number;
  /** The file. */
  file: FileToSend;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
};

/** A legal mention to add. It takes the place of the one with its code. */
export type AddLegalMentionInput = {
  /** Which invoices it is for. */
  appliesTo: MentionCondition;
  /** What it is about: small letters, digits and hyphens, 3 to 40. */
  code: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Where it stands. */
  place: MentionPlace;
  /** The law that wants it, 255 characters at most. */
  source: string;
  /** Its words in English, 500 characters at most. */
  textEn: string;
  /** Its words in French, 500 characters at most. */
  textFr: string;
  /** The first day of issue on which it stands, today or later; default today. */
  validFrom?: string | null | undefined;
  /** The last day on which it stands; default no last day. */
  validUntil?: string | null | undefined;
};

/** A legal limit of a year’s revenue. */
export type AddThresholdLimitInput = {
  /** The first day of the activity: in its year the limit is prorated. Null: it is not. */
  activityFrom?: string | null | undefined;
  /** Of a whole year. */
  amount: MoneyInput;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Which limit. */
  kind: ThresholdKind;
  /** Where the amount was read: a law, a page, and when. At most 500 characters. */
  source: string;
  /** The first day on which it holds. */
  validFrom: string;
  /** The last one; null: until further notice. */
  validTo?: string | null | undefined;
};

/** How to order pages. */
export type AdminPageSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC'
  /** By position, the first, smallest or oldest at the beginning. */
  | 'POSITION_ASC';

/** What takes a time of an agenda. */
export type AgendaEntryKind =
  /** A booking. */
  | 'BOOKING'
  /** A closure. */
  | 'CLOSURE'
  /** Something in another calendar. */
  | 'EXTERNAL'
  /** A group. */
  | 'GROUP_SESSION'
  /** Somebody keeps it while they fill the form in. */
  | 'HOLD'
  /** It is offered to somebody who waits. */
  | 'OFFER';

/** The answer to a request for a later due date. */
export type AnswerExtensionInput = {
  /** Is it granted? Then the due date moves. */
  grant: boolean;
  /** The request. */
  id: string;
  /** For the proofreader, at most 2,000 characters. */
  note?: string | null | undefined;
};

/** The answer to a visitor who asked for a price. */
export type AnswerGuestReviewInput = {
  /** What the visitor reads, 1 to 5,000 characters. */
  answer: string;
  /** The order without an account. */
  guestOrderId: string;
  /** What is to be paid from now on, VAT included; what was shown unless given. */
  total?: MoneyInput | null | undefined;
};

/** The answer to a request about data. */
export type AnswerPrivacyRequestInput = {
  /** The answer to the person, 10 to 5,000 characters; a refusal says why. */
  answer: string;
  /** Which request. */
  id: string;
  /** Was it done? */
  outcome: PrivacyRequestOutcome;
};

/** A request that is answered with yes. */
export type ApproveBookingInput = {
  /** The appointment that was asked for. */
  bookingId: string;
};

/** Documents to destroy, whose time of keeping is over. */
export type ApproveDestructionInput = {
  /** The documents, 1 to 100. */
  documentIds: Array<string>;
};

/** A service of the price list. */
export type ArchivePriceItemInput = {
  /** The item. */
  id: string;
};

/** How to order reviews of one’s agenda. */
export type ArtisanReviewSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Whether an artisan is seen and booked. */
export type ArtisanStatus =
  /** Not seen yet. */
  | 'DRAFT'
  /** Hidden, without new bookings; those there are stand. */
  | 'PAUSED'
  /** Seen and booked by everybody. */
  | 'PUBLISHED';

/** Who gives an offering. */
export type AssignArtisansInput = {
  /** All of them, 1 to 20. */
  artisanIds: Array<string>;
  /** The offering. */
  offeringId: string;
};

/** Who looks after a conversation. */
export type AssignConversationInput = {
  /** Conversation. */
  conversationId: string;
  /** An admin; null: nobody in particular. */
  userId?: string | null | undefined;
};

/** Who proofreads an order. */
export type AssignProofreaderInput = {
  /** The order. */
  orderId: string;
  /** A person whose role is PROOFREADER. */
  proofreaderId: string;
};

/** Which ticket, and to whom. */
export type AssignTicketInput = {
  /** The ticket. */
  ticketId: string;
  /** Somebody who handles tickets. */
  userId: string;
};

/** Whom a booking is with. */
export type AssignmentKind =
  /** Any artisan of the offering, the one with least to do first. */
  | 'ANY'
  /** The artisan whom the customer chose. */
  | 'CHOSEN';

/** A person, somebody unknown, or the application itself. */
export type AuditActorKind =
  | 'ANONYMOUS'
  | 'PERSON'
  | 'SERVICE'
  | 'SYSTEM';

/** How to order entries of the audit log. */
export type AuditEntrySort =
  /** By at, the first, smallest or oldest at the beginning. */
  | 'AT_ASC'
  /** By at, the last, largest or newest at the beginning. */
  | 'AT_DESC';

/** CSV opens in a spreadsheet, as text and numbers only; JSON is for programs. PROOFS is for whoever must not take the application’s word: entries as the chain holds them, without personal values, each with its path to a signed Merkle root (RFC 9162), for `audit:verify-proofs`. */
export type AuditExportFormat =
  | 'CSV'
  | 'JSON'
  | 'PROOFS';

/** Which entries of the audit log; what is absent does not matter. */
export type AuditFilterInput = {
  /** This action only: FILE_DELETED … */
  action?: string | null | undefined;
  /** Done by this person. */
  actor?: string | null | undefined;
  /** At this instant or later. */
  from?: string | null | undefined;
  /** Done, or refused and failed. */
  outcome?: AuditOutcome | null | undefined;
  /** Of this severity. */
  severity?: AuditSeverity | null | undefined;
  /** Done to this very thing. */
  targetId?: string | null | undefined;
  /** Done to this kind of thing: user, command, file … */
  targetType?: string | null | undefined;
  /** Before this instant. */
  to?: string | null | undefined;
};

/** Whether an action was done, or was refused or failed. */
export type AuditOutcome =
  | 'FAILURE'
  | 'SUCCESS';

/** How severe an action is; HIGH and CRITICAL entries notify the admins. */
export type AuditSeverity =
  | 'CRITICAL'
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

/** How somebody authenticates. */
export type AuthenticationMethod =
  /** The code that was sent by mail. */
  | 'EMAIL_OTP'
  /** A fresh sign-in at a provider whose identity is attached to the account; only of those who are signed in. */
  | 'IDENTITY'
  /** A passkey of theirs, whose device has verified them. */
  | 'PASSKEY'
  /** The password, once more; only of those who are signed in. */
  | 'PASSWORD'
  /** One of the ten recovery codes; good once. */
  | 'RECOVERY_CODE'
  /** The code that was sent by SMS. */
  | 'SMS_OTP'
  /** The authenticator app’s code of now; good once. */
  | 'TOTP';

/** How long a backup is kept. */
export type BackupRung =
  /** 30 days. */
  | 'DAILY'
  /** 90 days, or until it is deleted when it has a label. */
  | 'MANUAL'
  /** A year: the first of a month. */
  | 'MONTHLY'
  /** Three months: the first of a week, which begins on Sunday. */
  | 'WEEKLY';

/** How to order backups. */
export type BackupSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** How a backup is. */
export type BackupStatus =
  /** It can be restored. */
  | 'COMPLETE'
  /** Something of it is not what it was, and no whole copy was found. */
  | 'DAMAGED'
  /** It was deleted; its row stays. */
  | 'DELETED'
  /** It was not made: `failure` says why. */
  | 'FAILED'
  /** It is being made. */
  | 'RUNNING';

/** Why a backup was made. */
export type BackupTrigger =
  /** A release was about to change the database. */
  | 'BEFORE_MIGRATION'
  /** Something was about to be restored. */
  | 'BEFORE_RESTORE'
  /** Somebody asked for it. */
  | 'MANUAL'
  /** It was its time. */
  | 'SCHEDULED';

/** The saving of a card. */
export type BeginCardSetupInput = {
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
};

/** What is to be uploaded, and where it belongs. */
export type BeginUploadInput = {
  /** The cabinet. */
  cabinetId: string;
  /** Will you delete your own copy once you hold the receipt? It is noted in the audit log. */
  deleteAfterUpload?: boolean | null | undefined;
  /** The document that gets a new version; a new document unless given. */
  documentId?: string | null | undefined;
  /** The number of the version you saw last; with `documentId`. */
  expectedVersion?: number | null | undefined;
  /** The folder; the top of the cabinet unless given. */
  folderId?: string | null | undefined;
  /** Folders below it, by their names, at most 20; missing ones are made. */
  folderPath?: Array<string> | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What the file is called, 1 to 255 bytes, with its extension. */
  name: string;
  /** What becomes of a name that is taken; REFUSE unless given. */
  onNameTaken?: OnNameTaken | null | undefined;
  /** SHA-256 of the file, in hexadecimal: anything else is CHECKSUM_MISMATCH and not stored. */
  sha256?: string | null | undefined;
  /** Bytes of the file, an integer. */
  size: number;
};

/** A consultation that is asked for, with an account or without. */
export type BookConsultationInput = {
  /** Who asks. */
  customer: BookingCustomerInput;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Language to write to them in. */
  locale?: Locale;
  /** What it is about, at most 2,000 characters. */
  note?: string | null | undefined;
  /** The order of yours that it is about. */
  orderId?: string | null | undefined;
  /** When it begins, from `consultationSlots`. */
  startsAt: string;
  /** The version of the terms of sale that they were shown and accept. */
  termsVersion: string;
  /** Their time zone, such as Europe/Paris; that of the business unless said. */
  timeZone?: string | null | undefined;
};

/** Which appointment, and by what right. */
export type BookingAccessInput = {
  /** Instead of the code, its identifier: for the account that booked, its artisan, and admins. */
  bookingId?: string | null | undefined;
  /** Its code, whatever its case, blanks and dash; alone, for the account that booked. */
  code?: string | null | undefined;
  /** With the code instead of the token, the address it was booked with. */
  email?: string | null | undefined;
  /** With the code, the token of its link. */
  token?: string | null | undefined;
};

/** What can be done with an appointment now, by whoever asks. */
export type BookingAction =
  /** `approveBooking`. */
  | 'approve'
  /** `cancelBooking`. */
  | 'cancel'
  /** `completeBooking`. */
  | 'complete'
  /** `resumeBookingPayment`: the payment confirms it. */
  | 'confirm'
  /** `correctAttendance`. */
  | 'correctAttendance'
  /** `declineBooking`. */
  | 'decline'
  /** The application ends it. */
  | 'expire'
  /** `approveBooking`, of one with a deposit. */
  | 'hold'
  /** `markNoShow`. */
  | 'markNoShow'
  /** `rescheduleBooking`. */
  | 'reschedule';

/** An answer to a question of the offering. */
export type BookingAnswerInput = {
  /** The answer: `YES` or `NO`, one of the choices, a number, or a text of 5,000 characters at most. */
  answer: string;
  /** The question. */
  questionId: string;
};

/** What changes about whoever comes. What is left out stays. */
export type BookingContactInput = {
  /** Their address: the link of the appointment is void, and a new one is mailed there. */
  email?: string | null | undefined;
  /** Their name, 2 to 255 characters. */
  name?: string | null | undefined;
  /** Phone number, 10 to 15 digits: national ones are read by the country of the artisan. Null for none. */
  phone?: string | null | undefined;
};

/** Who comes to an appointment. */
export type BookingCustomerInput = {
  /** Where the link that manages the appointment is mailed. */
  email: string;
  /** Their name, 2 to 255 characters. */
  name: string;
  /** Phone number, 10 to 15 digits: national ones are read by the country of the artisan. */
  phone?: string | null | undefined;
};

/** CSV opens in a spreadsheet, as text and numbers only; ICS in a calendar program. */
export type BookingExportFormat =
  | 'CSV'
  | 'ICS';

/** Which bookings; what is absent narrows nothing. */
export type BookingFilterInput = {
  /** Of this artisan; of all that you reach unless given. */
  artisanId?: string | null | undefined;
  /** Whose deposit is awaited, or not. */
  isUnpaid?: boolean | null | undefined;
  /** Of this offering. */
  offeringId?: string | null | undefined;
  /** That begin then or later. */
  startsFrom?: string | null | undefined;
  /** That begin before then. */
  startsTo?: string | null | undefined;
  /** That stand at one of these. */
  statuses?: Array<BookingStatus> | null | undefined;
  /** Words of the name, address or number of the customer, or the code, at most 100 characters; each must be found, whatever its case and accents. Five words count. */
  text?: string | null | undefined;
};

/** How a customer wants to hear of an appointment. */
export type BookingNotificationsInput = {
  /** By mail. */
  email?: boolean;
  /** By text message, to a mobile number. */
  sms?: boolean;
};

/** Who did something to an appointment. */
export type BookingParty =
  /** The artisan, or an admin for them. */
  | 'ARTISAN'
  /** The customer. */
  | 'CUSTOMER'
  /** The application. */
  | 'SYSTEM';

/** How to order bookings. */
export type BookingSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC'
  /** By startsAt, the first, smallest or oldest at the beginning. */
  | 'STARTS_AT_ASC'
  /** By startsAt, the last, largest or newest at the beginning. */
  | 'STARTS_AT_DESC';

/** How a booking was made. */
export type BookingSource =
  /** As a consultation. */
  | 'CONSULTATION'
  /** By the customer. */
  | 'PUBLIC'
  /** As one of a series. */
  | 'SERIES'
  /** By the artisan or an admin. */
  | 'STAFF'
  /** From the waiting list. */
  | 'WAITING_LIST';

/** Where an appointment stands. */
export type BookingStatus =
  /** Given up by the customer or the artisan. */
  | 'CANCELLED'
  /** It took place. */
  | 'COMPLETED'
  /** It stands. */
  | 'CONFIRMED'
  /** The artisan said no. */
  | 'DECLINED'
  /** Nobody paid, or nobody answered, in time. */
  | 'EXPIRED'
  /** The customer did not come. */
  | 'NO_SHOW'
  /** Its time is kept until its deposit is paid, or the hold ends. */
  | 'PENDING_PAYMENT'
  /** Asked for; the artisan answers. Its time is kept meanwhile. */
  | 'REQUESTED';

/** An appointment, and where it goes. */
export type BookingToMoveInput = {
  /** Whom it is with from now on; the same unless said. */
  artisanId?: string | null | undefined;
  /** The appointment. */
  bookingId: string;
  /** When it begins: any five minutes. */
  startsAt: string;
};

/** What a period is cut into, in the time zone of the business; a week begins on Monday. */
export type BucketUnit =
  | 'DAY'
  | 'MONTH'
  | 'WEEK'
  | 'YEAR';

/** What is done to many documents. */
export type BulkDocumentAction =
  | 'COPY'
  | 'LOCK'
  | 'MOVE'
  | 'PURGE'
  | 'RESTORE'
  | 'SET_TYPE'
  | 'TAG'
  | 'TRASH'
  | 'UNLOCK'
  | 'UNTAG';

/** One thing to be done to many documents. */
export type BulkDocumentsInput = {
  /** What is done. */
  action: BulkDocumentAction;
  /** Of MOVE and COPY: another cabinet. */
  cabinetId?: string | null | undefined;
  /** Of MOVE and COPY: the folder; the top unless given. */
  folderId?: string | null | undefined;
  /** The documents, 1 to 500, each once. */
  ids: Array<string>;
  /** Of MOVE and COPY. REFUSE unless given. */
  onNameTaken?: OnNameTaken | null | undefined;
  /** Of TAG and UNTAG: the tag. */
  tagId?: string | null | undefined;
  /** Of SET_TYPE: the type; none unless given. */
  typeId?: string | null | undefined;
};

/** What can be done to many orders at once. */
export type BulkOrderAction =
  /** `assignProofreader`; needs proofreaderId. */
  | 'ASSIGN'
  /** `cancelOrder` */
  | 'CANCEL'
  /** `resumeOrder` */
  | 'RESUME'
  /** `startOrder` */
  | 'START'
  /** `suspendOrder` */
  | 'SUSPEND';

/** The windows of a day. */
export type BusinessDayHoursInput = {
  /** None over another; empty when closed. */
  windows: Array<BusinessWindowInput>;
};

/** From a time of the day to another, in local time. */
export type BusinessWindowInput = {
  /** Its beginning, as `09:00`. */
  from: string;
  /** Its end, as `12:30`; `24:00` is the end of the day. */
  to: string;
};

/** How to order busy times. */
export type BusyBlockSort =
  /** By startsAt, the first, smallest or oldest at the beginning. */
  | 'STARTS_AT_ASC'
  /** By startsAt, the last, largest or newest at the beginning. */
  | 'STARTS_AT_DESC';

/** What a buyer is to the tax office. */
export type BuyerKind =
  /** A business elsewhere in the European Union. */
  | 'EU_BUSINESS'
  /** A business in France. */
  | 'FRENCH_BUSINESS'
  /** A business outside the European Union. */
  | 'OTHER_BUSINESS'
  /** A person, wherever they live. */
  | 'PERSON';

/** How to order what was done in a cabinet. */
export type CabinetActivitySort =
  /** By at, the first, smallest or oldest at the beginning. */
  | 'AT_ASC'
  /** By at, the last, largest or newest at the beginning. */
  | 'AT_DESC';

/** The colour of a cabinet or a tag. */
export type CabinetColour =
  | 'BLUE'
  | 'GREEN'
  | 'GREY'
  | 'ORANGE'
  | 'PURPLE'
  | 'RED'
  | 'TEAL'
  | 'YELLOW';

/** Which cabinet. */
export type CabinetIdInput = {
  /** The cabinet. */
  id: string;
};

/** What somebody is in a cabinet. */
export type CabinetRole =
  /** Adds, changes and files documents too. */
  | 'CONTRIBUTOR'
  /** Looks after the cabinet and its members too. */
  | 'MANAGER'
  /** Reads and downloads. */
  | 'READER';

/** How to order cabinets. */
export type CabinetSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC'
  /** By name, the first, smallest or oldest at the beginning. */
  | 'NAME_ASC'
  /** By name, the last, largest or newest at the beginning. */
  | 'NAME_DESC';

/** How a cabinet is. */
export type CabinetState =
  /** In use. */
  | 'ACTIVE'
  /** It is read, and does not change. */
  | 'ARCHIVED'
  /** Deleted: destroyed 30 days later, unless a manager keeps it. */
  | 'DELETING'
  /** Nothing of its contents is left. */
  | 'DESTROYED';

/** A calendar and what is chosen of it; what is absent stays. */
export type CalendarChoiceInput = {
  /** Do its events take time? */
  blocks?: boolean | null | undefined;
  /** The calendar. */
  id: string;
  /** Do all-day events take no time? */
  ignoresAllDay?: boolean | null | undefined;
  /** Do tentative events take no time? */
  ignoresTentative?: boolean | null | undefined;
  /** Do unanswered invitations take no time? */
  ignoresUnanswered?: boolean | null | undefined;
  /** Are bookings written there? Then nowhere else. */
  receivesBookings?: boolean | null | undefined;
};

/** What a booking and a calendar disagree on. */
export type CalendarConflictKind =
  /** Another event lies on the confirmed booking. */
  | 'OVERLAP'
  /** The event of the booking was deleted there. */
  | 'OWN_EVENT_DELETED'
  /** The event of the booking was moved there. */
  | 'OWN_EVENT_MOVED';

/** What the artisan decides. */
export type CalendarConflictResolution =
  /** The booking is cancelled, with what follows from it. */
  | 'CANCEL_BOOKING'
  /** Both stay as they are. */
  | 'IGNORE'
  /** The booking moves: to where its event is, or to another time. */
  | 'MOVE_BOOKING'
  /** The event is written again as the booking says. */
  | 'RESTORE_EVENT';

/** How to order conflicts. */
export type CalendarConflictSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** What became of a conflict. */
export type CalendarConflictStatus =
  /** Its cause went by itself. */
  | 'GONE'
  /** The artisan has yet to decide. */
  | 'OPEN'
  /** They decided. */
  | 'RESOLVED';

/** How a connection is. */
export type CalendarConnectionStatus =
  /** It is read every quarter of an hour. */
  | 'CONNECTED'
  /** Only the busy time that was known is kept. */
  | 'DISCONNECTED'
  /** The plan includes fewer connections. */
  | 'PAUSED'
  /** Its provider refuses what we know: its owner must connect it again. */
  | 'TO_RECONNECT';

/** What events in connected calendars say of a booking. */
export type CalendarDetail =
  /** Its code only. */
  | 'CODE'
  /** The offering, the name of the customer, and the place. */
  | 'NAME';

/** A local date with windows of its own. */
export type CalendarExceptionInput = {
  /** The date. */
  date: string;
  /** None over another; empty when closed. */
  windows: Array<BusinessWindowInput>;
};

/** Where an artisan keeps calendars. */
export type CalendarProvider =
  /** A CalDAV server, of Apple or others, with an app password. */
  | 'CALDAV'
  /** Google Calendar. */
  | 'GOOGLE'
  /** The secret address of a file, which is only read. */
  | 'ICS'
  /** Outlook and Microsoft 365. */
  | 'MICROSOFT';

/** An appointment that is given up. */
export type CancelBookingInput = {
  /** Instead of the code, its identifier: for the account that booked, its artisan, and admins. */
  bookingId?: string | null | undefined;
  /** Its code, whatever its case, blanks and dash; alone, for the account that booked. */
  code?: string | null | undefined;
  /** With the code instead of the token, the address it was booked with. */
  email?: string | null | undefined;
  /** Why, at most 1,000 characters: the other side may read it. */
  reason?: string | null | undefined;
  /** With the code, the token of its link. */
  token?: string | null | undefined;
};

/** Appointments that are given up. */
export type CancelBookingsInput = {
  /** Which ones, 1 to 100, each once. */
  bookingIds: Array<string>;
  /** Why, as each customer reads it, at most 1,000 characters. */
  reason?: string | null | undefined;
};

/** The waiting job to cancel. */
export type CancelJobInput = {
  /** The job. */
  jobId: string;
};

/** The order to give up. */
export type CancelOrderInput = {
  /** Words for the team, at most 2,000 characters. */
  note?: string | null | undefined;
  /** The order. */
  orderId: string;
  /** Why; needed for a paid order. Not one that only the application gives. */
  reason?: CancellationReason | null | undefined;
  /** What goes back to the customer of a paid order: what `cancellationTerms` says, unless you give more. */
  refund?: MoneyInput | null | undefined;
};

/** A restore to end. */
export type CancelRestoreInput = {
  /** The restore. */
  runId: string;
};

/** The upload to give up. */
export type CancelUploadInput = {
  /** The upload. */
  uploadId: string;
};

/** Why an order was given up. */
export type CancellationReason =
  /** Its customer had themself erased. Given by the application alone. */
  | 'CUSTOMER_ERASED'
  /** The customer wished it. */
  | 'CUSTOMER_REQUEST'
  /** The payer’s bank took its money. Given by the application alone. */
  | 'DISPUTE_LOST'
  /** It was placed twice. */
  | 'DUPLICATE'
  /** It was placed in bad faith. */
  | 'FRAUD'
  /** The work cannot be done, as on a text that cannot be read. */
  | 'NOT_FEASIBLE'
  /** Nobody can proofread it in time. */
  | 'NO_PROOFREADER'
  /** Another reason: see the note. */
  | 'OTHER'
  /** All of its money went back. Given by the application alone. */
  | 'REFUNDED'
  /** It was never paid. Given by the application alone. */
  | 'UNPAID'
  /** The customer withdrew from the contract. */
  | 'WITHDRAWAL';

/** How much of a deposit comes back to a customer who cancels in time. */
export type CancellationTierInput = {
  /** So many elapsed hours before the start, or earlier: 0 to 8,760. */
  hoursBefore: number;
  /** So much of the deposit comes back, 0 to 100 percent. */
  refundPercent: number;
};

/** Which canned reply. */
export type CannedReplyInput = {
  /** The canned reply. */
  id: string;
};

/** A payment whose amount is held on the card. */
export type CapturePaymentInput = {
  /** The payment. */
  paymentId: string;
};

/** When the amount of a payment is taken. */
export type CaptureTime =
  /** It is held on the card first, and taken or released later. */
  | 'LATER'
  /** As soon as its payer confirms. */
  | 'NOW';

/** A new password, and the present one as proof. */
export type ChangePasswordInput = {
  /** The present password. */
  currentPassword: string;
  /** The new password; the rules are those of register. */
  password: string;
};

/** The plan to change to. */
export type ChangePlanInput = {
  /** What it is paid in. Asked only of a plan that costs nothing now; one that is paid keeps its currency. */
  currency?: Currency | null | undefined;
  /** How long its periods are: as now unless said, a month where nothing is paid now. A dearer plan keeps the interval until the period ends. */
  interval?: PlanInterval | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The code of the plan: PRO. */
  plan: string;
};

/** What changes of the seller, from a day on. What is absent stays; null empties what may be empty. */
export type ChangeSellerInput = {
  /** When a sale counts in the accounts. */
  accountingBasis?: AccountingBasis | null | undefined;
  /** Accounts that exports write to. */
  accounts?: AccountNumbersInput | null | undefined;
  /** Street and what else stands before the postcode: one to four lines. */
  addressLines?: Array<string> | null | undefined;
  /** Code of the bank; null to print none. */
  bic?: string | null | undefined;
  /** Capital in cents; null for a business without one. */
  capitalCents?: number | null | undefined;
  /** City. */
  city?: string | null | undefined;
  /** Country, by ISO 3166-1: FR. */
  country?: string | null | undefined;
  /** About early payment, in English; null for the usual words. */
  discountTextEn?: string | null | undefined;
  /** About early payment, in French; null for the usual words. */
  discountTextFr?: string | null | undefined;
  /** Where e-invoices reach the business: its SIREN, alone or with what it added. Null: by SIREN. */
  electronicAddress?: string | null | undefined;
  /** E-mail address on invoices. */
  email?: string | null | undefined;
  /** The last day of the fiscal year, as month and day: 12-31. */
  fiscalYearEnd?: string | null | undefined;
  /** Account that transfers go to, with or without blanks; null to print none. */
  iban?: string | null | undefined;
  /** Legal form: EI, SAS. */
  legalForm?: string | null | undefined;
  /** Name of the business. */
  name?: string | null | undefined;
  /** Days between issue and due date, between businesses: 0 to 60. */
  paymentTermDays?: number | null | undefined;
  /** About late payment, in English; null for the usual words. */
  penaltyTextEn?: string | null | undefined;
  /** About late payment, in French; null for the usual words. */
  penaltyTextFr?: string | null | undefined;
  /** Phone number on invoices, as +33612345678; null to print none. */
  phone?: string | null | undefined;
  /** Postcode. */
  postcode?: string | null | undefined;
  /** Entry in a register; null when there is none. */
  register?: string | null | undefined;
  /** Number of the business: nine digits, with or without blanks. */
  siren?: string | null | undefined;
  /** Number of the establishment: fourteen digits that begin with the SIREN. */
  siret?: string | null | undefined;
  /** The first day of the new version in the seller’s time zone, today or later; default today. */
  validFrom?: string | null | undefined;
  /** VAT number; null for a business that has none. */
  vatNumber?: string | null | undefined;
  /** Is VAT owed when invoiced rather than when paid? */
  vatOnDebits?: boolean | null | undefined;
  /** How often VAT is declared; FRANCHISE under that regime, and only there. */
  vatPeriod?: VatPeriod | null | undefined;
  /** Whether VAT is charged, from the first day of the version on. */
  vatRegime?: VatRegime | null | undefined;
};

/** Another logo on invoices and quotes, or none. */
export type ChangeSellerLogoInput = {
  /** A PNG or a JPEG of at most 512 KiB and 1500 pixels on a side; it is printed on white. Absent: no logo any more. */
  file?: FileToSend | null | undefined;
  /** The first day of its use: today, unless said, or later. */
  validFrom?: string | null | undefined;
};

/** What is chosen of a connection; what is absent stays. */
export type ChooseCalendarsInput = {
  /** Its calendars, at most 50. */
  calendars: Array<CalendarChoiceInput>;
  /** The connection. */
  connectionId: string;
  /** Are the titles of its events kept? */
  keepsTitles?: boolean | null | undefined;
};

/** The plan that is chosen. */
export type ChoosePlanInput = {
  /** What it is paid in. */
  currency: Currency;
  /** How long its periods are. */
  interval: PlanInterval;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The code of the plan: PRO. */
  plan: string;
};

/** A document to close. */
export type CloseDocumentInput = {
  /** The document. */
  documentId: string;
  /** The day on which what its time counts from took place: today, or before. */
  on: string;
};

/** The order that was talked about. */
export type CloseOrderConsultationInput = {
  /** The order. */
  orderId: string;
};

/** Which ticket, and how content you are. */
export type CloseTicketInput = {
  /** What you want to say of it, at most 2,000 characters. */
  comment?: string | null | undefined;
  /** 1 to 5. */
  satisfaction?: number | null | undefined;
  /** The ticket. */
  ticketId: string;
};

/** A cancellation or a move that was asked for with an address. */
export type ConfirmBookingChangeInput = {
  /** Why, of a cancellation, at most 1,000 characters. */
  reason?: string | null | undefined;
  /** The token of the link in the mail. */
  token: string;
};

/** What moves an account to another address. */
export type ConfirmEmailChangeInput = {
  /** The token in the link of the mail to the new address. */
  token: string;
};

/** The mailed proof of an address. */
export type ConfirmIdentityInput = {
  /** The proof that this browser has kept since the OAuth flow began. */
  proof: string;
  /** The token in the link of the mail. */
  token: string;
};

/** The first code of a new factor. */
export type ConfirmTwoFactorInput = {
  /** The code that the app shows or that was sent. */
  code: string;
  /** Which factor. */
  method: TwoFactorMethod;
};

/** An account to connect: for CALDAV and ICS with what opens it. */
export type ConnectCalendarInput = {
  /** The artisan. */
  artisanId: string;
  /** Are the titles of its events kept, for you and admins? */
  keepsTitles?: boolean;
  /** An app password, for CALDAV. */
  password?: string | null | undefined;
  /** Where. */
  provider: CalendarProvider;
  /** The address of the server, for CALDAV. */
  server?: string | null | undefined;
  /** The secret address of the file, for ICS. */
  url?: string | null | undefined;
  /** The user there, for CALDAV. */
  user?: string | null | undefined;
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

/** What is answered to a request for a consultation. */
export type ConsultationAction =
  /** It takes place then. */
  | 'APPROVE'
  /** It does not take place. */
  | 'DECLINE'
  /** Not then: the customer chooses from other times. */
  | 'PROPOSE';

/** Which conversations; what is absent does not matter. */
export type ConversationFilterInput = {
  /** Those that this admin looks after. */
  assigneeId?: string | null | undefined;
  /** Those that you archived, or those that you did not. */
  isArchived?: boolean | null | undefined;
  /** Those that you pinned, or those that you did not. */
  isPinned?: boolean | null | undefined;
  /** Those that stand here. */
  status?: ConversationStatus | null | undefined;
};

/** Which conversation. */
export type ConversationInput = {
  /** Conversation. */
  conversationId: string;
};

/** A person and a conversation. */
export type ConversationPersonInput = {
  /** Conversation. */
  conversationId: string;
  /** The person. */
  userId: string;
};

/** How to order conversations. */
export type ConversationSort =
  /** By lastMessageAt, the first, smallest or oldest at the beginning. */
  | 'LAST_MESSAGE_AT_ASC'
  /** By lastMessageAt, the last, largest or newest at the beginning. */
  | 'LAST_MESSAGE_AT_DESC'
  /** By subject, the first, smallest or oldest at the beginning. */
  | 'SUBJECT_ASC'
  /** By subject, the last, largest or newest at the beginning. */
  | 'SUBJECT_DESC';

/** Whose turn it is in a conversation. */
export type ConversationStatus =
  /** Nobody’s, until the team opens it again. */
  | 'CLOSED'
  /** The team’s. */
  | 'OPEN'
  /** Theirs whom the conversation serves: the team wrote last. */
  | 'WAITING';

/** A notification from the admins to many users. */
export type CreateAdminNotificationInput = {
  /** A path in the front-end, beginning with one slash. */
  actionUrl?: string | null | undefined;
  /** The recipients. */
  audience: NotificationAudience;
  /** Shown until then; without an end by default. */
  expiresAt?: string | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The text, 1 to 5,000 characters. */
  message: string;
  /** Its priority; NORMAL by default. */
  priority?: Priority | null | undefined;
  /** One line, 1 to 255 characters. */
  title: string;
  /** Its subject; INFO by default. */
  type?: NotificationType | null | undefined;
};

/** A token to make. */
export type CreateApiTokenInput = {
  /** Days until it ends, 1 to 365. */
  expiresInDays?: number;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What it is for, 1 to 80 characters. */
  name: string;
  /** The permissions it gets: those of docs/permissions.md that programs may have. */
  scopes: Array<string>;
  /** For which account. */
  serviceAccountId: string;
};

/** A new artisan, whom nobody sees before they are published. */
export type CreateArtisanInput = {
  /** What they say about themself, at most 5,000 characters. */
  bio?: string | null | undefined;
  /** Their country, ISO 3166-1. FR unless given. */
  country?: string | null | undefined;
  /** Minutes kept free around an appointment at the customer’s, beside the buffers, 0 to 240. 30 unless given. */
  defaultTravelMinutes?: number | null | undefined;
  /** The name that they show, 2 to 255 characters. */
  displayName: string;
  /** Where mails about bookings go, at most 255 characters. */
  email: string;
  /** Whose public holidays close; those of metropolitan France unless given. */
  holidayRegion?: HolidayRegion | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Their phone number, national forms read by their country. */
  phone?: string | null | undefined;
  /** Where they receive, at most 500 characters. */
  place?: string | null | undefined;
  /** From this minute of the local day on, customers are sent nothing: 0 to 1440. 1200 unless given. */
  quietFromMinute?: number | null | undefined;
  /** Until this minute of the local day, 0 to 1440. 480 unless given. */
  quietUntilMinute?: number | null | undefined;
  /** Their part of addresses of the web, 3 to 60 of `a-z0-9-`; no other artisan has it. */
  slug: string;
  /** Their time zone, such as Europe/Paris. Europe/Paris unless given. */
  timeZone?: string | null | undefined;
  /** The account: an artisan, a proofreader or an admin who is not one yet. */
  userId: string;
};

/** A backup to make. */
export type CreateBackupInput = {
  /** A name: then it is kept until somebody deletes it. */
  label?: string | null | undefined;
  /** The number of the target in BACKUP_TARGETS, from 1. */
  target?: number;
};

/** An appointment that is to be made, with an account or without. */
export type CreateBookingInput = {
  /** Their answers to the questions of the offering. */
  answers?: Array<BookingAnswerInput> | null | undefined;
  /** Whom it is with; any artisan of the offering unless said. */
  artisanId?: string | null | undefined;
  /** Who comes. */
  customer: BookingCustomerInput;
  /** Instead of the instant, the date on the calendar of the artisan: `2026-12-24`. */
  date?: string | null | undefined;
  /** The token of the time that `holdSlot` kept for it. */
  holdToken?: string | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Language to write to them in. */
  locale?: Locale;
  /** What they add, at most 2,000 characters. */
  note?: string | null | undefined;
  /** How they want to hear of it; by mail unless said. */
  notifications?: BookingNotificationsInput | null | undefined;
  /** The offering, from `offerings`. */
  offeringId: string;
  /** How many people come, 1 to 200; one unless said. */
  partySize?: number | null | undefined;
  /** How a deposit is paid; in a form unless said. */
  paymentBy?: PaymentBy | null | undefined;
  /** Their address, at most 500 characters, where the artisan comes to them. */
  place?: string | null | undefined;
  /** When it begins, from `availability`. */
  startsAt?: string | null | undefined;
  /** The version of the terms of sale that they were shown and accept. */
  termsVersion: string;
  /** With the date, the time on the clock of the artisan: `18:30`. */
  time?: string | null | undefined;
  /** Their time zone, such as Europe/Paris; the artisan’s unless said. */
  timeZone?: string | null | undefined;
};

/** A cabinet to be made. */
export type CreateCabinetInput = {
  /** Its colour. Grey unless given. */
  colour?: CabinetColour | null | undefined;
  /** What it is for, at most 2,000 characters. */
  description?: string | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Its name, 1 to 120 characters. */
  name: string;
  /** How many days its trash keeps a document, 1 to 365. 30 unless given. */
  trashDays?: number | null | undefined;
};

/** An answer to keep ready. */
export type CreateCannedReplyInput = {
  /** Its text, 1 to 10,000 characters, with `{{firstName}}`, `{{reference}}` and `{{title}}` and no others. */
  content: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Its language. */
  locale: Locale;
  /** What the team calls it, 1 to 100 characters; one of each name and language. */
  name: string;
};

/** What to pay for. */
export type CreateCheckoutSessionInput = {
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /**
   * The order.
   * @deprecated Goes on 2027-06-30: give subject.
   */
  orderId?: string | null | undefined;
  /** Your order, or an invoice that was issued to you before it is paid. Either this or orderId; this counts. */
  subject?: SubjectInput | null | undefined;
};

/** A time without appointments: local dates, the last one with it, or instants. */
export type CreateClosureInput = {
  /** The artisan. */
  artisanId: string;
  /** When it begins; instead of dates. */
  fromAt?: string | null | undefined;
  /** The first date. */
  fromOn?: string | null | undefined;
  /** Whether it comes back on the same dates every year. */
  isYearly?: boolean;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Why, at most 255 characters; customers do not read it. */
  reason?: string | null | undefined;
  /** When it ends; instead of dates. */
  untilAt?: string | null | undefined;
  /** The last date. */
  untilOn?: string | null | undefined;
};

/** A word that documents of a cabinet are filed under. */
export type CreateCorrespondentInput = {
  /** The cabinet. */
  cabinetId: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The name, 1 to 120 characters; for a tag 60. */
  name: string;
};

/** A field to be made, 30 at most in a cabinet. */
export type CreateCustomFieldInput = {
  /** The cabinet. */
  cabinetId: string;
  /** The values of a CHOICE, 1 to 50 of at most 60 characters. */
  choices?: Array<string> | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What it takes. */
  kind: CustomFieldKind;
  /** Its name, 1 to 60 characters. */
  name: string;
};

/** A type of documents to be made. */
export type CreateDocumentTypeInput = {
  /** The cabinet. */
  cabinetId: string;
  /** The law that asks for it, at most 255 characters. */
  ground?: string | null | undefined;
  /** How many months such a document is kept, 1 to 1,200; null for no time. */
  keepMonths?: number | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The name, 1 to 120 characters; for a tag 60. */
  name: string;
  /** What that counts from. The date of the document unless given. */
  since?: KeepingStart | null | undefined;
  /** What comes after it. REVIEW unless given. */
  then?: KeepingEnd | null | undefined;
};

/** A family of questions. */
export type CreateFaqCategoryInput = {
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Its name, 1 to 100 characters; no other one has it. */
  name: string;
};

/** A question and its answer: plain text. */
export type CreateFaqEntryInput = {
  /** The answer, 1 to 10,000 characters, without markup. */
  answer: string;
  /** The name of a category that there is. */
  category: string;
  /** Further details: at most 10,000 characters, without markup. */
  details?: string | null | undefined;
  /** Shown to everyone unless said. */
  isVisible?: boolean | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The question, 1 to 500 characters; no other entry asks it. */
  question: string;
};

/** An address of bookings that is to be made. */
export type CreateFeedLinkInput = {
  /** The artisan. */
  artisanId: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What it says. */
  kind: FeedKind;
};

/** A folder to be made. */
export type CreateFolderInput = {
  /** The cabinet. */
  cabinetId: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Its name, 1 to 255 bytes. */
  name: string;
  /** The folder it is made in; the top of the cabinet unless given. */
  parentId?: string | null | undefined;
};

/** A draft of an invoice. */
export type CreateInvoiceDraftInput = {
  /** Whom it is for: a person with an account. This or `person`. */
  buyerId?: string | null | undefined;
  /** The currency of all amounts. */
  currency?: Currency;
  /** Taken off the whole, after the discounts of the lines. */
  discount?: DiscountInput | null | undefined;
  /** When it is to be paid: not before it is issued, and for a business within 60 days. Absent: by the seller’s terms. */
  dueOn?: string | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What it becomes; an invoice unless said. */
  kind?: InvoiceDraftKind | null | undefined;
  /** What is sold: 1 to 200 lines. */
  lines: Array<SoldLineInput>;
  /** Free words, printed under the totals: at most 1000 characters. */
  notes?: string | null | undefined;
  /** What is sold; services unless said. */
  operation?: Operation | null | undefined;
  /** Whom it is for: a person without an account. This or `buyerId`. */
  person?: PersonWithoutAccountInput | null | undefined;
  /** What the prices are; without VAT unless said. */
  prices?: PriceBasis | null | undefined;
  /** The buyer’s reference of this purchase. */
  purchaseOrder?: string | null | undefined;
  /** What it is for: an order of the buyer, or an earlier invoice of the same sale, such as its first deposit. Absent: a free invoice. */
  subject?: SubjectInput | null | undefined;
  /** When the work was done. */
  suppliedOn?: string | null | undefined;
};

/** What can be booked of artisans, from now on. */
export type CreateOfferingInput = {
  /** How long a request waits for an answer, 1 to 720 hours. 48 unless given. */
  approvalHours?: number | null | undefined;
  /** Who gives it, 1 to 20. */
  artisanIds: Array<string>;
  /** Whom a booking is with. The artisan whom the customer chose unless given. */
  assignment?: AssignmentKind | null | undefined;
  /** Minutes kept free after it, 0 to 240, a multiple of 5. None unless given. */
  bufferAfterMinutes?: number | null | undefined;
  /** Minutes kept free before it, 0 to 240, a multiple of 5. None unless given. */
  bufferBeforeMinutes?: number | null | undefined;
  /** What comes back of a deposit, at most 10. 48 hours 100 %, 24 hours 50 % unless given. */
  cancellationTiers?: Array<CancellationTierInput> | null | undefined;
  /** How many people come at most with one booking, 1 to 200. 1 unless given. */
  capacity?: number | null | undefined;
  /** Currency of its price. EUR unless given. */
  currency?: Currency | null | undefined;
  /** Share of the price that is paid when it is booked, 0 to 100, two decimals. A deposit of 1 to 49 cents is refused. Nothing unless given. */
  depositPercent?: number | null | undefined;
  /** What it is, at most 5,000 characters. */
  description?: string | null | undefined;
  /** How long it lasts, at most 720 minutes: a multiple of BOOKING_STEP_MINUTES. */
  durationMinutes: number;
  /** How many days ahead it is bookable, 1 to 365. One of the two horizons. 60 unless given. */
  horizonDays?: number | null | undefined;
  /** How many working days ahead it is bookable, 1 to 250. One of the two horizons. */
  horizonWorkingDays?: number | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Where it takes place. At the artisan’s unless given. */
  locationKind?: LocationKind | null | undefined;
  /** How many are booked at most on a local day of the artisan, 1 to 100. No limit unless given. */
  maxPerDay?: number | null | undefined;
  /** How often a customer may move it, 0 to 20. 2 unless given. */
  maxReschedules?: number | null | undefined;
  /** Its name, 2 to 255 characters. */
  name: string;
  /** How long before its start it is bookable, 0 to 43,200 minutes. 120 unless given. */
  noticeMinutes?: number | null | undefined;
  /** The address, or the link of one that is online, at most 500 characters. */
  place?: string | null | undefined;
  /** Its place among the others, from 0. The last unless given. */
  position?: number | null | undefined;
  /** What it costs in whole minor units, VAT included, 0 to 100,000,000. */
  priceCents: number;
  /** What customers are asked, at most 10. */
  questions?: Array<OfferingQuestionInput> | null | undefined;
  /** Reminders beside that of the evening before, at most 5. */
  reminders?: Array<ReminderRuleInput> | null | undefined;
  /** Whether the artisan says yes to each booking. */
  requiresApproval?: boolean | null | undefined;
  /** How long before its start a customer may move it, 0 to 43,200 minutes. 1,440 unless given. */
  rescheduleUntilMinutes?: number | null | undefined;
  /** Between the beginnings that are offered: 5 to 720 minutes, a multiple of 5. BOOKING_STEP_MINUTES unless given. */
  slotStepMinutes?: number | null | undefined;
};

/** An order for somebody. */
export type CreateOrderForInput = {
  /** The customer’s address. This or `customerId`. */
  customer?: OrderCustomerInput | null | undefined;
  /** The customer’s account. This or `customer`. */
  customerId?: string | null | undefined;
  /** Instructions of the customer, at most 16,383 characters. */
  customerNote?: string | null | undefined;
  /** Pages of 1,500 characters, 1 to 10,000; needed when the price is by the page. */
  declaredPages?: number | null | undefined;
  /** What the text is, at most 16,383 characters. */
  description?: string | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The service, from `priceItems`. This or `service`. */
  priceItemId?: string | null | undefined;
  /** How pressing it is; NORMAL unless said. */
  priority?: Priority | null | undefined;
  /** A quote to send for it; absent: the customer is mailed where to pay. */
  quote?: OrderQuoteInput | null | undefined;
  /** A service at a price of its own. This or `priceItemId`. */
  service?: FreeServiceInput | null | undefined;
  /** Title of the manuscript, 1 to 255 characters. */
  title: string;
};

/** A manuscript to be proofread. */
export type CreateOrderInput = {
  /** Instructions to the proofreader, at most 16,383 characters. */
  customerNote?: string | null | undefined;
  /** Pages of 1,500 characters, 1 to 10,000; needed when the price is by the page. */
  declaredPages?: number | null | undefined;
  /** What the text is, at most 16,383 characters. */
  description?: string | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The service, from `priceItems`. */
  priceItemId: string;
  /** How pressing it is; NORMAL unless said. */
  priority?: Priority | null | undefined;
  /** Title of the manuscript, 1 to 255 characters. */
  title: string;
};

/** A page. */
export type CreatePageInput = {
  /** Family of pages: at most 100 characters. Counts at once. */
  category?: string | null | undefined;
  /** The text: what fits into a request, 100 KiB. A longer one, up to a mebibyte, is sent as `file`. */
  content?: string | null | undefined;
  /** Summary in a sentence: at most 1000 characters. */
  excerpt?: string | null | undefined;
  /** The text as a file in UTF-8, in place of `content`. */
  file?: FileToSend | null | undefined;
  /** The form of the text; HTML unless said. */
  format?: PageFormat | null | undefined;
  /** Is it listed, and in the site map? Counts at once. */
  isPublic?: boolean | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** For search engines. */
  meta?: PageMetaInput | null | undefined;
  /** What was changed, in a few words: at most 500 characters. */
  note?: string | null | undefined;
  /** Is it only for whoever is signed in? Counts at once. */
  requireAuth?: boolean | null | undefined;
  /** Name in addresses: small letters and digits, parted by single hyphens, at most 100 characters. */
  slug: string;
  /** Words that it is found under: at most 20, of 50 characters each; several in one, parted by commas, count as so many. Counts at once. */
  tags?: Array<string> | null | undefined;
  /** Title, 1 to 255 characters. */
  title: string;
  /** What it is for. Counts at once. */
  type?: PageType | null | undefined;
};

/** What to pay for in a form of your own page. */
export type CreatePaymentIntentInput = {
  /** When the amount is taken. */
  capture?: CaptureTime;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Whether the payer wants the card to be saved. */
  savePaymentMethod?: boolean;
  /** What to pay for. */
  subject: SubjectInput;
};

/** A new service of the price list. */
export type CreatePriceItemInput = {
  /** Currency of its amounts. */
  currency?: Currency;
  /** What it includes, at most 2,000 characters. */
  description: string;
  /** Usual time it takes, as text, at most 100 characters. */
  estimatedDuration?: string | null | undefined;
  /** Whether it is offered at once. */
  isActive?: boolean;
  /** To be shown first. */
  isFeatured?: boolean;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The least that an order costs, in whole minor units, VAT included: 1 to 1,000,000,000; null for none. */
  minimumCents?: number | null | undefined;
  /** Its name, at most 100 characters; no other item has it. */
  name: string;
  /** Price of one unit, in whole minor units, VAT included: 1 to 1,000,000,000. */
  priceCents: number;
  /** Time of an urgent order in working days, 1 to 365; null: nothing is promised. No more than the usual time. */
  rushWorkingDays?: number | null | undefined;
  /** Family of services, at most 100 characters. */
  serviceType: string;
  /** Time to the delivery in working days, 1 to 365; null: nothing is promised. */
  turnaroundWorkingDays?: number | null | undefined;
  /** What the price buys. */
  unit: PriceUnit;
  /** Offered from this instant on; null: at once. */
  validFrom?: string | null | undefined;
};

/** A quote. */
export type CreateQuoteInput = {
  /** Whom it is for: a person with an account. This or `person`. */
  buyerId?: string | null | undefined;
  /** The currency of all amounts. */
  currency?: Currency;
  /** The deposit in percent, 1 to 100: with DEPOSIT, and only there. */
  depositPercent?: number | null | undefined;
  /** Taken off the whole, after the discounts of the lines. */
  discount?: DiscountInput | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What is sold: 1 to 200 lines. */
  lines: Array<SoldLineInput>;
  /** Free words, printed under the totals: at most 1000 characters. */
  notes?: string | null | undefined;
  /** What accepting it does. */
  onAcceptance: AcceptanceEffect;
  /** What is sold; services unless said. */
  operation?: Operation | null | undefined;
  /** Whom it is for: a person without an account. This or `buyerId`. */
  person?: PersonWithoutAccountInput | null | undefined;
  /** What the prices are; without VAT unless said. */
  prices?: PriceBasis | null | undefined;
  /** The buyer’s reference of this purchase. */
  purchaseOrder?: string | null | undefined;
  /** What it is for: an order of the buyer, or an earlier invoice of the same sale. Absent: a quote of its own. */
  subject?: SubjectInput | null | undefined;
  /** The last day on which it can be accepted: today or later. */
  validUntil: string;
};

/** A program to make an account for. */
export type CreateServiceAccountInput = {
  /** What it does. */
  description?: string | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What people call it, 1 to 80 characters; no other has this name. */
  name: string;
};

/** An appointment that is made for somebody who called. */
export type CreateStaffBookingInput = {
  /** Their answers; none unless given. */
  answers?: Array<BookingAnswerInput> | null | undefined;
  /** Whom it is with. */
  artisanId: string;
  /** Who comes. */
  customer: BookingCustomerInput;
  /** Instead of the instant, the date on the calendar of the artisan: `2026-12-24`. */
  date?: string | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Language to write to them in. */
  locale?: Locale;
  /** What they add, at most 2,000 characters. */
  note?: string | null | undefined;
  /** The offering. */
  offeringId: string;
  /** Also when the artisan is closed, or the day is full; never over something. */
  override?: boolean;
  /** How many people come, 1 to 200; one unless said. */
  partySize?: number | null | undefined;
  /** Their address, at most 500 characters, where the artisan comes to them. */
  place?: string | null | undefined;
  /** A note that the customer does not see, at most 2,000 characters. */
  staffNote?: string | null | undefined;
  /** When it begins: any five minutes. */
  startsAt?: string | null | undefined;
  /** With the date, the time on the clock of the artisan: `18:30`. */
  time?: string | null | undefined;
};

/** A tag to be made. */
export type CreateTagInput = {
  /** The cabinet. */
  cabinetId: string;
  /** Its colour. Grey unless given. */
  colour?: CabinetColour | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The name, 1 to 120 characters; for a tag 60. */
  name: string;
};

/** Something for the team to resolve, that somebody asked for elsewhere. */
export type CreateTicketForInput = {
  /** GENERAL unless said. */
  category?: TicketCategory | null | undefined;
  /** What happens, 1 to 10,000 characters. */
  description: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The order that it is about. */
  orderId?: string | null | undefined;
  /** NORMAL unless said. */
  priority?: TicketPriority | null | undefined;
  /** How it came; INTERNAL unless said. */
  source?: TicketSource | null | undefined;
  /** What it is about, 1 to 255 characters. */
  title: string;
  /** Who asks. */
  userId: string;
};

/** Something for the team to resolve. */
export type CreateTicketInput = {
  /** GENERAL unless said. */
  category?: TicketCategory | null | undefined;
  /** What happens, 1 to 10,000 characters. */
  description: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The order that it is about. */
  orderId?: string | null | undefined;
  /** NORMAL unless said. */
  priority?: TicketPriority | null | undefined;
  /** What it is about, 1 to 255 characters. */
  title: string;
};

/** Somebody to invite. */
export type CreateUserInput = {
  /** Where the invitation is sent; it proves the address. */
  email: string;
  /** First name, 1 to 50 characters. */
  firstName: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Last name, 1 to 50 characters. */
  lastName: string;
  /** Language to write to them in. */
  locale?: Locale;
  /** What they will be. */
  role: UserRole;
};

/** What is credited of which invoice, and why. One of whole, lines and amount. */
export type CreditInvoiceInput = {
  /** So much, VAT included, shared over the rates by what is left of each. */
  amount?: MoneyInput | null | undefined;
  /** The invoice. */
  invoiceId: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** These lines. */
  lines?: Array<CreditedLineInput> | null | undefined;
  /** Why. */
  reason: RefundReason;
  /** Whether the buyer gets back what they have paid and no longer owe. Where nothing was paid, the balance is lowered only. */
  refund: boolean;
  /** True: all that is left. */
  whole?: boolean | null | undefined;
};

/** So much of one line of an invoice. */
export type CreditedLineInput = {
  /** How much, VAT included; the whole line unless said. */
  amount?: MoneyInput | null | undefined;
  /** The line. */
  lineId: string;
};

/** ISO 4217 currency. */
export type Currency =
  | 'EUR'
  | 'XOF';

/** What a custom field takes. */
export type CustomFieldKind =
  | 'BOOLEAN'
  | 'CHOICE'
  | 'DATE'
  | 'MONEY'
  | 'NUMBER'
  | 'TEXT';

/** A value for a custom field. */
export type CustomValueInput = {
  /** The field. */
  fieldId: string;
  /** The value as text: a date is local, an amount in minor units. Null takes it away. */
  value?: string | null | undefined;
};

/** A window of a local day; a night is two of them. */
export type DayWindowInput = {
  /** Where it ends, after its beginning, a multiple of 5; 1440 is midnight. */
  endMinute: number;
  /** Where it begins, in minutes of the local day, a multiple of 5: 540 is 9:00. */
  startMinute: number;
};

/** Which review. */
export type DecideReviewInput = {
  /** The review. */
  id: string;
};

/** The order that you give back. */
export type DeclineAssignmentInput = {
  /** The order. */
  orderId: string;
  /** Why, as the admins read it, 1 to 2,000 characters. */
  reason: string;
};

/** A request that is answered with no. */
export type DeclineBookingInput = {
  /** The appointment that was asked for. */
  bookingId: string;
  /** What the customer reads, at most 1,000 characters. */
  reason?: string | null | undefined;
};

/** A backup to delete. */
export type DeleteBackupInput = {
  /** The backup. */
  backupId: string;
};

/** A closure. */
export type DeleteClosureInput = {
  /** The closure. */
  id: string;
};

/** Which field. */
export type DeleteCustomFieldInput = {
  /** The field. */
  id: string;
};

/** The file to delete. */
export type DeleteFileInput = {
  /** File. */
  fileId: string;
};

/** A message to take back. */
export type DeleteMessageInput = {
  /** The message. */
  messageId: string;
  /** Why, 1 to 500 characters: asked of an admin who deletes what somebody else wrote. */
  reason?: string | null | undefined;
};

/** The notification to dismiss. */
export type DeleteNotificationInput = {
  /** Notification. */
  id: string;
};

/** The order that goes. */
export type DeleteOrderInput = {
  /** The order. */
  orderId: string;
};

/** The account to erase, and why. */
export type DeleteUserInput = {
  /** Why: ASKED_OTHERWISE, UNUSED, MISUSE or OTHER. The person is notified. */
  reason: ErasureReason;
  /** Whose; look at `userDeletionPreview` first. */
  userId: string;
};

/** The order whose work is done. */
export type DeliverOrderInput = {
  /** What the customer should know, at most 10,000 characters. */
  note?: string | null | undefined;
  /** The order. */
  orderId: string;
};

/** Where a delivery stands. */
export type DeliveryStatus =
  /** The customer accepted it. */
  | 'ACCEPTED'
  /** Nobody answered for fourteen days. */
  | 'ACCEPTED_BY_TIME'
  /** The customer asked for changes. */
  | 'CHANGES_REQUESTED'
  /** It waits for the customer’s answer. */
  | 'DELIVERED';

/** Where the deposit of an appointment stands, as its payment does. */
export type DepositStatus =
  /** Held on the card. */
  | 'AUTHORIZED'
  /** Paid. */
  | 'CAPTURED'
  /** It was not paid. */
  | 'FAILED'
  /** None is asked for. */
  | 'NONE'
  /** A part went back. */
  | 'PARTIALLY_REFUNDED'
  /** Not paid yet. */
  | 'PENDING'
  /** It went back. */
  | 'REFUNDED';

/** What a certificate of destruction is about. */
export type DestroyedKind =
  /** A cabinet; each of its documents has a certificate of its own. */
  | 'CABINET'
  /** A document, with all its versions. */
  | 'DOCUMENT';

/** How to order certificates. */
export type DestructionCertificateSort =
  /** By number, the first, smallest or oldest at the beginning. */
  | 'NUMBER_ASC'
  /** By number, the last, largest or newest at the beginning. */
  | 'NUMBER_DESC';

/** In which of two texts a block is. */
export type DifferenceKind =
  /** Only in the later one. */
  | 'ADDED'
  /** Only in the earlier one. */
  | 'REMOVED'
  /** In both. */
  | 'SAME';

/** How our books and the provider’s differ. */
export type DifferenceType =
  /** Another amount or currency. */
  | 'AMOUNT'
  /** The provider has it, we did not. */
  | 'MISSING_HERE'
  /** We have it, the provider does not. */
  | 'MISSING_THERE'
  /** Another status. */
  | 'STATE';

/** A second factor to take away. */
export type DisableTwoFactorInput = {
  /** Which factor. */
  method: TwoFactorMethod;
};

/** A connection to end. */
export type DisconnectCalendarInput = {
  /** The connection. */
  connectionId: string;
  /** Does the busy time that is known stay? */
  keepsBusyTime?: boolean;
};

/** What is taken off: so much, or a part. One of the two, with or without VAT as the prices are. */
export type DiscountInput = {
  /** So much, in the currency of the document. */
  amount?: MoneyInput | null | undefined;
  /** A part in basis points: 1000 is 10 %. 1 to 10000. */
  basisPoints?: number | null | undefined;
};

/** Which disputes; what is absent does not matter. */
export type DisputeFilterInput = {
  /** Known here since this instant or later. */
  from?: string | null | undefined;
  /** Of this payment. */
  paymentId?: string | null | undefined;
  /** Of payments by this person. */
  personId?: string | null | undefined;
  /** Of payments of this provider: STRIPE. */
  provider?: string | null | undefined;
  /** In this status. */
  status?: DisputeStatus | null | undefined;
  /** Of payments for this very thing, such as an order. */
  subjectId?: string | null | undefined;
  /** Known here before this instant. */
  to?: string | null | undefined;
};

/** How to order disputes. */
export type DisputeSort =
  /** By amount, the first, smallest or oldest at the beginning. */
  | 'AMOUNT_ASC'
  /** By amount, the last, largest or newest at the beginning. */
  | 'AMOUNT_DESC'
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Status of a dispute. */
export type DisputeStatus =
  /** The bank took the money: the invoice is owed again. It may still be won. */
  | 'LOST'
  /** The bank has not decided; the payment is not refunded meanwhile. */
  | 'OPEN'
  /** The money stays here. */
  | 'WON';

/** Which documents; all unless said. */
export type DocumentFilterInput = {
  /** From or to this correspondent. */
  correspondentId?: string | null | undefined;
  /** Dated this day or later. */
  from?: string | null | undefined;
  /** With this tag. */
  tagId?: string | null | undefined;
  /** Dated this day or before. */
  to?: string | null | undefined;
  /** Of this type. */
  typeId?: string | null | undefined;
};

/** Which document. */
export type DocumentIdInput = {
  /** The document. */
  id: string;
};

/** How to order documents. */
export type DocumentSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC'
  /** By documentDate, the first, smallest or oldest at the beginning. */
  | 'DOCUMENT_DATE_ASC'
  /** By documentDate, the last, largest or newest at the beginning. */
  | 'DOCUMENT_DATE_DESC'
  /** By size, the first, smallest or oldest at the beginning. */
  | 'SIZE_ASC'
  /** By size, the last, largest or newest at the beginning. */
  | 'SIZE_DESC'
  /** By title, the first, smallest or oldest at the beginning. */
  | 'TITLE_ASC'
  /** By title, the last, largest or newest at the beginning. */
  | 'TITLE_DESC'
  /** By type, the first, smallest or oldest at the beginning. */
  | 'TYPE_ASC'
  /** By type, the last, largest or newest at the beginning. */
  | 'TYPE_DESC'
  /** By updatedAt, the first, smallest or oldest at the beginning. */
  | 'UPDATED_AT_ASC'
  /** By updatedAt, the last, largest or newest at the beginning. */
  | 'UPDATED_AT_DESC';

/** How a document is. */
export type DocumentState =
  /** In its folder. */
  | 'ACTIVE'
  /** Nothing of its content, title or metadata is left. */
  | 'PURGED'
  /** In the trash, whole. */
  | 'TRASHED';

/** Which version. */
export type DocumentVersionInput = {
  /** The document. */
  documentId: string;
  /** The number of the version. */
  number: number;
};

/** How a restore for practice ended. */
export type DrillResult =
  /** `fault` says what was not as it must be. */
  | 'FAILED'
  /** Everything was there, and opened. */
  | 'PASSED'
  /** It waits, or is being done. */
  | 'RUNNING';

/** How to order documents whose time is over. */
export type DueDocumentSort =
  /** By dueAt, the first, smallest or oldest at the beginning. */
  | 'DUE_AT_ASC'
  /** By dueAt, the last, largest or newest at the beginning. */
  | 'DUE_AT_DESC';

/** What a message is to say instead. */
export type EditMessageInput = {
  /** The text, at most 20,000 characters; empty only when it has files. */
  content: string;
  /** A message that you sent less than 15 minutes ago. */
  messageId: string;
};

/** New words of a page; what is absent stays as it is, what is null is emptied. */
export type EditPageInput = {
  /** Family of pages: at most 100 characters. Counts at once. */
  category?: string | null | undefined;
  /** The text: what fits into a request, 100 KiB. A longer one, up to a mebibyte, is sent as `file`. */
  content?: string | null | undefined;
  /** Summary in a sentence: at most 1000 characters. */
  excerpt?: string | null | undefined;
  /** The text as a file in UTF-8, in place of `content`. */
  file?: FileToSend | null | undefined;
  /** The form of the text; HTML unless said. */
  format?: PageFormat | null | undefined;
  /** The page. */
  id: string;
  /** Is it listed, and in the site map? Counts at once. */
  isPublic?: boolean | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** For search engines. */
  meta?: PageMetaInput | null | undefined;
  /** What was changed, in a few words: at most 500 characters. */
  note?: string | null | undefined;
  /** Is it only for whoever is signed in? Counts at once. */
  requireAuth?: boolean | null | undefined;
  /** Name in addresses. The one it was published under leads to the new one from the publication on. */
  slug?: string | null | undefined;
  /** Words that it is found under: at most 20, of 50 characters each; several in one, parted by commas, count as so many. Counts at once. */
  tags?: Array<string> | null | undefined;
  /** Title, 1 to 255 characters. */
  title?: string | null | undefined;
  /** What it is for. Counts at once. */
  type?: PageType | null | undefined;
  /** Its version as it was read; CONFLICT when somebody changed it since. */
  version: number;
};

/** A trash to empty. */
export type EmptyTrashInput = {
  /** The cabinet. */
  cabinetId: string;
};

/** A second factor to begin. */
export type EnableTwoFactorInput = {
  /** Which factor. */
  method: TwoFactorMethod;
  /** The number that codes go to, as +33612345678; for SMS_OTP, and only for it. */
  phone?: string | null | undefined;
};

/** A limit, and until when it holds. */
export type EndThresholdLimitInput = {
  /** The limit. */
  id: string;
  /** The last day on which it holds. */
  validTo: string;
};

/** The proof that one reads the mail of an address, and why its data is to go. */
export type EraseCustomerInput = {
  /** Why: NO_LONGER_NEEDED, PRIVACY, DISSATISFIED or OTHER. */
  reason: ErasureReason;
  /** From the mailed link. */
  token: string;
};

/** The proof that it is oneself, for ERASURE, and why one leaves. Who has a password gives it, or a passkey; the others a passkey, a fresh sign-in at their provider, or a mailed code. */
export type EraseMyAccountInput = {
  /** For TOTP, EMAIL_OTP, SMS_OTP and RECOVERY_CODE: the code. */
  code?: string | null | undefined;
  /** For IDENTITY: the end of an OAuth flow that `oauthAuthorizeUrl` began for this purpose. */
  identity?: OauthFlowEndInput | null | undefined;
  /** What is shown; PASSWORD unless said, where a password is given. */
  method?: AuthenticationMethod | null | undefined;
  /** For PASSKEY: what the browser answered to `reauthenticationPasskeyOptions` (WebAuthn, AuthenticationResponseJSON). */
  passkey?: Record<string, unknown> | null | undefined;
  /** For PASSWORD. */
  password?: string | null | undefined;
  /** Why: NO_LONGER_NEEDED, PRIVACY, DISSATISFIED or OTHER. */
  reason: ErasureReason;
};

/** Who decided an erasure. */
export type ErasureDecider =
  /** An admin. */
  | 'ADMIN'
  /** The person concerned. */
  | 'PERSON';

/** What became of records. */
export type ErasureFate =
  /** They are gone. */
  | 'DESTROYED'
  /** They stay as they are, for the reason given. */
  | 'KEPT'
  /** They stay without anything that identifies the person. */
  | 'PSEUDONYMISED';

/** What keeps somebody from being erased. */
export type ErasureObstacle =
  | 'AGENDA_IN_USE'
  | 'BOOKING_TO_COME'
  | 'LAST_ADMIN'
  | 'LEGAL_HOLD'
  | 'ORDER_ASSIGNED'
  | 'ORDER_UNFINISHED'
  | 'PAYMENT_OPEN'
  | 'REFUND_DUE';

/** Why an account is erased: a choice, not a text, so that nothing about the person stays. */
export type ErasureReason =
  /** Said by an admin: the person asked for it by another way. */
  | 'ASKED_OTHERWISE'
  /** Said by the person. */
  | 'DISSATISFIED'
  /** Said by an admin: the conditions of use were not respected. */
  | 'MISUSE'
  /** Said by the person. */
  | 'NO_LONGER_NEEDED'
  /** Said by either. */
  | 'OTHER'
  /** Said by the person. */
  | 'PRIVACY'
  /** Said by an admin: the account is not used. */
  | 'UNUSED';

/** What can be refused, and why: the `code` in the extensions of an error. */
export type ErrorCode =
  /** The verified number of pages changes the price: accept it before you pay. */
  | 'ACCEPTANCE_REQUIRED'
  /** This action is not possible in the present state. */
  | 'ACTION_NOT_ALLOWED'
  /** The amount is too large for this way to pay. */
  | 'AMOUNT_TOO_LARGE'
  /** This amount is too small to be paid by card. */
  | 'AMOUNT_TOO_SMALL'
  /** Answer the required questions. */
  | 'ANSWER_REQUIRED'
  /** The limit is reached. */
  | 'ARCHIVE_LIMIT'
  /** This backup is damaged, and no whole copy was found. */
  | 'BACKUP_DAMAGED'
  /** This backup is protected: it cannot be deleted before the date given. */
  | 'BACKUP_PROTECTED'
  /** A backup is running: try again when it is done. */
  | 'BACKUP_RUNNING'
  /** The backup target does not respond: check that it is connected and can be written. */
  | 'BACKUP_TARGET_UNAVAILABLE'
  /** Complete your billing details first. */
  | 'BILLING_PROFILE_INCOMPLETE'
  /** There are still bookings to come. */
  | 'BOOKINGS_IN_THE_WAY'
  /** No booking matches. */
  | 'BOOKING_NOT_FOUND'
  /** This cabinet is archived: it can be read, and does not change. */
  | 'CABINET_ARCHIVED'
  /** This is the last manager of the cabinet: name another one first. */
  | 'CABINET_LAST_MANAGER'
  /** Documents of this cabinet must be kept. */
  | 'CABINET_NOT_EMPTY'
  /** This calendar refuses access: check the address, the user name or the permission. */
  | 'CALENDAR_REFUSED'
  /** This calendar does not respond at present: try again later. */
  | 'CALENDAR_UNREACHABLE'
  /** Your party is too large for this service. */
  | 'CAPACITY_EXCEEDED'
  /** The content received is not the one that was declared. */
  | 'CHECKSUM_MISMATCH'
  /** The clock of the server must be checked. */
  | 'CLOCK_IMPLAUSIBLE'
  /** This code is wrong or has expired. */
  | 'CODE_INVALID'
  /** This was just changed. Load it again. */
  | 'CONFLICT'
  /** Your consent is required. */
  | 'CONSENT_REQUIRED'
  /** This conversation is closed: open another one. */
  | 'CONVERSATION_CLOSED'
  /** Upload the corrected file first. */
  | 'CORRECTED_FILE_REQUIRED'
  /** Wrong e-mail address or password, or account not activated yet. */
  | 'CREDENTIALS_INVALID'
  /** That much is not left to be credited of this invoice. */
  | 'CREDIT_TOO_LARGE'
  /** This cursor is too old. */
  | 'CURSOR_EXPIRED'
  /** Demo data is made again only in a demo installation (DEMO_MODE=1), where everything is invented. */
  | 'DEMO_REFUSED'
  /** The deposits exceed what is invoiced: credit a deposit first. */
  | 'DEPOSIT_EXCEEDS_TOTAL'
  /** A deposit is nothing, or at least €0.50. */
  | 'DEPOSIT_TOO_SMALL'
  /** The GraphQL document is not valid. */
  | 'DOCUMENT_INVALID'
  /** This document is locked by someone else. */
  | 'DOCUMENT_LOCKED'
  /** The request asks for too much at once. */
  | 'DOCUMENT_TOO_COMPLEX'
  /** This account cannot be erased yet. */
  | 'ERASURE_BLOCKED'
  /** Your request for more time is already waiting for an answer. */
  | 'EXTENSION_PENDING'
  /** This calendar address is not accepted: give a public https address that leads to a calendar file. */
  | 'FEED_REFUSED'
  /** This figure does not exist yet: the period has not begun. */
  | 'FIGURE_UNAVAILABLE'
  /** This file is damaged. */
  | 'FILE_DAMAGED'
  /** A file is expected. */
  | 'FILE_MISSING'
  /** This file is too large. */
  | 'FILE_TOO_LARGE'
  /** This type of file is not accepted. */
  | 'FILE_TYPE_REFUSED'
  /** A folder cannot be put into itself or into what it contains. */
  | 'FOLDER_CYCLE'
  /** Folders are at most 20 levels deep. */
  | 'FOLDER_TOO_DEEP'
  /** You are not allowed to do this. */
  | 'FORBIDDEN'
  /** This form was sent too fast, too late or twice: reload it and try again. */
  | 'FORM_TICKET_INVALID'
  /** This order has expired: start it again, or write to us. */
  | 'GUEST_ORDER_EXPIRED'
  /** This time is no longer kept for you: choose it again. */
  | 'HOLD_EXPIRED'
  /** You already keep two times: release one first. */
  | 'HOLD_LIMIT'
  /** This server does not answer to this host name (PUBLIC_URL, TRUSTED_HOSTS). */
  | 'HOST_REFUSED'
  /** The address verified by this provider is not that of your account. */
  | 'IDENTITY_EMAIL_DIFFERS'
  /** This identity is already attached to another account. */
  | 'IDENTITY_TAKEN'
  /** Some values are not valid. */
  | 'INPUT_INVALID'
  /** An internal error occurred. */
  | 'INTERNAL'
  /** The invoice numbering must be checked. */
  | 'INVOICE_SERIES_BEHIND'
  /** The amounts of the invoice do not agree: it was not issued. */
  | 'INVOICE_TOTALS_WRONG'
  /** Data keys are still wrapped by this master key. */
  | 'KEY_IN_USE'
  /** A kept backup still needs this master key. */
  | 'KEY_NEEDED_BY_BACKUP'
  /** The key service does not answer. Try again in a few minutes. */
  | 'KEY_UNAVAILABLE'
  /** These shares of the emergency kit do not open it. */
  | 'KIT_INVALID'
  /** At least one active admin must remain. */
  | 'LAST_ADMIN'
  /** This must be kept for a legal reason. */
  | 'LEGAL_HOLD'
  /** This time comes twice, as clocks go back: say which one. */
  | 'LOCAL_TIME_AMBIGUOUS'
  /** There is no such time: clocks go forward in that night. */
  | 'LOCAL_TIME_INVALID'
  /** Write a message or attach a file. */
  | 'MESSAGE_EMPTY'
  /** A message can be edited within fifteen minutes after it was sent. */
  | 'MESSAGE_TOO_OLD'
  /** This address does not accept this HTTP method for this request. Send GraphQL requests by POST; GET is for queries only. */
  | 'METHOD_NOT_ALLOWED'
  /** This name is already taken in this place. */
  | 'NAME_TAKEN'
  /** You do not take part in this conversation. */
  | 'NOT_A_PARTICIPANT'
  /** This does not exist. */
  | 'NOT_FOUND'
  /** This service cannot be booked. */
  | 'OFFERING_UNAVAILABLE'
  /** This server runs registered operations only (REGISTERED_ONLY). */
  | 'OPERATION_NOT_REGISTERED'
  /** This order is already paid. */
  | 'ORDER_ALREADY_PAID'
  /** This order has a payment: it can be cancelled, not deleted. */
  | 'ORDER_HAS_PAYMENTS'
  /** Pages of this origin may not call this server (CORS_ORIGINS). */
  | 'ORIGIN_REFUSED'
  /** Give the number of pages. */
  | 'PAGES_REQUIRED'
  /** This page has nothing to publish: it has no text, or nothing has changed since. */
  | 'PAGE_NOT_PUBLISHABLE'
  /** This passkey is already registered. */
  | 'PASSKEY_KNOWN'
  /** This passkey was not accepted. */
  | 'PASSKEY_REFUSED'
  /** This password is wrong. */
  | 'PASSWORD_INCORRECT'
  /** This password is too easy to guess. */
  | 'PASSWORD_TOO_WEAK'
  /** The customer’s bank disputes this payment: it is not refunded while the dispute is open. */
  | 'PAYMENT_DISPUTED'
  /** A payment is already being checked: wait for its result before you make another one. */
  | 'PAYMENT_IN_DOUBT'
  /** Your plan is renewed by this card: pay it by another one, or cancel it, then remove the card. */
  | 'PAYMENT_METHOD_IN_USE'
  /** Payment is unavailable for the moment. */
  | 'PAYMENT_UNAVAILABLE'
  /** PersistedQueryNotFound */
  | 'PERSISTED_QUERY_NOT_FOUND'
  /** PersistedQueryNotSupported */
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  /** Give a mobile number to receive text messages. */
  | 'PHONE_NOT_MOBILE'
  /** Give the address of the appointment. */
  | 'PLACE_REQUIRED'
  /** You have a plan already: change it. */
  | 'PLAN_ALREADY_CHOSEN'
  /** This plan does not hold all that you use. */
  | 'PLAN_OVER_QUOTA'
  /** Your plan does not include this feature. */
  | 'PLAN_REQUIRED'
  /** This service was ordered: its unit and its currency no longer change. Create another one. */
  | 'PRICE_ITEM_IN_USE'
  /** This service is no longer offered. */
  | 'PRICE_ITEM_UNAVAILABLE'
  /** This person is not a proofreader. */
  | 'PROOFREADER_REQUIRED'
  /** This person cannot be given orders: their account is not active. */
  | 'PROOFREADER_UNAVAILABLE'
  /** Your storage space is full. */
  | 'QUOTA_EXCEEDED'
  /** A new version of this quote has taken its place: read that one first. */
  | 'QUOTE_CHANGED'
  /** This quote is no longer valid. */
  | 'QUOTE_EXPIRED'
  /** Too many requests. Try again later. */
  | 'RATE_LIMITED'
  /** That much is not left to be refunded of this payment. */
  | 'REFUND_TOO_LARGE'
  /** The request took too long. */
  | 'REQUEST_TIMED_OUT'
  /** This booking has been moved as often as possible. */
  | 'RESCHEDULE_LIMIT'
  /** Everything is restored into an empty database and folder only. */
  | 'RESTORE_NOT_EMPTY'
  /** This document must still be kept for a time. */
  | 'RETENTION_ACTIVE'
  /** The requests for changes that the order includes are used up. */
  | 'REVISIONS_USED_UP'
  /** The time to ask for changes is over. */
  | 'REVISION_TOO_LATE'
  /** The search is too long: 200 characters and ten terms at most. */
  | 'SEARCH_QUERY_INVALID'
  /** This is your last way of signing in. Add another one first. */
  | 'SIGN_IN_METHOD_NEEDED'
  /** This time is not free: choose another one. */
  | 'SLOT_UNAVAILABLE'
  /** Another page has this name already. */
  | 'SLUG_TAKEN'
  /** This provider has not verified your e-mail address. */
  | 'SSO_EMAIL_UNVERIFIED'
  /** This way of signing in is not offered. */
  | 'SSO_NOT_OFFERED'
  /** Signing in with this provider did not succeed. */
  | 'SSO_REFUSED'
  /** The identity provider does not answer. Try again later. */
  | 'SSO_UNAVAILABLE'
  /** Confirm that it is you to continue. */
  | 'STEP_UP_REQUIRED'
  /** The storage is full. */
  | 'STORAGE_FULL'
  /** Publish the page of the terms of sale first: a quote is sent with them. */
  | 'TERMS_NOT_PUBLISHED'
  /** Read the terms of sale of this quote first. */
  | 'TERMS_NOT_READ'
  /** These tickets are not of the same person: they cannot be merged. */
  | 'TICKETS_OF_DIFFERENT_PEOPLE'
  /** This ticket was merged into another one: everything goes on there. */
  | 'TICKET_MERGED'
  /** This time comes twice on that day: say which one. */
  | 'TIME_AMBIGUOUS'
  /** This time does not exist on that day: clocks go forward. */
  | 'TIME_DOES_NOT_EXIST'
  /** This link or token is not valid or has expired. */
  | 'TOKEN_INVALID'
  /** This booking has already begun. */
  | 'TOO_LATE_TO_CANCEL'
  /** This booking is too near to be moved online. */
  | 'TOO_LATE_TO_RESCHEDULE'
  /** You have saved as many cards as possible: remove one first. */
  | 'TOO_MANY_CARDS'
  /** At most five files are sent at once. */
  | 'TOO_MANY_FILES'
  /** Fifty of your tickets are open: wait until one of them is resolved. */
  | 'TOO_MANY_TICKETS'
  /** Sign in to continue. */
  | 'UNAUTHENTICATED'
  /** The service is unavailable for the moment. */
  | 'UNAVAILABLE'
  /** Another request continues this upload. */
  | 'UPLOAD_BUSY'
  /** This upload cannot be continued: it has expired or was cancelled. */
  | 'UPLOAD_EXPIRED'
  /** The upload was interrupted. */
  | 'UPLOAD_INCOMPLETE'
  /** The upload does not go on from the right place. */
  | 'UPLOAD_OFFSET_WRONG'
  /** There is no such rate of VAT. */
  | 'VAT_RATE_UNKNOWN'
  /** The document has changed meanwhile: read it again first. */
  | 'VERSION_STALE';

/** What an order would be for. */
export type EstimatePriceInput = {
  /** Pages of 1,500 characters, 1 to 10,000; needed when the price is by the page. */
  pages?: number | null | undefined;
  /** The service, from `priceItems`. */
  priceItemId: string;
};

/** What to extract from the audit log, and how. */
export type ExportAuditInput = {
  /** Which entries; all of them unless given. */
  filter?: AuditFilterInput | null | undefined;
  /** How it is written. */
  format: AuditExportFormat;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
};

/** Which bookings to export, and how. */
export type ExportBookingsInput = {
  /** Which ones; all that you reach unless given. */
  filter?: BookingFilterInput | null | undefined;
  /** How they are written. */
  format: BookingExportFormat;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
};

/** The proof that one reads the mail of an address, and how the copy is to be written. */
export type ExportCustomerDataInput = {
  /** The format. */
  format: ExportFormat;
  /** From the mailed link. */
  token: string;
};

/** How a copy of one’s data is written. */
export type ExportFormat =
  /** One CSV file: a line per value. */
  | 'CSV'
  /** One JSON document, table by table. */
  | 'JSON'
  /** The JSON document, a CSV file per table, and all files. */
  | 'ZIP';

/** Where a copy stands. */
export type ExportStatus =
  /** Nobody fetched it in time, and it is destroyed. */
  | 'EXPIRED'
  /** It could not be made: ask again. */
  | 'FAILED'
  /** It was fetched, and is destroyed. */
  | 'FETCHED'
  /** It waits for its turn. */
  | 'PENDING'
  /** It may be fetched, once, until it expires. */
  | 'READY'
  /** It is being made. */
  | 'RUNNING';

/** Two months more for a request about data. */
export type ExtendPrivacyRequestInput = {
  /** Which request. */
  id: string;
  /** The reason, sent to the person, 10 to 2,000 characters. */
  reason: string;
};

/** Where a request for a later due date stands. */
export type ExtensionStatus =
  /** The due date was moved. */
  | 'GRANTED'
  /** Nobody answered before it became pointless: a delivery, another proofreader, another date. */
  | 'LAPSED'
  /** An admin has to answer. */
  | 'PENDING'
  /** The due date stays. */
  | 'REFUSED';

/** A family of questions. */
export type FaqCategoryIdInput = {
  /** The family. */
  id: string;
};

/** An entry of the frequently asked questions. */
export type FaqEntryIdInput = {
  /** The entry. */
  id: string;
};

/** What an address of bookings says. */
export type FeedKind =
  /** When the artisan is taken, and nothing else. */
  | 'BUSY'
  /** What was booked, by whom and where. */
  | 'DETAILS';

/** Family of a file. */
export type FileKind =
  | 'ARCHIVE'
  | 'AUDIO'
  | 'DOCUMENT'
  | 'IMAGE'
  | 'OTHER'
  | 'VIDEO';

/** The end of the way to a provider of calendars and back. */
export type FinishCalendarConnectionInput = {
  /** The code in the address that the browser came back to. */
  code: string;
  /** The proof that this browser has kept since the way began. */
  proof: string;
};

/** Which folder. */
export type FolderIdInput = {
  /** The folder. */
  id: string;
};

/** Whether a folder is in the trash. */
export type FolderState =
  | 'ACTIVE'
  | 'TRASHED';

/** A service that is not in the price list. */
export type FreeServiceInput = {
  /** What it is, as the invoice names it: 1 to 255 characters. */
  name: string;
  /** The whole price, VAT included. */
  price: MoneyInput;
};

/** How far an order has come. */
export type FunnelStep =
  | 'ACCEPTED'
  | 'DELIVERED'
  | 'PAID'
  | 'PLACED'
  | 'STARTED';

/** A place in a cabinet: of a person or of a program, one of them. */
export type GrantCabinetAccessInput = {
  /** The cabinet. */
  cabinetId: string;
  /** When the place ends. Never unless given. */
  expiresAt?: string | null | undefined;
  /** The program; it reads or contributes. */
  programId?: string | null | undefined;
  /** What they are there. */
  role: CabinetRole;
  /** The person. */
  userId?: string | null | undefined;
};

/** A consent, given by a clear act of the person. */
export type GrantConsentInput = {
  /** Version of the text that was shown, as 2026-11-20. */
  policyVersion: string;
  /** What for. */
  purpose: ConsentPurpose;
};

/** A plan free of charge, and until when. */
export type GrantPlanInput = {
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Who is given it. */
  personId: string;
  /** The code of the plan: PRO. */
  plan: string;
  /** The first day on which it is no longer granted; ten years away at most. */
  until: string;
};

/** What its visitor can do with an order without an account now. */
export type GuestOrderAction =
  /** `requestGuestReview`. */
  | 'askReview'
  /** `uploadGuestManuscript`. */
  | 'attachManuscript'
  /** `abandonGuestOrder`. */
  | 'expire'
  /** `openGuestCheckout`. */
  | 'openCheckout';

/** How to order orders without an account. */
export type GuestOrderSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Status of an order without an account. */
export type GuestOrderStatus =
  /** Its payment page is open. */
  | 'AWAITING_PAYMENT'
  /** Paid. */
  | 'COMPLETED'
  /** Over without a payment: its manuscript is destroyed. */
  | 'EXPIRED'
  /** The visitor asked for a price; the team answers. */
  | 'REVIEW'
  /** Begun; the manuscript is sent and the price is paid next. */
  | 'STARTED';

/** Which order without an account. */
export type GuestOrderTokenInput = {
  /** Its token, as it was given last. */
  token: string;
};

/** An answer to a request for a consultation. */
export type HandleConsultationRequestInput = {
  /** The answer. */
  action: ConsultationAction;
  /** The request. */
  id: string;
  /** Of PROPOSE: one to three times that are free. */
  proposals?: Array<string> | null | undefined;
  /** What the customer reads, at most 500 characters. */
  reason?: string | null | undefined;
};

/** How a part of the system is. */
export type HealthState =
  /** It works for now, or the system works without it. */
  | 'DEGRADED'
  /** It does not work. */
  | 'FAILING'
  /** It works. */
  | 'OK';

/** What a search of the help found. */
export type HelpKind =
  /** A page of the site. */
  | 'PAGE'
  /** A frequently asked question. */
  | 'QUESTION';

/** What somebody decided about an amount that is held on a card. */
export type HoldDecision =
  /** It is taken. */
  | 'CAPTURE'
  /** It is released: nothing is taken. */
  | 'RELEASE';

/** A time that is to be kept while its form is filled in. */
export type HoldSlotInput = {
  /** Whom it is with; any artisan of the offering unless said. */
  artisanId?: string | null | undefined;
  /** Instead of the instant, the date on the calendar of the artisan: `2026-12-24`. */
  date?: string | null | undefined;
  /** The offering, from `offerings`. */
  offeringId: string;
  /** How many people come, 1 to 200; one unless said. */
  partySize?: number | null | undefined;
  /** When it begins, from `availability`. */
  startsAt?: string | null | undefined;
  /** With the date, the time on the clock of the artisan: `18:30`. */
  time?: string | null | undefined;
};

/** What a legal hold may be placed on; it reaches the parts of the thing. */
export type HoldTarget =
  | 'BOOKING'
  /** A cabinet, with its documents and their versions. */
  | 'CABINET'
  /** A conversation, with its messages and what was attached to them. */
  | 'CONVERSATION'
  /** A document of a cabinet, with its versions. */
  | 'DOCUMENT'
  /** One file. */
  | 'FILE'
  | 'GUEST_ORDER'
  /** One invoice, with its PDF. */
  | 'INVOICE'
  /** An order, with its files, conversation, payments and invoices. */
  | 'ORDER'
  /** One payment. */
  | 'PAYMENT'
  /** A period of a plan, with its payments and invoices. */
  | 'PLAN_PERIOD'
  /** A support ticket, with its conversation. */
  | 'TICKET'
  /** Somebody, with everything of theirs. */
  | 'USER';

/** A part of France with its own public holidays. */
export type HolidayRegion =
  | 'ALSACE_MOSELLE'
  | 'GUADELOUPE'
  | 'GUYANE'
  | 'LA_REUNION'
  | 'MARTINIQUE'
  | 'MAYOTTE'
  | 'METROPOLE'
  | 'NOUVELLE_CALEDONIE'
  | 'POLYNESIE_FRANCAISE'
  | 'SAINT_BARTHELEMY'
  | 'SAINT_MARTIN'
  | 'SAINT_PIERRE_ET_MIQUELON'
  | 'WALLIS_ET_FUTUNA';

/** Who says who somebody is, by OpenID Connect. */
export type IdentityProvider =
  | 'GOOGLE'
  | 'MICROSOFT';

/** A place in a cabinet for an address, with an account or without. */
export type InviteToCabinetInput = {
  /** The cabinet. */
  cabinetId: string;
  /** Without an account the place waits for 14 days. */
  email: string;
  /** What they are there. */
  role: CabinetRole;
};

/** Which drafts; what is absent does not matter. */
export type InvoiceDraftFilterInput = {
  /** Written by this person or program. */
  authorId?: string | null | undefined;
  /** For this person. */
  buyerId?: string | null | undefined;
  /** That become this. */
  kind?: InvoiceDraftKind | null | undefined;
  /** For this very thing, such as an order. */
  subjectId?: string | null | undefined;
};

/** What a draft becomes. */
export type InvoiceDraftKind =
  /** An invoice for a deposit. */
  | 'DEPOSIT'
  /** An invoice; it deducts the deposits that were invoiced for the same thing. */
  | 'INVOICE';

/** How to order drafts of invoices. */
export type InvoiceDraftSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** A draft in the version that somebody saw. */
export type InvoiceDraftVersionInput = {
  /** The draft. */
  draftId: string;
  /** Its version as it was read; CONFLICT when somebody changed it since. */
  version: number;
};

/** Which invoices; what is absent does not matter. */
export type InvoiceFilterInput = {
  /** Issued at this instant or later. */
  from?: string | null | undefined;
  /** Whether something is owed of it. */
  isUnpaid?: boolean | null | undefined;
  /** Of this kind. */
  kind?: InvoiceKind | null | undefined;
  /** Whose number begins so: FACT-2026-. */
  numberPrefix?: string | null | undefined;
  /** Overdue at this instant already, and still. */
  overdueSince?: string | null | undefined;
  /** To this person. */
  personId?: string | null | undefined;
  /** In this status. */
  status?: InvoiceStatus | null | undefined;
  /** Issued before this instant. */
  to?: string | null | undefined;
  /** Of which this became at the accredited platform. */
  transmission?: InvoiceTransmission | null | undefined;
};

/** What an invoice is. */
export type InvoiceKind =
  /** A correction of an invoice. */
  | 'CREDIT_NOTE'
  /** An invoice for a deposit, deducted on the final one. */
  | 'DEPOSIT'
  /** An invoice. */
  | 'INVOICE';

/** How to order invoices. */
export type InvoiceSort =
  /** By gross, the first, smallest or oldest at the beginning. */
  | 'GROSS_ASC'
  /** By gross, the last, largest or newest at the beginning. */
  | 'GROSS_DESC'
  /** By issuedAt, the first, smallest or oldest at the beginning. */
  | 'ISSUED_AT_ASC'
  /** By issuedAt, the last, largest or newest at the beginning. */
  | 'ISSUED_AT_DESC';

/** Status of an invoice. */
export type InvoiceStatus =
  /** Corrected in full by a credit note. */
  | 'CANCELLED'
  /** Issued. */
  | 'GENERATED'
  /** Past its due date and not paid. */
  | 'OVERDUE'
  /** Paid. */
  | 'PAID'
  /** Sent to the buyer, or owed again after it was paid. */
  | 'SENT';

/** What happened to an invoice. */
export type InvoiceTimelineKind =
  /** A credit note took something back. */
  | 'CREDITED'
  /** It was issued. */
  | 'ISSUED'
  /** Money was lost, by a dispute or because it never came; or it is there again. */
  | 'LOST'
  /** A mailed link of it was used for the first time. */
  | 'OPENED'
  /** Money came for it. */
  | 'PAID'
  /** Money went back to the buyer. */
  | 'REFUNDED'
  /** A reminder was mailed. */
  | 'REMINDED'
  /** It was mailed by somebody. */
  | 'SENT';

/** What became of an invoice at the accredited platform of the seller. */
export type InvoiceTransmission =
  /** The platform accepted it. */
  | 'ACCEPTED'
  /** It needs none: the buyer is no French business. */
  | 'NOT_NEEDED'
  /** The platform rejected it: it is to be sent again. */
  | 'REJECTED'
  /** It was sent there. */
  | 'SENT'
  /** It is to be sent there. */
  | 'TO_SEND';

/** A deposit to invoice before it is paid: a part of the price, or an amount. */
export type IssueDepositInvoiceInput = {
  /** So much, VAT included; null with a percentage. */
  amount?: MoneyInput | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** So many percent of its price, 1 to 100; null with an amount. */
  percent?: number | null | undefined;
  /** What it is a deposit on. */
  subject: SubjectInput;
};

/** How to order jobs. */
export type JobSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** The state of a job. */
export type JobState =
  /** Cancelled before it ran. */
  | 'CANCELLED'
  /** Done. */
  | 'COMPLETED'
  /** A dead letter: all its attempts failed. It stays until an admin retries it. */
  | 'FAILED'
  /** Waits for its first attempt. */
  | 'PENDING'
  /** Waits for its next attempt. */
  | 'RETRYING'
  /** A process is at it. */
  | 'RUNNING';

/** What comes after the time of keeping. */
export type KeepingEnd =
  /** It is destroyed after a notice. */
  | 'DESTROY'
  /** Managers decide. */
  | 'REVIEW';

/** Why records stay. */
export type KeepingGround =
  /** Accounts and their vouchers: ten years (Code de commerce, article L123-22). */
  | 'ACCOUNTING_LAW'
  /** Proof of what was consented to: five years. */
  | 'PROOF_OF_CONSENT'
  /** The audit log names nobody: ids of a pseudonym, and networks. */
  | 'SECURITY_JOURNAL';

/** What a time of keeping counts from. */
export type KeepingStart =
  /** When it was added. */
  | 'ADDED_AT'
  /** The date of the document. */
  | 'DOCUMENT_DATE'
  /** When what it is about ended. */
  | 'EVENT';

/** Who holds a master key. */
export type KeyProvider =
  | 'AWS_KMS'
  | 'AZURE_KEY_VAULT'
  | 'LOCAL';

/** What is said of a version; what is absent stays, null takes away. */
export type LabelDocumentVersionInput = {
  /** What is said of it, at most 500 characters. */
  comment?: string | null | undefined;
  /** The document. */
  documentId: string;
  /** Its label, unique in the document, at most 60 characters. */
  label?: string | null | undefined;
  /** The number of the version. */
  number: number;
};

/** How to order late orders. */
export type LateOrderSort =
  /** By dueAt, the first, smallest or oldest at the beginning. */
  | 'DUE_AT_ASC'
  /** By dueAt, the last, largest or newest at the beginning. */
  | 'DUE_AT_DESC';

/** Why a late order is not delivered, as far as it shows. */
export type LateReason =
  /** The proofreader asked for more time and waits for an answer. */
  | 'EXTENSION_PENDING'
  /** The proofreader is at work. */
  | 'IN_PROGRESS'
  /** A corrected file is there, and was not delivered. */
  | 'NOT_HANDED_OVER'
  /** The proofreader has not begun. */
  | 'NOT_STARTED'
  /** Nobody proofreads it. */
  | 'UNASSIGNED';

/** Which cabinet one leaves. */
export type LeaveCabinetInput = {
  /** The cabinet. */
  cabinetId: string;
};

/** Which legal holds. */
export type LegalHoldFilterInput = {
  /** Released ones, or those in force; both unless said. */
  isReleased?: boolean | null | undefined;
  /** Only those that concern this person. */
  personId?: string | null | undefined;
  /** Words of a reason or of the reference of a case, at most 100 characters; each must be found, whatever its case and accents. Five words count. */
  search?: string | null | undefined;
  /** Only on this thing. */
  targetId?: string | null | undefined;
  /** Only on this kind of thing. */
  targetType?: HoldTarget | null | undefined;
};

/** How to order legal holds. */
export type LegalHoldSort =
  /** By placedAt, the first, smallest or oldest at the beginning. */
  | 'PLACED_AT_ASC'
  /** By placedAt, the last, largest or newest at the beginning. */
  | 'PLACED_AT_DESC';

/** The end of an OAuth flow with a provider that was begun to link. */
export type LinkIdentityInput = {
  /** The code in the address that the browser came back to. */
  code: string;
  /** The proof that this browser has kept since the OAuth flow began. */
  proof: string;
};

/** A time as clocks on the wall show it. */
export type LocalTimeInput = {
  /** The day. */
  date: string;
  /** Hours and minutes, as `18:30`; seconds are dropped. */
  time: string;
  /** Which one, of a time that comes twice. */
  which?: WhichTime | null | undefined;
  /** The time zone, as `Europe/Paris`; that of the business unless said. */
  zone?: string | null | undefined;
};

/** A language of the application. */
export type Locale =
  | 'EN'
  | 'FR';

/** Where an appointment takes place. */
export type LocationKind =
  /** At the artisan’s. */
  | 'AT_ARTISAN'
  /** At the customer’s, who gives the address. */
  | 'AT_CUSTOMER'
  /** By a link. */
  | 'ONLINE'
  /** On the phone. */
  | 'PHONE';

/** How long you alone change a document. */
export type LockDocumentInput = {
  /** The document. */
  id: string;
  /** Why, at most 255 characters. */
  reason?: string | null | undefined;
  /** Until when, within 7 days. 8 hours unless given. */
  until?: string | null | undefined;
};

/** Address and password. */
export type LoginInput = {
  /** The token of a trusted device: spares it the second factor. */
  deviceToken?: string | null | undefined;
  /** Address of the account. */
  email: string;
  /** The password as it was chosen; how its accents are composed makes no difference. */
  password: string;
};

/** The conversation that was read, and how far. */
export type MarkConversationReadInput = {
  /** Conversation. */
  conversationId: string;
  /** The last message you saw; the last there is, unless given. */
  upTo?: string | null | undefined;
};

/** The notification that was read. */
export type MarkNotificationReadInput = {
  /** Notification. */
  id: string;
};

/** Which invoices a legal mention is for. */
export type MentionCondition =
  /** Every one. */
  | 'ALWAYS'
  /** Those that a business is to pay. */
  | 'BUSINESS_TO_PAY'
  /** Those of a seller who charges no VAT. */
  | 'FRANCHISE'
  /** Those for goods. */
  | 'GOODS'
  /** Those for goods and services. */
  | 'MIXED'
  /** Those for services to businesses outside the European Union. */
  | 'OUTSIDE_EU'
  /** Those whose buyer owes the VAT. */
  | 'REVERSE_CHARGE'
  /** Those for services. */
  | 'SERVICES'
  /** Those of a seller who owes VAT when invoicing. */
  | 'VAT_ON_DEBITS';

/** Where a legal mention stands on an invoice. */
export type MentionPlace =
  /** At the foot of the last page. */
  | 'FOOTER'
  /** Under the totals: why no VAT is charged. */
  | 'TOTALS';

/** Which tickets go on in which. */
export type MergeTicketsInput = {
  /** Those that go into it, 1 to 20, of the same person. */
  ids: Array<string>;
  /** The one in which everything goes on. */
  intoId: string;
};

/** Two words of one cabinet that become one. */
export type MergeWordsInput = {
  /** The word that goes. */
  fromId: string;
  /** The word that its documents have from now on. */
  intoId: string;
};

/** Who reads a message. */
export type MessageAudience =
  /** Admins. */
  | 'ADMIN'
  /** Everybody in the conversation. */
  | 'ALL'
  /** Those of the team in the conversation, and admins. */
  | 'STAFF';

/** Which messages; what is absent does not matter. */
export type MessageFilterInput = {
  /** Those that this person sent. */
  authorId?: string | null | undefined;
  /** Those of this conversation. */
  conversationId?: string | null | undefined;
  /** Those sent from this instant on. */
  from?: string | null | undefined;
  /** Those with files, or those without. */
  hasFile?: boolean | null | undefined;
  /** Those sent before this instant. */
  to?: string | null | undefined;
};

/** How to order messages that were found. */
export type MessageHitSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** How to order messages. */
export type MessageSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Who wrote a message. */
export type MessageType =
  /** An admin. */
  | 'ADMIN_MESSAGE'
  /** Whoever asked for a consultation, which the conversation is about. */
  | 'CONSULTATION_REQUEST'
  /** The support. */
  | 'SUPPORT_MESSAGE'
  /** The application. */
  | 'SYSTEM_MESSAGE'
  /** A participant. */
  | 'USER_MESSAGE';

/** How a payer confirms a payment of mobile money. */
export type MobileConfirmation =
  /** On the phone, which asks for it. */
  | 'PUSH'
  /** On a page of the network: send the payer to `paymentUrl`. */
  | 'REDIRECT';

/** A network of mobile money. */
export type MobileNetworkCode =
  /** Celtiis Cash, BJ. */
  | 'CELTIIS_BJ'
  /** Coris Money, BJ. */
  | 'CORIS'
  /** Free Money, SN. */
  | 'FREE_SN'
  /** Mobi Cash, ML. */
  | 'MOBICASH_ML'
  /** Moov Money, BJ. */
  | 'MOOV'
  /** Moov Money, BF. */
  | 'MOOV_BF'
  /** Moov Money, CI. */
  | 'MOOV_CI'
  /** Moov Money, TG. */
  | 'MOOV_TG'
  /** MTN Mobile Money, BJ. */
  | 'MTN'
  /** MTN Mobile Money, CG. */
  | 'MTN_CG'
  /** MTN Mobile Money, CI. */
  | 'MTN_CI'
  /** Orange Money, BF. */
  | 'ORANGE_BF'
  /** Orange Money, CI. */
  | 'ORANGE_CI'
  /** Orange Money, ML. */
  | 'ORANGE_ML'
  /** Orange Money, SN. */
  | 'ORANGE_SN'
  /** Mixx by Yas (Togocom), TG. */
  | 'TOGOCOM_TG'
  /** Wave, BF. */
  | 'WAVE_BF'
  /** Wave, CI. */
  | 'WAVE_CI'
  /** Wave, SN. */
  | 'WAVE_SN';

/** An amount in whole minor units of its currency; more than nothing. */
export type MoneyInput = {
  /** Minor units: cents for EUR, francs for XOF. 1 to 1,000,000,000. */
  amount: number;
  /** Currency of the amount. */
  currency: Currency;
};

/** Appointments that are to be at other times. */
export type MoveBookingsInput = {
  /** Which ones, 1 to 100, each once, in the order in which they move. */
  bookings: Array<BookingToMoveInput>;
  /** What each customer reads with the new time, at most 1,000 characters. */
  message?: string | null | undefined;
};

/** Where a document goes. */
export type MoveDocumentInput = {
  /** Another cabinet; its own unless given. */
  cabinetId?: string | null | undefined;
  /** The folder; the top of the cabinet unless given. */
  folderId?: string | null | undefined;
  /** The document. */
  id: string;
  /** What becomes of a title that is taken. REFUSE unless given. */
  onNameTaken?: OnNameTaken | null | undefined;
};

/** Where a folder goes in its cabinet. */
export type MoveFolderInput = {
  /** The folder. */
  id: string;
  /** The folder it goes into; the top of the cabinet unless given. */
  parentId?: string | null | undefined;
};

/** Until when a conversation is quiet. */
export type MuteConversationInput = {
  /** Conversation. */
  conversationId: string;
  /** Nobody notifies you of it until then; null: they do again. */
  until?: string | null | undefined;
};

/** How to order one’s own appointments. */
export type MyBookingSort =
  /** By startsAt, the first, smallest or oldest at the beginning. */
  | 'STARTS_AT_ASC'
  /** By startsAt, the last, largest or newest at the beginning. */
  | 'STARTS_AT_DESC';

/** Which of your tickets; what is absent does not matter. */
export type MyTicketFilterInput = {
  /** Those in one of these states. */
  statuses?: Array<TicketStatus> | null | undefined;
  /** Words of the reference, the title or the description, as `searchMessages` finds them; at most 200 characters. */
  text?: string | null | undefined;
};

/** What to do about a late order next. */
export type NextStep =
  /** `answerExtension` */
  | 'ANSWER_EXTENSION'
  /** Ask its proofreader how far they are. */
  | 'ASK_PROOFREADER'
  /** `assignProofreader` */
  | 'ASSIGN'
  /** `deliverOrder` */
  | 'DELIVER'
  /** `startOrder`, by its proofreader */
  | 'START';

/** Who reads a note. */
export type NoteAudience =
  /** Admins. Written by them. */
  | 'ADMIN'
  /** Everybody of the order: its customer, its proofreader and admins. */
  | 'CUSTOMER'
  /** Its proofreader and admins. Written by them. */
  | 'STAFF';

/** A note about an order. */
export type NoteOrderInput = {
  /** Who reads it. */
  audience: NoteAudience;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The order. */
  orderId: string;
  /** The text, 1 to 5,000 characters. */
  text: string;
};

/** Who receives an admin notification: all active users, or all active users of a role. */
export type NotificationAudience =
  | 'ADMIN'
  | 'ARTISAN'
  | 'CUSTOMER'
  | 'EVERYONE'
  | 'PROOFREADER';

/** How to order notifications. */
export type NotificationSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC'
  /** By priority, the last, largest or newest at the beginning. */
  | 'PRIORITY_DESC';

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

/** An OAuth flow with a provider. */
export type OauthAuthorizeUrlInput = {
  /** To whom. */
  provider: IdentityProvider;
  /** What for. SIGN_IN is for anybody, the others for people who are signed in. */
  purpose?: OauthPurpose;
};

/** The end of an OAuth flow with a provider that was begun to reauthenticate. */
export type OauthFlowEndInput = {
  /** The code in the address that the browser came back to. */
  code: string;
  /** The proof that this browser has kept since the OAuth flow began. */
  proof: string;
};

/** What an OAuth flow with a provider is for. */
export type OauthPurpose =
  /** The same, for `eraseMyAccount`. */
  | 'ERASURE'
  /** To attach an identity to the account of the current user. */
  | 'LINK'
  /** To sign in, or to open an account. */
  | 'SIGN_IN'
  /** To reauthenticate, for `stepUp`: they sign in at the provider anew, whatever session they have there. */
  | 'STEP_UP';

/** An offering. */
export type OfferingIdInput = {
  /** The offering. */
  id: string;
};

/** What a customer is asked. */
export type OfferingQuestionInput = {
  /** The answers of a CHOICE, 2 to 20 of 100 characters. */
  choices?: Array<string>;
  /** Whether it must be answered. */
  isRequired?: boolean;
  /** How it is answered. */
  kind: QuestionKind;
  /** The question, at most 255 characters. */
  label: string;
};

/** Whether an offering can be booked. */
export type OfferingStatus =
  /** It can. */
  | 'ACTIVE'
  /** No longer; the bookings it has stand. */
  | 'ARCHIVED';

/** What becomes of a title that is taken in its folder. */
export type OnNameTaken =
  /** A number is put after it: « rapport (2).pdf ». */
  | 'KEEP_BOTH'
  /** The content is the next version of the document that has the title. */
  | 'NEW_VERSION'
  /** It is refused. */
  | 'REFUSE';

/** Why an admin opens a cabinet. */
export type OpenCabinetAsAdminInput = {
  /** The cabinet. */
  id: string;
  /** As its managers read it, 10 to 500 characters. */
  reason: string;
};

/** The mailed link of an invoice that is to be paid. */
export type OpenInvoiceCheckoutInput = {
  /** From the mailed link. */
  token: string;
};

/** A local date of an artisan. */
export type OpeningDateInput = {
  /** The artisan. */
  artisanId: string;
  /** The date. */
  localDate: string;
};

/** What is sold, as VAT law sees it. */
export type Operation =
  /** Goods. */
  | 'GOODS'
  /** Both in one. */
  | 'MIXED'
  /** Services. */
  | 'SERVICES';

/** What can be done to an order. */
export type OrderAction =
  /** `acceptDelivery` */
  | 'ACCEPT_DELIVERY'
  /** `acceptMeasuredPages` */
  | 'ACCEPT_MEASURED_PAGES'
  /** `acceptQuote` */
  | 'ACCEPT_QUOTE'
  /** `assignProofreader` */
  | 'ASSIGN'
  /** `cancelOrder` */
  | 'CANCEL'
  /** `closeOrderConsultation` */
  | 'CLOSE_CONSULTATION'
  /** `declineAssignment` */
  | 'DECLINE'
  /** `deliverOrder` */
  | 'DELIVER'
  /** `createCheckoutSession` */
  | 'PAY'
  /** `sendQuote` */
  | 'QUOTE'
  /** `refuseQuote` */
  | 'REFUSE_QUOTE'
  /** `requestChanges` */
  | 'REQUEST_CHANGES'
  /** `requestOrderConsultation` */
  | 'REQUEST_CONSULTATION'
  /** `resumeOrder` */
  | 'RESUME'
  /** `startOrder` */
  | 'START'
  /** `submitOrderForReview` */
  | 'SUBMIT_FOR_REVIEW'
  /** `suspendOrder` */
  | 'SUSPEND'
  /** `unassignProofreader` */
  | 'UNASSIGN'
  /** `verifyPages` */
  | 'VERIFY_PAGES';

/** Who did something, as the people of an order know each other. */
export type OrderAuthor =
  /** The application by itself. */
  | 'APPLICATION'
  /** Who placed it. */
  | 'CUSTOMER'
  /** Who proofreads it now. */
  | 'PROOFREADER'
  /** Somebody else of the team. */
  | 'TEAM';

/** A customer, by their address: invited where it has no account yet. */
export type OrderCustomerInput = {
  /** E-mail address. */
  email: string;
  /** First name, 1 to 50 characters; not used where there is an account. */
  firstName: string;
  /** Last name, 1 to 50 characters; not used where there is an account. */
  lastName: string;
  /** Language to write to them in. */
  locale?: Locale;
};

/** What happened to an order. */
export type OrderEventKind =
  /** A proofreader was assigned. */
  | 'ASSIGNED'
  /** The customer asked to give it up. */
  | 'CANCELLATION_REQUESTED'
  /** It was given up. */
  | 'CANCELLED'
  /** The customer asked for changes. */
  | 'CHANGES_REQUESTED'
  /** The conversation took place. */
  | 'CONSULTATION_CLOSED'
  /** A conversation was asked for. */
  | 'CONSULTATION_REQUESTED'
  /** It was placed. */
  | 'CREATED'
  /** The proofreader declined it. */
  | 'DECLINED'
  /** The work was handed over. */
  | 'DELIVERED'
  /** The delivery was accepted. */
  | 'DELIVERY_ACCEPTED'
  /** The customer’s bank claimed the money back. */
  | 'DISPUTED'
  /** Its due date was moved. */
  | 'DUE_DATE_MOVED'
  /** It has a due date. */
  | 'DUE_DATE_SET'
  /** An admin answered that request. */
  | 'EXTENSION_ANSWERED'
  /** The proofreader asked for a later due date. */
  | 'EXTENSION_ASKED'
  /** A file arrived. */
  | 'FILE_ADDED'
  /** A file took the place of another. */
  | 'FILE_REPLACED'
  /** The due date passed without a delivery. */
  | 'LATE'
  /** A note was written. */
  | 'NOTED'
  /** The customer accepted the counted pages. */
  | 'PAGES_ACCEPTED'
  /** The team counted the pages. */
  | 'PAGES_VERIFIED'
  /** It was paid. */
  | 'PAID'
  /** The proofreader said how far they are. */
  | 'PROGRESSED'
  /** A price was proposed. */
  | 'QUOTED'
  /** The proposed price was accepted. */
  | 'QUOTE_ACCEPTED'
  /** The proposed price is no longer valid. */
  | 'QUOTE_EXPIRED'
  /** The proposed price was refused. */
  | 'QUOTE_REFUSED'
  /** Money went back. */
  | 'REFUNDED'
  /** The work went on. */
  | 'RESUMED'
  /** The work began. */
  | 'STARTED'
  /** The team is to check the number of pages. */
  | 'SUBMITTED_FOR_REVIEW'
  /** The work was stopped for a while. */
  | 'SUSPENDED'
  /** It was taken from its proofreader. */
  | 'UNASSIGNED'
  /** Its words, priority or price were changed. */
  | 'UPDATED';

/** How to order what happened to an order. */
export type OrderEventSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** CSV opens in a spreadsheet, as text and numbers only; JSON is for programs. */
export type OrderExportFormat =
  | 'CSV'
  | 'JSON';

/** What a file is to an order. */
export type OrderFileRole =
  /** The proofread text. */
  | 'CORRECTED'
  /** The customer’s text. */
  | 'MANUSCRIPT'
  /** Something to keep at hand while proofreading. */
  | 'REFERENCE';

/** Which orders; what is absent does not matter. */
export type OrderFilterInput = {
  /** Delivered at this instant or later. */
  completedFrom?: string | null | undefined;
  /** Delivered before this instant. */
  completedTo?: string | null | undefined;
  /** Placed at this instant or later. */
  createdFrom?: string | null | undefined;
  /** Placed before this instant. */
  createdTo?: string | null | undefined;
  /** Those of this customer. */
  customerId?: string | null | undefined;
  /** Due at this instant or later. */
  dueFrom?: string | null | undefined;
  /** Due before this instant. */
  dueTo?: string | null | undefined;
  /** Those being worked on, or about to be, whose due date has passed; or all others. */
  isLate?: boolean | null | undefined;
  /** Those that were paid, or those that are still to be paid: not the ones that were given up before. */
  isPaid?: boolean | null | undefined;
  /** Those that nobody is assigned to, or those that somebody is. */
  isUnassigned?: boolean | null | undefined;
  /** Those that the team has to do something about, or all others: a request for a review or a consultation, also one that came back from a quote that was refused or that expired; paid without a proofreader; late; money owed back. */
  needsAttention?: boolean | null | undefined;
  /** Those of this service, from `priceItems`. */
  priceItemId?: string | null | undefined;
  /** Those as pressing as one of these, 1 to 4. */
  priorities?: Array<PriorityInput> | null | undefined;
  /** Those assigned to this proofreader. */
  proofreaderId?: string | null | undefined;
  /** Those placed in this way. */
  source?: OrderSource | null | undefined;
  /** Those that stand in one of these, 1 to 9. */
  statuses?: Array<OrderStatusInput> | null | undefined;
  /** Words of a title, a service, a reference, or the customer’s name or address, at most 100 characters; each must be found, whatever its case and accents. Five words count. */
  text?: string | null | undefined;
};

/** How to order the notes of an order. */
export type OrderNoteSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** All of them, in their new order. */
export type OrderOfIdsInput = {
  /** Every identifier, once. */
  ids: Array<string>;
};

/** What became of an order’s money. */
export type OrderPaymentState =
  | 'NONE'
  | 'PAID'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED';

/** A quote of the order’s price, sent at once. */
export type OrderQuoteInput = {
  /** The deposit in percent, 1 to 100: with DEPOSIT, and only there. */
  depositPercent?: number | null | undefined;
  /** Free words, printed under the totals: at most 1000 characters. */
  notes?: string | null | undefined;
  /** What accepting it does. */
  onAcceptance: AcceptanceEffect;
  /** The last day on which it can be accepted: today or later. */
  validUntil: string;
};

/** How to order orders. */
export type OrderSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC'
  /** By dueAt, the first, smallest or oldest at the beginning. */
  | 'DUE_AT_ASC'
  /** By lastActivityAt, the first, smallest or oldest at the beginning. */
  | 'LAST_ACTIVITY_AT_ASC'
  /** By lastActivityAt, the last, largest or newest at the beginning. */
  | 'LAST_ACTIVITY_AT_DESC'
  /** By priority, the last, largest or newest at the beginning. */
  | 'PRIORITY_DESC'
  /** By title, the first, smallest or oldest at the beginning. */
  | 'TITLE_ASC'
  /** By title, the last, largest or newest at the beginning. */
  | 'TITLE_DESC'
  /** By total, the first, smallest or oldest at the beginning. */
  | 'TOTAL_ASC'
  /** By total, the last, largest or newest at the beginning. */
  | 'TOTAL_DESC';

/** Who placed an order. */
export type OrderSource =
  /** The team, for the customer. */
  | 'ADMIN'
  /** The customer. */
  | 'CUSTOMER'
  /** A visitor without an account. */
  | 'GUEST';

/** Where an order stands. As an input, the French names of before are understood too (`EN_ATTENTE`, `PAYEE`). */
export type OrderStatus =
  /** A conversation is needed before a price can be given. */
  | 'AWAITING_CONSULTATION'
  /** The team checks the number of pages. */
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
  /** Stopped for a while by an admin. */
  | 'SUSPENDED';

/** A state of an order, by its name or by its French one. */
export type OrderStatusInput =
  | 'ANNULEE'
  | 'AWAITING_CONSULTATION'
  | 'AWAITING_REVIEW'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'EN_ATTENTE'
  | 'EN_ATTENTE_CONSULTATION'
  | 'EN_ATTENTE_VERIFICATION'
  | 'EN_COURS'
  | 'ESTIMATION_ENVOYEE'
  | 'IN_PROGRESS'
  | 'PAID'
  | 'PAYEE'
  | 'PENDING'
  | 'QUOTE_SENT'
  | 'SUSPENDED'
  | 'SUSPENDUE'
  | 'TERMINE';

/** Why an order is shown again to those who watch it. */
export type OrderUpdateReason =
  /** It was given to somebody. */
  | 'ASSIGNED'
  /** Something else of it changed. */
  | 'CHANGED'
  /** It was placed. */
  | 'CREATED'
  /** A file came to it. */
  | 'FILES'
  /** It stands somewhere else. */
  | 'MOVED';

/** What can be done to a page. */
export type PageAction =
  /** `archivePage`. */
  | 'ARCHIVE'
  /** `cancelPageSchedule`. */
  | 'CANCEL_SCHEDULE'
  /** `deletePage`. */
  | 'DELETE'
  /** `editPage`, `restorePageVersion`. */
  | 'EDIT'
  /** `publishPage`. */
  | 'PUBLISH'
  /** `restorePage`. */
  | 'RESTORE'
  /** `schedulePage`. */
  | 'SCHEDULE'
  /** `unpublishPage`. */
  | 'UNPUBLISH';

/** Which pages; what is absent does not matter. */
export type PageFilterInput = {
  /** In this family. */
  category?: string | null | undefined;
  /** In this status. */
  status?: PageStatus | null | undefined;
  /** Found under this word. */
  tag?: string | null | undefined;
  /** For this. */
  type?: PageType | null | undefined;
};

/** In which form a text is sent; it is kept as HTML. */
export type PageFormat =
  /** HTML: what the allow-list does not name is removed. */
  | 'HTML'
  /** Markdown, with tables; HTML in it is treated as HTML is. */
  | 'MARKDOWN';

/** A page. */
export type PageIdInput = {
  /** The page. */
  id: string;
};

/** What search engines and social networks are given; what is absent or empty is none. */
export type PageMetaInput = {
  /** The address that counts: a path of ours, or https. */
  canonical?: string | null | undefined;
  /** What it is about: at most 500 characters. */
  description?: string | null | undefined;
  /** Keywords: at most 500 characters. */
  keywords?: string | null | undefined;
  /** Address of a picture: a path of ours, or https. */
  ogImage?: string | null | undefined;
  /** Title: at most 255 characters. */
  title?: string | null | undefined;
};

/** What is planned of a page. */
export type PageScheduleAction =
  /** The version of that time is shown. */
  | 'PUBLISH'
  /** The page is taken down. */
  | 'UNPUBLISH';

/** What became of a plan. */
export type PageScheduleStatus =
  /** Called off. */
  | 'CANCELLED'
  /** Carried out. */
  | 'DONE'
  /** Could not be carried out; the page is as it was. */
  | 'FAILED'
  /** To come. */
  | 'PLANNED';

/** Status of a page. */
export type PageStatus =
  /** Put away, with its versions. */
  | 'ARCHIVED'
  /** Seen by nobody. */
  | 'DRAFT'
  /** Seen by everyone, or by whoever is signed in. */
  | 'PUBLISHED'
  /** Something is planned; it may be shown meanwhile, in the version published before. */
  | 'SCHEDULED';

/** What a page of the site is for. */
export type PageType =
  | 'BLOG'
  | 'FAQ'
  | 'HELP'
  | 'LANDING'
  | 'LEGAL'
  | 'PAGE';

/** How to order versions of a page. */
export type PageVersionSort =
  /** By number, the first, smallest or oldest at the beginning. */
  | 'NUMBER_ASC'
  /** By number, the last, largest or newest at the beginning. */
  | 'NUMBER_DESC';

/** The artisan who is hidden. */
export type PauseArtisanInput = {
  /** The artisan. */
  id: string;
};

/** An invoice whose reminders wait, and until when. */
export type PauseRemindersInput = {
  /** The invoice. */
  invoiceId: string;
  /** The day on which they may begin again, after today; null: they go on at once. */
  until?: string | null | undefined;
};

/** What to pay for, and whose phone is asked. */
export type PayByMobileMoneyInput = {
  /** The network of the phone, one of `mobileMoneyNetworks`. */
  network: MobileNetworkCode;
  /** The phone that pays, of the country of its network, as +2290166000000. Only its last four digits are kept. */
  phoneNumber: string;
  /** What to pay for; its price is in francs CFA. */
  subject: SubjectInput;
};

/** Which of your plans to pay for, and how: by a saved card, by mobile money, or, when neither is given, on the provider’s page. */
export type PaySubscriptionInput = {
  /** Its family. */
  family: PlanFamily;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Pay by mobile money: the network of the phone, one of `mobileMoneyNetworks`. */
  network?: MobileNetworkCode | null | undefined;
  /** Pay by this saved card. Once it has paid, the plan is renewed by it, without you. */
  paymentMethodId?: string | null | undefined;
  /** The phone that pays, with `network`: +2290166000000. Only its last four digits are kept. */
  phoneNumber?: string | null | undefined;
  /** Refuse the payment unless this provider takes it: STRIPE. Not needed. */
  provider?: string | null | undefined;
};

/** What to pay for by a saved card. */
export type PayWithSavedMethodInput = {
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The saved card. */
  paymentMethodId: string;
  /** What to pay for. */
  subject: SubjectInput;
};

/** How a deposit is paid. */
export type PaymentBy =
  /** In a form of your page, with the provider’s secret. */
  | 'FORM'
  /** On the page of the provider. */
  | 'PAGE';

/** Which payments; what is absent does not matter. */
export type PaymentFilterInput = {
  /** Begun at this instant or later. */
  from?: string | null | undefined;
  /** Those that must be refunded, or those that need not be. */
  isRefundDue?: boolean | null | undefined;
  /** Made by this person. */
  personId?: string | null | undefined;
  /** Taken by this provider: STRIPE. */
  provider?: string | null | undefined;
  /** Words of what was paid for, at most 100 characters; each must be found, whatever its case and accents. Five words count. */
  search?: string | null | undefined;
  /** In this status. */
  status?: PaymentStatus | null | undefined;
  /** For this very thing, such as an order. */
  subjectId?: string | null | undefined;
  /** Begun before this instant. */
  to?: string | null | undefined;
};

/** How money comes. */
export type PaymentMethodKind =
  /** A card. */
  | 'CARD'
  /** Cash. */
  | 'CASH'
  /** A cheque. */
  | 'CHEQUE'
  /** Mobile money. */
  | 'MOBILE_MONEY'
  /** Another way. */
  | 'OTHER'
  /** A direct debit. */
  | 'SEPA'
  /** A bank transfer. */
  | 'TRANSFER';

/** How to order payments. */
export type PaymentSort =
  /** By amount, the first, smallest or oldest at the beginning. */
  | 'AMOUNT_ASC'
  /** By amount, the last, largest or newest at the beginning. */
  | 'AMOUNT_DESC'
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Status of a payment. */
export type PaymentStatus =
  /** The amount is held on the card and was not taken. */
  | 'AUTHORIZED'
  /** Nobody paid in time, or the hold was released; what it was for can be paid again. */
  | 'EXPIRED'
  /** It failed; what it was for can be paid again. */
  | 'FAILED'
  /** Paid. */
  | 'PAID'
  /** Refunded in part. */
  | 'PARTIALLY_REFUNDED'
  /** It waits for its payer. */
  | 'PENDING'
  /** The payer is done; the money is on its way. */
  | 'PROCESSING'
  /** Refunded in full. */
  | 'REFUNDED'
  /** The provider did not answer: nobody knows yet whether it was paid. */
  | 'UNKNOWN';

/** What a person may be granted beside their role. */
export type PermissionSet =
  /** Reads what admins read (accounts, orders, payments, invoices, jobs), and changes nothing. */
  | 'AUDITOR'
  /** Handles tickets and conversations; sees neither money nor settings. */
  | 'SUPPORT_AGENT';

/** A set of permissions of somebody. */
export type PermissionSetInput = {
  /** Which set. */
  set: PermissionSet;
  /** Whose. */
  userId: string;
};

/** Somebody without an account. */
export type PersonWithoutAccountInput = {
  /** Their postal address, as it is printed. */
  address?: PostalAddressInput | null | undefined;
  /** E-mail address. */
  email: string;
  /** The language of what is sent to them. */
  locale?: Locale;
  /** First and last name, 1 to 255 characters. */
  name: string;
};

/** Whether a conversation stands before your others. */
export type PinConversationInput = {
  /** Conversation. */
  conversationId: string;
  /** Before the others, or among them. */
  isPinned: boolean;
};

/** Whether a message is kept in sight. */
export type PinMessageInput = {
  /** Kept in sight for everybody who reads it, or not any more. */
  isPinned: boolean;
  /** The message. */
  messageId: string;
};

/** What must be kept, and why. */
export type PlaceLegalHoldInput = {
  /** As the court or the insurer calls the case; when it has a name. */
  caseReference?: string | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Why, 10 to 2,000 characters; for those who look after it. */
  reason: string;
  /** Which one. */
  targetId: string;
  /** What kind of thing. */
  targetType: HoldTarget;
};

/** When a change of plan counts. */
export type PlanChangeEffect =
  /** As soon as its difference is paid. */
  | 'NOW'
  /** At the end of what is paid. */
  | 'PERIOD_END';

/** Why a subscription ended. */
export type PlanEndReason =
  /** The subscriber cancelled it. */
  | 'CANCELLED'
  /** The account was erased. */
  | 'ERASED'
  /** It had been granted until that day. */
  | 'GRANT_OVER'
  /** Its first period was not paid within 23 hours. */
  | 'NEVER_PAID'
  /** Another choice took its place before anything was paid. */
  | 'REPLACED'
  /** A period stayed unpaid for 45 days. */
  | 'UNPAID';

/** What a plan is for; a person has one plan of each at most. */
export type PlanFamily =
  /** Documents of a practice. */
  | 'ARCHIVE'
  /** Bookings and customers of an artisan. */
  | 'ARTISAN';

/** What a plan may contain. */
export type PlanFeature =
  /** Connected calendars. */
  | 'CALENDARS'
  /** Members of a team. */
  | 'MEMBERS'
  /** Text messages a month. */
  | 'SMS'
  /** Space for files, in bytes. */
  | 'STORAGE';

/** How long a period is. */
export type PlanInterval =
  /** A month. */
  | 'MONTH'
  /** A year. */
  | 'YEAR';

/** Which of your plans. */
export type PlanOfFamilyInput = {
  /** Its family. */
  family: PlanFamily;
};

/** Status of a period. */
export type PlanPeriodStatus =
  /** To be paid. */
  | 'DUE'
  /** Paid. */
  | 'PAID'
  /** Paid, then another plan took its place. */
  | 'REPLACED'
  /** Never to be paid any more. */
  | 'VOID';

/** Which subscriptions; what is absent does not matter. */
export type PlanSubscriptionFilterInput = {
  /** Of this family. */
  family?: PlanFamily | null | undefined;
  /** Of this person. */
  personId?: string | null | undefined;
  /** To this plan. */
  planId?: string | null | undefined;
  /** In this status. */
  status?: PlanSubscriptionStatus | null | undefined;
};

/** How to order subscriptions. */
export type PlanSubscriptionSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Status of a subscription. */
export type PlanSubscriptionStatus =
  /** In force. */
  | 'ACTIVE'
  /** Over. */
  | 'ENDED'
  /** Chosen; its first period is not paid. */
  | 'INCOMPLETE'
  /** A period has begun unpaid; all rights stay for 14 days. */
  | 'PAST_DUE'
  /** Unpaid for 14 days: what there is can be read, not written. */
  | 'SUSPENDED';

/** What an accredited platform says of an invoice. */
export type PlatformStatus =
  /** The platform accepted it. */
  | 'ACCEPTED'
  /** The platform rejected it. */
  | 'REJECTED'
  /** It was sent there. */
  | 'SENT';

/** An address in its parts. */
export type PostalAddressInput = {
  /** City. */
  city: string;
  /** Country, ISO 3166-1: FR. */
  country?: string;
  /** Street and whatever stands before it: one to four lines. */
  lines: Array<string>;
  /** Postcode; empty where there is none. */
  postcode?: string;
};

/** By which ways to hear of messages and of one’s agenda. What is absent stays. */
export type PreferencesInput = {
  /** By mail, on the eve of each day with appointments of one’s own agenda? */
  agendaByEmail?: boolean | null | undefined;
  /** By mail, when a message stays unread? */
  messagesByEmail?: boolean | null | undefined;
  /** Receives in-app notifications of messages? */
  messagesInApp?: boolean | null | undefined;
};

/** What prices and discounts are. */
export type PriceBasis =
  /** VAT included. */
  | 'GROSS'
  /** Without VAT. */
  | 'NET';

/** What was done to a price item. */
export type PriceChangeKind =
  | 'ACTIVATED'
  | 'ARCHIVED'
  | 'CREATED'
  | 'DEACTIVATED'
  | 'UPDATED';

/** What a synchronisation of prices does. */
export type PriceSyncAction =
  /** A price that is no longer sold. */
  | 'ARCHIVE_PRICE'
  /** A price that the provider does not have: an amount never changes, it gets a new price. */
  | 'CREATE_PRICE'
  /** A product that the provider does not have. */
  | 'CREATE_PRODUCT'
  /** The provider has it already. */
  | 'UNCHANGED'
  /** Its name or description differs. */
  | 'UPDATE_PRODUCT';

/** What a price buys. */
export type PriceUnit =
  /** The whole work. */
  | 'PACK'
  /** One page of 1,500 characters. */
  | 'PAGE';

/** How pressing something is. As an input, the French names of before are understood too (`HAUTE`, `URGENTE`). */
export type Priority =
  | 'HIGH'
  | 'LOW'
  | 'NORMAL'
  | 'URGENT';

/** How pressing something is, by its name or by its French one. */
export type PriorityInput =
  | 'FAIBLE'
  | 'HAUTE'
  | 'HIGH'
  | 'LOW'
  | 'NORMAL'
  | 'NORMALE'
  | 'URGENT'
  | 'URGENTE';

/** What a person may ask about their data (GDPR, articles 15 to 21). */
export type PrivacyRequestKind =
  | 'ACCESS'
  | 'ERASURE'
  | 'OBJECTION'
  | 'PORTABILITY'
  | 'RECTIFICATION'
  | 'RESTRICTION';

/** How a request about data ends. */
export type PrivacyRequestOutcome =
  | 'DONE'
  | 'REFUSED';

/** How to order requests. */
export type PrivacyRequestSort =
  /** By askedAt, the first, smallest or oldest at the beginning. */
  | 'ASKED_AT_ASC'
  /** By askedAt, the last, largest or newest at the beginning. */
  | 'ASKED_AT_DESC'
  /** By dueAt, the first, smallest or oldest at the beginning. */
  | 'DUE_AT_ASC'
  /** By dueAt, the last, largest or newest at the beginning. */
  | 'DUE_AT_DESC';

/** Where a request about data stands. */
export type PrivacyRequestStatus =
  | 'DONE'
  | 'OPEN'
  | 'REFUSED';

/** A pruning of all targets. */
export type PruneBackupsInput = {
  /** Only count what would be removed? */
  dryRun?: boolean;
};

/** The page to publish. */
export type PublishPageInput = {
  /** The page. */
  id: string;
  /** Its version as it was read; CONFLICT when somebody changed it since. Absent: whatever it is. */
  version?: number | null | undefined;
};

/** The sealed segment whose entries go. */
export type PurgeAuditInput = {
  /** The segment. */
  segmentId: string;
};

/** A document to destroy. */
export type PurgeDocumentInput = {
  /** The document, which is in the trash. */
  id: string;
};

/** How a question is answered. */
export type QuestionKind =
  /** One of several answers. */
  | 'CHOICE'
  /** A file, sent by `uploadBookingFile` once it is booked. */
  | 'FILE'
  /** Several lines. */
  | 'LONG_TEXT'
  /** A number. */
  | 'NUMBER'
  /** A phone number. */
  | 'PHONE'
  /** A line. */
  | 'TEXT'
  /** Yes or no. */
  | 'YES_NO';

/** Which quotes; what is absent does not matter. */
export type QuoteFilterInput = {
  /** Begun at this instant or later. */
  from?: string | null | undefined;
  /** For this person. */
  personId?: string | null | undefined;
  /** In this status. */
  status?: QuoteStatus | null | undefined;
  /** For this very thing, such as an order. */
  subjectId?: string | null | undefined;
  /** Begun before this instant. */
  to?: string | null | undefined;
};

/** How to order quotes. */
export type QuoteSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC'
  /** By gross, the first, smallest or oldest at the beginning. */
  | 'GROSS_ASC'
  /** By gross, the last, largest or newest at the beginning. */
  | 'GROSS_DESC';

/** Status of a quote. */
export type QuoteStatus =
  /** Accepted. */
  | 'ACCEPTED'
  /** Being written. */
  | 'DRAFT'
  /** Its last day is over, and nobody answered. */
  | 'EXPIRED'
  /** Declined by the buyer. */
  | 'REFUSED'
  /** Sent to the buyer, who can accept it until its last day is over. */
  | 'SENT'
  /** A new revision takes its place. */
  | 'SUPERSEDED';

/** What somebody thinks of an answer. */
export type RateFaqEntryInput = {
  /** The entry. */
  id: string;
  /** Was it useful? */
  isUseful: boolean;
};

/** What to ask of a browser, to reauthenticate with a passkey. */
export type ReauthenticationPasskeyOptionsInput = {
  /** What for: the answer is good for nothing else. */
  purpose?: ReauthenticationPurpose;
};

/** What a signed-in person reauthenticates for. A reauthentication is good for nothing else. */
export type ReauthenticationPurpose =
  /** To erase their account: `eraseMyAccount`. */
  | 'ERASURE'
  /** To open sensitive fields to this session for ten minutes: `stepUp`. */
  | 'STEP_UP';

/** How long something has been due. */
export type ReceivableAge =
  | 'DAYS_0_30'
  | 'DAYS_31_60'
  | 'DAYS_61_90'
  | 'DAYS_OVER_90'
  | 'NOT_DUE';

/** What was compared with its provider. */
export type ReconciledKind =
  /** A dispute. */
  | 'DISPUTE'
  /** An event: the provider’s own list against those that were received. */
  | 'EVENT'
  /** A payment. */
  | 'PAYMENT'
  /** A refund. */
  | 'REFUND'
  /** A plan that the provider collects by itself, and its latest charge. */
  | 'SUBSCRIPTION';

/** Which differences; what is absent does not matter. */
export type ReconciliationDifferenceFilterInput = {
  /** Those that were mended, or those that were not. */
  isMended?: boolean | null | undefined;
  /** Of such objects. */
  kind?: ReconciledKind | null | undefined;
  /** Of this payment. */
  paymentId?: string | null | undefined;
  /** Of this reconciliation. */
  reconciliationId?: string | null | undefined;
  /** That differ so. */
  type?: DifferenceType | null | undefined;
};

/** How to order differences. */
export type ReconciliationDifferenceSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Which reconciliations; what is absent does not matter. */
export type ReconciliationFilterInput = {
  /** In this status. */
  status?: ReconciliationStatus | null | undefined;
};

/** How to order reconciliations. */
export type ReconciliationSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Status of a reconciliation with the payment providers. */
export type ReconciliationStatus =
  /** Everything was compared. */
  | 'COMPLETE'
  /** Something could not be read from its provider; it is compared again later. */
  | 'INCOMPLETE'
  /** Under way, or to be gone on with. */
  | 'RUNNING';

/** A connection to open anew, with the same account. */
export type ReconnectCalendarInput = {
  /** The connection. */
  connectionId: string;
  /** An app password, for CALDAV. */
  password?: string | null | undefined;
  /** The address of the server, for CALDAV. */
  server?: string | null | undefined;
  /** The secret address of the file, for ICS. */
  url?: string | null | undefined;
  /** The user there, for CALDAV. */
  user?: string | null | undefined;
};

/** Kinds of records that an account leaves behind. */
export type RecordClass =
  | 'ACCOUNT'
  | 'ARTISANS'
  | 'BILLING_PROFILES'
  | 'BOOKINGS'
  | 'CABINET_PLACES'
  | 'CALENDARS'
  | 'CONSENTS'
  | 'DOCUMENT_VERSIONS'
  | 'EXPORTS'
  | 'FILES'
  | 'GUEST_ORDERS'
  | 'INVOICES'
  | 'INVOICE_DRAFTS'
  | 'JOBS'
  | 'JOURNAL'
  | 'MAILS'
  | 'MESSAGES'
  | 'NOTIFICATIONS'
  | 'ORDERS'
  | 'PAYMENTS'
  | 'PAYMENT_METHODS'
  | 'PLAN_SUBSCRIPTIONS'
  | 'PROOFREADER_PROFILES'
  | 'QUOTES'
  | 'REPORT_WISHES'
  | 'REQUESTS'
  | 'SESSIONS'
  | 'TEXTS'
  | 'TICKETS'
  | 'TOKENS'
  | 'UPLOADS';

/** A refund that was paid by hand, and its proof. */
export type RecordManualRefundInput = {
  /** The proof: a PDF or a picture. */
  file: FileToSend;
  /** The day on which the money left; today at the latest. */
  on: string;
  /** Reference of the transfer, 1 to 140 characters. */
  reference: string;
  /** The refund. */
  refundId: string;
};

/** An acceptance on paper, and the signed paper. */
export type RecordOfflineAcceptanceInput = {
  /** The signed paper: a PDF or a picture. */
  file: FileToSend;
  /** Who signed, 1 to 255 characters. */
  name: string;
  /** The day on which it was signed: not before it was sent, today at the latest. */
  on: string;
  /** The quote. */
  quoteId: string;
  /** The revision that was signed. */
  revision: number;
  /** Shall work start within the withdrawal period? Absent where the paper does not say. */
  startBeforeWithdrawal?: boolean | null | undefined;
};

/** Money that came without a provider, and for which invoice. */
export type RecordOfflinePaymentInput = {
  /** How much came, in the currency of the invoice. */
  amount: MoneyInput;
  /** The invoice. */
  invoiceId: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** How it came. */
  method: PaymentMethodKind;
  /** The day on which it came: today at the latest. */
  receivedOn: string;
  /** How the payer or the bank calls it, at most 140 characters: CHQ 1234567. */
  reference: string;
};

/** What the accredited platform of the seller says of an invoice. */
export type RecordTransmissionInput = {
  /** Since when: now at the latest. */
  at: string;
  /** The invoice, deposit invoice or credit note. */
  invoiceId: string;
  /** The name of the platform, at most 120 characters. */
  platform: string;
  /** Its reference of the invoice, at most 140 characters. */
  reference: string;
  /** What it says. */
  status: PlatformStatus;
};

/** What refreshes a session. */
export type RefreshSessionInput = {
  /** The refresh token given last. */
  refreshToken: string;
};

/** Why a payment must be refunded. */
export type RefundDueReason =
  /** It had been paid before. */
  | 'ALREADY_PAID'
  /** Its price had changed. */
  | 'AMOUNT_DIFFERS'
  /** It no longer waited for a payment. */
  | 'NOT_PAYABLE'
  /** It was more than its invoice still asked for: the difference goes back. */
  | 'OVERPAID';

/** Which refunds; what is absent does not matter. */
export type RefundFilterInput = {
  /** Decided at this instant or later. */
  from?: string | null | undefined;
  /** Decided there. */
  origin?: RefundOrigin | null | undefined;
  /** Of this payment. */
  paymentId?: string | null | undefined;
  /** To this person. */
  personId?: string | null | undefined;
  /** Of payments of this provider: STRIPE. */
  provider?: string | null | undefined;
  /** In this status. */
  status?: RefundStatus | null | undefined;
  /** Of payments for this very thing, such as an order. */
  subjectId?: string | null | undefined;
  /** Decided before this instant. */
  to?: string | null | undefined;
};

/** Where a refund was decided. */
export type RefundOrigin =
  /** By somebody at the payment provider. */
  | 'PROVIDER'
  /** Here. */
  | 'SYSTEM';

/** What goes back of which payment, and why. */
export type RefundPaymentInput = {
  /** How much, in the currency of the payment; all that is left unless said. */
  amount?: MoneyInput | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The payment. */
  paymentId: string;
  /** Why. */
  reason: RefundReason;
};

/** Why money goes back. */
export type RefundReason =
  /** It had been paid twice. */
  | 'DUPLICATE'
  /** The payment was fraudulent. */
  | 'FRAUD'
  /** A gesture. */
  | 'GOODWILL'
  /** What was paid for was not delivered. */
  | 'NOT_DELIVERED'
  /** The customer asked for it. */
  | 'REQUESTED_BY_CUSTOMER'
  /** The customer withdrew from the contract. */
  | 'WITHDRAWAL';

/** How to order refunds. */
export type RefundSort =
  /** By amount, the first, smallest or oldest at the beginning. */
  | 'AMOUNT_ASC'
  /** By amount, the last, largest or newest at the beginning. */
  | 'AMOUNT_DESC'
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Status of a refund. */
export type RefundStatus =
  /** Cancelled at the provider. */
  | 'CANCELLED'
  /** The money did not leave, or the bank sent it back: it is still owed. */
  | 'FAILED'
  /** Decided; the provider has not been asked, or it must be paid by hand. */
  | 'PENDING'
  /** The provider was asked; the money has not arrived. */
  | 'REQUESTED'
  /** The money has arrived, or left by hand. */
  | 'SUCCEEDED'
  /** The provider was asked and did not answer; it is asked again. */
  | 'UNKNOWN';

/** The quote that is declined without an account. */
export type RefusePublicQuoteInput = {
  /** The revision that was shown. */
  revision: number;
  /** The token of the mailed link. */
  token: string;
};

/** The quote that is declined. */
export type RefuseQuoteInput = {
  /** The quote. */
  quoteId: string;
  /** The revision that was shown. */
  revision: number;
};

/** A new account. */
export type RegisterInput = {
  /** Postal address for their invoices, its lines separated by line breaks, at most 500 characters. */
  address?: string | null | undefined;
  /** TERMS and PRIVACY are needed. */
  consents: Array<ConsentInput>;
  /** Their address; proven by the mail that is sent to it. */
  email: string;
  /** First name, 1 to 50 characters. */
  firstName: string;
  /** Last name, 1 to 50 characters. */
  lastName: string;
  /** Language to write to them in. */
  locale?: Locale;
  /** 12 characters or more with lower case, upper case and a digit; 72 bytes at most; not a common one; without their name, address or ours. */
  password: string;
};

/** A new passkey. */
export type RegisterPasskeyInput = {
  /** What to call it: 1 to 60 characters, for instance the device’s name. */
  name: string;
  /** What the browser answered: the JSON of its PublicKeyCredential (WebAuthn, RegistrationResponseJSON). */
  response: Record<string, unknown>;
};

/** The hold that is over, and why. */
export type ReleaseLegalHoldInput = {
  /** Which one. */
  id: string;
  /** Why, 10 to 2,000 characters. */
  reason: string;
};

/** A payment whose amount is held on the card. */
export type ReleasePaymentInput = {
  /** The payment. */
  paymentId: string;
};

/** A reminder: so many minutes before the start, or so many days before it at a local time. */
export type ReminderRuleInput = {
  /** Minute of the local day, 0 to 1439; with `daysBefore`. */
  atMinute?: number | null | undefined;
  /** Days before the start, 1 to 7; with `atMinute`. */
  daysBefore?: number | null | undefined;
  /** Minutes before the start, 15 to 10,080. */
  minutesBefore?: number | null | undefined;
};

/** Which passkey to forget. */
export type RemovePasskeyInput = {
  /** Identifier of a passkey. */
  id: string;
};

/** A saved card. */
export type RemovePaymentMethodInput = {
  /** The card. */
  paymentMethodId: string;
};

/** Another name for a cabinet. */
export type RenameCabinetInput = {
  /** The cabinet. */
  id: string;
  /** Its name, 1 to 120 characters. */
  name: string;
};

/** The new name of a family of questions. */
export type RenameFaqCategoryInput = {
  /** The family. */
  id: string;
  /** Its name, 1 to 100 characters; no other one has it. */
  name: string;
};

/** Another name for a folder. */
export type RenameFolderInput = {
  /** The folder. */
  id: string;
  /** Its name, 1 to 255 bytes. */
  name: string;
};

/** Another name for a passkey. */
export type RenamePasskeyInput = {
  /** Identifier of a passkey. */
  id: string;
  /** What to call it: 1 to 60 characters. */
  name: string;
};

/** Another text for the same service. */
export type ReorderInput = {
  /** Pages of 1,500 characters, 1 to 10,000; those of the earlier order unless given. */
  declaredPages?: number | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** An earlier order of yours. */
  orderId: string;
  /** Title of the new manuscript, 1 to 255 characters. */
  title: string;
};

/** The whole price list in another order. */
export type ReorderPriceItemsInput = {
  /** Every item that is not archived, each once, at most 500. */
  ids: Array<string>;
};

/** The event to process again. */
export type ReplayWebhookEventInput = {
  /** The event. */
  id: string;
};

/** The payment that was debited. */
export type ReportDebitInput = {
  /** The payment. */
  paymentId: string;
};

/** PDF to read, CSV for a spreadsheet. */
export type ReportFormat =
  | 'CSV'
  | 'PDF';

/** What is packed: a cabinet, a folder of it, or some documents of it. */
export type RequestArchiveZipInput = {
  /** The cabinet. */
  cabinetId: string;
  /** Only these documents, 1 to 100. */
  documentIds?: Array<string> | null | undefined;
  /** Only this folder, with all that is in it. */
  folderId?: string | null | undefined;
};

/** A paid order that should be given up. */
export type RequestCancellationInput = {
  /** Why, for the team, at most 2,000 characters. */
  note?: string | null | undefined;
  /** The order. */
  orderId: string;
};

/** Changes to what was delivered. */
export type RequestChangesInput = {
  /** The delivery. */
  deliveryId: string;
  /** Files that you sent by `uploadReference` for this request, at most five. */
  fileIds?: Array<string> | null | undefined;
  /** What is to be changed, 1 to 10,000 characters. */
  text: string;
};

/** The address of somebody who has no account. */
export type RequestCustomerDataInput = {
  /** Where the link goes. */
  email: string;
};

/** How the copy is to be written. */
export type RequestDataExportInput = {
  /** The format. */
  format: ExportFormat;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
};

/** The file to fetch. */
export type RequestDownloadInput = {
  /** File. */
  fileId: string;
};

/** Another address for the account. */
export type RequestEmailChangeInput = {
  /** The new address; proven by the mail that is sent to it. */
  email: string;
};

/** A request for a later due date. */
export type RequestExtensionInput = {
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** An order assigned to you. */
  orderId: string;
  /** Why, 1 to 2,000 characters; the customer does not read it. */
  reason: string;
  /** After the due date, on a working day of France between 06:00 and 22:00 local time. */
  until: string;
};

/** A visitor asks for a price by a person. */
export type RequestGuestReviewInput = {
  /** What to look at, 1 to 5,000 characters. */
  message: string;
  /** Its token, as it was given last. */
  token: string;
};

/** The order to talk about before a price is given. */
export type RequestOrderConsultationInput = {
  /** The order. */
  orderId: string;
};

/** Which orders to export, and how. */
export type RequestOrdersExportInput = {
  /** Which orders; all of them unless given. */
  filter?: OrderFilterInput | null | undefined;
  /** How it is written. */
  format: OrderExportFormat;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
};

/** Who wants a new password. */
export type RequestPasswordResetInput = {
  /** Address of the account. */
  email: string;
};

/** A report of figures. */
export type RequestStatsReportInput = {
  /** How it is written. */
  format: ReportFormat;
  /** The first day. */
  from: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The last day, included; at most five years later. */
  to: string;
};

/** An appointment that is to be at another time. */
export type RescheduleBookingInput = {
  /** Whom it is with from now on; only artisans and admins say it. */
  artisanId?: string | null | undefined;
  /** Instead of the code, its identifier: for the account that booked, its artisan, and admins. */
  bookingId?: string | null | undefined;
  /** Its code, whatever its case, blanks and dash; alone, for the account that booked. */
  code?: string | null | undefined;
  /** Instead of the instant, the date on the calendar of the artisan: `2026-12-24`. */
  date?: string | null | undefined;
  /** With the code instead of the token, the address it was booked with. */
  email?: string | null | undefined;
  /** What it is of from now on, at its price; only artisans and admins say it, who may leave the time as it is. */
  offeringId?: string | null | undefined;
  /** When it begins, from `availability`. */
  startsAt?: string | null | undefined;
  /** With the date, the time on the clock of the artisan: `18:30`. */
  time?: string | null | undefined;
  /** With the code, the token of its link. */
  token?: string | null | undefined;
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

/** What becomes of a booking that a calendar disagrees with. */
export type ResolveCalendarConflictInput = {
  /** The conflict. */
  conflictId: string;
  /** What is decided. */
  resolution: CalendarConflictResolution;
  /** Where the booking moves; where its event was moved to unless given. */
  startsAt?: string | null | undefined;
};

/** A mobile payment in doubt, and what the provider’s own list shows of it. */
export type ResolveMobilePaymentInput = {
  /** The payment. */
  paymentId: string;
  /** The provider’s reference of it, 6 to 120 characters; absent when its list has none. */
  reference?: string | null | undefined;
};

/** Documents to restore: those of the cabinets, those in the folders and below, and these. */
export type RestoreBackupInput = {
  /** The backup. */
  backupId: string;
  /** Cabinets, at most 500. */
  cabinetIds?: Array<string>;
  /** Documents, at most 500. */
  documentIds?: Array<string>;
  /** Only say what would become of each? */
  dryRun?: boolean;
  /** Folders, at most 500. */
  folderIds?: Array<string>;
  /** The folder for documents that are no more; where they were unless given. */
  into?: string | null | undefined;
};

/** Which older version comes back. */
export type RestoreDocumentVersionInput = {
  /** The document. */
  documentId: string;
  /** The number of the version that you saw last. */
  expectedVersion: number;
  /** The number of the version. */
  number: number;
};

/** How to order restore drills. */
export type RestoreDrillSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** How to order documents of a restore. */
export type RestoreItemSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** What was restored. */
export type RestoreKind =
  /** Everything, into an empty place, by an operator. */
  | 'DISASTER'
  /** Some documents, as new versions. */
  | 'DOCUMENTS';

/** What becomes of a document of a restore. */
export type RestoreOutcome =
  /** Its cabinet is read only, or is being deleted. */
  | 'ARCHIVED'
  /** Its copy does not open. */
  | 'DAMAGED'
  /** It was forgotten for good. */
  | 'ERASED'
  /** It has these bytes already. */
  | 'IDENTICAL'
  /** Somebody edits it. */
  | 'LOCKED'
  /** It has a new version, or is a new document. */
  | 'RESTORED'
  /** It is not its turn yet. */
  | 'WAITING';

/** Which version of a page becomes its draft again. */
export type RestorePageVersionInput = {
  /** The page. */
  id: string;
  /** The number of the version that is restored. */
  number: number;
  /** The version of the page as it was read; CONFLICT when somebody changed it since. */
  version: number;
};

/** How a restore is. */
export type RestoreStatus =
  /** It was ended; what was restored stays. */
  | 'CANCELLED'
  /** Every document has its outcome. */
  | 'COMPLETE'
  /** It could not go on. */
  | 'FAILED'
  /** It is being done. */
  | 'RUNNING';

/** The person to let in again. */
export type RestoreUserInput = {
  /** Whom. */
  userId: string;
};

/** What a member may do at most in a folder. */
export type RestrictFolderInput = {
  /** The folder. */
  folderId: string;
  /** What they may do there at most. */
  most: RestrictionLevel;
  /** The member. */
  userId: string;
};

/** What a member may do at most in a folder. */
export type RestrictionLevel =
  /** Read, add and change. */
  | 'CONTRIBUTOR'
  /** Nothing: for them it does not exist. */
  | 'NONE'
  /** Read. */
  | 'READER';

/** An appointment whose deposit is to be paid. */
export type ResumeBookingPaymentInput = {
  /** Its code, whatever its case, blanks and dash. */
  code: string;
  /** How it is paid; in a form unless said. */
  paymentBy?: PaymentBy | null | undefined;
  /** The token of its link; not needed by the account that booked. */
  token?: string | null | undefined;
};

/** The order that goes on. */
export type ResumeOrderInput = {
  /** The order. */
  orderId: string;
};

/** How long a document is kept. */
export type RetainDocumentInput = {
  /** The document. */
  documentId: string;
  /** Why, at most 500 characters. Must be given to shorten. */
  reason?: string | null | undefined;
  /** The last day; what its type and dates ask for now unless given. */
  until?: string | null | undefined;
};

/** What becomes of records when their period is over. */
export type RetentionAction =
  /** They stay, without personal data. */
  | 'ANONYMISE'
  /** They go. */
  | 'DELETE';

/** Classes of records that the application keeps for a time. */
export type RetentionClass =
  | 'ACCEPTED_QUOTES'
  | 'ADDRESS_PROOFS'
  | 'BOOKINGS'
  | 'BOOKING_EXPORTS'
  | 'BUSY_BLOCKS'
  | 'CALENDAR_FLOWS'
  | 'CONSENTS'
  | 'EVENTS'
  | 'EXPORTS'
  | 'EXTRACTS'
  | 'FACTOR_CHALLENGES'
  | 'FEED_LINKS'
  | 'GUEST_ORDERS'
  | 'INVOICES'
  | 'INVOICE_DRAFTS'
  | 'INVOICE_LINKS'
  | 'JOBS'
  | 'JOURNAL'
  | 'LEGAL_HOLDS'
  | 'LOGIN_THROTTLES'
  | 'MAILS'
  | 'MANUSCRIPTS'
  | 'MESSAGES'
  | 'NOTIFICATIONS'
  | 'OLD_NOTIFICATIONS'
  | 'ORDERS'
  | 'ORDER_EXPORTS'
  | 'ORDER_RUNS'
  | 'PASSKEY_CHALLENGES'
  | 'PAYMENTS'
  | 'PENDING_REGISTRATIONS'
  | 'PLAN_SUBSCRIPTIONS'
  | 'PROVIDER_EVENTS'
  | 'PROVIDER_TRIPS'
  | 'QUOTES'
  | 'RECEIPTS'
  | 'RECONCILIATIONS'
  | 'REQUESTS'
  | 'RETENTION_RUNS'
  | 'SESSIONS'
  | 'SLOT_HOLDS'
  | 'STATS_REPORTS'
  | 'TEXTS'
  | 'TEXT_REPLIES'
  | 'TICKETS'
  | 'TOKENS'
  | 'TRUSTED_DEVICES'
  | 'UNCONFIRMED_FACTORS'
  | 'UNPAID_PAYMENTS'
  | 'UNUSED_ACCOUNTS'
  | 'UPLOADS';

/** Why records stay as long as they do. */
export type RetentionGround =
  /** Proof that the application answered (GDPR, article 5, paragraph 2). */
  | 'ACCOUNTABILITY'
  /** Accounts and their vouchers: ten years (Code de commerce, article L123-22). */
  | 'ACCOUNTING_LAW'
  /** What the service needs (GDPR, article 6, paragraph 1, point b). */
  | 'CONTRACT'
  /** As long as somebody may claim something: five years (Code civil, article 2224). */
  | 'LIMITATION'
  /** The working of the application (GDPR, article 6, paragraph 1, point f). */
  | 'OPERATION'
  /** Proof of what was consented to: five years (Code civil, article 2224; GDPR, article 7). */
  | 'PROOF_OF_CONSENT'
  /** The security of accounts (GDPR, article 6, paragraph 1, point f, and article 32). */
  | 'SECURITY';

/** What the nightly run does with a document. */
export type RetentionOutcome =
  /** Its notice is over: it is destroyed. */
  | 'DESTROYED'
  /** The shorter time that was asked for 30 days ago takes effect. */
  | 'SHORTENED'
  /** Its time is over: managers decide. */
  | 'TO_REVIEW'
  /** Its time is over: it goes into the trash, with a notice of 14 days. */
  | 'TRASHED';

/** How to order runs. */
export type RetentionRunSort =
  /** By startedAt, the first, smallest or oldest at the beginning. */
  | 'STARTED_AT_ASC'
  /** By startedAt, the last, largest or newest at the beginning. */
  | 'STARTED_AT_DESC';

/** The account to end for good. */
export type RetireServiceAccountInput = {
  /** Which account. */
  serviceAccountId: string;
};

/** The dead letter to retry. */
export type RetryJobInput = {
  /** The job. */
  jobId: string;
};

/** The refund that failed. */
export type RetryRefundInput = {
  /** The refund. */
  refundId: string;
};

/** A payment whose money never came, and why. */
export type ReversePaymentInput = {
  /** The payment. */
  paymentId: string;
  /** Why, at most 500 characters. */
  reason: string;
};

/** How to order reviews. */
export type ReviewSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Whether a review is shown. */
export type ReviewStatus =
  /** Everybody sees it. */
  | 'APPROVED'
  /** It is not shown. */
  | 'REJECTED'
  /** It waits to be read. */
  | 'SUBMITTED';

/** The next revision of a sent quote, whole. */
export type ReviseQuoteInput = {
  /** Whom it is for: a person with an account. This or `person`. */
  buyerId?: string | null | undefined;
  /** The currency of all amounts. */
  currency?: Currency;
  /** The deposit in percent, 1 to 100: with DEPOSIT, and only there. */
  depositPercent?: number | null | undefined;
  /** Taken off the whole, after the discounts of the lines. */
  discount?: DiscountInput | null | undefined;
  /** What is sold: 1 to 200 lines. */
  lines: Array<SoldLineInput>;
  /** Free words, printed under the totals: at most 1000 characters. */
  notes?: string | null | undefined;
  /** What accepting it does. */
  onAcceptance: AcceptanceEffect;
  /** What is sold; services unless said. */
  operation?: Operation | null | undefined;
  /** Whom it is for: a person without an account. This or `buyerId`. */
  person?: PersonWithoutAccountInput | null | undefined;
  /** What the prices are; without VAT unless said. */
  prices?: PriceBasis | null | undefined;
  /** The buyer’s reference of this purchase. */
  purchaseOrder?: string | null | undefined;
  /** The quote. */
  quoteId: string;
  /** What it is for: an order of the buyer, or an earlier invoice of the same sale. Absent: a quote of its own. */
  subject?: SubjectInput | null | undefined;
  /** The last day on which it can be accepted: today or later. */
  validUntil: string;
  /** Its version as it was read; CONFLICT when somebody changed it since. */
  version: number;
};

/** Money that came for a plan that had ended. */
export type RevivePlanInput = {
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The payment, which is due for a refund. */
  paymentId: string;
};

/** The token to end. */
export type RevokeApiTokenInput = {
  /** Which token. */
  apiTokenId: string;
};

/** A place that ends. */
export type RevokeCabinetAccessInput = {
  /** The cabinet. */
  cabinetId: string;
  /** The place. */
  memberId: string;
};

/** An address of bookings. */
export type RevokeFeedLinkInput = {
  /** The address, by its identifier. */
  id: string;
};

/** Which session to end. */
export type RevokeSessionInput = {
  /** Identifier of a signed-in device. */
  id: string;
};

/** A device that is not to be trusted any more. */
export type RevokeTrustedDeviceInput = {
  /** Which device. */
  id: string;
};

/** One action on many orders. */
export type RunOnOrdersInput = {
  /** What to do to each. */
  action: BulkOrderAction;
  /** The orders, 1 to 100, each once. */
  ids: Array<string>;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Who gets them, for ASSIGN. */
  proofreaderId?: string | null | undefined;
};

/** A restore for practice. */
export type RunRestoreDrillInput = {
  /** The number of the target in BACKUP_TARGETS, from 1. */
  target?: number;
};

/** What you have begun to write. */
export type SaveDraftInput = {
  /** Conversation. */
  conversationId: string;
  /** The text, at most 20,000 characters; an empty one forgets the draft. */
  text: string;
};

/** What is to happen to a page, and when: `at` or `local`. */
export type SchedulePageInput = {
  /** What. */
  action: PageScheduleAction;
  /** When; seconds are dropped. */
  at?: string | null | undefined;
  /** The page. */
  id: string;
  /** When, as a local time. */
  local?: LocalTimeInput | null | undefined;
  /** Its version as it was read; CONFLICT when somebody changed it since. Absent: whatever it is. */
  version?: number | null | undefined;
};

/** Up to when to seal the audit log. */
export type SealAuditSegmentInput = {
  /** The segment ends at the last checkpoint before this instant. */
  before: string;
};

/** Which invoice, and to whom. */
export type SendInvoiceInput = {
  /** The invoice, deposit invoice or credit note. */
  invoiceId: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** Another address than the buyer’s. */
  to?: string | null | undefined;
};

/** A message to send: a text, files, or both. */
export type SendMessageInput = {
  /** Files to send along, at most 5. */
  attachments?: Array<FileToSend> | null | undefined;
  /** Who reads it; everybody in the conversation unless given. Only the team writes for fewer. */
  audience?: MessageAudience | null | undefined;
  /** The text, at most 20,000 characters. */
  content?: string | null | undefined;
  /** The conversation. */
  conversationId: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The message of the conversation that it answers. Threads have one level: an answer to an answer joins it. An answer to an internal note is no less internal. */
  parentId?: string | null | undefined;
};

/** A quote in the version that somebody saw. */
export type SendQuoteInput = {
  /** The quote. */
  quoteId: string;
  /** Its version as it was read; CONFLICT when somebody changed it since. */
  version: number;
};

/** Which code to send for a proof. */
export type SendReauthenticationCodeInput = {
  /** By which way: EMAIL_OTP or SMS_OTP. */
  method: TwoFactorMethod;
  /** What for: the code is good for nothing else. */
  purpose?: ReauthenticationPurpose;
};

/** An overdue invoice. */
export type SendReminderInput = {
  /** The invoice. */
  invoiceId: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
};

/** Which code to send during a sign-in. */
export type SendTwoFactorCodeInput = {
  /** The challenge’s token. */
  challengeToken: string;
  /** By which way: EMAIL_OTP or SMS_OTP. */
  method: TwoFactorMethod;
};

/** The hours of the business from a day on; those of the same day are replaced. */
export type SetBusinessCalendarInput = {
  /** Dates with windows of their own, at most 366. */
  exceptions?: Array<CalendarExceptionInput> | null | undefined;
  /** The region whose public holidays are closed; null: they are open. */
  region?: HolidayRegion | null | undefined;
  /** The first local date. */
  validFrom: string;
  /** The seven days, Monday first. */
  week: Array<BusinessDayHoursInput>;
  /** The time zone, such as `Europe/Paris`. */
  zone: string;
};

/** How much a cabinet may hold. */
export type SetCabinetQuotaInput = {
  /** The cabinet. */
  id: string;
  /** Bytes, an integer; null for what the plan of its owner leaves. */
  storageLimit?: number | null | undefined;
};

/** A saved card. */
export type SetDefaultPaymentMethodInput = {
  /** The card. */
  paymentMethodId: string;
};

/** When an order is due. */
export type SetDueDateInput = {
  /** To come, within two years, on a working day of France between 06:00 and 22:00 local time. */
  dueAt: string;
  /** The order. */
  orderId: string;
};

/** Whether everyone sees an entry. */
export type SetFaqVisibilityInput = {
  /** The entry. */
  id: string;
  /** Is it shown? */
  isVisible: boolean;
};

/** Whose public holidays close an agenda. */
export type SetHolidaysInput = {
  /** The artisan. */
  artisanId: string;
  /** The region; null: public holidays close nothing. */
  region?: HolidayRegion | null | undefined;
};

/** Whether one wants the monthly report. */
export type SetMonthlyReportInput = {
  /** Yes or no. */
  isWanted: boolean;
};

/** What takes the place of the windows and breaks of a local date. */
export type SetOpeningExceptionInput = {
  /** The artisan. */
  artisanId: string;
  /** The date. */
  localDate: string;
  /** Its windows, at most 12; none: closed. */
  windows: Array<DayWindowInput>;
};

/** The state that an order is to be in. */
export type SetOrderStatusInput = {
  /** The order. */
  orderId: string;
  /** Why, where that is kept: at most 2,000 characters. */
  reason?: string | null | undefined;
  /** The state; its French name is understood too. */
  status: OrderStatus;
};

/** A new price of a plan, for periods to come. */
export type SetPlanPriceInput = {
  /** For a whole period, VAT included; at least 0.50 € or 100 F CFA. */
  amount: MoneyInput;
  /** Of periods of this length. */
  interval: PlanInterval;
  /** The code of the plan: PRO. */
  plan: string;
  /** The first day of periods that are sold at it: at least 30 days away. Who has the plan is notified at once. */
  validFrom: string;
};

/** A service of the price list, and whether it is offered. */
export type SetPriceItemActiveInput = {
  /** The item. */
  id: string;
  /** Whether it is offered. */
  isActive: boolean;
};

/** Which ticket, and what it is about. */
export type SetTicketCategoryInput = {
  /** The category. */
  category: TicketCategory;
  /** The ticket. */
  ticketId: string;
};

/** Which ticket, and how pressing it is. */
export type SetTicketPriorityInput = {
  /** The priority. */
  priority: TicketPriority;
  /** The ticket. */
  ticketId: string;
};

/** The state that a ticket is to be in. */
export type SetTicketStatusInput = {
  /** The state; its French name is understood too. */
  status: TicketStatus;
  /** The ticket. */
  ticketId: string;
};

/** How fast tickets of a priority are to be resolved. */
export type SetTicketTargetInput = {
  /** Minutes of business time to the first answer, 1 to 100,000. */
  firstResponseMinutes: number;
  /** The priority. */
  priority: TicketPriority;
  /** The same to the resolution, no less. */
  resolutionMinutes: number;
};

/** Another role for somebody. */
export type SetUserRoleInput = {
  /** What they are from now on. */
  role: UserRole;
  /** Whose. */
  userId: string;
};

/** The windows or the breaks of an artisan: they take the place of those there are. */
export type SetWeeklyRulesInput = {
  /** The artisan. */
  artisanId: string;
  /** All of them, at most 100. */
  rules: Array<WeeklyRuleInput>;
};

/** The end of an OAuth flow with a provider. */
export type SignInWithOauthInput = {
  /** The code in the address that the browser came back to. */
  code: string;
  /** TERMS and PRIVACY are needed the first time an identity is seen; without them CONSENT_REQUIRED, and the code is still good. */
  consents?: Array<ConsentInput>;
  /** The proof that this browser has kept since the OAuth flow began. */
  proof: string;
};

/** A passkey’s answer. */
export type SignInWithPasskeyInput = {
  /** What the browser answered: the JSON of its PublicKeyCredential (WebAuthn, AuthenticationResponseJSON). */
  response: Record<string, unknown>;
};

/** What happens at the sandbox. */
export type SimulateStripeEventInput = {
  /** The number of a test card, 16 digits; one that passes unless said. */
  cardNumber?: string | null | undefined;
  /** The client secret of the form that saves a card. */
  clientSecret?: string | null | undefined;
  /** The payment; not for the saving of a card, nor for subscriptions. */
  paymentId?: string | null | undefined;
  /** What happens. */
  type: SimulatedStripeEvent;
};

/** What happens at the sandbox, by the event that Stripe sends about it. */
export type SimulatedStripeEvent =
  /** The payer’s bank claims the money back. */
  | 'CHARGE_DISPUTE_CREATED'
  /** Somebody gives the money back at the provider. */
  | 'CHARGE_REFUNDED'
  /** The payment of the page fails. */
  | 'CHECKOUT_SESSION_ASYNC_PAYMENT_FAILED'
  /** The payer pays on the page. */
  | 'CHECKOUT_SESSION_COMPLETED'
  /** Nobody paid in time; the page must be past its end. */
  | 'CHECKOUT_SESSION_EXPIRED'
  /** A hold ends by itself; its time must have passed. */
  | 'PAYMENT_INTENT_CANCELED'
  /** The bank refuses the card. */
  | 'PAYMENT_INTENT_PAYMENT_FAILED'
  /** The bank asks the owner of the card. */
  | 'PAYMENT_INTENT_REQUIRES_ACTION'
  /** The payer confirms the form: the amount is taken, or held. */
  | 'PAYMENT_INTENT_SUCCEEDED'
  /** A card could not be saved. */
  | 'SETUP_INTENT_SETUP_FAILED'
  /** A card is saved. */
  | 'SETUP_INTENT_SUCCEEDED'
  /** The clock of subscriptions moves to now: what they were to charge until then is charged, or refused. */
  | 'TEST_CLOCK_READY';

/** What an asker holds: their own booking and their own kept time count as free. */
export type SlotAccessInput = {
  /** The code of a booking that moves, with `token`; case, blanks and dashes do not matter. */
  code?: string | null | undefined;
  /** The token that `holdSlot` answered. */
  holdToken?: string | null | undefined;
  /** The token of its manage link. */
  token?: string | null | undefined;
};

/** A time that is kept. */
export type SlotHoldInput = {
  /** The token that `holdSlot` gave. */
  holdToken: string;
};

/** Why a time is not offered. */
export type SlotRefusalReason =
  /** The offering is archived. */
  | 'ARCHIVED'
  /** Another booking takes it. */
  | 'BOOKED'
  /** It runs into a break. */
  | 'BREAK'
  /** The minutes before or after it, or those of another appointment, are not free. */
  | 'BUFFER'
  /** The party is larger than the offering takes. */
  | 'CAPACITY'
  /** It is in a closure. */
  | 'CLOSURE'
  /** The day has as many bookings of the offering as it may have. */
  | 'DAILY_LIMIT'
  /** The day has hours of its own, and it is not in them. */
  | 'EXCEPTION'
  /** The artisan’s own calendar takes it. */
  | 'EXTERNAL'
  /** Somebody keeps it while they fill the form in. */
  | 'HELD'
  /** The day is a public holiday. */
  | 'HOLIDAY'
  /** Its day is beyond the horizon of the offering. */
  | 'HORIZON'
  /** It is sooner than the notice of the offering. */
  | 'NOTICE'
  /** It is not a whole number of steps after the beginning of its window. */
  | 'OFF_GRID'
  /** It is not wholly within opening hours. */
  | 'OUTSIDE_OPENING'
  /** The artisan is paused, or not published yet. */
  | 'PAUSED'
  /** A connected calendar was not read for too long. */
  | 'STALE_CALENDAR';

/** Which text messages; what is absent does not matter. */
export type SmsDeliveryFilterInput = {
  /** Asked for at this instant or later. */
  from?: string | null | undefined;
  /** Of this kind. */
  kind?: string | null | undefined;
  /** In this status. */
  status?: SmsStatus | null | undefined;
  /** About this thing, a booking for instance. */
  subjectId?: string | null | undefined;
  /** To this number, as +33612345678. */
  to?: string | null | undefined;
  /** Asked for before this instant. */
  until?: string | null | undefined;
};

/** How to order text messages. */
export type SmsDeliverySort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** What became of a text message. */
export type SmsStatus =
  /** The vendor has it. */
  | 'ACCEPTED'
  /** The phone has it. */
  | 'DELIVERED'
  /** It never left. */
  | 'FAILED'
  /** Not sent: the number answered STOP. */
  | 'OPTED_OUT'
  /** The vendor is being called. */
  | 'SENDING'
  /** The network has it. */
  | 'SENT'
  /** The network could not deliver it. */
  | 'UNDELIVERED'
  /** It may have left or not; it is not sent a second time. */
  | 'UNKNOWN'
  /** Refused for passing reasons; it is tried again, three times in all. */
  | 'WAITING';

/** One line of what is sold. */
export type SoldLineInput = {
  /** What is sold, 1 to 500 characters. */
  description: string;
  /** Taken off the line. */
  discount?: DiscountInput | null | undefined;
  /** How many, in thousandths: 1500 is one and a half. 1 to 1,000,000,000. */
  quantityThousandths: number;
  /** VAT rate in basis points, where the seller charges any: 2000, the usual one, 1000, 850, 550 or 210. */
  taxRate?: number | null | undefined;
  /** As printed after the quantity, at most 20 characters: pages. */
  unit?: string | null | undefined;
  /** What the quantity counts, as the e-invoice says it; by the printed word unless said, which it says where there is none. */
  unitCode?: UnitCode | null | undefined;
  /** The price of one in the currency itself, with a point and up to four decimals: 1.6667. */
  unitPrice: string;
};

/** What is offered when a connected calendar was not read for too long. */
export type StalePolicy =
  /** Nothing is offered until it is read again. */
  | 'CLOSE'
  /** Its last known busy time stands. */
  | 'KEEP';

/** A conversation to open with the team. */
export type StartConversationInput = {
  /** The first message, 1 to 20,000 characters. */
  content: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What it is about, 1 to 255 characters. */
  subject: string;
};

/** A conversation to open with somebody. */
export type StartConversationWithInput = {
  /** The first message, 1 to 20,000 characters. */
  content: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What it is about, 1 to 255 characters. */
  subject: string;
  /** With whom. */
  userId: string;
};

/** An order of a visitor without an account. */
export type StartGuestOrderInput = {
  /** Postal address for their invoices, its lines separated by line breaks, at most 500 characters. */
  address?: string | null | undefined;
  /** TERMS and PRIVACY are needed. */
  consents: Array<ConsentInput>;
  /** Pages of 1,500 characters, 1 to 10,000; needed when the price is by the page. */
  declaredPages?: number | null | undefined;
  /** What the text is, at most 16,383 characters. */
  description?: string | null | undefined;
  /** Their address; proven by the mail that is sent to it once they have paid. */
  email: string;
  /** First name, 2 to 50 characters. */
  firstName: string;
  /** Last name, 2 to 50 characters. */
  lastName: string;
  /** Language to write to them in. */
  locale?: Locale;
  /** Of the account that they get once they have paid: as in `register`. Not used where there is one already. */
  password: string;
  /** Phone number, as +33612345678. */
  phone?: string | null | undefined;
  /** The service, from `priceItems`. */
  priceItemId: string;
  /** How pressing it is; NORMAL unless said. */
  priority?: Priority | null | undefined;
  /** Do they want the work to begin before the time to withdraw is over? Not unless said. */
  startBeforeWithdrawal?: boolean | null | undefined;
  /** From `formTicket`: asked for when the form is shown, good from 3 seconds to 2 hours later, once. */
  ticket: string;
  /** Title of the manuscript, 1 to 255 characters. */
  title: string;
  /** Leave it empty: it is hidden from people, and what fills it in is a program. */
  trap?: string | null | undefined;
};

/** The order whose work begins. */
export type StartOrderInput = {
  /** The order. */
  orderId: string;
};

/** What a line of a statement is. */
export type StatementEntryKind =
  /** A credit note. */
  | 'CREDIT_NOTE'
  /** An invoice for a deposit. */
  | 'DEPOSIT'
  /** Money that the payer’s bank took, or gave back. */
  | 'DISPUTE'
  /** An invoice. */
  | 'INVOICE'
  /** Money that came. */
  | 'PAYMENT'
  /** Money that went back. */
  | 'REFUND'
  /** Money that never came. */
  | 'REVERSAL';

/** A reauthentication of the current user: a second factor where they have one, a passkey always, else what they sign in with. */
export type StepUpInput = {
  /** For TOTP, EMAIL_OTP, SMS_OTP and RECOVERY_CODE: the code. */
  code?: string | null | undefined;
  /** For IDENTITY: the end of an OAuth flow that `oauthAuthorizeUrl` began for this purpose. */
  identity?: OauthFlowEndInput | null | undefined;
  /** What is shown; PASSWORD unless said, where a password is given. */
  method?: AuthenticationMethod | null | undefined;
  /** For PASSKEY: what the browser answered to `reauthenticationPasskeyOptions` (WebAuthn, AuthenticationResponseJSON). */
  passkey?: Record<string, unknown> | null | undefined;
  /** For PASSWORD. */
  password?: string | null | undefined;
};

/** What something is about. */
export type SubjectInput = {
  /** Its identifier. */
  id: string;
  /** What kind of thing. */
  type: SubjectType;
};

/** What can be invoiced and paid for. */
export type SubjectType =
  /** An appointment: its deposit. */
  | 'BOOKING'
  /** An order of a visitor without account, until it is paid. */
  | 'GUEST_ORDER'
  /** An invoice that was issued before it is paid. */
  | 'INVOICE'
  /** An order. */
  | 'ORDER'
  /** A period of a plan. */
  | 'PLAN_PERIOD';

/** The order whose pages are to be counted before it is paid. */
export type SubmitOrderForReviewInput = {
  /** The order. */
  orderId: string;
};

/** What is asked about one’s data. */
export type SubmitPrivacyRequestInput = {
  /** In one’s own words, 10 to 5,000 characters. */
  details: string;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What is asked. */
  kind: PrivacyRequestKind;
};

/** What somebody says of an appointment. */
export type SubmitReviewInput = {
  /** The code of the appointment. */
  code: string;
  /** 1 to 5. */
  rating: number;
  /** In words, at most 2,000 characters. */
  text?: string | null | undefined;
  /** The token of its link; not needed with the account that booked it. */
  token?: string | null | undefined;
};

/** The order to stop for a while. */
export type SuspendOrderInput = {
  /** The order. */
  orderId: string;
  /** Why, as the customer and the proofreader read it, at most 2,000 characters. */
  reason?: string | null | undefined;
};

/** The person to keep out. */
export type SuspendUserInput = {
  /** Whom. */
  userId: string;
};

/** A connection to read now. */
export type SyncCalendarNowInput = {
  /** The connection. */
  connectionId: string;
};

/** Whether to change anything. */
export type SyncStripePricesInput = {
  /** Only say what differs. */
  dryRun?: boolean;
};

/** Which ticket, and the words that it is found under. */
export type TagTicketInput = {
  /** All of them, at most 20 of 1 to 50 characters. */
  tags: Array<string>;
  /** The ticket. */
  ticketId: string;
};

/** A legal limit of a year’s revenue. That of electronic services in the Union (10,000 € without VAT) is there from the beginning; the others an admin enters. */
export type ThresholdKind =
  | 'MICRO_ENTERPRISE'
  | 'UNION_ELECTRONIC'
  | 'VAT_FRANCHISE'
  | 'VAT_FRANCHISE_RAISED';

/** What can be done to a ticket. */
export type TicketAction =
  /** Give it to somebody of the team. */
  | 'ASSIGN'
  /** Say that it needs no answer. */
  | 'CANCEL'
  /** Agree that it is resolved. */
  | 'CLOSE'
  /** Go on in another ticket. */
  | 'MERGE'
  /** Say that it is not. */
  | 'REOPEN'
  /** Say that it is resolved. */
  | 'RESOLVE'
  /** Go on without their answer. */
  | 'RESUME'
  /** Make it yours. */
  | 'TAKE'
  /** Wait for whoever asks. */
  | 'WAIT';

/** What a ticket is about. As an input, the French names of before are understood too (`FACTURATION`). */
export type TicketCategory =
  /** The account. */
  | 'ACCOUNT'
  /** Payments and invoices. */
  | 'BILLING'
  /** Anything. */
  | 'GENERAL'
  /** An order. */
  | 'ORDER'
  /** None of these. */
  | 'OTHER'
  /** Something does not work. */
  | 'TECHNICAL';

/** Which tickets; what is absent does not matter. */
export type TicketFilterInput = {
  /** Those that this person has. */
  assigneeId?: string | null | undefined;
  /** Those about one of these. */
  categories?: Array<TicketCategory> | null | undefined;
  /** Those opened from this instant on. */
  createdFrom?: string | null | undefined;
  /** Those opened before this instant. */
  createdTo?: string | null | undefined;
  /** Unresolved ones whose next target is missed, or all others. */
  isBreached?: boolean | null | undefined;
  /** Those that nobody has, or those that somebody has. */
  isUnassigned?: boolean | null | undefined;
  /** Those about this order. */
  orderId?: string | null | undefined;
  /** Those as pressing as one of these. */
  priorities?: Array<TicketPriority> | null | undefined;
  /** Those that came in one of these ways. */
  sources?: Array<TicketSource> | null | undefined;
  /** Those in one of these states. */
  statuses?: Array<TicketStatus> | null | undefined;
  /** Those found under this word, at most 50 characters. */
  tag?: string | null | undefined;
  /** Words of the reference, the title or the description, as `searchMessages` finds them; at most 200 characters. */
  text?: string | null | undefined;
  /** Those that this person asks for. */
  userId?: string | null | undefined;
};

/** Which ticket. */
export type TicketInput = {
  /** The ticket. */
  ticketId: string;
};

/** How pressing a ticket is. As an input, the French names of before are understood too (`HAUTE`). */
export type TicketPriority =
  /** Now: somebody cannot work. */
  | 'CRITICAL'
  /** Before the others. */
  | 'HIGH'
  /** It can wait. */
  | 'LOW'
  /** As most. */
  | 'NORMAL'
  /** Today. */
  | 'URGENT';

/** How to order tickets. */
export type TicketSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC'
  /** By dueAt, the first, smallest or oldest at the beginning. */
  | 'DUE_AT_ASC'
  /** By priority, the last, largest or newest at the beginning. */
  | 'PRIORITY_DESC';

/** How a ticket came. */
export type TicketSource =
  /** By mail. */
  | 'EMAIL'
  /** The team wrote it down. */
  | 'INTERNAL'
  /** By telephone. */
  | 'PHONE'
  /** Whoever asks wrote it here. */
  | 'WEB';

/** Where a ticket stands. As an input, the French names of before are understood too (`OUVERT`). */
export type TicketStatus =
  /** It needs no answer. */
  | 'CANCELLED'
  /** Resolved, or gone into another one. */
  | 'CLOSED'
  /** Somebody works on it. */
  | 'IN_PROGRESS'
  /** Nobody has taken it. */
  | 'OPEN'
  /** The team says that it is resolved; for 14 days one may say otherwise. */
  | 'RESOLVED'
  /** It waits for whoever asks. */
  | 'WAITING';

/** Who has a cabinet from now on. */
export type TransferCabinetInput = {
  /** The cabinet. */
  id: string;
  /** A member of it. */
  toUserId: string;
};

/** How to order the trash of a cabinet. */
export type TrashSort =
  /** By trashedAt, the first, smallest or oldest at the beginning. */
  | 'TRASHED_AT_ASC'
  /** By trashedAt, the last, largest or newest at the beginning. */
  | 'TRASHED_AT_DESC';

/** A second factor. */
export type TwoFactorMethod =
  /** A code of eight digits, sent by mail. */
  | 'EMAIL_OTP'
  /** A code of eight digits, sent by SMS. */
  | 'SMS_OTP'
  /** A code of six digits from an authenticator app. */
  | 'TOTP';

/** What to ask of a browser, to answer a challenge with a passkey. */
export type TwoFactorPasskeyOptionsInput = {
  /** The challenge’s token. */
  challengeToken: string;
};

/** The order that is taken from its proofreader. */
export type UnassignProofreaderInput = {
  /** The order. */
  orderId: string;
};

/** What takes a change of address back. */
export type UndoEmailChangeInput = {
  /** The token in the link of the mail to the old address. */
  token: string;
};

/** A document that keeps its time. */
export type UndoRetentionChangeInput = {
  /** The document. */
  documentId: string;
};

/** What a quantity counts, by UN/ECE recommendation 20. */
export type UnitCode =
  /** Years. */
  | 'ANN'
  /** One by one. */
  | 'C62'
  /** Words. */
  | 'D68'
  /** Days. */
  | 'DAY'
  /** Hours. */
  | 'HUR'
  /** Kilograms. */
  | 'KGM'
  /** Kilometres. */
  | 'KMT'
  /** Kilowatt hours. */
  | 'KWH'
  /** Lump sums. */
  | 'LS'
  /** Litres. */
  | 'LTR'
  /** Minutes. */
  | 'MIN'
  /** Months. */
  | 'MON'
  /** Square metres. */
  | 'MTK'
  /** Metres. */
  | 'MTR'
  /** Sets. */
  | 'SET'
  /** Weeks. */
  | 'WEE'
  /** Pages. */
  | 'ZP';

/** Which identity to detach. */
export type UnlinkIdentityInput = {
  /** Identifier of an identity. */
  id: string;
};

/** A member and a folder. */
export type UnrestrictFolderInput = {
  /** The folder. */
  folderId: string;
  /** The member. */
  userId: string;
};

/** An artisan and what changes of them; what is absent stays. */
export type UpdateArtisanInput = {
  /** What they say about themself, at most 5,000 characters; null empties it. */
  bio?: string | null | undefined;
  /** What the events that are written into connected calendars say of a booking. */
  calendarDetail?: CalendarDetail | null | undefined;
  /** Their country, ISO 3166-1. */
  country?: string | null | undefined;
  /** Minutes kept free around an appointment at the customer’s, beside the buffers, 0 to 240. */
  defaultTravelMinutes?: number | null | undefined;
  /** The name that they show, 2 to 255 characters. */
  displayName?: string | null | undefined;
  /** Where mails about bookings go, at most 255 characters. */
  email?: string | null | undefined;
  /** The artisan. */
  id: string;
  /** Published, they are seen and booked by everybody; else hidden, without new bookings. */
  isPublished?: boolean | null | undefined;
  /** Their phone number, national forms read by their country; null empties it. */
  phone?: string | null | undefined;
  /** Where they receive, at most 500 characters; null empties it. */
  place?: string | null | undefined;
  /** From this minute of the local day on, customers are sent nothing: 0 to 1440. */
  quietFromMinute?: number | null | undefined;
  /** Until this minute of the local day, 0 to 1440. */
  quietUntilMinute?: number | null | undefined;
  /** Their part of addresses of the web, 3 to 60 of `a-z0-9-`; no other artisan has it. */
  slug?: string | null | undefined;
  /** After how many hours that is too long, 1 to 168. */
  staleAfterHours?: number | null | undefined;
  /** Their time zone, such as Europe/Paris. No booking moves with it. */
  timeZone?: string | null | undefined;
  /** What is offered when a connected calendar was not read for too long. */
  whenStale?: StalePolicy | null | undefined;
};

/** What changes of whom somebody’s invoices are made out to. What is absent stays; null empties it. */
export type UpdateBillingProfileInput = {
  /** Street and what else stands before the postcode: four lines at most. */
  addressLines?: Array<string> | null | undefined;
  /** City. */
  city?: string | null | undefined;
  /** Country, by ISO 3166-1: FR. It fits the kind of buyer. */
  country?: string | null | undefined;
  /** Where e-invoices reach them; outside France with its code list (`0208:0428759497`). Null: by SIREN, else by e-mail. */
  electronicAddress?: string | null | undefined;
  /** What they are to the tax office; never empty. */
  kind?: BuyerKind | null | undefined;
  /** Name on invoices; null for the one of the account. */
  name?: string | null | undefined;
  /** Whose invoices. */
  personId: string;
  /** Postcode. */
  postcode?: string | null | undefined;
  /** Their own reference, printed on invoices. */
  purchaseOrder?: string | null | undefined;
  /** Number of a French business: nine digits, with or without blanks. */
  siren?: string | null | undefined;
  /** Number of its establishment: fourteen digits that begin with the SIREN. */
  siret?: string | null | undefined;
  /** VAT number of a business, in the form of its country. */
  vatNumber?: string | null | undefined;
};

/** What changes about an appointment. What is left out stays. */
export type UpdateBookingDetailsInput = {
  /** All answers to the questions, anew. */
  answers?: Array<BookingAnswerInput> | null | undefined;
  /** Instead of the code, its identifier: for the account that booked, its artisan, and admins. */
  bookingId?: string | null | undefined;
  /** Its code, whatever its case, blanks and dash; alone, for the account that booked. */
  code?: string | null | undefined;
  /** Who comes. */
  customer?: BookingContactInput | null | undefined;
  /** What they add, at most 2,000 characters; null for nothing. */
  note?: string | null | undefined;
  /** How they want to hear of it. */
  notifications?: BookingNotificationsInput | null | undefined;
  /** With the code, the token of its link. */
  token?: string | null | undefined;
};

/** What changes of a cabinet; what is absent stays. */
export type UpdateCabinetInput = {
  /** Its colour. */
  colour?: CabinetColour | null | undefined;
  /** The type of documents that come without one; null for none. */
  defaultTypeId?: string | null | undefined;
  /** What it is for, at most 2,000 characters; null for nothing. */
  description?: string | null | undefined;
  /** The cabinet. */
  id: string;
  /** Whether contributors may make share links. */
  sharesByContributors?: boolean | null | undefined;
  /** How many days its trash keeps a document, 1 to 365. */
  trashDays?: number | null | undefined;
};

/** What an answer that is kept ready says from now on. */
export type UpdateCannedReplyInput = {
  /** Its text, 1 to 10,000 characters. */
  content: string;
  /** The canned reply. */
  id: string;
  /** Its language. */
  locale: Locale;
  /** What the team calls it, 1 to 100 characters. */
  name: string;
};

/** Another name for a word. */
export type UpdateCorrespondentInput = {
  /** The word. */
  id: string;
  /** The name, 1 to 120 characters; for a tag 60. */
  name?: string | null | undefined;
};

/** What changes of a field; what is absent stays. */
export type UpdateCustomFieldInput = {
  /** The values of a CHOICE, 1 to 50 of at most 60 characters. */
  choices?: Array<string> | null | undefined;
  /** The field. */
  id: string;
  /** Its name, 1 to 60 characters. */
  name?: string | null | undefined;
};

/** What changes of a document; what is absent stays, null takes away. */
export type UpdateDocumentInput = {
  /** Whom it is from or to. */
  correspondentId?: string | null | undefined;
  /** Values of custom fields, at most 30; the others stay. */
  customValues?: Array<CustomValueInput> | null | undefined;
  /** The date of the document. */
  documentDate?: string | null | undefined;
  /** The number of the version that you saw last. */
  expectedVersion: number;
  /** The document. */
  id: string;
  /** A note, sealed at rest, at most 10,000 characters. */
  note?: string | null | undefined;
  /** Its reference, at most 120 characters. */
  reference?: string | null | undefined;
  /** All its tags, at most 20. */
  tagIds?: Array<string> | null | undefined;
  /** Its title, 1 to 255 bytes. */
  title?: string | null | undefined;
  /** Its type. */
  typeId?: string | null | undefined;
};

/** What changes of a type; what is absent stays. */
export type UpdateDocumentTypeInput = {
  /** The law that asks for it, at most 255 characters; null for none. */
  ground?: string | null | undefined;
  /** The word. */
  id: string;
  /** How many months such a document is kept, 1 to 1,200; null for no time. */
  keepMonths?: number | null | undefined;
  /** The name, 1 to 120 characters; for a tag 60. */
  name?: string | null | undefined;
  /** What that counts from. */
  since?: KeepingStart | null | undefined;
  /** What comes after it. */
  then?: KeepingEnd | null | undefined;
};

/** New words of an entry; what is absent stays as it is. */
export type UpdateFaqEntryInput = {
  /** The answer, 1 to 10,000 characters, without markup. */
  answer?: string | null | undefined;
  /** The name of a category that there is. */
  category?: string | null | undefined;
  /** Further details; null for none. */
  details?: string | null | undefined;
  /** The entry. */
  id: string;
  /** The question, 1 to 500 characters. */
  question?: string | null | undefined;
  /** Its version as it was read; CONFLICT when somebody changed it since. */
  version: number;
};

/** A draft, written again whole: what is absent is emptied. */
export type UpdateInvoiceDraftInput = {
  /** Whom it is for: a person with an account. This or `person`. */
  buyerId?: string | null | undefined;
  /** The currency of all amounts. */
  currency?: Currency;
  /** Taken off the whole, after the discounts of the lines. */
  discount?: DiscountInput | null | undefined;
  /** The draft. */
  draftId: string;
  /** When it is to be paid: not before it is issued, and for a business within 60 days. Absent: by the seller’s terms. */
  dueOn?: string | null | undefined;
  /** What it becomes; an invoice unless said. */
  kind?: InvoiceDraftKind | null | undefined;
  /** What is sold: 1 to 200 lines. */
  lines: Array<SoldLineInput>;
  /** Free words, printed under the totals: at most 1000 characters. */
  notes?: string | null | undefined;
  /** What is sold; services unless said. */
  operation?: Operation | null | undefined;
  /** Whom it is for: a person without an account. This or `buyerId`. */
  person?: PersonWithoutAccountInput | null | undefined;
  /** What the prices are; without VAT unless said. */
  prices?: PriceBasis | null | undefined;
  /** The buyer’s reference of this purchase. */
  purchaseOrder?: string | null | undefined;
  /** What it is for: an order of the buyer, or an earlier invoice of the same sale, such as its first deposit. Absent: a free invoice. */
  subject?: SubjectInput | null | undefined;
  /** When the work was done. */
  suppliedOn?: string | null | undefined;
  /** Its version as it was read; CONFLICT when somebody changed it since. */
  version: number;
};

/** What changes of whom one’s invoices are made out to. What is absent stays; null empties it. */
export type UpdateMyBillingProfileInput = {
  /** Street and what else stands before the postcode: four lines at most. */
  addressLines?: Array<string> | null | undefined;
  /** City. */
  city?: string | null | undefined;
  /** Country, by ISO 3166-1: FR. It fits the kind of buyer. */
  country?: string | null | undefined;
  /** Where e-invoices reach them; outside France with its code list (`0208:0428759497`). Null: by SIREN, else by e-mail. */
  electronicAddress?: string | null | undefined;
  /** What they are to the tax office; never empty. */
  kind?: BuyerKind | null | undefined;
  /** Name on invoices; null for the one of the account. */
  name?: string | null | undefined;
  /** Postcode. */
  postcode?: string | null | undefined;
  /** Their own reference, printed on invoices. */
  purchaseOrder?: string | null | undefined;
  /** Number of a French business: nine digits, with or without blanks. */
  siren?: string | null | undefined;
  /** Number of its establishment: fourteen digits that begin with the SIREN. */
  siret?: string | null | undefined;
  /** VAT number of a business, in the form of its country. */
  vatNumber?: string | null | undefined;
};

/** What changes of a profile. What is absent stays; null empties what may be empty. */
export type UpdateMyProfileInput = {
  /** Postal address, several lines, 500 characters at most. */
  address?: string | null | undefined;
  /** What they say of themself, 2,000 characters at most. */
  bio?: string | null | undefined;
  /** First name, 1 to 50 characters; never empty. */
  firstName?: string | null | undefined;
  /** Last name, 1 to 50 characters; never empty. */
  lastName?: string | null | undefined;
  /** Language to write to them in; never empty. */
  locale?: Locale | null | undefined;
  /** Phone number, as +33612345678. */
  phone?: string | null | undefined;
  /** By which ways to hear of messages. */
  preferences?: PreferencesInput | null | undefined;
};

/** An offering and what changes of it; what is absent stays. */
export type UpdateOfferingInput = {
  /** How long a request waits for an answer, 1 to 720 hours. */
  approvalHours?: number | null | undefined;
  /** Whom a booking is with. */
  assignment?: AssignmentKind | null | undefined;
  /** Minutes kept free after it, 0 to 240, a multiple of 5. */
  bufferAfterMinutes?: number | null | undefined;
  /** Minutes kept free before it, 0 to 240, a multiple of 5. */
  bufferBeforeMinutes?: number | null | undefined;
  /** What comes back of a deposit, at most 10; all of them. */
  cancellationTiers?: Array<CancellationTierInput> | null | undefined;
  /** How many people come at most with one booking, 1 to 200. */
  capacity?: number | null | undefined;
  /** Currency of its price. */
  currency?: Currency | null | undefined;
  /** Share of the price that is paid when it is booked, 0 to 100, two decimals. A deposit of 1 to 49 cents is refused. */
  depositPercent?: number | null | undefined;
  /** What it is, at most 5,000 characters; null empties it. */
  description?: string | null | undefined;
  /** How long it lasts, at most 720 minutes: a multiple of BOOKING_STEP_MINUTES. */
  durationMinutes?: number | null | undefined;
  /** How many days ahead it is bookable, 1 to 365. One of the two horizons. */
  horizonDays?: number | null | undefined;
  /** How many working days ahead it is bookable, 1 to 250. One of the two horizons. */
  horizonWorkingDays?: number | null | undefined;
  /** The offering. */
  id: string;
  /** Where it takes place. */
  locationKind?: LocationKind | null | undefined;
  /** How many are booked at most on a local day of the artisan, 1 to 100; null empties it. */
  maxPerDay?: number | null | undefined;
  /** How often a customer may move it, 0 to 20. */
  maxReschedules?: number | null | undefined;
  /** Its name, 2 to 255 characters. */
  name?: string | null | undefined;
  /** How long before its start it is bookable, 0 to 43,200 minutes. */
  noticeMinutes?: number | null | undefined;
  /** The address, or the link of one that is online, at most 500 characters; null empties it. */
  place?: string | null | undefined;
  /** Its place among the others, from 0. */
  position?: number | null | undefined;
  /** What it costs in whole minor units, VAT included, 0 to 100,000,000. */
  priceCents?: number | null | undefined;
  /** What customers are asked, at most 10; all of them. */
  questions?: Array<OfferingQuestionInput> | null | undefined;
  /** Reminders beside that of the evening before, at most 5; all of them. */
  reminders?: Array<ReminderRuleInput> | null | undefined;
  /** Whether the artisan says yes to each booking. */
  requiresApproval?: boolean | null | undefined;
  /** How long before its start a customer may move it, 0 to 43,200 minutes. */
  rescheduleUntilMinutes?: number | null | undefined;
  /** Between the beginnings that are offered: 5 to 720 minutes, a multiple of 5. */
  slotStepMinutes?: number | null | undefined;
};

/** What to put right in an order; what is absent stays, an empty text goes. */
export type UpdateOrderInput = {
  /** Instructions to the proofreader, at most 16,383 characters. */
  customerNote?: string | null | undefined;
  /** What the text is, at most 16,383 characters. */
  description?: string | null | undefined;
  /** When the work is to be delivered: to come, and on a working day; for admins. */
  dueAt?: string | null | undefined;
  /** The order. */
  orderId: string;
  /** How pressing it is; for admins. */
  priority?: Priority | null | undefined;
  /** Title of the manuscript, 1 to 255 characters. */
  title?: string | null | undefined;
};

/** How far the work is. */
export type UpdateOrderProgressInput = {
  /** The order. */
  orderId: string;
  /** The share that is done, 0 to 100. */
  percent: number;
};

/** A service of the price list and what changes of it; what is absent stays. */
export type UpdatePriceItemInput = {
  /** Currency; never changes once something was ordered. */
  currency?: Currency | null | undefined;
  /** What it includes, at most 2,000 characters. */
  description?: string | null | undefined;
  /** Usual time it takes, as text, at most 100 characters; null empties it. */
  estimatedDuration?: string | null | undefined;
  /** The item. */
  id: string;
  /** To be shown first. */
  isFeatured?: boolean | null | undefined;
  /** The least that an order costs, in whole minor units, VAT included: 1 to 1,000,000,000; null for none. */
  minimumCents?: number | null | undefined;
  /** Its name, at most 100 characters; no other item has it. */
  name?: string | null | undefined;
  /** Price of one unit, in whole minor units, VAT included: 1 to 1,000,000,000. */
  priceCents?: number | null | undefined;
  /** Time of an urgent order in working days, 1 to 365; null: nothing is promised. No more than the usual time. */
  rushWorkingDays?: number | null | undefined;
  /** Family of services, at most 100 characters. */
  serviceType?: string | null | undefined;
  /** Time to the delivery in working days, 1 to 365; null: nothing is promised. */
  turnaroundWorkingDays?: number | null | undefined;
  /** What the price buys; never changes once something was ordered. */
  unit?: PriceUnit | null | undefined;
  /** Offered from this instant on; null: at once. */
  validFrom?: string | null | undefined;
};

/** What you can take on. What is absent stays as it is. */
export type UpdateProofreaderProfileInput = {
  /** All absences to come, at most 50, none overlapping another; they take the place of those there are. */
  absences?: Array<AbsenceInput> | null | undefined;
  /** Pages of 1,500 characters a working day, 1 to 500. */
  capacityPagesPerDay?: number | null | undefined;
  /** Genres, at most 20 of 50 characters. */
  genres?: Array<string> | null | undefined;
  /** Languages, at most 20 of 50 characters. */
  languages?: Array<string> | null | undefined;
  /** Specialities, at most 20 of 50 characters. */
  specialities?: Array<string> | null | undefined;
};

/** A draft of a quote, written again whole: what is absent is emptied. */
export type UpdateQuoteInput = {
  /** Whom it is for: a person with an account. This or `person`. */
  buyerId?: string | null | undefined;
  /** The currency of all amounts. */
  currency?: Currency;
  /** The deposit in percent, 1 to 100: with DEPOSIT, and only there. */
  depositPercent?: number | null | undefined;
  /** Taken off the whole, after the discounts of the lines. */
  discount?: DiscountInput | null | undefined;
  /** What is sold: 1 to 200 lines. */
  lines: Array<SoldLineInput>;
  /** Free words, printed under the totals: at most 1000 characters. */
  notes?: string | null | undefined;
  /** What accepting it does. */
  onAcceptance: AcceptanceEffect;
  /** What is sold; services unless said. */
  operation?: Operation | null | undefined;
  /** Whom it is for: a person without an account. This or `buyerId`. */
  person?: PersonWithoutAccountInput | null | undefined;
  /** What the prices are; without VAT unless said. */
  prices?: PriceBasis | null | undefined;
  /** The buyer’s reference of this purchase. */
  purchaseOrder?: string | null | undefined;
  /** The quote. */
  quoteId: string;
  /** What it is for: an order of the buyer, or an earlier invoice of the same sale. Absent: a quote of its own. */
  subject?: SubjectInput | null | undefined;
  /** The last day on which it can be accepted: today or later. */
  validUntil: string;
  /** Its version as it was read; CONFLICT when somebody changed it since. */
  version: number;
};

/** A reminder step and what changes of it; what is absent stays. */
export type UpdateReminderStepInput = {
  /** Days after the due day, 1 to 365: more than the step before it, fewer than the one after it. */
  days?: number | null | undefined;
  /** Whether it is sent. */
  isEnabled?: boolean | null | undefined;
  /** The step. */
  stepId: string;
  /** What the mail says in English, at most 2,000 characters. */
  textEn?: string | null | undefined;
  /** What the mail says in French, at most 2,000 characters. */
  textFr?: string | null | undefined;
  /** Subject and title in English, at most 120 characters. */
  titleEn?: string | null | undefined;
  /** Subject and title in French, at most 120 characters. */
  titleFr?: string | null | undefined;
};

/** Another period for a class of records. */
export type UpdateRetentionPolicyInput = {
  /** Days, within `leastDays` and `mostDays`. */
  days: number;
  /** Which records. */
  recordClass: RetentionClass;
};

/** What changes of a tag; what is absent stays. */
export type UpdateTagInput = {
  /** Its colour. */
  colour?: CabinetColour | null | undefined;
  /** The word. */
  id: string;
  /** The name, 1 to 120 characters; for a tag 60. */
  name?: string | null | undefined;
};

/** What to put right in an account; what is absent stays. */
export type UpdateUserInput = {
  /** First name, 1 to 50 characters. */
  firstName?: string | null | undefined;
  /** Last name, 1 to 50 characters. */
  lastName?: string | null | undefined;
  /** Language to write to them in. */
  locale?: Locale | null | undefined;
  /** Whose account. */
  userId: string;
};

/** What can be done with an upload. */
export type UploadAction =
  | 'append'
  | 'cancel';

/** A picture of oneself. */
export type UploadAvatarInput = {
  /** A PNG, JPEG or WebP picture. */
  file: FileToSend;
};

/** A file for an appointment, and by what right. */
export type UploadBookingFileInput = {
  /** Instead of the code, its identifier: for the account that booked, its artisan, and admins. */
  bookingId?: string | null | undefined;
  /** Its code, whatever its case, blanks and dash; alone, for the account that booked. */
  code?: string | null | undefined;
  /** The file: a document or an image. */
  file: FileToSend;
  /** The question that it answers, of the kind `FILE`. */
  questionId: string;
  /** With the code, the token of its link. */
  token?: string | null | undefined;
};

/** A proofread text. */
export type UploadCorrectedFileInput = {
  /** The text. */
  file: FileToSend;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The order. */
  orderId: string;
};

/** A document for a cabinet. */
export type UploadDocumentInput = {
  /** The cabinet. */
  cabinetId: string;
  /** What is said of this version, at most 500 characters. */
  comment?: string | null | undefined;
  /** The file. */
  file: FileToSend;
  /** The folder; the top of the cabinet unless given. */
  folderId?: string | null | undefined;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** What becomes of a title that is taken. REFUSE unless given. */
  onNameTaken?: OnNameTaken | null | undefined;
  /** Its title, 1 to 255 bytes. The name of the file unless given. */
  title?: string | null | undefined;
};

/** The text to be proofread, of an order without an account. */
export type UploadGuestManuscriptInput = {
  /** The text; it takes the place of the one before. */
  file: FileToSend;
  /** Its token, as it was given last. */
  token: string;
};

/** A text to be proofread. */
export type UploadManuscriptInput = {
  /** The text. */
  file: FileToSend;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The order. */
  orderId: string;
};

/** Something to keep at hand while proofreading. */
export type UploadReferenceInput = {
  /** A document or an image. */
  file: FileToSend;
  /** An idempotency key of your choice, 8 to 128 characters, such as a UUID. Within two days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT. */
  key?: string | null | undefined;
  /** The order. */
  orderId: string;
};

/** RECEIVING: bytes are expected. FINISHING: all are there and are judged. DONE: it is a version. REFUSED, CANCELLED, EXPIRED: nothing of it is kept. */
export type UploadStatus =
  | 'CANCELLED'
  | 'DONE'
  | 'EXPIRED'
  | 'FINISHING'
  | 'RECEIVING'
  | 'REFUSED';

/** Which accounts; what is absent does not matter. */
export type UserFilterInput = {
  /** Made then or later. */
  createdFrom?: string | null | undefined;
  /** Made before then. */
  createdTo?: string | null | undefined;
  /** Only people of this role. */
  role?: UserRole | null | undefined;
  /** Words of a name or an e-mail address, at most 100 characters; each must be found, whatever its case and accents. Five words count. */
  search?: string | null | undefined;
  /** Only accounts that stand there. */
  status?: UserStatus | null | undefined;
};

/** Who a person is to the business. */
export type UserRole =
  | 'ADMIN'
  | 'ARTISAN'
  | 'CUSTOMER'
  | 'PROOFREADER';

/** How to order accounts. */
export type UserSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC'
  /** By name, the first, smallest or oldest at the beginning. */
  | 'NAME_ASC'
  /** By name, the last, largest or newest at the beginning. */
  | 'NAME_DESC';

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

/** Which VAT a line bears (EN 16931). */
export type VatCategory =
  /** Reverse charge: the buyer owes the VAT. */
  | 'AE'
  /** Exempt: the seller charges no VAT (franchise). */
  | 'E'
  /** Outside the scope of French VAT. */
  | 'O'
  /** Taxed at the rate of the line. */
  | 'S';

/** Whether a VAT number was looked up in VIES, the register of the European Union. */
export type VatNumberCheck =
  /** VIES does not know it. */
  | 'INVALID'
  /** It was not looked up. */
  | 'UNCHECKED'
  /** VIES knows it. */
  | 'VALID';

/** How often VAT is declared. */
export type VatPeriod =
  /** Never: no VAT is charged. */
  | 'FRANCHISE'
  /** Every month. */
  | 'MONTHLY'
  /** Every three months. */
  | 'QUARTERLY'
  /** The simplified regime: once a year. */
  | 'SIMPLIFIED';

/** Whether a seller charges VAT. */
export type VatRegime =
  /** No VAT is charged (small businesses). */
  | 'FRANCHISE'
  /** VAT at the rate of each line. */
  | 'STANDARD';

/** A backup to verify. */
export type VerifyBackupInput = {
  /** The backup. */
  backupId: string;
  /** How many percent of the files are opened too. */
  sample?: number;
};

/** The pages of an order in review, as counted. */
export type VerifyPagesInput = {
  /** The order. */
  orderId: string;
  /** Pages of 1,500 characters, 1 to 10,000. */
  pages: number;
  /** Why it is so many, as the customer reads it, at most 2,000 characters. */
  reason?: string | null | undefined;
};

/** The answer to a challenge. */
export type VerifyTwoFactorInput = {
  /** The challenge’s token. */
  challengeToken: string;
  /** The code; blanks do not matter. For every method but PASSKEY. */
  code?: string | null | undefined;
  /** What is shown: one of the challenge’s methods. */
  method: AuthenticationMethod;
  /** For PASSKEY: what the browser answered to `twoFactorPasskeyOptions` (WebAuthn, AuthenticationResponseJSON). */
  passkey?: Record<string, unknown> | null | undefined;
  /** Trust this device for 30 days? Then `trustedDeviceToken` is answered: give it to `login` on this device. */
  trustDevice?: boolean;
};

/** Where a version comes from. */
export type VersionOrigin =
  /** It is a copy of another document. */
  | 'COPIED'
  /** It was uploaded as a version of a known document. */
  | 'EDIT'
  /** It came with the document from another cabinet. */
  | 'MOVED'
  /** A backup was restored. */
  | 'RESTORED_BACKUP'
  /** An older version was restored. */
  | 'RESTORED_VERSION'
  /** It was uploaded. */
  | 'UPLOAD';

/** Which events of payment providers; what is absent does not matter. */
export type WebhookEventFilterInput = {
  /** Received at this instant or later. */
  from?: string | null | undefined;
  /** About this payment. */
  paymentId?: string | null | undefined;
  /** Of this provider: STRIPE. */
  provider?: string | null | undefined;
  /** In this status. */
  status?: WebhookStatus | null | undefined;
  /** Received before this instant. */
  to?: string | null | undefined;
  /** Of this kind, as the provider calls it. */
  type?: string | null | undefined;
};

/** How to order events of payment providers. */
export type WebhookEventSort =
  /** By createdAt, the first, smallest or oldest at the beginning. */
  | 'CREATED_AT_ASC'
  /** By createdAt, the last, largest or newest at the beginning. */
  | 'CREATED_AT_DESC';

/** Status of an event of a payment provider. */
export type WebhookStatus =
  /** Processed. */
  | 'APPLIED'
  /** Not acted upon: of another kind, not ours, or not accepted. */
  | 'IGNORED'
  /** Received; its job will process it, or has given up. */
  | 'RECEIVED';

/** A day of the week. */
export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

/** A window or a break of a weekday. Those of one day that overlap are one. */
export type WeeklyRuleInput = {
  /** A date of a week that counts; required for every other week. */
  anchorOn?: string | null | undefined;
  /** Where it ends, after its beginning, a multiple of 5; 1440 is midnight. */
  endMinute: number;
  /** 1: every week; 2: every other week, that of `anchorOn` among them. */
  everyWeeks?: number;
  /** The offering that it is for, one of the artisan; all unless given. */
  offeringId?: string | null | undefined;
  /** Where it begins, in minutes of the local day, a multiple of 5: 540 is 9:00. */
  startMinute: number;
  /** The first date. */
  validFrom?: string | null | undefined;
  /** The last date. */
  validTo?: string | null | undefined;
  /** The day of the week. */
  weekday: Weekday;
};

/** An appointment of an agenda. */
export type WhichBookingInput = {
  /** The appointment. */
  bookingId: string;
};

/** Which of two times, where clocks go back. */
export type WhichTime =
  /** The first one. */
  | 'EARLIER'
  /** The second one. */
  | 'LATER';

/** The consent to take back. */
export type WithdrawConsentInput = {
  /** What it was for. */
  purpose: ConsentPurpose;
};

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type RegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type RegisterMutation = { register: { email: string, isActivationMailed: boolean } };

export type ActivateAccountMutationVariables = Exact<{
  input: ActivateAccountInput;
}>;


export type ActivateAccountMutation = { activateAccount: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type ResendActivationMutationVariables = Exact<{
  input: ResendActivationInput;
}>;


export type ResendActivationMutation = { resendActivation: { email: string, isActivationMailed: boolean } };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type LoginMutationVariables = Exact<{
  input: LoginInput;
}>;


export type LoginMutation = { login:
    | { __typename: 'Session', accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } }
    | { __typename: 'TwoFactorChallenge', challengeToken: string, methods: Array<AuthenticationMethod>, codeSentBy: TwoFactorMethod | null, expiresAt: string }
   };

export type RefreshSessionMutationVariables = Exact<{
  input: RefreshSessionInput;
}>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } } };

export type LogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutMutation = { logout: { endedSessions: number } };

export type LogoutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutEverywhereMutation = { logoutEverywhere: { endedSessions: number } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { email: string } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type AccountFragment = { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null };

export type SignedInFragment = { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type ChallengedFragment = { challengeToken: string, methods: Array<AuthenticationMethod>, codeSentBy: TwoFactorMethod | null, expiresAt: string };

export type OrdersQueryVariables = Exact<{
  filter?: OrderFilterInput | null | undefined;
  status?: OrderStatus | null | undefined;
  customerId?: string | null | undefined;
  proofreaderId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: OrderSort | null | undefined;
  search?: string | null | undefined;
}>;


export type OrdersQuery = { orders: { nodes: Array<{ id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string, email: string | null }, proofreader: { id: string, displayName: string } | null, total: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type AssignProofreaderMutationVariables = Exact<{
  input: AssignProofreaderInput;
}>;


export type AssignProofreaderMutation = { assignProofreader: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, proofreader: { id: string, displayName: string } | null, proofreaderLoad: { capacityPagesPerDay: number, languages: Array<string>, genres: Array<string>, specialities: Array<string>, openOrders: number, openPages: number, nextFreeDay: string | null, doneOn: string | null, holdsDueAt: boolean | null, averageDays: number | null, revisions: number, proofreader: { id: string, displayName: string } } | null, total: { amount: number, currency: Currency } } };

export type ProofreadersQueryVariables = Exact<{
  orderId: string;
}>;


export type ProofreadersQuery = { proofreaders: Array<{ capacityPagesPerDay: number, languages: Array<string>, genres: Array<string>, specialities: Array<string>, openOrders: number, openPages: number, nextFreeDay: string | null, doneOn: string | null, holdsDueAt: boolean | null, averageDays: number | null, revisions: number, proofreader: { id: string, displayName: string } }> };

export type AssignedOrdersQueryVariables = Exact<{
  userId: string;
}>;


export type AssignedOrdersQuery = { user: { id: string, assignedOrders: Array<{ id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } }> } };

export type UnassignProofreaderMutationVariables = Exact<{
  input: UnassignProofreaderInput;
}>;


export type UnassignProofreaderMutation = { unassignProofreader: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type ProofreaderLoadDetailsFragment = { capacityPagesPerDay: number, languages: Array<string>, genres: Array<string>, specialities: Array<string>, openOrders: number, openPages: number, nextFreeDay: string | null, doneOn: string | null, holdsDueAt: boolean | null, averageDays: number | null, revisions: number, proofreader: { id: string, displayName: string } };

export type SuspendOrderMutationVariables = Exact<{
  input: SuspendOrderInput;
}>;


export type SuspendOrderMutation = { suspendOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type ResumeOrderMutationVariables = Exact<{
  input: ResumeOrderInput;
}>;


export type ResumeOrderMutation = { resumeOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type CreateAdminNotificationMutationVariables = Exact<{
  input: CreateAdminNotificationInput;
}>;


export type CreateAdminNotificationMutation = { createAdminNotification: { recipientCount: number } };

export type LateOrdersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: LateOrderSort | null | undefined;
}>;


export type LateOrdersQuery = { lateOrders: { nodes: Array<{ dueAt: string, daysLate: number, reason: LateReason, nextStep: NextStep, order: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, proofreader: { id: string, displayName: string } | null, total: { amount: number, currency: Currency } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type OrderCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type OrderCountsQuery = { orderCounts: { total: number, needsAttention: number, unassigned: number, late: number, unpaid: number, byStatus: Array<{ status: OrderStatus, count: number }> } };

export type OrderBoardQueryVariables = Exact<{ [key: string]: never; }>;


export type OrderBoardQuery = { orderBoard: Array<{ status: OrderStatus, totalCount: number, orders: Array<{ id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } }> }> };

export type SetDueDateMutationVariables = Exact<{
  input: SetDueDateInput;
}>;


export type SetDueDateMutation = { setDueDate: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type AnswerExtensionMutationVariables = Exact<{
  input: AnswerExtensionInput;
}>;


export type AnswerExtensionMutation = { answerExtension: { id: string, orderId: string, status: ExtensionStatus, dueAt: string, until: string, reason: string, note: string | null, createdAt: string, answeredAt: string | null, askedBy: { id: string, displayName: string } | null } };

export type RunOnOrdersMutationVariables = Exact<{
  input: RunOnOrdersInput;
}>;


export type RunOnOrdersMutation = { runOnOrders: Array<{ orderId: string, isDone: boolean, code: string | null, message: string | null, order: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } | null }> };

export type RequestOrdersExportMutationVariables = Exact<{
  input: RequestOrdersExportInput;
}>;


export type RequestOrdersExportMutation = { requestOrdersExport: { id: string, format: OrderExportFormat, totalOrders: number, writtenOrders: number, fileId: string | null, createdAt: string, finishedAt: string | null } };

export type OrdersExportQueryVariables = Exact<{
  id: string;
}>;


export type OrdersExportQuery = { ordersExport: { id: string, format: OrderExportFormat, totalOrders: number, writtenOrders: number, fileId: string | null, createdAt: string, finishedAt: string | null } };

export type OrdersExportUpdatedSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type OrdersExportUpdatedSubscription = { ordersExportUpdated: { cursor: string, export: { id: string, format: OrderExportFormat, totalOrders: number, writtenOrders: number, fileId: string | null, createdAt: string, finishedAt: string | null } } };

export type OrdersUpdatedSubscriptionVariables = Exact<{
  filter?: OrderFilterInput | null | undefined;
  after?: string | null | undefined;
}>;


export type OrdersUpdatedSubscription = { ordersUpdated: { cursor: string, orderId: string, status: OrderStatus | null } };

export type OrdersExportProgressFragment = { id: string, format: OrderExportFormat, totalOrders: number, writtenOrders: number, fileId: string | null, createdAt: string, finishedAt: string | null };

export type AgendaQueryVariables = Exact<{
  from: string;
  days?: number;
  artisanId?: string | null | undefined;
}>;


export type AgendaQuery = { agenda: { artisanId: string, timeZone: string, startsAt: string, endsAt: string, entries: Array<{ kind: AgendaEntryKind, startsAt: string, endsAt: string, booking: { id: string, code: string, status: BookingStatus, staffActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, partySize: number, locationKind: LocationKind, place: string | null, userId: string | null, customerName: string, customerEmail: string | null, customerPhone: string | null, customerTimeZone: string, customerNote: string | null, staffNote: string | null, source: BookingSource, orderId: string | null, depositStatus: DepositStatus, holdUntil: string | null, createdAt: string, cancelledAt: string | null, cancelledBy: BookingParty | null, cancellationReason: string | null, attendanceAt: string | null, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } } | null, closure: { id: string, fromOn: string | null, untilOn: string | null, fromAt: string | null, untilAt: string | null, reason: string | null, isYearly: boolean } | null }> } };

export type ArtisanBookingsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  orderBy?: BookingSort;
  filter?: BookingFilterInput | null | undefined;
}>;


export type ArtisanBookingsQuery = { artisanBookings: { totalCount: number | null, nodes: Array<{ id: string, code: string, status: BookingStatus, staffActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, partySize: number, locationKind: LocationKind, place: string | null, userId: string | null, customerName: string, customerEmail: string | null, customerPhone: string | null, customerTimeZone: string, customerNote: string | null, staffNote: string | null, source: BookingSource, orderId: string | null, depositStatus: DepositStatus, holdUntil: string | null, createdAt: string, cancelledAt: string | null, cancelledBy: BookingParty | null, cancellationReason: string | null, attendanceAt: string | null, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AgendaBookingQueryVariables = Exact<{
  id: string;
}>;


export type AgendaBookingQuery = { booking: { id: string, code: string, status: BookingStatus, staffActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, partySize: number, locationKind: LocationKind, place: string | null, userId: string | null, customerName: string, customerEmail: string | null, customerPhone: string | null, customerTimeZone: string, customerNote: string | null, staffNote: string | null, source: BookingSource, orderId: string | null, depositStatus: DepositStatus, holdUntil: string | null, createdAt: string, cancelledAt: string | null, cancelledBy: BookingParty | null, cancellationReason: string | null, attendanceAt: string | null, history: Array<{ id: string, verb: string, by: BookingParty, at: string, actorId: string | null, fromStartsAt: string | null, toStartsAt: string | null, fromArtisanId: string | null, toArtisanId: string | null }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } } };

export type ArtisanStatsQueryVariables = Exact<{
  statsFrom: string;
  statsTo: string;
  artisanId?: string | null | undefined;
}>;


export type ArtisanStatsQuery = { artisanStats: { artisanId: string, timeZone: string, from: string, to: string, total: { bookings: number, completed: number, noShows: number, cancelled: number, noShowShare: number | null, cancellationShare: number | null, medianLeadMinutes: number | null, openMinutes: number, bookedMinutes: number, occupancy: number | null, revenue: Array<{ amount: number, currency: Currency }>, depositsKept: Array<{ amount: number, currency: Currency }> }, byOffering: Array<{ offeringId: string, name: string, figures: { bookings: number, completed: number, noShows: number, cancelled: number, noShowShare: number | null, cancellationShare: number | null, medianLeadMinutes: number | null, openMinutes: number, bookedMinutes: number, occupancy: number | null, revenue: Array<{ amount: number, currency: Currency }>, depositsKept: Array<{ amount: number, currency: Currency }> } }>, byWeekday: Array<{ weekday: Weekday, figures: { bookings: number, completed: number, noShows: number, cancelled: number, noShowShare: number | null, cancellationShare: number | null, medianLeadMinutes: number | null, openMinutes: number, bookedMinutes: number, occupancy: number | null, revenue: Array<{ amount: number, currency: Currency }>, depositsKept: Array<{ amount: number, currency: Currency }> } }>, byMonth: Array<{ month: string, figures: { bookings: number, completed: number, noShows: number, cancelled: number, noShowShare: number | null, cancellationShare: number | null, medianLeadMinutes: number | null, openMinutes: number, bookedMinutes: number, occupancy: number | null, revenue: Array<{ amount: number, currency: Currency }>, depositsKept: Array<{ amount: number, currency: Currency }> } }> } };

export type ExportBookingsMutationVariables = Exact<{
  input: ExportBookingsInput;
}>;


export type ExportBookingsMutation = { exportBookings: { id: string, format: BookingExportFormat, totalBookings: number, writtenBookings: number, fileId: string | null, createdAt: string, finishedAt: string | null } };

export type BookingsExportQueryVariables = Exact<{
  id: string;
}>;


export type BookingsExportQuery = { bookingsExport: { id: string, format: BookingExportFormat, totalBookings: number, writtenBookings: number, fileId: string | null, createdAt: string, finishedAt: string | null } };

export type AgendaChangedSubscriptionVariables = Exact<{
  watchedArtisanId: string;
  after?: string | null | undefined;
}>;


export type AgendaChangedSubscription = { agendaChanged: { artisanId: string, bookingId: string | null, verb: string | null, cursor: string } };

export type AgendaBookingFieldsFragment = { id: string, code: string, status: BookingStatus, staffActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, partySize: number, locationKind: LocationKind, place: string | null, userId: string | null, customerName: string, customerEmail: string | null, customerPhone: string | null, customerTimeZone: string, customerNote: string | null, staffNote: string | null, source: BookingSource, orderId: string | null, depositStatus: DepositStatus, holdUntil: string | null, createdAt: string, cancelledAt: string | null, cancelledBy: BookingParty | null, cancellationReason: string | null, attendanceAt: string | null, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } };

export type ArtisanFiguresFieldsFragment = { bookings: number, completed: number, noShows: number, cancelled: number, noShowShare: number | null, cancellationShare: number | null, medianLeadMinutes: number | null, openMinutes: number, bookedMinutes: number, occupancy: number | null, revenue: Array<{ amount: number, currency: Currency }>, depositsKept: Array<{ amount: number, currency: Currency }> };

export type BookingsExportFieldsFragment = { id: string, format: BookingExportFormat, totalBookings: number, writtenBookings: number, fileId: string | null, createdAt: string, finishedAt: string | null };

export type ArchiveDashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type ArchiveDashboardQuery = { archiveDashboard: { cabinets: number, users: number, documents: number, versions: number, storedBytes: number, sealedBytes: number, trashedDocuments: number, dueDocuments: number, certificates: number, growth: Array<{ bucket: string, value: number }>, byMimeType: Array<{ bucket: string, value: number }> } };

export type CabinetDashboardQueryVariables = Exact<{
  cabinetId: string;
}>;


export type CabinetDashboardQuery = { cabinetDashboard: { documents: number, versions: number, storedBytes: number, trashedDocuments: number, dueDocuments: number, members: number, growth: Array<{ bucket: string, value: number }>, byType: Array<{ bucket: string, value: number }> } };

export type UserActivityQueryVariables = Exact<{
  userId: string;
  from: string;
  to: string;
}>;


export type UserActivityQuery = { userActivity: { total: number, byAction: Array<{ bucket: string, value: number }>, byDay: Array<{ bucket: string, value: number }> } };

export type CabinetActivityQueryVariables = Exact<{
  cabinetId: string;
  orderBy?: CabinetActivitySort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CabinetActivityQuery = { cabinetActivity: { nodes: Array<{ seq: number, at: string, action: string, actorId: string | null, documentId: string | null, folderId: string | null, title: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CabinetActivityAddedSubscriptionVariables = Exact<{
  cabinetId: string;
  after?: string | null | undefined;
}>;


export type CabinetActivityAddedSubscription = { cabinetActivity: { cursor: string, activity: { seq: number, at: string, action: string, actorId: string | null, documentId: string | null, folderId: string | null, title: string | null } } };

export type DocumentVersionFieldsFragment = { id: string, number: number, fileId: string | null, label: string | null, comment: string | null, origin: VersionOrigin, restoredFrom: string | null, authorId: string | null, mimeType: string, sha256: string, sizeBytes: number, words: number | null, pages: number | null, createdAt: string };

export type DocumentFieldsFragment = { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null };

export type AddedDocumentFieldsFragment = { isUnchanged: boolean, document: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null }, version: { id: string, number: number, fileId: string | null, label: string | null, comment: string | null, origin: VersionOrigin, restoredFrom: string | null, authorId: string | null, mimeType: string, sha256: string, sizeBytes: number, words: number | null, pages: number | null, createdAt: string } };

export type DocumentsQueryVariables = Exact<{
  cabinetId: string;
  folderId?: string | null | undefined;
  filter?: DocumentFilterInput | null | undefined;
  search?: string | null | undefined;
  orderBy?: DocumentSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DocumentsQuery = { documents: { nodes: Array<{ id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DocumentQueryVariables = Exact<{
  id: string;
}>;


export type DocumentQuery = { document: { note: string | null, id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, currentVersion: { id: string, number: number, fileId: string | null, label: string | null, comment: string | null, origin: VersionOrigin, restoredFrom: string | null, authorId: string | null, mimeType: string, sha256: string, sizeBytes: number, words: number | null, pages: number | null, createdAt: string } | null, versions: { nodes: Array<{ id: string, number: number, fileId: string | null, label: string | null, comment: string | null, origin: VersionOrigin, restoredFrom: string | null, authorId: string | null, mimeType: string, sha256: string, sizeBytes: number, words: number | null, pages: number | null, createdAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type TrashQueryVariables = Exact<{
  cabinetId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  orderBy?: TrashSort | null | undefined;
}>;


export type TrashQuery = { trash: { nodes: Array<{ id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RecentDocumentsQueryVariables = Exact<{ [key: string]: never; }>;


export type RecentDocumentsQuery = { recentDocuments: Array<{ id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null }> };

export type FavouriteDocumentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FavouriteDocumentsQuery = { favouriteDocuments: { nodes: Array<{ id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CompareDocumentVersionsQueryVariables = Exact<{
  documentId: string;
  from: number;
  to: number;
}>;


export type CompareDocumentVersionsQuery = { compareDocumentVersions: { isSameContent: boolean, sizeDifference: number, changed: Array<string>, from: { id: string, number: number, fileId: string | null, label: string | null, comment: string | null, origin: VersionOrigin, restoredFrom: string | null, authorId: string | null, mimeType: string, sha256: string, sizeBytes: number, words: number | null, pages: number | null, createdAt: string }, to: { id: string, number: number, fileId: string | null, label: string | null, comment: string | null, origin: VersionOrigin, restoredFrom: string | null, authorId: string | null, mimeType: string, sha256: string, sizeBytes: number, words: number | null, pages: number | null, createdAt: string } } };

export type UploadDocumentMutationVariables = Exact<{
  input: UploadDocumentInput;
}>;


export type UploadDocumentMutation = { uploadDocument: { isUnchanged: boolean, document: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null }, version: { id: string, number: number, fileId: string | null, label: string | null, comment: string | null, origin: VersionOrigin, restoredFrom: string | null, authorId: string | null, mimeType: string, sha256: string, sizeBytes: number, words: number | null, pages: number | null, createdAt: string } } };

export type AddDocumentVersionMutationVariables = Exact<{
  input: AddDocumentVersionInput;
}>;


export type AddDocumentVersionMutation = { addDocumentVersion: { isUnchanged: boolean, document: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null }, version: { id: string, number: number, fileId: string | null, label: string | null, comment: string | null, origin: VersionOrigin, restoredFrom: string | null, authorId: string | null, mimeType: string, sha256: string, sizeBytes: number, words: number | null, pages: number | null, createdAt: string } } };

export type RestoreDocumentVersionMutationVariables = Exact<{
  input: RestoreDocumentVersionInput;
}>;


export type RestoreDocumentVersionMutation = { restoreDocumentVersion: { isUnchanged: boolean, document: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null }, version: { id: string, number: number, fileId: string | null, label: string | null, comment: string | null, origin: VersionOrigin, restoredFrom: string | null, authorId: string | null, mimeType: string, sha256: string, sizeBytes: number, words: number | null, pages: number | null, createdAt: string } } };

export type CopyDocumentMutationVariables = Exact<{
  input: MoveDocumentInput;
}>;


export type CopyDocumentMutation = { copyDocument: { isUnchanged: boolean, document: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null }, version: { id: string, number: number, fileId: string | null, label: string | null, comment: string | null, origin: VersionOrigin, restoredFrom: string | null, authorId: string | null, mimeType: string, sha256: string, sizeBytes: number, words: number | null, pages: number | null, createdAt: string } } };

export type LabelDocumentVersionMutationVariables = Exact<{
  input: LabelDocumentVersionInput;
}>;


export type LabelDocumentVersionMutation = { labelDocumentVersion: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type DeleteDocumentVersionMutationVariables = Exact<{
  input: DocumentVersionInput;
}>;


export type DeleteDocumentVersionMutation = { deleteDocumentVersion: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type UpdateDocumentMutationVariables = Exact<{
  input: UpdateDocumentInput;
}>;


export type UpdateDocumentMutation = { updateDocument: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type MoveDocumentMutationVariables = Exact<{
  input: MoveDocumentInput;
}>;


export type MoveDocumentMutation = { moveDocument: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type TrashDocumentMutationVariables = Exact<{
  input: DocumentIdInput;
}>;


export type TrashDocumentMutation = { trashDocument: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type RestoreDocumentMutationVariables = Exact<{
  input: DocumentIdInput;
}>;


export type RestoreDocumentMutation = { restoreDocument: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type LockDocumentMutationVariables = Exact<{
  input: LockDocumentInput;
}>;


export type LockDocumentMutation = { lockDocument: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type UnlockDocumentMutationVariables = Exact<{
  input: DocumentIdInput;
}>;


export type UnlockDocumentMutation = { unlockDocument: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type FavouriteDocumentMutationVariables = Exact<{
  input: DocumentIdInput;
}>;


export type FavouriteDocumentMutation = { favouriteDocument: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type UnfavouriteDocumentMutationVariables = Exact<{
  input: DocumentIdInput;
}>;


export type UnfavouriteDocumentMutation = { unfavouriteDocument: { id: string, cabinetId: string, folderId: string | null, title: string, state: DocumentState, documentDate: string | null, reference: string | null, hasNote: boolean, lastNumber: number, sizeBytes: number, mimeType: string, addedBy: string | null, createdAt: string, updatedAt: string, trashedAt: string | null, retainUntil: string | null, isFavourite: boolean, availableActions: Array<string>, type: { id: string, name: string } | null, correspondent: { id: string, name: string } | null, tags: Array<{ id: string, name: string, colour: CabinetColour }>, customValues: Array<{ fieldId: string, value: string }>, lock: { byUserId: string, until: string, reason: string | null } | null } };

export type BulkDocumentsMutationVariables = Exact<{
  input: BulkDocumentsInput;
}>;


export type BulkDocumentsMutation = { bulkDocuments: Array<{ id: string, code: string | null }> };

export type DocumentTypesQueryVariables = Exact<{
  cabinetId: string;
}>;


export type DocumentTypesQuery = { documentTypes: Array<{ id: string, name: string, keepMonths: number | null, since: KeepingStart, then: KeepingEnd, ground: string | null }> };

export type DocumentTagsQueryVariables = Exact<{
  cabinetId: string;
}>;


export type DocumentTagsQuery = { tags: Array<{ id: string, name: string, colour: CabinetColour }> };

export type CorrespondentsQueryVariables = Exact<{
  cabinetId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type CorrespondentsQuery = { correspondents: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CustomFieldsQueryVariables = Exact<{
  cabinetId: string;
}>;


export type CustomFieldsQuery = { customFields: Array<{ id: string, name: string, kind: CustomFieldKind, choices: Array<string> }> };

export type CreateDocumentTypeMutationVariables = Exact<{
  input: CreateDocumentTypeInput;
}>;


export type CreateDocumentTypeMutation = { createDocumentType: { id: string, name: string, keepMonths: number | null, since: KeepingStart, then: KeepingEnd, ground: string | null } };

export type UpdateDocumentTypeMutationVariables = Exact<{
  input: UpdateDocumentTypeInput;
}>;


export type UpdateDocumentTypeMutation = { updateDocumentType: { id: string, name: string, keepMonths: number | null, since: KeepingStart, then: KeepingEnd, ground: string | null } };

export type MergeDocumentTypesMutationVariables = Exact<{
  input: MergeWordsInput;
}>;


export type MergeDocumentTypesMutation = { mergeDocumentTypes: { id: string, name: string, keepMonths: number | null, since: KeepingStart, then: KeepingEnd, ground: string | null } };

export type CreateCorrespondentMutationVariables = Exact<{
  input: CreateCorrespondentInput;
}>;


export type CreateCorrespondentMutation = { createCorrespondent: { id: string, name: string } };

export type UpdateCorrespondentMutationVariables = Exact<{
  input: UpdateCorrespondentInput;
}>;


export type UpdateCorrespondentMutation = { updateCorrespondent: { id: string, name: string } };

export type MergeCorrespondentsMutationVariables = Exact<{
  input: MergeWordsInput;
}>;


export type MergeCorrespondentsMutation = { mergeCorrespondents: { id: string, name: string } };

export type CreateTagMutationVariables = Exact<{
  input: CreateTagInput;
}>;


export type CreateTagMutation = { createTag: { id: string, name: string, colour: CabinetColour } };

export type UpdateTagMutationVariables = Exact<{
  input: UpdateTagInput;
}>;


export type UpdateTagMutation = { updateTag: { id: string, name: string, colour: CabinetColour } };

export type MergeTagsMutationVariables = Exact<{
  input: MergeWordsInput;
}>;


export type MergeTagsMutation = { mergeTags: { id: string, name: string, colour: CabinetColour } };

export type CreateCustomFieldMutationVariables = Exact<{
  input: CreateCustomFieldInput;
}>;


export type CreateCustomFieldMutation = { createCustomField: { id: string, name: string, kind: CustomFieldKind, choices: Array<string> } };

export type UpdateCustomFieldMutationVariables = Exact<{
  input: UpdateCustomFieldInput;
}>;


export type UpdateCustomFieldMutation = { updateCustomField: { id: string, name: string, kind: CustomFieldKind, choices: Array<string> } };

export type DeleteCustomFieldMutationVariables = Exact<{
  input: DeleteCustomFieldInput;
}>;


export type DeleteCustomFieldMutation = { deleteCustomField: { id: string } };

export type RequestArchiveZipMutationVariables = Exact<{
  input: RequestArchiveZipInput;
}>;


export type RequestArchiveZipMutation = { requestArchiveZip: { url: string, expiresAt: string } };

export type ArtisansQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type ArtisansQuery = { artisans: { totalCount: number | null, nodes: Array<{ id: string, slug: string, displayName: string, timeZone: string, country: string, place: string | null, bio: string | null, status: ArtisanStatus }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ArtisanQueryVariables = Exact<{
  slug: string;
}>;


export type ArtisanQuery = { artisan: { id: string, slug: string, displayName: string, timeZone: string, country: string, place: string | null, bio: string | null, status: ArtisanStatus } };

export type OfferingsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  artisanId?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type OfferingsQuery = { offerings: { totalCount: number | null, nodes: Array<{ id: string, name: string, description: string | null, durationMinutes: number, noticeMinutes: number, horizonDays: number | null, horizonWorkingDays: number | null, depositPercent: number, capacity: number, locationKind: LocationKind, publicPlace: string | null, requiresApproval: boolean, assignment: AssignmentKind, rescheduleUntilMinutes: number, maxReschedules: number, position: number, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, questions: Array<{ id: string, kind: QuestionKind, label: string, isRequired: boolean, choices: Array<string> }>, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OfferingQueryVariables = Exact<{
  id: string;
}>;


export type OfferingQuery = { offering: { id: string, name: string, description: string | null, durationMinutes: number, noticeMinutes: number, horizonDays: number | null, horizonWorkingDays: number | null, depositPercent: number, capacity: number, locationKind: LocationKind, publicPlace: string | null, requiresApproval: boolean, assignment: AssignmentKind, rescheduleUntilMinutes: number, maxReschedules: number, position: number, artisans: Array<{ id: string, slug: string, displayName: string, timeZone: string, country: string, place: string | null, bio: string | null, status: ArtisanStatus }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, questions: Array<{ id: string, kind: QuestionKind, label: string, isRequired: boolean, choices: Array<string> }>, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type MyArtisanQueryVariables = Exact<{
  artisanId?: string | null | undefined;
}>;


export type MyArtisanQuery = { myArtisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string, monthlySmsUsage: { used: number, allowed: number | null }, offerings: Array<{ id: string, name: string, description: string | null, status: OfferingStatus, durationMinutes: number, slotStepMinutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, noticeMinutes: number, horizonDays: number | null, horizonWorkingDays: number | null, depositPercent: number, capacity: number, maxPerDay: number | null, locationKind: LocationKind, place: string | null, publicPlace: string | null, requiresApproval: boolean, approvalHours: number, assignment: AssignmentKind, rescheduleUntilMinutes: number, maxReschedules: number, position: number, artisanIds: Array<string>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, questions: Array<{ id: string, kind: QuestionKind, label: string, isRequired: boolean, choices: Array<string> }>, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }>, reminders: Array<{ minutesBefore: number | null, daysBefore: number | null, atMinute: number | null }> }>, openingHours: Array<{ id: string, weekday: Weekday, startMinute: number, endMinute: number, everyWeeks: number, anchorOn: string | null, validFrom: string | null, validTo: string | null, offeringId: string | null }>, breaks: Array<{ id: string, weekday: Weekday, startMinute: number, endMinute: number, everyWeeks: number, anchorOn: string | null, validFrom: string | null, validTo: string | null, offeringId: string | null }>, openingExceptions: Array<{ localDate: string, windows: Array<{ startMinute: number, endMinute: number }> }>, closures: Array<{ id: string, fromOn: string | null, untilOn: string | null, fromAt: string | null, untilAt: string | null, reason: string | null, isYearly: boolean }> } };

export type CreateArtisanMutationVariables = Exact<{
  createArtisan: CreateArtisanInput;
}>;


export type CreateArtisanMutation = { createArtisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string } };

export type UpdateArtisanMutationVariables = Exact<{
  updateArtisan: UpdateArtisanInput;
}>;


export type UpdateArtisanMutation = { updateArtisan: { movedRules: number, artisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string } } };

export type PauseArtisanMutationVariables = Exact<{
  pauseArtisan: PauseArtisanInput;
}>;


export type PauseArtisanMutation = { pauseArtisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string } };

export type CreateOfferingMutationVariables = Exact<{
  createOffering: CreateOfferingInput;
}>;


export type CreateOfferingMutation = { createOffering: { id: string, name: string, description: string | null, status: OfferingStatus, durationMinutes: number, slotStepMinutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, noticeMinutes: number, horizonDays: number | null, horizonWorkingDays: number | null, depositPercent: number, capacity: number, maxPerDay: number | null, locationKind: LocationKind, place: string | null, publicPlace: string | null, requiresApproval: boolean, approvalHours: number, assignment: AssignmentKind, rescheduleUntilMinutes: number, maxReschedules: number, position: number, artisanIds: Array<string>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, questions: Array<{ id: string, kind: QuestionKind, label: string, isRequired: boolean, choices: Array<string> }>, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }>, reminders: Array<{ minutesBefore: number | null, daysBefore: number | null, atMinute: number | null }> } };

export type UpdateOfferingMutationVariables = Exact<{
  updateOffering: UpdateOfferingInput;
}>;


export type UpdateOfferingMutation = { updateOffering: { id: string, name: string, description: string | null, status: OfferingStatus, durationMinutes: number, slotStepMinutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, noticeMinutes: number, horizonDays: number | null, horizonWorkingDays: number | null, depositPercent: number, capacity: number, maxPerDay: number | null, locationKind: LocationKind, place: string | null, publicPlace: string | null, requiresApproval: boolean, approvalHours: number, assignment: AssignmentKind, rescheduleUntilMinutes: number, maxReschedules: number, position: number, artisanIds: Array<string>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, questions: Array<{ id: string, kind: QuestionKind, label: string, isRequired: boolean, choices: Array<string> }>, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }>, reminders: Array<{ minutesBefore: number | null, daysBefore: number | null, atMinute: number | null }> } };

export type ArchiveOfferingMutationVariables = Exact<{
  archiveOffering: OfferingIdInput;
}>;


export type ArchiveOfferingMutation = { archiveOffering: { id: string, name: string, description: string | null, status: OfferingStatus, durationMinutes: number, slotStepMinutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, noticeMinutes: number, horizonDays: number | null, horizonWorkingDays: number | null, depositPercent: number, capacity: number, maxPerDay: number | null, locationKind: LocationKind, place: string | null, publicPlace: string | null, requiresApproval: boolean, approvalHours: number, assignment: AssignmentKind, rescheduleUntilMinutes: number, maxReschedules: number, position: number, artisanIds: Array<string>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, questions: Array<{ id: string, kind: QuestionKind, label: string, isRequired: boolean, choices: Array<string> }>, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }>, reminders: Array<{ minutesBefore: number | null, daysBefore: number | null, atMinute: number | null }> } };

export type RestoreOfferingMutationVariables = Exact<{
  restoreOffering: OfferingIdInput;
}>;


export type RestoreOfferingMutation = { restoreOffering: { id: string, name: string, description: string | null, status: OfferingStatus, durationMinutes: number, slotStepMinutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, noticeMinutes: number, horizonDays: number | null, horizonWorkingDays: number | null, depositPercent: number, capacity: number, maxPerDay: number | null, locationKind: LocationKind, place: string | null, publicPlace: string | null, requiresApproval: boolean, approvalHours: number, assignment: AssignmentKind, rescheduleUntilMinutes: number, maxReschedules: number, position: number, artisanIds: Array<string>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, questions: Array<{ id: string, kind: QuestionKind, label: string, isRequired: boolean, choices: Array<string> }>, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }>, reminders: Array<{ minutesBefore: number | null, daysBefore: number | null, atMinute: number | null }> } };

export type AssignArtisansMutationVariables = Exact<{
  assignArtisans: AssignArtisansInput;
}>;


export type AssignArtisansMutation = { assignArtisans: { id: string, name: string, description: string | null, status: OfferingStatus, durationMinutes: number, slotStepMinutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, noticeMinutes: number, horizonDays: number | null, horizonWorkingDays: number | null, depositPercent: number, capacity: number, maxPerDay: number | null, locationKind: LocationKind, place: string | null, publicPlace: string | null, requiresApproval: boolean, approvalHours: number, assignment: AssignmentKind, rescheduleUntilMinutes: number, maxReschedules: number, position: number, artisanIds: Array<string>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, questions: Array<{ id: string, kind: QuestionKind, label: string, isRequired: boolean, choices: Array<string> }>, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }>, reminders: Array<{ minutesBefore: number | null, daysBefore: number | null, atMinute: number | null }> } };

export type SetOpeningHoursMutationVariables = Exact<{
  setOpeningHours: SetWeeklyRulesInput;
}>;


export type SetOpeningHoursMutation = { setOpeningHours: { affectedCount: number, artisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string }, affectedBookings: Array<{ id: string, code: string, offeringName: string, customerName: string, startsAt: string, endsAt: string }> } };

export type SetBreaksMutationVariables = Exact<{
  setBreaks: SetWeeklyRulesInput;
}>;


export type SetBreaksMutation = { setBreaks: { affectedCount: number, artisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string }, affectedBookings: Array<{ id: string, code: string, offeringName: string, customerName: string, startsAt: string, endsAt: string }> } };

export type SetOpeningExceptionMutationVariables = Exact<{
  setOpeningException: SetOpeningExceptionInput;
}>;


export type SetOpeningExceptionMutation = { setOpeningException: { affectedCount: number, artisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string }, affectedBookings: Array<{ id: string, code: string, offeringName: string, customerName: string, startsAt: string, endsAt: string }> } };

export type RemoveOpeningExceptionMutationVariables = Exact<{
  removeOpeningException: OpeningDateInput;
}>;


export type RemoveOpeningExceptionMutation = { removeOpeningException: { affectedCount: number, artisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string }, affectedBookings: Array<{ id: string, code: string, offeringName: string, customerName: string, startsAt: string, endsAt: string }> } };

export type CreateClosureMutationVariables = Exact<{
  createClosure: CreateClosureInput;
}>;


export type CreateClosureMutation = { createClosure: { affectedCount: number, closure: { id: string, fromOn: string | null, untilOn: string | null, fromAt: string | null, untilAt: string | null, reason: string | null, isYearly: boolean } | null, artisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string }, affectedBookings: Array<{ id: string, code: string, offeringName: string, customerName: string, startsAt: string, endsAt: string }> } };

export type DeleteClosureMutationVariables = Exact<{
  deleteClosure: DeleteClosureInput;
}>;


export type DeleteClosureMutation = { deleteClosure: { affectedCount: number, artisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string }, affectedBookings: Array<{ id: string, code: string, offeringName: string, customerName: string, startsAt: string, endsAt: string }> } };

export type SetHolidaysMutationVariables = Exact<{
  setHolidays: SetHolidaysInput;
}>;


export type SetHolidaysMutation = { setHolidays: { affectedCount: number, artisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string }, affectedBookings: Array<{ id: string, code: string, offeringName: string, customerName: string, startsAt: string, endsAt: string }> } };

export type ArtisanDetailsFragment = { id: string, slug: string, displayName: string, timeZone: string, country: string, place: string | null, bio: string | null, status: ArtisanStatus };

export type ManagedArtisanDetailsFragment = { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string };

export type OfferingDetailsFragment = { id: string, name: string, description: string | null, durationMinutes: number, noticeMinutes: number, horizonDays: number | null, horizonWorkingDays: number | null, depositPercent: number, capacity: number, locationKind: LocationKind, publicPlace: string | null, requiresApproval: boolean, assignment: AssignmentKind, rescheduleUntilMinutes: number, maxReschedules: number, position: number, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, questions: Array<{ id: string, kind: QuestionKind, label: string, isRequired: boolean, choices: Array<string> }>, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> };

export type ManagedOfferingDetailsFragment = { id: string, name: string, description: string | null, status: OfferingStatus, durationMinutes: number, slotStepMinutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, noticeMinutes: number, horizonDays: number | null, horizonWorkingDays: number | null, depositPercent: number, capacity: number, maxPerDay: number | null, locationKind: LocationKind, place: string | null, publicPlace: string | null, requiresApproval: boolean, approvalHours: number, assignment: AssignmentKind, rescheduleUntilMinutes: number, maxReschedules: number, position: number, artisanIds: Array<string>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, questions: Array<{ id: string, kind: QuestionKind, label: string, isRequired: boolean, choices: Array<string> }>, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }>, reminders: Array<{ minutesBefore: number | null, daysBefore: number | null, atMinute: number | null }> };

export type WeeklyRuleDetailsFragment = { id: string, weekday: Weekday, startMinute: number, endMinute: number, everyWeeks: number, anchorOn: string | null, validFrom: string | null, validTo: string | null, offeringId: string | null };

export type ClosureDetailsFragment = { id: string, fromOn: string | null, untilOn: string | null, fromAt: string | null, untilAt: string | null, reason: string | null, isYearly: boolean };

export type SavedOpeningDetailsFragment = { affectedCount: number, artisan: { id: string, userId: string | null, slug: string, displayName: string, email: string, phone: string | null, timeZone: string, country: string, holidayRegion: HolidayRegion | null, place: string | null, bio: string | null, status: ArtisanStatus, defaultTravelMinutes: number, quietFromMinute: number, quietUntilMinute: number, createdAt: string }, affectedBookings: Array<{ id: string, code: string, offeringName: string, customerName: string, startsAt: string, endsAt: string }> };

export type CreateFeedLinkMutationVariables = Exact<{
  input: CreateFeedLinkInput;
}>;


export type CreateFeedLinkMutation = { createFeedLink: { address: string, link: { id: string, kind: FeedKind, createdAt: string, lastReadAt: string | null } } };

export type RevokeFeedLinkMutationVariables = Exact<{
  input: RevokeFeedLinkInput;
}>;


export type RevokeFeedLinkMutation = { revokeFeedLink: { id: string, feedLinks: Array<{ id: string, kind: FeedKind, createdAt: string, lastReadAt: string | null }> } };

export type AuditEntriesQueryVariables = Exact<{
  filter?: AuditFilterInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: AuditEntrySort | null | undefined;
}>;


export type AuditEntriesQuery = { auditEntries: { nodes: Array<{ id: string, at: string, actorKind: AuditActorKind, actorId: string | null, action: string, severity: AuditSeverity, outcome: AuditOutcome, targetType: string, targetId: string | null, address: string | null, agent: string | null, requestId: string | null, payload: Record<string, unknown>, isForgotten: boolean, line: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type AuditStatsQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type AuditStatsQuery = { auditStats: { total: number, bySeverity: Array<{ severity: AuditSeverity, entries: number }>, byAction: Array<{ action: string, entries: number }> } };

export type ExportAuditMutationVariables = Exact<{
  input: ExportAuditInput;
}>;


export type ExportAuditMutation = { exportAudit: { id: string, format: AuditExportFormat, totalEntries: number, writtenEntries: number, fileId: string | null, createdAt: string, finishedAt: string | null } };

export type AuditExportQueryVariables = Exact<{
  id: string;
}>;


export type AuditExportQuery = { auditExport: { id: string, format: AuditExportFormat, totalEntries: number, writtenEntries: number, fileId: string | null, createdAt: string, finishedAt: string | null } };

export type AuditSegmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditSegmentsQuery = { auditSegments: Array<{ id: string, firstSeq: number, lastSeq: number, fileId: string, sha256: string, signature: string, sealedAt: string, purgedAt: string | null }> };

export type SealAuditSegmentMutationVariables = Exact<{
  input: SealAuditSegmentInput;
}>;


export type SealAuditSegmentMutation = { sealAuditSegment: { id: string, firstSeq: number, lastSeq: number, fileId: string, sha256: string, signature: string, sealedAt: string, purgedAt: string | null } };

export type PurgeAuditMutationVariables = Exact<{
  input: PurgeAuditInput;
}>;


export type PurgeAuditMutation = { purgeAudit: { id: string, firstSeq: number, lastSeq: number, fileId: string, sha256: string, signature: string, sealedAt: string, purgedAt: string | null } };

export type AuditExportDetailsFragment = { id: string, format: AuditExportFormat, totalEntries: number, writtenEntries: number, fileId: string | null, createdAt: string, finishedAt: string | null };

export type AuditSegmentDetailsFragment = { id: string, firstSeq: number, lastSeq: number, fileId: string, sha256: string, signature: string, sealedAt: string, purgedAt: string | null };

export type AvailabilityQueryVariables = Exact<{
  offeringId: string;
  artisanId?: string | null | undefined;
  from?: string | null | undefined;
  days?: number;
  timeZone?: string | null | undefined;
  partySize?: number;
  access?: SlotAccessInput | null | undefined;
}>;


export type AvailabilityQuery = { availability: Array<{ date: string, slots: Array<{ startsAt: string, endsAt: string, localStart: string, artisanIds: Array<string>, placesLeft: number }> }> };

export type NextAvailabilityQueryVariables = Exact<{
  offeringId: string;
  artisanId?: string | null | undefined;
  timeZone?: string | null | undefined;
}>;


export type NextAvailabilityQuery = { nextAvailability: { localDate: string, startsAt: string, endsAt: string, localStart: string, artisanIds: Array<string>, placesLeft: number } | null };

export type SlotExplanationQueryVariables = Exact<{
  offeringId: string;
  askedArtisanId: string;
  startsAt: string;
  partySize?: number;
}>;


export type SlotExplanationQuery = { slotExplanation: { isOffered: boolean, refusals: Array<{ reason: SlotRefusalReason, startsAt: string | null, endsAt: string | null, bookingId: string | null }> } };

export type SlotFieldsFragment = { startsAt: string, endsAt: string, localStart: string, artisanIds: Array<string>, placesLeft: number };

export type BackupsQueryVariables = Exact<{
  status?: BackupStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: BackupSort | null | undefined;
}>;


export type BackupsQuery = { backups: { nodes: Array<{ id: string, target: string, trigger: BackupTrigger, status: BackupStatus, rung: BackupRung, label: string | null, createdAt: string, finishedAt: string | null, path: string | null, sizeBytes: number, addedBytes: number, sha256: string | null, protectedUntil: string | null, verifiedAt: string | null, failure: string | null, availableActions: Array<string> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type BackupQueryVariables = Exact<{
  id: string;
}>;


export type BackupQuery = { backup: { summary: Record<string, unknown> | null, id: string, target: string, trigger: BackupTrigger, status: BackupStatus, rung: BackupRung, label: string | null, createdAt: string, finishedAt: string | null, path: string | null, sizeBytes: number, addedBytes: number, sha256: string | null, protectedUntil: string | null, verifiedAt: string | null, failure: string | null, availableActions: Array<string> } };

export type CreateBackupMutationVariables = Exact<{
  input: CreateBackupInput;
}>;


export type CreateBackupMutation = { createBackup: { id: string, target: string, trigger: BackupTrigger, status: BackupStatus, rung: BackupRung, label: string | null, createdAt: string, finishedAt: string | null, path: string | null, sizeBytes: number, addedBytes: number, sha256: string | null, protectedUntil: string | null, verifiedAt: string | null, failure: string | null, availableActions: Array<string> } };

export type BackupProgressSubscriptionVariables = Exact<{
  backupId: string;
  after?: string | null | undefined;
}>;


export type BackupProgressSubscription = { backupProgress: { backupId: string, status: BackupStatus, rows: number, objects: number, bytes: number, addedBytes: number, cursor: string } };

export type VerifyBackupMutationVariables = Exact<{
  input: VerifyBackupInput;
}>;


export type VerifyBackupMutation = { verifyBackup: { id: string, target: string, trigger: BackupTrigger, status: BackupStatus, rung: BackupRung, label: string | null, createdAt: string, finishedAt: string | null, path: string | null, sizeBytes: number, addedBytes: number, sha256: string | null, protectedUntil: string | null, verifiedAt: string | null, failure: string | null, availableActions: Array<string> } };

export type DeleteBackupMutationVariables = Exact<{
  input: DeleteBackupInput;
}>;


export type DeleteBackupMutation = { deleteBackup: { id: string, target: string, trigger: BackupTrigger, status: BackupStatus, rung: BackupRung, label: string | null, createdAt: string, finishedAt: string | null, path: string | null, sizeBytes: number, addedBytes: number, sha256: string | null, protectedUntil: string | null, verifiedAt: string | null, failure: string | null, availableActions: Array<string> } };

export type PruneBackupsMutationVariables = Exact<{
  input: PruneBackupsInput;
}>;


export type PruneBackupsMutation = { pruneBackups: { backups: number, marked: number, removed: number, bytes: number } };

export type RunRestoreDrillMutationVariables = Exact<{
  input: RunRestoreDrillInput;
}>;


export type RunRestoreDrillMutation = { runRestoreDrill: { id: string, target: string, backupId: string | null, result: DrillResult, rowsRead: number, opened: number, fault: string | null, createdAt: string, finishedAt: string | null } };

export type RestoreDrillsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: RestoreDrillSort | null | undefined;
}>;


export type RestoreDrillsQuery = { restoreDrills: { nodes: Array<{ id: string, target: string, backupId: string | null, result: DrillResult, rowsRead: number, opened: number, fault: string | null, createdAt: string, finishedAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RestoreBackupMutationVariables = Exact<{
  input: RestoreBackupInput;
}>;


export type RestoreBackupMutation = { restoreBackup: { id: string, backupId: string, kind: RestoreKind, status: RestoreStatus, total: number, restored: number, skipped: number, createdAt: string, finishedAt: string | null } };

export type CancelRestoreMutationVariables = Exact<{
  input: CancelRestoreInput;
}>;


export type CancelRestoreMutation = { cancelRestore: { id: string, backupId: string, kind: RestoreKind, status: RestoreStatus, total: number, restored: number, skipped: number, createdAt: string, finishedAt: string | null } };

export type RestoreRunQueryVariables = Exact<{
  id: string;
}>;


export type RestoreRunQuery = { restoreRun: { id: string, backupId: string, kind: RestoreKind, status: RestoreStatus, total: number, restored: number, skipped: number, createdAt: string, finishedAt: string | null } };

export type RestoreItemsQueryVariables = Exact<{
  runId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: RestoreItemSort | null | undefined;
}>;


export type RestoreItemsQuery = { restoreItems: { nodes: Array<{ id: string, documentId: string, outcome: RestoreOutcome, versionId: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RestoreRunDetailsFragment = { id: string, backupId: string, kind: RestoreKind, status: RestoreStatus, total: number, restored: number, skipped: number, createdAt: string, finishedAt: string | null };

export type BackupDetailsFragment = { id: string, target: string, trigger: BackupTrigger, status: BackupStatus, rung: BackupRung, label: string | null, createdAt: string, finishedAt: string | null, path: string | null, sizeBytes: number, addedBytes: number, sha256: string | null, protectedUntil: string | null, verifiedAt: string | null, failure: string | null, availableActions: Array<string> };

export type DrillDetailsFragment = { id: string, target: string, backupId: string | null, result: DrillResult, rowsRead: number, opened: number, fault: string | null, createdAt: string, finishedAt: string | null };

export type MyInvoicesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: InvoiceSort | null | undefined;
  search?: string | null | undefined;
}>;


export type MyInvoicesQuery = { myInvoices: { nodes: Array<{ id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type InvoiceQueryVariables = Exact<{
  id: string;
}>;


export type InvoiceQuery = { invoice: { id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, lines: Array<{ description: string, quantityThousandths: number, unitCode: UnitCode | null, category: VatCategory, exemptionCode: string | null, taxRate: number, unitPrice: { amount: string, currency: Currency }, discount: { amount: number, currency: Currency }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency } }>, creditNotes: Array<{ id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } }>, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } } };

export type PublicInvoiceQueryVariables = Exact<{
  token: string;
}>;


export type PublicInvoiceQuery = { publicInvoice: { invoice: { id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, person: { name: string, email: string | null, locale: Locale, address: { lines: Array<string>, postcode: string, city: string, country: string } | null } | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } }, download: { url: string, expiresAt: string } | null } };

export type PayInvoiceQueryVariables = Exact<{
  token: string;
}>;


export type PayInvoiceQuery = { payInvoice: { number: string, kind: InvoiceKind, sellerName: string, dueOn: string, locale: Locale, total: { amount: number, currency: Currency }, amountDue: { amount: number, currency: Currency } } };

export type OpenInvoiceCheckoutMutationVariables = Exact<{
  input: OpenInvoiceCheckoutInput;
}>;


export type OpenInvoiceCheckoutMutation = { openInvoiceCheckout: { sessionId: string, paymentId: string, url: string, expiresAt: string } };

export type CreateCheckoutSessionMutationVariables = Exact<{
  input: CreateCheckoutSessionInput;
}>;


export type CreateCheckoutSessionMutation = { createCheckoutSession: { sessionId: string, paymentId: string, url: string, expiresAt: string } };

export type MobileMoneyNetworksQueryVariables = Exact<{ [key: string]: never; }>;


export type MobileMoneyNetworksQuery = { mobileMoneyNetworks: Array<{ code: MobileNetworkCode, name: string, country: string, callingCode: string, confirmation: MobileConfirmation }> };

export type PayByMobileMoneyMutationVariables = Exact<{
  input: PayByMobileMoneyInput;
}>;


export type PayByMobileMoneyMutation = { payByMobileMoney: { paymentUrl: string | null, payment: { id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } } };

export type ReportDebitMutationVariables = Exact<{
  input: ReportDebitInput;
}>;


export type ReportDebitMutation = { reportDebit: { id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } };

export type PaymentStatusQueryVariables = Exact<{
  sessionId: string;
}>;


export type PaymentStatusQuery = { paymentStatus: { id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } };

export type PaymentQueryVariables = Exact<{
  id: string;
}>;


export type PaymentQuery = { payment: { id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } };

export type PaymentUpdatedSubscriptionVariables = Exact<{
  paymentId: string;
  after?: string | null | undefined;
}>;


export type PaymentUpdatedSubscription = { paymentUpdated: { cursor: string, payment: { id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } } };

export type CreatePaymentIntentMutationVariables = Exact<{
  input: CreatePaymentIntentInput;
}>;


export type CreatePaymentIntentMutation = { createPaymentIntent: { paymentId: string, clientSecret: string | null, publishableKey: string } };

export type PayWithSavedMethodMutationVariables = Exact<{
  input: PayWithSavedMethodInput;
}>;


export type PayWithSavedMethodMutation = { payWithSavedMethod: { clientSecret: string | null, payment: { id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } } };

export type MyPaymentMethodsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPaymentMethodsQuery = { myPaymentMethods: Array<{ id: string, brand: string, last4: string, expMonth: number, expYear: number, isDefault: boolean, createdAt: string }> };

export type BeginCardSetupMutationVariables = Exact<{
  input: BeginCardSetupInput;
}>;


export type BeginCardSetupMutation = { beginCardSetup: { clientSecret: string, publishableKey: string } };

export type SetDefaultPaymentMethodMutationVariables = Exact<{
  input: SetDefaultPaymentMethodInput;
}>;


export type SetDefaultPaymentMethodMutation = { setDefaultPaymentMethod: { id: string, brand: string, last4: string, expMonth: number, expYear: number, isDefault: boolean, createdAt: string } };

export type RemovePaymentMethodMutationVariables = Exact<{
  input: RemovePaymentMethodInput;
}>;


export type RemovePaymentMethodMutation = { removePaymentMethod: { id: string, brand: string, last4: string, expMonth: number, expYear: number, isDefault: boolean, createdAt: string } };

export type MyBillingProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MyBillingProfileQuery = { myBillingProfile: { kind: BuyerKind, name: string | null, addressLines: Array<string>, postcode: string | null, city: string | null, country: string | null, siren: string | null, siret: string | null, vatNumber: string | null, vatNumberCheck: VatNumberCheck, electronicAddress: string | null, purchaseOrder: string | null, missingFields: Array<string> } };

export type UpdateMyBillingProfileMutationVariables = Exact<{
  input: UpdateMyBillingProfileInput;
}>;


export type UpdateMyBillingProfileMutation = { updateMyBillingProfile: { kind: BuyerKind, name: string | null, addressLines: Array<string>, postcode: string | null, city: string | null, country: string | null, siren: string | null, siret: string | null, vatNumber: string | null, vatNumberCheck: VatNumberCheck, electronicAddress: string | null, purchaseOrder: string | null, missingFields: Array<string> } };

export type BillingProfileDetailsFragment = { kind: BuyerKind, name: string | null, addressLines: Array<string>, postcode: string | null, city: string | null, country: string | null, siren: string | null, siret: string | null, vatNumber: string | null, vatNumberCheck: VatNumberCheck, electronicAddress: string | null, purchaseOrder: string | null, missingFields: Array<string> };

export type PaymentMethodDetailsFragment = { id: string, brand: string, last4: string, expMonth: number, expYear: number, isDefault: boolean, createdAt: string };

export type PaymentDetailsFragment = { id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } };

export type InvoiceDetailsFragment = { id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } };

export type PersonDetailsFragment = { name: string, email: string | null, locale: Locale, address: { lines: Array<string>, postcode: string, city: string, country: string } | null };

export type HoldSlotMutationVariables = Exact<{
  input: HoldSlotInput;
}>;


export type HoldSlotMutation = { holdSlot: { holdToken: string, artisanId: string, startsAt: string, endsAt: string, expiresAt: string } };

export type RenewHoldMutationVariables = Exact<{
  input: SlotHoldInput;
}>;


export type RenewHoldMutation = { renewHold: { holdToken: string, artisanId: string, startsAt: string, endsAt: string, expiresAt: string } };

export type ReleaseHoldMutationVariables = Exact<{
  input: SlotHoldInput;
}>;


export type ReleaseHoldMutation = { releaseHold: boolean };

export type CreateBookingMutationVariables = Exact<{
  input: CreateBookingInput;
}>;


export type CreateBookingMutation = { createBooking: { code: string, manageUrl: string, booking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> }, payment: { paymentId: string, clientSecret: string | null, publishableKey: string | null, checkoutUrl: string | null, expiresAt: string } | null } };

export type ResumeBookingPaymentMutationVariables = Exact<{
  input: ResumeBookingPaymentInput;
}>;


export type ResumeBookingPaymentMutation = { resumeBookingPayment: { code: string, manageUrl: string, booking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> }, payment: { paymentId: string, clientSecret: string | null, publishableKey: string | null, checkoutUrl: string | null, expiresAt: string } | null } };

export type MyBookingsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: MyBookingSort | null | undefined;
  status?: BookingStatus | null | undefined;
}>;


export type MyBookingsQuery = { myBookings: { nodes: Array<{ id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ApproveBookingMutationVariables = Exact<{
  input: ApproveBookingInput;
}>;


export type ApproveBookingMutation = { approveBooking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type DeclineBookingMutationVariables = Exact<{
  input: DeclineBookingInput;
}>;


export type DeclineBookingMutation = { declineBooking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type SlotHoldFieldsFragment = { holdToken: string, artisanId: string, startsAt: string, endsAt: string, expiresAt: string };

export type CreatedBookingFieldsFragment = { code: string, manageUrl: string, booking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> }, payment: { paymentId: string, clientSecret: string | null, publishableKey: string | null, checkoutUrl: string | null, expiresAt: string } | null };

export type BookingFieldsFragment = { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> };

export type CabinetFieldsFragment = { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> };

export type FolderFieldsFragment = { id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null };

export type CabinetsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  orderBy?: CabinetSort | null | undefined;
}>;


export type CabinetsQuery = { cabinets: { nodes: Array<{ id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CabinetQueryVariables = Exact<{
  id: string;
}>;


export type CabinetQuery = { cabinet: { documentCount: number, id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string>, folders: { nodes: Array<{ id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null }> } } };

export type CabinetMembersQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CabinetMembersQuery = { cabinet: { id: string, members: { nodes: Array<{ id: string, userId: string | null, programId: string | null, email: string | null, name: string | null, role: CabinetRole, expiresAt: string | null, isEntry: boolean, reason: string | null, createdAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type CreateCabinetMutationVariables = Exact<{
  input: CreateCabinetInput;
}>;


export type CreateCabinetMutation = { createCabinet: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type UpdateCabinetMutationVariables = Exact<{
  input: UpdateCabinetInput;
}>;


export type UpdateCabinetMutation = { updateCabinet: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type RenameCabinetMutationVariables = Exact<{
  input: RenameCabinetInput;
}>;


export type RenameCabinetMutation = { renameCabinet: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type ArchiveCabinetMutationVariables = Exact<{
  input: CabinetIdInput;
}>;


export type ArchiveCabinetMutation = { archiveCabinet: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type ReopenCabinetMutationVariables = Exact<{
  input: CabinetIdInput;
}>;


export type ReopenCabinetMutation = { reopenCabinet: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type DeleteCabinetMutationVariables = Exact<{
  input: CabinetIdInput;
}>;


export type DeleteCabinetMutation = { deleteCabinet: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type KeepCabinetMutationVariables = Exact<{
  input: CabinetIdInput;
}>;


export type KeepCabinetMutation = { keepCabinet: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type SetCabinetQuotaMutationVariables = Exact<{
  input: SetCabinetQuotaInput;
}>;


export type SetCabinetQuotaMutation = { setCabinetQuota: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type GrantCabinetAccessMutationVariables = Exact<{
  input: GrantCabinetAccessInput;
}>;


export type GrantCabinetAccessMutation = { grantCabinetAccess: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type InviteToCabinetMutationVariables = Exact<{
  input: InviteToCabinetInput;
}>;


export type InviteToCabinetMutation = { inviteToCabinet: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type RevokeCabinetAccessMutationVariables = Exact<{
  input: RevokeCabinetAccessInput;
}>;


export type RevokeCabinetAccessMutation = { revokeCabinetAccess: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type LeaveCabinetMutationVariables = Exact<{
  input: LeaveCabinetInput;
}>;


export type LeaveCabinetMutation = { leaveCabinet: string };

export type TransferCabinetMutationVariables = Exact<{
  input: TransferCabinetInput;
}>;


export type TransferCabinetMutation = { transferCabinet: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type OpenCabinetAsAdminMutationVariables = Exact<{
  input: OpenCabinetAsAdminInput;
}>;


export type OpenCabinetAsAdminMutation = { openCabinetAsAdmin: { id: string, name: string, description: string | null, colour: CabinetColour, state: CabinetState, ownerId: string, storageLimit: number | null, usedBytes: number, trashDays: number, defaultTypeId: string | null, sharesByContributors: boolean, createdAt: string, deletedAt: string | null, myRole: CabinetRole | null, availableActions: Array<string> } };

export type FolderQueryVariables = Exact<{
  id: string;
}>;


export type FolderQuery = { folder: { id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null, path: Array<{ id: string, name: string }>, folders: { nodes: Array<{ id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null }> }, restrictions: Array<{ userId: string, name: string, most: RestrictionLevel }> } };

export type CreateFolderMutationVariables = Exact<{
  input: CreateFolderInput;
}>;


export type CreateFolderMutation = { createFolder: { id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null } };

export type RenameFolderMutationVariables = Exact<{
  input: RenameFolderInput;
}>;


export type RenameFolderMutation = { renameFolder: { id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null } };

export type MoveFolderMutationVariables = Exact<{
  input: MoveFolderInput;
}>;


export type MoveFolderMutation = { moveFolder: { id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null } };

export type TrashFolderMutationVariables = Exact<{
  input: FolderIdInput;
}>;


export type TrashFolderMutation = { trashFolder: { id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null } };

export type RestoreFolderMutationVariables = Exact<{
  input: FolderIdInput;
}>;


export type RestoreFolderMutation = { restoreFolder: { id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null } };

export type RestrictFolderMutationVariables = Exact<{
  input: RestrictFolderInput;
}>;


export type RestrictFolderMutation = { restrictFolder: { id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null } };

export type UnrestrictFolderMutationVariables = Exact<{
  input: UnrestrictFolderInput;
}>;


export type UnrestrictFolderMutation = { unrestrictFolder: { id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null } };

export type TrashedFoldersQueryVariables = Exact<{
  cabinetId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TrashedFoldersQuery = { trashedFolders: { nodes: Array<{ id: string, cabinetId: string, parentId: string | null, name: string, state: FolderState, createdAt: string, trashedAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FinishCalendarConnectionMutationVariables = Exact<{
  input: FinishCalendarConnectionInput;
}>;


export type FinishCalendarConnectionMutation = { finishCalendarConnection: { id: string, provider: CalendarProvider, account: string, status: CalendarConnectionStatus, calendars: Array<{ id: string, name: string, blocks: boolean, receivesBookings: boolean }> } };

export type CalendarConnectionFieldsFragment = { id: string, provider: CalendarProvider, status: CalendarConnectionStatus, account: string, keepsTitles: boolean, lastSuccessAt: string | null, nextSyncAt: string, failureCode: string | null, failureCount: number, disconnectedAt: string | null, createdAt: string, calendars: Array<{ id: string, name: string, timeZone: string, isWritable: boolean, blocks: boolean, receivesBookings: boolean, ignoresAllDay: boolean, ignoresTentative: boolean, ignoresUnanswered: boolean, skippedCount: number, lastSyncAt: string | null, goneAt: string | null, skippedReasons: Array<{ reason: string, count: number }> }> };

export type CalendarConflictFieldsFragment = { id: string, kind: CalendarConflictKind, status: CalendarConflictStatus, bookingId: string, bookingCode: string, customerName: string, bookingStartsAt: string, calendarName: string, eventStartsAt: string | null, eventEndsAt: string | null, resolutions: Array<CalendarConflictResolution>, resolution: CalendarConflictResolution | null, createdAt: string, closedAt: string | null };

export type CalendarConnectionsQueryVariables = Exact<{
  artisanId?: string | null | undefined;
}>;


export type CalendarConnectionsQuery = { calendarConnections: Array<{ id: string, provider: CalendarProvider, status: CalendarConnectionStatus, account: string, keepsTitles: boolean, lastSuccessAt: string | null, nextSyncAt: string, failureCode: string | null, failureCount: number, disconnectedAt: string | null, createdAt: string, calendars: Array<{ id: string, name: string, timeZone: string, isWritable: boolean, blocks: boolean, receivesBookings: boolean, ignoresAllDay: boolean, ignoresTentative: boolean, ignoresUnanswered: boolean, skippedCount: number, lastSyncAt: string | null, goneAt: string | null, skippedReasons: Array<{ reason: string, count: number }> }> }> };

export type BusyBlocksQueryVariables = Exact<{
  artisanId?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
  orderBy?: BusyBlockSort;
}>;


export type BusyBlocksQuery = { busyBlocks: { nodes: Array<{ id: string, calendarName: string, startsAt: string, endsAt: string, isAllDay: boolean, title: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CalendarConflictsQueryVariables = Exact<{
  artisanId?: string | null | undefined;
  status?: CalendarConflictStatus | null | undefined;
  first?: number;
  after?: string | null | undefined;
  orderBy?: CalendarConflictSort;
}>;


export type CalendarConflictsQuery = { calendarConflicts: { nodes: Array<{ id: string, kind: CalendarConflictKind, status: CalendarConflictStatus, bookingId: string, bookingCode: string, customerName: string, bookingStartsAt: string, calendarName: string, eventStartsAt: string | null, eventEndsAt: string | null, resolutions: Array<CalendarConflictResolution>, resolution: CalendarConflictResolution | null, createdAt: string, closedAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ConnectCalendarMutationVariables = Exact<{
  input: ConnectCalendarInput;
}>;


export type ConnectCalendarMutation = { connectCalendar: { connection: { id: string, provider: CalendarProvider, status: CalendarConnectionStatus, account: string, keepsTitles: boolean, lastSuccessAt: string | null, nextSyncAt: string, failureCode: string | null, failureCount: number, disconnectedAt: string | null, createdAt: string, calendars: Array<{ id: string, name: string, timeZone: string, isWritable: boolean, blocks: boolean, receivesBookings: boolean, ignoresAllDay: boolean, ignoresTentative: boolean, ignoresUnanswered: boolean, skippedCount: number, lastSyncAt: string | null, goneAt: string | null, skippedReasons: Array<{ reason: string, count: number }> }> } | null, start: { url: string, proof: string } | null } };

export type ReconnectCalendarMutationVariables = Exact<{
  input: ReconnectCalendarInput;
}>;


export type ReconnectCalendarMutation = { reconnectCalendar: { connection: { id: string, provider: CalendarProvider, status: CalendarConnectionStatus, account: string, keepsTitles: boolean, lastSuccessAt: string | null, nextSyncAt: string, failureCode: string | null, failureCount: number, disconnectedAt: string | null, createdAt: string, calendars: Array<{ id: string, name: string, timeZone: string, isWritable: boolean, blocks: boolean, receivesBookings: boolean, ignoresAllDay: boolean, ignoresTentative: boolean, ignoresUnanswered: boolean, skippedCount: number, lastSyncAt: string | null, goneAt: string | null, skippedReasons: Array<{ reason: string, count: number }> }> } | null, start: { url: string, proof: string } | null } };

export type DisconnectCalendarMutationVariables = Exact<{
  input: DisconnectCalendarInput;
}>;


export type DisconnectCalendarMutation = { disconnectCalendar: boolean };

export type ChooseCalendarsMutationVariables = Exact<{
  input: ChooseCalendarsInput;
}>;


export type ChooseCalendarsMutation = { chooseCalendars: { id: string, provider: CalendarProvider, status: CalendarConnectionStatus, account: string, keepsTitles: boolean, lastSuccessAt: string | null, nextSyncAt: string, failureCode: string | null, failureCount: number, disconnectedAt: string | null, createdAt: string, calendars: Array<{ id: string, name: string, timeZone: string, isWritable: boolean, blocks: boolean, receivesBookings: boolean, ignoresAllDay: boolean, ignoresTentative: boolean, ignoresUnanswered: boolean, skippedCount: number, lastSyncAt: string | null, goneAt: string | null, skippedReasons: Array<{ reason: string, count: number }> }> } };

export type SyncCalendarNowMutationVariables = Exact<{
  input: SyncCalendarNowInput;
}>;


export type SyncCalendarNowMutation = { syncCalendarNow: { id: string, provider: CalendarProvider, status: CalendarConnectionStatus, account: string, keepsTitles: boolean, lastSuccessAt: string | null, nextSyncAt: string, failureCode: string | null, failureCount: number, disconnectedAt: string | null, createdAt: string, calendars: Array<{ id: string, name: string, timeZone: string, isWritable: boolean, blocks: boolean, receivesBookings: boolean, ignoresAllDay: boolean, ignoresTentative: boolean, ignoresUnanswered: boolean, skippedCount: number, lastSyncAt: string | null, goneAt: string | null, skippedReasons: Array<{ reason: string, count: number }> }> } };

export type ResolveCalendarConflictMutationVariables = Exact<{
  input: ResolveCalendarConflictInput;
}>;


export type ResolveCalendarConflictMutation = { resolveCalendarConflict: { id: string, kind: CalendarConflictKind, status: CalendarConflictStatus, bookingId: string, bookingCode: string, customerName: string, bookingStartsAt: string, calendarName: string, eventStartsAt: string | null, eventEndsAt: string | null, resolutions: Array<CalendarConflictResolution>, resolution: CalendarConflictResolution | null, createdAt: string, closedAt: string | null } };

export type PriceItemsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type PriceItemsQuery = { priceItems: Array<{ id: string, name: string, description: string, serviceType: string, unit: PriceUnit, priceLabel: string, estimatedDuration: string | null, turnaroundWorkingDays: number | null, rushWorkingDays: number | null, validFrom: string | null, isFeatured: boolean, price: { amount: number, currency: Currency }, minimum: { amount: number, currency: Currency } | null }> };

export type ErrorKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type ErrorKindsQuery = { errorKinds: Array<{ code: ErrorCode, french: string, english: string, isRetryable: boolean }> };

export type EnumLabelsQueryVariables = Exact<{
  names?: Array<string> | string | null | undefined;
}>;


export type EnumLabelsQuery = { enumLabels: Array<{ name: string, values: Array<{ value: string, french: string, english: string }> }> };

export type PriceItemDetailsFragment = { id: string, name: string, description: string, serviceType: string, unit: PriceUnit, priceLabel: string, estimatedDuration: string | null, turnaroundWorkingDays: number | null, rushWorkingDays: number | null, validFrom: string | null, isFeatured: boolean, price: { amount: number, currency: Currency }, minimum: { amount: number, currency: Currency } | null };

export type ConsultationSlotsQueryVariables = Exact<{
  timeZone?: string | null | undefined;
}>;


export type ConsultationSlotsQuery = { consultationSlots: Array<{ date: string, slots: Array<{ startsAt: string, endsAt: string, localStart: string }> }> };

export type BookConsultationMutationVariables = Exact<{
  input: BookConsultationInput;
}>;


export type BookConsultationMutation = { bookConsultation: { code: string, manageUrl: string, booking: { id: string, status: BookingStatus, startsAt: string, endsAt: string, artisanName: string, timeZone: string, holdUntil: string | null } } };

export type ConsultationRequestsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  orderBy?: BookingSort;
  statuses?: Array<BookingStatus> | BookingStatus | null | undefined;
}>;


export type ConsultationRequestsQuery = { consultationRequests: { totalCount: number | null, nodes: Array<{ id: string, code: string, status: BookingStatus, staffActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, partySize: number, locationKind: LocationKind, place: string | null, userId: string | null, customerName: string, customerEmail: string | null, customerPhone: string | null, customerTimeZone: string, customerNote: string | null, staffNote: string | null, source: BookingSource, orderId: string | null, depositStatus: DepositStatus, holdUntil: string | null, createdAt: string, cancelledAt: string | null, cancelledBy: BookingParty | null, cancellationReason: string | null, attendanceAt: string | null, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type HandleConsultationRequestMutationVariables = Exact<{
  input: HandleConsultationRequestInput;
}>;


export type HandleConsultationRequestMutation = { handleConsultationRequest: { id: string, code: string, status: BookingStatus, staffActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, partySize: number, locationKind: LocationKind, place: string | null, userId: string | null, customerName: string, customerEmail: string | null, customerPhone: string | null, customerTimeZone: string, customerNote: string | null, staffNote: string | null, source: BookingSource, orderId: string | null, depositStatus: DepositStatus, holdUntil: string | null, createdAt: string, cancelledAt: string | null, cancelledBy: BookingParty | null, cancellationReason: string | null, attendanceAt: string | null, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } } };

export type PageVersionDetailsFragment = { id: string, number: number, slug: string, title: string, excerpt: string | null, content: string, authorId: string | null, note: string | null, createdAt: string, publishedAt: string | null, meta: { title: string | null, description: string | null, keywords: string | null, ogImage: string | null, canonical: string | null } | null };

export type AdminPageSummaryFragment = { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null };

export type PageChangeDetailsFragment = { removed: Array<string>, needsScheduling: boolean, page: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } };

export type AdminFaqEntryDetailsFragment = { id: string, version: number, category: string, question: string, answer: string, details: string | null, isVisible: boolean, usefulCount: number, notUsefulCount: number };

export type AdminPagesQueryVariables = Exact<{
  filter?: PageFilterInput | null | undefined;
  search?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: AdminPageSort | null | undefined;
}>;


export type AdminPagesQuery = { adminPages: { totalCount: number | null, nodes: Array<{ id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type AdminPageQueryVariables = Exact<{
  input: PageIdInput;
}>;


export type AdminPageQuery = { adminPage: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, draft: { id: string, number: number, slug: string, title: string, excerpt: string | null, content: string, authorId: string | null, note: string | null, createdAt: string, publishedAt: string | null, meta: { title: string | null, description: string | null, keywords: string | null, ogImage: string | null, canonical: string | null } | null } | null, live: { id: string, number: number, slug: string, title: string, excerpt: string | null, content: string, authorId: string | null, note: string | null, createdAt: string, publishedAt: string | null, meta: { title: string | null, description: string | null, keywords: string | null, ogImage: string | null, canonical: string | null } | null } | null, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } };

export type PageVersionsQueryVariables = Exact<{
  id: string;
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: PageVersionSort | null | undefined;
}>;


export type PageVersionsQuery = { pageVersions: { nodes: Array<{ id: string, number: number, slug: string, title: string, excerpt: string | null, content: string, authorId: string | null, note: string | null, createdAt: string, publishedAt: string | null, meta: { title: string | null, description: string | null, keywords: string | null, ogImage: string | null, canonical: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ComparePageVersionsQueryVariables = Exact<{
  id: string;
  from: number;
  to: number;
}>;


export type ComparePageVersionsQuery = { comparePageVersions: { from: { id: string, number: number, slug: string, title: string, excerpt: string | null, content: string, authorId: string | null, note: string | null, createdAt: string, publishedAt: string | null, meta: { title: string | null, description: string | null, keywords: string | null, ogImage: string | null, canonical: string | null } | null }, to: { id: string, number: number, slug: string, title: string, excerpt: string | null, content: string, authorId: string | null, note: string | null, createdAt: string, publishedAt: string | null, meta: { title: string | null, description: string | null, keywords: string | null, ogImage: string | null, canonical: string | null } | null }, differences: Array<{ kind: DifferenceKind, text: string }> } };

export type CreatePageMutationVariables = Exact<{
  input: CreatePageInput;
}>;


export type CreatePageMutation = { createPage: { removed: Array<string>, needsScheduling: boolean, page: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } } };

export type EditPageMutationVariables = Exact<{
  input: EditPageInput;
}>;


export type EditPageMutation = { editPage: { removed: Array<string>, needsScheduling: boolean, page: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } } };

export type PublishPageMutationVariables = Exact<{
  input: PublishPageInput;
}>;


export type PublishPageMutation = { publishPage: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } };

export type SchedulePageMutationVariables = Exact<{
  input: SchedulePageInput;
}>;


export type SchedulePageMutation = { schedulePage: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } };

export type CancelPageScheduleMutationVariables = Exact<{
  input: PageIdInput;
}>;


export type CancelPageScheduleMutation = { cancelPageSchedule: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } };

export type UnpublishPageMutationVariables = Exact<{
  input: PageIdInput;
}>;


export type UnpublishPageMutation = { unpublishPage: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } };

export type ArchivePageMutationVariables = Exact<{
  input: PageIdInput;
}>;


export type ArchivePageMutation = { archivePage: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } };

export type RestorePageMutationVariables = Exact<{
  input: PageIdInput;
}>;


export type RestorePageMutation = { restorePage: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } };

export type RestorePageVersionMutationVariables = Exact<{
  input: RestorePageVersionInput;
}>;


export type RestorePageVersionMutation = { restorePageVersion: { removed: Array<string>, needsScheduling: boolean, page: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } } };

export type DeletePageMutationVariables = Exact<{
  input: PageIdInput;
}>;


export type DeletePageMutation = { deletePage: boolean };

export type ReorderPagesMutationVariables = Exact<{
  input: OrderOfIdsInput;
}>;


export type ReorderPagesMutation = { reorderPages: boolean };

export type PreviewLinkMutationVariables = Exact<{
  input: PageIdInput;
}>;


export type PreviewLinkMutation = { previewLink: { url: string, expiresAt: string } };

export type RevokePreviewLinksMutationVariables = Exact<{
  input: PageIdInput;
}>;


export type RevokePreviewLinksMutation = { revokePreviewLinks: { id: string, version: number, slug: string, title: string, excerpt: string | null, type: PageType, status: PageStatus, category: string | null, tags: Array<string>, isPublic: boolean, requireAuth: boolean, publishedAt: string | null, createdAt: string, hasDraft: boolean, availableActions: Array<PageAction>, schedule: { id: string, action: PageScheduleAction, at: string, zone: string, status: PageScheduleStatus, versionId: string | null, failure: string | null } | null } };

export type AdminFaqEntriesQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminFaqEntriesQuery = { adminFaqEntries: Array<{ id: string, version: number, category: string, question: string, answer: string, details: string | null, isVisible: boolean, usefulCount: number, notUsefulCount: number }> };

export type CreateFaqEntryMutationVariables = Exact<{
  input: CreateFaqEntryInput;
}>;


export type CreateFaqEntryMutation = { createFaqEntry: { id: string, version: number, category: string, question: string, answer: string, details: string | null, isVisible: boolean, usefulCount: number, notUsefulCount: number } };

export type UpdateFaqEntryMutationVariables = Exact<{
  input: UpdateFaqEntryInput;
}>;


export type UpdateFaqEntryMutation = { updateFaqEntry: { id: string, version: number, category: string, question: string, answer: string, details: string | null, isVisible: boolean, usefulCount: number, notUsefulCount: number } };

export type SetFaqVisibilityMutationVariables = Exact<{
  input: SetFaqVisibilityInput;
}>;


export type SetFaqVisibilityMutation = { setFaqVisibility: { id: string, version: number, category: string, question: string, answer: string, details: string | null, isVisible: boolean, usefulCount: number, notUsefulCount: number } };

export type ReorderFaqMutationVariables = Exact<{
  input: OrderOfIdsInput;
}>;


export type ReorderFaqMutation = { reorderFaq: Array<{ id: string, version: number, category: string, question: string, answer: string, details: string | null, isVisible: boolean, usefulCount: number, notUsefulCount: number }> };

export type DeleteFaqEntryMutationVariables = Exact<{
  input: FaqEntryIdInput;
}>;


export type DeleteFaqEntryMutation = { deleteFaqEntry: boolean };

export type CreateFaqCategoryMutationVariables = Exact<{
  input: CreateFaqCategoryInput;
}>;


export type CreateFaqCategoryMutation = { createFaqCategory: { id: string, name: string } };

export type RenameFaqCategoryMutationVariables = Exact<{
  input: RenameFaqCategoryInput;
}>;


export type RenameFaqCategoryMutation = { renameFaqCategory: { id: string, name: string } };

export type ReorderFaqCategoriesMutationVariables = Exact<{
  input: OrderOfIdsInput;
}>;


export type ReorderFaqCategoriesMutation = { reorderFaqCategories: Array<{ id: string, name: string }> };

export type DeleteFaqCategoryMutationVariables = Exact<{
  input: FaqCategoryIdInput;
}>;


export type DeleteFaqCategoryMutation = { deleteFaqCategory: boolean };

export type FaqEntriesQueryVariables = Exact<{
  category?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type FaqEntriesQuery = { faqEntries: Array<{ id: string, category: string, question: string, answer: string, details: string | null }> };

export type FaqCategoriesQueryVariables = Exact<{ [key: string]: never; }>;


export type FaqCategoriesQuery = { faqCategories: Array<{ id: string, name: string }> };

export type PagesQueryVariables = Exact<{
  type?: PageType | null | undefined;
  search?: string | null | undefined;
  category?: string | null | undefined;
  tag?: string | null | undefined;
}>;


export type PagesQuery = { pages: Array<{ id: string, slug: string, title: string, excerpt: string | null, type: PageType, category: string | null, tags: Array<string>, requireAuth: boolean, publishedAt: string | null }> };

export type PageQueryVariables = Exact<{
  slug: string;
}>;


export type PageQuery = { page: { id: string, slug: string, title: string, content: string, excerpt: string | null, type: PageType, category: string | null, tags: Array<string>, requireAuth: boolean, publishedAt: string | null, meta: { title: string | null, description: string | null, keywords: string | null, ogImage: string | null, canonical: string | null } | null, faqEntries: Array<{ id: string, question: string, answer: string }> } };

export type SearchHelpQueryVariables = Exact<{
  words: string;
}>;


export type SearchHelpQuery = { searchHelp: Array<{ kind: HelpKind, id: string, title: string, excerpt: string | null, slug: string | null }> };

export type RateFaqEntryMutationVariables = Exact<{
  input: RateFaqEntryInput;
}>;


export type RateFaqEntryMutation = { rateFaqEntry: boolean };

export type PageMetaDetailsFragment = { title: string | null, description: string | null, keywords: string | null, ogImage: string | null, canonical: string | null };

export type StartConversationWithMutationVariables = Exact<{
  input: StartConversationWithInput;
}>;


export type StartConversationWithMutation = { startConversationWith: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type AssignConversationMutationVariables = Exact<{
  input: AssignConversationInput;
}>;


export type AssignConversationMutation = { assignConversation: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type CloseConversationMutationVariables = Exact<{
  input: ConversationInput;
}>;


export type CloseConversationMutation = { closeConversation: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type ReopenConversationMutationVariables = Exact<{
  input: ConversationInput;
}>;


export type ReopenConversationMutation = { reopenConversation: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type AddParticipantMutationVariables = Exact<{
  input: ConversationPersonInput;
}>;


export type AddParticipantMutation = { addParticipant: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type RemoveParticipantMutationVariables = Exact<{
  input: ConversationPersonInput;
}>;


export type RemoveParticipantMutation = { removeParticipant: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type MessageHistoryQueryVariables = Exact<{
  conversationId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MessageHistoryQuery = { conversation: { assignee: { id: string, displayName: string } | null, messages: { nodes: Array<{ audience: MessageAudience, id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, readBy: Array<{ at: string | null, person: { id: string, displayName: string } }>, revisions: Array<{ content: string, at: string }>, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type DashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardQuery = { dashboard: { users: { total: number, active: number, growth: number | null }, orders: { total: number, active: number, completed: number, late: number, unassigned: number, toReview: number }, revenue: { month: Array<{ amount: number, currency: Currency }>, trend: Array<{ currency: Currency, growth: number | null }> }, messages: { pending: number, responseMinutes: { median: number, mean: number } | null }, tickets: { open: number, breached: number } } };

export type MonthlyStatsQueryVariables = Exact<{
  months?: number;
}>;


export type MonthlyStatsQuery = { monthlyStats: Array<{ orders: number, completed: number, cancelled: number, newUsers: number, pages: number, bucket: { startsOn: string, endsOn: string, isPartial: boolean }, revenue: Array<{ amount: number, currency: Currency }>, averageBasket: Array<{ amount: number, currency: Currency }> }> };

export type RevenueStatsQueryVariables = Exact<{
  from: string;
  to: string;
  bucket?: BucketUnit;
}>;


export type RevenueStatsQuery = { revenueStats: { points: Array<{ bucket: { startsOn: string, endsOn: string, isPartial: boolean }, value: Array<{ amount: number, currency: Currency }> }>, received: Array<{ amount: number, currency: Currency }>, returned: Array<{ amount: number, currency: Currency }>, net: Array<{ amount: number, currency: Currency }> } };

export type UserGrowthQueryVariables = Exact<{
  from: string;
  to: string;
  bucket?: BucketUnit;
}>;


export type UserGrowthQuery = { userGrowth: { total: number, before: number, after: number, growth: number | null, points: Array<{ value: number, bucket: { startsOn: string, endsOn: string, isPartial: boolean } }> } };

export type OrderPerformanceQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type OrderPerformanceQuery = { orderPerformance: { medianDays: number | null, p90Days: number | null, bucket: { startsOn: string, endsOn: string, isPartial: boolean }, rows: Array<{ status: OrderStatus, payment: OrderPaymentState, count: number, finalAgainstEstimate: number | null, averageDeclaredPages: number | null, averageMeasuredPages: number | null, averageVerifiedPages: number | null, averageRevisions: number, amount: { amount: number, currency: Currency }, estimated: { amount: number, currency: Currency }, final: { amount: number, currency: Currency } }> } };

export type OrderFunnelQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type OrderFunnelQuery = { orderFunnel: { bucket: { startsOn: string, endsOn: string, isPartial: boolean }, steps: Array<{ step: FunnelStep, count: number, lost: number, share: number | null }> } };

export type ProofreaderWorkloadQueryVariables = Exact<{ [key: string]: never; }>;


export type ProofreaderWorkloadQuery = { proofreaderWorkload: Array<{ proofreaderId: string, openOrders: number, openPages: number, lateOrders: number, completed: number, onTimeShare: number | null }> };

export type MyProofreaderStatsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProofreaderStatsQuery = { myProofreaderStats: { openOrders: number, openPages: number, lateOrders: number, completed: number, onTimeShare: number | null, medianDays: number | null, averageRevisions: number | null } };

export type ReceivablesAgeingQueryVariables = Exact<{ [key: string]: never; }>;


export type ReceivablesAgeingQuery = { receivablesAgeing: Array<{ age: ReceivableAge, count: number, owed: { amount: number, currency: Currency } }> };

export type PublicStatsQueryVariables = Exact<{ [key: string]: never; }>;


export type PublicStatsQuery = { publicStats: { manuscripts: number | null, pages: number | null } };

export type ThresholdsQueryVariables = Exact<{ [key: string]: never; }>;


export type ThresholdsQuery = { thresholds: Array<{ year: number, share: number, limitRow: { id: string, kind: ThresholdKind, validFrom: string, validTo: string | null, activityFrom: string | null, source: string, amount: { amount: number, currency: Currency } }, limit: { amount: number, currency: Currency }, revenue: { amount: number, currency: Currency }, projection: { amount: number, currency: Currency }, alarms: Array<{ percent: number, reachedAt: string }> }> };

export type ThresholdLimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type ThresholdLimitsQuery = { thresholdLimits: Array<{ id: string, kind: ThresholdKind, validFrom: string, validTo: string | null, activityFrom: string | null, source: string, amount: { amount: number, currency: Currency } }> };

export type AddThresholdLimitMutationVariables = Exact<{
  addThresholdLimit: AddThresholdLimitInput;
}>;


export type AddThresholdLimitMutation = { addThresholdLimit: { id: string, kind: ThresholdKind, validFrom: string, validTo: string | null, activityFrom: string | null, source: string, amount: { amount: number, currency: Currency } } };

export type EndThresholdLimitMutationVariables = Exact<{
  endThresholdLimit: EndThresholdLimitInput;
}>;


export type EndThresholdLimitMutation = { endThresholdLimit: { id: string, kind: ThresholdKind, validFrom: string, validTo: string | null, activityFrom: string | null, source: string, amount: { amount: number, currency: Currency } } };

export type RequestStatsReportMutationVariables = Exact<{
  requestStatsReport: RequestStatsReportInput;
}>;


export type RequestStatsReportMutation = { requestStatsReport: { id: string, format: ReportFormat, fromOn: string, toOn: string, fileId: string | null, createdAt: string, finishedAt: string | null } };

export type StatsReportQueryVariables = Exact<{
  id: string;
}>;


export type StatsReportQuery = { statsReport: { id: string, format: ReportFormat, fromOn: string, toOn: string, fileId: string | null, createdAt: string, finishedAt: string | null } };

export type ReceivesMonthlyReportQueryVariables = Exact<{ [key: string]: never; }>;


export type ReceivesMonthlyReportQuery = { receivesMonthlyReport: boolean };

export type SetMonthlyReportMutationVariables = Exact<{
  setMonthlyReport: SetMonthlyReportInput;
}>;


export type SetMonthlyReportMutation = { setMonthlyReport: boolean };

export type AmountFragment = { amount: number, currency: Currency };

export type BucketDetailsFragment = { startsOn: string, endsOn: string, isPartial: boolean };

export type ThresholdLimitDetailsFragment = { id: string, kind: ThresholdKind, validFrom: string, validTo: string | null, activityFrom: string | null, source: string, amount: { amount: number, currency: Currency } };

export type StatsReportDetailsFragment = { id: string, format: ReportFormat, fromOn: string, toOn: string, fileId: string | null, createdAt: string, finishedAt: string | null };

export type RequestDownloadMutationVariables = Exact<{
  input: RequestDownloadInput;
}>;


export type RequestDownloadMutation = { requestDownload: { url: string, expiresAt: string } };

export type DeleteFileMutationVariables = Exact<{
  input: DeleteFileInput;
}>;


export type DeleteFileMutation = { deleteFile: { id: string, name: string } };

export type FormTicketQueryVariables = Exact<{ [key: string]: never; }>;


export type FormTicketQuery = { formTicket: { ticket: string, validFrom: string, expiresAt: string } };

export type StartGuestOrderMutationVariables = Exact<{
  input: StartGuestOrderInput;
}>;


export type StartGuestOrderMutation = { startGuestOrder: { resumeToken: string, guestOrder: { id: string, status: GuestOrderStatus, availableActions: Array<GuestOrderAction>, title: string, service: string, unit: PriceUnit, declaredPages: number | null, reviewAnswer: string | null, manuscriptName: string | null, manuscriptBytes: number | null, uploadsLeft: number, createdAt: string, expiresAt: string, paidAt: string | null, orderId: string | null, estimatedTotal: { amount: number, currency: Currency }, quotedTotal: { amount: number, currency: Currency } } } };

export type UploadGuestManuscriptMutationVariables = Exact<{
  input: UploadGuestManuscriptInput;
}>;


export type UploadGuestManuscriptMutation = { uploadGuestManuscript: { id: string, status: GuestOrderStatus, availableActions: Array<GuestOrderAction>, title: string, service: string, unit: PriceUnit, declaredPages: number | null, reviewAnswer: string | null, manuscriptName: string | null, manuscriptBytes: number | null, uploadsLeft: number, createdAt: string, expiresAt: string, paidAt: string | null, orderId: string | null, estimatedTotal: { amount: number, currency: Currency }, quotedTotal: { amount: number, currency: Currency } } };

export type RequestGuestReviewMutationVariables = Exact<{
  input: RequestGuestReviewInput;
}>;


export type RequestGuestReviewMutation = { requestGuestReview: { id: string, status: GuestOrderStatus, availableActions: Array<GuestOrderAction>, title: string, service: string, unit: PriceUnit, declaredPages: number | null, reviewAnswer: string | null, manuscriptName: string | null, manuscriptBytes: number | null, uploadsLeft: number, createdAt: string, expiresAt: string, paidAt: string | null, orderId: string | null, estimatedTotal: { amount: number, currency: Currency }, quotedTotal: { amount: number, currency: Currency } } };

export type OpenGuestCheckoutMutationVariables = Exact<{
  input: GuestOrderTokenInput;
}>;


export type OpenGuestCheckoutMutation = { openGuestCheckout: { paymentId: string, sessionId: string, url: string, expiresAt: string } };

export type GuestOrderStatusQueryVariables = Exact<{
  token: string;
}>;


export type GuestOrderStatusQuery = { guestOrderStatus: { id: string, status: GuestOrderStatus, availableActions: Array<GuestOrderAction>, title: string, service: string, unit: PriceUnit, declaredPages: number | null, reviewAnswer: string | null, manuscriptName: string | null, manuscriptBytes: number | null, uploadsLeft: number, createdAt: string, expiresAt: string, paidAt: string | null, orderId: string | null, estimatedTotal: { amount: number, currency: Currency }, quotedTotal: { amount: number, currency: Currency } } };

export type ResumeGuestOrderMutationVariables = Exact<{
  input: GuestOrderTokenInput;
}>;


export type ResumeGuestOrderMutation = { resumeGuestOrder: { resumeToken: string, guestOrder: { id: string, status: GuestOrderStatus, availableActions: Array<GuestOrderAction>, title: string, service: string, unit: PriceUnit, declaredPages: number | null, reviewAnswer: string | null, manuscriptName: string | null, manuscriptBytes: number | null, uploadsLeft: number, createdAt: string, expiresAt: string, paidAt: string | null, orderId: string | null, estimatedTotal: { amount: number, currency: Currency }, quotedTotal: { amount: number, currency: Currency } } } };

export type AttachGuestOrderMutationVariables = Exact<{
  input: GuestOrderTokenInput;
}>;


export type AttachGuestOrderMutation = { attachGuestOrder: { id: string, status: GuestOrderStatus, availableActions: Array<GuestOrderAction>, title: string, service: string, unit: PriceUnit, declaredPages: number | null, reviewAnswer: string | null, manuscriptName: string | null, manuscriptBytes: number | null, uploadsLeft: number, createdAt: string, expiresAt: string, paidAt: string | null, orderId: string | null, estimatedTotal: { amount: number, currency: Currency }, quotedTotal: { amount: number, currency: Currency } } };

export type AbandonGuestOrderMutationVariables = Exact<{
  input: GuestOrderTokenInput;
}>;


export type AbandonGuestOrderMutation = { abandonGuestOrder: { id: string, status: GuestOrderStatus, availableActions: Array<GuestOrderAction>, title: string, service: string, unit: PriceUnit, declaredPages: number | null, reviewAnswer: string | null, manuscriptName: string | null, manuscriptBytes: number | null, uploadsLeft: number, createdAt: string, expiresAt: string, paidAt: string | null, orderId: string | null, estimatedTotal: { amount: number, currency: Currency }, quotedTotal: { amount: number, currency: Currency } } };

export type GuestOrdersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: GuestOrderSort | null | undefined;
  status?: GuestOrderStatus | null | undefined;
}>;


export type GuestOrdersQuery = { guestOrders: { nodes: Array<{ firstName: string, lastName: string, email: string | null, phone: string | null, locale: Locale, description: string | null, priority: Priority, reviewMessage: string | null, id: string, status: GuestOrderStatus, availableActions: Array<GuestOrderAction>, title: string, service: string, unit: PriceUnit, declaredPages: number | null, reviewAnswer: string | null, manuscriptName: string | null, manuscriptBytes: number | null, uploadsLeft: number, createdAt: string, expiresAt: string, paidAt: string | null, orderId: string | null, estimatedTotal: { amount: number, currency: Currency }, quotedTotal: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type AnswerGuestReviewMutationVariables = Exact<{
  input: AnswerGuestReviewInput;
}>;


export type AnswerGuestReviewMutation = { answerGuestReview: { id: string, status: GuestOrderStatus, availableActions: Array<GuestOrderAction>, title: string, service: string, unit: PriceUnit, declaredPages: number | null, reviewAnswer: string | null, manuscriptName: string | null, manuscriptBytes: number | null, uploadsLeft: number, createdAt: string, expiresAt: string, paidAt: string | null, orderId: string | null, estimatedTotal: { amount: number, currency: Currency }, quotedTotal: { amount: number, currency: Currency } } };

export type GuestOrderFieldsFragment = { id: string, status: GuestOrderStatus, availableActions: Array<GuestOrderAction>, title: string, service: string, unit: PriceUnit, declaredPages: number | null, reviewAnswer: string | null, manuscriptName: string | null, manuscriptBytes: number | null, uploadsLeft: number, createdAt: string, expiresAt: string, paidAt: string | null, orderId: string | null, estimatedTotal: { amount: number, currency: Currency }, quotedTotal: { amount: number, currency: Currency } };

export type OauthProvidersQueryVariables = Exact<{ [key: string]: never; }>;


export type OauthProvidersQuery = { oauthProviders: Array<IdentityProvider> };

export type OauthAuthorizeUrlMutationVariables = Exact<{
  input: OauthAuthorizeUrlInput;
}>;


export type OauthAuthorizeUrlMutation = { oauthAuthorizeUrl: { url: string, proof: string, expiresAt: string } };

export type SignInWithOauthMutationVariables = Exact<{
  input: SignInWithOauthInput;
}>;


export type SignInWithOauthMutation = { signInWithOauth: { isProofMailed: boolean, session: { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } } | null } };

export type ConfirmIdentityMutationVariables = Exact<{
  input: ConfirmIdentityInput;
}>;


export type ConfirmIdentityMutation = { confirmIdentity: { isProofMailed: boolean, session: { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } } | null } };

export type MyIdentitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyIdentitiesQuery = { myIdentities: Array<{ id: string, provider: IdentityProvider, email: string, linkedAt: string, lastUsedAt: string | null }> };

export type LinkIdentityMutationVariables = Exact<{
  input: LinkIdentityInput;
}>;


export type LinkIdentityMutation = { linkIdentity: { id: string, provider: IdentityProvider, email: string, linkedAt: string, lastUsedAt: string | null } };

export type UnlinkIdentityMutationVariables = Exact<{
  input: UnlinkIdentityInput;
}>;


export type UnlinkIdentityMutation = { unlinkIdentity: { id: string, provider: IdentityProvider, email: string, linkedAt: string, lastUsedAt: string | null } };

export type LinkedIdentityFragment = { id: string, provider: IdentityProvider, email: string, linkedAt: string, lastUsedAt: string | null };

export type InvoiceDraftsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: InvoiceDraftSort | null | undefined;
  filter?: InvoiceDraftFilterInput | null | undefined;
}>;


export type InvoiceDraftsQuery = { invoiceDrafts: { nodes: Array<{ id: string, version: number, kind: InvoiceDraftKind, buyerId: string | null, prices: PriceBasis, currency: Currency, operation: Operation, discountBasisPoints: number | null, dueOn: string | null, suppliedOn: string | null, notes: string | null, purchaseOrder: string | null, createdAt: string, changedAt: string, person: { name: string, email: string | null, locale: Locale, address: { lines: Array<string>, postcode: string, city: string, country: string } | null } | null, subject: { type: SubjectType, id: string } | null, lines: Array<{ description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PreviewInvoiceQueryVariables = Exact<{
  draftId: string;
}>;


export type PreviewInvoiceQuery = { previewInvoice: { name: string, mimeType: string, content: string } };

export type CreateInvoiceDraftMutationVariables = Exact<{
  input: CreateInvoiceDraftInput;
}>;


export type CreateInvoiceDraftMutation = { createInvoiceDraft: { id: string, version: number, kind: InvoiceDraftKind, buyerId: string | null, prices: PriceBasis, currency: Currency, operation: Operation, discountBasisPoints: number | null, dueOn: string | null, suppliedOn: string | null, notes: string | null, purchaseOrder: string | null, createdAt: string, changedAt: string, person: { name: string, email: string | null, locale: Locale, address: { lines: Array<string>, postcode: string, city: string, country: string } | null } | null, subject: { type: SubjectType, id: string } | null, lines: Array<{ description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null } };

export type UpdateInvoiceDraftMutationVariables = Exact<{
  input: UpdateInvoiceDraftInput;
}>;


export type UpdateInvoiceDraftMutation = { updateInvoiceDraft: { id: string, version: number, kind: InvoiceDraftKind, buyerId: string | null, prices: PriceBasis, currency: Currency, operation: Operation, discountBasisPoints: number | null, dueOn: string | null, suppliedOn: string | null, notes: string | null, purchaseOrder: string | null, createdAt: string, changedAt: string, person: { name: string, email: string | null, locale: Locale, address: { lines: Array<string>, postcode: string, city: string, country: string } | null } | null, subject: { type: SubjectType, id: string } | null, lines: Array<{ description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null } };

export type DeleteInvoiceDraftMutationVariables = Exact<{
  input: InvoiceDraftVersionInput;
}>;


export type DeleteInvoiceDraftMutation = { deleteInvoiceDraft: boolean };

export type IssueInvoiceMutationVariables = Exact<{
  input: InvoiceDraftVersionInput;
}>;


export type IssueInvoiceMutation = { issueInvoice: { id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } } };

export type IssueDepositInvoiceMutationVariables = Exact<{
  input: IssueDepositInvoiceInput;
}>;


export type IssueDepositInvoiceMutation = { issueDepositInvoice: { id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } } };

export type SendInvoiceMutationVariables = Exact<{
  input: SendInvoiceInput;
}>;


export type SendInvoiceMutation = { sendInvoice: { id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } } };

export type RecordTransmissionMutationVariables = Exact<{
  input: RecordTransmissionInput;
}>;


export type RecordTransmissionMutation = { recordTransmission: { transmission: InvoiceTransmission, transmissionPlatform: string | null, transmissionReference: string | null, transmittedAt: string | null, id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } } };

export type InvoicesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: InvoiceSort | null | undefined;
  filter?: InvoiceFilterInput | null | undefined;
}>;


export type InvoicesQuery = { invoices: { nodes: Array<{ buyerId: string | null, id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type InvoiceTimelineQueryVariables = Exact<{
  id: string;
}>;


export type InvoiceTimelineQuery = { invoice: { id: string, timeline: Array<{ kind: InvoiceTimelineKind, at: string, step: number | null, sourceId: string | null, amount: { amount: number, currency: Currency } | null }> } };

export type CustomerStatementQueryVariables = Exact<{
  personId: string;
  currency?: Currency;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type CustomerStatementQuery = { customerStatement: { currency: Currency, opening: { amount: number, currency: Currency }, entries: Array<{ at: string, kind: StatementEntryKind, number: string, amount: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } }>, closing: { amount: number, currency: Currency } } };

export type ReminderStepsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReminderStepsQuery = { reminderSteps: Array<{ id: string, position: number, days: number, titleFr: string, titleEn: string, textFr: string, textEn: string, isEnabled: boolean }> };

export type UpdateReminderStepMutationVariables = Exact<{
  input: UpdateReminderStepInput;
}>;


export type UpdateReminderStepMutation = { updateReminderStep: { id: string, position: number, days: number, titleFr: string, titleEn: string, textFr: string, textEn: string, isEnabled: boolean } };

export type SendReminderMutationVariables = Exact<{
  input: SendReminderInput;
}>;


export type SendReminderMutation = { sendReminder: { id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } } };

export type PauseRemindersMutationVariables = Exact<{
  input: PauseRemindersInput;
}>;


export type PauseRemindersMutation = { pauseReminders: { remindersPausedUntil: string | null, id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } } };

export type ReminderStepDetailsFragment = { id: string, position: number, days: number, titleFr: string, titleEn: string, textFr: string, textEn: string, isEnabled: boolean };

export type CreditInvoiceMutationVariables = Exact<{
  input: CreditInvoiceInput;
}>;


export type CreditInvoiceMutation = { creditInvoice: { id: string, number: string, kind: InvoiceKind, status: InvoiceStatus, correctsId: string | null, issuedAt: string, dueOn: string, paidAt: string | null, sentAt: string | null, overdueAt: string | null, cancelledAt: string | null, pdfFileId: string | null, xmlFileId: string | null, subject: { type: SubjectType, id: string }, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, gross: { amount: number, currency: Currency }, credited: { amount: number, currency: Currency }, paid: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency }, lost: { amount: number, currency: Currency }, balance: { amount: number, currency: Currency } } };

export type InvoiceDraftDetailsFragment = { id: string, version: number, kind: InvoiceDraftKind, buyerId: string | null, prices: PriceBasis, currency: Currency, operation: Operation, discountBasisPoints: number | null, dueOn: string | null, suppliedOn: string | null, notes: string | null, purchaseOrder: string | null, createdAt: string, changedAt: string, person: { name: string, email: string | null, locale: Locale, address: { lines: Array<string>, postcode: string, city: string, country: string } | null } | null, subject: { type: SubjectType, id: string } | null, lines: Array<{ description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null };

export type JobsQueryVariables = Exact<{
  state?: JobState | null | undefined;
  kind?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: JobSort | null | undefined;
  search?: string | null | undefined;
}>;


export type JobsQuery = { jobs: { nodes: Array<{ id: string, kind: string, state: JobState, payload: Record<string, unknown>, priority: number, attempts: number, maxAttempts: number, lastError: string | null, runAt: string, createdAt: string, finishedAt: string | null, requestId: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RetryJobMutationVariables = Exact<{
  input: RetryJobInput;
}>;


export type RetryJobMutation = { retryJob: { id: string, kind: string, state: JobState, payload: Record<string, unknown>, priority: number, attempts: number, maxAttempts: number, lastError: string | null, runAt: string, createdAt: string, finishedAt: string | null, requestId: string | null } };

export type CancelJobMutationVariables = Exact<{
  input: CancelJobInput;
}>;


export type CancelJobMutation = { cancelJob: { id: string, kind: string, state: JobState, payload: Record<string, unknown>, priority: number, attempts: number, maxAttempts: number, lastError: string | null, runAt: string, createdAt: string, finishedAt: string | null, requestId: string | null } };

export type JobDetailsFragment = { id: string, kind: string, state: JobState, payload: Record<string, unknown>, priority: number, attempts: number, maxAttempts: number, lastError: string | null, runAt: string, createdAt: string, finishedAt: string | null, requestId: string | null };

export type SystemStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemStatusQuery = { systemStatus: { state: HealthState, waitingJobs: number, oldestWaitingSeconds: number, deadJobs: number, parts: Array<{ name: string, state: HealthState, isEssential: boolean, since: string, milliseconds: number, reason: string | null, freeMegabytes: number | null }>, demo: { notice: string, isBeingMade: boolean } | null } };

export type ResetDemoDataMutationVariables = Exact<{ [key: string]: never; }>;


export type ResetDemoDataMutation = { resetDemoData: { people: number, orders: number, password: string } };

export type MasterKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type MasterKeysQuery = { masterKeys: { remaining: number, rewrappedLastMinute: number, keys: Array<{ id: string, provider: KeyProvider, isActive: boolean, isReachable: boolean, dataKeyCount: number, oldestAt: string | null, isNeededByBackup: boolean, neededUntil: string | null }>, kit: { id: string, shares: number, needed: number, createdAt: string, verifiedAt: string | null } | null } };

export type PrivacyRequestsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: PrivacyRequestSort | null | undefined;
  search?: string | null | undefined;
  status?: PrivacyRequestStatus | null | undefined;
}>;


export type PrivacyRequestsQuery = { privacyRequests: { nodes: Array<{ id: string, userId: string | null, kind: PrivacyRequestKind, status: PrivacyRequestStatus, details: string | null, answer: string | null, askedAt: string, dueAt: string, handledAt: string | null, extendedAt: string | null, extensionReason: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type AnswerPrivacyRequestMutationVariables = Exact<{
  input: AnswerPrivacyRequestInput;
}>;


export type AnswerPrivacyRequestMutation = { answerPrivacyRequest: { id: string, userId: string | null, kind: PrivacyRequestKind, status: PrivacyRequestStatus, details: string | null, answer: string | null, askedAt: string, dueAt: string, handledAt: string | null, extendedAt: string | null, extensionReason: string | null } };

export type ExtendPrivacyRequestMutationVariables = Exact<{
  input: ExtendPrivacyRequestInput;
}>;


export type ExtendPrivacyRequestMutation = { extendPrivacyRequest: { id: string, userId: string | null, kind: PrivacyRequestKind, status: PrivacyRequestStatus, details: string | null, answer: string | null, askedAt: string, dueAt: string, handledAt: string | null, extendedAt: string | null, extensionReason: string | null } };

export type LegalHoldsQueryVariables = Exact<{
  filter?: LegalHoldFilterInput | null | undefined;
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: LegalHoldSort | null | undefined;
}>;


export type LegalHoldsQuery = { legalHolds: { nodes: Array<{ id: string, targetType: HoldTarget, targetId: string, personId: string | null, reason: string, caseReference: string | null, placedAt: string, placedById: string, releasedAt: string | null, releasedById: string | null, releaseReason: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PlaceLegalHoldMutationVariables = Exact<{
  input: PlaceLegalHoldInput;
}>;


export type PlaceLegalHoldMutation = { placeLegalHold: { id: string, targetType: HoldTarget, targetId: string, personId: string | null, reason: string, caseReference: string | null, placedAt: string, placedById: string, releasedAt: string | null, releasedById: string | null, releaseReason: string | null } };

export type ReleaseLegalHoldMutationVariables = Exact<{
  input: ReleaseLegalHoldInput;
}>;


export type ReleaseLegalHoldMutation = { releaseLegalHold: { id: string, targetType: HoldTarget, targetId: string, personId: string | null, reason: string, caseReference: string | null, placedAt: string, placedById: string, releasedAt: string | null, releasedById: string | null, releaseReason: string | null } };

export type RetentionPoliciesQueryVariables = Exact<{ [key: string]: never; }>;


export type RetentionPoliciesQuery = { retentionPolicies: Array<{ recordClass: RetentionClass, action: RetentionAction, ground: RetentionGround, days: number, usualDays: number, leastDays: number, mostDays: number, changedAt: string | null, changedById: string | null }> };

export type UpdateRetentionPolicyMutationVariables = Exact<{
  input: UpdateRetentionPolicyInput;
}>;


export type UpdateRetentionPolicyMutation = { updateRetentionPolicy: { recordClass: RetentionClass, action: RetentionAction, ground: RetentionGround, days: number, usualDays: number, leastDays: number, mostDays: number, changedAt: string | null, changedById: string | null } };

export type RetentionPreviewQueryVariables = Exact<{
  samples?: number;
}>;


export type RetentionPreviewQuery = { retentionPreview: Array<{ recordClass: RetentionClass, count: number, oldest: string | null, sampleIds: Array<string> }> };

export type RetentionRunsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: RetentionRunSort | null | undefined;
}>;


export type RetentionRunsQuery = { retentionRuns: { nodes: Array<{ id: string, asOf: string, startedById: string | null, finishedAt: string | null, counts: Array<{ recordClass: RetentionClass, count: number }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RunRetentionMutationVariables = Exact<{ [key: string]: never; }>;


export type RunRetentionMutation = { runRetention: { id: string, asOf: string, startedById: string | null, finishedAt: string | null, counts: Array<{ recordClass: RetentionClass, count: number }> } };

export type HeldFragment = { id: string, targetType: HoldTarget, targetId: string, personId: string | null, reason: string, caseReference: string | null, placedAt: string, placedById: string, releasedAt: string | null, releasedById: string | null, releaseReason: string | null };

export type PeriodFragment = { recordClass: RetentionClass, action: RetentionAction, ground: RetentionGround, days: number, usualDays: number, leastDays: number, mostDays: number, changedAt: string | null, changedById: string | null };

export type PassageFragment = { id: string, asOf: string, startedById: string | null, finishedAt: string | null, counts: Array<{ recordClass: RetentionClass, count: number }> };

export type PublicBookingQueryVariables = Exact<{
  code?: string | null | undefined;
  token?: string | null | undefined;
  email?: string | null | undefined;
  bookingId?: string | null | undefined;
}>;


export type PublicBookingQuery = { publicBooking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type BookingCancellationTermsQueryVariables = Exact<{
  code?: string | null | undefined;
  token?: string | null | undefined;
  email?: string | null | undefined;
  bookingId?: string | null | undefined;
}>;


export type BookingCancellationTermsQuery = { bookingCancellationTerms: { bookingId: string, isCancellable: boolean, refundPercent: number, paid: { amount: number, currency: Currency }, refund: { amount: number, currency: Currency }, kept: { amount: number, currency: Currency }, tiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type CancelBookingMutationVariables = Exact<{
  input: CancelBookingInput;
}>;


export type CancelBookingMutation = { cancelBooking: { isDone: boolean, booking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } } };

export type RescheduleBookingMutationVariables = Exact<{
  input: RescheduleBookingInput;
}>;


export type RescheduleBookingMutation = { rescheduleBooking: { isDone: boolean, booking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } } };

export type ConfirmBookingChangeMutationVariables = Exact<{
  input: ConfirmBookingChangeInput;
}>;


export type ConfirmBookingChangeMutation = { confirmBookingChange: { isDone: boolean, booking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } } };

export type ResendBookingLinkMutationVariables = Exact<{
  input: BookingAccessInput;
}>;


export type ResendBookingLinkMutation = { resendBookingLink: boolean };

export type UpdateBookingDetailsMutationVariables = Exact<{
  input: UpdateBookingDetailsInput;
}>;


export type UpdateBookingDetailsMutation = { updateBookingDetails: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type UploadBookingFileMutationVariables = Exact<{
  input: UploadBookingFileInput;
}>;


export type UploadBookingFileMutation = { uploadBookingFile: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, files: Array<{ id: string, questionId: string, label: string, file: { id: string, name: string, mimeType: string, sizeBytes: number } }>, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type CreateStaffBookingMutationVariables = Exact<{
  input: CreateStaffBookingInput;
}>;


export type CreateStaffBookingMutation = { createStaffBooking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type AddBookingNoteMutationVariables = Exact<{
  input: AddBookingNoteInput;
}>;


export type AddBookingNoteMutation = { addBookingNote: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type CompleteBookingMutationVariables = Exact<{
  input: WhichBookingInput;
}>;


export type CompleteBookingMutation = { completeBooking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type MarkNoShowMutationVariables = Exact<{
  input: WhichBookingInput;
}>;


export type MarkNoShowMutation = { markNoShow: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type CorrectAttendanceMutationVariables = Exact<{
  input: WhichBookingInput;
}>;


export type CorrectAttendanceMutation = { correctAttendance: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type MoveBookingsMutationVariables = Exact<{
  input: MoveBookingsInput;
}>;


export type MoveBookingsMutation = { moveBookings: Array<{ bookingId: string, error: string | null }> };

export type CancelBookingsMutationVariables = Exact<{
  input: CancelBookingsInput;
}>;


export type CancelBookingsMutation = { cancelBookings: Array<{ bookingId: string, error: string | null }> };

export type BookingChangeFieldsFragment = { isDone: boolean, booking: { id: string, code: string, status: BookingStatus, availableActions: Array<BookingAction>, offeringId: string, offeringName: string, artisanId: string, artisanName: string, timeZone: string, startsAt: string, endsAt: string, localStart: string, customerTimeZone: string, partySize: number, locationKind: LocationKind, place: string | null, customerName: string, customerEmail: string | null, locale: Locale, notifyByEmail: boolean, notifyBySms: boolean, customerNote: string | null, depositStatus: DepositStatus, holdUntil: string | null, rescheduleUntilMinutes: number, reschedulesLeft: number, createdAt: string, confirmedAt: string | null, cancelledAt: string | null, cancelledBy: BookingParty | null, answers: Array<{ questionId: string, label: string, answer: string }>, price: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency }, cancellationTiers: Array<{ hoursBefore: number, refundPercent: number }> } };

export type BookingFileFieldsFragment = { id: string, questionId: string, label: string, file: { id: string, name: string, mimeType: string, sizeBytes: number } };

export type ConversationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: ConversationSort | null | undefined;
  search?: string | null | undefined;
  filter?: ConversationFilterInput | null | undefined;
}>;


export type ConversationsQuery = { conversations: { nodes: Array<{ id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, lastMessage: { id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } | null, participants: Array<{ id: string, displayName: string }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ConversationQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: MessageSort | null | undefined;
  search?: string | null | undefined;
}>;


export type ConversationQuery = { conversation: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, messages: { nodes: Array<{ id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, participants: Array<{ id: string, displayName: string }> } };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage: { id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } };

export type MarkConversationReadMutationVariables = Exact<{
  input: MarkConversationReadInput;
}>;


export type MarkConversationReadMutation = { markConversationRead: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type EditMessageMutationVariables = Exact<{
  input: EditMessageInput;
}>;


export type EditMessageMutation = { editMessage: { id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } };

export type DeleteMessageMutationVariables = Exact<{
  input: DeleteMessageInput;
}>;


export type DeleteMessageMutation = { deleteMessage: { id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } };

export type PinMessageMutationVariables = Exact<{
  input: PinMessageInput;
}>;


export type PinMessageMutation = { pinMessage: { id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } };

export type StartConversationMutationVariables = Exact<{
  input: StartConversationInput;
}>;


export type StartConversationMutation = { startConversation: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type MarkConversationUnreadMutationVariables = Exact<{
  input: ConversationInput;
}>;


export type MarkConversationUnreadMutation = { markConversationUnread: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type ArchiveConversationMutationVariables = Exact<{
  input: ConversationInput;
}>;


export type ArchiveConversationMutation = { archiveConversation: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type UnarchiveConversationMutationVariables = Exact<{
  input: ConversationInput;
}>;


export type UnarchiveConversationMutation = { unarchiveConversation: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type PinConversationMutationVariables = Exact<{
  input: PinConversationInput;
}>;


export type PinConversationMutation = { pinConversation: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type MuteConversationMutationVariables = Exact<{
  input: MuteConversationInput;
}>;


export type MuteConversationMutation = { muteConversation: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type SaveDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;


export type SaveDraftMutation = { saveDraft: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } };

export type SearchMessagesQueryVariables = Exact<{
  query: string;
  filter?: MessageFilterInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  orderBy?: MessageHitSort | null | undefined;
}>;


export type SearchMessagesQuery = { searchMessages: { nodes: Array<{ fragment: Array<{ text: string, isMatch: boolean }>, message: { id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UnreadMessageCountQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadMessageCountQuery = { unreadMessageCount: number };

export type MessageAddedSubscriptionVariables = Exact<{
  conversationId: string;
  after?: string | null | undefined;
}>;


export type MessageAddedSubscription = { messageAdded: { cursor: string, message: { id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } } };

export type MessageChangedSubscriptionVariables = Exact<{
  conversationId: string;
  after?: string | null | undefined;
}>;


export type MessageChangedSubscription = { messageChanged: { cursor: string, message: { id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> } } };

export type ConversationUpdatedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ConversationUpdatedSubscription = { conversationUpdated: { cursor: string, unreadMessageCount: number, conversation: { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> } | null } };

export type ConversationDetailsFragment = { id: string, subject: string, contextId: string | null, status: ConversationStatus, isArchived: boolean, isPinned: boolean, mutedUntil: string | null, draft: string | null, lastMessageAt: string, unreadCount: number, createdAt: string, participants: Array<{ id: string, displayName: string }> };

export type MessageDetailsFragment = { id: string, conversationId: string, type: MessageType, content: string, isInternal: boolean, parentId: string | null, isPinned: boolean, editedAt: string | null, isDeleted: boolean, isReadByTeam: boolean, createdAt: string, sender: { id: string, displayName: string } | null, attachments: Array<{ id: string, name: string, kind: FileKind, mimeType: string, sizeBytes: number }> };

export type NotificationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: NotificationSort | null | undefined;
  search?: string | null | undefined;
  isRead?: boolean | null | undefined;
}>;


export type NotificationsQuery = { notifications: { nodes: Array<{ id: string, type: NotificationType, title: string, message: string, priority: Priority, actionUrl: string | null, data: Record<string, unknown> | null, isRead: boolean, readAt: string | null, createdAt: string, expiresAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

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

export type NotificationAddedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type NotificationAddedSubscription = { notificationAdded: { cursor: string, notification: { id: string, type: NotificationType, title: string, message: string, priority: Priority, actionUrl: string | null, data: Record<string, unknown> | null, isRead: boolean, readAt: string | null, createdAt: string, expiresAt: string | null } } };

export type NotificationDetailsFragment = { id: string, type: NotificationType, title: string, message: string, priority: Priority, actionUrl: string | null, data: Record<string, unknown> | null, isRead: boolean, readAt: string | null, createdAt: string, expiresAt: string | null };

export type CreateOrderForMutationVariables = Exact<{
  input: CreateOrderForInput;
}>;


export type CreateOrderForMutation = { createOrderFor: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, progressPercent: number, revisionsLeft: number, suspendedReason: string | null, cancellationReason: CancellationReason | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } } };

export type ReorderMutationVariables = Exact<{
  input: ReorderInput;
}>;


export type ReorderMutation = { reorder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type UpdateOrderMutationVariables = Exact<{
  input: UpdateOrderInput;
}>;


export type UpdateOrderMutation = { updateOrder: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, progressPercent: number, revisionsLeft: number, suspendedReason: string | null, cancellationReason: CancellationReason | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } } };

export type SetOrderStatusMutationVariables = Exact<{
  input: SetOrderStatusInput;
}>;


export type SetOrderStatusMutation = { setOrderStatus: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type DeleteOrderMutationVariables = Exact<{
  input: DeleteOrderInput;
}>;


export type DeleteOrderMutation = { deleteOrder: boolean };

export type EstimatePriceQueryVariables = Exact<{
  input: EstimatePriceInput;
}>;


export type EstimatePriceQuery = { estimatePrice: { service: string, unit: PriceUnit, pages: number | null, total: { amount: number, currency: Currency } } };

export type SubmitOrderForReviewMutationVariables = Exact<{
  input: SubmitOrderForReviewInput;
}>;


export type SubmitOrderForReviewMutation = { submitOrderForReview: { verifiedPages: number | null, quoteId: string | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, estimatedTotal: { amount: number, currency: Currency } | null, finalTotal: { amount: number, currency: Currency } | null, priceDifference: { declaredPages: number, verifiedPages: number, isAcceptanceRequired: boolean, declaredTotal: { amount: number, currency: Currency }, verifiedTotal: { amount: number, currency: Currency } } | null, total: { amount: number, currency: Currency } } };

export type RequestOrderConsultationMutationVariables = Exact<{
  input: RequestOrderConsultationInput;
}>;


export type RequestOrderConsultationMutation = { requestOrderConsultation: { verifiedPages: number | null, quoteId: string | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, estimatedTotal: { amount: number, currency: Currency } | null, finalTotal: { amount: number, currency: Currency } | null, priceDifference: { declaredPages: number, verifiedPages: number, isAcceptanceRequired: boolean, declaredTotal: { amount: number, currency: Currency }, verifiedTotal: { amount: number, currency: Currency } } | null, total: { amount: number, currency: Currency } } };

export type CloseOrderConsultationMutationVariables = Exact<{
  input: CloseOrderConsultationInput;
}>;


export type CloseOrderConsultationMutation = { closeOrderConsultation: { verifiedPages: number | null, quoteId: string | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, estimatedTotal: { amount: number, currency: Currency } | null, finalTotal: { amount: number, currency: Currency } | null, priceDifference: { declaredPages: number, verifiedPages: number, isAcceptanceRequired: boolean, declaredTotal: { amount: number, currency: Currency }, verifiedTotal: { amount: number, currency: Currency } } | null, total: { amount: number, currency: Currency } } };

export type VerifyPagesMutationVariables = Exact<{
  input: VerifyPagesInput;
}>;


export type VerifyPagesMutation = { verifyPages: { verifiedPages: number | null, quoteId: string | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, estimatedTotal: { amount: number, currency: Currency } | null, finalTotal: { amount: number, currency: Currency } | null, priceDifference: { declaredPages: number, verifiedPages: number, isAcceptanceRequired: boolean, declaredTotal: { amount: number, currency: Currency }, verifiedTotal: { amount: number, currency: Currency } } | null, total: { amount: number, currency: Currency } } };

export type AcceptMeasuredPagesMutationVariables = Exact<{
  input: AcceptMeasuredPagesInput;
}>;


export type AcceptMeasuredPagesMutation = { acceptMeasuredPages: { verifiedPages: number | null, quoteId: string | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, estimatedTotal: { amount: number, currency: Currency } | null, finalTotal: { amount: number, currency: Currency } | null, priceDifference: { declaredPages: number, verifiedPages: number, isAcceptanceRequired: boolean, declaredTotal: { amount: number, currency: Currency }, verifiedTotal: { amount: number, currency: Currency } } | null, total: { amount: number, currency: Currency } } };

export type OrderPriceFragment = { verifiedPages: number | null, quoteId: string | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, estimatedTotal: { amount: number, currency: Currency } | null, finalTotal: { amount: number, currency: Currency } | null, priceDifference: { declaredPages: number, verifiedPages: number, isAcceptanceRequired: boolean, declaredTotal: { amount: number, currency: Currency }, verifiedTotal: { amount: number, currency: Currency } } | null, total: { amount: number, currency: Currency } };

export type CreateOrderMutationVariables = Exact<{
  input: CreateOrderInput;
}>;


export type CreateOrderMutation = { createOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type UploadManuscriptMutationVariables = Exact<{
  input: UploadManuscriptInput;
}>;


export type UploadManuscriptMutation = { uploadManuscript: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, progressPercent: number, revisionsLeft: number, suspendedReason: string | null, cancellationReason: CancellationReason | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } } };

export type OrderQueryVariables = Exact<{
  id: string;
}>;


export type OrderQuery = { order: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, progressPercent: number, revisionsLeft: number, suspendedReason: string | null, cancellationReason: CancellationReason | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } } };

export type MyOrdersQueryVariables = Exact<{
  status?: OrderStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: OrderSort | null | undefined;
  search?: string | null | undefined;
}>;


export type MyOrdersQuery = { myOrders: { nodes: Array<{ id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type UploadReferenceMutationVariables = Exact<{
  input: UploadReferenceInput;
}>;


export type UploadReferenceMutation = { uploadReference: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, progressPercent: number, revisionsLeft: number, suspendedReason: string | null, cancellationReason: CancellationReason | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } } };

export type AcceptDeliveryMutationVariables = Exact<{
  input: AcceptDeliveryInput;
}>;


export type AcceptDeliveryMutation = { acceptDelivery: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, progressPercent: number, revisionsLeft: number, suspendedReason: string | null, cancellationReason: CancellationReason | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } } };

export type RequestChangesMutationVariables = Exact<{
  input: RequestChangesInput;
}>;


export type RequestChangesMutation = { requestChanges: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, progressPercent: number, revisionsLeft: number, suspendedReason: string | null, cancellationReason: CancellationReason | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } } };

export type CancellationTermsQueryVariables = Exact<{
  orderId: string;
}>;


export type CancellationTermsQuery = { cancellationTerms: { orderId: string, share: number, paid: { amount: number, currency: Currency }, refund: { amount: number, currency: Currency }, available: { amount: number, currency: Currency } } };

export type RequestCancellationMutationVariables = Exact<{
  input: RequestCancellationInput;
}>;


export type RequestCancellationMutation = { requestCancellation: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type CancelOrderMutationVariables = Exact<{
  input: CancelOrderInput;
}>;


export type CancelOrderMutation = { cancelOrder: { cancellationReason: CancellationReason | null, cancellationNote: string | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type OrderUpdatedSubscriptionVariables = Exact<{
  orderId: string;
  after?: string | null | undefined;
}>;


export type OrderUpdatedSubscription = { orderUpdated: { reason: OrderUpdateReason, cursor: string, order: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, progressPercent: number, revisionsLeft: number, suspendedReason: string | null, cancellationReason: CancellationReason | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } } } };

export type NoteOrderMutationVariables = Exact<{
  input: NoteOrderInput;
}>;


export type NoteOrderMutation = { noteOrder: { id: string, text: string, audience: NoteAudience, createdAt: string, by: OrderAuthor, author: { id: string, displayName: string } | null } };

export type OrderTimelineQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: OrderEventSort | null | undefined;
}>;


export type OrderTimelineQuery = { order: { id: string, timeline: { nodes: Array<{ id: string, kind: OrderEventKind, at: string, by: OrderAuthor, from: OrderStatus | null, to: OrderStatus | null, dueAt: string | null, previousDueAt: string | null, isGranted: boolean | null, fileId: string | null, noteId: string | null, actor: { id: string, displayName: string } | null, amount: { amount: number, currency: Currency } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } };

export type OrderNotesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: OrderNoteSort | null | undefined;
}>;


export type OrderNotesQuery = { order: { id: string, notes: { nodes: Array<{ id: string, text: string, audience: NoteAudience, createdAt: string, by: OrderAuthor, author: { id: string, displayName: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } };

export type OrderNoteDetailsFragment = { id: string, text: string, audience: NoteAudience, createdAt: string, by: OrderAuthor, author: { id: string, displayName: string } | null };

export type OrderSummaryFragment = { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } };

export type OrderDetailsFragment = { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, progressPercent: number, revisionsLeft: number, suspendedReason: string | null, cancellationReason: CancellationReason | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } };

export type OrderFileDetailsFragment = { id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string };

export type DeliveryDetailsFragment = { id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> };

export type MyPasskeysQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPasskeysQuery = { myPasskeys: Array<{ id: string, name: string, isSynced: boolean, createdAt: string, lastUsedAt: string | null }> };

export type PasskeyRegistrationOptionsMutationVariables = Exact<{ [key: string]: never; }>;


export type PasskeyRegistrationOptionsMutation = { passkeyRegistrationOptions: Record<string, unknown> };

export type RegisterPasskeyMutationVariables = Exact<{
  input: RegisterPasskeyInput;
}>;


export type RegisterPasskeyMutation = { registerPasskey: { recoveryCodes: Array<string>, passkey: { id: string, name: string, isSynced: boolean, createdAt: string, lastUsedAt: string | null } } };

export type RenamePasskeyMutationVariables = Exact<{
  input: RenamePasskeyInput;
}>;


export type RenamePasskeyMutation = { renamePasskey: { id: string, name: string, isSynced: boolean, createdAt: string, lastUsedAt: string | null } };

export type RemovePasskeyMutationVariables = Exact<{
  input: RemovePasskeyInput;
}>;


export type RemovePasskeyMutation = { removePasskey: { id: string, name: string, isSynced: boolean, createdAt: string, lastUsedAt: string | null } };

export type PasskeySignInOptionsMutationVariables = Exact<{ [key: string]: never; }>;


export type PasskeySignInOptionsMutation = { passkeySignInOptions: Record<string, unknown> };

export type SignInWithPasskeyMutationVariables = Exact<{
  input: SignInWithPasskeyInput;
}>;


export type SignInWithPasskeyMutation = { signInWithPasskey: { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } } };

export type MyPasskeyFragment = { id: string, name: string, isSynced: boolean, createdAt: string, lastUsedAt: string | null };

export type PlansQueryVariables = Exact<{ [key: string]: never; }>;


export type PlansQuery = { plans: Array<{ id: string, code: string, family: PlanFamily, nameFr: string, nameEn: string, textFr: string, textEn: string, isBase: boolean, isActive: boolean, prices: Array<{ id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } }>, entitlements: Array<{ feature: PlanFeature, value: number | null }> }> };

export type MyPlanSubscriptionQueryVariables = Exact<{
  family?: PlanFamily;
}>;


export type MyPlanSubscriptionQuery = { myPlanSubscription: { id: string, personId: string, family: PlanFamily, status: PlanSubscriptionStatus, paymentMethodId: string | null, startedOn: string | null, paidUntil: string | null, isGranted: boolean, cancelsAtPeriodEnd: boolean, nextInterval: PlanInterval | null, expiresAt: string | null, endedAt: string | null, endReason: PlanEndReason | null, createdAt: string, periods: Array<{ id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } }>, plan: { id: string, code: string, nameFr: string, nameEn: string }, price: { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } } | null, nextPlan: { code: string } | null, duePeriod: { id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } } | null } | null };

export type PreviewPlanChangeQueryVariables = Exact<{
  plan: string;
  interval?: PlanInterval | null | undefined;
  currency?: Currency | null | undefined;
}>;


export type PreviewPlanChangeQuery = { previewPlanChange: { effect: PlanChangeEffect, on: string, plan: { code: string }, credit: { amount: number, currency: Currency }, charge: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency }, renewsAt: { amount: number, currency: Currency } } };

export type ChoosePlanMutationVariables = Exact<{
  input: ChoosePlanInput;
}>;


export type ChoosePlanMutation = { choosePlan: { id: string, personId: string, family: PlanFamily, status: PlanSubscriptionStatus, paymentMethodId: string | null, startedOn: string | null, paidUntil: string | null, isGranted: boolean, cancelsAtPeriodEnd: boolean, nextInterval: PlanInterval | null, expiresAt: string | null, endedAt: string | null, endReason: PlanEndReason | null, createdAt: string, plan: { id: string, code: string, nameFr: string, nameEn: string }, price: { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } } | null, nextPlan: { code: string } | null, duePeriod: { id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } } | null } };

export type PaySubscriptionMutationVariables = Exact<{
  input: PaySubscriptionInput;
}>;


export type PaySubscriptionMutation = { paySubscription: { paymentId: string, sessionId: string | null, url: string | null, expiresAt: string | null, clientSecret: string | null, payment: { id: string, status: PaymentStatus, failureReason: string | null } } };

export type ChangePlanMutationVariables = Exact<{
  input: ChangePlanInput;
}>;


export type ChangePlanMutation = { changePlan: { id: string, personId: string, family: PlanFamily, status: PlanSubscriptionStatus, paymentMethodId: string | null, startedOn: string | null, paidUntil: string | null, isGranted: boolean, cancelsAtPeriodEnd: boolean, nextInterval: PlanInterval | null, expiresAt: string | null, endedAt: string | null, endReason: PlanEndReason | null, createdAt: string, plan: { id: string, code: string, nameFr: string, nameEn: string }, price: { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } } | null, nextPlan: { code: string } | null, duePeriod: { id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } } | null } };

export type CancelPlanMutationVariables = Exact<{
  input: PlanOfFamilyInput;
}>;


export type CancelPlanMutation = { cancelPlan: { id: string, personId: string, family: PlanFamily, status: PlanSubscriptionStatus, paymentMethodId: string | null, startedOn: string | null, paidUntil: string | null, isGranted: boolean, cancelsAtPeriodEnd: boolean, nextInterval: PlanInterval | null, expiresAt: string | null, endedAt: string | null, endReason: PlanEndReason | null, createdAt: string, plan: { id: string, code: string, nameFr: string, nameEn: string }, price: { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } } | null, nextPlan: { code: string } | null, duePeriod: { id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } } | null } };

export type ResumePlanMutationVariables = Exact<{
  input: PlanOfFamilyInput;
}>;


export type ResumePlanMutation = { resumePlan: { id: string, personId: string, family: PlanFamily, status: PlanSubscriptionStatus, paymentMethodId: string | null, startedOn: string | null, paidUntil: string | null, isGranted: boolean, cancelsAtPeriodEnd: boolean, nextInterval: PlanInterval | null, expiresAt: string | null, endedAt: string | null, endReason: PlanEndReason | null, createdAt: string, plan: { id: string, code: string, nameFr: string, nameEn: string }, price: { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } } | null, nextPlan: { code: string } | null, duePeriod: { id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } } | null } };

export type PlanSubscriptionsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: PlanSubscriptionSort | null | undefined;
  filter?: PlanSubscriptionFilterInput | null | undefined;
}>;


export type PlanSubscriptionsQuery = { planSubscriptions: { nodes: Array<{ id: string, personId: string, family: PlanFamily, status: PlanSubscriptionStatus, paymentMethodId: string | null, startedOn: string | null, paidUntil: string | null, isGranted: boolean, cancelsAtPeriodEnd: boolean, nextInterval: PlanInterval | null, expiresAt: string | null, endedAt: string | null, endReason: PlanEndReason | null, createdAt: string, plan: { id: string, code: string, nameFr: string, nameEn: string }, price: { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } } | null, nextPlan: { code: string } | null, duePeriod: { id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type GrantPlanMutationVariables = Exact<{
  input: GrantPlanInput;
}>;


export type GrantPlanMutation = { grantPlan: { id: string, personId: string, family: PlanFamily, status: PlanSubscriptionStatus, paymentMethodId: string | null, startedOn: string | null, paidUntil: string | null, isGranted: boolean, cancelsAtPeriodEnd: boolean, nextInterval: PlanInterval | null, expiresAt: string | null, endedAt: string | null, endReason: PlanEndReason | null, createdAt: string, plan: { id: string, code: string, nameFr: string, nameEn: string }, price: { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } } | null, nextPlan: { code: string } | null, duePeriod: { id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } } | null } };

export type RevivePlanMutationVariables = Exact<{
  input: RevivePlanInput;
}>;


export type RevivePlanMutation = { revivePlan: { id: string, personId: string, family: PlanFamily, status: PlanSubscriptionStatus, paymentMethodId: string | null, startedOn: string | null, paidUntil: string | null, isGranted: boolean, cancelsAtPeriodEnd: boolean, nextInterval: PlanInterval | null, expiresAt: string | null, endedAt: string | null, endReason: PlanEndReason | null, createdAt: string, plan: { id: string, code: string, nameFr: string, nameEn: string }, price: { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } } | null, nextPlan: { code: string } | null, duePeriod: { id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } } | null } };

export type SetPlanPriceMutationVariables = Exact<{
  input: SetPlanPriceInput;
}>;


export type SetPlanPriceMutation = { setPlanPrice: { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } } };

export type SyncStripePricesMutationVariables = Exact<{
  input: SyncStripePricesInput;
}>;


export type SyncStripePricesMutation = { syncStripePrices: Array<{ action: PriceSyncAction, subject: string, name: string }> };

export type PlanDetailsFragment = { id: string, code: string, family: PlanFamily, nameFr: string, nameEn: string, textFr: string, textEn: string, isBase: boolean, isActive: boolean, prices: Array<{ id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } }>, entitlements: Array<{ feature: PlanFeature, value: number | null }> };

export type PlanPriceDetailsFragment = { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } };

export type PlanSubscriptionDetailsFragment = { id: string, personId: string, family: PlanFamily, status: PlanSubscriptionStatus, paymentMethodId: string | null, startedOn: string | null, paidUntil: string | null, isGranted: boolean, cancelsAtPeriodEnd: boolean, nextInterval: PlanInterval | null, expiresAt: string | null, endedAt: string | null, endReason: PlanEndReason | null, createdAt: string, plan: { id: string, code: string, nameFr: string, nameEn: string }, price: { id: string, interval: PlanInterval, validFrom: string, amount: { amount: number, currency: Currency } } | null, nextPlan: { code: string } | null, duePeriod: { id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } } | null };

export type PlanPeriodDetailsFragment = { id: string, status: PlanPeriodStatus, startsOn: string, endsOn: string, isChange: boolean, paymentId: string | null, invoiceId: string | null, plan: { code: string }, amount: { amount: number, currency: Currency }, credit: { amount: number, currency: Currency }, toPay: { amount: number, currency: Currency } };

export type AdminPriceItemsQueryVariables = Exact<{
  includeArchived?: boolean;
}>;


export type AdminPriceItemsQuery = { adminPriceItems: Array<{ id: string, name: string, description: string, serviceType: string, unit: PriceUnit, priceLabel: string, estimatedDuration: string | null, turnaroundWorkingDays: number | null, rushWorkingDays: number | null, validFrom: string | null, isFeatured: boolean, isActive: boolean, position: number, archivedAt: string | null, stripeProductId: string | null, stripePriceId: string | null, price: { amount: number, currency: Currency }, minimum: { amount: number, currency: Currency } | null }> };

export type CreatePriceItemMutationVariables = Exact<{
  createPriceItem: CreatePriceItemInput;
}>;


export type CreatePriceItemMutation = { createPriceItem: { id: string, name: string, description: string, serviceType: string, unit: PriceUnit, priceLabel: string, estimatedDuration: string | null, turnaroundWorkingDays: number | null, rushWorkingDays: number | null, validFrom: string | null, isFeatured: boolean, isActive: boolean, position: number, archivedAt: string | null, stripeProductId: string | null, stripePriceId: string | null, price: { amount: number, currency: Currency }, minimum: { amount: number, currency: Currency } | null } };

export type UpdatePriceItemMutationVariables = Exact<{
  updatePriceItem: UpdatePriceItemInput;
}>;


export type UpdatePriceItemMutation = { updatePriceItem: { id: string, name: string, description: string, serviceType: string, unit: PriceUnit, priceLabel: string, estimatedDuration: string | null, turnaroundWorkingDays: number | null, rushWorkingDays: number | null, validFrom: string | null, isFeatured: boolean, isActive: boolean, position: number, archivedAt: string | null, stripeProductId: string | null, stripePriceId: string | null, history: Array<{ id: string, kind: PriceChangeKind, actorId: string | null, at: string, changes: Array<{ field: string, before: string | null, after: string | null }> }>, price: { amount: number, currency: Currency }, minimum: { amount: number, currency: Currency } | null } };

export type SetPriceItemActiveMutationVariables = Exact<{
  setPriceItemActive: SetPriceItemActiveInput;
}>;


export type SetPriceItemActiveMutation = { setPriceItemActive: { id: string, name: string, description: string, serviceType: string, unit: PriceUnit, priceLabel: string, estimatedDuration: string | null, turnaroundWorkingDays: number | null, rushWorkingDays: number | null, validFrom: string | null, isFeatured: boolean, isActive: boolean, position: number, archivedAt: string | null, stripeProductId: string | null, stripePriceId: string | null, price: { amount: number, currency: Currency }, minimum: { amount: number, currency: Currency } | null } };

export type ArchivePriceItemMutationVariables = Exact<{
  archivePriceItem: ArchivePriceItemInput;
}>;


export type ArchivePriceItemMutation = { archivePriceItem: { id: string, name: string, description: string, serviceType: string, unit: PriceUnit, priceLabel: string, estimatedDuration: string | null, turnaroundWorkingDays: number | null, rushWorkingDays: number | null, validFrom: string | null, isFeatured: boolean, isActive: boolean, position: number, archivedAt: string | null, stripeProductId: string | null, stripePriceId: string | null, price: { amount: number, currency: Currency }, minimum: { amount: number, currency: Currency } | null } };

export type ReorderPriceItemsMutationVariables = Exact<{
  reorderPriceItems: ReorderPriceItemsInput;
}>;


export type ReorderPriceItemsMutation = { reorderPriceItems: Array<{ id: string, name: string, description: string, serviceType: string, unit: PriceUnit, priceLabel: string, estimatedDuration: string | null, turnaroundWorkingDays: number | null, rushWorkingDays: number | null, validFrom: string | null, isFeatured: boolean, isActive: boolean, position: number, archivedAt: string | null, stripeProductId: string | null, stripePriceId: string | null, price: { amount: number, currency: Currency }, minimum: { amount: number, currency: Currency } | null }> };

export type AdminPriceItemDetailsFragment = { id: string, name: string, description: string, serviceType: string, unit: PriceUnit, priceLabel: string, estimatedDuration: string | null, turnaroundWorkingDays: number | null, rushWorkingDays: number | null, validFrom: string | null, isFeatured: boolean, isActive: boolean, position: number, archivedAt: string | null, stripeProductId: string | null, stripePriceId: string | null, price: { amount: number, currency: Currency }, minimum: { amount: number, currency: Currency } | null };

export type MyConsentsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyConsentsQuery = { myConsents: Array<{ id: string, purpose: ConsentPurpose, policyVersion: string, isGranted: boolean, at: string, source: string }> };

export type GrantConsentMutationVariables = Exact<{
  input: GrantConsentInput;
}>;


export type GrantConsentMutation = { grantConsent: { id: string, purpose: ConsentPurpose, policyVersion: string, isGranted: boolean, at: string, source: string } };

export type WithdrawConsentMutationVariables = Exact<{
  input: WithdrawConsentInput;
}>;


export type WithdrawConsentMutation = { withdrawConsent: { id: string, purpose: ConsentPurpose, policyVersion: string, isGranted: boolean, at: string, source: string } };

export type RequestDataExportMutationVariables = Exact<{
  input: RequestDataExportInput;
}>;


export type RequestDataExportMutation = { requestDataExport: { id: string, format: ExportFormat, status: ExportStatus, progress: number, requestedAt: string, expiresAt: string | null, downloadUrl: string | null } };

export type MyDataExportsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataExportsQuery = { myDataExports: Array<{ id: string, format: ExportFormat, status: ExportStatus, progress: number, requestedAt: string, expiresAt: string | null, downloadUrl: string | null }> };

export type SubmitPrivacyRequestMutationVariables = Exact<{
  input: SubmitPrivacyRequestInput;
}>;


export type SubmitPrivacyRequestMutation = { submitPrivacyRequest: { id: string, userId: string | null, kind: PrivacyRequestKind, status: PrivacyRequestStatus, details: string | null, answer: string | null, askedAt: string, dueAt: string, handledAt: string | null, extendedAt: string | null, extensionReason: string | null } };

export type MyPrivacyRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPrivacyRequestsQuery = { myPrivacyRequests: Array<{ id: string, userId: string | null, kind: PrivacyRequestKind, status: PrivacyRequestStatus, details: string | null, answer: string | null, askedAt: string, dueAt: string, handledAt: string | null, extendedAt: string | null, extensionReason: string | null }> };

export type EraseMyAccountMutationVariables = Exact<{
  input: EraseMyAccountInput;
}>;


export type EraseMyAccountMutation = { eraseMyAccount: { id: string, erasedAt: string, decidedBy: ErasureDecider, reason: ErasureReason, lines: Array<{ record: RecordClass, fate: ErasureFate, count: number, ground: KeepingGround | null, keptUntil: string | null }> } };

export type ProcessingRecordQueryVariables = Exact<{
  locale?: Locale | null | undefined;
}>;


export type ProcessingRecordQuery = { processingRecord: { madeAt: string, pdfUrl: string, securityMeasures: Array<string>, controller: { name: string, legalForm: string, address: Array<string>, siret: string, email: string, dataProtectionOfficer: string | null }, activities: Array<{ name: string, title: string, purpose: string, basisText: string, peopleTexts: Array<string>, data: Array<string>, recipientTexts: Array<string>, processors: Array<{ name: string, company: string, purpose: string, transfer: string | null }>, retention: Array<{ recordClass: RetentionClass, description: string, days: number }> }> } };

export type ProcessorsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProcessorsQuery = { processors: Array<{ name: string, company: string, purpose: string, transfer: string | null }> };

export type RequestCustomerDataMutationVariables = Exact<{
  input: RequestCustomerDataInput;
}>;


export type RequestCustomerDataMutation = { requestCustomerData: { email: string, isLinkMailed: boolean } };

export type ExportCustomerDataMutationVariables = Exact<{
  input: ExportCustomerDataInput;
}>;


export type ExportCustomerDataMutation = { exportCustomerData: { email: string, isLinkMailed: boolean } };

export type EraseCustomerMutationVariables = Exact<{
  input: EraseCustomerInput;
}>;


export type EraseCustomerMutation = { eraseCustomer: { id: string, erasedAt: string, decidedBy: ErasureDecider, reason: ErasureReason, lines: Array<{ record: RecordClass, fate: ErasureFate, count: number, ground: KeepingGround | null, keptUntil: string | null }> } };

export type GivenConsentFragment = { id: string, purpose: ConsentPurpose, policyVersion: string, isGranted: boolean, at: string, source: string };

export type DataExportFragment = { id: string, format: ExportFormat, status: ExportStatus, progress: number, requestedAt: string, expiresAt: string | null, downloadUrl: string | null };

export type AskedAboutDataFragment = { id: string, userId: string | null, kind: PrivacyRequestKind, status: PrivacyRequestStatus, details: string | null, answer: string | null, askedAt: string, dueAt: string, handledAt: string | null, extendedAt: string | null, extensionReason: string | null };

export type ErasedFragment = { id: string, erasedAt: string, decidedBy: ErasureDecider, reason: ErasureReason, lines: Array<{ record: RecordClass, fate: ErasureFate, count: number, ground: KeepingGround | null, keptUntil: string | null }> };

export type ErasedRecordsFragment = { record: RecordClass, fate: ErasureFate, count: number, ground: KeepingGround | null, keptUntil: string | null };

export type ProcessingFragment = { name: string, company: string, purpose: string, transfer: string | null };

export type MyProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProfileQuery = { me: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null, phone: string | null, address: string | null, bio: string | null, avatarFileId: string | null, preferences: { messagesByEmail: boolean, messagesInApp: boolean, agendaByEmail: boolean } | null } };

export type UpdateMyProfileMutationVariables = Exact<{
  input: UpdateMyProfileInput;
}>;


export type UpdateMyProfileMutation = { updateMyProfile: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null, phone: string | null, address: string | null, bio: string | null, avatarFileId: string | null, preferences: { messagesByEmail: boolean, messagesInApp: boolean, agendaByEmail: boolean } | null } };

export type UploadAvatarMutationVariables = Exact<{
  input: UploadAvatarInput;
}>;


export type UploadAvatarMutation = { uploadAvatar: { id: string, avatarFileId: string | null } };

export type RemoveAvatarMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveAvatarMutation = { removeAvatar: { id: string, avatarFileId: string | null } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { id: string } };

export type RequestEmailChangeMutationVariables = Exact<{
  input: RequestEmailChangeInput;
}>;


export type RequestEmailChangeMutation = { requestEmailChange: { email: string, isLinkMailed: boolean } };

export type ConfirmEmailChangeMutationVariables = Exact<{
  input: ConfirmEmailChangeInput;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange: { id: string, email: string | null } };

export type UndoEmailChangeMutationVariables = Exact<{
  input: UndoEmailChangeInput;
}>;


export type UndoEmailChangeMutation = { undoEmailChange: { id: string, email: string | null } };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { mySessions: Array<{ id: string, device: string | null, agent: string | null, network: string | null, isCurrent: boolean, signedInAt: string, lastUsedAt: string }> };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { revokeSession: { endedSessions: number } };

export type ProfileFragment = { phone: string | null, address: string | null, bio: string | null, avatarFileId: string | null, preferences: { messagesByEmail: boolean, messagesInApp: boolean, agendaByEmail: boolean } | null };

export type StartOrderMutationVariables = Exact<{
  input: StartOrderInput;
}>;


export type StartOrderMutation = { startOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type UploadCorrectedFileMutationVariables = Exact<{
  input: UploadCorrectedFileInput;
}>;


export type UploadCorrectedFileMutation = { uploadCorrectedFile: { description: string | null, customerNote: string | null, proofreaderNote: string | null, verifiedPages: number | null, progressPercent: number, revisionsLeft: number, suspendedReason: string | null, cancellationReason: CancellationReason | null, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, customer: { id: string, displayName: string }, proofreader: { id: string, displayName: string } | null, conversation: { id: string } | null, invoices: Array<{ id: string, number: string, pdfFileId: string | null }>, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } } };

export type DeliverOrderMutationVariables = Exact<{
  input: DeliverOrderInput;
}>;


export type DeliverOrderMutation = { deliverOrder: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, deliveries: Array<{ id: string, number: number, status: DeliveryStatus, note: string | null, deliveredAt: string, answerableUntil: string | null, acceptedAt: string | null, rating: number | null, comment: string | null, changesRequestedAt: string | null, changes: string | null, files: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }>, changesFiles: Array<{ id: string, name: string, role: OrderFileRole, kind: FileKind, mimeType: string, sizeBytes: number, createdAt: string }> }>, total: { amount: number, currency: Currency } } };

export type UpdateOrderProgressMutationVariables = Exact<{
  input: UpdateOrderProgressInput;
}>;


export type UpdateOrderProgressMutation = { updateOrderProgress: { progressPercent: number, id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } };

export type DeclineAssignmentMutationVariables = Exact<{
  input: DeclineAssignmentInput;
}>;


export type DeclineAssignmentMutation = { declineAssignment: boolean };

export type MyProofreaderProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProofreaderProfileQuery = { myProofreaderProfile: { capacityPagesPerDay: number, languages: Array<string>, genres: Array<string>, specialities: Array<string>, absences: Array<{ fromOn: string, untilOn: string }> } };

export type UpdateMyProofreaderProfileMutationVariables = Exact<{
  input: UpdateProofreaderProfileInput;
}>;


export type UpdateMyProofreaderProfileMutation = { updateMyProofreaderProfile: { capacityPagesPerDay: number, languages: Array<string>, genres: Array<string>, specialities: Array<string>, absences: Array<{ fromOn: string, untilOn: string }> } };

export type ProofreaderProfileDetailsFragment = { capacityPagesPerDay: number, languages: Array<string>, genres: Array<string>, specialities: Array<string>, absences: Array<{ fromOn: string, untilOn: string }> };

export type RequestExtensionMutationVariables = Exact<{
  input: RequestExtensionInput;
}>;


export type RequestExtensionMutation = { requestExtension: { id: string, orderId: string, status: ExtensionStatus, dueAt: string, until: string, reason: string, note: string | null, createdAt: string, answeredAt: string | null, askedBy: { id: string, displayName: string } | null } };

export type OrderExtensionsQueryVariables = Exact<{
  id: string;
}>;


export type OrderExtensionsQuery = { order: { id: string, dueAt: string | null, isLate: boolean, extensions: Array<{ id: string, orderId: string, status: ExtensionStatus, dueAt: string, until: string, reason: string, note: string | null, createdAt: string, answeredAt: string | null, askedBy: { id: string, displayName: string } | null }> } };

export type MyWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type MyWorkQuery = { myWork: { late: Array<{ id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } }>, today: Array<{ id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } }>, waitingForCustomer: Array<{ id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } }> } };

export type ExtensionDetailsFragment = { id: string, orderId: string, status: ExtensionStatus, dueAt: string, until: string, reason: string, note: string | null, createdAt: string, answeredAt: string | null, askedBy: { id: string, displayName: string } | null };

export type MyWorkUpdatedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyWorkUpdatedSubscription = { myWorkUpdated: { cursor: string, orderId: string, order: { id: string, reference: string, title: string, status: OrderStatus, priority: Priority, service: string, declaredPages: number | null, availableActions: Array<OrderAction>, dueAt: string | null, isLate: boolean, createdAt: string, paidAt: string | null, startedAt: string | null, completedAt: string | null, cancelledAt: string | null, total: { amount: number, currency: Currency } } | null } };

export type QuotesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: QuoteSort | null | undefined;
  search?: string | null | undefined;
  filter?: QuoteFilterInput | null | undefined;
}>;


export type QuotesQuery = { quotes: { nodes: Array<{ id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type MyQuotesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: QuoteSort | null | undefined;
  search?: string | null | undefined;
}>;


export type MyQuotesQuery = { myQuotes: { nodes: Array<{ id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type QuoteQueryVariables = Exact<{
  id: string;
}>;


export type QuoteQuery = { quote: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } } };

export type CreateQuoteMutationVariables = Exact<{
  input: CreateQuoteInput;
}>;


export type CreateQuoteMutation = { createQuote: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } } };

export type UpdateQuoteMutationVariables = Exact<{
  input: UpdateQuoteInput;
}>;


export type UpdateQuoteMutation = { updateQuote: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } } };

export type SendQuoteMutationVariables = Exact<{
  input: SendQuoteInput;
}>;


export type SendQuoteMutation = { sendQuote: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } } };

export type ReviseQuoteMutationVariables = Exact<{
  input: ReviseQuoteInput;
}>;


export type ReviseQuoteMutation = { reviseQuote: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } } };

export type RecordOfflineAcceptanceMutationVariables = Exact<{
  input: RecordOfflineAcceptanceInput;
}>;


export type RecordOfflineAcceptanceMutation = { recordOfflineAcceptance: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } } };

export type AcceptQuoteMutationVariables = Exact<{
  input: AcceptQuoteInput;
}>;


export type AcceptQuoteMutation = { acceptQuote: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } } };

export type RefuseQuoteMutationVariables = Exact<{
  input: RefuseQuoteInput;
}>;


export type RefuseQuoteMutation = { refuseQuote: { id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } } };

export type PublicQuoteQueryVariables = Exact<{
  token: string;
}>;


export type PublicQuoteQuery = { publicQuote: { quote: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } }, download: { url: string, expiresAt: string } | null } };

export type AcceptPublicQuoteMutationVariables = Exact<{
  input: AcceptPublicQuoteInput;
}>;


export type AcceptPublicQuoteMutation = { acceptPublicQuote: { quote: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } }, download: { url: string, expiresAt: string } | null } };

export type RefusePublicQuoteMutationVariables = Exact<{
  input: RefusePublicQuoteInput;
}>;


export type RefusePublicQuoteMutation = { refusePublicQuote: { quote: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } }, download: { url: string, expiresAt: string } | null } };

export type QuoteSummaryFragment = { id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } };

export type QuoteDetailsFragment = { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } };

export type PublicQuoteDetailsFragment = { quote: { prices: PriceBasis, operation: Operation, currency: Currency, discountBasisPoints: number | null, notes: string | null, purchaseOrder: string | null, depositPercent: number | null, withdrawalQuestion: string | null, pdfFileId: string | null, pdfSha256: string | null, id: string, version: number, status: QuoteStatus, number: string | null, revision: number, replacesId: string | null, validUntil: string, onAcceptance: AcceptanceEffect, sentAt: string | null, timesSent: number, endedAt: string | null, createdAt: string, subject: { type: SubjectType, id: string } | null, lines: Array<{ id: string, description: string, quantityThousandths: number, unit: string, unitCode: UnitCode, taxRate: number, discountBasisPoints: number | null, unitPrice: { amount: string, currency: Currency }, discountAmount: { amount: number, currency: Currency } | null }>, discountAmount: { amount: number, currency: Currency } | null, net: { amount: number, currency: Currency }, tax: { amount: number, currency: Currency }, deposit: { amount: number, currency: Currency } | null, terms: { slug: string, version: number, sha256: string, title: string, content: string } | null, acceptance: { id: string, revision: number, pdfSha256: string, termsVersion: number, termsSha256: string, name: string, acceptedAt: string, acceptedOn: string | null, startBeforeWithdrawal: boolean | null, withdrawalWording: string | null, address: string | null, agent: string | null, proofFileId: string | null, auditSeq: number | null } | null, invoice: { id: string, number: string, status: InvoiceStatus, pdfFileId: string | null } | null, buyer: { userId: string | null, name: string, email: string }, gross: { amount: number, currency: Currency } }, download: { url: string, expiresAt: string } | null };

export type PaymentsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: PaymentSort | null | undefined;
  filter?: PaymentFilterInput | null | undefined;
}>;


export type PaymentsQuery = { payments: { nodes: Array<{ payerId: string | null, provider: string, refundDueReason: RefundDueReason | null, id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, person: { name: string, email: string | null, locale: Locale, address: { lines: Array<string>, postcode: string, city: string, country: string } | null } | null, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RefundsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: RefundSort | null | undefined;
  filter?: RefundFilterInput | null | undefined;
}>;


export type RefundsQuery = { refunds: { nodes: Array<{ id: string, paymentId: string, creditNoteId: string | null, status: RefundStatus, origin: RefundOrigin, reason: RefundReason | null, provider: string, attempt: number, isManual: boolean, failureReason: string | null, succeededAt: string | null, paidOn: string | null, reference: string | null, proofFileId: string | null, createdAt: string, creditNote: { id: string, number: string, pdfFileId: string | null } | null, amount: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type DisputesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: DisputeSort | null | undefined;
  filter?: DisputeFilterInput | null | undefined;
}>;


export type DisputesQuery = { disputes: { nodes: Array<{ id: string, paymentId: string, status: DisputeStatus, reason: string, provider: string, providerDisputeId: string, respondBy: string | null, closedAt: string | null, createdAt: string, amount: { amount: number, currency: Currency } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RefundPaymentMutationVariables = Exact<{
  input: RefundPaymentInput;
}>;


export type RefundPaymentMutation = { refundPayment: { id: string, paymentId: string, creditNoteId: string | null, status: RefundStatus, origin: RefundOrigin, reason: RefundReason | null, provider: string, attempt: number, isManual: boolean, failureReason: string | null, succeededAt: string | null, paidOn: string | null, reference: string | null, proofFileId: string | null, createdAt: string, creditNote: { id: string, number: string, pdfFileId: string | null } | null, amount: { amount: number, currency: Currency } } };

export type ResolveMobilePaymentMutationVariables = Exact<{
  input: ResolveMobilePaymentInput;
}>;


export type ResolveMobilePaymentMutation = { resolveMobilePayment: { id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } };

export type RetryRefundMutationVariables = Exact<{
  input: RetryRefundInput;
}>;


export type RetryRefundMutation = { retryRefund: { id: string, paymentId: string, creditNoteId: string | null, status: RefundStatus, origin: RefundOrigin, reason: RefundReason | null, provider: string, attempt: number, isManual: boolean, failureReason: string | null, succeededAt: string | null, paidOn: string | null, reference: string | null, proofFileId: string | null, createdAt: string, creditNote: { id: string, number: string, pdfFileId: string | null } | null, amount: { amount: number, currency: Currency } } };

export type RecordManualRefundMutationVariables = Exact<{
  input: RecordManualRefundInput;
}>;


export type RecordManualRefundMutation = { recordManualRefund: { id: string, paymentId: string, creditNoteId: string | null, status: RefundStatus, origin: RefundOrigin, reason: RefundReason | null, provider: string, attempt: number, isManual: boolean, failureReason: string | null, succeededAt: string | null, paidOn: string | null, reference: string | null, proofFileId: string | null, createdAt: string, creditNote: { id: string, number: string, pdfFileId: string | null } | null, amount: { amount: number, currency: Currency } } };

export type RecordOfflinePaymentMutationVariables = Exact<{
  input: RecordOfflinePaymentInput;
}>;


export type RecordOfflinePaymentMutation = { recordOfflinePayment: { provider: string, receivedOn: string | null, reference: string | null, reversedAt: string | null, refundDueReason: RefundDueReason | null, id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, refundDue: { amount: number, currency: Currency }, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } };

export type ReversePaymentMutationVariables = Exact<{
  input: ReversePaymentInput;
}>;


export type ReversePaymentMutation = { reversePayment: { provider: string, receivedOn: string | null, reference: string | null, reversedAt: string | null, refundDueReason: RefundDueReason | null, id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, refundDue: { amount: number, currency: Currency }, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } };

export type WebhookEventsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: WebhookEventSort | null | undefined;
  filter?: WebhookEventFilterInput | null | undefined;
}>;


export type WebhookEventsQuery = { webhookEvents: { nodes: Array<{ id: string, provider: string, providerEventId: string, type: string, status: WebhookStatus, attempts: number, lastError: string | null, paymentId: string | null, occurredAt: string, createdAt: string, appliedAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ReplayWebhookEventMutationVariables = Exact<{
  input: ReplayWebhookEventInput;
}>;


export type ReplayWebhookEventMutation = { replayWebhookEvent: { id: string, provider: string, providerEventId: string, type: string, status: WebhookStatus, attempts: number, lastError: string | null, paymentId: string | null, occurredAt: string, createdAt: string, appliedAt: string | null } };

export type SimulateStripeEventMutationVariables = Exact<{
  input: SimulateStripeEventInput;
}>;


export type SimulateStripeEventMutation = { simulateStripeEvent: boolean };

export type CapturePaymentMutationVariables = Exact<{
  input: CapturePaymentInput;
}>;


export type CapturePaymentMutation = { capturePayment: { id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } };

export type ReleasePaymentMutationVariables = Exact<{
  input: ReleasePaymentInput;
}>;


export type ReleasePaymentMutation = { releasePayment: { id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } } };

export type ReconciliationsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: ReconciliationSort | null | undefined;
  filter?: ReconciliationFilterInput | null | undefined;
}>;


export type ReconciliationsQuery = { reconciliations: { nodes: Array<{ id: string, status: ReconciliationStatus, since: string, until: string, examined: number, unread: number, differenceCount: number, mendedCount: number, createdAt: string, finishedAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ReconciliationDifferencesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: ReconciliationDifferenceSort | null | undefined;
  filter?: ReconciliationDifferenceFilterInput | null | undefined;
}>;


export type ReconciliationDifferencesQuery = { reconciliationDifferences: { nodes: Array<{ id: string, reconciliationId: string, kind: ReconciledKind, type: DifferenceType, provider: string, about: string, paymentId: string | null, ours: string | null, theirs: string | null, isMended: boolean, createdAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RecordedPaymentFragment = { provider: string, receivedOn: string | null, reference: string | null, reversedAt: string | null, refundDueReason: RefundDueReason | null, id: string, status: PaymentStatus, description: string, network: MobileNetworkCode | null, phoneLast4: string | null, method: PaymentMethodKind, checkoutUrl: string | null, expiresAt: string | null, paidAt: string | null, captureBefore: string | null, unknownSince: string | null, holdDecision: HoldDecision | null, failureReason: string | null, createdAt: string, refundDue: { amount: number, currency: Currency }, subject: { type: SubjectType, id: string }, amount: { amount: number, currency: Currency }, refunded: { amount: number, currency: Currency } };

export type DisputeDetailsFragment = { id: string, paymentId: string, status: DisputeStatus, reason: string, provider: string, providerDisputeId: string, respondBy: string | null, closedAt: string | null, createdAt: string, amount: { amount: number, currency: Currency } };

export type RefundDetailsFragment = { id: string, paymentId: string, creditNoteId: string | null, status: RefundStatus, origin: RefundOrigin, reason: RefundReason | null, provider: string, attempt: number, isManual: boolean, failureReason: string | null, succeededAt: string | null, paidOn: string | null, reference: string | null, proofFileId: string | null, createdAt: string, creditNote: { id: string, number: string, pdfFileId: string | null } | null, amount: { amount: number, currency: Currency } };

export type WebhookEventDetailsFragment = { id: string, provider: string, providerEventId: string, type: string, status: WebhookStatus, attempts: number, lastError: string | null, paymentId: string | null, occurredAt: string, createdAt: string, appliedAt: string | null };

export type DocumentRetentionFieldsFragment = { documentId: string, retainUntil: string | null, awaitsEvent: boolean, closedOn: string | null, isHeld: boolean, dueAt: string | null, shortening: { retainUntil: string | null, effectiveAt: string, reason: string } | null };

export type DocumentRetentionQueryVariables = Exact<{
  documentId: string;
}>;


export type DocumentRetentionQuery = { documentRetention: { documentId: string, retainUntil: string | null, awaitsEvent: boolean, closedOn: string | null, isHeld: boolean, dueAt: string | null, shortening: { retainUntil: string | null, effectiveAt: string, reason: string } | null } };

export type DocumentRetentionPreviewQueryVariables = Exact<{
  cabinetId: string;
}>;


export type DocumentRetentionPreviewQuery = { documentRetentionPreview: Array<{ documentId: string, title: string, outcome: RetentionOutcome, retainUntil: string | null }> };

export type DueDocumentsQueryVariables = Exact<{
  cabinetId: string;
  orderBy?: DueDocumentSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DueDocumentsQuery = { dueDocuments: { nodes: Array<{ documentId: string, title: string, dueAt: string, retainUntil: string | null, ground: string | null, destroyedAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DestructionCertificatesQueryVariables = Exact<{
  ofCabinet?: string | null | undefined;
  orderBy?: DestructionCertificateSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DestructionCertificatesQuery = { destructionCertificates: { nodes: Array<{ id: string, number: number, kind: DestroyedKind, cabinetId: string, documentId: string | null, issuedAt: string, auditEntry: number, keyId: string, file: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DestructionCertificatePdfQueryVariables = Exact<{
  id: string;
}>;


export type DestructionCertificatePdfQuery = { destructionCertificatePdf: { url: string, expiresAt: string } };

export type CloseDocumentMutationVariables = Exact<{
  input: CloseDocumentInput;
}>;


export type CloseDocumentMutation = { closeDocument: { documentId: string, retainUntil: string | null, awaitsEvent: boolean, closedOn: string | null, isHeld: boolean, dueAt: string | null, shortening: { retainUntil: string | null, effectiveAt: string, reason: string } | null } };

export type RetainDocumentMutationVariables = Exact<{
  input: RetainDocumentInput;
}>;


export type RetainDocumentMutation = { retainDocument: { documentId: string, retainUntil: string | null, awaitsEvent: boolean, closedOn: string | null, isHeld: boolean, dueAt: string | null, shortening: { retainUntil: string | null, effectiveAt: string, reason: string } | null } };

export type UndoRetentionChangeMutationVariables = Exact<{
  input: UndoRetentionChangeInput;
}>;


export type UndoRetentionChangeMutation = { undoRetentionChange: { documentId: string, retainUntil: string | null, awaitsEvent: boolean, closedOn: string | null, isHeld: boolean, dueAt: string | null, shortening: { retainUntil: string | null, effectiveAt: string, reason: string } | null } };

export type ApproveDestructionMutationVariables = Exact<{
  input: ApproveDestructionInput;
}>;


export type ApproveDestructionMutation = { approveDestruction: Array<{ documentId: string, certificateId: string | null, refusal: string | null }> };

export type PurgeDocumentMutationVariables = Exact<{
  input: PurgeDocumentInput;
}>;


export type PurgeDocumentMutation = { purgeDocument: { id: string, number: number, file: string } };

export type EmptyTrashMutationVariables = Exact<{
  input: EmptyTrashInput;
}>;


export type EmptyTrashMutation = { emptyTrash: { purged: number, remaining: number } };

export type ReviewsQueryVariables = Exact<{
  artisanId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: ReviewSort | null | undefined;
}>;


export type ReviewsQuery = { reviews: { totalCount: number | null, nodes: Array<{ id: string, rating: number, text: string | null, createdAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ArtisanReviewsQueryVariables = Exact<{
  status?: ReviewStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: ArtisanReviewSort | null | undefined;
}>;


export type ArtisanReviewsQuery = { artisanReviews: { totalCount: number | null, nodes: Array<{ id: string, rating: number, text: string | null, createdAt: string, bookingId: string, artisanId: string, status: ReviewStatus, decidedAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ArtisanRatingQueryVariables = Exact<{
  slug: string;
}>;


export type ArtisanRatingQuery = { artisan: { id: string, rating: { average: number, count: number } | null } };

export type SubmitReviewMutationVariables = Exact<{
  input: SubmitReviewInput;
}>;


export type SubmitReviewMutation = { submitReview: boolean };

export type ApproveReviewMutationVariables = Exact<{
  input: DecideReviewInput;
}>;


export type ApproveReviewMutation = { approveReview: { id: string, rating: number, text: string | null, createdAt: string, bookingId: string, artisanId: string, status: ReviewStatus, decidedAt: string | null } };

export type RejectReviewMutationVariables = Exact<{
  input: DecideReviewInput;
}>;


export type RejectReviewMutation = { rejectReview: { id: string, rating: number, text: string | null, createdAt: string, bookingId: string, artisanId: string, status: ReviewStatus, decidedAt: string | null } };

export type ManagedReviewDetailsFragment = { id: string, rating: number, text: string | null, createdAt: string, bookingId: string, artisanId: string, status: ReviewStatus, decidedAt: string | null };

export type MyTwoFactorQueryVariables = Exact<{ [key: string]: never; }>;


export type MyTwoFactorQuery = { myTwoFactor: { isEnabled: boolean, recoveryCodesLeft: number, factors: Array<{ method: TwoFactorMethod, enabledAt: string, phoneEnding: string | null }>, trustedDevices: Array<{ id: string, device: string | null, agent: string | null, network: string | null, trustedAt: string, lastUsedAt: string, expiresAt: string }> } };

export type EnableTwoFactorMutationVariables = Exact<{
  input: EnableTwoFactorInput;
}>;


export type EnableTwoFactorMutation = { enableTwoFactor: { method: TwoFactorMethod, otpauthUri: string | null, qrCode: string | null, secret: string | null, expiresAt: string } };

export type ConfirmTwoFactorMutationVariables = Exact<{
  input: ConfirmTwoFactorInput;
}>;


export type ConfirmTwoFactorMutation = { confirmTwoFactor: { method: TwoFactorMethod, recoveryCodes: Array<string> } };

export type DisableTwoFactorMutationVariables = Exact<{
  input: DisableTwoFactorInput;
}>;


export type DisableTwoFactorMutation = { disableTwoFactor: Array<TwoFactorMethod> };

export type RegenerateRecoveryCodesMutationVariables = Exact<{ [key: string]: never; }>;


export type RegenerateRecoveryCodesMutation = { regenerateRecoveryCodes: Array<string> };

export type VerifyTwoFactorMutationVariables = Exact<{
  input: VerifyTwoFactorInput;
}>;


export type VerifyTwoFactorMutation = { verifyTwoFactor: { trustedDeviceToken: string | null, accessToken: string, accessTokenExpiresAt: string, refreshToken: string, user: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } } };

export type SendTwoFactorCodeMutationVariables = Exact<{
  input: SendTwoFactorCodeInput;
}>;


export type SendTwoFactorCodeMutation = { sendTwoFactorCode: { method: TwoFactorMethod, isCodeSent: boolean } };

export type TwoFactorPasskeyOptionsMutationVariables = Exact<{
  input: TwoFactorPasskeyOptionsInput;
}>;


export type TwoFactorPasskeyOptionsMutation = { twoFactorPasskeyOptions: Record<string, unknown> };

export type RevokeTrustedDeviceMutationVariables = Exact<{
  input: RevokeTrustedDeviceInput;
}>;


export type RevokeTrustedDeviceMutation = { revokeTrustedDevice: string };

export type MyReauthenticationMethodsQueryVariables = Exact<{
  purpose: ReauthenticationPurpose;
}>;


export type MyReauthenticationMethodsQuery = { myReauthenticationMethods: Array<AuthenticationMethod> };

export type SendReauthenticationCodeMutationVariables = Exact<{
  input: SendReauthenticationCodeInput;
}>;


export type SendReauthenticationCodeMutation = { sendReauthenticationCode: { method: TwoFactorMethod, isCodeSent: boolean } };

export type ReauthenticationPasskeyOptionsMutationVariables = Exact<{
  input: ReauthenticationPasskeyOptionsInput;
}>;


export type ReauthenticationPasskeyOptionsMutation = { reauthenticationPasskeyOptions: Record<string, unknown> };

export type StepUpMutationVariables = Exact<{
  input: StepUpInput;
}>;


export type StepUpMutation = { stepUp: { provenUntil: string } };

export type SellerQueryVariables = Exact<{
  on?: string | null | undefined;
}>;


export type SellerQuery = { seller: { id: string, validFrom: string, logoFileId: string | null, name: string, legalForm: string, register: string | null, addressLines: Array<string>, postcode: string, city: string, country: string, siren: string, siret: string, vatNumber: string | null, vatRegime: VatRegime, vatOnDebits: boolean, vatPeriod: VatPeriod, accountingBasis: AccountingBasis, fiscalYearEnd: string, iban: string | null, bic: string | null, email: string, phone: string | null, electronicAddress: string | null, paymentTermDays: number, discountTextFr: string | null, discountTextEn: string | null, penaltyTextFr: string | null, penaltyTextEn: string | null, capital: { amount: number, currency: Currency } | null, accounts: { customers: string, services: string, goods: string, deposits: string, vatDue: string, vatAwaitingReceipt: string, providers: string, bank: string } } };

export type ChangeSellerMutationVariables = Exact<{
  input: ChangeSellerInput;
}>;


export type ChangeSellerMutation = { changeSeller: { id: string, validFrom: string, logoFileId: string | null, name: string, legalForm: string, register: string | null, addressLines: Array<string>, postcode: string, city: string, country: string, siren: string, siret: string, vatNumber: string | null, vatRegime: VatRegime, vatOnDebits: boolean, vatPeriod: VatPeriod, accountingBasis: AccountingBasis, fiscalYearEnd: string, iban: string | null, bic: string | null, email: string, phone: string | null, electronicAddress: string | null, paymentTermDays: number, discountTextFr: string | null, discountTextEn: string | null, penaltyTextFr: string | null, penaltyTextEn: string | null, capital: { amount: number, currency: Currency } | null, accounts: { customers: string, services: string, goods: string, deposits: string, vatDue: string, vatAwaitingReceipt: string, providers: string, bank: string } } };

export type ChangeSellerLogoMutationVariables = Exact<{
  input: ChangeSellerLogoInput;
}>;


export type ChangeSellerLogoMutation = { changeSellerLogo: { id: string, validFrom: string, logoFileId: string | null, name: string, legalForm: string, register: string | null, addressLines: Array<string>, postcode: string, city: string, country: string, siren: string, siret: string, vatNumber: string | null, vatRegime: VatRegime, vatOnDebits: boolean, vatPeriod: VatPeriod, accountingBasis: AccountingBasis, fiscalYearEnd: string, iban: string | null, bic: string | null, email: string, phone: string | null, electronicAddress: string | null, paymentTermDays: number, discountTextFr: string | null, discountTextEn: string | null, penaltyTextFr: string | null, penaltyTextEn: string | null, capital: { amount: number, currency: Currency } | null, accounts: { customers: string, services: string, goods: string, deposits: string, vatDue: string, vatAwaitingReceipt: string, providers: string, bank: string } } };

export type UpdateBillingProfileMutationVariables = Exact<{
  input: UpdateBillingProfileInput;
}>;


export type UpdateBillingProfileMutation = { updateBillingProfile: { kind: BuyerKind, name: string | null, addressLines: Array<string>, postcode: string | null, city: string | null, country: string | null, siren: string | null, siret: string | null, vatNumber: string | null, vatNumberCheck: VatNumberCheck, electronicAddress: string | null, purchaseOrder: string | null, missingFields: Array<string> } };

export type LegalMentionsQueryVariables = Exact<{ [key: string]: never; }>;


export type LegalMentionsQuery = { legalMentions: Array<{ id: string, code: string, place: MentionPlace, appliesTo: MentionCondition, textFr: string, textEn: string, validFrom: string, validUntil: string | null, source: string }> };

export type AddLegalMentionMutationVariables = Exact<{
  input: AddLegalMentionInput;
}>;


export type AddLegalMentionMutation = { addLegalMention: { id: string, code: string, place: MentionPlace, appliesTo: MentionCondition, textFr: string, textEn: string, validFrom: string, validUntil: string | null, source: string } };

export type LegalMentionDetailsFragment = { id: string, code: string, place: MentionPlace, appliesTo: MentionCondition, textFr: string, textEn: string, validFrom: string, validUntil: string | null, source: string };

export type SellerDetailsFragment = { id: string, validFrom: string, logoFileId: string | null, name: string, legalForm: string, register: string | null, addressLines: Array<string>, postcode: string, city: string, country: string, siren: string, siret: string, vatNumber: string | null, vatRegime: VatRegime, vatOnDebits: boolean, vatPeriod: VatPeriod, accountingBasis: AccountingBasis, fiscalYearEnd: string, iban: string | null, bic: string | null, email: string, phone: string | null, electronicAddress: string | null, paymentTermDays: number, discountTextFr: string | null, discountTextEn: string | null, penaltyTextFr: string | null, penaltyTextEn: string | null, capital: { amount: number, currency: Currency } | null, accounts: { customers: string, services: string, goods: string, deposits: string, vatDue: string, vatAwaitingReceipt: string, providers: string, bank: string } };

export type ServiceAccountsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ServiceAccountsQuery = { serviceAccounts: Array<{ id: string, name: string, description: string | null, createdAt: string, retiredAt: string | null, tokens: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedFrom: string | null, revokedAt: string | null }> }> };

export type CreateServiceAccountMutationVariables = Exact<{
  input: CreateServiceAccountInput;
}>;


export type CreateServiceAccountMutation = { createServiceAccount: { id: string, name: string, description: string | null, createdAt: string, retiredAt: string | null, tokens: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedFrom: string | null, revokedAt: string | null }> } };

export type RetireServiceAccountMutationVariables = Exact<{
  input: RetireServiceAccountInput;
}>;


export type RetireServiceAccountMutation = { retireServiceAccount: { id: string, name: string, description: string | null, createdAt: string, retiredAt: string | null, tokens: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedFrom: string | null, revokedAt: string | null }> } };

export type CreateApiTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateApiTokenMutation = { createApiToken: { secret: string, token: { id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedFrom: string | null, revokedAt: string | null } } };

export type RevokeApiTokenMutationVariables = Exact<{
  input: RevokeApiTokenInput;
}>;


export type RevokeApiTokenMutation = { revokeApiToken: { id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedFrom: string | null, revokedAt: string | null } };

export type ProgramFragment = { id: string, name: string, description: string | null, createdAt: string, retiredAt: string | null, tokens: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedFrom: string | null, revokedAt: string | null }> };

export type TokenDetailsFragment = { id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedFrom: string | null, revokedAt: string | null };

export type BusinessCalendarsQueryVariables = Exact<{ [key: string]: never; }>;


export type BusinessCalendarsQuery = { businessCalendars: Array<{ validFrom: string, zone: string, region: HolidayRegion | null, week: Array<{ weekday: number, windows: Array<{ from: string, to: string }> }>, exceptions: Array<{ date: string, windows: Array<{ from: string, to: string }> }> }> };

export type SetBusinessCalendarMutationVariables = Exact<{
  input: SetBusinessCalendarInput;
}>;


export type SetBusinessCalendarMutation = { setBusinessCalendar: { validFrom: string, zone: string, region: HolidayRegion | null, week: Array<{ weekday: number, windows: Array<{ from: string, to: string }> }>, exceptions: Array<{ date: string, windows: Array<{ from: string, to: string }> }> } };

export type CalendarDetailsFragment = { validFrom: string, zone: string, region: HolidayRegion | null, week: Array<{ weekday: number, windows: Array<{ from: string, to: string }> }>, exceptions: Array<{ date: string, windows: Array<{ from: string, to: string }> }> };

export type TicketTargetsQueryVariables = Exact<{ [key: string]: never; }>;


export type TicketTargetsQuery = { ticketTargets: Array<{ priority: TicketPriority, firstResponseMinutes: number, resolutionMinutes: number }> };

export type SetTicketTargetMutationVariables = Exact<{
  input: SetTicketTargetInput;
}>;


export type SetTicketTargetMutation = { setTicketTarget: { priority: TicketPriority, firstResponseMinutes: number, resolutionMinutes: number } };

export type BusinessTimeQueryVariables = Exact<{
  from: string;
  minutes: number;
}>;


export type BusinessTimeQuery = { businessTime: { endsAt: string | null, days: Array<{ date: string, minutes: number, windows: Array<{ from: string, to: string }> }> } };

export type CannedRepliesQueryVariables = Exact<{ [key: string]: never; }>;


export type CannedRepliesQuery = { cannedReplies: Array<{ id: string, name: string, locale: Locale, content: string }> };

export type CannedReplyTextQueryVariables = Exact<{
  id: string;
  ticketId: string;
}>;


export type CannedReplyTextQuery = { cannedReplyText: string };

export type CreateCannedReplyMutationVariables = Exact<{
  input: CreateCannedReplyInput;
}>;


export type CreateCannedReplyMutation = { createCannedReply: { id: string, name: string, locale: Locale, content: string } };

export type UpdateCannedReplyMutationVariables = Exact<{
  input: UpdateCannedReplyInput;
}>;


export type UpdateCannedReplyMutation = { updateCannedReply: { id: string, name: string, locale: Locale, content: string } };

export type DeleteCannedReplyMutationVariables = Exact<{
  input: CannedReplyInput;
}>;


export type DeleteCannedReplyMutation = { deleteCannedReply: string };

export type TicketDetailsFragment = { id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null };

export type HandledTicketFragment = { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null };

export type MyTicketsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  orderBy?: TicketSort | null | undefined;
  filter?: MyTicketFilterInput | null | undefined;
}>;


export type MyTicketsQuery = { myTickets: { nodes: Array<{ id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TicketQueryVariables = Exact<{
  id: string;
}>;


export type TicketQuery = { ticket: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type CreateTicketMutationVariables = Exact<{
  input: CreateTicketInput;
}>;


export type CreateTicketMutation = { createTicket: { id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type ReopenTicketMutationVariables = Exact<{
  input: TicketInput;
}>;


export type ReopenTicketMutation = { reopenTicket: { id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type CloseTicketMutationVariables = Exact<{
  input: CloseTicketInput;
}>;


export type CloseTicketMutation = { closeTicket: { id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type CancelTicketMutationVariables = Exact<{
  input: TicketInput;
}>;


export type CancelTicketMutation = { cancelTicket: { id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type TicketUpdatedSubscriptionVariables = Exact<{
  ticketId: string;
  after?: string | null | undefined;
}>;


export type TicketUpdatedSubscription = { ticketUpdated: { cursor: string, ticket: { id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } } };

export type TicketsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  orderBy?: TicketSort | null | undefined;
  filter?: TicketFilterInput | null | undefined;
}>;


export type TicketsQuery = { tickets: { totalCount: number | null, nodes: Array<{ tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TicketStatsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type TicketStatsQuery = { ticketStats: { unassigned: number, breached: number, satisfaction: number | null, byStatus: Array<{ status: TicketStatus, count: number }>, byPriority: Array<{ priority: TicketPriority, count: number }>, firstResponse: { median: number, mean: number } | null, resolution: { median: number, mean: number } | null } };

export type CreateTicketForMutationVariables = Exact<{
  input: CreateTicketForInput;
}>;


export type CreateTicketForMutation = { createTicketFor: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type TakeTicketMutationVariables = Exact<{
  input: TicketInput;
}>;


export type TakeTicketMutation = { takeTicket: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type AssignTicketMutationVariables = Exact<{
  input: AssignTicketInput;
}>;


export type AssignTicketMutation = { assignTicket: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type WaitTicketMutationVariables = Exact<{
  input: TicketInput;
}>;


export type WaitTicketMutation = { waitTicket: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type ResumeTicketMutationVariables = Exact<{
  input: TicketInput;
}>;


export type ResumeTicketMutation = { resumeTicket: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type ResolveTicketMutationVariables = Exact<{
  input: TicketInput;
}>;


export type ResolveTicketMutation = { resolveTicket: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type SetTicketPriorityMutationVariables = Exact<{
  input: SetTicketPriorityInput;
}>;


export type SetTicketPriorityMutation = { setTicketPriority: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type SetTicketCategoryMutationVariables = Exact<{
  input: SetTicketCategoryInput;
}>;


export type SetTicketCategoryMutation = { setTicketCategory: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type TagTicketMutationVariables = Exact<{
  input: TagTicketInput;
}>;


export type TagTicketMutation = { tagTicket: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type SetTicketStatusMutationVariables = Exact<{
  input: SetTicketStatusInput;
}>;


export type SetTicketStatusMutation = { setTicketStatus: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type MergeTicketsMutationVariables = Exact<{
  input: MergeTicketsInput;
}>;


export type MergeTicketsMutation = { mergeTickets: { tags: Array<string>, escalatedAt: string | null, id: string, reference: string, title: string, description: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, source: TicketSource, orderId: string | null, firstResponseDueAt: string | null, resolutionDueAt: string | null, firstResponseAt: string | null, resolvedAt: string | null, closedAt: string | null, waitingSince: string | null, waitedMinutes: number, satisfaction: number | null, comment: string | null, availableActions: Array<TicketAction>, createdAt: string, asker: { id: string, displayName: string } | null, assignee: { id: string, displayName: string } | null, conversation: { id: string, unreadCount: number } | null, mergedInto: { id: string, reference: string } | null, follows: { id: string, reference: string } | null } };

export type SmsDeliveriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: SmsDeliverySort | null | undefined;
  filter?: SmsDeliveryFilterInput | null | undefined;
}>;


export type SmsDeliveriesQuery = { smsDeliveries: { totalCount: number | null, nodes: Array<{ id: string, kind: string, status: SmsStatus, numberEnd: string, subjectType: string | null, subjectId: string | null, attempts: number, segments: number, priceTenThousandths: number | null, priceCurrency: string | null, errorCode: number | null, createdAt: string, sentAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SmsDeliveryDetailsFragment = { id: string, kind: string, status: SmsStatus, numberEnd: string, subjectType: string | null, subjectId: string | null, attempts: number, segments: number, priceTenThousandths: number | null, priceCurrency: string | null, errorCode: number | null, createdAt: string, sentAt: string | null };

export type BeginUploadMutationVariables = Exact<{
  input: BeginUploadInput;
}>;


export type BeginUploadMutation = { beginUpload: { id: string, url: string, status: UploadStatus, receivedBytes: number, folderId: string | null, expiresAt: string | null } };

export type CancelUploadMutationVariables = Exact<{
  input: CancelUploadInput;
}>;


export type CancelUploadMutation = { cancelUpload: { id: string, status: UploadStatus } };

export type MyUploadsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyUploadsQuery = { myUploads: Array<{ id: string, url: string, name: string, sizeBytes: number, receivedBytes: number, status: UploadStatus, availableActions: Array<UploadAction>, expiresAt: string | null }> };

export type UploadQueryVariables = Exact<{
  id: string;
}>;


export type UploadQuery = { upload: { id: string, status: UploadStatus, receivedBytes: number, refusal: string | null, documentId: string | null, versionId: string | null, receipt: { uploadId: string, documentId: string, versionId: string, sha256: string, sizeBytes: number, storedAt: string, keyId: string, signature: string } | null } };

export type UploadTargetQueryVariables = Exact<{
  cabinetId: string;
  folderId?: string | null | undefined;
  folderPath?: Array<string> | string | null | undefined;
  name: string;
}>;


export type UploadTargetQuery = { uploadTarget: { folderId: string | null, documentId: string | null, versionNumber: number | null, sha256: string | null, sizeBytes: number | null } };

export type UploadProgressSubscriptionVariables = Exact<{
  uploadId: string;
  after?: string | null | undefined;
}>;


export type UploadProgressSubscription = { uploadProgress: { cursor: string, upload: { id: string, receivedBytes: number, sizeBytes: number, status: UploadStatus, documentId: string | null } } };

export type UsersQueryVariables = Exact<{
  filter?: UserFilterInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: UserSort | null | undefined;
}>;


export type UsersQuery = { users: { nodes: Array<{ id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type UserQueryVariables = Exact<{
  id: string;
}>;


export type UserQuery = { user: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type UserStatsQueryVariables = Exact<{ [key: string]: never; }>;


export type UserStatsQuery = { userStats: { total: number, byRole: Array<{ role: UserRole, count: number }>, byStatus: Array<{ status: UserStatus, count: number }>, growth: Array<{ month: string, newUsers: number, total: number }> } };

export type UserDeletionPreviewQueryVariables = Exact<{
  id: string;
}>;


export type UserDeletionPreviewQuery = { userDeletionPreview: { userId: string, lines: Array<{ record: RecordClass, fate: ErasureFate, count: number, ground: KeepingGround | null, keptUntil: string | null }>, obstacles: Array<{ code: ErasureObstacle, ids: Array<string>, toDo: string }> } };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserMutation = { createUser: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { updateUser: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type SetUserRoleMutationVariables = Exact<{
  input: SetUserRoleInput;
}>;


export type SetUserRoleMutation = { setUserRole: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type GrantPermissionSetMutationVariables = Exact<{
  input: PermissionSetInput;
}>;


export type GrantPermissionSetMutation = { grantPermissionSet: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type RevokePermissionSetMutationVariables = Exact<{
  input: PermissionSetInput;
}>;


export type RevokePermissionSetMutation = { revokePermissionSet: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type SuspendUserMutationVariables = Exact<{
  input: SuspendUserInput;
}>;


export type SuspendUserMutation = { suspendUser: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type RestoreUserMutationVariables = Exact<{
  input: RestoreUserInput;
}>;


export type RestoreUserMutation = { restoreUser: { id: string, email: string | null, firstName: string, lastName: string, displayName: string, role: UserRole, status: UserStatus | null, permissionSets: Array<PermissionSet> | null, locale: Locale | null, createdAt: string | null } };

export type DeleteUserMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type DeleteUserMutation = { deleteUser: { id: string, erasedAt: string, decidedBy: ErasureDecider, reason: ErasureReason, lines: Array<{ record: RecordClass, fate: ErasureFate, count: number, ground: KeepingGround | null, keptUntil: string | null }> } };

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
export const AccountFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Account on User {
  id
  email
  firstName
  lastName
  displayName
  role
  status
  permissionSets
  locale
  createdAt
}
    `, {"fragmentName":"Account"}) as unknown as TypedDocumentString<AccountFragment, unknown>;
export const SignedInFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
  permissionSets
  locale
  createdAt
}`, {"fragmentName":"SignedIn"}) as unknown as TypedDocumentString<SignedInFragment, unknown>;
export const ChallengedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Challenged on TwoFactorChallenge {
  challengeToken
  methods
  codeSentBy
  expiresAt
}
    `, {"fragmentName":"Challenged"}) as unknown as TypedDocumentString<ChallengedFragment, unknown>;
export const ProofreaderLoadDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ProofreaderLoadDetails on ProofreaderLoad {
  proofreader {
    id
    displayName
  }
  capacityPagesPerDay
  languages
  genres
  specialities
  openOrders
  openPages
  nextFreeDay
  doneOn
  holdsDueAt
  averageDays
  revisions
}
    `, {"fragmentName":"ProofreaderLoadDetails"}) as unknown as TypedDocumentString<ProofreaderLoadDetailsFragment, unknown>;
export const OrdersExportProgressFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OrdersExportProgress on OrdersExport {
  id
  format
  totalOrders
  writtenOrders
  fileId
  createdAt
  finishedAt
}
    `, {"fragmentName":"OrdersExportProgress"}) as unknown as TypedDocumentString<OrdersExportProgressFragment, unknown>;
export const AgendaBookingFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AgendaBookingFields on AgendaBooking {
  id
  code
  status
  staffActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  partySize
  locationKind
  place
  userId
  customerName
  customerEmail
  customerPhone
  customerTimeZone
  customerNote
  staffNote
  source
  orderId
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  createdAt
  cancelledAt
  cancelledBy
  cancellationReason
  attendanceAt
}
    `, {"fragmentName":"AgendaBookingFields"}) as unknown as TypedDocumentString<AgendaBookingFieldsFragment, unknown>;
export const ArtisanFiguresFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ArtisanFiguresFields on ArtisanFigures {
  bookings
  completed
  noShows
  cancelled
  noShowShare
  cancellationShare
  medianLeadMinutes
  openMinutes
  bookedMinutes
  occupancy
  revenue {
    amount
    currency
  }
  depositsKept {
    amount
    currency
  }
}
    `, {"fragmentName":"ArtisanFiguresFields"}) as unknown as TypedDocumentString<ArtisanFiguresFieldsFragment, unknown>;
export const BookingsExportFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment BookingsExportFields on BookingsExport {
  id
  format
  totalBookings
  writtenBookings
  fileId
  createdAt
  finishedAt
}
    `, {"fragmentName":"BookingsExportFields"}) as unknown as TypedDocumentString<BookingsExportFieldsFragment, unknown>;
export const DocumentFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}
    `, {"fragmentName":"DocumentFields"}) as unknown as TypedDocumentString<DocumentFieldsFragment, unknown>;
export const DocumentVersionFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DocumentVersionFields on DocumentVersion {
  id
  number
  fileId
  label
  comment
  origin
  restoredFrom
  authorId
  mimeType
  sha256
  sizeBytes
  words
  pages
  createdAt
}
    `, {"fragmentName":"DocumentVersionFields"}) as unknown as TypedDocumentString<DocumentVersionFieldsFragment, unknown>;
export const AddedDocumentFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AddedDocumentFields on AddedDocument {
  isUnchanged
  document {
    ...DocumentFields
  }
  version {
    ...DocumentVersionFields
  }
}
    fragment DocumentVersionFields on DocumentVersion {
  id
  number
  fileId
  label
  comment
  origin
  restoredFrom
  authorId
  mimeType
  sha256
  sizeBytes
  words
  pages
  createdAt
}
fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`, {"fragmentName":"AddedDocumentFields"}) as unknown as TypedDocumentString<AddedDocumentFieldsFragment, unknown>;
export const ArtisanDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ArtisanDetails on Artisan {
  id
  slug
  displayName
  timeZone
  country
  place
  bio
  status
}
    `, {"fragmentName":"ArtisanDetails"}) as unknown as TypedDocumentString<ArtisanDetailsFragment, unknown>;
export const OfferingDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OfferingDetails on Offering {
  id
  name
  description
  durationMinutes
  noticeMinutes
  horizonDays
  horizonWorkingDays
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositPercent
  capacity
  locationKind
  publicPlace
  requiresApproval
  assignment
  rescheduleUntilMinutes
  maxReschedules
  position
  questions {
    id
    kind
    label
    isRequired
    choices
  }
  cancellationTiers {
    hoursBefore
    refundPercent
  }
}
    `, {"fragmentName":"OfferingDetails"}) as unknown as TypedDocumentString<OfferingDetailsFragment, unknown>;
export const ManagedOfferingDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ManagedOfferingDetails on ManagedOffering {
  id
  name
  description
  status
  durationMinutes
  slotStepMinutes
  bufferBeforeMinutes
  bufferAfterMinutes
  noticeMinutes
  horizonDays
  horizonWorkingDays
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositPercent
  capacity
  maxPerDay
  locationKind
  place
  publicPlace
  requiresApproval
  approvalHours
  assignment
  rescheduleUntilMinutes
  maxReschedules
  position
  artisanIds
  questions {
    id
    kind
    label
    isRequired
    choices
  }
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  reminders {
    minutesBefore
    daysBefore
    atMinute
  }
}
    `, {"fragmentName":"ManagedOfferingDetails"}) as unknown as TypedDocumentString<ManagedOfferingDetailsFragment, unknown>;
export const WeeklyRuleDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WeeklyRuleDetails on WeeklyRule {
  id
  weekday
  startMinute
  endMinute
  everyWeeks
  anchorOn
  validFrom
  validTo
  offeringId
}
    `, {"fragmentName":"WeeklyRuleDetails"}) as unknown as TypedDocumentString<WeeklyRuleDetailsFragment, unknown>;
export const ClosureDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ClosureDetails on Closure {
  id
  fromOn
  untilOn
  fromAt
  untilAt
  reason
  isYearly
}
    `, {"fragmentName":"ClosureDetails"}) as unknown as TypedDocumentString<ClosureDetailsFragment, unknown>;
export const ManagedArtisanDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}
    `, {"fragmentName":"ManagedArtisanDetails"}) as unknown as TypedDocumentString<ManagedArtisanDetailsFragment, unknown>;
export const SavedOpeningDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SavedOpeningDetails on SavedOpening {
  artisan {
    ...ManagedArtisanDetails
  }
  affectedCount
  affectedBookings {
    id
    code
    offeringName
    customerName
    startsAt
    endsAt
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}`, {"fragmentName":"SavedOpeningDetails"}) as unknown as TypedDocumentString<SavedOpeningDetailsFragment, unknown>;
export const AuditExportDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AuditExportDetails on AuditExport {
  id
  format
  totalEntries
  writtenEntries
  fileId
  createdAt
  finishedAt
}
    `, {"fragmentName":"AuditExportDetails"}) as unknown as TypedDocumentString<AuditExportDetailsFragment, unknown>;
export const AuditSegmentDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AuditSegmentDetails on AuditSegment {
  id
  firstSeq
  lastSeq
  fileId
  sha256
  signature
  sealedAt
  purgedAt
}
    `, {"fragmentName":"AuditSegmentDetails"}) as unknown as TypedDocumentString<AuditSegmentDetailsFragment, unknown>;
export const SlotFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SlotFields on Slot {
  startsAt
  endsAt
  localStart
  artisanIds
  placesLeft
}
    `, {"fragmentName":"SlotFields"}) as unknown as TypedDocumentString<SlotFieldsFragment, unknown>;
export const RestoreRunDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RestoreRunDetails on RestoreRun {
  id
  backupId
  kind
  status
  total
  restored
  skipped
  createdAt
  finishedAt
}
    `, {"fragmentName":"RestoreRunDetails"}) as unknown as TypedDocumentString<RestoreRunDetailsFragment, unknown>;
export const BackupDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment BackupDetails on Backup {
  id
  target
  trigger
  status
  rung
  label
  createdAt
  finishedAt
  path
  sizeBytes
  addedBytes
  sha256
  protectedUntil
  verifiedAt
  failure
  availableActions
}
    `, {"fragmentName":"BackupDetails"}) as unknown as TypedDocumentString<BackupDetailsFragment, unknown>;
export const DrillDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DrillDetails on RestoreDrill {
  id
  target
  backupId
  result
  rowsRead
  opened
  fault
  createdAt
  finishedAt
}
    `, {"fragmentName":"DrillDetails"}) as unknown as TypedDocumentString<DrillDetailsFragment, unknown>;
export const BillingProfileDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment BillingProfileDetails on BillingProfile {
  kind
  name
  addressLines
  postcode
  city
  country
  siren
  siret
  vatNumber
  vatNumberCheck
  electronicAddress
  purchaseOrder
  missingFields
}
    `, {"fragmentName":"BillingProfileDetails"}) as unknown as TypedDocumentString<BillingProfileDetailsFragment, unknown>;
export const PaymentMethodDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PaymentMethodDetails on PaymentMethod {
  id
  brand
  last4
  expMonth
  expYear
  isDefault
  createdAt
}
    `, {"fragmentName":"PaymentMethodDetails"}) as unknown as TypedDocumentString<PaymentMethodDetailsFragment, unknown>;
export const InvoiceDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}
    `, {"fragmentName":"InvoiceDetails"}) as unknown as TypedDocumentString<InvoiceDetailsFragment, unknown>;
export const SlotHoldFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SlotHoldFields on SlotHold {
  holdToken
  artisanId
  startsAt
  endsAt
  expiresAt
}
    `, {"fragmentName":"SlotHoldFields"}) as unknown as TypedDocumentString<SlotHoldFieldsFragment, unknown>;
export const BookingFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}
    `, {"fragmentName":"BookingFields"}) as unknown as TypedDocumentString<BookingFieldsFragment, unknown>;
export const CreatedBookingFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CreatedBookingFields on CreatedBooking {
  booking {
    ...BookingFields
  }
  code
  manageUrl
  payment {
    paymentId
    clientSecret
    publishableKey
    checkoutUrl
    expiresAt
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`, {"fragmentName":"CreatedBookingFields"}) as unknown as TypedDocumentString<CreatedBookingFieldsFragment, unknown>;
export const CabinetFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}
    `, {"fragmentName":"CabinetFields"}) as unknown as TypedDocumentString<CabinetFieldsFragment, unknown>;
export const FolderFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}
    `, {"fragmentName":"FolderFields"}) as unknown as TypedDocumentString<FolderFieldsFragment, unknown>;
export const CalendarConnectionFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CalendarConnectionFields on CalendarAccount {
  id
  provider
  status
  account
  keepsTitles
  lastSuccessAt
  nextSyncAt
  failureCode
  failureCount
  disconnectedAt
  createdAt
  calendars {
    id
    name
    timeZone
    isWritable
    blocks
    receivesBookings
    ignoresAllDay
    ignoresTentative
    ignoresUnanswered
    skippedCount
    skippedReasons {
      reason
      count
    }
    lastSyncAt
    goneAt
  }
}
    `, {"fragmentName":"CalendarConnectionFields"}) as unknown as TypedDocumentString<CalendarConnectionFieldsFragment, unknown>;
export const CalendarConflictFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CalendarConflictFields on CalendarConflict {
  id
  kind
  status
  bookingId
  bookingCode
  customerName
  bookingStartsAt
  calendarName
  eventStartsAt
  eventEndsAt
  resolutions
  resolution
  createdAt
  closedAt
}
    `, {"fragmentName":"CalendarConflictFields"}) as unknown as TypedDocumentString<CalendarConflictFieldsFragment, unknown>;
export const PriceItemDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
  priceLabel
  estimatedDuration
  turnaroundWorkingDays
  rushWorkingDays
  minimum {
    amount
    currency
  }
  validFrom
  isFeatured
}
    `, {"fragmentName":"PriceItemDetails"}) as unknown as TypedDocumentString<PriceItemDetailsFragment, unknown>;
export const PageMetaDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageMetaDetails on PageMeta {
  title
  description
  keywords
  ogImage
  canonical
}
    `, {"fragmentName":"PageMetaDetails"}) as unknown as TypedDocumentString<PageMetaDetailsFragment, unknown>;
export const PageVersionDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageVersionDetails on PageVersion {
  id
  number
  slug
  title
  excerpt
  content
  authorId
  note
  createdAt
  publishedAt
  meta {
    ...PageMetaDetails
  }
}
    fragment PageMetaDetails on PageMeta {
  title
  description
  keywords
  ogImage
  canonical
}`, {"fragmentName":"PageVersionDetails"}) as unknown as TypedDocumentString<PageVersionDetailsFragment, unknown>;
export const AdminPageSummaryFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}
    `, {"fragmentName":"AdminPageSummary"}) as unknown as TypedDocumentString<AdminPageSummaryFragment, unknown>;
export const PageChangeDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageChangeDetails on PageChange {
  page {
    ...AdminPageSummary
  }
  removed
  needsScheduling
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}`, {"fragmentName":"PageChangeDetails"}) as unknown as TypedDocumentString<PageChangeDetailsFragment, unknown>;
export const AdminFaqEntryDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AdminFaqEntryDetails on AdminFaqEntry {
  id
  version
  category
  question
  answer
  details
  isVisible
  usefulCount
  notUsefulCount
}
    `, {"fragmentName":"AdminFaqEntryDetails"}) as unknown as TypedDocumentString<AdminFaqEntryDetailsFragment, unknown>;
export const BucketDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment BucketDetails on Bucket {
  startsOn
  endsOn
  isPartial
}
    `, {"fragmentName":"BucketDetails"}) as unknown as TypedDocumentString<BucketDetailsFragment, unknown>;
export const AmountFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Amount on Money {
  amount
  currency
}
    `, {"fragmentName":"Amount"}) as unknown as TypedDocumentString<AmountFragment, unknown>;
export const ThresholdLimitDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ThresholdLimitDetails on ThresholdLimit {
  id
  kind
  amount {
    ...Amount
  }
  validFrom
  validTo
  activityFrom
  source
}
    fragment Amount on Money {
  amount
  currency
}`, {"fragmentName":"ThresholdLimitDetails"}) as unknown as TypedDocumentString<ThresholdLimitDetailsFragment, unknown>;
export const StatsReportDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment StatsReportDetails on StatsReport {
  id
  format
  fromOn
  toOn
  fileId
  createdAt
  finishedAt
}
    `, {"fragmentName":"StatsReportDetails"}) as unknown as TypedDocumentString<StatsReportDetailsFragment, unknown>;
export const GuestOrderFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment GuestOrderFields on GuestOrder {
  id
  status
  availableActions
  title
  service
  unit
  declaredPages
  estimatedTotal {
    amount
    currency
  }
  quotedTotal {
    amount
    currency
  }
  reviewAnswer
  manuscriptName
  manuscriptBytes
  uploadsLeft
  createdAt
  expiresAt
  paidAt
  orderId
}
    `, {"fragmentName":"GuestOrderFields"}) as unknown as TypedDocumentString<GuestOrderFieldsFragment, unknown>;
export const LinkedIdentityFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment LinkedIdentity on Identity {
  id
  provider
  email
  linkedAt
  lastUsedAt
}
    `, {"fragmentName":"LinkedIdentity"}) as unknown as TypedDocumentString<LinkedIdentityFragment, unknown>;
export const ReminderStepDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ReminderStepDetails on ReminderStep {
  id
  position
  days
  titleFr
  titleEn
  textFr
  textEn
  isEnabled
}
    `, {"fragmentName":"ReminderStepDetails"}) as unknown as TypedDocumentString<ReminderStepDetailsFragment, unknown>;
export const PersonDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PersonDetails on PersonWithoutAccount {
  name
  email
  locale
  address {
    lines
    postcode
    city
    country
  }
}
    `, {"fragmentName":"PersonDetails"}) as unknown as TypedDocumentString<PersonDetailsFragment, unknown>;
export const InvoiceDraftDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment InvoiceDraftDetails on InvoiceDraft {
  id
  version
  kind
  buyerId
  person {
    ...PersonDetails
  }
  subject {
    type
    id
  }
  prices
  currency
  operation
  lines {
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  dueOn
  suppliedOn
  notes
  purchaseOrder
  createdAt
  changedAt
}
    fragment PersonDetails on PersonWithoutAccount {
  name
  email
  locale
  address {
    lines
    postcode
    city
    country
  }
}`, {"fragmentName":"InvoiceDraftDetails"}) as unknown as TypedDocumentString<InvoiceDraftDetailsFragment, unknown>;
export const JobDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const HeldFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Held on LegalHold {
  id
  targetType
  targetId
  personId
  reason
  caseReference
  placedAt
  placedById
  releasedAt
  releasedById
  releaseReason
}
    `, {"fragmentName":"Held"}) as unknown as TypedDocumentString<HeldFragment, unknown>;
export const PeriodFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Period on RetentionPolicy {
  recordClass
  action
  ground
  days
  usualDays
  leastDays
  mostDays
  changedAt
  changedById
}
    `, {"fragmentName":"Period"}) as unknown as TypedDocumentString<PeriodFragment, unknown>;
export const PassageFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Passage on RetentionRun {
  id
  asOf
  startedById
  finishedAt
  counts {
    recordClass
    count
  }
}
    `, {"fragmentName":"Passage"}) as unknown as TypedDocumentString<PassageFragment, unknown>;
export const BookingChangeFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment BookingChangeFields on BookingChange {
  isDone
  booking {
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`, {"fragmentName":"BookingChangeFields"}) as unknown as TypedDocumentString<BookingChangeFieldsFragment, unknown>;
export const BookingFileFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment BookingFileFields on BookingFile {
  id
  questionId
  label
  file {
    id
    name
    mimeType
    sizeBytes
  }
}
    `, {"fragmentName":"BookingFileFields"}) as unknown as TypedDocumentString<BookingFileFieldsFragment, unknown>;
export const ConversationDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}
    `, {"fragmentName":"ConversationDetails"}) as unknown as TypedDocumentString<ConversationDetailsFragment, unknown>;
export const MessageDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
export const NotificationDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const OrderSummaryFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}
    `, {"fragmentName":"OrderSummary"}) as unknown as TypedDocumentString<OrderSummaryFragment, unknown>;
export const OrderPriceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OrderPrice on Order {
  ...OrderSummary
  verifiedPages
  quoteId
  estimatedTotal {
    amount
    currency
  }
  finalTotal {
    amount
    currency
  }
  priceDifference {
    declaredPages
    verifiedPages
    declaredTotal {
      amount
      currency
    }
    verifiedTotal {
      amount
      currency
    }
    isAcceptanceRequired
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`, {"fragmentName":"OrderPrice"}) as unknown as TypedDocumentString<OrderPriceFragment, unknown>;
export const OrderNoteDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OrderNoteDetails on OrderNote {
  id
  text
  audience
  createdAt
  by
  author {
    id
    displayName
  }
}
    `, {"fragmentName":"OrderNoteDetails"}) as unknown as TypedDocumentString<OrderNoteDetailsFragment, unknown>;
export const OrderFileDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
    `, {"fragmentName":"OrderFileDetails"}) as unknown as TypedDocumentString<OrderFileDetailsFragment, unknown>;
export const DeliveryDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}
    fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}`, {"fragmentName":"DeliveryDetails"}) as unknown as TypedDocumentString<DeliveryDetailsFragment, unknown>;
export const OrderDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OrderDetails on Order {
  ...OrderSummary
  description
  customerNote
  proofreaderNote
  verifiedPages
  progressPercent
  revisionsLeft
  suspendedReason
  cancellationReason
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
    ...OrderFileDetails
  }
  deliveries {
    ...DeliveryDetails
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`, {"fragmentName":"OrderDetails"}) as unknown as TypedDocumentString<OrderDetailsFragment, unknown>;
export const MyPasskeyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MyPasskey on Passkey {
  id
  name
  isSynced
  createdAt
  lastUsedAt
}
    `, {"fragmentName":"MyPasskey"}) as unknown as TypedDocumentString<MyPasskeyFragment, unknown>;
export const PlanPriceDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}
    `, {"fragmentName":"PlanPriceDetails"}) as unknown as TypedDocumentString<PlanPriceDetailsFragment, unknown>;
export const PlanDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PlanDetails on Plan {
  id
  code
  family
  nameFr
  nameEn
  textFr
  textEn
  isBase
  isActive
  prices {
    ...PlanPriceDetails
  }
  entitlements {
    feature
    value
  }
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}`, {"fragmentName":"PlanDetails"}) as unknown as TypedDocumentString<PlanDetailsFragment, unknown>;
export const PlanPeriodDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PlanPeriodDetails on PlanPeriod {
  id
  plan {
    code
  }
  status
  startsOn
  endsOn
  amount {
    amount
    currency
  }
  credit {
    amount
    currency
  }
  toPay {
    amount
    currency
  }
  isChange
  paymentId
  invoiceId
}
    `, {"fragmentName":"PlanPeriodDetails"}) as unknown as TypedDocumentString<PlanPeriodDetailsFragment, unknown>;
export const PlanSubscriptionDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PlanSubscriptionDetails on PlanSubscription {
  id
  personId
  family
  plan {
    id
    code
    nameFr
    nameEn
  }
  price {
    ...PlanPriceDetails
  }
  status
  paymentMethodId
  startedOn
  paidUntil
  isGranted
  cancelsAtPeriodEnd
  nextPlan {
    code
  }
  nextInterval
  duePeriod {
    ...PlanPeriodDetails
  }
  expiresAt
  endedAt
  endReason
  createdAt
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}
fragment PlanPeriodDetails on PlanPeriod {
  id
  plan {
    code
  }
  status
  startsOn
  endsOn
  amount {
    amount
    currency
  }
  credit {
    amount
    currency
  }
  toPay {
    amount
    currency
  }
  isChange
  paymentId
  invoiceId
}`, {"fragmentName":"PlanSubscriptionDetails"}) as unknown as TypedDocumentString<PlanSubscriptionDetailsFragment, unknown>;
export const AdminPriceItemDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AdminPriceItemDetails on AdminPriceItem {
  id
  name
  description
  serviceType
  unit
  price {
    amount
    currency
  }
  priceLabel
  minimum {
    amount
    currency
  }
  estimatedDuration
  turnaroundWorkingDays
  rushWorkingDays
  validFrom
  isFeatured
  isActive
  position
  archivedAt
  stripeProductId
  stripePriceId
}
    `, {"fragmentName":"AdminPriceItemDetails"}) as unknown as TypedDocumentString<AdminPriceItemDetailsFragment, unknown>;
export const GivenConsentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment GivenConsent on Consent {
  id
  purpose
  policyVersion
  isGranted
  at
  source
}
    `, {"fragmentName":"GivenConsent"}) as unknown as TypedDocumentString<GivenConsentFragment, unknown>;
export const DataExportFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DataExport on DataExportRequest {
  id
  format
  status
  progress
  requestedAt
  expiresAt
  downloadUrl
}
    `, {"fragmentName":"DataExport"}) as unknown as TypedDocumentString<DataExportFragment, unknown>;
export const AskedAboutDataFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AskedAboutData on PrivacyRequest {
  id
  userId
  kind
  status
  details
  answer
  askedAt
  dueAt
  handledAt
  extendedAt
  extensionReason
}
    `, {"fragmentName":"AskedAboutData"}) as unknown as TypedDocumentString<AskedAboutDataFragment, unknown>;
export const ErasedRecordsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ErasedRecords on ErasureLine {
  record
  fate
  count
  ground
  keptUntil
}
    `, {"fragmentName":"ErasedRecords"}) as unknown as TypedDocumentString<ErasedRecordsFragment, unknown>;
export const ErasedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Erased on ErasureReceipt {
  id
  erasedAt
  decidedBy
  reason
  lines {
    ...ErasedRecords
  }
}
    fragment ErasedRecords on ErasureLine {
  record
  fate
  count
  ground
  keptUntil
}`, {"fragmentName":"Erased"}) as unknown as TypedDocumentString<ErasedFragment, unknown>;
export const ProcessingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Processing on Processor {
  name
  company
  purpose
  transfer
}
    `, {"fragmentName":"Processing"}) as unknown as TypedDocumentString<ProcessingFragment, unknown>;
export const ProfileFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Profile on User {
  phone
  address
  bio
  avatarFileId
  preferences {
    messagesByEmail
    messagesInApp
    agendaByEmail
  }
}
    `, {"fragmentName":"Profile"}) as unknown as TypedDocumentString<ProfileFragment, unknown>;
export const ProofreaderProfileDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ProofreaderProfileDetails on ProofreaderProfile {
  capacityPagesPerDay
  languages
  genres
  specialities
  absences {
    fromOn
    untilOn
  }
}
    `, {"fragmentName":"ProofreaderProfileDetails"}) as unknown as TypedDocumentString<ProofreaderProfileDetailsFragment, unknown>;
export const ExtensionDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ExtensionDetails on OrderExtension {
  id
  orderId
  status
  dueAt
  until
  reason
  note
  createdAt
  answeredAt
  askedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"ExtensionDetails"}) as unknown as TypedDocumentString<ExtensionDetailsFragment, unknown>;
export const QuoteSummaryFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
    `, {"fragmentName":"QuoteSummary"}) as unknown as TypedDocumentString<QuoteSummaryFragment, unknown>;
export const QuoteDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}`, {"fragmentName":"QuoteDetails"}) as unknown as TypedDocumentString<QuoteDetailsFragment, unknown>;
export const PublicQuoteDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PublicQuoteDetails on PublicQuote {
  quote {
    ...QuoteDetails
  }
  download {
    url
    expiresAt
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}`, {"fragmentName":"PublicQuoteDetails"}) as unknown as TypedDocumentString<PublicQuoteDetailsFragment, unknown>;
export const PaymentDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}
    `, {"fragmentName":"PaymentDetails"}) as unknown as TypedDocumentString<PaymentDetailsFragment, unknown>;
export const RecordedPaymentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RecordedPayment on Payment {
  ...PaymentDetails
  provider
  receivedOn
  reference
  reversedAt
  refundDueReason
  refundDue {
    amount
    currency
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}`, {"fragmentName":"RecordedPayment"}) as unknown as TypedDocumentString<RecordedPaymentFragment, unknown>;
export const DisputeDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DisputeDetails on Dispute {
  id
  paymentId
  status
  amount {
    amount
    currency
  }
  reason
  provider
  providerDisputeId
  respondBy
  closedAt
  createdAt
}
    `, {"fragmentName":"DisputeDetails"}) as unknown as TypedDocumentString<DisputeDetailsFragment, unknown>;
export const RefundDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RefundDetails on Refund {
  id
  paymentId
  creditNoteId
  creditNote {
    id
    number
    pdfFileId
  }
  status
  origin
  reason
  amount {
    amount
    currency
  }
  provider
  attempt
  isManual
  failureReason
  succeededAt
  paidOn
  reference
  proofFileId
  createdAt
}
    `, {"fragmentName":"RefundDetails"}) as unknown as TypedDocumentString<RefundDetailsFragment, unknown>;
export const WebhookEventDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebhookEventDetails on WebhookEvent {
  id
  provider
  providerEventId
  type
  status
  attempts
  lastError
  paymentId
  occurredAt
  createdAt
  appliedAt
}
    `, {"fragmentName":"WebhookEventDetails"}) as unknown as TypedDocumentString<WebhookEventDetailsFragment, unknown>;
export const DocumentRetentionFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DocumentRetentionFields on DocumentRetention {
  documentId
  retainUntil
  awaitsEvent
  closedOn
  isHeld
  dueAt
  shortening {
    retainUntil
    effectiveAt
    reason
  }
}
    `, {"fragmentName":"DocumentRetentionFields"}) as unknown as TypedDocumentString<DocumentRetentionFieldsFragment, unknown>;
export const ManagedReviewDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ManagedReviewDetails on ManagedReview {
  id
  rating
  text
  createdAt
  bookingId
  artisanId
  status
  decidedAt
}
    `, {"fragmentName":"ManagedReviewDetails"}) as unknown as TypedDocumentString<ManagedReviewDetailsFragment, unknown>;
export const LegalMentionDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment LegalMentionDetails on LegalMention {
  id
  code
  place
  appliesTo
  textFr
  textEn
  validFrom
  validUntil
  source
}
    `, {"fragmentName":"LegalMentionDetails"}) as unknown as TypedDocumentString<LegalMentionDetailsFragment, unknown>;
export const SellerDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SellerDetails on Seller {
  id
  validFrom
  logoFileId
  capital {
    amount
    currency
  }
  name
  legalForm
  register
  addressLines
  postcode
  city
  country
  siren
  siret
  vatNumber
  vatRegime
  vatOnDebits
  vatPeriod
  accountingBasis
  fiscalYearEnd
  iban
  bic
  email
  phone
  electronicAddress
  paymentTermDays
  discountTextFr
  discountTextEn
  penaltyTextFr
  penaltyTextEn
  accounts {
    customers
    services
    goods
    deposits
    vatDue
    vatAwaitingReceipt
    providers
    bank
  }
}
    `, {"fragmentName":"SellerDetails"}) as unknown as TypedDocumentString<SellerDetailsFragment, unknown>;
export const TokenDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TokenDetails on ApiToken {
  id
  name
  prefix
  scopes
  createdAt
  expiresAt
  lastUsedAt
  lastUsedFrom
  revokedAt
}
    `, {"fragmentName":"TokenDetails"}) as unknown as TypedDocumentString<TokenDetailsFragment, unknown>;
export const ProgramFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Program on ServiceAccount {
  id
  name
  description
  createdAt
  retiredAt
  tokens {
    ...TokenDetails
  }
}
    fragment TokenDetails on ApiToken {
  id
  name
  prefix
  scopes
  createdAt
  expiresAt
  lastUsedAt
  lastUsedFrom
  revokedAt
}`, {"fragmentName":"Program"}) as unknown as TypedDocumentString<ProgramFragment, unknown>;
export const CalendarDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CalendarDetails on BusinessCalendar {
  validFrom
  zone
  region
  week {
    weekday
    windows {
      from
      to
    }
  }
  exceptions {
    date
    windows {
      from
      to
    }
  }
}
    `, {"fragmentName":"CalendarDetails"}) as unknown as TypedDocumentString<CalendarDetailsFragment, unknown>;
export const TicketDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
    `, {"fragmentName":"TicketDetails"}) as unknown as TypedDocumentString<TicketDetailsFragment, unknown>;
export const HandledTicketFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}`, {"fragmentName":"HandledTicket"}) as unknown as TypedDocumentString<HandledTicketFragment, unknown>;
export const SmsDeliveryDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SmsDeliveryDetails on SmsDelivery {
  id
  kind
  status
  numberEnd
  subjectType
  subjectId
  attempts
  segments
  priceTenThousandths
  priceCurrency
  errorCode
  createdAt
  sentAt
}
    `, {"fragmentName":"SmsDeliveryDetails"}) as unknown as TypedDocumentString<SmsDeliveryDetailsFragment, unknown>;
export const MeDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const RegisterDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Register($input: RegisterInput!) {
  register(input: $input) {
    email
    isActivationMailed
  }
}
    `) as unknown as TypedDocumentString<RegisterMutation, RegisterMutationVariables>;
export const ActivateAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<ActivateAccountMutation, ActivateAccountMutationVariables>;
export const ResendActivationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResendActivation($input: ResendActivationInput!) {
  resendActivation(input: $input) {
    email
    isActivationMailed
  }
}
    `) as unknown as TypedDocumentString<ResendActivationMutation, ResendActivationMutationVariables>;
export const AcceptInvitationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) {
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const LoginDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Login($input: LoginInput!) {
  login(input: $input) {
    __typename
    ...SignedIn
    ...Challenged
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
  permissionSets
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
}
fragment Challenged on TwoFactorChallenge {
  challengeToken
  methods
  codeSentBy
  expiresAt
}`) as unknown as TypedDocumentString<LoginMutation, LoginMutationVariables>;
export const RefreshSessionDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  permissionSets
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
export const LogoutDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Logout {
  logout {
    endedSessions
  }
}
    `) as unknown as TypedDocumentString<LogoutMutation, LogoutMutationVariables>;
export const LogoutEverywhereDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LogoutEverywhere {
  logoutEverywhere {
    endedSessions
  }
}
    `) as unknown as TypedDocumentString<LogoutEverywhereMutation, LogoutEverywhereMutationVariables>;
export const RequestPasswordResetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    email
  }
}
    `) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const OrdersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Orders($filter: OrderFilterInput, $status: OrderStatus, $customerId: ID, $proofreaderId: ID, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: OrderSort, $search: String) {
  orders(
    filter: $filter
    status: $status
    customerId: $customerId
    proofreaderId: $proofreaderId
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    search: $search
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
      hasPreviousPage
      startCursor
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<OrdersQuery, OrdersQueryVariables>;
export const AssignProofreaderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AssignProofreader($input: AssignProofreaderInput!) {
  assignProofreader(input: $input) {
    ...OrderSummary
    proofreader {
      id
      displayName
    }
    proofreaderLoad {
      ...ProofreaderLoadDetails
    }
  }
}
    fragment ProofreaderLoadDetails on ProofreaderLoad {
  proofreader {
    id
    displayName
  }
  capacityPagesPerDay
  languages
  genres
  specialities
  openOrders
  openPages
  nextFreeDay
  doneOn
  holdsDueAt
  averageDays
  revisions
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<AssignProofreaderMutation, AssignProofreaderMutationVariables>;
export const ProofreadersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Proofreaders($orderId: ID!) {
  proofreaders(orderId: $orderId) {
    ...ProofreaderLoadDetails
  }
}
    fragment ProofreaderLoadDetails on ProofreaderLoad {
  proofreader {
    id
    displayName
  }
  capacityPagesPerDay
  languages
  genres
  specialities
  openOrders
  openPages
  nextFreeDay
  doneOn
  holdsDueAt
  averageDays
  revisions
}`) as unknown as TypedDocumentString<ProofreadersQuery, ProofreadersQueryVariables>;
export const AssignedOrdersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AssignedOrders($userId: ID!) {
  user(id: $userId) {
    id
    assignedOrders {
      ...OrderSummary
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<AssignedOrdersQuery, AssignedOrdersQueryVariables>;
export const UnassignProofreaderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnassignProofreader($input: UnassignProofreaderInput!) {
  unassignProofreader(input: $input) {
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<UnassignProofreaderMutation, UnassignProofreaderMutationVariables>;
export const SuspendOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<SuspendOrderMutation, SuspendOrderMutationVariables>;
export const ResumeOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<ResumeOrderMutation, ResumeOrderMutationVariables>;
export const CreateAdminNotificationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateAdminNotification($input: CreateAdminNotificationInput!) {
  createAdminNotification(input: $input) {
    recipientCount
  }
}
    `) as unknown as TypedDocumentString<CreateAdminNotificationMutation, CreateAdminNotificationMutationVariables>;
export const LateOrdersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LateOrders($first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: LateOrderSort) {
  lateOrders(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      dueAt
      daysLate
      reason
      nextStep
      order {
        ...OrderSummary
        proofreader {
          id
          displayName
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<LateOrdersQuery, LateOrdersQueryVariables>;
export const OrderCountsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OrderCounts {
  orderCounts {
    total
    byStatus {
      status
      count
    }
    needsAttention
    unassigned
    late
    unpaid
  }
}
    `) as unknown as TypedDocumentString<OrderCountsQuery, OrderCountsQueryVariables>;
export const OrderBoardDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OrderBoard {
  orderBoard {
    status
    totalCount
    orders {
      ...OrderSummary
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<OrderBoardQuery, OrderBoardQueryVariables>;
export const SetDueDateDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetDueDate($input: SetDueDateInput!) {
  setDueDate(input: $input) {
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<SetDueDateMutation, SetDueDateMutationVariables>;
export const AnswerExtensionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnswerExtension($input: AnswerExtensionInput!) {
  answerExtension(input: $input) {
    ...ExtensionDetails
  }
}
    fragment ExtensionDetails on OrderExtension {
  id
  orderId
  status
  dueAt
  until
  reason
  note
  createdAt
  answeredAt
  askedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<AnswerExtensionMutation, AnswerExtensionMutationVariables>;
export const RunOnOrdersDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RunOnOrders($input: RunOnOrdersInput!) {
  runOnOrders(input: $input) {
    orderId
    isDone
    code
    message
    order {
      ...OrderSummary
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<RunOnOrdersMutation, RunOnOrdersMutationVariables>;
export const RequestOrdersExportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestOrdersExport($input: RequestOrdersExportInput!) {
  requestOrdersExport(input: $input) {
    ...OrdersExportProgress
  }
}
    fragment OrdersExportProgress on OrdersExport {
  id
  format
  totalOrders
  writtenOrders
  fileId
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<RequestOrdersExportMutation, RequestOrdersExportMutationVariables>;
export const OrdersExportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OrdersExport($id: ID!) {
  ordersExport(id: $id) {
    ...OrdersExportProgress
  }
}
    fragment OrdersExportProgress on OrdersExport {
  id
  format
  totalOrders
  writtenOrders
  fileId
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<OrdersExportQuery, OrdersExportQueryVariables>;
export const OrdersExportUpdatedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription OrdersExportUpdated($id: ID!, $after: Cursor) {
  ordersExportUpdated(id: $id, after: $after) {
    cursor
    export {
      ...OrdersExportProgress
    }
  }
}
    fragment OrdersExportProgress on OrdersExport {
  id
  format
  totalOrders
  writtenOrders
  fileId
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<OrdersExportUpdatedSubscription, OrdersExportUpdatedSubscriptionVariables>;
export const OrdersUpdatedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription OrdersUpdated($filter: OrderFilterInput, $after: Cursor) {
  ordersUpdated(filter: $filter, after: $after) {
    cursor
    orderId
    status
  }
}
    `) as unknown as TypedDocumentString<OrdersUpdatedSubscription, OrdersUpdatedSubscriptionVariables>;
export const AgendaDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Agenda($from: LocalDate!, $days: Int! = 7, $artisanId: ID) {
  agenda(from: $from, days: $days, artisanId: $artisanId) {
    artisanId
    timeZone
    startsAt
    endsAt
    entries {
      kind
      startsAt
      endsAt
      booking {
        ...AgendaBookingFields
      }
      closure {
        ...ClosureDetails
      }
    }
  }
}
    fragment AgendaBookingFields on AgendaBooking {
  id
  code
  status
  staffActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  partySize
  locationKind
  place
  userId
  customerName
  customerEmail
  customerPhone
  customerTimeZone
  customerNote
  staffNote
  source
  orderId
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  createdAt
  cancelledAt
  cancelledBy
  cancellationReason
  attendanceAt
}
fragment ClosureDetails on Closure {
  id
  fromOn
  untilOn
  fromAt
  untilAt
  reason
  isYearly
}`) as unknown as TypedDocumentString<AgendaQuery, AgendaQueryVariables>;
export const ArtisanBookingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ArtisanBookings($first: Int! = 20, $after: Cursor, $orderBy: BookingSort! = STARTS_AT_DESC, $filter: BookingFilterInput) {
  artisanBookings(
    first: $first
    after: $after
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      ...AgendaBookingFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment AgendaBookingFields on AgendaBooking {
  id
  code
  status
  staffActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  partySize
  locationKind
  place
  userId
  customerName
  customerEmail
  customerPhone
  customerTimeZone
  customerNote
  staffNote
  source
  orderId
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  createdAt
  cancelledAt
  cancelledBy
  cancellationReason
  attendanceAt
}`) as unknown as TypedDocumentString<ArtisanBookingsQuery, ArtisanBookingsQueryVariables>;
export const AgendaBookingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AgendaBooking($id: ID!) {
  booking(id: $id) {
    ...AgendaBookingFields
    history {
      id
      verb
      by
      at
      actorId
      fromStartsAt
      toStartsAt
      fromArtisanId
      toArtisanId
    }
  }
}
    fragment AgendaBookingFields on AgendaBooking {
  id
  code
  status
  staffActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  partySize
  locationKind
  place
  userId
  customerName
  customerEmail
  customerPhone
  customerTimeZone
  customerNote
  staffNote
  source
  orderId
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  createdAt
  cancelledAt
  cancelledBy
  cancellationReason
  attendanceAt
}`) as unknown as TypedDocumentString<AgendaBookingQuery, AgendaBookingQueryVariables>;
export const ArtisanStatsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ArtisanStats($statsFrom: LocalDate!, $statsTo: LocalDate!, $artisanId: ID) {
  artisanStats(from: $statsFrom, to: $statsTo, artisanId: $artisanId) {
    artisanId
    timeZone
    from
    to
    total {
      ...ArtisanFiguresFields
    }
    byOffering {
      offeringId
      name
      figures {
        ...ArtisanFiguresFields
      }
    }
    byWeekday {
      weekday
      figures {
        ...ArtisanFiguresFields
      }
    }
    byMonth {
      month
      figures {
        ...ArtisanFiguresFields
      }
    }
  }
}
    fragment ArtisanFiguresFields on ArtisanFigures {
  bookings
  completed
  noShows
  cancelled
  noShowShare
  cancellationShare
  medianLeadMinutes
  openMinutes
  bookedMinutes
  occupancy
  revenue {
    amount
    currency
  }
  depositsKept {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<ArtisanStatsQuery, ArtisanStatsQueryVariables>;
export const ExportBookingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ExportBookings($input: ExportBookingsInput!) {
  exportBookings(input: $input) {
    ...BookingsExportFields
  }
}
    fragment BookingsExportFields on BookingsExport {
  id
  format
  totalBookings
  writtenBookings
  fileId
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<ExportBookingsMutation, ExportBookingsMutationVariables>;
export const BookingsExportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BookingsExport($id: ID!) {
  bookingsExport(id: $id) {
    ...BookingsExportFields
  }
}
    fragment BookingsExportFields on BookingsExport {
  id
  format
  totalBookings
  writtenBookings
  fileId
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<BookingsExportQuery, BookingsExportQueryVariables>;
export const AgendaChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription AgendaChanged($watchedArtisanId: ID!, $after: Cursor) {
  agendaChanged(artisanId: $watchedArtisanId, after: $after) {
    artisanId
    bookingId
    verb
    cursor
  }
}
    `) as unknown as TypedDocumentString<AgendaChangedSubscription, AgendaChangedSubscriptionVariables>;
export const ArchiveDashboardDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ArchiveDashboard {
  archiveDashboard {
    cabinets
    users
    documents
    versions
    storedBytes
    sealedBytes
    trashedDocuments
    dueDocuments
    certificates
    growth {
      bucket
      value
    }
    byMimeType {
      bucket
      value
    }
  }
}
    `) as unknown as TypedDocumentString<ArchiveDashboardQuery, ArchiveDashboardQueryVariables>;
export const CabinetDashboardDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CabinetDashboard($cabinetId: ID!) {
  cabinetDashboard(cabinetId: $cabinetId) {
    documents
    versions
    storedBytes
    trashedDocuments
    dueDocuments
    members
    growth {
      bucket
      value
    }
    byType {
      bucket
      value
    }
  }
}
    `) as unknown as TypedDocumentString<CabinetDashboardQuery, CabinetDashboardQueryVariables>;
export const UserActivityDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UserActivity($userId: ID!, $from: LocalDate!, $to: LocalDate!) {
  userActivity(userId: $userId, from: $from, to: $to) {
    total
    byAction {
      bucket
      value
    }
    byDay {
      bucket
      value
    }
  }
}
    `) as unknown as TypedDocumentString<UserActivityQuery, UserActivityQueryVariables>;
export const CabinetActivityDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CabinetActivity($cabinetId: ID!, $orderBy: CabinetActivitySort, $first: Int, $after: Cursor) {
  cabinetActivity(
    cabinetId: $cabinetId
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    nodes {
      seq
      at
      action
      actorId
      documentId
      folderId
      title
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CabinetActivityQuery, CabinetActivityQueryVariables>;
export const CabinetActivityAddedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription CabinetActivityAdded($cabinetId: ID!, $after: Cursor) {
  cabinetActivity(cabinetId: $cabinetId, after: $after) {
    activity {
      seq
      at
      action
      actorId
      documentId
      folderId
      title
    }
    cursor
  }
}
    `) as unknown as TypedDocumentString<CabinetActivityAddedSubscription, CabinetActivityAddedSubscriptionVariables>;
export const DocumentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Documents($cabinetId: ID!, $folderId: ID, $filter: DocumentFilterInput, $search: String, $orderBy: DocumentSort, $first: Int, $after: Cursor) {
  documents(
    cabinetId: $cabinetId
    folderId: $folderId
    filter: $filter
    search: $search
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    nodes {
      ...DocumentFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<DocumentsQuery, DocumentsQueryVariables>;
export const DocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Document($id: ID!) {
  document(id: $id) {
    ...DocumentFields
    note
    currentVersion {
      ...DocumentVersionFields
    }
    versions(first: 20) {
      nodes {
        ...DocumentVersionFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DocumentVersionFields on DocumentVersion {
  id
  number
  fileId
  label
  comment
  origin
  restoredFrom
  authorId
  mimeType
  sha256
  sizeBytes
  words
  pages
  createdAt
}
fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<DocumentQuery, DocumentQueryVariables>;
export const TrashDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Trash($cabinetId: ID!, $first: Int, $after: Cursor, $orderBy: TrashSort) {
  trash(cabinetId: $cabinetId, first: $first, after: $after, orderBy: $orderBy) {
    nodes {
      ...DocumentFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<TrashQuery, TrashQueryVariables>;
export const RecentDocumentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RecentDocuments {
  recentDocuments {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<RecentDocumentsQuery, RecentDocumentsQueryVariables>;
export const FavouriteDocumentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FavouriteDocuments($first: Int, $after: Cursor) {
  favouriteDocuments(first: $first, after: $after) {
    nodes {
      ...DocumentFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<FavouriteDocumentsQuery, FavouriteDocumentsQueryVariables>;
export const CompareDocumentVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompareDocumentVersions($documentId: ID!, $from: Int!, $to: Int!) {
  compareDocumentVersions(documentId: $documentId, from: $from, to: $to) {
    isSameContent
    sizeDifference
    changed
    from {
      ...DocumentVersionFields
    }
    to {
      ...DocumentVersionFields
    }
  }
}
    fragment DocumentVersionFields on DocumentVersion {
  id
  number
  fileId
  label
  comment
  origin
  restoredFrom
  authorId
  mimeType
  sha256
  sizeBytes
  words
  pages
  createdAt
}`) as unknown as TypedDocumentString<CompareDocumentVersionsQuery, CompareDocumentVersionsQueryVariables>;
export const UploadDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UploadDocument($input: UploadDocumentInput!) {
  uploadDocument(input: $input) {
    ...AddedDocumentFields
  }
}
    fragment DocumentVersionFields on DocumentVersion {
  id
  number
  fileId
  label
  comment
  origin
  restoredFrom
  authorId
  mimeType
  sha256
  sizeBytes
  words
  pages
  createdAt
}
fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}
fragment AddedDocumentFields on AddedDocument {
  isUnchanged
  document {
    ...DocumentFields
  }
  version {
    ...DocumentVersionFields
  }
}`) as unknown as TypedDocumentString<UploadDocumentMutation, UploadDocumentMutationVariables>;
export const AddDocumentVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddDocumentVersion($input: AddDocumentVersionInput!) {
  addDocumentVersion(input: $input) {
    ...AddedDocumentFields
  }
}
    fragment DocumentVersionFields on DocumentVersion {
  id
  number
  fileId
  label
  comment
  origin
  restoredFrom
  authorId
  mimeType
  sha256
  sizeBytes
  words
  pages
  createdAt
}
fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}
fragment AddedDocumentFields on AddedDocument {
  isUnchanged
  document {
    ...DocumentFields
  }
  version {
    ...DocumentVersionFields
  }
}`) as unknown as TypedDocumentString<AddDocumentVersionMutation, AddDocumentVersionMutationVariables>;
export const RestoreDocumentVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestoreDocumentVersion($input: RestoreDocumentVersionInput!) {
  restoreDocumentVersion(input: $input) {
    ...AddedDocumentFields
  }
}
    fragment DocumentVersionFields on DocumentVersion {
  id
  number
  fileId
  label
  comment
  origin
  restoredFrom
  authorId
  mimeType
  sha256
  sizeBytes
  words
  pages
  createdAt
}
fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}
fragment AddedDocumentFields on AddedDocument {
  isUnchanged
  document {
    ...DocumentFields
  }
  version {
    ...DocumentVersionFields
  }
}`) as unknown as TypedDocumentString<RestoreDocumentVersionMutation, RestoreDocumentVersionMutationVariables>;
export const CopyDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CopyDocument($input: MoveDocumentInput!) {
  copyDocument(input: $input) {
    ...AddedDocumentFields
  }
}
    fragment DocumentVersionFields on DocumentVersion {
  id
  number
  fileId
  label
  comment
  origin
  restoredFrom
  authorId
  mimeType
  sha256
  sizeBytes
  words
  pages
  createdAt
}
fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}
fragment AddedDocumentFields on AddedDocument {
  isUnchanged
  document {
    ...DocumentFields
  }
  version {
    ...DocumentVersionFields
  }
}`) as unknown as TypedDocumentString<CopyDocumentMutation, CopyDocumentMutationVariables>;
export const LabelDocumentVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LabelDocumentVersion($input: LabelDocumentVersionInput!) {
  labelDocumentVersion(input: $input) {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<LabelDocumentVersionMutation, LabelDocumentVersionMutationVariables>;
export const DeleteDocumentVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteDocumentVersion($input: DocumentVersionInput!) {
  deleteDocumentVersion(input: $input) {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<DeleteDocumentVersionMutation, DeleteDocumentVersionMutationVariables>;
export const UpdateDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateDocument($input: UpdateDocumentInput!) {
  updateDocument(input: $input) {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<UpdateDocumentMutation, UpdateDocumentMutationVariables>;
export const MoveDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MoveDocument($input: MoveDocumentInput!) {
  moveDocument(input: $input) {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<MoveDocumentMutation, MoveDocumentMutationVariables>;
export const TrashDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TrashDocument($input: DocumentIdInput!) {
  trashDocument(input: $input) {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<TrashDocumentMutation, TrashDocumentMutationVariables>;
export const RestoreDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestoreDocument($input: DocumentIdInput!) {
  restoreDocument(input: $input) {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<RestoreDocumentMutation, RestoreDocumentMutationVariables>;
export const LockDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LockDocument($input: LockDocumentInput!) {
  lockDocument(input: $input) {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<LockDocumentMutation, LockDocumentMutationVariables>;
export const UnlockDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnlockDocument($input: DocumentIdInput!) {
  unlockDocument(input: $input) {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<UnlockDocumentMutation, UnlockDocumentMutationVariables>;
export const FavouriteDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation FavouriteDocument($input: DocumentIdInput!) {
  favouriteDocument(input: $input) {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<FavouriteDocumentMutation, FavouriteDocumentMutationVariables>;
export const UnfavouriteDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnfavouriteDocument($input: DocumentIdInput!) {
  unfavouriteDocument(input: $input) {
    ...DocumentFields
  }
}
    fragment DocumentFields on Document {
  id
  cabinetId
  folderId
  title
  state
  type {
    id
    name
  }
  correspondent {
    id
    name
  }
  tags {
    id
    name
    colour
  }
  documentDate
  reference
  customValues {
    fieldId
    value
  }
  hasNote
  lastNumber
  sizeBytes
  mimeType
  addedBy
  createdAt
  updatedAt
  lock {
    byUserId
    until
    reason
  }
  trashedAt
  retainUntil
  isFavourite
  availableActions
}`) as unknown as TypedDocumentString<UnfavouriteDocumentMutation, UnfavouriteDocumentMutationVariables>;
export const BulkDocumentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BulkDocuments($input: BulkDocumentsInput!) {
  bulkDocuments(input: $input) {
    id
    code
  }
}
    `) as unknown as TypedDocumentString<BulkDocumentsMutation, BulkDocumentsMutationVariables>;
export const DocumentTypesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DocumentTypes($cabinetId: ID!) {
  documentTypes(cabinetId: $cabinetId) {
    id
    name
    keepMonths
    since
    then
    ground
  }
}
    `) as unknown as TypedDocumentString<DocumentTypesQuery, DocumentTypesQueryVariables>;
export const DocumentTagsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DocumentTags($cabinetId: ID!) {
  tags(cabinetId: $cabinetId) {
    id
    name
    colour
  }
}
    `) as unknown as TypedDocumentString<DocumentTagsQuery, DocumentTagsQueryVariables>;
export const CorrespondentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Correspondents($cabinetId: ID!, $first: Int, $after: Cursor, $search: String) {
  correspondents(
    cabinetId: $cabinetId
    first: $first
    after: $after
    search: $search
  ) {
    nodes {
      id
      name
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CorrespondentsQuery, CorrespondentsQueryVariables>;
export const CustomFieldsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CustomFields($cabinetId: ID!) {
  customFields(cabinetId: $cabinetId) {
    id
    name
    kind
    choices
  }
}
    `) as unknown as TypedDocumentString<CustomFieldsQuery, CustomFieldsQueryVariables>;
export const CreateDocumentTypeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateDocumentType($input: CreateDocumentTypeInput!) {
  createDocumentType(input: $input) {
    id
    name
    keepMonths
    since
    then
    ground
  }
}
    `) as unknown as TypedDocumentString<CreateDocumentTypeMutation, CreateDocumentTypeMutationVariables>;
export const UpdateDocumentTypeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateDocumentType($input: UpdateDocumentTypeInput!) {
  updateDocumentType(input: $input) {
    id
    name
    keepMonths
    since
    then
    ground
  }
}
    `) as unknown as TypedDocumentString<UpdateDocumentTypeMutation, UpdateDocumentTypeMutationVariables>;
export const MergeDocumentTypesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MergeDocumentTypes($input: MergeWordsInput!) {
  mergeDocumentTypes(input: $input) {
    id
    name
    keepMonths
    since
    then
    ground
  }
}
    `) as unknown as TypedDocumentString<MergeDocumentTypesMutation, MergeDocumentTypesMutationVariables>;
export const CreateCorrespondentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateCorrespondent($input: CreateCorrespondentInput!) {
  createCorrespondent(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<CreateCorrespondentMutation, CreateCorrespondentMutationVariables>;
export const UpdateCorrespondentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateCorrespondent($input: UpdateCorrespondentInput!) {
  updateCorrespondent(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<UpdateCorrespondentMutation, UpdateCorrespondentMutationVariables>;
export const MergeCorrespondentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MergeCorrespondents($input: MergeWordsInput!) {
  mergeCorrespondents(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<MergeCorrespondentsMutation, MergeCorrespondentsMutationVariables>;
export const CreateTagDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateTag($input: CreateTagInput!) {
  createTag(input: $input) {
    id
    name
    colour
  }
}
    `) as unknown as TypedDocumentString<CreateTagMutation, CreateTagMutationVariables>;
export const UpdateTagDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateTag($input: UpdateTagInput!) {
  updateTag(input: $input) {
    id
    name
    colour
  }
}
    `) as unknown as TypedDocumentString<UpdateTagMutation, UpdateTagMutationVariables>;
export const MergeTagsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MergeTags($input: MergeWordsInput!) {
  mergeTags(input: $input) {
    id
    name
    colour
  }
}
    `) as unknown as TypedDocumentString<MergeTagsMutation, MergeTagsMutationVariables>;
export const CreateCustomFieldDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateCustomField($input: CreateCustomFieldInput!) {
  createCustomField(input: $input) {
    id
    name
    kind
    choices
  }
}
    `) as unknown as TypedDocumentString<CreateCustomFieldMutation, CreateCustomFieldMutationVariables>;
export const UpdateCustomFieldDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateCustomField($input: UpdateCustomFieldInput!) {
  updateCustomField(input: $input) {
    id
    name
    kind
    choices
  }
}
    `) as unknown as TypedDocumentString<UpdateCustomFieldMutation, UpdateCustomFieldMutationVariables>;
export const DeleteCustomFieldDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteCustomField($input: DeleteCustomFieldInput!) {
  deleteCustomField(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteCustomFieldMutation, DeleteCustomFieldMutationVariables>;
export const RequestArchiveZipDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestArchiveZip($input: RequestArchiveZipInput!) {
  requestArchiveZip(input: $input) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<RequestArchiveZipMutation, RequestArchiveZipMutationVariables>;
export const ArtisansDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Artisans($first: Int! = 20, $after: Cursor, $search: String) {
  artisans(first: $first, after: $after, search: $search) {
    nodes {
      ...ArtisanDetails
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment ArtisanDetails on Artisan {
  id
  slug
  displayName
  timeZone
  country
  place
  bio
  status
}`) as unknown as TypedDocumentString<ArtisansQuery, ArtisansQueryVariables>;
export const ArtisanDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Artisan($slug: String!) {
  artisan(slug: $slug) {
    ...ArtisanDetails
  }
}
    fragment ArtisanDetails on Artisan {
  id
  slug
  displayName
  timeZone
  country
  place
  bio
  status
}`) as unknown as TypedDocumentString<ArtisanQuery, ArtisanQueryVariables>;
export const OfferingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Offerings($first: Int! = 20, $after: Cursor, $artisanId: ID, $search: String) {
  offerings(first: $first, after: $after, artisanId: $artisanId, search: $search) {
    nodes {
      ...OfferingDetails
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment OfferingDetails on Offering {
  id
  name
  description
  durationMinutes
  noticeMinutes
  horizonDays
  horizonWorkingDays
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositPercent
  capacity
  locationKind
  publicPlace
  requiresApproval
  assignment
  rescheduleUntilMinutes
  maxReschedules
  position
  questions {
    id
    kind
    label
    isRequired
    choices
  }
  cancellationTiers {
    hoursBefore
    refundPercent
  }
}`) as unknown as TypedDocumentString<OfferingsQuery, OfferingsQueryVariables>;
export const OfferingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Offering($id: ID!) {
  offering(id: $id) {
    ...OfferingDetails
    artisans {
      ...ArtisanDetails
    }
  }
}
    fragment ArtisanDetails on Artisan {
  id
  slug
  displayName
  timeZone
  country
  place
  bio
  status
}
fragment OfferingDetails on Offering {
  id
  name
  description
  durationMinutes
  noticeMinutes
  horizonDays
  horizonWorkingDays
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositPercent
  capacity
  locationKind
  publicPlace
  requiresApproval
  assignment
  rescheduleUntilMinutes
  maxReschedules
  position
  questions {
    id
    kind
    label
    isRequired
    choices
  }
  cancellationTiers {
    hoursBefore
    refundPercent
  }
}`) as unknown as TypedDocumentString<OfferingQuery, OfferingQueryVariables>;
export const MyArtisanDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyArtisan($artisanId: ID) {
  myArtisan(artisanId: $artisanId) {
    monthlySmsUsage {
      used
      allowed
    }
    ...ManagedArtisanDetails
    offerings {
      ...ManagedOfferingDetails
    }
    openingHours {
      ...WeeklyRuleDetails
    }
    breaks {
      ...WeeklyRuleDetails
    }
    openingExceptions {
      localDate
      windows {
        startMinute
        endMinute
      }
    }
    closures {
      ...ClosureDetails
    }
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}
fragment ManagedOfferingDetails on ManagedOffering {
  id
  name
  description
  status
  durationMinutes
  slotStepMinutes
  bufferBeforeMinutes
  bufferAfterMinutes
  noticeMinutes
  horizonDays
  horizonWorkingDays
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositPercent
  capacity
  maxPerDay
  locationKind
  place
  publicPlace
  requiresApproval
  approvalHours
  assignment
  rescheduleUntilMinutes
  maxReschedules
  position
  artisanIds
  questions {
    id
    kind
    label
    isRequired
    choices
  }
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  reminders {
    minutesBefore
    daysBefore
    atMinute
  }
}
fragment WeeklyRuleDetails on WeeklyRule {
  id
  weekday
  startMinute
  endMinute
  everyWeeks
  anchorOn
  validFrom
  validTo
  offeringId
}
fragment ClosureDetails on Closure {
  id
  fromOn
  untilOn
  fromAt
  untilAt
  reason
  isYearly
}`) as unknown as TypedDocumentString<MyArtisanQuery, MyArtisanQueryVariables>;
export const CreateArtisanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateArtisan($createArtisan: CreateArtisanInput!) {
  createArtisan(input: $createArtisan) {
    ...ManagedArtisanDetails
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}`) as unknown as TypedDocumentString<CreateArtisanMutation, CreateArtisanMutationVariables>;
export const UpdateArtisanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateArtisan($updateArtisan: UpdateArtisanInput!) {
  updateArtisan(input: $updateArtisan) {
    artisan {
      ...ManagedArtisanDetails
    }
    movedRules
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}`) as unknown as TypedDocumentString<UpdateArtisanMutation, UpdateArtisanMutationVariables>;
export const PauseArtisanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PauseArtisan($pauseArtisan: PauseArtisanInput!) {
  pauseArtisan(input: $pauseArtisan) {
    ...ManagedArtisanDetails
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}`) as unknown as TypedDocumentString<PauseArtisanMutation, PauseArtisanMutationVariables>;
export const CreateOfferingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateOffering($createOffering: CreateOfferingInput!) {
  createOffering(input: $createOffering) {
    ...ManagedOfferingDetails
  }
}
    fragment ManagedOfferingDetails on ManagedOffering {
  id
  name
  description
  status
  durationMinutes
  slotStepMinutes
  bufferBeforeMinutes
  bufferAfterMinutes
  noticeMinutes
  horizonDays
  horizonWorkingDays
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositPercent
  capacity
  maxPerDay
  locationKind
  place
  publicPlace
  requiresApproval
  approvalHours
  assignment
  rescheduleUntilMinutes
  maxReschedules
  position
  artisanIds
  questions {
    id
    kind
    label
    isRequired
    choices
  }
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  reminders {
    minutesBefore
    daysBefore
    atMinute
  }
}`) as unknown as TypedDocumentString<CreateOfferingMutation, CreateOfferingMutationVariables>;
export const UpdateOfferingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateOffering($updateOffering: UpdateOfferingInput!) {
  updateOffering(input: $updateOffering) {
    ...ManagedOfferingDetails
  }
}
    fragment ManagedOfferingDetails on ManagedOffering {
  id
  name
  description
  status
  durationMinutes
  slotStepMinutes
  bufferBeforeMinutes
  bufferAfterMinutes
  noticeMinutes
  horizonDays
  horizonWorkingDays
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositPercent
  capacity
  maxPerDay
  locationKind
  place
  publicPlace
  requiresApproval
  approvalHours
  assignment
  rescheduleUntilMinutes
  maxReschedules
  position
  artisanIds
  questions {
    id
    kind
    label
    isRequired
    choices
  }
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  reminders {
    minutesBefore
    daysBefore
    atMinute
  }
}`) as unknown as TypedDocumentString<UpdateOfferingMutation, UpdateOfferingMutationVariables>;
export const ArchiveOfferingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ArchiveOffering($archiveOffering: OfferingIdInput!) {
  archiveOffering(input: $archiveOffering) {
    ...ManagedOfferingDetails
  }
}
    fragment ManagedOfferingDetails on ManagedOffering {
  id
  name
  description
  status
  durationMinutes
  slotStepMinutes
  bufferBeforeMinutes
  bufferAfterMinutes
  noticeMinutes
  horizonDays
  horizonWorkingDays
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositPercent
  capacity
  maxPerDay
  locationKind
  place
  publicPlace
  requiresApproval
  approvalHours
  assignment
  rescheduleUntilMinutes
  maxReschedules
  position
  artisanIds
  questions {
    id
    kind
    label
    isRequired
    choices
  }
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  reminders {
    minutesBefore
    daysBefore
    atMinute
  }
}`) as unknown as TypedDocumentString<ArchiveOfferingMutation, ArchiveOfferingMutationVariables>;
export const RestoreOfferingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestoreOffering($restoreOffering: OfferingIdInput!) {
  restoreOffering(input: $restoreOffering) {
    ...ManagedOfferingDetails
  }
}
    fragment ManagedOfferingDetails on ManagedOffering {
  id
  name
  description
  status
  durationMinutes
  slotStepMinutes
  bufferBeforeMinutes
  bufferAfterMinutes
  noticeMinutes
  horizonDays
  horizonWorkingDays
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositPercent
  capacity
  maxPerDay
  locationKind
  place
  publicPlace
  requiresApproval
  approvalHours
  assignment
  rescheduleUntilMinutes
  maxReschedules
  position
  artisanIds
  questions {
    id
    kind
    label
    isRequired
    choices
  }
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  reminders {
    minutesBefore
    daysBefore
    atMinute
  }
}`) as unknown as TypedDocumentString<RestoreOfferingMutation, RestoreOfferingMutationVariables>;
export const AssignArtisansDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AssignArtisans($assignArtisans: AssignArtisansInput!) {
  assignArtisans(input: $assignArtisans) {
    ...ManagedOfferingDetails
  }
}
    fragment ManagedOfferingDetails on ManagedOffering {
  id
  name
  description
  status
  durationMinutes
  slotStepMinutes
  bufferBeforeMinutes
  bufferAfterMinutes
  noticeMinutes
  horizonDays
  horizonWorkingDays
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositPercent
  capacity
  maxPerDay
  locationKind
  place
  publicPlace
  requiresApproval
  approvalHours
  assignment
  rescheduleUntilMinutes
  maxReschedules
  position
  artisanIds
  questions {
    id
    kind
    label
    isRequired
    choices
  }
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  reminders {
    minutesBefore
    daysBefore
    atMinute
  }
}`) as unknown as TypedDocumentString<AssignArtisansMutation, AssignArtisansMutationVariables>;
export const SetOpeningHoursDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetOpeningHours($setOpeningHours: SetWeeklyRulesInput!) {
  setOpeningHours(input: $setOpeningHours) {
    ...SavedOpeningDetails
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}
fragment SavedOpeningDetails on SavedOpening {
  artisan {
    ...ManagedArtisanDetails
  }
  affectedCount
  affectedBookings {
    id
    code
    offeringName
    customerName
    startsAt
    endsAt
  }
}`) as unknown as TypedDocumentString<SetOpeningHoursMutation, SetOpeningHoursMutationVariables>;
export const SetBreaksDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetBreaks($setBreaks: SetWeeklyRulesInput!) {
  setBreaks(input: $setBreaks) {
    ...SavedOpeningDetails
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}
fragment SavedOpeningDetails on SavedOpening {
  artisan {
    ...ManagedArtisanDetails
  }
  affectedCount
  affectedBookings {
    id
    code
    offeringName
    customerName
    startsAt
    endsAt
  }
}`) as unknown as TypedDocumentString<SetBreaksMutation, SetBreaksMutationVariables>;
export const SetOpeningExceptionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetOpeningException($setOpeningException: SetOpeningExceptionInput!) {
  setOpeningException(input: $setOpeningException) {
    ...SavedOpeningDetails
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}
fragment SavedOpeningDetails on SavedOpening {
  artisan {
    ...ManagedArtisanDetails
  }
  affectedCount
  affectedBookings {
    id
    code
    offeringName
    customerName
    startsAt
    endsAt
  }
}`) as unknown as TypedDocumentString<SetOpeningExceptionMutation, SetOpeningExceptionMutationVariables>;
export const RemoveOpeningExceptionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveOpeningException($removeOpeningException: OpeningDateInput!) {
  removeOpeningException(input: $removeOpeningException) {
    ...SavedOpeningDetails
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}
fragment SavedOpeningDetails on SavedOpening {
  artisan {
    ...ManagedArtisanDetails
  }
  affectedCount
  affectedBookings {
    id
    code
    offeringName
    customerName
    startsAt
    endsAt
  }
}`) as unknown as TypedDocumentString<RemoveOpeningExceptionMutation, RemoveOpeningExceptionMutationVariables>;
export const CreateClosureDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateClosure($createClosure: CreateClosureInput!) {
  createClosure(input: $createClosure) {
    ...SavedOpeningDetails
    closure {
      ...ClosureDetails
    }
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}
fragment ClosureDetails on Closure {
  id
  fromOn
  untilOn
  fromAt
  untilAt
  reason
  isYearly
}
fragment SavedOpeningDetails on SavedOpening {
  artisan {
    ...ManagedArtisanDetails
  }
  affectedCount
  affectedBookings {
    id
    code
    offeringName
    customerName
    startsAt
    endsAt
  }
}`) as unknown as TypedDocumentString<CreateClosureMutation, CreateClosureMutationVariables>;
export const DeleteClosureDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteClosure($deleteClosure: DeleteClosureInput!) {
  deleteClosure(input: $deleteClosure) {
    ...SavedOpeningDetails
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}
fragment SavedOpeningDetails on SavedOpening {
  artisan {
    ...ManagedArtisanDetails
  }
  affectedCount
  affectedBookings {
    id
    code
    offeringName
    customerName
    startsAt
    endsAt
  }
}`) as unknown as TypedDocumentString<DeleteClosureMutation, DeleteClosureMutationVariables>;
export const SetHolidaysDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetHolidays($setHolidays: SetHolidaysInput!) {
  setHolidays(input: $setHolidays) {
    ...SavedOpeningDetails
  }
}
    fragment ManagedArtisanDetails on ManagedArtisan {
  id
  userId
  slug
  displayName
  email
  phone
  timeZone
  country
  holidayRegion
  place
  bio
  status
  defaultTravelMinutes
  quietFromMinute
  quietUntilMinute
  createdAt
}
fragment SavedOpeningDetails on SavedOpening {
  artisan {
    ...ManagedArtisanDetails
  }
  affectedCount
  affectedBookings {
    id
    code
    offeringName
    customerName
    startsAt
    endsAt
  }
}`) as unknown as TypedDocumentString<SetHolidaysMutation, SetHolidaysMutationVariables>;
export const CreateFeedLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateFeedLink($input: CreateFeedLinkInput!) {
  createFeedLink(input: $input) {
    address
    link {
      id
      kind
      createdAt
      lastReadAt
    }
  }
}
    `) as unknown as TypedDocumentString<CreateFeedLinkMutation, CreateFeedLinkMutationVariables>;
export const RevokeFeedLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeFeedLink($input: RevokeFeedLinkInput!) {
  revokeFeedLink(input: $input) {
    id
    feedLinks {
      id
      kind
      createdAt
      lastReadAt
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeFeedLinkMutation, RevokeFeedLinkMutationVariables>;
export const AuditEntriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuditEntries($filter: AuditFilterInput, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: AuditEntrySort) {
  auditEntries(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      id
      at
      actorKind
      actorId
      action
      severity
      outcome
      targetType
      targetId
      address
      agent
      requestId
      payload
      isForgotten
      line
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditEntriesQuery, AuditEntriesQueryVariables>;
export const AuditStatsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuditStats($from: DateTime, $to: DateTime) {
  auditStats(from: $from, to: $to) {
    total
    bySeverity {
      severity
      entries
    }
    byAction {
      action
      entries
    }
  }
}
    `) as unknown as TypedDocumentString<AuditStatsQuery, AuditStatsQueryVariables>;
export const ExportAuditDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ExportAudit($input: ExportAuditInput!) {
  exportAudit(input: $input) {
    ...AuditExportDetails
  }
}
    fragment AuditExportDetails on AuditExport {
  id
  format
  totalEntries
  writtenEntries
  fileId
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<ExportAuditMutation, ExportAuditMutationVariables>;
export const AuditExportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuditExport($id: ID!) {
  auditExport(id: $id) {
    ...AuditExportDetails
  }
}
    fragment AuditExportDetails on AuditExport {
  id
  format
  totalEntries
  writtenEntries
  fileId
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<AuditExportQuery, AuditExportQueryVariables>;
export const AuditSegmentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuditSegments {
  auditSegments {
    ...AuditSegmentDetails
  }
}
    fragment AuditSegmentDetails on AuditSegment {
  id
  firstSeq
  lastSeq
  fileId
  sha256
  signature
  sealedAt
  purgedAt
}`) as unknown as TypedDocumentString<AuditSegmentsQuery, AuditSegmentsQueryVariables>;
export const SealAuditSegmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SealAuditSegment($input: SealAuditSegmentInput!) {
  sealAuditSegment(input: $input) {
    ...AuditSegmentDetails
  }
}
    fragment AuditSegmentDetails on AuditSegment {
  id
  firstSeq
  lastSeq
  fileId
  sha256
  signature
  sealedAt
  purgedAt
}`) as unknown as TypedDocumentString<SealAuditSegmentMutation, SealAuditSegmentMutationVariables>;
export const PurgeAuditDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PurgeAudit($input: PurgeAuditInput!) {
  purgeAudit(input: $input) {
    ...AuditSegmentDetails
  }
}
    fragment AuditSegmentDetails on AuditSegment {
  id
  firstSeq
  lastSeq
  fileId
  sha256
  signature
  sealedAt
  purgedAt
}`) as unknown as TypedDocumentString<PurgeAuditMutation, PurgeAuditMutationVariables>;
export const AvailabilityDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Availability($offeringId: ID!, $artisanId: ID, $from: LocalDate, $days: Int! = 31, $timeZone: String, $partySize: Int! = 1, $access: SlotAccessInput) {
  availability(
    offeringId: $offeringId
    artisanId: $artisanId
    from: $from
    days: $days
    timeZone: $timeZone
    partySize: $partySize
    access: $access
  ) {
    date
    slots {
      ...SlotFields
    }
  }
}
    fragment SlotFields on Slot {
  startsAt
  endsAt
  localStart
  artisanIds
  placesLeft
}`) as unknown as TypedDocumentString<AvailabilityQuery, AvailabilityQueryVariables>;
export const NextAvailabilityDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NextAvailability($offeringId: ID!, $artisanId: ID, $timeZone: String) {
  nextAvailability(
    offeringId: $offeringId
    artisanId: $artisanId
    timeZone: $timeZone
  ) {
    localDate
    ...SlotFields
  }
}
    fragment SlotFields on Slot {
  startsAt
  endsAt
  localStart
  artisanIds
  placesLeft
}`) as unknown as TypedDocumentString<NextAvailabilityQuery, NextAvailabilityQueryVariables>;
export const SlotExplanationDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SlotExplanation($offeringId: ID!, $askedArtisanId: ID!, $startsAt: DateTime!, $partySize: Int! = 1) {
  slotExplanation(
    offeringId: $offeringId
    artisanId: $askedArtisanId
    startsAt: $startsAt
    partySize: $partySize
  ) {
    isOffered
    refusals {
      reason
      startsAt
      endsAt
      bookingId
    }
  }
}
    `) as unknown as TypedDocumentString<SlotExplanationQuery, SlotExplanationQueryVariables>;
export const BackupsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Backups($status: BackupStatus, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: BackupSort) {
  backups(
    status: $status
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      ...BackupDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment BackupDetails on Backup {
  id
  target
  trigger
  status
  rung
  label
  createdAt
  finishedAt
  path
  sizeBytes
  addedBytes
  sha256
  protectedUntil
  verifiedAt
  failure
  availableActions
}`) as unknown as TypedDocumentString<BackupsQuery, BackupsQueryVariables>;
export const BackupDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Backup($id: ID!) {
  backup(id: $id) {
    ...BackupDetails
    summary
  }
}
    fragment BackupDetails on Backup {
  id
  target
  trigger
  status
  rung
  label
  createdAt
  finishedAt
  path
  sizeBytes
  addedBytes
  sha256
  protectedUntil
  verifiedAt
  failure
  availableActions
}`) as unknown as TypedDocumentString<BackupQuery, BackupQueryVariables>;
export const CreateBackupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateBackup($input: CreateBackupInput!) {
  createBackup(input: $input) {
    ...BackupDetails
  }
}
    fragment BackupDetails on Backup {
  id
  target
  trigger
  status
  rung
  label
  createdAt
  finishedAt
  path
  sizeBytes
  addedBytes
  sha256
  protectedUntil
  verifiedAt
  failure
  availableActions
}`) as unknown as TypedDocumentString<CreateBackupMutation, CreateBackupMutationVariables>;
export const BackupProgressDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription BackupProgress($backupId: ID!, $after: Cursor) {
  backupProgress(backupId: $backupId, after: $after) {
    backupId
    status
    rows
    objects
    bytes
    addedBytes
    cursor
  }
}
    `) as unknown as TypedDocumentString<BackupProgressSubscription, BackupProgressSubscriptionVariables>;
export const VerifyBackupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VerifyBackup($input: VerifyBackupInput!) {
  verifyBackup(input: $input) {
    ...BackupDetails
  }
}
    fragment BackupDetails on Backup {
  id
  target
  trigger
  status
  rung
  label
  createdAt
  finishedAt
  path
  sizeBytes
  addedBytes
  sha256
  protectedUntil
  verifiedAt
  failure
  availableActions
}`) as unknown as TypedDocumentString<VerifyBackupMutation, VerifyBackupMutationVariables>;
export const DeleteBackupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteBackup($input: DeleteBackupInput!) {
  deleteBackup(input: $input) {
    ...BackupDetails
  }
}
    fragment BackupDetails on Backup {
  id
  target
  trigger
  status
  rung
  label
  createdAt
  finishedAt
  path
  sizeBytes
  addedBytes
  sha256
  protectedUntil
  verifiedAt
  failure
  availableActions
}`) as unknown as TypedDocumentString<DeleteBackupMutation, DeleteBackupMutationVariables>;
export const PruneBackupsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PruneBackups($input: PruneBackupsInput!) {
  pruneBackups(input: $input) {
    backups
    marked
    removed
    bytes
  }
}
    `) as unknown as TypedDocumentString<PruneBackupsMutation, PruneBackupsMutationVariables>;
export const RunRestoreDrillDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RunRestoreDrill($input: RunRestoreDrillInput!) {
  runRestoreDrill(input: $input) {
    ...DrillDetails
  }
}
    fragment DrillDetails on RestoreDrill {
  id
  target
  backupId
  result
  rowsRead
  opened
  fault
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<RunRestoreDrillMutation, RunRestoreDrillMutationVariables>;
export const RestoreDrillsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RestoreDrills($first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: RestoreDrillSort) {
  restoreDrills(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      ...DrillDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment DrillDetails on RestoreDrill {
  id
  target
  backupId
  result
  rowsRead
  opened
  fault
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<RestoreDrillsQuery, RestoreDrillsQueryVariables>;
export const RestoreBackupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestoreBackup($input: RestoreBackupInput!) {
  restoreBackup(input: $input) {
    ...RestoreRunDetails
  }
}
    fragment RestoreRunDetails on RestoreRun {
  id
  backupId
  kind
  status
  total
  restored
  skipped
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<RestoreBackupMutation, RestoreBackupMutationVariables>;
export const CancelRestoreDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelRestore($input: CancelRestoreInput!) {
  cancelRestore(input: $input) {
    ...RestoreRunDetails
  }
}
    fragment RestoreRunDetails on RestoreRun {
  id
  backupId
  kind
  status
  total
  restored
  skipped
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<CancelRestoreMutation, CancelRestoreMutationVariables>;
export const RestoreRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RestoreRun($id: ID!) {
  restoreRun(id: $id) {
    ...RestoreRunDetails
  }
}
    fragment RestoreRunDetails on RestoreRun {
  id
  backupId
  kind
  status
  total
  restored
  skipped
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<RestoreRunQuery, RestoreRunQueryVariables>;
export const RestoreItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RestoreItems($runId: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: RestoreItemSort) {
  restoreItems(
    runId: $runId
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      id
      documentId
      outcome
      versionId
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreItemsQuery, RestoreItemsQueryVariables>;
export const MyInvoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyInvoices($first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: InvoiceSort, $search: String) {
  myInvoices(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    search: $search
  ) {
    nodes {
      ...InvoiceDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}`) as unknown as TypedDocumentString<MyInvoicesQuery, MyInvoicesQueryVariables>;
export const InvoiceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Invoice($id: ID!) {
  invoice(id: $id) {
    ...InvoiceDetails
    lines {
      description
      quantityThousandths
      unitCode
      category
      exemptionCode
      taxRate
      unitPrice {
        amount
        currency
      }
      discount {
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
    creditNotes {
      ...InvoiceDetails
    }
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}`) as unknown as TypedDocumentString<InvoiceQuery, InvoiceQueryVariables>;
export const PublicInvoiceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PublicInvoice($token: String!) {
  publicInvoice(token: $token) {
    invoice {
      ...InvoiceDetails
      person {
        ...PersonDetails
      }
    }
    download {
      url
      expiresAt
    }
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}
fragment PersonDetails on PersonWithoutAccount {
  name
  email
  locale
  address {
    lines
    postcode
    city
    country
  }
}`) as unknown as TypedDocumentString<PublicInvoiceQuery, PublicInvoiceQueryVariables>;
export const PayInvoiceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PayInvoice($token: String!) {
  payInvoice(token: $token) {
    number
    kind
    sellerName
    total {
      amount
      currency
    }
    amountDue {
      amount
      currency
    }
    dueOn
    locale
  }
}
    `) as unknown as TypedDocumentString<PayInvoiceQuery, PayInvoiceQueryVariables>;
export const OpenInvoiceCheckoutDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OpenInvoiceCheckout($input: OpenInvoiceCheckoutInput!) {
  openInvoiceCheckout(input: $input) {
    sessionId
    paymentId
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<OpenInvoiceCheckoutMutation, OpenInvoiceCheckoutMutationVariables>;
export const CreateCheckoutSessionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateCheckoutSession($input: CreateCheckoutSessionInput!) {
  createCheckoutSession(input: $input) {
    sessionId
    paymentId
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<CreateCheckoutSessionMutation, CreateCheckoutSessionMutationVariables>;
export const MobileMoneyNetworksDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MobileMoneyNetworks {
  mobileMoneyNetworks {
    code
    name
    country
    callingCode
    confirmation
  }
}
    `) as unknown as TypedDocumentString<MobileMoneyNetworksQuery, MobileMoneyNetworksQueryVariables>;
export const PayByMobileMoneyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PayByMobileMoney($input: PayByMobileMoneyInput!) {
  payByMobileMoney(input: $input) {
    payment {
      ...PaymentDetails
    }
    paymentUrl
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<PayByMobileMoneyMutation, PayByMobileMoneyMutationVariables>;
export const ReportDebitDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReportDebit($input: ReportDebitInput!) {
  reportDebit(input: $input) {
    ...PaymentDetails
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<ReportDebitMutation, ReportDebitMutationVariables>;
export const PaymentStatusDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PaymentStatus($sessionId: ID!) {
  paymentStatus(sessionId: $sessionId) {
    ...PaymentDetails
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<PaymentStatusQuery, PaymentStatusQueryVariables>;
export const PaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Payment($id: ID!) {
  payment(id: $id) {
    ...PaymentDetails
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<PaymentQuery, PaymentQueryVariables>;
export const PaymentUpdatedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription PaymentUpdated($paymentId: ID!, $after: Cursor) {
  paymentUpdated(paymentId: $paymentId, after: $after) {
    payment {
      ...PaymentDetails
    }
    cursor
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<PaymentUpdatedSubscription, PaymentUpdatedSubscriptionVariables>;
export const CreatePaymentIntentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreatePaymentIntent($input: CreatePaymentIntentInput!) {
  createPaymentIntent(input: $input) {
    paymentId
    clientSecret
    publishableKey
  }
}
    `) as unknown as TypedDocumentString<CreatePaymentIntentMutation, CreatePaymentIntentMutationVariables>;
export const PayWithSavedMethodDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PayWithSavedMethod($input: PayWithSavedMethodInput!) {
  payWithSavedMethod(input: $input) {
    payment {
      ...PaymentDetails
    }
    clientSecret
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<PayWithSavedMethodMutation, PayWithSavedMethodMutationVariables>;
export const MyPaymentMethodsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyPaymentMethods {
  myPaymentMethods {
    ...PaymentMethodDetails
  }
}
    fragment PaymentMethodDetails on PaymentMethod {
  id
  brand
  last4
  expMonth
  expYear
  isDefault
  createdAt
}`) as unknown as TypedDocumentString<MyPaymentMethodsQuery, MyPaymentMethodsQueryVariables>;
export const BeginCardSetupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BeginCardSetup($input: BeginCardSetupInput!) {
  beginCardSetup(input: $input) {
    clientSecret
    publishableKey
  }
}
    `) as unknown as TypedDocumentString<BeginCardSetupMutation, BeginCardSetupMutationVariables>;
export const SetDefaultPaymentMethodDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetDefaultPaymentMethod($input: SetDefaultPaymentMethodInput!) {
  setDefaultPaymentMethod(input: $input) {
    ...PaymentMethodDetails
  }
}
    fragment PaymentMethodDetails on PaymentMethod {
  id
  brand
  last4
  expMonth
  expYear
  isDefault
  createdAt
}`) as unknown as TypedDocumentString<SetDefaultPaymentMethodMutation, SetDefaultPaymentMethodMutationVariables>;
export const RemovePaymentMethodDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemovePaymentMethod($input: RemovePaymentMethodInput!) {
  removePaymentMethod(input: $input) {
    ...PaymentMethodDetails
  }
}
    fragment PaymentMethodDetails on PaymentMethod {
  id
  brand
  last4
  expMonth
  expYear
  isDefault
  createdAt
}`) as unknown as TypedDocumentString<RemovePaymentMethodMutation, RemovePaymentMethodMutationVariables>;
export const MyBillingProfileDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyBillingProfile {
  myBillingProfile {
    ...BillingProfileDetails
  }
}
    fragment BillingProfileDetails on BillingProfile {
  kind
  name
  addressLines
  postcode
  city
  country
  siren
  siret
  vatNumber
  vatNumberCheck
  electronicAddress
  purchaseOrder
  missingFields
}`) as unknown as TypedDocumentString<MyBillingProfileQuery, MyBillingProfileQueryVariables>;
export const UpdateMyBillingProfileDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateMyBillingProfile($input: UpdateMyBillingProfileInput!) {
  updateMyBillingProfile(input: $input) {
    ...BillingProfileDetails
  }
}
    fragment BillingProfileDetails on BillingProfile {
  kind
  name
  addressLines
  postcode
  city
  country
  siren
  siret
  vatNumber
  vatNumberCheck
  electronicAddress
  purchaseOrder
  missingFields
}`) as unknown as TypedDocumentString<UpdateMyBillingProfileMutation, UpdateMyBillingProfileMutationVariables>;
export const HoldSlotDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation HoldSlot($input: HoldSlotInput!) {
  holdSlot(input: $input) {
    ...SlotHoldFields
  }
}
    fragment SlotHoldFields on SlotHold {
  holdToken
  artisanId
  startsAt
  endsAt
  expiresAt
}`) as unknown as TypedDocumentString<HoldSlotMutation, HoldSlotMutationVariables>;
export const RenewHoldDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RenewHold($input: SlotHoldInput!) {
  renewHold(input: $input) {
    ...SlotHoldFields
  }
}
    fragment SlotHoldFields on SlotHold {
  holdToken
  artisanId
  startsAt
  endsAt
  expiresAt
}`) as unknown as TypedDocumentString<RenewHoldMutation, RenewHoldMutationVariables>;
export const ReleaseHoldDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReleaseHold($input: SlotHoldInput!) {
  releaseHold(input: $input)
}
    `) as unknown as TypedDocumentString<ReleaseHoldMutation, ReleaseHoldMutationVariables>;
export const CreateBookingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateBooking($input: CreateBookingInput!) {
  createBooking(input: $input) {
    ...CreatedBookingFields
  }
}
    fragment CreatedBookingFields on CreatedBooking {
  booking {
    ...BookingFields
  }
  code
  manageUrl
  payment {
    paymentId
    clientSecret
    publishableKey
    checkoutUrl
    expiresAt
  }
}
fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<CreateBookingMutation, CreateBookingMutationVariables>;
export const ResumeBookingPaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResumeBookingPayment($input: ResumeBookingPaymentInput!) {
  resumeBookingPayment(input: $input) {
    ...CreatedBookingFields
  }
}
    fragment CreatedBookingFields on CreatedBooking {
  booking {
    ...BookingFields
  }
  code
  manageUrl
  payment {
    paymentId
    clientSecret
    publishableKey
    checkoutUrl
    expiresAt
  }
}
fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<ResumeBookingPaymentMutation, ResumeBookingPaymentMutationVariables>;
export const MyBookingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyBookings($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: MyBookingSort, $status: BookingStatus) {
  myBookings(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    status: $status
  ) {
    nodes {
      ...BookingFields
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<MyBookingsQuery, MyBookingsQueryVariables>;
export const ApproveBookingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ApproveBooking($input: ApproveBookingInput!) {
  approveBooking(input: $input) {
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<ApproveBookingMutation, ApproveBookingMutationVariables>;
export const DeclineBookingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeclineBooking($input: DeclineBookingInput!) {
  declineBooking(input: $input) {
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<DeclineBookingMutation, DeclineBookingMutationVariables>;
export const CabinetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Cabinets($first: Int, $after: Cursor, $search: String, $orderBy: CabinetSort) {
  cabinets(first: $first, after: $after, search: $search, orderBy: $orderBy) {
    nodes {
      ...CabinetFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<CabinetsQuery, CabinetsQueryVariables>;
export const CabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Cabinet($id: ID!) {
  cabinet(id: $id) {
    ...CabinetFields
    documentCount
    folders(first: 50) {
      nodes {
        ...FolderFields
      }
    }
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}
fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}`) as unknown as TypedDocumentString<CabinetQuery, CabinetQueryVariables>;
export const CabinetMembersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CabinetMembers($id: ID!, $first: Int, $after: Cursor) {
  cabinet(id: $id) {
    id
    members(first: $first, after: $after) {
      nodes {
        id
        userId
        programId
        email
        name
        role
        expiresAt
        isEntry
        reason
        createdAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CabinetMembersQuery, CabinetMembersQueryVariables>;
export const CreateCabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateCabinet($input: CreateCabinetInput!) {
  createCabinet(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<CreateCabinetMutation, CreateCabinetMutationVariables>;
export const UpdateCabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateCabinet($input: UpdateCabinetInput!) {
  updateCabinet(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<UpdateCabinetMutation, UpdateCabinetMutationVariables>;
export const RenameCabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RenameCabinet($input: RenameCabinetInput!) {
  renameCabinet(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<RenameCabinetMutation, RenameCabinetMutationVariables>;
export const ArchiveCabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ArchiveCabinet($input: CabinetIdInput!) {
  archiveCabinet(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<ArchiveCabinetMutation, ArchiveCabinetMutationVariables>;
export const ReopenCabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReopenCabinet($input: CabinetIdInput!) {
  reopenCabinet(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<ReopenCabinetMutation, ReopenCabinetMutationVariables>;
export const DeleteCabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteCabinet($input: CabinetIdInput!) {
  deleteCabinet(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<DeleteCabinetMutation, DeleteCabinetMutationVariables>;
export const KeepCabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation KeepCabinet($input: CabinetIdInput!) {
  keepCabinet(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<KeepCabinetMutation, KeepCabinetMutationVariables>;
export const SetCabinetQuotaDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetCabinetQuota($input: SetCabinetQuotaInput!) {
  setCabinetQuota(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<SetCabinetQuotaMutation, SetCabinetQuotaMutationVariables>;
export const GrantCabinetAccessDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation GrantCabinetAccess($input: GrantCabinetAccessInput!) {
  grantCabinetAccess(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<GrantCabinetAccessMutation, GrantCabinetAccessMutationVariables>;
export const InviteToCabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation InviteToCabinet($input: InviteToCabinetInput!) {
  inviteToCabinet(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<InviteToCabinetMutation, InviteToCabinetMutationVariables>;
export const RevokeCabinetAccessDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeCabinetAccess($input: RevokeCabinetAccessInput!) {
  revokeCabinetAccess(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<RevokeCabinetAccessMutation, RevokeCabinetAccessMutationVariables>;
export const LeaveCabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LeaveCabinet($input: LeaveCabinetInput!) {
  leaveCabinet(input: $input)
}
    `) as unknown as TypedDocumentString<LeaveCabinetMutation, LeaveCabinetMutationVariables>;
export const TransferCabinetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TransferCabinet($input: TransferCabinetInput!) {
  transferCabinet(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<TransferCabinetMutation, TransferCabinetMutationVariables>;
export const OpenCabinetAsAdminDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OpenCabinetAsAdmin($input: OpenCabinetAsAdminInput!) {
  openCabinetAsAdmin(input: $input) {
    ...CabinetFields
  }
}
    fragment CabinetFields on Cabinet {
  id
  name
  description
  colour
  state
  ownerId
  storageLimit
  usedBytes
  trashDays
  defaultTypeId
  sharesByContributors
  createdAt
  deletedAt
  myRole
  availableActions
}`) as unknown as TypedDocumentString<OpenCabinetAsAdminMutation, OpenCabinetAsAdminMutationVariables>;
export const FolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Folder($id: ID!) {
  folder(id: $id) {
    ...FolderFields
    path {
      id
      name
    }
    folders(first: 50) {
      nodes {
        ...FolderFields
      }
    }
    restrictions {
      userId
      name
      most
    }
  }
}
    fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}`) as unknown as TypedDocumentString<FolderQuery, FolderQueryVariables>;
export const CreateFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateFolder($input: CreateFolderInput!) {
  createFolder(input: $input) {
    ...FolderFields
  }
}
    fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}`) as unknown as TypedDocumentString<CreateFolderMutation, CreateFolderMutationVariables>;
export const RenameFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RenameFolder($input: RenameFolderInput!) {
  renameFolder(input: $input) {
    ...FolderFields
  }
}
    fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}`) as unknown as TypedDocumentString<RenameFolderMutation, RenameFolderMutationVariables>;
export const MoveFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MoveFolder($input: MoveFolderInput!) {
  moveFolder(input: $input) {
    ...FolderFields
  }
}
    fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}`) as unknown as TypedDocumentString<MoveFolderMutation, MoveFolderMutationVariables>;
export const TrashFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TrashFolder($input: FolderIdInput!) {
  trashFolder(input: $input) {
    ...FolderFields
  }
}
    fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}`) as unknown as TypedDocumentString<TrashFolderMutation, TrashFolderMutationVariables>;
export const RestoreFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestoreFolder($input: FolderIdInput!) {
  restoreFolder(input: $input) {
    ...FolderFields
  }
}
    fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}`) as unknown as TypedDocumentString<RestoreFolderMutation, RestoreFolderMutationVariables>;
export const RestrictFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestrictFolder($input: RestrictFolderInput!) {
  restrictFolder(input: $input) {
    ...FolderFields
  }
}
    fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}`) as unknown as TypedDocumentString<RestrictFolderMutation, RestrictFolderMutationVariables>;
export const UnrestrictFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnrestrictFolder($input: UnrestrictFolderInput!) {
  unrestrictFolder(input: $input) {
    ...FolderFields
  }
}
    fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}`) as unknown as TypedDocumentString<UnrestrictFolderMutation, UnrestrictFolderMutationVariables>;
export const TrashedFoldersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TrashedFolders($cabinetId: ID!, $first: Int, $after: Cursor) {
  trashedFolders(cabinetId: $cabinetId, first: $first, after: $after) {
    nodes {
      ...FolderFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment FolderFields on Folder {
  id
  cabinetId
  parentId
  name
  state
  createdAt
  trashedAt
}`) as unknown as TypedDocumentString<TrashedFoldersQuery, TrashedFoldersQueryVariables>;
export const FinishCalendarConnectionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation FinishCalendarConnection($input: FinishCalendarConnectionInput!) {
  finishCalendarConnection(input: $input) {
    id
    provider
    account
    status
    calendars {
      id
      name
      blocks
      receivesBookings
    }
  }
}
    `) as unknown as TypedDocumentString<FinishCalendarConnectionMutation, FinishCalendarConnectionMutationVariables>;
export const CalendarConnectionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CalendarConnections($artisanId: ID) {
  calendarConnections(artisanId: $artisanId) {
    ...CalendarConnectionFields
  }
}
    fragment CalendarConnectionFields on CalendarAccount {
  id
  provider
  status
  account
  keepsTitles
  lastSuccessAt
  nextSyncAt
  failureCode
  failureCount
  disconnectedAt
  createdAt
  calendars {
    id
    name
    timeZone
    isWritable
    blocks
    receivesBookings
    ignoresAllDay
    ignoresTentative
    ignoresUnanswered
    skippedCount
    skippedReasons {
      reason
      count
    }
    lastSyncAt
    goneAt
  }
}`) as unknown as TypedDocumentString<CalendarConnectionsQuery, CalendarConnectionsQueryVariables>;
export const BusyBlocksDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BusyBlocks($artisanId: ID, $from: DateTime, $to: DateTime, $first: Int! = 20, $after: Cursor, $orderBy: BusyBlockSort! = STARTS_AT_ASC) {
  busyBlocks(
    artisanId: $artisanId
    from: $from
    to: $to
    first: $first
    after: $after
    orderBy: $orderBy
  ) {
    nodes {
      id
      calendarName
      startsAt
      endsAt
      isAllDay
      title
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BusyBlocksQuery, BusyBlocksQueryVariables>;
export const CalendarConflictsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CalendarConflicts($artisanId: ID, $status: CalendarConflictStatus = OPEN, $first: Int! = 20, $after: Cursor, $orderBy: CalendarConflictSort! = CREATED_AT_DESC) {
  calendarConflicts(
    artisanId: $artisanId
    status: $status
    first: $first
    after: $after
    orderBy: $orderBy
  ) {
    nodes {
      ...CalendarConflictFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment CalendarConflictFields on CalendarConflict {
  id
  kind
  status
  bookingId
  bookingCode
  customerName
  bookingStartsAt
  calendarName
  eventStartsAt
  eventEndsAt
  resolutions
  resolution
  createdAt
  closedAt
}`) as unknown as TypedDocumentString<CalendarConflictsQuery, CalendarConflictsQueryVariables>;
export const ConnectCalendarDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConnectCalendar($input: ConnectCalendarInput!) {
  connectCalendar(input: $input) {
    connection {
      ...CalendarConnectionFields
    }
    start {
      url
      proof
    }
  }
}
    fragment CalendarConnectionFields on CalendarAccount {
  id
  provider
  status
  account
  keepsTitles
  lastSuccessAt
  nextSyncAt
  failureCode
  failureCount
  disconnectedAt
  createdAt
  calendars {
    id
    name
    timeZone
    isWritable
    blocks
    receivesBookings
    ignoresAllDay
    ignoresTentative
    ignoresUnanswered
    skippedCount
    skippedReasons {
      reason
      count
    }
    lastSyncAt
    goneAt
  }
}`) as unknown as TypedDocumentString<ConnectCalendarMutation, ConnectCalendarMutationVariables>;
export const ReconnectCalendarDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReconnectCalendar($input: ReconnectCalendarInput!) {
  reconnectCalendar(input: $input) {
    connection {
      ...CalendarConnectionFields
    }
    start {
      url
      proof
    }
  }
}
    fragment CalendarConnectionFields on CalendarAccount {
  id
  provider
  status
  account
  keepsTitles
  lastSuccessAt
  nextSyncAt
  failureCode
  failureCount
  disconnectedAt
  createdAt
  calendars {
    id
    name
    timeZone
    isWritable
    blocks
    receivesBookings
    ignoresAllDay
    ignoresTentative
    ignoresUnanswered
    skippedCount
    skippedReasons {
      reason
      count
    }
    lastSyncAt
    goneAt
  }
}`) as unknown as TypedDocumentString<ReconnectCalendarMutation, ReconnectCalendarMutationVariables>;
export const DisconnectCalendarDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DisconnectCalendar($input: DisconnectCalendarInput!) {
  disconnectCalendar(input: $input)
}
    `) as unknown as TypedDocumentString<DisconnectCalendarMutation, DisconnectCalendarMutationVariables>;
export const ChooseCalendarsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChooseCalendars($input: ChooseCalendarsInput!) {
  chooseCalendars(input: $input) {
    ...CalendarConnectionFields
  }
}
    fragment CalendarConnectionFields on CalendarAccount {
  id
  provider
  status
  account
  keepsTitles
  lastSuccessAt
  nextSyncAt
  failureCode
  failureCount
  disconnectedAt
  createdAt
  calendars {
    id
    name
    timeZone
    isWritable
    blocks
    receivesBookings
    ignoresAllDay
    ignoresTentative
    ignoresUnanswered
    skippedCount
    skippedReasons {
      reason
      count
    }
    lastSyncAt
    goneAt
  }
}`) as unknown as TypedDocumentString<ChooseCalendarsMutation, ChooseCalendarsMutationVariables>;
export const SyncCalendarNowDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SyncCalendarNow($input: SyncCalendarNowInput!) {
  syncCalendarNow(input: $input) {
    ...CalendarConnectionFields
  }
}
    fragment CalendarConnectionFields on CalendarAccount {
  id
  provider
  status
  account
  keepsTitles
  lastSuccessAt
  nextSyncAt
  failureCode
  failureCount
  disconnectedAt
  createdAt
  calendars {
    id
    name
    timeZone
    isWritable
    blocks
    receivesBookings
    ignoresAllDay
    ignoresTentative
    ignoresUnanswered
    skippedCount
    skippedReasons {
      reason
      count
    }
    lastSyncAt
    goneAt
  }
}`) as unknown as TypedDocumentString<SyncCalendarNowMutation, SyncCalendarNowMutationVariables>;
export const ResolveCalendarConflictDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResolveCalendarConflict($input: ResolveCalendarConflictInput!) {
  resolveCalendarConflict(input: $input) {
    ...CalendarConflictFields
  }
}
    fragment CalendarConflictFields on CalendarConflict {
  id
  kind
  status
  bookingId
  bookingCode
  customerName
  bookingStartsAt
  calendarName
  eventStartsAt
  eventEndsAt
  resolutions
  resolution
  createdAt
  closedAt
}`) as unknown as TypedDocumentString<ResolveCalendarConflictMutation, ResolveCalendarConflictMutationVariables>;
export const PriceItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PriceItems($search: String) {
  priceItems(search: $search) {
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
  priceLabel
  estimatedDuration
  turnaroundWorkingDays
  rushWorkingDays
  minimum {
    amount
    currency
  }
  validFrom
  isFeatured
}`) as unknown as TypedDocumentString<PriceItemsQuery, PriceItemsQueryVariables>;
export const ErrorKindsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ErrorKinds {
  errorKinds {
    code
    french
    english
    isRetryable
  }
}
    `) as unknown as TypedDocumentString<ErrorKindsQuery, ErrorKindsQueryVariables>;
export const EnumLabelsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query EnumLabels($names: [String!]) {
  enumLabels(names: $names) {
    name
    values {
      value
      french
      english
    }
  }
}
    `) as unknown as TypedDocumentString<EnumLabelsQuery, EnumLabelsQueryVariables>;
export const ConsultationSlotsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ConsultationSlots($timeZone: String) {
  consultationSlots(timeZone: $timeZone) {
    date
    slots {
      startsAt
      endsAt
      localStart
    }
  }
}
    `) as unknown as TypedDocumentString<ConsultationSlotsQuery, ConsultationSlotsQueryVariables>;
export const BookConsultationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BookConsultation($input: BookConsultationInput!) {
  bookConsultation(input: $input) {
    code
    manageUrl
    booking {
      id
      status
      startsAt
      endsAt
      artisanName
      timeZone
      holdUntil
    }
  }
}
    `) as unknown as TypedDocumentString<BookConsultationMutation, BookConsultationMutationVariables>;
export const ConsultationRequestsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ConsultationRequests($first: Int! = 20, $after: Cursor, $orderBy: BookingSort! = STARTS_AT_ASC, $statuses: [BookingStatus!]) {
  consultationRequests(
    first: $first
    after: $after
    orderBy: $orderBy
    statuses: $statuses
  ) {
    nodes {
      ...AgendaBookingFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment AgendaBookingFields on AgendaBooking {
  id
  code
  status
  staffActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  partySize
  locationKind
  place
  userId
  customerName
  customerEmail
  customerPhone
  customerTimeZone
  customerNote
  staffNote
  source
  orderId
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  createdAt
  cancelledAt
  cancelledBy
  cancellationReason
  attendanceAt
}`) as unknown as TypedDocumentString<ConsultationRequestsQuery, ConsultationRequestsQueryVariables>;
export const HandleConsultationRequestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation HandleConsultationRequest($input: HandleConsultationRequestInput!) {
  handleConsultationRequest(input: $input) {
    ...AgendaBookingFields
  }
}
    fragment AgendaBookingFields on AgendaBooking {
  id
  code
  status
  staffActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  partySize
  locationKind
  place
  userId
  customerName
  customerEmail
  customerPhone
  customerTimeZone
  customerNote
  staffNote
  source
  orderId
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  createdAt
  cancelledAt
  cancelledBy
  cancellationReason
  attendanceAt
}`) as unknown as TypedDocumentString<HandleConsultationRequestMutation, HandleConsultationRequestMutationVariables>;
export const AdminPagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AdminPages($filter: PageFilterInput, $search: String, $first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: AdminPageSort) {
  adminPages(
    filter: $filter
    search: $search
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      ...AdminPageSummary
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}`) as unknown as TypedDocumentString<AdminPagesQuery, AdminPagesQueryVariables>;
export const AdminPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AdminPage($input: PageIdInput!) {
  adminPage(input: $input) {
    ...AdminPageSummary
    draft {
      ...PageVersionDetails
    }
    live {
      ...PageVersionDetails
    }
  }
}
    fragment PageVersionDetails on PageVersion {
  id
  number
  slug
  title
  excerpt
  content
  authorId
  note
  createdAt
  publishedAt
  meta {
    ...PageMetaDetails
  }
}
fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}
fragment PageMetaDetails on PageMeta {
  title
  description
  keywords
  ogImage
  canonical
}`) as unknown as TypedDocumentString<AdminPageQuery, AdminPageQueryVariables>;
export const PageVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageVersions($id: ID!, $first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: PageVersionSort) {
  pageVersions(
    id: $id
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      ...PageVersionDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment PageVersionDetails on PageVersion {
  id
  number
  slug
  title
  excerpt
  content
  authorId
  note
  createdAt
  publishedAt
  meta {
    ...PageMetaDetails
  }
}
fragment PageMetaDetails on PageMeta {
  title
  description
  keywords
  ogImage
  canonical
}`) as unknown as TypedDocumentString<PageVersionsQuery, PageVersionsQueryVariables>;
export const ComparePageVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ComparePageVersions($id: ID!, $from: Int!, $to: Int!) {
  comparePageVersions(id: $id, from: $from, to: $to) {
    from {
      ...PageVersionDetails
    }
    to {
      ...PageVersionDetails
    }
    differences {
      kind
      text
    }
  }
}
    fragment PageVersionDetails on PageVersion {
  id
  number
  slug
  title
  excerpt
  content
  authorId
  note
  createdAt
  publishedAt
  meta {
    ...PageMetaDetails
  }
}
fragment PageMetaDetails on PageMeta {
  title
  description
  keywords
  ogImage
  canonical
}`) as unknown as TypedDocumentString<ComparePageVersionsQuery, ComparePageVersionsQueryVariables>;
export const CreatePageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreatePage($input: CreatePageInput!) {
  createPage(input: $input) {
    ...PageChangeDetails
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}
fragment PageChangeDetails on PageChange {
  page {
    ...AdminPageSummary
  }
  removed
  needsScheduling
}`) as unknown as TypedDocumentString<CreatePageMutation, CreatePageMutationVariables>;
export const EditPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EditPage($input: EditPageInput!) {
  editPage(input: $input) {
    ...PageChangeDetails
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}
fragment PageChangeDetails on PageChange {
  page {
    ...AdminPageSummary
  }
  removed
  needsScheduling
}`) as unknown as TypedDocumentString<EditPageMutation, EditPageMutationVariables>;
export const PublishPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishPage($input: PublishPageInput!) {
  publishPage(input: $input) {
    ...AdminPageSummary
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}`) as unknown as TypedDocumentString<PublishPageMutation, PublishPageMutationVariables>;
export const SchedulePageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SchedulePage($input: SchedulePageInput!) {
  schedulePage(input: $input) {
    ...AdminPageSummary
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}`) as unknown as TypedDocumentString<SchedulePageMutation, SchedulePageMutationVariables>;
export const CancelPageScheduleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelPageSchedule($input: PageIdInput!) {
  cancelPageSchedule(input: $input) {
    ...AdminPageSummary
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}`) as unknown as TypedDocumentString<CancelPageScheduleMutation, CancelPageScheduleMutationVariables>;
export const UnpublishPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnpublishPage($input: PageIdInput!) {
  unpublishPage(input: $input) {
    ...AdminPageSummary
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}`) as unknown as TypedDocumentString<UnpublishPageMutation, UnpublishPageMutationVariables>;
export const ArchivePageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ArchivePage($input: PageIdInput!) {
  archivePage(input: $input) {
    ...AdminPageSummary
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}`) as unknown as TypedDocumentString<ArchivePageMutation, ArchivePageMutationVariables>;
export const RestorePageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestorePage($input: PageIdInput!) {
  restorePage(input: $input) {
    ...AdminPageSummary
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}`) as unknown as TypedDocumentString<RestorePageMutation, RestorePageMutationVariables>;
export const RestorePageVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestorePageVersion($input: RestorePageVersionInput!) {
  restorePageVersion(input: $input) {
    ...PageChangeDetails
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}
fragment PageChangeDetails on PageChange {
  page {
    ...AdminPageSummary
  }
  removed
  needsScheduling
}`) as unknown as TypedDocumentString<RestorePageVersionMutation, RestorePageVersionMutationVariables>;
export const DeletePageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeletePage($input: PageIdInput!) {
  deletePage(input: $input)
}
    `) as unknown as TypedDocumentString<DeletePageMutation, DeletePageMutationVariables>;
export const ReorderPagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReorderPages($input: OrderOfIdsInput!) {
  reorderPages(input: $input)
}
    `) as unknown as TypedDocumentString<ReorderPagesMutation, ReorderPagesMutationVariables>;
export const PreviewLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PreviewLink($input: PageIdInput!) {
  previewLink(input: $input) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<PreviewLinkMutation, PreviewLinkMutationVariables>;
export const RevokePreviewLinksDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokePreviewLinks($input: PageIdInput!) {
  revokePreviewLinks(input: $input) {
    ...AdminPageSummary
  }
}
    fragment AdminPageSummary on AdminPage {
  id
  version
  slug
  title
  excerpt
  type
  status
  category
  tags
  isPublic
  requireAuth
  publishedAt
  createdAt
  hasDraft
  availableActions
  schedule {
    id
    action
    at
    zone
    status
    versionId
    failure
  }
}`) as unknown as TypedDocumentString<RevokePreviewLinksMutation, RevokePreviewLinksMutationVariables>;
export const AdminFaqEntriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AdminFaqEntries {
  adminFaqEntries {
    ...AdminFaqEntryDetails
  }
}
    fragment AdminFaqEntryDetails on AdminFaqEntry {
  id
  version
  category
  question
  answer
  details
  isVisible
  usefulCount
  notUsefulCount
}`) as unknown as TypedDocumentString<AdminFaqEntriesQuery, AdminFaqEntriesQueryVariables>;
export const CreateFaqEntryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateFaqEntry($input: CreateFaqEntryInput!) {
  createFaqEntry(input: $input) {
    ...AdminFaqEntryDetails
  }
}
    fragment AdminFaqEntryDetails on AdminFaqEntry {
  id
  version
  category
  question
  answer
  details
  isVisible
  usefulCount
  notUsefulCount
}`) as unknown as TypedDocumentString<CreateFaqEntryMutation, CreateFaqEntryMutationVariables>;
export const UpdateFaqEntryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateFaqEntry($input: UpdateFaqEntryInput!) {
  updateFaqEntry(input: $input) {
    ...AdminFaqEntryDetails
  }
}
    fragment AdminFaqEntryDetails on AdminFaqEntry {
  id
  version
  category
  question
  answer
  details
  isVisible
  usefulCount
  notUsefulCount
}`) as unknown as TypedDocumentString<UpdateFaqEntryMutation, UpdateFaqEntryMutationVariables>;
export const SetFaqVisibilityDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetFaqVisibility($input: SetFaqVisibilityInput!) {
  setFaqVisibility(input: $input) {
    ...AdminFaqEntryDetails
  }
}
    fragment AdminFaqEntryDetails on AdminFaqEntry {
  id
  version
  category
  question
  answer
  details
  isVisible
  usefulCount
  notUsefulCount
}`) as unknown as TypedDocumentString<SetFaqVisibilityMutation, SetFaqVisibilityMutationVariables>;
export const ReorderFaqDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReorderFaq($input: OrderOfIdsInput!) {
  reorderFaq(input: $input) {
    ...AdminFaqEntryDetails
  }
}
    fragment AdminFaqEntryDetails on AdminFaqEntry {
  id
  version
  category
  question
  answer
  details
  isVisible
  usefulCount
  notUsefulCount
}`) as unknown as TypedDocumentString<ReorderFaqMutation, ReorderFaqMutationVariables>;
export const DeleteFaqEntryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteFaqEntry($input: FaqEntryIdInput!) {
  deleteFaqEntry(input: $input)
}
    `) as unknown as TypedDocumentString<DeleteFaqEntryMutation, DeleteFaqEntryMutationVariables>;
export const CreateFaqCategoryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateFaqCategory($input: CreateFaqCategoryInput!) {
  createFaqCategory(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<CreateFaqCategoryMutation, CreateFaqCategoryMutationVariables>;
export const RenameFaqCategoryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RenameFaqCategory($input: RenameFaqCategoryInput!) {
  renameFaqCategory(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<RenameFaqCategoryMutation, RenameFaqCategoryMutationVariables>;
export const ReorderFaqCategoriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReorderFaqCategories($input: OrderOfIdsInput!) {
  reorderFaqCategories(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ReorderFaqCategoriesMutation, ReorderFaqCategoriesMutationVariables>;
export const DeleteFaqCategoryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteFaqCategory($input: FaqCategoryIdInput!) {
  deleteFaqCategory(input: $input)
}
    `) as unknown as TypedDocumentString<DeleteFaqCategoryMutation, DeleteFaqCategoryMutationVariables>;
export const FaqEntriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FaqEntries($category: String, $search: String) {
  faqEntries(category: $category, search: $search) {
    id
    category
    question
    answer
    details
  }
}
    `) as unknown as TypedDocumentString<FaqEntriesQuery, FaqEntriesQueryVariables>;
export const FaqCategoriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FaqCategories {
  faqCategories {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<FaqCategoriesQuery, FaqCategoriesQueryVariables>;
export const PagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Pages($type: PageType, $search: String, $category: String, $tag: String) {
  pages(type: $type, search: $search, category: $category, tag: $tag) {
    id
    slug
    title
    excerpt
    type
    category
    tags
    requireAuth
    publishedAt
  }
}
    `) as unknown as TypedDocumentString<PagesQuery, PagesQueryVariables>;
export const PageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Page($slug: String!) {
  page(slug: $slug) {
    id
    slug
    title
    content
    excerpt
    type
    category
    tags
    requireAuth
    publishedAt
    meta {
      ...PageMetaDetails
    }
    faqEntries {
      id
      question
      answer
    }
  }
}
    fragment PageMetaDetails on PageMeta {
  title
  description
  keywords
  ogImage
  canonical
}`) as unknown as TypedDocumentString<PageQuery, PageQueryVariables>;
export const SearchHelpDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SearchHelp($words: String!) {
  searchHelp(search: $words) {
    kind
    id
    title
    excerpt
    slug
  }
}
    `) as unknown as TypedDocumentString<SearchHelpQuery, SearchHelpQueryVariables>;
export const RateFaqEntryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RateFaqEntry($input: RateFaqEntryInput!) {
  rateFaqEntry(input: $input)
}
    `) as unknown as TypedDocumentString<RateFaqEntryMutation, RateFaqEntryMutationVariables>;
export const StartConversationWithDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartConversationWith($input: StartConversationWithInput!) {
  startConversationWith(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<StartConversationWithMutation, StartConversationWithMutationVariables>;
export const AssignConversationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AssignConversation($input: AssignConversationInput!) {
  assignConversation(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<AssignConversationMutation, AssignConversationMutationVariables>;
export const CloseConversationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseConversation($input: ConversationInput!) {
  closeConversation(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<CloseConversationMutation, CloseConversationMutationVariables>;
export const ReopenConversationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReopenConversation($input: ConversationInput!) {
  reopenConversation(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<ReopenConversationMutation, ReopenConversationMutationVariables>;
export const AddParticipantDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddParticipant($input: ConversationPersonInput!) {
  addParticipant(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<AddParticipantMutation, AddParticipantMutationVariables>;
export const RemoveParticipantDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveParticipant($input: ConversationPersonInput!) {
  removeParticipant(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<RemoveParticipantMutation, RemoveParticipantMutationVariables>;
export const MessageHistoryDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MessageHistory($conversationId: ID!, $first: Int, $after: Cursor) {
  conversation(id: $conversationId) {
    assignee {
      id
      displayName
    }
    messages(first: $first, after: $after) {
      nodes {
        ...MessageDetails
        audience
        readBy {
          at
          person {
            id
            displayName
          }
        }
        revisions {
          content
          at
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
}`) as unknown as TypedDocumentString<MessageHistoryQuery, MessageHistoryQueryVariables>;
export const DashboardDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Dashboard {
  dashboard {
    users {
      total
      active
      growth
    }
    orders {
      total
      active
      completed
      late
      unassigned
      toReview
    }
    revenue {
      month {
        ...Amount
      }
      trend {
        currency
        growth
      }
    }
    messages {
      pending
      responseMinutes {
        median
        mean
      }
    }
    tickets {
      open
      breached
    }
  }
}
    fragment Amount on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<DashboardQuery, DashboardQueryVariables>;
export const MonthlyStatsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MonthlyStats($months: Int! = 12) {
  monthlyStats(months: $months) {
    bucket {
      ...BucketDetails
    }
    orders
    completed
    cancelled
    revenue {
      ...Amount
    }
    newUsers
    pages
    averageBasket {
      ...Amount
    }
  }
}
    fragment Amount on Money {
  amount
  currency
}
fragment BucketDetails on Bucket {
  startsOn
  endsOn
  isPartial
}`) as unknown as TypedDocumentString<MonthlyStatsQuery, MonthlyStatsQueryVariables>;
export const RevenueStatsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RevenueStats($from: LocalDate!, $to: LocalDate!, $bucket: BucketUnit! = MONTH) {
  revenueStats(from: $from, to: $to, bucket: $bucket) {
    points {
      bucket {
        ...BucketDetails
      }
      value {
        ...Amount
      }
    }
    received {
      ...Amount
    }
    returned {
      ...Amount
    }
    net {
      ...Amount
    }
  }
}
    fragment Amount on Money {
  amount
  currency
}
fragment BucketDetails on Bucket {
  startsOn
  endsOn
  isPartial
}`) as unknown as TypedDocumentString<RevenueStatsQuery, RevenueStatsQueryVariables>;
export const UserGrowthDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UserGrowth($from: LocalDate!, $to: LocalDate!, $bucket: BucketUnit! = MONTH) {
  userGrowth(from: $from, to: $to, bucket: $bucket) {
    points {
      bucket {
        ...BucketDetails
      }
      value
    }
    total
    before
    after
    growth
  }
}
    fragment BucketDetails on Bucket {
  startsOn
  endsOn
  isPartial
}`) as unknown as TypedDocumentString<UserGrowthQuery, UserGrowthQueryVariables>;
export const OrderPerformanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OrderPerformance($from: LocalDate!, $to: LocalDate!) {
  orderPerformance(from: $from, to: $to) {
    bucket {
      ...BucketDetails
    }
    rows {
      status
      payment
      count
      amount {
        ...Amount
      }
      estimated {
        ...Amount
      }
      final {
        ...Amount
      }
      finalAgainstEstimate
      averageDeclaredPages
      averageMeasuredPages
      averageVerifiedPages
      averageRevisions
    }
    medianDays
    p90Days
  }
}
    fragment Amount on Money {
  amount
  currency
}
fragment BucketDetails on Bucket {
  startsOn
  endsOn
  isPartial
}`) as unknown as TypedDocumentString<OrderPerformanceQuery, OrderPerformanceQueryVariables>;
export const OrderFunnelDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OrderFunnel($from: LocalDate!, $to: LocalDate!) {
  orderFunnel(from: $from, to: $to) {
    bucket {
      ...BucketDetails
    }
    steps {
      step
      count
      lost
      share
    }
  }
}
    fragment BucketDetails on Bucket {
  startsOn
  endsOn
  isPartial
}`) as unknown as TypedDocumentString<OrderFunnelQuery, OrderFunnelQueryVariables>;
export const ProofreaderWorkloadDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ProofreaderWorkload {
  proofreaderWorkload {
    proofreaderId
    openOrders
    openPages
    lateOrders
    completed
    onTimeShare
  }
}
    `) as unknown as TypedDocumentString<ProofreaderWorkloadQuery, ProofreaderWorkloadQueryVariables>;
export const MyProofreaderStatsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyProofreaderStats {
  myProofreaderStats {
    openOrders
    openPages
    lateOrders
    completed
    onTimeShare
    medianDays
    averageRevisions
  }
}
    `) as unknown as TypedDocumentString<MyProofreaderStatsQuery, MyProofreaderStatsQueryVariables>;
export const ReceivablesAgeingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReceivablesAgeing {
  receivablesAgeing {
    age
    count
    owed {
      ...Amount
    }
  }
}
    fragment Amount on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<ReceivablesAgeingQuery, ReceivablesAgeingQueryVariables>;
export const PublicStatsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PublicStats {
  publicStats {
    manuscripts
    pages
  }
}
    `) as unknown as TypedDocumentString<PublicStatsQuery, PublicStatsQueryVariables>;
export const ThresholdsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Thresholds {
  thresholds {
    limitRow {
      ...ThresholdLimitDetails
    }
    year
    limit {
      ...Amount
    }
    revenue {
      ...Amount
    }
    projection {
      ...Amount
    }
    share
    alarms {
      percent
      reachedAt
    }
  }
}
    fragment Amount on Money {
  amount
  currency
}
fragment ThresholdLimitDetails on ThresholdLimit {
  id
  kind
  amount {
    ...Amount
  }
  validFrom
  validTo
  activityFrom
  source
}`) as unknown as TypedDocumentString<ThresholdsQuery, ThresholdsQueryVariables>;
export const ThresholdLimitsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ThresholdLimits {
  thresholdLimits {
    ...ThresholdLimitDetails
  }
}
    fragment Amount on Money {
  amount
  currency
}
fragment ThresholdLimitDetails on ThresholdLimit {
  id
  kind
  amount {
    ...Amount
  }
  validFrom
  validTo
  activityFrom
  source
}`) as unknown as TypedDocumentString<ThresholdLimitsQuery, ThresholdLimitsQueryVariables>;
export const AddThresholdLimitDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddThresholdLimit($addThresholdLimit: AddThresholdLimitInput!) {
  addThresholdLimit(input: $addThresholdLimit) {
    ...ThresholdLimitDetails
  }
}
    fragment Amount on Money {
  amount
  currency
}
fragment ThresholdLimitDetails on ThresholdLimit {
  id
  kind
  amount {
    ...Amount
  }
  validFrom
  validTo
  activityFrom
  source
}`) as unknown as TypedDocumentString<AddThresholdLimitMutation, AddThresholdLimitMutationVariables>;
export const EndThresholdLimitDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EndThresholdLimit($endThresholdLimit: EndThresholdLimitInput!) {
  endThresholdLimit(input: $endThresholdLimit) {
    ...ThresholdLimitDetails
  }
}
    fragment Amount on Money {
  amount
  currency
}
fragment ThresholdLimitDetails on ThresholdLimit {
  id
  kind
  amount {
    ...Amount
  }
  validFrom
  validTo
  activityFrom
  source
}`) as unknown as TypedDocumentString<EndThresholdLimitMutation, EndThresholdLimitMutationVariables>;
export const RequestStatsReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestStatsReport($requestStatsReport: RequestStatsReportInput!) {
  requestStatsReport(input: $requestStatsReport) {
    ...StatsReportDetails
  }
}
    fragment StatsReportDetails on StatsReport {
  id
  format
  fromOn
  toOn
  fileId
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<RequestStatsReportMutation, RequestStatsReportMutationVariables>;
export const StatsReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query StatsReport($id: ID!) {
  statsReport(id: $id) {
    ...StatsReportDetails
  }
}
    fragment StatsReportDetails on StatsReport {
  id
  format
  fromOn
  toOn
  fileId
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<StatsReportQuery, StatsReportQueryVariables>;
export const ReceivesMonthlyReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReceivesMonthlyReport {
  receivesMonthlyReport
}
    `) as unknown as TypedDocumentString<ReceivesMonthlyReportQuery, ReceivesMonthlyReportQueryVariables>;
export const SetMonthlyReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetMonthlyReport($setMonthlyReport: SetMonthlyReportInput!) {
  setMonthlyReport(input: $setMonthlyReport)
}
    `) as unknown as TypedDocumentString<SetMonthlyReportMutation, SetMonthlyReportMutationVariables>;
export const RequestDownloadDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestDownload($input: RequestDownloadInput!) {
  requestDownload(input: $input) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<RequestDownloadMutation, RequestDownloadMutationVariables>;
export const DeleteFileDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteFile($input: DeleteFileInput!) {
  deleteFile(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<DeleteFileMutation, DeleteFileMutationVariables>;
export const FormTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FormTicket {
  formTicket {
    ticket
    validFrom
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<FormTicketQuery, FormTicketQueryVariables>;
export const StartGuestOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartGuestOrder($input: StartGuestOrderInput!) {
  startGuestOrder(input: $input) {
    guestOrder {
      ...GuestOrderFields
    }
    resumeToken
  }
}
    fragment GuestOrderFields on GuestOrder {
  id
  status
  availableActions
  title
  service
  unit
  declaredPages
  estimatedTotal {
    amount
    currency
  }
  quotedTotal {
    amount
    currency
  }
  reviewAnswer
  manuscriptName
  manuscriptBytes
  uploadsLeft
  createdAt
  expiresAt
  paidAt
  orderId
}`) as unknown as TypedDocumentString<StartGuestOrderMutation, StartGuestOrderMutationVariables>;
export const UploadGuestManuscriptDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UploadGuestManuscript($input: UploadGuestManuscriptInput!) {
  uploadGuestManuscript(input: $input) {
    ...GuestOrderFields
  }
}
    fragment GuestOrderFields on GuestOrder {
  id
  status
  availableActions
  title
  service
  unit
  declaredPages
  estimatedTotal {
    amount
    currency
  }
  quotedTotal {
    amount
    currency
  }
  reviewAnswer
  manuscriptName
  manuscriptBytes
  uploadsLeft
  createdAt
  expiresAt
  paidAt
  orderId
}`) as unknown as TypedDocumentString<UploadGuestManuscriptMutation, UploadGuestManuscriptMutationVariables>;
export const RequestGuestReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestGuestReview($input: RequestGuestReviewInput!) {
  requestGuestReview(input: $input) {
    ...GuestOrderFields
  }
}
    fragment GuestOrderFields on GuestOrder {
  id
  status
  availableActions
  title
  service
  unit
  declaredPages
  estimatedTotal {
    amount
    currency
  }
  quotedTotal {
    amount
    currency
  }
  reviewAnswer
  manuscriptName
  manuscriptBytes
  uploadsLeft
  createdAt
  expiresAt
  paidAt
  orderId
}`) as unknown as TypedDocumentString<RequestGuestReviewMutation, RequestGuestReviewMutationVariables>;
export const OpenGuestCheckoutDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OpenGuestCheckout($input: GuestOrderTokenInput!) {
  openGuestCheckout(input: $input) {
    paymentId
    sessionId
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<OpenGuestCheckoutMutation, OpenGuestCheckoutMutationVariables>;
export const GuestOrderStatusDocument = /*#__PURE__*/ new TypedDocumentString(`
    query GuestOrderStatus($token: String!) {
  guestOrderStatus(token: $token) {
    ...GuestOrderFields
  }
}
    fragment GuestOrderFields on GuestOrder {
  id
  status
  availableActions
  title
  service
  unit
  declaredPages
  estimatedTotal {
    amount
    currency
  }
  quotedTotal {
    amount
    currency
  }
  reviewAnswer
  manuscriptName
  manuscriptBytes
  uploadsLeft
  createdAt
  expiresAt
  paidAt
  orderId
}`) as unknown as TypedDocumentString<GuestOrderStatusQuery, GuestOrderStatusQueryVariables>;
export const ResumeGuestOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResumeGuestOrder($input: GuestOrderTokenInput!) {
  resumeGuestOrder(input: $input) {
    guestOrder {
      ...GuestOrderFields
    }
    resumeToken
  }
}
    fragment GuestOrderFields on GuestOrder {
  id
  status
  availableActions
  title
  service
  unit
  declaredPages
  estimatedTotal {
    amount
    currency
  }
  quotedTotal {
    amount
    currency
  }
  reviewAnswer
  manuscriptName
  manuscriptBytes
  uploadsLeft
  createdAt
  expiresAt
  paidAt
  orderId
}`) as unknown as TypedDocumentString<ResumeGuestOrderMutation, ResumeGuestOrderMutationVariables>;
export const AttachGuestOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AttachGuestOrder($input: GuestOrderTokenInput!) {
  attachGuestOrder(input: $input) {
    ...GuestOrderFields
  }
}
    fragment GuestOrderFields on GuestOrder {
  id
  status
  availableActions
  title
  service
  unit
  declaredPages
  estimatedTotal {
    amount
    currency
  }
  quotedTotal {
    amount
    currency
  }
  reviewAnswer
  manuscriptName
  manuscriptBytes
  uploadsLeft
  createdAt
  expiresAt
  paidAt
  orderId
}`) as unknown as TypedDocumentString<AttachGuestOrderMutation, AttachGuestOrderMutationVariables>;
export const AbandonGuestOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AbandonGuestOrder($input: GuestOrderTokenInput!) {
  abandonGuestOrder(input: $input) {
    ...GuestOrderFields
  }
}
    fragment GuestOrderFields on GuestOrder {
  id
  status
  availableActions
  title
  service
  unit
  declaredPages
  estimatedTotal {
    amount
    currency
  }
  quotedTotal {
    amount
    currency
  }
  reviewAnswer
  manuscriptName
  manuscriptBytes
  uploadsLeft
  createdAt
  expiresAt
  paidAt
  orderId
}`) as unknown as TypedDocumentString<AbandonGuestOrderMutation, AbandonGuestOrderMutationVariables>;
export const GuestOrdersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query GuestOrders($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: GuestOrderSort, $status: GuestOrderStatus) {
  guestOrders(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    status: $status
  ) {
    nodes {
      ...GuestOrderFields
      firstName
      lastName
      email
      phone
      locale
      description
      priority
      reviewMessage
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment GuestOrderFields on GuestOrder {
  id
  status
  availableActions
  title
  service
  unit
  declaredPages
  estimatedTotal {
    amount
    currency
  }
  quotedTotal {
    amount
    currency
  }
  reviewAnswer
  manuscriptName
  manuscriptBytes
  uploadsLeft
  createdAt
  expiresAt
  paidAt
  orderId
}`) as unknown as TypedDocumentString<GuestOrdersQuery, GuestOrdersQueryVariables>;
export const AnswerGuestReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnswerGuestReview($input: AnswerGuestReviewInput!) {
  answerGuestReview(input: $input) {
    ...GuestOrderFields
  }
}
    fragment GuestOrderFields on GuestOrder {
  id
  status
  availableActions
  title
  service
  unit
  declaredPages
  estimatedTotal {
    amount
    currency
  }
  quotedTotal {
    amount
    currency
  }
  reviewAnswer
  manuscriptName
  manuscriptBytes
  uploadsLeft
  createdAt
  expiresAt
  paidAt
  orderId
}`) as unknown as TypedDocumentString<AnswerGuestReviewMutation, AnswerGuestReviewMutationVariables>;
export const OauthProvidersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OauthProviders {
  oauthProviders
}
    `) as unknown as TypedDocumentString<OauthProvidersQuery, OauthProvidersQueryVariables>;
export const OauthAuthorizeUrlDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OauthAuthorizeUrl($input: OauthAuthorizeUrlInput!) {
  oauthAuthorizeUrl(input: $input) {
    url
    proof
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<OauthAuthorizeUrlMutation, OauthAuthorizeUrlMutationVariables>;
export const SignInWithOauthDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SignInWithOauth($input: SignInWithOauthInput!) {
  signInWithOauth(input: $input) {
    isProofMailed
    session {
      ...SignedIn
    }
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
  permissionSets
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
}`) as unknown as TypedDocumentString<SignInWithOauthMutation, SignInWithOauthMutationVariables>;
export const ConfirmIdentityDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmIdentity($input: ConfirmIdentityInput!) {
  confirmIdentity(input: $input) {
    isProofMailed
    session {
      ...SignedIn
    }
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
  permissionSets
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
}`) as unknown as TypedDocumentString<ConfirmIdentityMutation, ConfirmIdentityMutationVariables>;
export const MyIdentitiesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyIdentities {
  myIdentities {
    ...LinkedIdentity
  }
}
    fragment LinkedIdentity on Identity {
  id
  provider
  email
  linkedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<MyIdentitiesQuery, MyIdentitiesQueryVariables>;
export const LinkIdentityDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LinkIdentity($input: LinkIdentityInput!) {
  linkIdentity(input: $input) {
    ...LinkedIdentity
  }
}
    fragment LinkedIdentity on Identity {
  id
  provider
  email
  linkedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<LinkIdentityMutation, LinkIdentityMutationVariables>;
export const UnlinkIdentityDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnlinkIdentity($input: UnlinkIdentityInput!) {
  unlinkIdentity(input: $input) {
    ...LinkedIdentity
  }
}
    fragment LinkedIdentity on Identity {
  id
  provider
  email
  linkedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<UnlinkIdentityMutation, UnlinkIdentityMutationVariables>;
export const InvoiceDraftsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InvoiceDrafts($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: InvoiceDraftSort, $filter: InvoiceDraftFilterInput) {
  invoiceDrafts(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      ...InvoiceDraftDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment PersonDetails on PersonWithoutAccount {
  name
  email
  locale
  address {
    lines
    postcode
    city
    country
  }
}
fragment InvoiceDraftDetails on InvoiceDraft {
  id
  version
  kind
  buyerId
  person {
    ...PersonDetails
  }
  subject {
    type
    id
  }
  prices
  currency
  operation
  lines {
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  dueOn
  suppliedOn
  notes
  purchaseOrder
  createdAt
  changedAt
}`) as unknown as TypedDocumentString<InvoiceDraftsQuery, InvoiceDraftsQueryVariables>;
export const PreviewInvoiceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PreviewInvoice($draftId: ID!) {
  previewInvoice(draftId: $draftId) {
    name
    mimeType
    content
  }
}
    `) as unknown as TypedDocumentString<PreviewInvoiceQuery, PreviewInvoiceQueryVariables>;
export const CreateInvoiceDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateInvoiceDraft($input: CreateInvoiceDraftInput!) {
  createInvoiceDraft(input: $input) {
    ...InvoiceDraftDetails
  }
}
    fragment PersonDetails on PersonWithoutAccount {
  name
  email
  locale
  address {
    lines
    postcode
    city
    country
  }
}
fragment InvoiceDraftDetails on InvoiceDraft {
  id
  version
  kind
  buyerId
  person {
    ...PersonDetails
  }
  subject {
    type
    id
  }
  prices
  currency
  operation
  lines {
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  dueOn
  suppliedOn
  notes
  purchaseOrder
  createdAt
  changedAt
}`) as unknown as TypedDocumentString<CreateInvoiceDraftMutation, CreateInvoiceDraftMutationVariables>;
export const UpdateInvoiceDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateInvoiceDraft($input: UpdateInvoiceDraftInput!) {
  updateInvoiceDraft(input: $input) {
    ...InvoiceDraftDetails
  }
}
    fragment PersonDetails on PersonWithoutAccount {
  name
  email
  locale
  address {
    lines
    postcode
    city
    country
  }
}
fragment InvoiceDraftDetails on InvoiceDraft {
  id
  version
  kind
  buyerId
  person {
    ...PersonDetails
  }
  subject {
    type
    id
  }
  prices
  currency
  operation
  lines {
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  dueOn
  suppliedOn
  notes
  purchaseOrder
  createdAt
  changedAt
}`) as unknown as TypedDocumentString<UpdateInvoiceDraftMutation, UpdateInvoiceDraftMutationVariables>;
export const DeleteInvoiceDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteInvoiceDraft($input: InvoiceDraftVersionInput!) {
  deleteInvoiceDraft(input: $input)
}
    `) as unknown as TypedDocumentString<DeleteInvoiceDraftMutation, DeleteInvoiceDraftMutationVariables>;
export const IssueInvoiceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation IssueInvoice($input: InvoiceDraftVersionInput!) {
  issueInvoice(input: $input) {
    ...InvoiceDetails
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}`) as unknown as TypedDocumentString<IssueInvoiceMutation, IssueInvoiceMutationVariables>;
export const IssueDepositInvoiceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation IssueDepositInvoice($input: IssueDepositInvoiceInput!) {
  issueDepositInvoice(input: $input) {
    ...InvoiceDetails
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}`) as unknown as TypedDocumentString<IssueDepositInvoiceMutation, IssueDepositInvoiceMutationVariables>;
export const SendInvoiceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendInvoice($input: SendInvoiceInput!) {
  sendInvoice(input: $input) {
    ...InvoiceDetails
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}`) as unknown as TypedDocumentString<SendInvoiceMutation, SendInvoiceMutationVariables>;
export const RecordTransmissionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordTransmission($input: RecordTransmissionInput!) {
  recordTransmission(input: $input) {
    ...InvoiceDetails
    transmission
    transmissionPlatform
    transmissionReference
    transmittedAt
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}`) as unknown as TypedDocumentString<RecordTransmissionMutation, RecordTransmissionMutationVariables>;
export const InvoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Invoices($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: InvoiceSort, $filter: InvoiceFilterInput) {
  invoices(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      ...InvoiceDetails
      buyerId
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}`) as unknown as TypedDocumentString<InvoicesQuery, InvoicesQueryVariables>;
export const InvoiceTimelineDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InvoiceTimeline($id: ID!) {
  invoice(id: $id) {
    id
    timeline {
      kind
      at
      amount {
        amount
        currency
      }
      step
      sourceId
    }
  }
}
    `) as unknown as TypedDocumentString<InvoiceTimelineQuery, InvoiceTimelineQueryVariables>;
export const CustomerStatementDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CustomerStatement($personId: ID!, $currency: Currency! = EUR, $from: DateTime, $to: DateTime) {
  customerStatement(
    personId: $personId
    currency: $currency
    from: $from
    to: $to
  ) {
    currency
    opening {
      amount
      currency
    }
    entries {
      at
      kind
      number
      amount {
        amount
        currency
      }
      balance {
        amount
        currency
      }
    }
    closing {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerStatementQuery, CustomerStatementQueryVariables>;
export const ReminderStepsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReminderSteps {
  reminderSteps {
    ...ReminderStepDetails
  }
}
    fragment ReminderStepDetails on ReminderStep {
  id
  position
  days
  titleFr
  titleEn
  textFr
  textEn
  isEnabled
}`) as unknown as TypedDocumentString<ReminderStepsQuery, ReminderStepsQueryVariables>;
export const UpdateReminderStepDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateReminderStep($input: UpdateReminderStepInput!) {
  updateReminderStep(input: $input) {
    ...ReminderStepDetails
  }
}
    fragment ReminderStepDetails on ReminderStep {
  id
  position
  days
  titleFr
  titleEn
  textFr
  textEn
  isEnabled
}`) as unknown as TypedDocumentString<UpdateReminderStepMutation, UpdateReminderStepMutationVariables>;
export const SendReminderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendReminder($input: SendReminderInput!) {
  sendReminder(input: $input) {
    ...InvoiceDetails
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}`) as unknown as TypedDocumentString<SendReminderMutation, SendReminderMutationVariables>;
export const PauseRemindersDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PauseReminders($input: PauseRemindersInput!) {
  pauseReminders(input: $input) {
    ...InvoiceDetails
    remindersPausedUntil
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}`) as unknown as TypedDocumentString<PauseRemindersMutation, PauseRemindersMutationVariables>;
export const CreditInvoiceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreditInvoice($input: CreditInvoiceInput!) {
  creditInvoice(input: $input) {
    ...InvoiceDetails
  }
}
    fragment InvoiceDetails on Invoice {
  id
  number
  kind
  status
  subject {
    type
    id
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
  credited {
    amount
    currency
  }
  paid {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  lost {
    amount
    currency
  }
  balance {
    amount
    currency
  }
  correctsId
  issuedAt
  dueOn
  paidAt
  sentAt
  overdueAt
  cancelledAt
  pdfFileId
  xmlFileId
}`) as unknown as TypedDocumentString<CreditInvoiceMutation, CreditInvoiceMutationVariables>;
export const JobsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Jobs($state: JobState, $kind: String, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: JobSort, $search: String) {
  jobs(
    state: $state
    kind: $kind
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    search: $search
  ) {
    nodes {
      ...JobDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
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
export const RetryJobDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const CancelJobDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const SystemStatusDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SystemStatus {
  systemStatus {
    state
    parts {
      name
      state
      isEssential
      since
      milliseconds
      reason
      freeMegabytes
    }
    waitingJobs
    oldestWaitingSeconds
    deadJobs
    demo {
      notice
      isBeingMade
    }
  }
}
    `) as unknown as TypedDocumentString<SystemStatusQuery, SystemStatusQueryVariables>;
export const ResetDemoDataDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResetDemoData {
  resetDemoData {
    people
    orders
    password
  }
}
    `) as unknown as TypedDocumentString<ResetDemoDataMutation, ResetDemoDataMutationVariables>;
export const MasterKeysDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MasterKeys {
  masterKeys {
    keys {
      id
      provider
      isActive
      isReachable
      dataKeyCount
      oldestAt
      isNeededByBackup
      neededUntil
    }
    remaining
    rewrappedLastMinute
    kit {
      id
      shares
      needed
      createdAt
      verifiedAt
    }
  }
}
    `) as unknown as TypedDocumentString<MasterKeysQuery, MasterKeysQueryVariables>;
export const PrivacyRequestsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PrivacyRequests($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: PrivacyRequestSort, $search: String, $status: PrivacyRequestStatus) {
  privacyRequests(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    search: $search
    status: $status
  ) {
    nodes {
      ...AskedAboutData
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment AskedAboutData on PrivacyRequest {
  id
  userId
  kind
  status
  details
  answer
  askedAt
  dueAt
  handledAt
  extendedAt
  extensionReason
}`) as unknown as TypedDocumentString<PrivacyRequestsQuery, PrivacyRequestsQueryVariables>;
export const AnswerPrivacyRequestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnswerPrivacyRequest($input: AnswerPrivacyRequestInput!) {
  answerPrivacyRequest(input: $input) {
    ...AskedAboutData
  }
}
    fragment AskedAboutData on PrivacyRequest {
  id
  userId
  kind
  status
  details
  answer
  askedAt
  dueAt
  handledAt
  extendedAt
  extensionReason
}`) as unknown as TypedDocumentString<AnswerPrivacyRequestMutation, AnswerPrivacyRequestMutationVariables>;
export const ExtendPrivacyRequestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ExtendPrivacyRequest($input: ExtendPrivacyRequestInput!) {
  extendPrivacyRequest(input: $input) {
    ...AskedAboutData
  }
}
    fragment AskedAboutData on PrivacyRequest {
  id
  userId
  kind
  status
  details
  answer
  askedAt
  dueAt
  handledAt
  extendedAt
  extensionReason
}`) as unknown as TypedDocumentString<ExtendPrivacyRequestMutation, ExtendPrivacyRequestMutationVariables>;
export const LegalHoldsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LegalHolds($filter: LegalHoldFilterInput, $first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: LegalHoldSort) {
  legalHolds(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      ...Held
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment Held on LegalHold {
  id
  targetType
  targetId
  personId
  reason
  caseReference
  placedAt
  placedById
  releasedAt
  releasedById
  releaseReason
}`) as unknown as TypedDocumentString<LegalHoldsQuery, LegalHoldsQueryVariables>;
export const PlaceLegalHoldDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PlaceLegalHold($input: PlaceLegalHoldInput!) {
  placeLegalHold(input: $input) {
    ...Held
  }
}
    fragment Held on LegalHold {
  id
  targetType
  targetId
  personId
  reason
  caseReference
  placedAt
  placedById
  releasedAt
  releasedById
  releaseReason
}`) as unknown as TypedDocumentString<PlaceLegalHoldMutation, PlaceLegalHoldMutationVariables>;
export const ReleaseLegalHoldDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReleaseLegalHold($input: ReleaseLegalHoldInput!) {
  releaseLegalHold(input: $input) {
    ...Held
  }
}
    fragment Held on LegalHold {
  id
  targetType
  targetId
  personId
  reason
  caseReference
  placedAt
  placedById
  releasedAt
  releasedById
  releaseReason
}`) as unknown as TypedDocumentString<ReleaseLegalHoldMutation, ReleaseLegalHoldMutationVariables>;
export const RetentionPoliciesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RetentionPolicies {
  retentionPolicies {
    ...Period
  }
}
    fragment Period on RetentionPolicy {
  recordClass
  action
  ground
  days
  usualDays
  leastDays
  mostDays
  changedAt
  changedById
}`) as unknown as TypedDocumentString<RetentionPoliciesQuery, RetentionPoliciesQueryVariables>;
export const UpdateRetentionPolicyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateRetentionPolicy($input: UpdateRetentionPolicyInput!) {
  updateRetentionPolicy(input: $input) {
    ...Period
  }
}
    fragment Period on RetentionPolicy {
  recordClass
  action
  ground
  days
  usualDays
  leastDays
  mostDays
  changedAt
  changedById
}`) as unknown as TypedDocumentString<UpdateRetentionPolicyMutation, UpdateRetentionPolicyMutationVariables>;
export const RetentionPreviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RetentionPreview($samples: Int! = 5) {
  retentionPreview(samples: $samples) {
    recordClass
    count
    oldest
    sampleIds
  }
}
    `) as unknown as TypedDocumentString<RetentionPreviewQuery, RetentionPreviewQueryVariables>;
export const RetentionRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RetentionRuns($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: RetentionRunSort) {
  retentionRuns(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      ...Passage
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment Passage on RetentionRun {
  id
  asOf
  startedById
  finishedAt
  counts {
    recordClass
    count
  }
}`) as unknown as TypedDocumentString<RetentionRunsQuery, RetentionRunsQueryVariables>;
export const RunRetentionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RunRetention {
  runRetention {
    ...Passage
  }
}
    fragment Passage on RetentionRun {
  id
  asOf
  startedById
  finishedAt
  counts {
    recordClass
    count
  }
}`) as unknown as TypedDocumentString<RunRetentionMutation, RunRetentionMutationVariables>;
export const PublicBookingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PublicBooking($code: String, $token: String, $email: EmailAddress, $bookingId: ID) {
  publicBooking(code: $code, token: $token, email: $email, bookingId: $bookingId) {
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<PublicBookingQuery, PublicBookingQueryVariables>;
export const BookingCancellationTermsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BookingCancellationTerms($code: String, $token: String, $email: EmailAddress, $bookingId: ID) {
  bookingCancellationTerms(
    code: $code
    token: $token
    email: $email
    bookingId: $bookingId
  ) {
    bookingId
    isCancellable
    paid {
      amount
      currency
    }
    refundPercent
    refund {
      amount
      currency
    }
    kept {
      amount
      currency
    }
    tiers {
      hoursBefore
      refundPercent
    }
  }
}
    `) as unknown as TypedDocumentString<BookingCancellationTermsQuery, BookingCancellationTermsQueryVariables>;
export const CancelBookingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelBooking($input: CancelBookingInput!) {
  cancelBooking(input: $input) {
    ...BookingChangeFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}
fragment BookingChangeFields on BookingChange {
  isDone
  booking {
    ...BookingFields
  }
}`) as unknown as TypedDocumentString<CancelBookingMutation, CancelBookingMutationVariables>;
export const RescheduleBookingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RescheduleBooking($input: RescheduleBookingInput!) {
  rescheduleBooking(input: $input) {
    ...BookingChangeFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}
fragment BookingChangeFields on BookingChange {
  isDone
  booking {
    ...BookingFields
  }
}`) as unknown as TypedDocumentString<RescheduleBookingMutation, RescheduleBookingMutationVariables>;
export const ConfirmBookingChangeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmBookingChange($input: ConfirmBookingChangeInput!) {
  confirmBookingChange(input: $input) {
    ...BookingChangeFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}
fragment BookingChangeFields on BookingChange {
  isDone
  booking {
    ...BookingFields
  }
}`) as unknown as TypedDocumentString<ConfirmBookingChangeMutation, ConfirmBookingChangeMutationVariables>;
export const ResendBookingLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResendBookingLink($input: BookingAccessInput!) {
  resendBookingLink(input: $input)
}
    `) as unknown as TypedDocumentString<ResendBookingLinkMutation, ResendBookingLinkMutationVariables>;
export const UpdateBookingDetailsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateBookingDetails($input: UpdateBookingDetailsInput!) {
  updateBookingDetails(input: $input) {
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<UpdateBookingDetailsMutation, UpdateBookingDetailsMutationVariables>;
export const UploadBookingFileDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UploadBookingFile($input: UploadBookingFileInput!) {
  uploadBookingFile(input: $input) {
    ...BookingFields
    files {
      ...BookingFileFields
    }
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}
fragment BookingFileFields on BookingFile {
  id
  questionId
  label
  file {
    id
    name
    mimeType
    sizeBytes
  }
}`) as unknown as TypedDocumentString<UploadBookingFileMutation, UploadBookingFileMutationVariables>;
export const CreateStaffBookingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateStaffBooking($input: CreateStaffBookingInput!) {
  createStaffBooking(input: $input) {
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<CreateStaffBookingMutation, CreateStaffBookingMutationVariables>;
export const AddBookingNoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddBookingNote($input: AddBookingNoteInput!) {
  addBookingNote(input: $input) {
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<AddBookingNoteMutation, AddBookingNoteMutationVariables>;
export const CompleteBookingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CompleteBooking($input: WhichBookingInput!) {
  completeBooking(input: $input) {
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<CompleteBookingMutation, CompleteBookingMutationVariables>;
export const MarkNoShowDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MarkNoShow($input: WhichBookingInput!) {
  markNoShow(input: $input) {
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<MarkNoShowMutation, MarkNoShowMutationVariables>;
export const CorrectAttendanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CorrectAttendance($input: WhichBookingInput!) {
  correctAttendance(input: $input) {
    ...BookingFields
  }
}
    fragment BookingFields on Booking {
  id
  code
  status
  availableActions
  offeringId
  offeringName
  artisanId
  artisanName
  timeZone
  startsAt
  endsAt
  localStart
  customerTimeZone
  partySize
  locationKind
  place
  customerName
  customerEmail
  locale
  notifyByEmail
  notifyBySms
  answers {
    questionId
    label
    answer
  }
  customerNote
  price {
    amount
    currency
  }
  deposit {
    amount
    currency
  }
  depositStatus
  holdUntil
  cancellationTiers {
    hoursBefore
    refundPercent
  }
  rescheduleUntilMinutes
  reschedulesLeft
  createdAt
  confirmedAt
  cancelledAt
  cancelledBy
}`) as unknown as TypedDocumentString<CorrectAttendanceMutation, CorrectAttendanceMutationVariables>;
export const MoveBookingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MoveBookings($input: MoveBookingsInput!) {
  moveBookings(input: $input) {
    bookingId
    error
  }
}
    `) as unknown as TypedDocumentString<MoveBookingsMutation, MoveBookingsMutationVariables>;
export const CancelBookingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelBookings($input: CancelBookingsInput!) {
  cancelBookings(input: $input) {
    bookingId
    error
  }
}
    `) as unknown as TypedDocumentString<CancelBookingsMutation, CancelBookingsMutationVariables>;
export const ConversationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Conversations($first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: ConversationSort, $search: String, $filter: ConversationFilterInput) {
  conversations(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    search: $search
    filter: $filter
  ) {
    nodes {
      ...ConversationDetails
      lastMessage {
        ...MessageDetails
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
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
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
export const ConversationDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Conversation($id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: MessageSort, $search: String) {
  conversation(id: $id) {
    ...ConversationDetails
    messages(
      first: $first
      after: $after
      last: $last
      before: $before
      orderBy: $orderBy
      search: $search
    ) {
      nodes {
        ...MessageDetails
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
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
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
export const SendMessageDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
export const MarkConversationReadDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MarkConversationRead($input: MarkConversationReadInput!) {
  markConversationRead(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<MarkConversationReadMutation, MarkConversationReadMutationVariables>;
export const EditMessageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EditMessage($input: EditMessageInput!) {
  editMessage(input: $input) {
    ...MessageDetails
  }
}
    fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
}`) as unknown as TypedDocumentString<EditMessageMutation, EditMessageMutationVariables>;
export const DeleteMessageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteMessage($input: DeleteMessageInput!) {
  deleteMessage(input: $input) {
    ...MessageDetails
  }
}
    fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
}`) as unknown as TypedDocumentString<DeleteMessageMutation, DeleteMessageMutationVariables>;
export const PinMessageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PinMessage($input: PinMessageInput!) {
  pinMessage(input: $input) {
    ...MessageDetails
  }
}
    fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
}`) as unknown as TypedDocumentString<PinMessageMutation, PinMessageMutationVariables>;
export const StartConversationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartConversation($input: StartConversationInput!) {
  startConversation(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<StartConversationMutation, StartConversationMutationVariables>;
export const MarkConversationUnreadDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MarkConversationUnread($input: ConversationInput!) {
  markConversationUnread(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<MarkConversationUnreadMutation, MarkConversationUnreadMutationVariables>;
export const ArchiveConversationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ArchiveConversation($input: ConversationInput!) {
  archiveConversation(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<ArchiveConversationMutation, ArchiveConversationMutationVariables>;
export const UnarchiveConversationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnarchiveConversation($input: ConversationInput!) {
  unarchiveConversation(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<UnarchiveConversationMutation, UnarchiveConversationMutationVariables>;
export const PinConversationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PinConversation($input: PinConversationInput!) {
  pinConversation(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<PinConversationMutation, PinConversationMutationVariables>;
export const MuteConversationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MuteConversation($input: MuteConversationInput!) {
  muteConversation(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<MuteConversationMutation, MuteConversationMutationVariables>;
export const SaveDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveDraft($input: SaveDraftInput!) {
  saveDraft(input: $input) {
    ...ConversationDetails
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const SearchMessagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SearchMessages($query: String!, $filter: MessageFilterInput, $first: Int, $after: Cursor, $orderBy: MessageHitSort) {
  searchMessages(
    query: $query
    filter: $filter
    first: $first
    after: $after
    orderBy: $orderBy
  ) {
    nodes {
      fragment {
        text
        isMatch
      }
      message {
        ...MessageDetails
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MessageDetails on Message {
  id
  conversationId
  type
  content
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
}`) as unknown as TypedDocumentString<SearchMessagesQuery, SearchMessagesQueryVariables>;
export const UnreadMessageCountDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UnreadMessageCount {
  unreadMessageCount
}
    `) as unknown as TypedDocumentString<UnreadMessageCountQuery, UnreadMessageCountQueryVariables>;
export const MessageAddedDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
export const MessageChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription MessageChanged($conversationId: ID!, $after: Cursor) {
  messageChanged(conversationId: $conversationId, after: $after) {
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
  isInternal
  parentId
  isPinned
  editedAt
  isDeleted
  isReadByTeam
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
}`) as unknown as TypedDocumentString<MessageChangedSubscription, MessageChangedSubscriptionVariables>;
export const ConversationUpdatedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription ConversationUpdated($after: Cursor) {
  conversationUpdated(after: $after) {
    cursor
    unreadMessageCount
    conversation {
      ...ConversationDetails
    }
  }
}
    fragment ConversationDetails on Conversation {
  id
  subject
  contextId
  status
  isArchived
  isPinned
  mutedUntil
  draft
  participants {
    id
    displayName
  }
  lastMessageAt
  unreadCount
  createdAt
}`) as unknown as TypedDocumentString<ConversationUpdatedSubscription, ConversationUpdatedSubscriptionVariables>;
export const NotificationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Notifications($first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: NotificationSort, $search: String, $isRead: Boolean) {
  notifications(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    search: $search
    isRead: $isRead
  ) {
    nodes {
      ...NotificationDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
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
export const UnreadNotificationCountDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UnreadNotificationCount {
  unreadNotificationCount
}
    `) as unknown as TypedDocumentString<UnreadNotificationCountQuery, UnreadNotificationCountQueryVariables>;
export const MarkNotificationReadDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const MarkAllNotificationsReadDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MarkAllNotificationsRead {
  markAllNotificationsRead
}
    `) as unknown as TypedDocumentString<MarkAllNotificationsReadMutation, MarkAllNotificationsReadMutationVariables>;
export const DeleteNotificationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteNotification($input: DeleteNotificationInput!) {
  deleteNotification(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteNotificationMutation, DeleteNotificationMutationVariables>;
export const NotificationAddedDocument = /*#__PURE__*/ new TypedDocumentString(`
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
export const CreateOrderForDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateOrderFor($input: CreateOrderForInput!) {
  createOrderFor(input: $input) {
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
  dueAt
  isLate
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
  progressPercent
  revisionsLeft
  suspendedReason
  cancellationReason
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
    ...OrderFileDetails
  }
  deliveries {
    ...DeliveryDetails
  }
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`) as unknown as TypedDocumentString<CreateOrderForMutation, CreateOrderForMutationVariables>;
export const ReorderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Reorder($input: ReorderInput!) {
  reorder(input: $input) {
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<ReorderMutation, ReorderMutationVariables>;
export const UpdateOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateOrder($input: UpdateOrderInput!) {
  updateOrder(input: $input) {
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
  dueAt
  isLate
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
  progressPercent
  revisionsLeft
  suspendedReason
  cancellationReason
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
    ...OrderFileDetails
  }
  deliveries {
    ...DeliveryDetails
  }
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`) as unknown as TypedDocumentString<UpdateOrderMutation, UpdateOrderMutationVariables>;
export const SetOrderStatusDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetOrderStatus($input: SetOrderStatusInput!) {
  setOrderStatus(input: $input) {
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<SetOrderStatusMutation, SetOrderStatusMutationVariables>;
export const DeleteOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteOrder($input: DeleteOrderInput!) {
  deleteOrder(input: $input)
}
    `) as unknown as TypedDocumentString<DeleteOrderMutation, DeleteOrderMutationVariables>;
export const EstimatePriceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query EstimatePrice($input: EstimatePriceInput!) {
  estimatePrice(input: $input) {
    service
    unit
    pages
    total {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<EstimatePriceQuery, EstimatePriceQueryVariables>;
export const SubmitOrderForReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitOrderForReview($input: SubmitOrderForReviewInput!) {
  submitOrderForReview(input: $input) {
    ...OrderPrice
  }
}
    fragment OrderPrice on Order {
  ...OrderSummary
  verifiedPages
  quoteId
  estimatedTotal {
    amount
    currency
  }
  finalTotal {
    amount
    currency
  }
  priceDifference {
    declaredPages
    verifiedPages
    declaredTotal {
      amount
      currency
    }
    verifiedTotal {
      amount
      currency
    }
    isAcceptanceRequired
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<SubmitOrderForReviewMutation, SubmitOrderForReviewMutationVariables>;
export const RequestOrderConsultationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestOrderConsultation($input: RequestOrderConsultationInput!) {
  requestOrderConsultation(input: $input) {
    ...OrderPrice
  }
}
    fragment OrderPrice on Order {
  ...OrderSummary
  verifiedPages
  quoteId
  estimatedTotal {
    amount
    currency
  }
  finalTotal {
    amount
    currency
  }
  priceDifference {
    declaredPages
    verifiedPages
    declaredTotal {
      amount
      currency
    }
    verifiedTotal {
      amount
      currency
    }
    isAcceptanceRequired
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<RequestOrderConsultationMutation, RequestOrderConsultationMutationVariables>;
export const CloseOrderConsultationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseOrderConsultation($input: CloseOrderConsultationInput!) {
  closeOrderConsultation(input: $input) {
    ...OrderPrice
  }
}
    fragment OrderPrice on Order {
  ...OrderSummary
  verifiedPages
  quoteId
  estimatedTotal {
    amount
    currency
  }
  finalTotal {
    amount
    currency
  }
  priceDifference {
    declaredPages
    verifiedPages
    declaredTotal {
      amount
      currency
    }
    verifiedTotal {
      amount
      currency
    }
    isAcceptanceRequired
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<CloseOrderConsultationMutation, CloseOrderConsultationMutationVariables>;
export const VerifyPagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VerifyPages($input: VerifyPagesInput!) {
  verifyPages(input: $input) {
    ...OrderPrice
  }
}
    fragment OrderPrice on Order {
  ...OrderSummary
  verifiedPages
  quoteId
  estimatedTotal {
    amount
    currency
  }
  finalTotal {
    amount
    currency
  }
  priceDifference {
    declaredPages
    verifiedPages
    declaredTotal {
      amount
      currency
    }
    verifiedTotal {
      amount
      currency
    }
    isAcceptanceRequired
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<VerifyPagesMutation, VerifyPagesMutationVariables>;
export const AcceptMeasuredPagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptMeasuredPages($input: AcceptMeasuredPagesInput!) {
  acceptMeasuredPages(input: $input) {
    ...OrderPrice
  }
}
    fragment OrderPrice on Order {
  ...OrderSummary
  verifiedPages
  quoteId
  estimatedTotal {
    amount
    currency
  }
  finalTotal {
    amount
    currency
  }
  priceDifference {
    declaredPages
    verifiedPages
    declaredTotal {
      amount
      currency
    }
    verifiedTotal {
      amount
      currency
    }
    isAcceptanceRequired
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<AcceptMeasuredPagesMutation, AcceptMeasuredPagesMutationVariables>;
export const CreateOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<CreateOrderMutation, CreateOrderMutationVariables>;
export const UploadManuscriptDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  dueAt
  isLate
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
  progressPercent
  revisionsLeft
  suspendedReason
  cancellationReason
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
    ...OrderFileDetails
  }
  deliveries {
    ...DeliveryDetails
  }
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`) as unknown as TypedDocumentString<UploadManuscriptMutation, UploadManuscriptMutationVariables>;
export const OrderDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  dueAt
  isLate
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
  progressPercent
  revisionsLeft
  suspendedReason
  cancellationReason
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
    ...OrderFileDetails
  }
  deliveries {
    ...DeliveryDetails
  }
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`) as unknown as TypedDocumentString<OrderQuery, OrderQueryVariables>;
export const MyOrdersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyOrders($status: OrderStatus, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: OrderSort, $search: String) {
  myOrders(
    status: $status
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    search: $search
  ) {
    nodes {
      ...OrderSummary
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<MyOrdersQuery, MyOrdersQueryVariables>;
export const UploadReferenceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UploadReference($input: UploadReferenceInput!) {
  uploadReference(input: $input) {
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
  dueAt
  isLate
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
  progressPercent
  revisionsLeft
  suspendedReason
  cancellationReason
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
    ...OrderFileDetails
  }
  deliveries {
    ...DeliveryDetails
  }
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`) as unknown as TypedDocumentString<UploadReferenceMutation, UploadReferenceMutationVariables>;
export const AcceptDeliveryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptDelivery($input: AcceptDeliveryInput!) {
  acceptDelivery(input: $input) {
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
  dueAt
  isLate
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
  progressPercent
  revisionsLeft
  suspendedReason
  cancellationReason
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
    ...OrderFileDetails
  }
  deliveries {
    ...DeliveryDetails
  }
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`) as unknown as TypedDocumentString<AcceptDeliveryMutation, AcceptDeliveryMutationVariables>;
export const RequestChangesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestChanges($input: RequestChangesInput!) {
  requestChanges(input: $input) {
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
  dueAt
  isLate
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
  progressPercent
  revisionsLeft
  suspendedReason
  cancellationReason
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
    ...OrderFileDetails
  }
  deliveries {
    ...DeliveryDetails
  }
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`) as unknown as TypedDocumentString<RequestChangesMutation, RequestChangesMutationVariables>;
export const CancellationTermsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CancellationTerms($orderId: ID!) {
  cancellationTerms(orderId: $orderId) {
    orderId
    paid {
      amount
      currency
    }
    share
    refund {
      amount
      currency
    }
    available {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<CancellationTermsQuery, CancellationTermsQueryVariables>;
export const RequestCancellationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestCancellation($input: RequestCancellationInput!) {
  requestCancellation(input: $input) {
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<RequestCancellationMutation, RequestCancellationMutationVariables>;
export const CancelOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelOrder($input: CancelOrderInput!) {
  cancelOrder(input: $input) {
    ...OrderSummary
    cancellationReason
    cancellationNote
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<CancelOrderMutation, CancelOrderMutationVariables>;
export const OrderUpdatedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription OrderUpdated($orderId: ID!, $after: Cursor) {
  orderUpdated(orderId: $orderId, after: $after) {
    reason
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
  dueAt
  isLate
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
  progressPercent
  revisionsLeft
  suspendedReason
  cancellationReason
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
    ...OrderFileDetails
  }
  deliveries {
    ...DeliveryDetails
  }
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`) as unknown as TypedDocumentString<OrderUpdatedSubscription, OrderUpdatedSubscriptionVariables>;
export const NoteOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation NoteOrder($input: NoteOrderInput!) {
  noteOrder(input: $input) {
    ...OrderNoteDetails
  }
}
    fragment OrderNoteDetails on OrderNote {
  id
  text
  audience
  createdAt
  by
  author {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<NoteOrderMutation, NoteOrderMutationVariables>;
export const OrderTimelineDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OrderTimeline($id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: OrderEventSort) {
  order(id: $id) {
    id
    timeline(
      first: $first
      after: $after
      last: $last
      before: $before
      orderBy: $orderBy
    ) {
      nodes {
        id
        kind
        at
        by
        actor {
          id
          displayName
        }
        from
        to
        dueAt
        previousDueAt
        isGranted
        amount {
          amount
          currency
        }
        fileId
        noteId
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrderTimelineQuery, OrderTimelineQueryVariables>;
export const OrderNotesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OrderNotes($id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: OrderNoteSort) {
  order(id: $id) {
    id
    notes(
      first: $first
      after: $after
      last: $last
      before: $before
      orderBy: $orderBy
    ) {
      nodes {
        ...OrderNoteDetails
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    fragment OrderNoteDetails on OrderNote {
  id
  text
  audience
  createdAt
  by
  author {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<OrderNotesQuery, OrderNotesQueryVariables>;
export const MyPasskeysDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyPasskeys {
  myPasskeys {
    ...MyPasskey
  }
}
    fragment MyPasskey on Passkey {
  id
  name
  isSynced
  createdAt
  lastUsedAt
}`) as unknown as TypedDocumentString<MyPasskeysQuery, MyPasskeysQueryVariables>;
export const PasskeyRegistrationOptionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PasskeyRegistrationOptions {
  passkeyRegistrationOptions
}
    `) as unknown as TypedDocumentString<PasskeyRegistrationOptionsMutation, PasskeyRegistrationOptionsMutationVariables>;
export const RegisterPasskeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterPasskey($input: RegisterPasskeyInput!) {
  registerPasskey(input: $input) {
    passkey {
      ...MyPasskey
    }
    recoveryCodes
  }
}
    fragment MyPasskey on Passkey {
  id
  name
  isSynced
  createdAt
  lastUsedAt
}`) as unknown as TypedDocumentString<RegisterPasskeyMutation, RegisterPasskeyMutationVariables>;
export const RenamePasskeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RenamePasskey($input: RenamePasskeyInput!) {
  renamePasskey(input: $input) {
    ...MyPasskey
  }
}
    fragment MyPasskey on Passkey {
  id
  name
  isSynced
  createdAt
  lastUsedAt
}`) as unknown as TypedDocumentString<RenamePasskeyMutation, RenamePasskeyMutationVariables>;
export const RemovePasskeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemovePasskey($input: RemovePasskeyInput!) {
  removePasskey(input: $input) {
    ...MyPasskey
  }
}
    fragment MyPasskey on Passkey {
  id
  name
  isSynced
  createdAt
  lastUsedAt
}`) as unknown as TypedDocumentString<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const PasskeySignInOptionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PasskeySignInOptions {
  passkeySignInOptions
}
    `) as unknown as TypedDocumentString<PasskeySignInOptionsMutation, PasskeySignInOptionsMutationVariables>;
export const SignInWithPasskeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {
  signInWithPasskey(input: $input) {
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
  permissionSets
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
}`) as unknown as TypedDocumentString<SignInWithPasskeyMutation, SignInWithPasskeyMutationVariables>;
export const PlansDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Plans {
  plans {
    ...PlanDetails
  }
}
    fragment PlanDetails on Plan {
  id
  code
  family
  nameFr
  nameEn
  textFr
  textEn
  isBase
  isActive
  prices {
    ...PlanPriceDetails
  }
  entitlements {
    feature
    value
  }
}
fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}`) as unknown as TypedDocumentString<PlansQuery, PlansQueryVariables>;
export const MyPlanSubscriptionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyPlanSubscription($family: PlanFamily! = ARTISAN) {
  myPlanSubscription(family: $family) {
    ...PlanSubscriptionDetails
    periods {
      ...PlanPeriodDetails
    }
  }
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}
fragment PlanSubscriptionDetails on PlanSubscription {
  id
  personId
  family
  plan {
    id
    code
    nameFr
    nameEn
  }
  price {
    ...PlanPriceDetails
  }
  status
  paymentMethodId
  startedOn
  paidUntil
  isGranted
  cancelsAtPeriodEnd
  nextPlan {
    code
  }
  nextInterval
  duePeriod {
    ...PlanPeriodDetails
  }
  expiresAt
  endedAt
  endReason
  createdAt
}
fragment PlanPeriodDetails on PlanPeriod {
  id
  plan {
    code
  }
  status
  startsOn
  endsOn
  amount {
    amount
    currency
  }
  credit {
    amount
    currency
  }
  toPay {
    amount
    currency
  }
  isChange
  paymentId
  invoiceId
}`) as unknown as TypedDocumentString<MyPlanSubscriptionQuery, MyPlanSubscriptionQueryVariables>;
export const PreviewPlanChangeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PreviewPlanChange($plan: String!, $interval: PlanInterval, $currency: Currency) {
  previewPlanChange(plan: $plan, interval: $interval, currency: $currency) {
    effect
    on
    plan {
      code
    }
    credit {
      amount
      currency
    }
    charge {
      amount
      currency
    }
    toPay {
      amount
      currency
    }
    renewsAt {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewPlanChangeQuery, PreviewPlanChangeQueryVariables>;
export const ChoosePlanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChoosePlan($input: ChoosePlanInput!) {
  choosePlan(input: $input) {
    ...PlanSubscriptionDetails
  }
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}
fragment PlanSubscriptionDetails on PlanSubscription {
  id
  personId
  family
  plan {
    id
    code
    nameFr
    nameEn
  }
  price {
    ...PlanPriceDetails
  }
  status
  paymentMethodId
  startedOn
  paidUntil
  isGranted
  cancelsAtPeriodEnd
  nextPlan {
    code
  }
  nextInterval
  duePeriod {
    ...PlanPeriodDetails
  }
  expiresAt
  endedAt
  endReason
  createdAt
}
fragment PlanPeriodDetails on PlanPeriod {
  id
  plan {
    code
  }
  status
  startsOn
  endsOn
  amount {
    amount
    currency
  }
  credit {
    amount
    currency
  }
  toPay {
    amount
    currency
  }
  isChange
  paymentId
  invoiceId
}`) as unknown as TypedDocumentString<ChoosePlanMutation, ChoosePlanMutationVariables>;
export const PaySubscriptionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PaySubscription($input: PaySubscriptionInput!) {
  paySubscription(input: $input) {
    paymentId
    payment {
      id
      status
      failureReason
    }
    sessionId
    url
    expiresAt
    clientSecret
  }
}
    `) as unknown as TypedDocumentString<PaySubscriptionMutation, PaySubscriptionMutationVariables>;
export const ChangePlanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangePlan($input: ChangePlanInput!) {
  changePlan(input: $input) {
    ...PlanSubscriptionDetails
  }
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}
fragment PlanSubscriptionDetails on PlanSubscription {
  id
  personId
  family
  plan {
    id
    code
    nameFr
    nameEn
  }
  price {
    ...PlanPriceDetails
  }
  status
  paymentMethodId
  startedOn
  paidUntil
  isGranted
  cancelsAtPeriodEnd
  nextPlan {
    code
  }
  nextInterval
  duePeriod {
    ...PlanPeriodDetails
  }
  expiresAt
  endedAt
  endReason
  createdAt
}
fragment PlanPeriodDetails on PlanPeriod {
  id
  plan {
    code
  }
  status
  startsOn
  endsOn
  amount {
    amount
    currency
  }
  credit {
    amount
    currency
  }
  toPay {
    amount
    currency
  }
  isChange
  paymentId
  invoiceId
}`) as unknown as TypedDocumentString<ChangePlanMutation, ChangePlanMutationVariables>;
export const CancelPlanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelPlan($input: PlanOfFamilyInput!) {
  cancelPlan(input: $input) {
    ...PlanSubscriptionDetails
  }
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}
fragment PlanSubscriptionDetails on PlanSubscription {
  id
  personId
  family
  plan {
    id
    code
    nameFr
    nameEn
  }
  price {
    ...PlanPriceDetails
  }
  status
  paymentMethodId
  startedOn
  paidUntil
  isGranted
  cancelsAtPeriodEnd
  nextPlan {
    code
  }
  nextInterval
  duePeriod {
    ...PlanPeriodDetails
  }
  expiresAt
  endedAt
  endReason
  createdAt
}
fragment PlanPeriodDetails on PlanPeriod {
  id
  plan {
    code
  }
  status
  startsOn
  endsOn
  amount {
    amount
    currency
  }
  credit {
    amount
    currency
  }
  toPay {
    amount
    currency
  }
  isChange
  paymentId
  invoiceId
}`) as unknown as TypedDocumentString<CancelPlanMutation, CancelPlanMutationVariables>;
export const ResumePlanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResumePlan($input: PlanOfFamilyInput!) {
  resumePlan(input: $input) {
    ...PlanSubscriptionDetails
  }
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}
fragment PlanSubscriptionDetails on PlanSubscription {
  id
  personId
  family
  plan {
    id
    code
    nameFr
    nameEn
  }
  price {
    ...PlanPriceDetails
  }
  status
  paymentMethodId
  startedOn
  paidUntil
  isGranted
  cancelsAtPeriodEnd
  nextPlan {
    code
  }
  nextInterval
  duePeriod {
    ...PlanPeriodDetails
  }
  expiresAt
  endedAt
  endReason
  createdAt
}
fragment PlanPeriodDetails on PlanPeriod {
  id
  plan {
    code
  }
  status
  startsOn
  endsOn
  amount {
    amount
    currency
  }
  credit {
    amount
    currency
  }
  toPay {
    amount
    currency
  }
  isChange
  paymentId
  invoiceId
}`) as unknown as TypedDocumentString<ResumePlanMutation, ResumePlanMutationVariables>;
export const PlanSubscriptionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PlanSubscriptions($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: PlanSubscriptionSort, $filter: PlanSubscriptionFilterInput) {
  planSubscriptions(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      ...PlanSubscriptionDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}
fragment PlanSubscriptionDetails on PlanSubscription {
  id
  personId
  family
  plan {
    id
    code
    nameFr
    nameEn
  }
  price {
    ...PlanPriceDetails
  }
  status
  paymentMethodId
  startedOn
  paidUntil
  isGranted
  cancelsAtPeriodEnd
  nextPlan {
    code
  }
  nextInterval
  duePeriod {
    ...PlanPeriodDetails
  }
  expiresAt
  endedAt
  endReason
  createdAt
}
fragment PlanPeriodDetails on PlanPeriod {
  id
  plan {
    code
  }
  status
  startsOn
  endsOn
  amount {
    amount
    currency
  }
  credit {
    amount
    currency
  }
  toPay {
    amount
    currency
  }
  isChange
  paymentId
  invoiceId
}`) as unknown as TypedDocumentString<PlanSubscriptionsQuery, PlanSubscriptionsQueryVariables>;
export const GrantPlanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation GrantPlan($input: GrantPlanInput!) {
  grantPlan(input: $input) {
    ...PlanSubscriptionDetails
  }
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}
fragment PlanSubscriptionDetails on PlanSubscription {
  id
  personId
  family
  plan {
    id
    code
    nameFr
    nameEn
  }
  price {
    ...PlanPriceDetails
  }
  status
  paymentMethodId
  startedOn
  paidUntil
  isGranted
  cancelsAtPeriodEnd
  nextPlan {
    code
  }
  nextInterval
  duePeriod {
    ...PlanPeriodDetails
  }
  expiresAt
  endedAt
  endReason
  createdAt
}
fragment PlanPeriodDetails on PlanPeriod {
  id
  plan {
    code
  }
  status
  startsOn
  endsOn
  amount {
    amount
    currency
  }
  credit {
    amount
    currency
  }
  toPay {
    amount
    currency
  }
  isChange
  paymentId
  invoiceId
}`) as unknown as TypedDocumentString<GrantPlanMutation, GrantPlanMutationVariables>;
export const RevivePlanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevivePlan($input: RevivePlanInput!) {
  revivePlan(input: $input) {
    ...PlanSubscriptionDetails
  }
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}
fragment PlanSubscriptionDetails on PlanSubscription {
  id
  personId
  family
  plan {
    id
    code
    nameFr
    nameEn
  }
  price {
    ...PlanPriceDetails
  }
  status
  paymentMethodId
  startedOn
  paidUntil
  isGranted
  cancelsAtPeriodEnd
  nextPlan {
    code
  }
  nextInterval
  duePeriod {
    ...PlanPeriodDetails
  }
  expiresAt
  endedAt
  endReason
  createdAt
}
fragment PlanPeriodDetails on PlanPeriod {
  id
  plan {
    code
  }
  status
  startsOn
  endsOn
  amount {
    amount
    currency
  }
  credit {
    amount
    currency
  }
  toPay {
    amount
    currency
  }
  isChange
  paymentId
  invoiceId
}`) as unknown as TypedDocumentString<RevivePlanMutation, RevivePlanMutationVariables>;
export const SetPlanPriceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetPlanPrice($input: SetPlanPriceInput!) {
  setPlanPrice(input: $input) {
    ...PlanPriceDetails
  }
}
    fragment PlanPriceDetails on PlanPrice {
  id
  interval
  amount {
    amount
    currency
  }
  validFrom
}`) as unknown as TypedDocumentString<SetPlanPriceMutation, SetPlanPriceMutationVariables>;
export const SyncStripePricesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SyncStripePrices($input: SyncStripePricesInput!) {
  syncStripePrices(input: $input) {
    action
    subject
    name
  }
}
    `) as unknown as TypedDocumentString<SyncStripePricesMutation, SyncStripePricesMutationVariables>;
export const AdminPriceItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AdminPriceItems($includeArchived: Boolean! = false) {
  adminPriceItems(includeArchived: $includeArchived) {
    ...AdminPriceItemDetails
  }
}
    fragment AdminPriceItemDetails on AdminPriceItem {
  id
  name
  description
  serviceType
  unit
  price {
    amount
    currency
  }
  priceLabel
  minimum {
    amount
    currency
  }
  estimatedDuration
  turnaroundWorkingDays
  rushWorkingDays
  validFrom
  isFeatured
  isActive
  position
  archivedAt
  stripeProductId
  stripePriceId
}`) as unknown as TypedDocumentString<AdminPriceItemsQuery, AdminPriceItemsQueryVariables>;
export const CreatePriceItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreatePriceItem($createPriceItem: CreatePriceItemInput!) {
  createPriceItem(input: $createPriceItem) {
    ...AdminPriceItemDetails
  }
}
    fragment AdminPriceItemDetails on AdminPriceItem {
  id
  name
  description
  serviceType
  unit
  price {
    amount
    currency
  }
  priceLabel
  minimum {
    amount
    currency
  }
  estimatedDuration
  turnaroundWorkingDays
  rushWorkingDays
  validFrom
  isFeatured
  isActive
  position
  archivedAt
  stripeProductId
  stripePriceId
}`) as unknown as TypedDocumentString<CreatePriceItemMutation, CreatePriceItemMutationVariables>;
export const UpdatePriceItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdatePriceItem($updatePriceItem: UpdatePriceItemInput!) {
  updatePriceItem(input: $updatePriceItem) {
    ...AdminPriceItemDetails
    history {
      id
      kind
      actorId
      at
      changes {
        field
        before
        after
      }
    }
  }
}
    fragment AdminPriceItemDetails on AdminPriceItem {
  id
  name
  description
  serviceType
  unit
  price {
    amount
    currency
  }
  priceLabel
  minimum {
    amount
    currency
  }
  estimatedDuration
  turnaroundWorkingDays
  rushWorkingDays
  validFrom
  isFeatured
  isActive
  position
  archivedAt
  stripeProductId
  stripePriceId
}`) as unknown as TypedDocumentString<UpdatePriceItemMutation, UpdatePriceItemMutationVariables>;
export const SetPriceItemActiveDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetPriceItemActive($setPriceItemActive: SetPriceItemActiveInput!) {
  setPriceItemActive(input: $setPriceItemActive) {
    ...AdminPriceItemDetails
  }
}
    fragment AdminPriceItemDetails on AdminPriceItem {
  id
  name
  description
  serviceType
  unit
  price {
    amount
    currency
  }
  priceLabel
  minimum {
    amount
    currency
  }
  estimatedDuration
  turnaroundWorkingDays
  rushWorkingDays
  validFrom
  isFeatured
  isActive
  position
  archivedAt
  stripeProductId
  stripePriceId
}`) as unknown as TypedDocumentString<SetPriceItemActiveMutation, SetPriceItemActiveMutationVariables>;
export const ArchivePriceItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ArchivePriceItem($archivePriceItem: ArchivePriceItemInput!) {
  archivePriceItem(input: $archivePriceItem) {
    ...AdminPriceItemDetails
  }
}
    fragment AdminPriceItemDetails on AdminPriceItem {
  id
  name
  description
  serviceType
  unit
  price {
    amount
    currency
  }
  priceLabel
  minimum {
    amount
    currency
  }
  estimatedDuration
  turnaroundWorkingDays
  rushWorkingDays
  validFrom
  isFeatured
  isActive
  position
  archivedAt
  stripeProductId
  stripePriceId
}`) as unknown as TypedDocumentString<ArchivePriceItemMutation, ArchivePriceItemMutationVariables>;
export const ReorderPriceItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReorderPriceItems($reorderPriceItems: ReorderPriceItemsInput!) {
  reorderPriceItems(input: $reorderPriceItems) {
    ...AdminPriceItemDetails
  }
}
    fragment AdminPriceItemDetails on AdminPriceItem {
  id
  name
  description
  serviceType
  unit
  price {
    amount
    currency
  }
  priceLabel
  minimum {
    amount
    currency
  }
  estimatedDuration
  turnaroundWorkingDays
  rushWorkingDays
  validFrom
  isFeatured
  isActive
  position
  archivedAt
  stripeProductId
  stripePriceId
}`) as unknown as TypedDocumentString<ReorderPriceItemsMutation, ReorderPriceItemsMutationVariables>;
export const MyConsentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyConsents {
  myConsents {
    ...GivenConsent
  }
}
    fragment GivenConsent on Consent {
  id
  purpose
  policyVersion
  isGranted
  at
  source
}`) as unknown as TypedDocumentString<MyConsentsQuery, MyConsentsQueryVariables>;
export const GrantConsentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation GrantConsent($input: GrantConsentInput!) {
  grantConsent(input: $input) {
    ...GivenConsent
  }
}
    fragment GivenConsent on Consent {
  id
  purpose
  policyVersion
  isGranted
  at
  source
}`) as unknown as TypedDocumentString<GrantConsentMutation, GrantConsentMutationVariables>;
export const WithdrawConsentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawConsent($input: WithdrawConsentInput!) {
  withdrawConsent(input: $input) {
    ...GivenConsent
  }
}
    fragment GivenConsent on Consent {
  id
  purpose
  policyVersion
  isGranted
  at
  source
}`) as unknown as TypedDocumentString<WithdrawConsentMutation, WithdrawConsentMutationVariables>;
export const RequestDataExportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestDataExport($input: RequestDataExportInput!) {
  requestDataExport(input: $input) {
    ...DataExport
  }
}
    fragment DataExport on DataExportRequest {
  id
  format
  status
  progress
  requestedAt
  expiresAt
  downloadUrl
}`) as unknown as TypedDocumentString<RequestDataExportMutation, RequestDataExportMutationVariables>;
export const MyDataExportsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyDataExports {
  myDataExports {
    ...DataExport
  }
}
    fragment DataExport on DataExportRequest {
  id
  format
  status
  progress
  requestedAt
  expiresAt
  downloadUrl
}`) as unknown as TypedDocumentString<MyDataExportsQuery, MyDataExportsQueryVariables>;
export const SubmitPrivacyRequestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitPrivacyRequest($input: SubmitPrivacyRequestInput!) {
  submitPrivacyRequest(input: $input) {
    ...AskedAboutData
  }
}
    fragment AskedAboutData on PrivacyRequest {
  id
  userId
  kind
  status
  details
  answer
  askedAt
  dueAt
  handledAt
  extendedAt
  extensionReason
}`) as unknown as TypedDocumentString<SubmitPrivacyRequestMutation, SubmitPrivacyRequestMutationVariables>;
export const MyPrivacyRequestsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyPrivacyRequests {
  myPrivacyRequests {
    ...AskedAboutData
  }
}
    fragment AskedAboutData on PrivacyRequest {
  id
  userId
  kind
  status
  details
  answer
  askedAt
  dueAt
  handledAt
  extendedAt
  extensionReason
}`) as unknown as TypedDocumentString<MyPrivacyRequestsQuery, MyPrivacyRequestsQueryVariables>;
export const EraseMyAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EraseMyAccount($input: EraseMyAccountInput!) {
  eraseMyAccount(input: $input) {
    ...Erased
  }
}
    fragment Erased on ErasureReceipt {
  id
  erasedAt
  decidedBy
  reason
  lines {
    ...ErasedRecords
  }
}
fragment ErasedRecords on ErasureLine {
  record
  fate
  count
  ground
  keptUntil
}`) as unknown as TypedDocumentString<EraseMyAccountMutation, EraseMyAccountMutationVariables>;
export const ProcessingRecordDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ProcessingRecord($locale: Locale) {
  processingRecord(locale: $locale) {
    madeAt
    pdfUrl
    securityMeasures
    controller {
      name
      legalForm
      address
      siret
      email
      dataProtectionOfficer
    }
    activities {
      name
      title
      purpose
      basisText
      peopleTexts
      data
      recipientTexts
      processors {
        ...Processing
      }
      retention {
        recordClass
        description
        days
      }
    }
  }
}
    fragment Processing on Processor {
  name
  company
  purpose
  transfer
}`) as unknown as TypedDocumentString<ProcessingRecordQuery, ProcessingRecordQueryVariables>;
export const ProcessorsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Processors {
  processors {
    ...Processing
  }
}
    fragment Processing on Processor {
  name
  company
  purpose
  transfer
}`) as unknown as TypedDocumentString<ProcessorsQuery, ProcessorsQueryVariables>;
export const RequestCustomerDataDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestCustomerData($input: RequestCustomerDataInput!) {
  requestCustomerData(input: $input) {
    email
    isLinkMailed
  }
}
    `) as unknown as TypedDocumentString<RequestCustomerDataMutation, RequestCustomerDataMutationVariables>;
export const ExportCustomerDataDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ExportCustomerData($input: ExportCustomerDataInput!) {
  exportCustomerData(input: $input) {
    email
    isLinkMailed
  }
}
    `) as unknown as TypedDocumentString<ExportCustomerDataMutation, ExportCustomerDataMutationVariables>;
export const EraseCustomerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EraseCustomer($input: EraseCustomerInput!) {
  eraseCustomer(input: $input) {
    ...Erased
  }
}
    fragment Erased on ErasureReceipt {
  id
  erasedAt
  decidedBy
  reason
  lines {
    ...ErasedRecords
  }
}
fragment ErasedRecords on ErasureLine {
  record
  fate
  count
  ground
  keptUntil
}`) as unknown as TypedDocumentString<EraseCustomerMutation, EraseCustomerMutationVariables>;
export const MyProfileDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyProfile {
  me {
    ...Account
    ...Profile
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
  permissionSets
  locale
  createdAt
}
fragment Profile on User {
  phone
  address
  bio
  avatarFileId
  preferences {
    messagesByEmail
    messagesInApp
    agendaByEmail
  }
}`) as unknown as TypedDocumentString<MyProfileQuery, MyProfileQueryVariables>;
export const UpdateMyProfileDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateMyProfile($input: UpdateMyProfileInput!) {
  updateMyProfile(input: $input) {
    ...Account
    ...Profile
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
  permissionSets
  locale
  createdAt
}
fragment Profile on User {
  phone
  address
  bio
  avatarFileId
  preferences {
    messagesByEmail
    messagesInApp
    agendaByEmail
  }
}`) as unknown as TypedDocumentString<UpdateMyProfileMutation, UpdateMyProfileMutationVariables>;
export const UploadAvatarDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UploadAvatar($input: UploadAvatarInput!) {
  uploadAvatar(input: $input) {
    id
    avatarFileId
  }
}
    `) as unknown as TypedDocumentString<UploadAvatarMutation, UploadAvatarMutationVariables>;
export const RemoveAvatarDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveAvatar {
  removeAvatar {
    id
    avatarFileId
  }
}
    `) as unknown as TypedDocumentString<RemoveAvatarMutation, RemoveAvatarMutationVariables>;
export const ChangePasswordDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const RequestEmailChangeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestEmailChange($input: RequestEmailChangeInput!) {
  requestEmailChange(input: $input) {
    email
    isLinkMailed
  }
}
    `) as unknown as TypedDocumentString<RequestEmailChangeMutation, RequestEmailChangeMutationVariables>;
export const ConfirmEmailChangeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
  confirmEmailChange(input: $input) {
    id
    email
  }
}
    `) as unknown as TypedDocumentString<ConfirmEmailChangeMutation, ConfirmEmailChangeMutationVariables>;
export const UndoEmailChangeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UndoEmailChange($input: UndoEmailChangeInput!) {
  undoEmailChange(input: $input) {
    id
    email
  }
}
    `) as unknown as TypedDocumentString<UndoEmailChangeMutation, UndoEmailChangeMutationVariables>;
export const MySessionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MySessions {
  mySessions {
    id
    device
    agent
    network
    isCurrent
    signedInAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const RevokeSessionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeSession($input: RevokeSessionInput!) {
  revokeSession(input: $input) {
    endedSessions
  }
}
    `) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const StartOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<StartOrderMutation, StartOrderMutationVariables>;
export const UploadCorrectedFileDocument = /*#__PURE__*/ new TypedDocumentString(`
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
  dueAt
  isLate
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
  progressPercent
  revisionsLeft
  suspendedReason
  cancellationReason
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
    ...OrderFileDetails
  }
  deliveries {
    ...DeliveryDetails
  }
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`) as unknown as TypedDocumentString<UploadCorrectedFileMutation, UploadCorrectedFileMutationVariables>;
export const DeliverOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeliverOrder($input: DeliverOrderInput!) {
  deliverOrder(input: $input) {
    ...OrderSummary
    deliveries {
      ...DeliveryDetails
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}
fragment OrderFileDetails on OrderFile {
  id
  name
  role
  kind
  mimeType
  sizeBytes
  createdAt
}
fragment DeliveryDetails on Delivery {
  id
  number
  status
  note
  deliveredAt
  answerableUntil
  acceptedAt
  rating
  comment
  changesRequestedAt
  changes
  files {
    ...OrderFileDetails
  }
  changesFiles {
    ...OrderFileDetails
  }
}`) as unknown as TypedDocumentString<DeliverOrderMutation, DeliverOrderMutationVariables>;
export const UpdateOrderProgressDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateOrderProgress($input: UpdateOrderProgressInput!) {
  updateOrderProgress(input: $input) {
    ...OrderSummary
    progressPercent
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<UpdateOrderProgressMutation, UpdateOrderProgressMutationVariables>;
export const DeclineAssignmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeclineAssignment($input: DeclineAssignmentInput!) {
  declineAssignment(input: $input)
}
    `) as unknown as TypedDocumentString<DeclineAssignmentMutation, DeclineAssignmentMutationVariables>;
export const MyProofreaderProfileDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyProofreaderProfile {
  myProofreaderProfile {
    ...ProofreaderProfileDetails
  }
}
    fragment ProofreaderProfileDetails on ProofreaderProfile {
  capacityPagesPerDay
  languages
  genres
  specialities
  absences {
    fromOn
    untilOn
  }
}`) as unknown as TypedDocumentString<MyProofreaderProfileQuery, MyProofreaderProfileQueryVariables>;
export const UpdateMyProofreaderProfileDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateMyProofreaderProfile($input: UpdateProofreaderProfileInput!) {
  updateMyProofreaderProfile(input: $input) {
    ...ProofreaderProfileDetails
  }
}
    fragment ProofreaderProfileDetails on ProofreaderProfile {
  capacityPagesPerDay
  languages
  genres
  specialities
  absences {
    fromOn
    untilOn
  }
}`) as unknown as TypedDocumentString<UpdateMyProofreaderProfileMutation, UpdateMyProofreaderProfileMutationVariables>;
export const RequestExtensionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestExtension($input: RequestExtensionInput!) {
  requestExtension(input: $input) {
    ...ExtensionDetails
  }
}
    fragment ExtensionDetails on OrderExtension {
  id
  orderId
  status
  dueAt
  until
  reason
  note
  createdAt
  answeredAt
  askedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<RequestExtensionMutation, RequestExtensionMutationVariables>;
export const OrderExtensionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OrderExtensions($id: ID!) {
  order(id: $id) {
    id
    dueAt
    isLate
    extensions {
      ...ExtensionDetails
    }
  }
}
    fragment ExtensionDetails on OrderExtension {
  id
  orderId
  status
  dueAt
  until
  reason
  note
  createdAt
  answeredAt
  askedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<OrderExtensionsQuery, OrderExtensionsQueryVariables>;
export const MyWorkDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyWork {
  myWork {
    late {
      ...OrderSummary
    }
    today {
      ...OrderSummary
    }
    waitingForCustomer {
      ...OrderSummary
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<MyWorkQuery, MyWorkQueryVariables>;
export const MyWorkUpdatedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription MyWorkUpdated($after: Cursor) {
  myWorkUpdated(after: $after) {
    cursor
    orderId
    order {
      ...OrderSummary
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
  dueAt
  isLate
  createdAt
  paidAt
  startedAt
  completedAt
  cancelledAt
}`) as unknown as TypedDocumentString<MyWorkUpdatedSubscription, MyWorkUpdatedSubscriptionVariables>;
export const QuotesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Quotes($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: QuoteSort, $search: String, $filter: QuoteFilterInput) {
  quotes(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    search: $search
    filter: $filter
  ) {
    nodes {
      ...QuoteSummary
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}`) as unknown as TypedDocumentString<QuotesQuery, QuotesQueryVariables>;
export const MyQuotesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyQuotes($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: QuoteSort, $search: String) {
  myQuotes(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    search: $search
  ) {
    nodes {
      ...QuoteSummary
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}`) as unknown as TypedDocumentString<MyQuotesQuery, MyQuotesQueryVariables>;
export const QuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Quote($id: ID!) {
  quote(id: $id) {
    ...QuoteDetails
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}`) as unknown as TypedDocumentString<QuoteQuery, QuoteQueryVariables>;
export const CreateQuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateQuote($input: CreateQuoteInput!) {
  createQuote(input: $input) {
    ...QuoteDetails
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}`) as unknown as TypedDocumentString<CreateQuoteMutation, CreateQuoteMutationVariables>;
export const UpdateQuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateQuote($input: UpdateQuoteInput!) {
  updateQuote(input: $input) {
    ...QuoteDetails
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}`) as unknown as TypedDocumentString<UpdateQuoteMutation, UpdateQuoteMutationVariables>;
export const SendQuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendQuote($input: SendQuoteInput!) {
  sendQuote(input: $input) {
    ...QuoteDetails
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}`) as unknown as TypedDocumentString<SendQuoteMutation, SendQuoteMutationVariables>;
export const ReviseQuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReviseQuote($input: ReviseQuoteInput!) {
  reviseQuote(input: $input) {
    ...QuoteDetails
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}`) as unknown as TypedDocumentString<ReviseQuoteMutation, ReviseQuoteMutationVariables>;
export const RecordOfflineAcceptanceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordOfflineAcceptance($input: RecordOfflineAcceptanceInput!) {
  recordOfflineAcceptance(input: $input) {
    ...QuoteDetails
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}`) as unknown as TypedDocumentString<RecordOfflineAcceptanceMutation, RecordOfflineAcceptanceMutationVariables>;
export const AcceptQuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptQuote($input: AcceptQuoteInput!) {
  acceptQuote(input: $input) {
    ...QuoteDetails
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}`) as unknown as TypedDocumentString<AcceptQuoteMutation, AcceptQuoteMutationVariables>;
export const RefuseQuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RefuseQuote($input: RefuseQuoteInput!) {
  refuseQuote(input: $input) {
    ...QuoteSummary
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}`) as unknown as TypedDocumentString<RefuseQuoteMutation, RefuseQuoteMutationVariables>;
export const PublicQuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PublicQuote($token: String!) {
  publicQuote(token: $token) {
    ...PublicQuoteDetails
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}
fragment PublicQuoteDetails on PublicQuote {
  quote {
    ...QuoteDetails
  }
  download {
    url
    expiresAt
  }
}`) as unknown as TypedDocumentString<PublicQuoteQuery, PublicQuoteQueryVariables>;
export const AcceptPublicQuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptPublicQuote($input: AcceptPublicQuoteInput!) {
  acceptPublicQuote(input: $input) {
    ...PublicQuoteDetails
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}
fragment PublicQuoteDetails on PublicQuote {
  quote {
    ...QuoteDetails
  }
  download {
    url
    expiresAt
  }
}`) as unknown as TypedDocumentString<AcceptPublicQuoteMutation, AcceptPublicQuoteMutationVariables>;
export const RefusePublicQuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RefusePublicQuote($input: RefusePublicQuoteInput!) {
  refusePublicQuote(input: $input) {
    ...PublicQuoteDetails
  }
}
    fragment QuoteSummary on Quote {
  id
  version
  status
  number
  revision
  replacesId
  buyer {
    userId
    name
    email
  }
  gross {
    amount
    currency
  }
  validUntil
  onAcceptance
  sentAt
  timesSent
  endedAt
  createdAt
}
fragment QuoteDetails on Quote {
  ...QuoteSummary
  subject {
    type
    id
  }
  prices
  operation
  currency
  lines {
    id
    description
    quantityThousandths
    unit
    unitCode
    unitPrice {
      amount
      currency
    }
    taxRate
    discountAmount {
      amount
      currency
    }
    discountBasisPoints
  }
  discountAmount {
    amount
    currency
  }
  discountBasisPoints
  net {
    amount
    currency
  }
  tax {
    amount
    currency
  }
  notes
  purchaseOrder
  depositPercent
  deposit {
    amount
    currency
  }
  terms {
    slug
    version
    sha256
    title
    content
  }
  withdrawalQuestion
  pdfFileId
  pdfSha256
  acceptance {
    id
    revision
    pdfSha256
    termsVersion
    termsSha256
    name
    acceptedAt
    acceptedOn
    startBeforeWithdrawal
    withdrawalWording
    address
    agent
    proofFileId
    auditSeq
  }
  invoice {
    id
    number
    status
    pdfFileId
  }
}
fragment PublicQuoteDetails on PublicQuote {
  quote {
    ...QuoteDetails
  }
  download {
    url
    expiresAt
  }
}`) as unknown as TypedDocumentString<RefusePublicQuoteMutation, RefusePublicQuoteMutationVariables>;
export const PaymentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Payments($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: PaymentSort, $filter: PaymentFilterInput) {
  payments(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      ...PaymentDetails
      payerId
      person {
        ...PersonDetails
      }
      provider
      refundDueReason
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}
fragment PersonDetails on PersonWithoutAccount {
  name
  email
  locale
  address {
    lines
    postcode
    city
    country
  }
}`) as unknown as TypedDocumentString<PaymentsQuery, PaymentsQueryVariables>;
export const RefundsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Refunds($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: RefundSort, $filter: RefundFilterInput) {
  refunds(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      ...RefundDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment RefundDetails on Refund {
  id
  paymentId
  creditNoteId
  creditNote {
    id
    number
    pdfFileId
  }
  status
  origin
  reason
  amount {
    amount
    currency
  }
  provider
  attempt
  isManual
  failureReason
  succeededAt
  paidOn
  reference
  proofFileId
  createdAt
}`) as unknown as TypedDocumentString<RefundsQuery, RefundsQueryVariables>;
export const DisputesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Disputes($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: DisputeSort, $filter: DisputeFilterInput) {
  disputes(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      ...DisputeDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment DisputeDetails on Dispute {
  id
  paymentId
  status
  amount {
    amount
    currency
  }
  reason
  provider
  providerDisputeId
  respondBy
  closedAt
  createdAt
}`) as unknown as TypedDocumentString<DisputesQuery, DisputesQueryVariables>;
export const RefundPaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RefundPayment($input: RefundPaymentInput!) {
  refundPayment(input: $input) {
    ...RefundDetails
  }
}
    fragment RefundDetails on Refund {
  id
  paymentId
  creditNoteId
  creditNote {
    id
    number
    pdfFileId
  }
  status
  origin
  reason
  amount {
    amount
    currency
  }
  provider
  attempt
  isManual
  failureReason
  succeededAt
  paidOn
  reference
  proofFileId
  createdAt
}`) as unknown as TypedDocumentString<RefundPaymentMutation, RefundPaymentMutationVariables>;
export const ResolveMobilePaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResolveMobilePayment($input: ResolveMobilePaymentInput!) {
  resolveMobilePayment(input: $input) {
    ...PaymentDetails
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<ResolveMobilePaymentMutation, ResolveMobilePaymentMutationVariables>;
export const RetryRefundDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RetryRefund($input: RetryRefundInput!) {
  retryRefund(input: $input) {
    ...RefundDetails
  }
}
    fragment RefundDetails on Refund {
  id
  paymentId
  creditNoteId
  creditNote {
    id
    number
    pdfFileId
  }
  status
  origin
  reason
  amount {
    amount
    currency
  }
  provider
  attempt
  isManual
  failureReason
  succeededAt
  paidOn
  reference
  proofFileId
  createdAt
}`) as unknown as TypedDocumentString<RetryRefundMutation, RetryRefundMutationVariables>;
export const RecordManualRefundDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordManualRefund($input: RecordManualRefundInput!) {
  recordManualRefund(input: $input) {
    ...RefundDetails
  }
}
    fragment RefundDetails on Refund {
  id
  paymentId
  creditNoteId
  creditNote {
    id
    number
    pdfFileId
  }
  status
  origin
  reason
  amount {
    amount
    currency
  }
  provider
  attempt
  isManual
  failureReason
  succeededAt
  paidOn
  reference
  proofFileId
  createdAt
}`) as unknown as TypedDocumentString<RecordManualRefundMutation, RecordManualRefundMutationVariables>;
export const RecordOfflinePaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordOfflinePayment($input: RecordOfflinePaymentInput!) {
  recordOfflinePayment(input: $input) {
    ...RecordedPayment
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}
fragment RecordedPayment on Payment {
  ...PaymentDetails
  provider
  receivedOn
  reference
  reversedAt
  refundDueReason
  refundDue {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<RecordOfflinePaymentMutation, RecordOfflinePaymentMutationVariables>;
export const ReversePaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReversePayment($input: ReversePaymentInput!) {
  reversePayment(input: $input) {
    ...RecordedPayment
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}
fragment RecordedPayment on Payment {
  ...PaymentDetails
  provider
  receivedOn
  reference
  reversedAt
  refundDueReason
  refundDue {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<ReversePaymentMutation, ReversePaymentMutationVariables>;
export const WebhookEventsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebhookEvents($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: WebhookEventSort, $filter: WebhookEventFilterInput) {
  webhookEvents(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      ...WebhookEventDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment WebhookEventDetails on WebhookEvent {
  id
  provider
  providerEventId
  type
  status
  attempts
  lastError
  paymentId
  occurredAt
  createdAt
  appliedAt
}`) as unknown as TypedDocumentString<WebhookEventsQuery, WebhookEventsQueryVariables>;
export const ReplayWebhookEventDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReplayWebhookEvent($input: ReplayWebhookEventInput!) {
  replayWebhookEvent(input: $input) {
    ...WebhookEventDetails
  }
}
    fragment WebhookEventDetails on WebhookEvent {
  id
  provider
  providerEventId
  type
  status
  attempts
  lastError
  paymentId
  occurredAt
  createdAt
  appliedAt
}`) as unknown as TypedDocumentString<ReplayWebhookEventMutation, ReplayWebhookEventMutationVariables>;
export const SimulateStripeEventDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SimulateStripeEvent($input: SimulateStripeEventInput!) {
  simulateStripeEvent(input: $input)
}
    `) as unknown as TypedDocumentString<SimulateStripeEventMutation, SimulateStripeEventMutationVariables>;
export const CapturePaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CapturePayment($input: CapturePaymentInput!) {
  capturePayment(input: $input) {
    ...PaymentDetails
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<CapturePaymentMutation, CapturePaymentMutationVariables>;
export const ReleasePaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReleasePayment($input: ReleasePaymentInput!) {
  releasePayment(input: $input) {
    ...PaymentDetails
  }
}
    fragment PaymentDetails on Payment {
  id
  subject {
    type
    id
  }
  status
  description
  network
  phoneLast4
  amount {
    amount
    currency
  }
  refunded {
    amount
    currency
  }
  method
  checkoutUrl
  expiresAt
  paidAt
  captureBefore
  unknownSince
  holdDecision
  failureReason
  createdAt
}`) as unknown as TypedDocumentString<ReleasePaymentMutation, ReleasePaymentMutationVariables>;
export const ReconciliationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Reconciliations($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: ReconciliationSort, $filter: ReconciliationFilterInput) {
  reconciliations(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      id
      status
      since
      until
      examined
      unread
      differenceCount
      mendedCount
      createdAt
      finishedAt
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ReconciliationsQuery, ReconciliationsQueryVariables>;
export const ReconciliationDifferencesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReconciliationDifferences($first: Int! = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: ReconciliationDifferenceSort, $filter: ReconciliationDifferenceFilterInput) {
  reconciliationDifferences(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      id
      reconciliationId
      kind
      type
      provider
      about
      paymentId
      ours
      theirs
      isMended
      createdAt
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ReconciliationDifferencesQuery, ReconciliationDifferencesQueryVariables>;
export const DocumentRetentionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DocumentRetention($documentId: ID!) {
  documentRetention(documentId: $documentId) {
    ...DocumentRetentionFields
  }
}
    fragment DocumentRetentionFields on DocumentRetention {
  documentId
  retainUntil
  awaitsEvent
  closedOn
  isHeld
  dueAt
  shortening {
    retainUntil
    effectiveAt
    reason
  }
}`) as unknown as TypedDocumentString<DocumentRetentionQuery, DocumentRetentionQueryVariables>;
export const DocumentRetentionPreviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DocumentRetentionPreview($cabinetId: ID!) {
  documentRetentionPreview(cabinetId: $cabinetId) {
    documentId
    title
    outcome
    retainUntil
  }
}
    `) as unknown as TypedDocumentString<DocumentRetentionPreviewQuery, DocumentRetentionPreviewQueryVariables>;
export const DueDocumentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DueDocuments($cabinetId: ID!, $orderBy: DueDocumentSort, $first: Int, $after: Cursor) {
  dueDocuments(
    cabinetId: $cabinetId
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    nodes {
      documentId
      title
      dueAt
      retainUntil
      ground
      destroyedAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<DueDocumentsQuery, DueDocumentsQueryVariables>;
export const DestructionCertificatesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DestructionCertificates($ofCabinet: ID, $orderBy: DestructionCertificateSort, $first: Int, $after: Cursor) {
  destructionCertificates(
    cabinetId: $ofCabinet
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    nodes {
      id
      number
      kind
      cabinetId
      documentId
      issuedAt
      auditEntry
      keyId
      file
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<DestructionCertificatesQuery, DestructionCertificatesQueryVariables>;
export const DestructionCertificatePdfDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DestructionCertificatePdf($id: ID!) {
  destructionCertificatePdf(id: $id) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<DestructionCertificatePdfQuery, DestructionCertificatePdfQueryVariables>;
export const CloseDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseDocument($input: CloseDocumentInput!) {
  closeDocument(input: $input) {
    ...DocumentRetentionFields
  }
}
    fragment DocumentRetentionFields on DocumentRetention {
  documentId
  retainUntil
  awaitsEvent
  closedOn
  isHeld
  dueAt
  shortening {
    retainUntil
    effectiveAt
    reason
  }
}`) as unknown as TypedDocumentString<CloseDocumentMutation, CloseDocumentMutationVariables>;
export const RetainDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RetainDocument($input: RetainDocumentInput!) {
  retainDocument(input: $input) {
    ...DocumentRetentionFields
  }
}
    fragment DocumentRetentionFields on DocumentRetention {
  documentId
  retainUntil
  awaitsEvent
  closedOn
  isHeld
  dueAt
  shortening {
    retainUntil
    effectiveAt
    reason
  }
}`) as unknown as TypedDocumentString<RetainDocumentMutation, RetainDocumentMutationVariables>;
export const UndoRetentionChangeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UndoRetentionChange($input: UndoRetentionChangeInput!) {
  undoRetentionChange(input: $input) {
    ...DocumentRetentionFields
  }
}
    fragment DocumentRetentionFields on DocumentRetention {
  documentId
  retainUntil
  awaitsEvent
  closedOn
  isHeld
  dueAt
  shortening {
    retainUntil
    effectiveAt
    reason
  }
}`) as unknown as TypedDocumentString<UndoRetentionChangeMutation, UndoRetentionChangeMutationVariables>;
export const ApproveDestructionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ApproveDestruction($input: ApproveDestructionInput!) {
  approveDestruction(input: $input) {
    documentId
    certificateId
    refusal
  }
}
    `) as unknown as TypedDocumentString<ApproveDestructionMutation, ApproveDestructionMutationVariables>;
export const PurgeDocumentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PurgeDocument($input: PurgeDocumentInput!) {
  purgeDocument(input: $input) {
    id
    number
    file
  }
}
    `) as unknown as TypedDocumentString<PurgeDocumentMutation, PurgeDocumentMutationVariables>;
export const EmptyTrashDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EmptyTrash($input: EmptyTrashInput!) {
  emptyTrash(input: $input) {
    purged
    remaining
  }
}
    `) as unknown as TypedDocumentString<EmptyTrashMutation, EmptyTrashMutationVariables>;
export const ReviewsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Reviews($artisanId: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: ReviewSort) {
  reviews(
    artisanId: $artisanId
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      id
      rating
      text
      createdAt
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ReviewsQuery, ReviewsQueryVariables>;
export const ArtisanReviewsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ArtisanReviews($status: ReviewStatus, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: ArtisanReviewSort) {
  artisanReviews(
    status: $status
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      ...ManagedReviewDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    fragment ManagedReviewDetails on ManagedReview {
  id
  rating
  text
  createdAt
  bookingId
  artisanId
  status
  decidedAt
}`) as unknown as TypedDocumentString<ArtisanReviewsQuery, ArtisanReviewsQueryVariables>;
export const ArtisanRatingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ArtisanRating($slug: String!) {
  artisan(slug: $slug) {
    id
    rating {
      average
      count
    }
  }
}
    `) as unknown as TypedDocumentString<ArtisanRatingQuery, ArtisanRatingQueryVariables>;
export const SubmitReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitReview($input: SubmitReviewInput!) {
  submitReview(input: $input)
}
    `) as unknown as TypedDocumentString<SubmitReviewMutation, SubmitReviewMutationVariables>;
export const ApproveReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ApproveReview($input: DecideReviewInput!) {
  approveReview(input: $input) {
    ...ManagedReviewDetails
  }
}
    fragment ManagedReviewDetails on ManagedReview {
  id
  rating
  text
  createdAt
  bookingId
  artisanId
  status
  decidedAt
}`) as unknown as TypedDocumentString<ApproveReviewMutation, ApproveReviewMutationVariables>;
export const RejectReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RejectReview($input: DecideReviewInput!) {
  rejectReview(input: $input) {
    ...ManagedReviewDetails
  }
}
    fragment ManagedReviewDetails on ManagedReview {
  id
  rating
  text
  createdAt
  bookingId
  artisanId
  status
  decidedAt
}`) as unknown as TypedDocumentString<RejectReviewMutation, RejectReviewMutationVariables>;
export const MyTwoFactorDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyTwoFactor {
  myTwoFactor {
    isEnabled
    factors {
      method
      enabledAt
      phoneEnding
    }
    recoveryCodesLeft
    trustedDevices {
      id
      device
      agent
      network
      trustedAt
      lastUsedAt
      expiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<MyTwoFactorQuery, MyTwoFactorQueryVariables>;
export const EnableTwoFactorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EnableTwoFactor($input: EnableTwoFactorInput!) {
  enableTwoFactor(input: $input) {
    method
    otpauthUri
    qrCode
    secret
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<EnableTwoFactorMutation, EnableTwoFactorMutationVariables>;
export const ConfirmTwoFactorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmTwoFactor($input: ConfirmTwoFactorInput!) {
  confirmTwoFactor(input: $input) {
    method
    recoveryCodes
  }
}
    `) as unknown as TypedDocumentString<ConfirmTwoFactorMutation, ConfirmTwoFactorMutationVariables>;
export const DisableTwoFactorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DisableTwoFactor($input: DisableTwoFactorInput!) {
  disableTwoFactor(input: $input)
}
    `) as unknown as TypedDocumentString<DisableTwoFactorMutation, DisableTwoFactorMutationVariables>;
export const RegenerateRecoveryCodesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegenerateRecoveryCodes {
  regenerateRecoveryCodes
}
    `) as unknown as TypedDocumentString<RegenerateRecoveryCodesMutation, RegenerateRecoveryCodesMutationVariables>;
export const VerifyTwoFactorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation VerifyTwoFactor($input: VerifyTwoFactorInput!) {
  verifyTwoFactor(input: $input) {
    ...SignedIn
    trustedDeviceToken
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
  permissionSets
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
}`) as unknown as TypedDocumentString<VerifyTwoFactorMutation, VerifyTwoFactorMutationVariables>;
export const SendTwoFactorCodeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendTwoFactorCode($input: SendTwoFactorCodeInput!) {
  sendTwoFactorCode(input: $input) {
    method
    isCodeSent
  }
}
    `) as unknown as TypedDocumentString<SendTwoFactorCodeMutation, SendTwoFactorCodeMutationVariables>;
export const TwoFactorPasskeyOptionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TwoFactorPasskeyOptions($input: TwoFactorPasskeyOptionsInput!) {
  twoFactorPasskeyOptions(input: $input)
}
    `) as unknown as TypedDocumentString<TwoFactorPasskeyOptionsMutation, TwoFactorPasskeyOptionsMutationVariables>;
export const RevokeTrustedDeviceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeTrustedDevice($input: RevokeTrustedDeviceInput!) {
  revokeTrustedDevice(input: $input)
}
    `) as unknown as TypedDocumentString<RevokeTrustedDeviceMutation, RevokeTrustedDeviceMutationVariables>;
export const MyReauthenticationMethodsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyReauthenticationMethods($purpose: ReauthenticationPurpose!) {
  myReauthenticationMethods(purpose: $purpose)
}
    `) as unknown as TypedDocumentString<MyReauthenticationMethodsQuery, MyReauthenticationMethodsQueryVariables>;
export const SendReauthenticationCodeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendReauthenticationCode($input: SendReauthenticationCodeInput!) {
  sendReauthenticationCode(input: $input) {
    method
    isCodeSent
  }
}
    `) as unknown as TypedDocumentString<SendReauthenticationCodeMutation, SendReauthenticationCodeMutationVariables>;
export const ReauthenticationPasskeyOptionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReauthenticationPasskeyOptions($input: ReauthenticationPasskeyOptionsInput!) {
  reauthenticationPasskeyOptions(input: $input)
}
    `) as unknown as TypedDocumentString<ReauthenticationPasskeyOptionsMutation, ReauthenticationPasskeyOptionsMutationVariables>;
export const StepUpDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StepUp($input: StepUpInput!) {
  stepUp(input: $input) {
    provenUntil
  }
}
    `) as unknown as TypedDocumentString<StepUpMutation, StepUpMutationVariables>;
export const SellerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Seller($on: LocalDate) {
  seller(on: $on) {
    ...SellerDetails
  }
}
    fragment SellerDetails on Seller {
  id
  validFrom
  logoFileId
  capital {
    amount
    currency
  }
  name
  legalForm
  register
  addressLines
  postcode
  city
  country
  siren
  siret
  vatNumber
  vatRegime
  vatOnDebits
  vatPeriod
  accountingBasis
  fiscalYearEnd
  iban
  bic
  email
  phone
  electronicAddress
  paymentTermDays
  discountTextFr
  discountTextEn
  penaltyTextFr
  penaltyTextEn
  accounts {
    customers
    services
    goods
    deposits
    vatDue
    vatAwaitingReceipt
    providers
    bank
  }
}`) as unknown as TypedDocumentString<SellerQuery, SellerQueryVariables>;
export const ChangeSellerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeSeller($input: ChangeSellerInput!) {
  changeSeller(input: $input) {
    ...SellerDetails
  }
}
    fragment SellerDetails on Seller {
  id
  validFrom
  logoFileId
  capital {
    amount
    currency
  }
  name
  legalForm
  register
  addressLines
  postcode
  city
  country
  siren
  siret
  vatNumber
  vatRegime
  vatOnDebits
  vatPeriod
  accountingBasis
  fiscalYearEnd
  iban
  bic
  email
  phone
  electronicAddress
  paymentTermDays
  discountTextFr
  discountTextEn
  penaltyTextFr
  penaltyTextEn
  accounts {
    customers
    services
    goods
    deposits
    vatDue
    vatAwaitingReceipt
    providers
    bank
  }
}`) as unknown as TypedDocumentString<ChangeSellerMutation, ChangeSellerMutationVariables>;
export const ChangeSellerLogoDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeSellerLogo($input: ChangeSellerLogoInput!) {
  changeSellerLogo(input: $input) {
    ...SellerDetails
  }
}
    fragment SellerDetails on Seller {
  id
  validFrom
  logoFileId
  capital {
    amount
    currency
  }
  name
  legalForm
  register
  addressLines
  postcode
  city
  country
  siren
  siret
  vatNumber
  vatRegime
  vatOnDebits
  vatPeriod
  accountingBasis
  fiscalYearEnd
  iban
  bic
  email
  phone
  electronicAddress
  paymentTermDays
  discountTextFr
  discountTextEn
  penaltyTextFr
  penaltyTextEn
  accounts {
    customers
    services
    goods
    deposits
    vatDue
    vatAwaitingReceipt
    providers
    bank
  }
}`) as unknown as TypedDocumentString<ChangeSellerLogoMutation, ChangeSellerLogoMutationVariables>;
export const UpdateBillingProfileDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateBillingProfile($input: UpdateBillingProfileInput!) {
  updateBillingProfile(input: $input) {
    ...BillingProfileDetails
  }
}
    fragment BillingProfileDetails on BillingProfile {
  kind
  name
  addressLines
  postcode
  city
  country
  siren
  siret
  vatNumber
  vatNumberCheck
  electronicAddress
  purchaseOrder
  missingFields
}`) as unknown as TypedDocumentString<UpdateBillingProfileMutation, UpdateBillingProfileMutationVariables>;
export const LegalMentionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LegalMentions {
  legalMentions {
    ...LegalMentionDetails
  }
}
    fragment LegalMentionDetails on LegalMention {
  id
  code
  place
  appliesTo
  textFr
  textEn
  validFrom
  validUntil
  source
}`) as unknown as TypedDocumentString<LegalMentionsQuery, LegalMentionsQueryVariables>;
export const AddLegalMentionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddLegalMention($input: AddLegalMentionInput!) {
  addLegalMention(input: $input) {
    ...LegalMentionDetails
  }
}
    fragment LegalMentionDetails on LegalMention {
  id
  code
  place
  appliesTo
  textFr
  textEn
  validFrom
  validUntil
  source
}`) as unknown as TypedDocumentString<AddLegalMentionMutation, AddLegalMentionMutationVariables>;
export const ServiceAccountsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ServiceAccounts($search: String) {
  serviceAccounts(search: $search) {
    ...Program
  }
}
    fragment Program on ServiceAccount {
  id
  name
  description
  createdAt
  retiredAt
  tokens {
    ...TokenDetails
  }
}
fragment TokenDetails on ApiToken {
  id
  name
  prefix
  scopes
  createdAt
  expiresAt
  lastUsedAt
  lastUsedFrom
  revokedAt
}`) as unknown as TypedDocumentString<ServiceAccountsQuery, ServiceAccountsQueryVariables>;
export const CreateServiceAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateServiceAccount($input: CreateServiceAccountInput!) {
  createServiceAccount(input: $input) {
    ...Program
  }
}
    fragment Program on ServiceAccount {
  id
  name
  description
  createdAt
  retiredAt
  tokens {
    ...TokenDetails
  }
}
fragment TokenDetails on ApiToken {
  id
  name
  prefix
  scopes
  createdAt
  expiresAt
  lastUsedAt
  lastUsedFrom
  revokedAt
}`) as unknown as TypedDocumentString<CreateServiceAccountMutation, CreateServiceAccountMutationVariables>;
export const RetireServiceAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RetireServiceAccount($input: RetireServiceAccountInput!) {
  retireServiceAccount(input: $input) {
    ...Program
  }
}
    fragment Program on ServiceAccount {
  id
  name
  description
  createdAt
  retiredAt
  tokens {
    ...TokenDetails
  }
}
fragment TokenDetails on ApiToken {
  id
  name
  prefix
  scopes
  createdAt
  expiresAt
  lastUsedAt
  lastUsedFrom
  revokedAt
}`) as unknown as TypedDocumentString<RetireServiceAccountMutation, RetireServiceAccountMutationVariables>;
export const CreateApiTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateApiToken($input: CreateApiTokenInput!) {
  createApiToken(input: $input) {
    secret
    token {
      ...TokenDetails
    }
  }
}
    fragment TokenDetails on ApiToken {
  id
  name
  prefix
  scopes
  createdAt
  expiresAt
  lastUsedAt
  lastUsedFrom
  revokedAt
}`) as unknown as TypedDocumentString<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const RevokeApiTokenDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeApiToken($input: RevokeApiTokenInput!) {
  revokeApiToken(input: $input) {
    ...TokenDetails
  }
}
    fragment TokenDetails on ApiToken {
  id
  name
  prefix
  scopes
  createdAt
  expiresAt
  lastUsedAt
  lastUsedFrom
  revokedAt
}`) as unknown as TypedDocumentString<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const BusinessCalendarsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BusinessCalendars {
  businessCalendars {
    ...CalendarDetails
  }
}
    fragment CalendarDetails on BusinessCalendar {
  validFrom
  zone
  region
  week {
    weekday
    windows {
      from
      to
    }
  }
  exceptions {
    date
    windows {
      from
      to
    }
  }
}`) as unknown as TypedDocumentString<BusinessCalendarsQuery, BusinessCalendarsQueryVariables>;
export const SetBusinessCalendarDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetBusinessCalendar($input: SetBusinessCalendarInput!) {
  setBusinessCalendar(input: $input) {
    ...CalendarDetails
  }
}
    fragment CalendarDetails on BusinessCalendar {
  validFrom
  zone
  region
  week {
    weekday
    windows {
      from
      to
    }
  }
  exceptions {
    date
    windows {
      from
      to
    }
  }
}`) as unknown as TypedDocumentString<SetBusinessCalendarMutation, SetBusinessCalendarMutationVariables>;
export const TicketTargetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TicketTargets {
  ticketTargets {
    priority
    firstResponseMinutes
    resolutionMinutes
  }
}
    `) as unknown as TypedDocumentString<TicketTargetsQuery, TicketTargetsQueryVariables>;
export const SetTicketTargetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetTicketTarget($input: SetTicketTargetInput!) {
  setTicketTarget(input: $input) {
    priority
    firstResponseMinutes
    resolutionMinutes
  }
}
    `) as unknown as TypedDocumentString<SetTicketTargetMutation, SetTicketTargetMutationVariables>;
export const BusinessTimeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BusinessTime($from: DateTime!, $minutes: Int!) {
  businessTime(from: $from, minutes: $minutes) {
    endsAt
    days {
      date
      minutes
      windows {
        from
        to
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BusinessTimeQuery, BusinessTimeQueryVariables>;
export const CannedRepliesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CannedReplies {
  cannedReplies {
    id
    name
    locale
    content
  }
}
    `) as unknown as TypedDocumentString<CannedRepliesQuery, CannedRepliesQueryVariables>;
export const CannedReplyTextDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CannedReplyText($id: ID!, $ticketId: ID!) {
  cannedReplyText(id: $id, ticketId: $ticketId)
}
    `) as unknown as TypedDocumentString<CannedReplyTextQuery, CannedReplyTextQueryVariables>;
export const CreateCannedReplyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateCannedReply($input: CreateCannedReplyInput!) {
  createCannedReply(input: $input) {
    id
    name
    locale
    content
  }
}
    `) as unknown as TypedDocumentString<CreateCannedReplyMutation, CreateCannedReplyMutationVariables>;
export const UpdateCannedReplyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateCannedReply($input: UpdateCannedReplyInput!) {
  updateCannedReply(input: $input) {
    id
    name
    locale
    content
  }
}
    `) as unknown as TypedDocumentString<UpdateCannedReplyMutation, UpdateCannedReplyMutationVariables>;
export const DeleteCannedReplyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteCannedReply($input: CannedReplyInput!) {
  deleteCannedReply(input: $input)
}
    `) as unknown as TypedDocumentString<DeleteCannedReplyMutation, DeleteCannedReplyMutationVariables>;
export const MyTicketsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyTickets($first: Int, $after: Cursor, $orderBy: TicketSort, $filter: MyTicketFilterInput) {
  myTickets(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
    nodes {
      ...TicketDetails
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}`) as unknown as TypedDocumentString<MyTicketsQuery, MyTicketsQueryVariables>;
export const TicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Ticket($id: ID!) {
  ticket(id: $id) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<TicketQuery, TicketQueryVariables>;
export const CreateTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateTicket($input: CreateTicketInput!) {
  createTicket(input: $input) {
    ...TicketDetails
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}`) as unknown as TypedDocumentString<CreateTicketMutation, CreateTicketMutationVariables>;
export const ReopenTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReopenTicket($input: TicketInput!) {
  reopenTicket(input: $input) {
    ...TicketDetails
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}`) as unknown as TypedDocumentString<ReopenTicketMutation, ReopenTicketMutationVariables>;
export const CloseTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseTicket($input: CloseTicketInput!) {
  closeTicket(input: $input) {
    ...TicketDetails
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}`) as unknown as TypedDocumentString<CloseTicketMutation, CloseTicketMutationVariables>;
export const CancelTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelTicket($input: TicketInput!) {
  cancelTicket(input: $input) {
    ...TicketDetails
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}`) as unknown as TypedDocumentString<CancelTicketMutation, CancelTicketMutationVariables>;
export const TicketUpdatedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription TicketUpdated($ticketId: ID!, $after: Cursor) {
  ticketUpdated(ticketId: $ticketId, after: $after) {
    cursor
    ticket {
      ...TicketDetails
    }
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}`) as unknown as TypedDocumentString<TicketUpdatedSubscription, TicketUpdatedSubscriptionVariables>;
export const TicketsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Tickets($first: Int, $after: Cursor, $orderBy: TicketSort, $filter: TicketFilterInput) {
  tickets(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
    nodes {
      ...HandledTicket
    }
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<TicketsQuery, TicketsQueryVariables>;
export const TicketStatsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TicketStats($from: DateTime!, $to: DateTime!) {
  ticketStats(from: $from, to: $to) {
    byStatus {
      status
      count
    }
    byPriority {
      priority
      count
    }
    unassigned
    breached
    firstResponse {
      median
      mean
    }
    resolution {
      median
      mean
    }
    satisfaction
  }
}
    `) as unknown as TypedDocumentString<TicketStatsQuery, TicketStatsQueryVariables>;
export const CreateTicketForDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateTicketFor($input: CreateTicketForInput!) {
  createTicketFor(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<CreateTicketForMutation, CreateTicketForMutationVariables>;
export const TakeTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TakeTicket($input: TicketInput!) {
  takeTicket(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<TakeTicketMutation, TakeTicketMutationVariables>;
export const AssignTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AssignTicket($input: AssignTicketInput!) {
  assignTicket(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<AssignTicketMutation, AssignTicketMutationVariables>;
export const WaitTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WaitTicket($input: TicketInput!) {
  waitTicket(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<WaitTicketMutation, WaitTicketMutationVariables>;
export const ResumeTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResumeTicket($input: TicketInput!) {
  resumeTicket(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ResumeTicketMutation, ResumeTicketMutationVariables>;
export const ResolveTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResolveTicket($input: TicketInput!) {
  resolveTicket(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ResolveTicketMutation, ResolveTicketMutationVariables>;
export const SetTicketPriorityDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetTicketPriority($input: SetTicketPriorityInput!) {
  setTicketPriority(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<SetTicketPriorityMutation, SetTicketPriorityMutationVariables>;
export const SetTicketCategoryDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetTicketCategory($input: SetTicketCategoryInput!) {
  setTicketCategory(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<SetTicketCategoryMutation, SetTicketCategoryMutationVariables>;
export const TagTicketDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TagTicket($input: TagTicketInput!) {
  tagTicket(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<TagTicketMutation, TagTicketMutationVariables>;
export const SetTicketStatusDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetTicketStatus($input: SetTicketStatusInput!) {
  setTicketStatus(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<SetTicketStatusMutation, SetTicketStatusMutationVariables>;
export const MergeTicketsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MergeTickets($input: MergeTicketsInput!) {
  mergeTickets(input: $input) {
    ...HandledTicket
  }
}
    fragment TicketDetails on Ticket {
  id
  reference
  title
  description
  category
  priority
  status
  source
  orderId
  firstResponseDueAt
  resolutionDueAt
  firstResponseAt
  resolvedAt
  closedAt
  waitingSince
  waitedMinutes
  satisfaction
  comment
  availableActions
  createdAt
  conversation {
    id
    unreadCount
  }
  mergedInto {
    id
    reference
  }
  follows {
    id
    reference
  }
}
fragment HandledTicket on Ticket {
  ...TicketDetails
  tags
  escalatedAt
  asker {
    id
    displayName
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<MergeTicketsMutation, MergeTicketsMutationVariables>;
export const SmsDeliveriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SmsDeliveries($first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: SmsDeliverySort, $filter: SmsDeliveryFilterInput) {
  smsDeliveries(
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
    filter: $filter
  ) {
    nodes {
      ...SmsDeliveryDetails
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    fragment SmsDeliveryDetails on SmsDelivery {
  id
  kind
  status
  numberEnd
  subjectType
  subjectId
  attempts
  segments
  priceTenThousandths
  priceCurrency
  errorCode
  createdAt
  sentAt
}`) as unknown as TypedDocumentString<SmsDeliveriesQuery, SmsDeliveriesQueryVariables>;
export const BeginUploadDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BeginUpload($input: BeginUploadInput!) {
  beginUpload(input: $input) {
    id
    url
    status
    receivedBytes
    folderId
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<BeginUploadMutation, BeginUploadMutationVariables>;
export const CancelUploadDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelUpload($input: CancelUploadInput!) {
  cancelUpload(input: $input) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<CancelUploadMutation, CancelUploadMutationVariables>;
export const MyUploadsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyUploads {
  myUploads {
    id
    url
    name
    sizeBytes
    receivedBytes
    status
    availableActions
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<MyUploadsQuery, MyUploadsQueryVariables>;
export const UploadDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Upload($id: ID!) {
  upload(id: $id) {
    id
    status
    receivedBytes
    refusal
    documentId
    versionId
    receipt {
      uploadId
      documentId
      versionId
      sha256
      sizeBytes
      storedAt
      keyId
      signature
    }
  }
}
    `) as unknown as TypedDocumentString<UploadQuery, UploadQueryVariables>;
export const UploadTargetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UploadTarget($cabinetId: ID!, $folderId: ID, $folderPath: [String!], $name: String!) {
  uploadTarget(
    cabinetId: $cabinetId
    folderId: $folderId
    folderPath: $folderPath
    name: $name
  ) {
    folderId
    documentId
    versionNumber
    sha256
    sizeBytes
  }
}
    `) as unknown as TypedDocumentString<UploadTargetQuery, UploadTargetQueryVariables>;
export const UploadProgressDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription UploadProgress($uploadId: ID!, $after: Cursor) {
  uploadProgress(uploadId: $uploadId, after: $after) {
    upload {
      id
      receivedBytes
      sizeBytes
      status
      documentId
    }
    cursor
  }
}
    `) as unknown as TypedDocumentString<UploadProgressSubscription, UploadProgressSubscriptionVariables>;
export const UsersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Users($filter: UserFilterInput, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $orderBy: UserSort) {
  users(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
    orderBy: $orderBy
  ) {
    nodes {
      ...Account
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<UsersQuery, UsersQueryVariables>;
export const UserDocument = /*#__PURE__*/ new TypedDocumentString(`
    query User($id: ID!) {
  user(id: $id) {
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<UserQuery, UserQueryVariables>;
export const UserStatsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UserStats {
  userStats {
    total
    byRole {
      role
      count
    }
    byStatus {
      status
      count
    }
    growth {
      month
      newUsers
      total
    }
  }
}
    `) as unknown as TypedDocumentString<UserStatsQuery, UserStatsQueryVariables>;
export const UserDeletionPreviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UserDeletionPreview($id: ID!) {
  userDeletionPreview(id: $id) {
    userId
    lines {
      ...ErasedRecords
    }
    obstacles {
      code
      ids
      toDo
    }
  }
}
    fragment ErasedRecords on ErasureLine {
  record
  fate
  count
  ground
  keptUntil
}`) as unknown as TypedDocumentString<UserDeletionPreviewQuery, UserDeletionPreviewQueryVariables>;
export const CreateUserDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateUser($input: CreateUserInput!) {
  createUser(input: $input) {
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<CreateUserMutation, CreateUserMutationVariables>;
export const UpdateUserDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateUser($input: UpdateUserInput!) {
  updateUser(input: $input) {
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<UpdateUserMutation, UpdateUserMutationVariables>;
export const SetUserRoleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetUserRole($input: SetUserRoleInput!) {
  setUserRole(input: $input) {
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<SetUserRoleMutation, SetUserRoleMutationVariables>;
export const GrantPermissionSetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation GrantPermissionSet($input: PermissionSetInput!) {
  grantPermissionSet(input: $input) {
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<GrantPermissionSetMutation, GrantPermissionSetMutationVariables>;
export const RevokePermissionSetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokePermissionSet($input: PermissionSetInput!) {
  revokePermissionSet(input: $input) {
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<RevokePermissionSetMutation, RevokePermissionSetMutationVariables>;
export const SuspendUserDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SuspendUser($input: SuspendUserInput!) {
  suspendUser(input: $input) {
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<SuspendUserMutation, SuspendUserMutationVariables>;
export const RestoreUserDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestoreUser($input: RestoreUserInput!) {
  restoreUser(input: $input) {
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
  permissionSets
  locale
  createdAt
}`) as unknown as TypedDocumentString<RestoreUserMutation, RestoreUserMutationVariables>;
export const DeleteUserDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteUser($input: DeleteUserInput!) {
  deleteUser(input: $input) {
    ...Erased
  }
}
    fragment Erased on ErasureReceipt {
  id
  erasedAt
  decidedBy
  reason
  lines {
    ...ErasedRecords
  }
}
fragment ErasedRecords on ErasureLine {
  record
  fate
  count
  ground
  keptUntil
}`) as unknown as TypedDocumentString<DeleteUserMutation, DeleteUserMutationVariables>;