import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { jwtAccessTokens } from '../../../../src/services/adapters/access-tokens/jsonwebtoken.ts';
import {
  environmentSigningKey,
  fileSigningKeys,
  rotateSigningKey,
} from '../../../../src/services/adapters/access-tokens/key-ring.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';

const secret = 'a test secret of thirty-two bytes or more';
const keys = environmentSigningKey(secret);
const tokens = jwtAccessTokens({ keys, issuer: 'https://api.example.org', minutes: 30 });
const now = new Date('2026-11-20T09:00:00.000Z');
const seconds = now.getTime() / 1000;
const claims = { userId: newId(), sessionId: newId(), sessionVersion: 3 };

const header = { alg: 'HS256', typ: 'at+jwt', kid: keys.current.kid };
const payload = {
  iss: 'https://api.example.org',
  aud: 'atelier-api',
  sub: claims.userId,
  sid: claims.sessionId,
  sv: 3,
  jti: newId(),
  iat: seconds,
  nbf: seconds,
  exp: seconds + 1800,
};

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const signed = (head: unknown, body: unknown, key = secret): string => {
  const hash = (head as { alg?: string }).alg === 'HS384' ? 'sha384' : 'sha256';
  const text = `${part(head)}.${part(body)}`;
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
};
const verify = (token: string, at = now): unknown => {
  try {
    return tokens.verify(token, at);
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const rs256 = (): string => {
  const text = `${part({ ...header, alg: 'RS256' })}.${part(payload)}`;
  return `${text}.${createSign('sha256').update(text).sign(rsa.privateKey).toString('base64url')}`;
};
const good = signed(header, payload);
const [goodHead, goodBody, goodSignature] = good.split('.') as [string, string, string];
const with_ = (more: object) => signed(header, { ...payload, ...more });
const without = (claim: keyof typeof payload) =>
  signed(header, Object.fromEntries(Object.entries(payload).filter(([name]) => name !== claim)));

describe('an access token', () => {
  test('says who, in which session, and until when', () => {
    const { token, expiresAt } = tokens.sign(claims, now);
    expect(expiresAt).toEqual(new Date('2026-11-20T09:30:00.000Z'));
    expect(tokens.verify(token, now)).toEqual({ ...claims, expiresAt });
    expect(verify(good)).toEqual({ ...claims, expiresAt });
    expect(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())).toEqual(header);
  });

  test('lasts to its last second, and may be half a minute early', () => {
    expect(verify(good, new Date(now.getTime() + 1_799_999))).toMatchObject(claims);
    expect(verify(good, new Date(now.getTime() + 1_800_000))).toBe('UNAUTHENTICATED');
    expect(verify(good, new Date(now.getTime() - 30_000))).toMatchObject(claims);
    expect(verify(good, new Date(now.getTime() - 31_000))).toBe('UNAUTHENTICATED');
  });

  const bad: Record<string, string> = {
    'alg none': `${part({ ...header, alg: 'none' })}.${goodBody}.`,
    'alg none with a signature': signed({ ...header, alg: 'none' }, payload),
    'alg NONE in capitals': signed({ ...header, alg: 'NONE' }, payload),
    'HS384 under our secret': signed({ ...header, alg: 'HS384' }, payload),
    'HS256 signed with a public key': signed(header, payload, publicPem),
    RS256: rs256(),
    'kid that climbs': signed({ ...header, kid: '../../dev/null' }, payload, ''),
    'kid that nobody knows': signed({ ...header, kid: 'other' }, payload),
    'kid that is a list': signed({ ...header, kid: [keys.current.kid] }, payload),
    'kid absent': signed({ alg: 'HS256', typ: 'at+jwt' }, payload),
    'kid of a prototype': signed({ ...header, kid: '__proto__' }, payload),
    'another secret': signed(header, payload, 'another secret of thirty-two bytes or so'),
    'typ JWT': signed({ ...header, typ: 'JWT' }, payload),
    'typ absent': signed({ alg: 'HS256', kid: header.kid }, payload),
    jku: signed({ ...header, jku: 'http://127.0.0.1:1/keys' }, payload),
    x5u: signed({ ...header, x5u: 'http://127.0.0.1:1/cert' }, payload),
    jwk: signed({ ...header, jwk: { kty: 'oct', k: part(secret) } }, payload),
    crit: signed({ ...header, crit: ['exp'] }, payload),
    'another issuer': with_({ iss: 'https://evil.example.org' }),
    'another audience': with_({ aud: 'other-api' }),
    'a list of audiences': with_({ aud: ['atelier-api'] }),
    'exp one second ago': with_({ exp: seconds - 1 }),
    'exp as text': with_({ exp: String(seconds + 1800) }),
    'no exp': without('exp'),
    'no sid': without('sid'),
    'no jti': without('jti'),
    'nbf in 61 seconds': with_({ nbf: seconds + 61 }),
    'sub that is no id': with_({ sub: 'admin' }),
    'sv as text': with_({ sv: '3' }),
    'a claim of its own': with_({ role: 'ADMIN' }),
    'a claim given twice': signed(header, JSON.stringify(payload).replace('"sv":3', '"sv":3,"sv":3')),
    'a header given twice': signed(JSON.stringify(header).replace('"alg"', '"alg":"none","alg"'), payload),
    'a body with blanks': signed(header, JSON.stringify(payload, null, 1)),
    'a changed body': `${goodHead}.${part({ ...payload, sv: 4 })}.${goodSignature}`,
    'no signature': `${goodHead}.${goodBody}.`,
    'two parts': `${goodHead}.${goodBody}`,
    'four parts': `${good}.x`,
    '10 KB': `${good}${'A'.repeat(10_000)}`,
    '10 KB, signed': with_({ jti: 'x'.repeat(10_000) }),
    'not JSON': signed('not json', payload),
    null: signed('null', 'null'),
    empty: '',
    'an opaque token': Buffer.alloc(32, 7).toString('base64url'),
    'a refresh token': `${newId()}.${Buffer.alloc(32, 7).toString('base64url')}.${Buffer.alloc(16, 7).toString('base64url')}`,
  };

  test.each(Object.keys(bad))('is refused: %s', (name) => {
    expect(verify(bad[name] ?? '')).toBe('UNAUTHENTICATED');
  });
});

test('nothing is asked of anybody while a token is checked, wherever it points', async () => {
  const opened: unknown[] = [];
  const notice = (message: unknown): void => void opened.push(message);
  subscribe('net.client.socket', notice);
  try {
    const pointers = {
      jku: 'http://127.0.0.1:9/keys',
      x5u: 'http://127.0.0.1:9/cert',
      x5c: [part(publicPem)],
      jwk: { kty: 'oct', k: part(secret) },
      kid: 'http://127.0.0.1:9/keys',
    };
    for (const [name, value] of Object.entries(pointers))
      expect(verify(signed({ ...header, [name]: value }, payload))).toBe('UNAUTHENTICATED');
    expect(verify(good)).toMatchObject(claims);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(opened).toEqual([]);
    connect(9, '127.0.0.1')
      .on('error', () => undefined)
      .destroy();
    expect(opened).toHaveLength(1);
  } finally {
    unsubscribe('net.client.socket', notice);
  }
});

describe('the ring of keys', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ring-'));
  const file = join(directory, 'access-tokens.json');
  afterAll(() => rmSync(directory, { recursive: true }));
  const over = (ring: ReturnType<typeof fileSigningKeys>) => jwtAccessTokens({ keys: ring, issuer: 'x', minutes: 30 });

  test('is made once, for its owner alone, and stays', () => {
    const { token } = over(fileSigningKeys(directory)).sign(claims, now);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(over(fileSigningKeys(directory)).verify(token, now)).toMatchObject(claims);
  });

  test('signs with its first key, and checks with all', () => {
    const { token } = over(fileSigningKeys(directory)).sign(claims, now);
    const {
      keys: [old],
    } = JSON.parse(readFileSync(file, 'utf8')) as { keys: [object] };
    const fresh = { kid: 'fresh', secret: Buffer.alloc(32, 9).toString('base64') };
    writeFileSync(file, JSON.stringify({ keys: [fresh, old] }));
    const turned = fileSigningKeys(directory);
    expect(turned.current.kid).toBe('fresh');
    expect(over(turned).verify(token, now)).toMatchObject(claims);
    writeFileSync(file, JSON.stringify({ keys: [fresh] }));
    expect(() => over(fileSigningKeys(directory)).verify(token, now)).toThrow(
      expect.objectContaining({ code: 'UNAUTHENTICATED' }),
    );
  });

  test('is turned while processes run: they sign with the new key, and check what the others sign', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'ring-'));
    try {
      const [one, two] = [over(fileSigningKeys(elsewhere)), over(fileSigningKeys(elsewhere))];
      const before = one.sign(claims, now).token;
      const kid = rotateSigningKey(elsewhere);
      const after = one.sign(claims, now).token;
      expect(JSON.parse(Buffer.from(after.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({ kid });
      for (const token of [before, after])
        for (const other of [one, two]) expect(other.verify(token, now)).toMatchObject(claims);
      rotateSigningKey(elsewhere);
      expect(two.verify(before, now)).toMatchObject(claims);
      rotateSigningKey(elsewhere);
      expect(() => over(fileSigningKeys(elsewhere)).verify(before, now)).toThrow(
        expect.objectContaining({ code: 'UNAUTHENTICATED' }),
      );
      expect(statSync(join(elsewhere, 'access-tokens.json')).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  test('refuses short secrets, no key, and more than three', () => {
    expect(() => environmentSigningKey('short')).toThrow('JWT_SECRET');
    const key = (kid: string, bytes: number) => ({ kid, secret: Buffer.alloc(bytes, 1).toString('base64') });
    for (const ring of [[key('a', 31)], [], ['a', 'b', 'c', 'd'].map((kid) => key(kid, 32))]) {
      writeFileSync(file, JSON.stringify({ keys: ring }));
      expect(() => fileSigningKeys(directory)).toThrow();
    }
  });
});
