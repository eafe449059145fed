import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { unsubscribe, unsubscribePath, unsubscribingOf } from '../../services/notifications/index.ts';
import { callerOf } from './caller.ts';
import type { Surround } from './downloads.ts';
import { emptyForm, takeEmptyForms } from './empty-form.ts';
import { encapsulate } from './encapsulate.ts';
import { isOver, overPage, singleUsePage, singleUsePolicy, unsubscribedPage } from './single-use-page.ts';
import { statusOf } from './status.ts';

/** The parts of the link: a route takes at most 100 characters in one. */
interface UnsubscribeRoute {
  Params: { wish: string; delivery: string; address: string; signature: string };
}

/**
 * `/unsubscribe/…`, the link of a mail that nobody is owed. Mail scanners follow links: GET shows a page and changes nothing. POST
 * ends mails of its kind, whether our button sends it or a mail program for whoever clicks there (RFC 8058 section 3.1: no cookie, no
 * redirect, no question).
 */
export function unsubscribeRoutes(app: FastifyInstance, surround: Surround): void {
  encapsulate(app, 'unsubscribing', (instance) => {
    takeEmptyForms(instance);
    const path = `${unsubscribePath}:wish/:delivery/:address/:signature`;
    instance.get<UnsubscribeRoute>(path, (request, reply) =>
      answer(request, reply, async (token) => {
        const { wish } = unsubscribingOf(await surround(request, true), { token });
        return singleUsePage(callerOf(request).locale, { offer: wish, action: `${unsubscribePath}${token}` });
      }),
    );
    instance.post<UnsubscribeRoute>(path, emptyForm, (request, reply) =>
      answer(request, reply, async (token) => {
        await unsubscribe(await surround(request, true), { token });
        return unsubscribedPage(callerOf(request).locale);
      }),
    );
  });
}

async function answer(
  request: FastifyRequest<UnsubscribeRoute>,
  reply: FastifyReply,
  pageFor: (token: string) => Promise<string>,
): Promise<FastifyReply> {
  const { wish, delivery, address, signature } = request.params;
  const page = await pageFor([wish, delivery, address, signature].join('/')).catch((error: unknown) => {
    if (!isOver(error)) throw error;
    void reply.code(statusOf('TOKEN_INVALID'));
    return overPage(callerOf(request).locale);
  });
  return reply
    .headers({ 'content-security-policy': singleUsePolicy, 'cache-control': 'private, no-store' })
    .type('text/html; charset=utf-8')
    .send(page);
}
