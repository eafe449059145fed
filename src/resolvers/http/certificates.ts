import type { FastifyInstance } from 'fastify';
import { openCertificatePdf } from '../../services/archive/index.ts';
import type { PublicKey } from '../../services/platform/signing-keys.ts';
import { sendCacheable } from './cacheable-answer.ts';
import { dispositionOf } from './disposition.ts';
import { onlyGrant, type Surround } from './downloads.ts';

interface PdfRoute {
  /** A repeated parameter is an array. */
  Querystring: { grant?: string | string[] };
}

const rule = { maxAgeSeconds: 300, staleSeconds: 0 };

/**
 * `GET /certificates/keys`: the public keys of certificates of destruction, of today and of before, for whoever checks one.
 * `GET /certificates/pdf?grant=…`: a certificate, by a link that the API gave a minute ago at most.
 */
export function certificateRoutes(app: FastifyInstance, surround: Surround, keys: () => readonly PublicKey[]): void {
  app.get('/certificates/keys', (request, reply) =>
    sendCacheable(request, reply, { body: JSON.stringify({ keys: keys() }), type: 'application/json', rule }),
  );
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
