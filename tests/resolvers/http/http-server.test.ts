import { expect, test } from '@jest/globals';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { toyNeeds } from './toy-server.ts';

/** Sends half a body and waits: how long until the server gives up, in milliseconds; -1 when it has not after a second. */
const patience = (port: number, contentType: string): Promise<number> => new Promise((resolve) => {
  const started = performance.now();
  const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/echo', headers: { 'content-type': contentType, 'content-length': 100 } });
  const giveUp = setTimeout(() => { resolve(-1); sent.destroy(); }, 1_000);
  sent.on('error', () => { clearTimeout(giveUp); resolve(performance.now() - started); });
  sent.write('{"half":');
});

test('a body that does not come is not waited for, unless it is an upload', async () => {
  const { needs: { log, metrics, config } } = toyNeeds();
  const app = await createHttpServer({ log, metrics, config: { ...config, TRUSTED_PROXIES: [] }, bodyTimeout: 200 });
  app.addContentTypeParser('multipart/form-data', (_request, payload, done) => { payload.on('end', () => done(null)).resume(); });
  app.post('/echo', (incoming) => Promise.resolve(incoming.body));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const [json, upload] = [await patience(port, 'application/json'), await patience(port, 'multipart/form-data; boundary=x')];
  expect(json).toBeGreaterThan(150);
  expect(upload).toBe(-1);
  await app.close();
});

test('limits of the parser are set', async () => {
  const { needs: { log, metrics, config } } = toyNeeds();
  const app = await createHttpServer({ log, metrics, config: { ...config, TRUSTED_PROXIES: [] } });
  const { headersTimeout, keepAliveTimeout, maxRequestsPerSocket, maxConnections, requestTimeout } = app.server;
  expect({ headersTimeout, keepAliveTimeout, maxRequestsPerSocket, maxConnections, requestTimeout }).toEqual({
    headersTimeout: 10_000, keepAliveTimeout: 65_000, maxRequestsPerSocket: 1_000, maxConnections: 4_000, requestTimeout: 900_000,
  });
  await app.close();
});
