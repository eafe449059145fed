import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { dial, errorIn, readAnswer, sendRaw } from '../../support/raw-http.ts';
import { listening, toyNeeds } from './sample-server.ts';

const whole = 300;
let app: FastifyInstance;
let url: string;
beforeAll(async () => {
  const {
    needs: { log, metrics, config },
  } = toyNeeds();
  app = await createHttpServer({ log, metrics, config: { ...config, ...listening }, bodyTimeout: whole });
  for (const type of ['application/json', 'multipart/form-data'])
    app.addContentTypeParser(type, (_request, payload, done) => {
      payload
        .on('end', () => done(null))
        .on('error', done)
        .resume();
    });
  app.post('/json', { config: { takes: ['application/json'] } }, () => Promise.resolve('read'));
  app.post('/form', { config: { takes: ['multipart/form-data'] } }, () => Promise.resolve('read'));
  app.post('/uploads', { config: { takes: ['multipart/form-data'], takesUploads: true } }, () =>
    Promise.resolve('read'),
  );
  app.get('/page', () => Promise.resolve('page'));
  await app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(() => app.close());

const head = (path: string, type: string, { method = 'POST', length = 100 } = {}): string =>
  `${method} ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`;
const form = 'multipart/form-data; boundary=B';

/** Sends half of a body and then a byte now and then; answers what came back, or undefined when the server still waits long after its time. */
async function drip(path: string, type: string): Promise<ReturnType<typeof readAnswer> | undefined> {
  const { socket, ended } = dial(url);
  socket.write(`${head(path, type, { length: 1_000_000 })}--B`);
  const dripping = setInterval(() => socket.write('-'), whole / 5);
  const late = new Promise<undefined>((resolve) => void setTimeout(resolve, whole * 10, undefined));
  const answer = await Promise.race([ended.then(readAnswer), late]);
  clearInterval(dripping);
  socket.destroy();
  return answer;
}

describe('a body that does not come', () => {
  test.each([
    ['/json', 'application/json'],
    ['/form', form],
  ])('of %s, as %s, is waited for without end', async (path, type) => {
    const answer = await drip(path, type);
    expect(answer?.status).toBe(408);
    expect(errorIn(answer as NonNullable<typeof answer>).code).toBe('REQUEST_TIMED_OUT');
  });

  test('of an upload has a floor of speed instead', async () => {
    expect(await drip('/uploads', form)).toBeUndefined();
  });

  test('to a route of uploads that is none has the time of any other', async () => {
    expect((await drip('/uploads', 'application/json'))?.status).toBe(415);
  });
});

describe('a body that nobody reads', () => {
  test.each([
    ['/json', form, 'POST', 415],
    ['/json', 'text/plain', 'POST', 415],
    ['/json', 'application/jsonx', 'POST', 415],
    ['/json', '', 'POST', 415],
    ['/form', 'application/json', 'POST', 415],
    ['/page', form, 'GET', 415],
    ['/page', 'application/json', 'GET', 415],
    ['/nothing', form, 'POST', 404],
    ['/nothing', 'application/json', 'PUT', 404],
    ['/nothing', form, 'BREW', 400],
  ])('%s, %s, by %s, keeps the connection', async (path, type, method, status) => {
    // Not a byte of the body is sent: the answer is there all the same, and the connection ends.
    const answer = await sendRaw(url, head(path, type, { method }));
    expect(answer.status).toBe(status);
    expect(errorIn(answer).code).toBe(status === 404 ? 'NOT_FOUND' : 'INPUT_INVALID');
    expect(answer.headers['connection']).toBe('close');
  });

  test('in chunks, too', async () => {
    const answer = await sendRaw(
      url,
      `POST /json HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${form}\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    expect(answer.status).toBe(415);
  });

  test('and a type with parameters, in capitals, is taken', async () => {
    const answer = await sendRaw(
      url,
      `POST /json HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: Application/JSON ; charset=utf-8\r\ncontent-length: 2\r\n\r\n{}`,
    );
    expect([answer.status, answer.text]).toEqual([200, 'read']);
  });

  test('a request without a body may say a type', async () => {
    const answer = await sendRaw(
      url,
      'GET /page HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n\r\n',
    );
    expect([answer.status, answer.text]).toEqual([200, 'page']);
  });
});

describe('headers', () => {
  test.each([
    ['of which nothing comes', ''],
    ['that come byte by byte', 'GET / HTTP/1.1\r\nhost: localhost\r\n'],
    ['of the next request on a connection', 'GET /page HTTP/1.1\r\nhost: localhost\r\n\r\nGET / HTTP/1.1\r\n'],
  ])(
    '%s are waited for half a minute',
    async (_name, start) => {
      const began = performance.now();
      const { socket, ended } = dial(url);
      socket.write(start);
      const dripping = start === '' ? undefined : setInterval(() => socket.write('x'), 500);
      // By the clock of the process that the server runs in: a busy machine delays both.
      const halfMinute = new Promise<undefined>((resolve) => void setTimeout(resolve, 25_000, undefined));
      const received = (await Promise.race([ended, halfMinute])) ?? '';
      clearInterval(dripping);
      socket.destroy();
      expect(performance.now() - began).toBeGreaterThan(9_500);
      const last = readAnswer(received.slice(Math.max(0, received.lastIndexOf('HTTP/1.1'))));
      expect([last.status, errorIn(last).code]).toEqual([408, 'REQUEST_TIMED_OUT']);
    },
    120_000,
  );
});
