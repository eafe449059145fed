import { personOf, requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { AppContext } from '../../platform/context.ts';
import type { AnyMail } from '../mail/definition.ts';
import { MailTemplateError, type RenderedMail } from '../mail/render.ts';

export interface EmailTemplate {
  readonly name: string;
  readonly variables: readonly string[];
  readonly sample: object;
  readonly about: string | null;
  readonly wish: string | null;
}

/** Every kind of e-mail, by its name. */
export function listEmailTemplates({ actor, mailer }: Pick<AppContext, 'actor' | 'mailer'>): EmailTemplate[] {
  requirePermission(actor, 'mail:read');
  return Object.values(mailer.mails)
    .map(({ name, schema, sample, about, wish }) => ({
      ...{ name, sample, about: about ?? null, wish: wish ?? null },
      variables: Object.keys(schema.shape),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

interface Preview {
  readonly name: string;
  readonly locale: Locale;
  readonly data?: Record<string, unknown> | null | undefined;
}

/** An e-mail as it would be sent, with these values or those of its sample. TEMPLATE_UNKNOWN; INPUT_INVALID for values that it cannot show. */
export function previewEmailTemplate(
  { actor, mailer, config }: Pick<AppContext, 'actor' | 'mailer' | 'config'>,
  { name, locale, data }: Preview,
): RenderedMail {
  requirePermission(actor, 'mail:read');
  const mail = templateOf(mailer.mails, name);
  const unsubscribe = mail.wish === undefined ? {} : { unsubscribeUrl: `${config.publicUrl}/unsubscribe/…` };
  try {
    return mailer.write(name, locale, { ...(data ?? mail.sample), ...unsubscribe });
  } catch (error) {
    if (!(error instanceof MailTemplateError)) throw error;
    throw fieldError('data', error.message);
  }
}

function templateOf(mails: Readonly<Record<string, AnyMail>>, name: string): AnyMail {
  const mail = Object.hasOwn(mails, name) ? mails[name] : undefined;
  if (mail === undefined) throw new DomainError('TEMPLATE_UNKNOWN');
  return mail;
}

type Sending = Pick<AppContext, 'actor' | 'mailer' | 'config' | 'mail' | 'db' | 'limits' | 'log'>;

/** Sends an admin one of the mails with its sample, past the queue; ten an hour. Returns the address. UNAVAILABLE when the provider refuses it. */
export async function sendTestEmail(ctx: Sending, { name, locale }: Preview): Promise<string> {
  const rendered = previewEmailTemplate(ctx, { name, locale });
  const userId = personOf(ctx.actor);
  await ctx.limits.take('test-email/person', userId);
  const { email } = await ctx.db.selectFrom('user').select('email').where('id', '=', userId).executeTakeFirstOrThrow();
  const headers = { 'Auto-Submitted': 'auto-generated' };
  try {
    await ctx.mail.send({
      ...rendered,
      deliveryId: newId(),
      to: { email },
      from: ctx.mailer.from,
      headers,
      category: name,
    });
  } catch (error) {
    ctx.log.warn({ error }, 'test mail not sent');
    throw new DomainError('UNAVAILABLE');
  }
  return email;
}
