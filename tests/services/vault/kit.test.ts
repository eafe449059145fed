// @lane sqlite: the database has no part in it
import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ageKit } from '../../../src/services/adapters/kit/age-shamir.ts';
import { localKeyRegister } from '../../../src/services/adapters/keys/key-register.ts';
import { parseKeys } from '../../../src/services/adapters/keys/key-text.ts';
import { localKeyFile } from '../../../src/services/adapters/keys/local-key-file.ts';
import { pdfkitPdf } from '../../../src/services/adapters/pdf/pdfkit.ts';
import { bytesFrom, wordsFrom } from '../../../src/services/kernel/proquint.ts';
import {
  bundleFile,
  keepSealedKeys,
  loadKeyRing,
  makeKit,
  parseShare,
  printShare,
  readKit,
  recoverKeys,
  verifyKit,
  sealToKit,
  shareText,
  unwrapKey,
  wrapKey,
  type EmergencyKit,
  type KeyRing,
  type KitPlaces,
} from '../../../src/services/vault/index.ts';
import { secretFrom } from '../../../src/services/vault/kit/make-kit.ts';
import { ids } from './published.ts';

const base = await mkdtemp(join(tmpdir(), 'kit-'));
afterAll(() => rm(base, { recursive: true, force: true }));

const now = new Date('2026-12-01T10:00:00Z');
const cipher = ageKit();
let homes = 0;

/** An installation with keys, and its kit. */
async function installation(size = { shares: 5, needed: 3 }) {
  const home = join(base, String(++homes));
  const [keysDir, dataDir] = [join(home, 'keys'), join(home, 'data')];
  await mkdir(keysDir, { recursive: true });
  await mkdir(dataDir);
  const source = localKeyFile({ path: join(keysDir, 'master-keys.json'), dataDir });
  const ring = await loadKeyRing({ source, register: localKeyRegister(dataDir) });
  const secret = randomBytes(32);
  await writeFile(join(keysDir, 'downloads.key'), secret);
  const places: KitPlaces = {
    ...{ keysDir, dataDir, settings: { JWT_SECRET: 'of the settings' } },
    cipher: async () => cipher,
    keysIn: async ({ files }) => parseKeys(Buffer.from(files['master-keys.json'] ?? '', 'base64').toString()),
  };
  let texts: string[] = [];
  let parts: Uint8Array[] = [];
  const kit = await makeKit(places, {
    ...{ size, now },
    print: async ({ shares }) => {
      texts = shares.map(shareText);
      parts = shares.map(({ part }) => Uint8Array.from(part));
    },
  });
  return { places, ring, secret, kit, texts, parts };
}

const whole = await installation();
const detailsOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'accepted',
    (error: { code: string; details: object }) => ({ code: error.code, ...error.details }),
  );
const opening = (texts: readonly string[], kit: EmergencyKit = whole.kit): Promise<Uint8Array> =>
  secretFrom(whole.places, { kit, texts });
const chosen = (texts: readonly string[], count: number, from = 0): string[][] =>
  count === 0
    ? [[]]
    : texts.slice(from).flatMap((text, i) => chosen(texts, count - 1, from + i + 1).map((rest) => [text, ...rest]));

