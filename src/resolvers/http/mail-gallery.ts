import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { locales } from '../../services/kernel/locale.ts';
import type { Mailer } from '../../services/notifications/index.ts';
import type { Config } from '../../services/platform/config.ts';
import type { Surround } from './downloads.ts';
import { galleryPage, mailboxPolicy, mailPolicy, withLinksOutside } from './mailbox-page.ts';

interface GalleryRoute {
  Params: { name: string; locale: string };
}

interface GalleryParts {
  readonly mailer: Pick<Mailer, 'mails' | 'write'>;
  readonly config: Pick<Config, 'isProduction'>;
  /** Is there a mailbox page to lead back to? */
  readonly hasMailbox: boolean;
  readonly surround: (
    request: FastifyRequest,
    isOpen: boolean,
  ) => Promise<Pick<Awaited<ReturnType<Surround>>, 'actor'>>;
}

/** `/mailbox/gallery`: every mail with its sample. Open in development; in production it exists for an admin’s access token only. */
export function mailGalleryRoutes(app: FastifyInstance, { mailer, config, hasMailbox, surround }: GalleryParts): void {
  const requireReader = async (request: FastifyRequest): Promise<void> => {
    if (!config.isProduction) return;
    const { actor } = await surround(request, true);
    if (actor.role !== 'ADMIN') throw new DomainError('NOT_FOUND');
  };
  app.get('/mailbox/gallery', async (request, reply) => {
    await requireReader(request);
    return showHtml(reply, mailboxPolicy, galleryPage(Object.keys(mailer.mails).toSorted(), { hasMailbox }));
  });
  app.get<GalleryRoute>('/mailbox/gallery/:name/:locale', async (request, reply) => {
    await requireReader(request);
    return showHtml(reply, mailPolicy, withLinksOutside(sampleOf(mailer, request.params)));
  });
}

function sampleOf(mailer: GalleryParts['mailer'], { name, locale }: GalleryRoute['Params']): string {
  const mail = Object.hasOwn(mailer.mails, name) ? mailer.mails[name] : undefined;
  const known = locales.find((one) => one === locale);
  if (mail === undefined || known === undefined) throw new DomainError('NOT_FOUND');
  const unsubscribe = mail.wish === undefined ? {} : { unsubscribeUrl: 'https://www.example.org/unsubscribe' };
  return mailer.write(name, known, { ...mail.sample, ...unsubscribe }).html;
}

/** A page of ours, under a policy of its own, that nobody keeps. */
export const showHtml = (reply: FastifyReply, policy: string, html: string): FastifyReply =>
  reply
    .headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(html);
