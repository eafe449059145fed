import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import type { Mailbox, MailboxMail, SmsFolder } from '../../services/notifications/index.ts';
import type { Config } from '../../services/platform/config.ts';
import { showHtml } from './mail-gallery.ts';
import {
  mailboxListPage,
  mailboxMailPage,
  mailboxPolicy,
  mailboxSmsPage,
  mailPolicy,
  withLinksOutside,
} from './mailbox-page.ts';

interface MailRoute {
  Params: { id: string };
}

/**
 * `/mailbox`: the mails written to the folder because no provider is configured, for developers. They contain
 * everyone's secrets: the route refuses to exist in production.
 */
export function mailboxRoutes(
  app: FastifyInstance,
  {
    mailbox,
    sms,
    config,
  }: {
    mailbox: Mailbox;
    sms?: SmsFolder | null;
    config: Pick<Config, 'isProduction' | 'TIME_ZONE'>;
  },
): void {
  if (config.isProduction) throw new Error('The mailbox page does not exist in production');
  const mailOf = async (id: string): Promise<MailboxMail> => {
    const mail = await mailbox.read(id);
    if (mail === undefined) throw new DomainError('NOT_FOUND');
    return mail;
  };
  app.get('/mailbox', async (_request, reply) =>
    showHtml(reply, mailboxPolicy, mailboxListPage(await mailbox.list(), config.TIME_ZONE)),
  );
  app.get('/mailbox/sms', async (_request, reply) =>
    showHtml(reply, mailboxPolicy, mailboxSmsPage((await sms?.list()) ?? [], config.TIME_ZONE)),
  );
  app.get<MailRoute>('/mailbox/:id', async ({ params: { id } }, reply) =>
    showHtml(reply, mailboxPolicy, mailboxMailPage(await mailOf(id), config.TIME_ZONE)),
  );
  app.get<MailRoute>('/mailbox/:id/html', async ({ params: { id } }, reply) =>
    showHtml(reply.header('x-frame-options', 'SAMEORIGIN'), mailPolicy, withLinksOutside((await mailOf(id)).html)),
  );
}
