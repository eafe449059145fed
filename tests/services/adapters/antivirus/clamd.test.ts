// @lane sqlite: a protocol, without a database.
/** ClamAV’s protocol, against a server that validates what it is sent. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { clamdAntivirus } from '../../../../src/services/adapters/antivirus/clamd.ts';
import type { Antivirus } from '../../../../src/services/adapters/antivirus/port.ts';
import { clamdFrom } from '../../../../src/services/platform/config/clamd.ts';
import { eicar, openFakeClamd, type FakeClamd } from '../../../support/fake-clamd.ts';

let clamd: FakeClamd;
let antivirus: Antivirus;
beforeAll(async () => {
  clamd = await openFakeClamd();
  antivirus = clamdAntivirus({ address: clamd.address, maxBytes: 8 * 1_048_576, wholeMs: 20_000 });
});
afterAll(() => clamd.close());
beforeEach(() => {
  clamd.moods.length = 0;
  clamd.streamMaxLength = 25 * 1_048_576;
});

const fileOf = (...pieces: (Buffer | string)[]) => ({
  size: pieces.reduce((sum, piece) => sum + piece.length, 0),
  opened: 0,
  async open() {
    this.opened += 1;
    return Readable.from(pieces.map((piece) => Buffer.from(piece)));
  },
});
const away = expect.objectContaining({ name: 'AntivirusAway' });

describe('a scan', () => {
  test('sends the file in its pieces, and hears that it is clean', async () => {
    const pieces = [randomBytes(70_000), Buffer.alloc(0), randomBytes(1)];
    expect(await antivirus.scan(fileOf(...pieces))).toEqual({ verdict: 'CLEAN' });
    expect(clamd.commands.at(-1)).toBe('zINSTREAM');
    expect(clamd.streams.at(-1)).toEqual({ bytes: Buffer.concat(pieces), pieces: 2 });
  });

  test('of an empty file is a stream that ends at once', async () => {
    expect(await antivirus.scan(fileOf())).toEqual({ verdict: 'CLEAN' });
    expect(clamd.streams.at(-1)).toEqual({ bytes: Buffer.alloc(0), pieces: 0 });
  });

  test('finds what is spread over two pieces', async () => {
    expect(await antivirus.scan(fileOf(eicar.slice(0, 30), eicar.slice(30)))).toEqual({
      verdict: 'INFECTED',
      found: 'Eicar-Test-Signature',
    });
  });

  test('of what is too large for us is not begun; too large for the server, it cannot say', async () => {
    const { length } = clamd.commands;
    const tooLarge = { verdict: 'UNVERIFIED', reason: 'too large' };
    expect(await antivirus.scan({ size: 8 * 1_048_576 + 1, open: () => Promise.reject(new Error('opened')) })).toEqual(
      tooLarge,
    );
    expect(clamd.commands).toHaveLength(length);
    clamd.streamMaxLength = 1_000;
    const many = Array.from({ length: 64 }, () => randomBytes(65_536));
    expect(await antivirus.scan(fileOf(...many))).toEqual(tooLarge);
  });

  test('whose connection is dropped is begun once more, from the beginning of the file', async () => {
    clamd.moods.push('DROPS');
    const file = fileOf(eicar);
    expect(await antivirus.scan(file)).toMatchObject({ verdict: 'INFECTED' });
    clamd.moods.push('DROPS', 'DROPS');
    await expect(antivirus.scan(fileOf('texte'))).rejects.toEqual(away);
  });

  test('is refused as away by a server that is busy, is something else, or says nothing in time', async () => {
    clamd.moods.push('BUSY');
    await expect(antivirus.scan(fileOf('texte'))).rejects.toEqual(away);
    clamd.moods.push('GARBAGE');
    await expect(antivirus.scan(fileOf('texte'))).rejects.toEqual(away);
    clamd.moods.push('SILENT');
    const hasty = clamdAntivirus({ address: clamd.address, maxBytes: 1_000, wholeMs: 150 });
    await expect(hasty.scan(fileOf('texte'))).rejects.toEqual(away);
  });

  test('of a file that cannot be read fails with what reading it failed with', async () => {
    const broken = {
      size: 10,
      open: async () =>
        Readable.from(
          (async function* () {
            yield Buffer.from('abc');
            throw new Error('disk gone');
          })(),
        ),
    };
    await expect(antivirus.scan(broken)).rejects.toThrow('disk gone');
  });

  test('many at once', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 20 }, (_, n) => antivirus.scan(fileOf(n % 2 === 0 ? eicar : randomBytes(100_000)))),
    );
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? 'INFECTED' : 'CLEAN')),
    );
  });
});

test('PING is answered, or the server is away', async () => {
  await antivirus.ping();
  expect(clamd.commands.at(-1)).toBe('zPING');
  clamd.moods.push('GARBAGE');
  await expect(antivirus.ping()).rejects.toEqual(away);
  const nowhere = clamdAntivirus({ address: { path: '/nowhere/clamd.ctl' }, maxBytes: 1, wholeMs: 1_000 });
  await expect(nowhere.ping()).rejects.toEqual(away);
  await expect(nowhere.scan(fileOf('x'))).rejects.toEqual(away);
});

test('its address', () => {
  expect(clamdFrom('tcp://clamd:3311')).toEqual({ host: 'clamd', port: 3_311 });
  expect(clamdFrom('tcp://[::1]')).toEqual({ host: '::1', port: 3_310 });
  expect(clamdFrom('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
  for (const wrong of ['', 'clamd', 'http://clamd:3310', 'unix:', 'tcp://', 'tcp://clamd:3310/x', 'unix://host/x'])
    expect([wrong, clamdFrom(wrong)]).toEqual([wrong, undefined]);
});
