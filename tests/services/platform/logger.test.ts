import { describe, expect, test } from '@jest/globals';
import { plainLines } from '../../../src/services/platform/logger.ts';
import { captureLogs } from '../../support/logs.ts';

const planted = 'a-planted-secret';

describe('log lines', () => {
  test('secrets are redacted wherever they stand, in details and in bindings', () => {
    const { log, text, lines } = captureLogs();
    log.info({ password: planted, userId: 'u1' }, 'plain');
    log.info({ input: { email: planted, deeper: { token: planted, list: [{ secret: planted }] } } }, 'nested');
    log.child({ requestId: 'r1', authorization: planted }).info({ headers: { cookie: planted } }, 'child');
    log.info({ accessToken: { value: planted } }, 'whole objects');
    expect(text()).not.toContain(planted);
    expect(lines()[0]).toMatchObject({ service: 'atelier', password: '[redacted]', userId: 'u1', msg: 'plain' });
    expect(lines()[2]).toMatchObject({ requestId: 'r1', authorization: '[redacted]' });
  });

  test('what was logged is left as it was', () => {
    const details = { user: { id: '1', email: planted } };
    captureLogs().log.info(details, 'left alone');
    expect(details).toEqual({ user: { id: '1', email: planted } });
  });

  test('errors keep their type, first line and frames, and lose the rest', () => {
    const { log, lines } = captureLogs();
    log.error({ error: new TypeError(`first line\n${planted}`, { cause: new Error('why') }) }, 'failed');
    expect(lines()[0]).toMatchObject({
      error: { type: 'TypeError', message: 'first line', cause: { message: 'why' } },
    });
    expect(JSON.stringify(lines()[0])).not.toContain(planted);
  });

  test('a line of one kind is, letter by letter, what the log would write', () => {
    const { log, text } = captureLogs('info');
    const details = {
      requestId: 'r1',
      status: 200,
      milliseconds: 1.5,
      userId: null,
      operation: undefined,
      route: '/"é',
    };
    log.info(details, 'request');
    plainLines(log, 'request')(details);
    const [written, plain] = text()
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/, 'at'));
    expect(plain).toBe(written);
    expect(plain).toContain('{"level":"info",at,"service":"atelier","requestId":"r1"');
    log.level = 'warn';
    plainLines(log, 'request')(details);
    expect(text().split('\n')).toHaveLength(3);
  });

  test('circles end', () => {
    const { log, lines } = captureLogs();
    const circle: Record<string, unknown> = { name: 'circle' };
    circle['self'] = circle;
    log.info({ circle }, 'round');
    expect(lines()[0]).toMatchObject({ circle: { name: 'circle' } });
  });
});
