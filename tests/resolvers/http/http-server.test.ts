import { expect, test } from '@jest/globals';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { listening, toyNeeds } from './sample-server.ts';

test('limits of the parser are set', async () => {
  const {
    needs: { log, metrics, config },
  } = toyNeeds();
  const app = await createHttpServer({ log, metrics, config: { ...config, ...listening } });
  const { headersTimeout, keepAliveTimeout, maxRequestsPerSocket, maxConnections, requestTimeout, timeout } =
    app.server;
  expect({ headersTimeout, keepAliveTimeout, maxRequestsPerSocket, maxConnections, requestTimeout, timeout }).toEqual({
    headersTimeout: 10_000,
    keepAliveTimeout: 65_000,
    maxRequestsPerSocket: 1_000,
    maxConnections: 4_000,
    requestTimeout: 900_000,
    timeout: 120_000,
  });
  await app.close();
});
