import type { FastifyInstance, FastifyReply } from 'fastify';
import { previewedPage } from '../../services/content/index.ts';
import { callerOf } from './caller.ts';
import type { Surround } from './downloads.ts';
import { escapeHtml, styleSource } from './html.ts';
import { isOver, overPage, singleUsePolicy } from './single-use-page.ts';
import { statusOf } from './status.ts';

interface PreviewRoute {
  Params: { token: string };
}

const style =
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color:#1f2430;background:#fff}img{max-width:100%}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3rem .6rem}';

/** No script, and no more than what a page may hold: pictures of ours or by https. */
const policy = [
  "default-src 'none'",
  "img-src 'self' https:",
  `style-src ${styleSource(style)}`,
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** `GET /preview/pages/:token`: the newest version of a page, by a link that an admin made; without a session, for a day. */
export function pagePreviewRoutes(app: FastifyInstance, surround: Surround): void {
  app.get<PreviewRoute>('/preview/pages/:token', async (request, reply) => {
    const ctx = await surround(request, true);
    const shown = await previewedPage(ctx, request.params.token).catch((error: unknown) => {
      if (isOver(error)) return undefined;
      throw error;
    });
    return shown === undefined
      ? show(reply.code(statusOf('TOKEN_INVALID')), overPage(callerOf(request).locale), singleUsePolicy)
      : show(reply, documentOf(shown), policy);
  });
}

const documentOf = ({ title, content }: { readonly title: string; readonly content: string }): string =>
  `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${content}</main></body></html>`;

const show = (reply: FastifyReply, html: string, contentPolicy: string): FastifyReply =>
  reply
    .headers({
      'content-security-policy': contentPolicy,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .send(html);
