import type { FastifyInstance } from 'fastify';
import { openCertificatePdf } from '../../services/archive/index.ts';
import { dispositionOf } from './disposition.ts';
import { onlyGrant, type Surround } from './downloads.ts';

interface PdfRoute {
  /** A repeated parameter is an array. */
  Querystring: { grant?: string | string[] };
}

/** `GET /certificates/pdf?grant=…`: a certificate of destruction, by a link that the API gave a minute ago at most. */
export function certificateRoute(app: FastifyInstance, surround: Surround): void {
  app.get<PdfRoute>('/certificates/pdf', async (request, reply) => {
    const { name, bytes } = await openCertificatePdf(await surround(request, true), {
      grant: onlyGrant(request.query) ?? '',
    });
    return reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': dispositionOf(name),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .send(bytes);
  });
}
