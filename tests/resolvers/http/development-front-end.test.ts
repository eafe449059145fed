import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { developmentFrontEnd } from '../../../src/resolvers/http/development-front-end.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = fastify();
  developmentFrontEnd(app, { isProduction: false });
  await app.ready();
});
afterAll(() => app.close());

test('the link of an activation mail leads to the operation that activates', async () => {
  const { statusCode, body, headers } = await app.inject({ url: '/activate?token=9Jw3bXnT4kZc7vQm2LrYp8Hd' });
  expect(statusCode).toBe(200);
  expect(body).toContain('activateAccount(input: { token: &quot;9Jw3bXnT4kZc7vQm2LrYp8Hd&quot; })');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'/);
  expect(headers['cache-control']).toBe('no-store');
});

test('a browser that comes back from a provider sees how to go on', async () => {
  expect((await app.inject({ url: '/auth/callback?code=9Jw3bXnT4kZc7vQm2LrYp8Hd' })).body).toContain(
    'signInWithOauth(input: { code: &quot;9Jw3bXnT4kZc7vQm2LrYp8Hd&quot;',
  );
  expect((await app.inject({ url: '/confirm-identity?token=9Jw3bXnT4kZc7vQm2LrYp8Hd' })).body).toContain(
    'confirmIdentity(input: { token: &quot;9Jw3bXnT4kZc7vQm2LrYp8Hd&quot;',
  );
});

test('links of other mails lead to the playground; what is not a token is not shown', async () => {
  for (const url of ['/', '/commandes/0199', '/factures/0199', '/conversations/0199']) {
    expect((await app.inject({ url })).body).toContain('href="/playground"');
  }
  for (const token of ['%3Cscript%3E', '%22%20onload%3D', 'a&token=b']) {
    const { body } = await app.inject({ url: `/activate?token=${token}` });
    expect(body).not.toMatch(/<pre>|<script|onload/);
  }
});

test('it refuses to exist in production', () => {
  expect(() => developmentFrontEnd(fastify(), { isProduction: true })).toThrow('does not exist in production');
});