describe('the shares of a kit', () => {
  test('open it three at a time, all ten triples, in any order', async () => {
    const triples = chosen(whole.texts, 3);
    expect(triples).toHaveLength(10);
    const secrets = await Promise.all(triples.map((texts) => opening(texts.reverse())));
    expect(new Set(secrets.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
    expect(await opening(whole.texts)).toEqual(secrets[0]);
  });

  test('do not open it two at a time, whatever is said', async () => {
    for (const pair of chosen(whole.texts, 2))
      expect(await detailsOf(opening(pair))).toEqual({ code: 'KIT_INVALID', reason: 'MISSING', missing: 1 });
    const lowered = whole.texts.map((text, i) => shareText({ ...parseShare(text, i), needed: 2 }));
    for (const pair of chosen(lowered, 2))
      expect(await detailsOf(opening(pair))).toEqual({ code: 'KIT_INVALID', reason: 'FOREIGN' });
    expect(await detailsOf(opening([]))).toMatchObject({ reason: 'MISSING', missing: 1 });
  });

  test('are named when they are mistyped: fifty of them, by another letter, word or length', async () => {
    const letters = 'bdfghjklmnprstvz';
    for (let i = 0; i < 50; i += 1) {
      const place = i % 3;
      const texts = whole.texts.slice(0, 3);
      const words = (texts[place] as string).split(' ');
      const at = (i * 7) % words.length;
      const word = words[at] as string;
      const other = letters[(letters.indexOf(word[0] as string) + 1 + (i % 15)) % 16] as string;
      const changes = [
        () => words.splice(at, 1, other + word.slice(1)),
        () => words.splice(at, 1),
        () => words.splice(at, 0, word),
        () => words.splice(at, 1, `${word}s`),
        () => words.splice(at, 2, ...[...words.slice(at, at + 2)].reverse()),
      ];
      (changes[i % 5] as () => void)();
      const isSame = words.join(' ') === texts[place];
      texts[place] = words.join(' ');
      if (!isSame)
        expect(await detailsOf(opening(texts))).toMatchObject({
          ...{ code: 'KIT_INVALID', reason: 'MISTYPED', share: place + 1 },
          ...(i % 5 === 3 ? { word: at + 1 } : {}),
        });
    }
  });

  test('are named when they are of another kit, or given twice', async () => {
    const other = await installation();
    const [one, two, three] = whole.texts as [string, string, string];
    expect(await detailsOf(opening([one, other.texts[1] as string, three]))).toMatchObject({
      ...{ reason: 'FOREIGN', share: 2, kitId: other.kit.id },
    });
    expect(await detailsOf(opening([one, two, one]))).toMatchObject({ reason: 'REPEATED', share: 3, number: 1 });
    // Even a share that says to be of this kit does not give a wrong secret.
    const disguised = shareText({ ...parseShare(other.texts[1] as string, 1), kitId: whole.kit.id });
    expect(await detailsOf(opening([one, disguised, three]))).toEqual({ code: 'KIT_INVALID', reason: 'FOREIGN' });
    expect(await opening([` ${one.toUpperCase()} `, two.replaceAll(' ', '\n'), three])).toHaveLength(32);
  });

  test('are words of two bytes each, and nothing else', () => {
    // The examples of the paper.
    expect(wordsFrom(Buffer.from('7f000001', 'hex'))).toEqual(['lusab', 'babad']);
    expect(wordsFrom(Buffer.from('3f54dcc1', 'hex'))).toEqual(['gutih', 'tugad']);
    const bytes = randomBytes(400);
    expect(bytesFrom(wordsFrom(bytes))).toEqual(bytes);
    expect(bytesFrom(['lusab', 'lusax'])).toBe(1);
  });

  test('and the secret lie nowhere on disk', async () => {
    const secret = Buffer.from(await opening(whole.texts));
    const { keysDir, dataDir } = whole.places;
    for (const path of [join(keysDir, 'emergency-kit.json'), bundleFile(dataDir)]) {
      const text = await readFile(path);
      for (const bytes of [secret, ...whole.parts])
        for (const form of [bytes, Buffer.from(bytes).toString('hex'), Buffer.from(bytes).toString('base64')])
          expect(text.includes(form)).toBe(false);
    }
  });

  test.each([
    [5, 6],
    [5, 1],
    [21, 3],
    [2.5, 2],
    [Number.NaN, 2],
  ])('of %d with %d needed are refused', async (shares, needed) => {
    const print = async (): Promise<void> => undefined;
    const made = makeKit(whole.places, { size: { shares, needed }, now, print });
    await expect(made).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('the bundle', () => {
  test('holds the ring and every secret of KEYS_DIR, and is opened by shares alone', async () => {
    const { dataDir } = whole.places;
    const sealed = await readFile(bundleFile(dataDir));
    const { files, settings } = await recoverKeys(cipher, { texts: whole.texts.slice(1, 4), sealed });
    expect(Object.keys(files).sort()).toEqual(['downloads.key', 'master-keys.json']);
    expect(Buffer.from(files['downloads.key'] as string, 'base64')).toEqual(whole.secret);
    expect(settings).toEqual({ JWT_SECRET: 'of the settings' });
    const altered = Buffer.from(sealed);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    const refused = recoverKeys(cipher, { texts: whole.texts, sealed: altered });
    expect(await detailsOf(refused)).toEqual({ code: 'KIT_INVALID', reason: 'BUNDLE' });
  });

  test('is verified: the ring of the bundle opens what was sealed, and only the day is written', async () => {
    const { places, ring, texts } = whole;
    const [dek, later] = [randomBytes(32), new Date('2027-01-01T00:00:00Z')];
    const record = await wrapKey(ring, dek, ids);
    const openOneFile = async (opened: KeyRing): Promise<void> => {
      expect(await unwrapKey(opened, record, ids)).toEqual(dek);
    };
    await verifyKit(places, { texts: texts.slice(2), openOneFile, now: later });
    expect(await readKit(places.keysDir)).toMatchObject({ id: whole.kit.id, verifiedAt: later });
    const failing = verifyKit(places, {
      ...{ texts, now },
      openOneFile: async () => {
        throw new Error('no');
      },
    });
    await expect(failing).rejects.toThrow('no');
    expect(await readKit(places.keysDir)).toMatchObject({ verifiedAt: later });
    expect(await sealToKit({ ...places, keysDir: base }, Buffer.from('x'))).toBeUndefined();
    expect(await keepSealedKeys({ ...places, keysDir: base })).toBe(false);
  });

  const age = spawnSync('age', ['--version']);
  test(`is opened by the age tool${age.error ? ' (which is not on this machine: not tried)' : ''}`, async () => {
    const secret = await opening(whole.texts);
    const identity = cipher.identityOf(secret);
    expect(identity).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
    if (age.error) return;
    const path = join(base, 'identity.txt');
    await writeFile(path, `${identity}\n`, { mode: 0o600 });
    const opened = spawnSync('age', ['--decrypt', '--identity', path, bundleFile(whole.places.dataDir)]);
    expect(opened.stderr.toString()).toBe('');
    expect(JSON.parse(opened.stdout.toString())).toMatchObject({ format: 'atelier-keys-1' });
  });
});

test('a page shows the words, the square, the kit, the number and the threshold in both languages', async () => {
  const share = parseShare(whole.texts[1] as string, 1);
  const page = await printShare(pdfkitPdf(), { kit: whole.kit, share, installation: 'archive.example.org' });
  const path = join(base, 'page.pdf');
  await writeFile(path, page);
  expect(page.subarray(0, 5).toString()).toBe('%PDF-');
  const shown = spawnSync('pdftotext', ['-layout', path, '-']);
  if (shown.error) return;
  const text = shown.stdout.toString();
  for (const word of (whole.texts[1] as string).split(' ')) expect(text).toContain(word);
  for (const said of [whole.kit.id, 'Part 2 sur 5', 'Share 2 of 5', 'archive.example.org', '3 parts ouvrent'])
    expect(text).toContain(said);
});
