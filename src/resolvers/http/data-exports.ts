import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { fetchDataExport } from '../../services/privacy/index.ts';
import { dispositionOf, pour, type Surround } from './downloads.ts';

interface ExportRoute {
  Params: { id: string };
  /** A parameter that stands there twice is a list. */
  Querystring: { token?: string | string[] };
}

/** `GET /privacy/exports/:id?token=…`: a copy of somebody's data, once. The link is the proof; it came by mail. */
export function dataExportRoutes(app: FastifyInstance, surround: Surround): void {
  app.get<ExportRoute>('/privacy/exports/:id', { exposeHeadRoute: false }, async (request, reply) => {
    const surroundings = await surround(request);
    const { name, mimeType, size, stream, done } = await fetchDataExport(surroundings, { exportId: request.params.id, token: String(request.query.token ?? '') });
    void reply.headers({
      'content-type': mimeType, 'content-disposition': dispositionOf(name), 'content-length': size,
      'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
    });
    reply.hijack().raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
    // Should the house stop before it is destroyed, the hourly sweep does it.
    void pour(stream, reply.raw).then(done).catch((error: unknown) => surroundings.log.error({ error }, 'a fetched copy was not destroyed'));
    return reply;
  });
}
