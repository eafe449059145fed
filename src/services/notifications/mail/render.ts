import { locales, type Locale } from '../../kernel/locale.ts';
import type { AnyMail, MailDataOf, MailRegistry } from './definition.ts';
import { templateCompiler, type Template, type TemplateCompiler } from './handlebars.ts';
import { layoutWords, textFooter, type MailIdentity } from './identity.ts';
import { compiledMails, type MailTemplates } from './templates.generated.ts';

export interface RenderedMail {
  /** One line. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A mail that cannot be written: unknown name, missing variable, relative link. Trying again does not help. */
export class MailTemplateError extends Error {
  constructor(name: string, problem: string, cause?: unknown) {
    super(`Mail ${name}: ${problem}`, cause === undefined ? undefined : { cause });
    this.name = 'MailTemplateError';
  }
}

export interface MailRenderer<Mails extends MailRegistry> {
  /** One mail, its data checked by the compiler. */
  render<Name extends keyof Mails & string>(name: Name, locale: Locale, data: MailDataOf<Mails[Name]>): RenderedMail;
  /** The same from a delivery row, whose name and data come back untyped. */
  renderStored(name: string, locale: Locale, data: object): RenderedMail;
}

type Part = keyof MailTemplates;

/** Writes the mails of a registry under one identity. Throws `MailTemplateError` and nothing else. */
export function mailRenderer<const Mails extends MailRegistry>(
  mails: Mails,
  identity: MailIdentity,
  templates: Readonly<Partial<Record<string, Readonly<Record<Locale, MailTemplates>>>>> = compiledMails,
): MailRenderer<Mails> {
  // A mail that says a time in a zone of its own is not given the zone of the business for it.
  const { timeZone, ...shown } = identity;
  const compilers = Object.fromEntries(locales.map((locale) => [locale, templateCompiler(locale, timeZone)]));
  const compiled = new Map<string, Record<Part, Template>>();

  const templatesOf = (mail: AnyMail, locale: Locale): Record<Part, Template> => {
    const key = `${mail.name} ${locale}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const source = templates[mail.template];
    if (source === undefined) throw new Error('its templates were not generated: run npm run generate');
    const fresh = compileParts(source[locale], compilers[locale] as TemplateCompiler);
    compiled.set(key, fresh);
    return fresh;
  };

  const renderStored = (name: string, locale: Locale, stored: object): RenderedMail => {
    const mail = Object.hasOwn(mails, name) ? mails[name] : undefined;
    if (mail === undefined) throw new MailTemplateError(name, 'there is no such mail');
    const data = checkedData(mail, stored);
    const unsubscribeUrl = unsubscribeUrlIn(stored);
    try {
      return assemble(
        templatesOf(mail, locale),
        { unsubscribeUrl, ...data, ...shown, words: layoutWords[locale](identity) },
        textFooter(locale, identity, unsubscribeUrl),
      );
    } catch (cause) {
      throw new MailTemplateError(name, cause instanceof Error ? cause.message : 'cannot be written', cause);
    }
  };

  return { render: renderStored, renderStored };
}

const compileParts = (
  { subject, preheader, text, html }: MailTemplates,
  compiler: TemplateCompiler,
): Record<Part, Template> => ({
  subject: compiler.text(subject),
  preheader: compiler.text(preheader),
  text: compiler.text(text),
  html: compiler.html(html),
});

function assemble(parts: Record<Part, Template>, context: object, footer: string): RenderedMail {
  const subject = oneLine(parts.subject(context));
  const preheader = oneLine(parts.preheader(context));
  return {
    subject,
    html: parts.html({ ...context, subject, preheader }),
    text: parts.text(context).trim() + footer,
  };
}

/** Given when the mail is sent, to mails that nobody is owed; see `wish`. */
function unsubscribeUrlIn(stored: object): string {
  const url: unknown = Reflect.get(stored, 'unsubscribeUrl');
  return typeof url === 'string' ? url : '';
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** The data under the present names of its variables. Every variable must be given, and be of its kind. */
function checkedData(mail: AnyMail, stored: object): object {
  const data = Object.fromEntries(
    Object.entries(stored).map(([variable, value]) => [mail.renamed?.[variable] ?? variable, value]),
  );
  for (const variable of Object.keys(mail.schema.shape)) {
    if (data[variable] === undefined || data[variable] === null)
      throw new MailTemplateError(mail.name, `"${variable}" is missing`);
  }
  const [issue] = mail.schema.safeParse(data).error?.issues ?? [];
  if (issue !== undefined) throw new MailTemplateError(mail.name, `"${issue.path.join('.')}" ${issue.message}`);
  return data;
}
