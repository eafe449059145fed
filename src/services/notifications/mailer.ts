import type { Locale } from '../kernel/locale.ts';
import type { MailAddress, MailAttachment, MailInvitation } from '../adapters/mail/port.ts';
import type { Config } from '../platform/config.ts';
import type { DerivedSecrets } from '../platform/derived-secrets.ts';
import type { Db, Tx, Operation } from '../platform/context.ts';
import type { ListedMail, MailDefinition, MailRegistry } from './mail/definition.ts';
import type { RenderedMail } from './mail/render.ts';

/** A delivery about to be rendered, as its preparation receives it. */
export interface DeliveryToPrepare {
  readonly deliveryId: string;
  readonly recipientId: string | null;
  readonly toEmail: string;
  /** What was stored when the mail was queued. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Provides the variables that a mail must not store (`late` in its definition), just before it is rendered. Called once
 * per attempt, outside any transaction: two attempts must give links that both work.
 */
export type MailPreparation<Late extends object = Readonly<Record<string, unknown>>> = Operation<
  'run' | 'config' | 'now' | 'derived',
  DeliveryToPrepare,
  Late
>;

/** The files that go with a mail, read just before it is sent. Whatever it throws, the mail waits and is tried again. */
export type MailAttaching = Operation<'db' | 'vault', DeliveryToPrepare, readonly MailAttachment[]>;

/** The calendar entry that goes with a mail, made from what was stored when it was queued: a mail that leaves late says what it said then. */
export type MailInviting = (
  delivery: DeliveryToPrepare & { readonly locale: Locale },
  sending: { readonly config: Config; readonly from: MailAddress; readonly now: Date },
) => MailInvitation | undefined;

/** Does somebody still need a mail that was held? Asked before it leaves. */
export type MailNeed = (db: Db, delivery: DeliveryToPrepare, now: Date) => Promise<boolean>;

/** The preparation of one mail: gives each of its `late` variables. */
export type PreparationOf<Mail> =
  Mail extends MailDefinition<string, infer Data, infer Late> ? MailPreparation<Pick<Data, Late & keyof Data>> : never;

/** A delivery of unknown outcome, as its renewal receives it. */
export interface DeliveryToRenew extends DeliveryToPrepare {
  /** Names what the mail was about. */
  readonly dedupeKey: string;
}

/**
 * Replaces a mail of unknown outcome: voids its code or link, and queues a mail with a new one, in the transaction that
 * ends the old mail. Returns the new delivery's id; undefined when nobody needs it any more.
 */
export type MailRenewal = (
  tx: Tx<'em' | 'now' | 'config' | 'enqueue'>,
  delivery: DeliveryToRenew,
  derived: DerivedSecrets,
) => Promise<string | undefined>;

/** Everything needed to render the application's mails; assembled by the composition root. */
export interface Mailer {
  readonly mails: MailRegistry;
  /** By the name of the mail. */
  readonly preparations: Readonly<Record<string, MailPreparation>>;
  /** By the name of the mail: for each that carries files. */
  readonly attachings: Readonly<Record<string, MailAttaching>>;
  /** By the name of the mail: for each that carries a calendar entry. */
  readonly invitings: Readonly<Record<string, MailInviting>>;
  /** By the name of the mail: for each that is renewed when it is in doubt. */
  readonly renewals: Readonly<Record<string, MailRenewal>>;
  /** By the name of the mail: for each that may be needed no more when it was held. */
  readonly needs: Readonly<Record<string, MailNeed>>;
  readonly from: MailAddress;
  /** Throws `MailTemplateError` and nothing else. */
  write(name: string, locale: Locale, data: object): RenderedMail;
}

/** How each e-mail is written, prepared and renewed, by its name. */
export const mailsOf = (
  list: readonly ListedMail[],
): Pick<Mailer, 'mails' | 'preparations' | 'attachings' | 'invitings' | 'renewals' | 'needs'> => ({
  mails: Object.fromEntries(list.map((mail) => [mail.name, mail])),
  preparations: Object.fromEntries(list.flatMap((mail) => ('prepare' in mail ? [[mail.name, mail.prepare]] : []))),
  attachings: Object.fromEntries(
    list.flatMap((mail) => ('attach' in mail && mail.attach !== undefined ? [[mail.name, mail.attach]] : [])),
  ),
  invitings: Object.fromEntries(
    list.flatMap((mail) => ('invite' in mail && mail.invite !== undefined ? [[mail.name, mail.invite]] : [])),
  ),
  renewals: Object.fromEntries(
    list.flatMap((mail) => ('renew' in mail && mail.renew !== undefined ? [[mail.name, mail.renew]] : [])),
  ),
  needs: Object.fromEntries(
    list.flatMap((mail) => ('isNeeded' in mail && mail.isNeeded !== undefined ? [[mail.name, mail.isNeeded]] : [])),
  ),
});
