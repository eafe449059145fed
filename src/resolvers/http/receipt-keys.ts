import type { FastifyInstance } from 'fastify';
import type { PublicKey } from '../../services/platform/signing-keys.ts';
import { sendCacheable } from './cacheable-answer.ts';

const rule = { maxAgeSeconds: 300, staleSeconds: 0 };

/** `GET /receipts/keys`: the public keys of receipts, of today and of before, for whoever checks one. */
export function receiptKeyRoute(app: FastifyInstance, keys: () => readonly PublicKey[]): void {
  app.get('/receipts/keys', (request, reply) =>
    sendCacheable(request, reply, { body: JSON.stringify({ keys: keys() }), type: 'application/json', rule }),
  );
}
