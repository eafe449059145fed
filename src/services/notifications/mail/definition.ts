import type { Locale } from '../../kernel/locale.ts';

/** What one mail says in one language, apart from its HTML (`<name>.<locale>.mjml`). All three are Handlebars. */
export interface MailWords {
  readonly subject: string;
  /** The line that inboxes show after the subject. */
  readonly preheader: string;
  /** The text part, written by hand; the footer is added to it. */
  readonly text: string;
}

/**
 * One mail of a domain. `Data` is stored as JSON until the mail is sent: instants are RFC 3339 strings, local dates
 * `YYYY-MM-DD`, amounts `Money`, links (names ending in `Url`) absolute. An optional text is the empty string.
 * `Late` names the variables that are never stored (a link carrying a token): see `late`.
 */
export interface MailDefinition<
  Name extends string = string,
  Data extends object = object,
  Late extends string = never,
> {
  readonly name: Name;
  readonly words: Readonly<Record<Locale, MailWords>>;
  /** Plausible data: the preview, the tests, and the list of the variables that must be given. */
  readonly sample: Data;
  /** Variables that the mail's preparation gives just before it is written, because they must not be stored. */
  readonly late?: readonly Late[];
  /**
   * What to do when nobody knows whether the mail left (a crash or a time-out between sending and recording).
   * `resend`, unless said: it leaves again, under the same id; a person rather reads twice than waits for ever.
   * `renew`: a second copy of a code or link would confuse; the old one is void, and another mail brings a new one
   * (`renewals` of the mailer).
   */
  readonly inDoubt?: 'resend' | 'renew';
}

/** Any mail, whatever its data. */
export type AnyMail = MailDefinition<string, object, string>;

export type MailDataOf<Mail> = Mail extends MailDefinition<string, infer Data, string> ? Data : never;

/** Mails, each under its own name. */
export type MailRegistry = Readonly<Record<string, AnyMail>>;
