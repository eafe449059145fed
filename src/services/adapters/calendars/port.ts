/** Calendars outside: one interface for Google, Microsoft, CalDAV servers and addresses of `.ics` files. */

/** What opens an account at its provider. Stored sealed, never logged. */
export type CalendarCredentials =
  /** Tokens of OAuth 2; `expiresAt` is that of the access token, RFC 3339. */
  | {
      readonly kind: 'TOKENS';
      readonly accessToken: string;
      readonly refreshToken: string;
      readonly expiresAt: string;
      readonly scopes: string;
    }
  | { readonly kind: 'PASSWORD'; readonly server: string; readonly user: string; readonly password: string }
  /** The secret address of an `.ics` file. */
  | { readonly kind: 'ADDRESS'; readonly url: string };

/** A calendar, as its provider lists it. */
export interface FoundCalendar {
  readonly externalId: string;
  readonly name: string;
  /** IANA; null when the provider does not say. */
  readonly timeZone: string | null;
  readonly isWritable: boolean;
  /** The account's main calendar: chosen first. */
  readonly isPrimary: boolean;
}

/** From when to when a calendar is read. */
export interface CalendarWindow {
  readonly from: Date;
  readonly to: Date;
}

/** What a provider needs to read or write one calendar. */
export interface CalendarPlace {
  readonly externalId: string;
  /** IANA: all-day events and times without a zone are read in it. */
  readonly timeZone: string;
}

/** One occurrence of an event within the window; those that are free, cancelled, declined, birthdays or places of work are left out. */
export interface FoundOccurrence {
  /** The start that its rule gives it, in UTC, or `single`; 30 characters at most. Unique within the event. */
  readonly key: string;
  readonly startsAt: Date;
  /** After `startsAt`. */
  readonly endsAt: Date;
  readonly isAllDay: boolean;
  readonly isTentative: boolean;
  /** An invitation that the owner has not answered. */
  readonly isUnanswered: boolean;
  readonly title: string | null;
}

/** An event, whole: its occurrences replace those that were known. */
export interface FoundEvent {
  /** The provider's id, or the address of the resource. */
  readonly eventId: string;
  readonly etag: string | null;
  /** Of an event that we wrote: its booking. Never read as busy time. */
  readonly bookingId: string | null;
  readonly occurrences: readonly FoundOccurrence[];
}

/** What changed in a calendar. */
export interface CalendarChanges {
  /** True: these are all events of the window, and what is not among them is gone. */
  readonly isComplete: boolean;
  readonly events: readonly FoundEvent[];
  /** Ids of events that are gone. */
  readonly removed: readonly string[];
  /** Where the next reading goes on; null: the next one is complete. */
  readonly syncToken: string | null;
  /** Events that could not be read: a reason of each, in capitals. */
  readonly skipped: readonly string[];
}

/** The event of a booking, as we write it. */
export interface OwnEvent {
  readonly bookingId: string;
  /** Our own UID of its calendar entry, the same as in mails. */
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly description: string;
  readonly location: string | null;
}

/** Where an event of ours is, once written. */
export interface WrittenEvent {
  readonly eventId: string;
  readonly etag: string | null;
}

/** A subscription to the provider's pushes. */
export interface CalendarChannel {
  readonly id: string;
  /** What the provider needs to stop it. */
  readonly resource: string | null;
  readonly expiresAt: Date;
}

export interface CalendarConnector {
  calendars(credentials: CalendarCredentials): Promise<readonly FoundCalendar[]>;
  /** Everything since the token, all pages; without a token, or after one that is no longer good, the whole window. */
  changes(
    credentials: CalendarCredentials,
    calendar: CalendarPlace,
    since: { readonly syncToken: string | null; readonly window: CalendarWindow },
  ): Promise<CalendarChanges>;
  /** Absent where nothing can be written. */
  readonly writer?: CalendarWriter;
  /** Absent where the provider pushes nothing. */
  readonly pusher?: CalendarPusher;
  /** Absent where people do not sign in at the provider. */
  readonly oauth?: CalendarOauth;
}

export interface CalendarWriter {
  /** Creates the event, or replaces the one that was written; twice the same is once. */
  put(
    credentials: CalendarCredentials,
    calendar: CalendarPlace,
    event: OwnEvent,
    written: WrittenEvent | null,
  ): Promise<WrittenEvent>;
  /** An event that is not there is removed already. */
  remove(credentials: CalendarCredentials, calendar: CalendarPlace, written: WrittenEvent): Promise<void>;
}

export interface CalendarPusher {
  watch(
    credentials: CalendarCredentials,
    calendar: CalendarPlace,
    channel: { readonly id: string; readonly token: string; readonly url: string },
  ): Promise<CalendarChannel>;
  /** A channel that is unknown is stopped already. */
  unwatch(credentials: CalendarCredentials, channel: Pick<CalendarChannel, 'id' | 'resource'>): Promise<void>;
}

export interface CalendarOauth {
  authorizeUrl(flow: {
    readonly redirectUri: string;
    readonly state: string;
    readonly verifier: string;
  }): Promise<string>;
  /** The account and its credentials. `returnUrl`: the redirect address with everything that the browser sent. */
  readReturn(
    returnUrl: string,
    flow: { readonly redirectUri: string; readonly state: string; readonly verifier: string },
  ): Promise<{ readonly account: string; readonly credentials: CalendarCredentials }>;
  /** Fresh tokens; the old refresh token may be good no longer. */
  refresh(credentials: CalendarCredentials): Promise<CalendarCredentials>;
  /** Best effort: the provider may have forgotten them. */
  revoke(credentials: CalendarCredentials): Promise<void>;
}

/**
 * REFUSED: the credentials are good no longer. UNREACHABLE, LIMITED: later, perhaps after `retryAfterSeconds`. GONE: the calendar, or
 * the event that is to be written over, is not there. CHANGED: the event was changed by somebody since we wrote it. UNREADABLE: what
 * came is no calendar, too large, or from an address that is not allowed.
 */
export type CalendarFailureKind = 'REFUSED' | 'UNREACHABLE' | 'LIMITED' | 'GONE' | 'CHANGED' | 'UNREADABLE';

export class CalendarFailure extends Error {
  override name = 'CalendarFailure';
  readonly kind: CalendarFailureKind;
  /** For logs and the connection's health: in capitals, never a value from outside. */
  readonly code: string;
  readonly retryAfterSeconds: number | null;

  constructor(
    kind: CalendarFailureKind,
    code: string,
    { retryAfterSeconds = null, cause }: { readonly retryAfterSeconds?: number | null; readonly cause?: unknown } = {},
  ) {
    super(`${kind}: ${code}`, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The connectors that this installation has; Google and Microsoft only with a client. */
export interface CalendarConnectors {
  readonly GOOGLE?: CalendarConnector;
  readonly MICROSOFT?: CalendarConnector;
  readonly CALDAV?: CalendarConnector;
  readonly ICS?: CalendarConnector;
}
