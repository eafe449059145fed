import type { FastifyInstance } from 'fastify';
import type { PublicKey } from '../../services/platform/signing-keys.ts';
import { sendCacheable } from './cacheable-answer.ts';

const rule = { maxAgeSeconds: 300, staleSeconds: 0 };

/** The public keys of one kind of signature, of today and of before, for whoever checks one. */
export function publicKeyRoute(app: FastifyInstance, path: string, keys: () => readonly PublicKey[]): void {
  app.get(path, (request, reply) =>
    sendCacheable(request, reply, { body: JSON.stringify({ keys: keys() }), type: 'application/json', rule }),
  );
}
