import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fetchDataExport, type Fetched } from '../../services/privacy/index.ts';
import { callerOf } from './caller.ts';
import { dispositionOf } from './disposition.ts';
import { pour, type Surround } from './downloads.ts';
import { emptyForm, takeEmptyForms } from './empty-form.ts';
import { isOver, overPage, singleUsePage, singleUsePolicy } from './single-use-page.ts';
import { statusOf } from './status.ts';
import { encapsulate } from './encapsulate.ts';

interface ExportRoute {
  Params: { id: string };
  /** A repeated parameter is an array. */
  Querystring: { token?: string | string[] };
}

type ExportRequest = FastifyRequest<ExportRoute>;

const path = '/privacy/exports/:id';

/**
 * `/privacy/exports/:id?token=…`: the copy of a person's data, once. The mailed link authenticates. Mail scanners
 * follow links too: GET and HEAD show a page and read nothing; only its button (POST) uses the link up.
 */
export function dataExportRoutes(app: FastifyInstance, surround: Surround): void {
  encapsulate(app, 'data exports', (instance) => {
    takeEmptyForms(instance);
    instance.get<ExportRoute>(path, async (request, reply) =>
      show(reply, singleUsePage(callerOf(request).locale, { offer: 'export', action: actionOf(request) })),
    );
    instance.post<ExportRoute>(path, emptyForm, async (request, reply) => {
      const ctx = await surround(request, true);
      const copy = await fetchDataExport(ctx, { exportId: request.params.id, token: tokenOf(request) }).catch(
        (error: unknown) => {
          if (isOver(error)) return undefined;
          throw error;
        },
      );
      if (copy === undefined) return show(reply.code(statusOf('TOKEN_INVALID')), overPage(callerOf(request).locale));
      // If the server stops before the file is destroyed, the hourly sweep destroys it.
      void send(reply, copy)
        .then(copy.done)
        .catch((error: unknown) => ctx.log.error({ error }, 'a fetched copy was not destroyed'));
      return reply;
    });
  });
}

const tokenOf = ({ query: { token = '' } }: ExportRequest): string => String(token);

const actionOf = (request: ExportRequest): string =>
  `/privacy/exports/${encodeURIComponent(request.params.id)}?token=${encodeURIComponent(tokenOf(request))}`;

const show = (reply: FastifyReply, html: string): FastifyReply =>
  reply
    .headers({ 'content-security-policy': singleUsePolicy, 'cache-control': 'private, no-store' })
    .type('text/html; charset=utf-8')
    .send(html);

function send(reply: FastifyReply, { name, mimeType, size, stream }: Fetched): Promise<void> {
  void reply.headers({
    'content-type': mimeType,
    'content-disposition': dispositionOf(name),
    'content-length': size,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  reply.hijack().raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
  return pour(stream, reply.raw);
}
