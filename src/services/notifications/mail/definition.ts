import { z } from 'zod';
import type { NotificationType } from '../../../entities/notifications/notification.entity.ts';
import type { MailWish } from '../../kernel/mail-wishes.ts';
import type { MailAttaching, MailInviting, MailNeed, MailPreparation, MailRenewal } from '../mailer.ts';
import type { TemplateName } from './templates.generated.ts';

/**
 * One mail of a domain. Its words are in `<template>.<locale>.mjml`: subject, preview line and body; its text part is
 * generated from them. `Data` is stored as JSON until the mail is sent. `Late` names the variables that are never
 * stored (a link carrying a token): see `late`.
 */
export interface MailDefinition<
  Name extends string = string,
  Data extends object = object,
  Late extends string = never,
> {
  /** Stored with each delivery. */
  readonly name: Name;
  /** Base name of its MJML files. */
  readonly template: TemplateName;
  readonly schema: z.ZodObject;
  /** Plausible data, for the preview and the tests. */
  readonly sample: Data;
  /** Variables that the mail's preparation gives just before it is written, because they must not be stored. */
  readonly late?: readonly Late[];
  /**
   * What to do when nobody knows whether the mail was sent (a crash or a time-out between sending and recording).
   * `resend`, the default: it is sent again, under the same id; two copies are better than none.
   * `renew`: a second copy of a code or link would confuse; the old one is void, and another mail brings a new one
   * (`renew` of `implementMail`).
   */
  readonly inDoubt?: 'resend' | 'renew';
  /**
   * The type of notification that its recipient chooses by whether, and when, they get it. Absent for what they are owed: it leaves at
   * once, through quiet hours, and cannot be switched off.
   */
  readonly about?: NotificationType;
  /** It carries a link that ends mails of its kind. Only for what nobody is owed. */
  readonly wish?: MailWish;
  /** Former names of variables, each with its present one: deliveries queued before the change still hold them. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** Any mail, whatever its data. */
export type AnyMail = MailDefinition<string, object, string>;

export type MailDataOf<Mail> = Mail extends MailDefinition<string, infer Data, string> ? Data : never;

type DataOf<Variables extends z.ZodRawShape> = z.infer<z.ZodObject<Variables>>;

/** `template` may be left out when the MJML files are named after the mail. */
type TemplateOf<Name extends string> = [Name] extends [TemplateName]
  ? { readonly template?: never }
  : { readonly template: TemplateName };

interface MailSource<Name extends string, Variables extends z.ZodRawShape, Late extends string> extends Pick<
  AnyMail,
  'inDoubt' | 'renamed' | 'about' | 'wish'
> {
  readonly name: Name;
  /** See `variable`. */
  readonly variables: Variables;
  readonly sample: NoInfer<DataOf<Variables>>;
  readonly late?: readonly Late[];
}

/** Defines a mail. `npm run generate` compiles its MJML files, which must exist in every language. */
export function defineMail<
  const Name extends string,
  Variables extends z.ZodRawShape,
  const Late extends keyof Variables & string = never,
>(definition: MailSource<Name, Variables, Late> & TemplateOf<Name>): MailDefinition<Name, DataOf<Variables>, Late> {
  const { variables, ...mail }: MailSource<Name, Variables, Late> & { readonly template?: TemplateName } = definition;
  return { ...mail, template: mail.template ?? (mail.name as string as TemplateName), schema: z.object(variables) };
}

/** How a mail is prepared and renewed. */
interface MailWork<Late extends object> {
  /** Gives the `late` variables. */
  readonly prepare: MailPreparation<Late>;
  /** For mails that may be held: see `MailNeed`. */
  readonly isNeeded?: MailNeed;
  /** Gives the files that it carries. */
  readonly attach?: MailAttaching;
  /** Gives the calendar entry that it carries. */
  readonly invite?: MailInviting;
  /** Required when the mail is renewed in doubt. */
  readonly renew?: MailRenewal;
}

export type ImplementedMail<Mail extends AnyMail = AnyMail> = Mail & MailWork<Readonly<Record<string, unknown>>>;

/** Adds to a mail with `late` variables what gives them, just before it is sent. */
export const implementMail = <Name extends string, Data extends object, Late extends keyof Data & string>(
  definition: MailDefinition<Name, Data, Late>,
  work: MailWork<Pick<Data, Late>>,
): ImplementedMail<MailDefinition<Name, Data, Late>> => ({ ...definition, ...work });

/** A mail as its domain lists it: a definition without `late` variables, or an implemented one. */
export type ListedMail = MailDefinition | ImplementedMail;

/** Mails, each under its own name. */
export type MailRegistry = Readonly<Record<string, AnyMail>>;

/** The mails of a list, by name: `mails.welcome`. */
export type MailsByName<List extends readonly ListedMail[]> = { readonly [Mail in List[number] as Mail['name']]: Mail };

/** Throws when two mails have one name. */
export function mailsByName<const List extends readonly ListedMail[]>(list: List): MailsByName<List> {
  const byName = new Map<string, ListedMail>();
  for (const mail of list) {
    if (byName.has(mail.name)) throw new Error(`Two mails are named ${mail.name}`);
    byName.set(mail.name, mail);
  }
  return Object.fromEntries(byName) as unknown as MailsByName<List>;
}
