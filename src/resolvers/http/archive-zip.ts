import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { openArchiveZip } from '../../services/archive/index.ts';
import { DomainError } from '../../services/kernel/errors.ts';
import { dispositionOf } from './disposition.ts';
import { onlyGrant, pour, type Surround } from './downloads.ts';

interface ZipRoute {
  Params: { id: string };
  /** A repeated parameter is an array. */
  Querystring: { grant?: string | string[] };
}

/** `GET /archive/zip/:id?grant=`: a cabinet, a folder or some documents as one ZIP, packed while it is sent, for the holder of the link. */
export function archiveZipRoutes(app: FastifyInstance, surround: Surround): void {
  app.get<ZipRoute>('/archive/zip/:id', { exposeHeadRoute: false }, async (request, reply) => {
    const grant = onlyGrant(request.query);
    if (grant === undefined) throw new DomainError('TOKEN_INVALID');
    const zip = await openArchiveZip(await surround(request, true), { cabinetId: request.params.id, grant });
    void reply.headers({
      'content-type': 'application/zip',
      'content-disposition': dispositionOf(zip.name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    reply.hijack().raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
    void pour(zip.stream, reply.raw);
    return reply;
  });
}
