import type { FastifyInstance } from 'fastify';
import { openRecordPdf } from '../../services/privacy/index.ts';
import { dispositionOf } from './disposition.ts';
import { onlyGrant, type Surround } from './downloads.ts';

interface RecordRoute {
  /** A repeated parameter is an array. */
  Querystring: { grant?: string | string[] };
}

/** `GET /privacy/processing-record.pdf?grant=…`: the record of processing, by a link that the API gave a minute ago at most. */
export function processingRecordRoute(app: FastifyInstance, surround: Surround): void {
  app.get<RecordRoute>('/privacy/processing-record.pdf', async (request, reply) => {
    const pdf = await openRecordPdf(await surround(request, true), { grant: onlyGrant(request.query) ?? '' });
    return reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': dispositionOf('registre-des-traitements.pdf'),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .send(pdf);
  });
}
