// @lane sqlite: a shell script, which no database changes.
import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const script = resolve(import.meta.dirname, '../../deploy/deploy.sh');
let root: string;
let server: string;

/** Programs of the two machines, as far as the script asks them: a shell on the server, copying, and Docker. */
const programs = {
  ssh: 'shift; exec "$@"',
  rsync: 'for last; do :; done; mkdir -p "${last#*:}"; echo "name: atelier" > "${last#*:}/compose.yaml"',
  docker: `echo "$(basename "$PWD") $*" >> "${'$'}LOG"
case "$*" in *exec*) grep -qx "$(basename "$PWD")" "${'$'}READY";; esac`,
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deploy-'));
  server = join(root, 'server');
  mkdirSync(join(root, 'bin'));
  mkdirSync(server);
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(root, 'bin', name), `#!/usr/bin/env bash\n${text}\n`);
    chmodSync(join(root, 'bin', name), 0o755);
  }
  writeFileSync(join(root, 'ready'), '');
  writeFileSync(join(root, 'log'), '');
});
afterEach(() => rmSync(root, { recursive: true }));

function deploy(): Promise<{ code: number; text: string }> {
  const env = {
    PATH: `${join(root, 'bin')}:${process.env['PATH']}`,
    LOG: join(root, 'log'),
    READY: join(root, 'ready'),
    READY_SECONDS: '1',
  };
  return new Promise((done) => {
    execFile('bash', [script, 'deployer@example.org', server], { env }, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), text: stdout + stderr }),
    );
  });
}

test('a server without settings is not touched', async () => {
  expect(await deploy()).toMatchObject({ code: 1, text: expect.stringContaining('.env is missing') });
  expect(existsSync(join(server, 'releases'))).toBe(false);
});

test('a release that does not become ready gives way to the one before', async () => {
  writeFileSync(join(server, '.env'), 'PUBLIC_URL=https://atelier.example\n');
  const before = '20260101000000';
  mkdirSync(join(server, 'releases', before), { recursive: true });
  symlinkSync(`releases/${before}`, join(server, 'current'));
  writeFileSync(join(root, 'ready'), `${before}\n`);

  const { code, text } = await deploy();
  expect(code).toBe(1);
  expect(text).toContain(`${before} runs again.`);
  expect(readlinkSync(join(server, 'current'))).toBe(`releases/${before}`);
  const started = readFileSync(join(root, 'log'), 'utf8').match(/^\d+(?= compose .* up)/gm);
  expect(started).toHaveLength(2);
  expect(started?.at(-1)).toBe(before);
});

test('a release that becomes ready is the current one, with the settings of the server', async () => {
  writeFileSync(join(server, '.env'), 'PUBLIC_URL=https://atelier.example\n');
  writeFileSync(join(root, 'bin/docker'), '#!/usr/bin/env bash\nexit 0\n');
  expect(await deploy()).toMatchObject({ code: 0, text: expect.stringContaining('is ready.') });
  expect(readFileSync(join(server, 'current/.env'), 'utf8')).toContain('PUBLIC_URL');
});
