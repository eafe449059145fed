import { locales, type Locale } from '../../kernel/locale.ts';
import type { AnyMail, MailDataOf, MailRegistry } from './definition.ts';
import { templateCompiler, type Template, type TemplateCompiler } from './handlebars.ts';
import { layoutWords, textFooter, type MailIdentity } from './identity.ts';
import { compiledMails } from './templates.generated.ts';

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

type Part = 'subject' | 'preheader' | 'text' | 'html';

/** Writes the mails of a registry under one identity. Throws `MailTemplateError` and nothing else. */
export function mailRenderer<const Mails extends MailRegistry>(
  mails: Mails,
  identity: MailIdentity,
): MailRenderer<Mails> {
  const compilers = Object.fromEntries(locales.map((locale) => [locale, templateCompiler(locale, identity.timeZone)]));
  const compiled = new Map<string, Record<Part, Template>>();

  const templatesOf = (mail: AnyMail, locale: Locale): Record<Part, Template> => {
    const key = `${mail.name} ${locale}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const fresh = compileParts(mail, locale, compilers[locale] as TemplateCompiler);
    compiled.set(key, fresh);
    return fresh;
  };

  const renderStored = (name: string, locale: Locale, data: object): RenderedMail => {
    const mail = Object.hasOwn(mails, name) ? mails[name] : undefined;
    if (mail === undefined) throw new MailTemplateError(name, 'there is no such mail');
    checkData(mail, data);
    try {
      return assemble(
        templatesOf(mail, locale),
        { ...data, ...identity, words: layoutWords[locale](identity) },
        textFooter(locale, identity),
      );
    } catch (cause) {
      throw new MailTemplateError(name, cause instanceof Error ? cause.message : 'cannot be written', cause);
    }
  };

  return { render: renderStored, renderStored };
}

function compileParts(mail: AnyMail, locale: Locale, compiler: TemplateCompiler): Record<Part, Template> {
  const { subject, preheader, text } = mail.words[locale];
  const html = compiledMails[mail.name]?.[locale];
  if (html === undefined) throw new Error('its HTML was not generated: run npm run generate');
  return {
    subject: compiler.text(subject),
    preheader: compiler.text(preheader),
    text: compiler.text(text),
    html: compiler.html(html),
  };
}

function assemble(parts: Record<Part, Template>, context: object, footer: string): RenderedMail {
  const subject = oneLine(parts.subject(context));
  const preheader = oneLine(parts.preheader(context));
  return {
    subject,
    html: parts.html({ ...context, subject, preheader }),
    text: parts.text(context).trim() + footer,
  };
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** Every variable of the sample must be given, and links must be absolute: a mail has no page to be relative to. */
function checkData(mail: AnyMail, data: object): void {
  for (const variable of Object.keys(mail.sample)) {
    const value: unknown = Object.hasOwn(data, variable) ? Reflect.get(data, variable) : undefined;
    if (value === undefined || value === null) throw new MailTemplateError(mail.name, `"${variable}" is missing`);
    if (variable.endsWith('Url') && !isWebAddress(value))
      throw new MailTemplateError(mail.name, `"${variable}" is not a web address`);
  }
}

function isWebAddress(value: unknown): boolean {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}
