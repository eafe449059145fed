import type { FastifyInstance, FastifyReply } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { locales } from '../../services/kernel/locale.ts';
import type { Mailbox, MailboxMail, Mailer, SmsFolder } from '../../services/notifications/index.ts';
import type { Config } from '../../services/platform/config.ts';
import {
  galleryPage,
  mailboxListPage,
  mailboxMailPage,
  mailboxPolicy,
  mailboxSmsPage,
  mailPolicy,
  withLinksOutside,
} from './mailbox-page.ts';

interface GalleryRoute {
  Params: { name: string; locale: string };
}

interface MailRoute {
  Params: { id: string };
}

/**
 * `/mailbox/gallery`: every mail with its sample. `/mailbox`: the mails written to the folder because no provider is configured, for developers. They contain
 * everyone's secrets: the route refuses to exist in production.
 */
export function mailboxRoutes(
  app: FastifyInstance,
  {
    mailbox,
    sms,
    mailer,
    config,
  }: {
    mailbox: Mailbox;
    sms?: SmsFolder | null;
    mailer: Pick<Mailer, 'mails' | 'write'>;
    config: Pick<Config, 'isProduction' | 'TIME_ZONE'>;
  },
): void {
  if (config.isProduction) throw new Error('The mailbox page does not exist in production');
  const mailOf = async (id: string): Promise<MailboxMail> => {
    const mail = await mailbox.read(id);
    if (mail === undefined) throw new DomainError('NOT_FOUND');
    return mail;
  };
  const show = (reply: FastifyReply, policy: string, html: string): FastifyReply =>
    reply
      .headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(html);

  app.get('/mailbox', async (_request, reply) =>
    show(reply, mailboxPolicy, mailboxListPage(await mailbox.list(), config.TIME_ZONE)),
  );
  app.get('/mailbox/sms', async (_request, reply) =>
    show(reply, mailboxPolicy, mailboxSmsPage((await sms?.list()) ?? [], config.TIME_ZONE)),
  );
  app.get('/mailbox/gallery', async (_request, reply) =>
    show(reply, mailboxPolicy, galleryPage(Object.keys(mailer.mails).toSorted())),
  );
  app.get<GalleryRoute>('/mailbox/gallery/:name/:locale', async ({ params: { name, locale } }, reply) => {
    const mail = Object.hasOwn(mailer.mails, name) ? mailer.mails[name] : undefined;
    const known = locales.find((one) => one === locale);
    if (mail === undefined || known === undefined) throw new DomainError('NOT_FOUND');
    const unsubscribe = mail.wish === undefined ? {} : { unsubscribeUrl: 'https://www.example.org/unsubscribe' };
    const { html } = mailer.write(name, known, { ...mail.sample, ...unsubscribe });
    return show(reply, mailPolicy, withLinksOutside(html));
  });
  app.get<MailRoute>('/mailbox/:id', async ({ params: { id } }, reply) =>
    show(reply, mailboxPolicy, mailboxMailPage(await mailOf(id), config.TIME_ZONE)),
  );
  app.get<MailRoute>('/mailbox/:id/html', async ({ params: { id } }, reply) =>
    show(reply.header('x-frame-options', 'SAMEORIGIN'), mailPolicy, withLinksOutside((await mailOf(id)).html)),
  );
}
