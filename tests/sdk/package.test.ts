// @lane sqlite: proves a package and a browser.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createClient, CreateAdminNotificationDocument, LoginDocument } from '../../sdk/index.ts';
import { scalars } from '../../sdk/scalars.ts';
import {
  docx,
  openTestEnvironment,
  packedProject,
  run,
  serveFolder,
  type TestEnvironment,
  type Project,
} from './packed.ts';
import { seedPriceItem } from './price-item.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const read = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
let project: Project;

beforeAll(async () => {
  project = await packedProject();
  await run(process.execPath, [join(project.folder, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: project.folder,
  });
}, 240_000);
afterAll(() => project?.remove());

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { optional: boolean }>>;
}

describe('what is packed', () => {
  test('is built, with types, the schema, a README and the licence, and no source', () => {
    expect(project.packed).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/react.js',
        'dist/react.d.ts',
        'dist/scalars.js',
        'dist/schema.graphql',
        'package.json',
      ]),
    );
    expect(project.packed.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
    expect(readFileSync(join(project.folder, 'node_modules/@atelier/sdk/dist/schema.graphql'), 'utf8')).toBe(
      read('src/schema/schema.graphql'),
    );
  });

  test('imports only what it declares, at the versions of the server', () => {
    const manifest = JSON.parse(read('sdk/package.json')) as Manifest;
    const ours = JSON.parse(read('package.json')) as Manifest;
    const versions = { ...ours.devDependencies, ...ours.dependencies };
    for (const [name, range] of Object.entries(manifest.dependencies))
      expect({ name, range }).toEqual({ name, range: versions[name] });
    const dist = join(project.folder, 'node_modules/@atelier/sdk/dist');
    const imported = globSync('**/*.{js,d.ts}', { cwd: dist }).flatMap((file) =>
      [...readFileSync(join(dist, file), 'utf8').matchAll(/from '([^'.][^']*)'/g)].map(([, name = '']) => ({
        file,
        name: name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      })),
    );
    expect(
      imported
        .filter(({ name }) => !(name in manifest.dependencies))
        .map(({ file, name }) => `${file} ${name}`)
        .sort(),
    ).toEqual(['react.d.ts react', 'react.js react']);
    expect(manifest.peerDependenciesMeta['react']?.optional).toBe(true);
  });

  test('says of every scalar of the schema what it is in TypeScript', () => {
    const ofSchema = [...read('src/schema/schema.graphql').matchAll(/^scalar (\w+)/gm)].map(([, name = '']) => name);
    expect(ofSchema.filter((name) => !(name in scalars))).toEqual([]);
  });
});

describe('a strict project', () => {
  /** First the oldest compiler with the strictest resolution: what it accepts, `STORM=full` shows that the others accept. */
  const combinations = [
    ['typescript-5.9', 'nodenext', 'nodenext'],
    ['typescript', 'nodenext', 'nodenext'],
    ['typescript-5.9', 'bundler', 'esnext'],
    ['typescript', 'bundler', 'esnext'],
  ] as const;
  test.each(process.env['STORM'] === 'full' ? combinations : combinations.slice(0, 1))(
    'of %s compiles with moduleResolution %s',
    async (compiler, moduleResolution, module) => {
      const tsc = join(import.meta.dirname, '../../node_modules', compiler, 'bin/tsc');
      const { stdout } = await run(
        process.execPath,
        [tsc, '-p', '.', '--moduleResolution', moduleResolution, '--module', module, '--skipDefaultLibCheck'],
        { cwd: project.folder },
      ).catch((failed: { stdout: string }) => failed);
      expect(stdout).toBe('');
    },
    240_000,
  );
});

test('a bundle carries the documents that the application names, and no other', () => {
  const bundle = globSync('dist/assets/*.js', { cwd: project.folder })
    .map((file) => readFileSync(join(project.folder, file), 'utf8'))
    .join('\n');
  for (const name of [
    'mutation Login',
    'query MyOrders',
    'mutation UploadManuscript',
    'subscription NotificationAdded',
  ])
    expect(bundle).toContain(name);
  const carried = [...bundle.matchAll(/(?:query|mutation|subscription) ([A-Z]\w+)[\s({]/g)].map(
    ([, name = '']) => name,
  );
  expect([...new Set(carried)].sort()).toEqual([
    'CreateOrder',
    'Login',
    'Logout',
    'MyOrders',
    'NotificationAdded',
    'PriceItems',
    'RefreshSession',
    'UploadManuscript',
  ]);
  expect(bundle).not.toMatch(/[rR]etentionPolic/);
});

if (executablePath) describe('in a browser, on a page of another origin', inBrowser);
else process.stdout.write('No Chromium here: the packed SDK is not tried in a browser.\n');

function inBrowser(): void {
  let browser: Browser;
  let env: TestEnvironment;
  let front: Awaited<ReturnType<typeof serveFolder>>;

  beforeAll(async () => {
    front = await serveFolder(join(project.folder, 'dist'));
    env = await openTestEnvironment({ environment: { CORS_ORIGINS: `http://localhost:${front.port}` } });
    await seedPriceItem(env);
    // A name of somebody else's for the same page: its origin is nowhere allowed.
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--host-resolver-rules=MAP stranger.example 127.0.0.1'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await env?.close();
    front?.close();
  });

  const open = async (host: string, api = `${env.url}/graphql`): Promise<Page> => {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(50_000);
    await page.goto(`http://${host}:${front.port}/?api=${encodeURIComponent(api)}`);
    return page;
  };
  const signIn = async (page: Page, password: string): Promise<void> => {
    await page.fill('input[name=email]', env.people.get('CUSTOMER')?.email ?? '');
    await page.fill('input[name=password]', password);
    await page.click('form button');
  };
  const listening = (): number => env.served.sockets.counts().streams;
  const publish = async (title: string): Promise<void> => {
    const admin = createClient({ url: `${env.url}/graphql` });
    const { email, password } = env.people.get('ADMIN') ?? { email: '', password: '' };
    const { login } = await admin.mutate(LoginDocument, { input: { email, password } });
    if (login.__typename === 'Session') admin.useTokens(login);
    await admin.mutate(CreateAdminNotificationDocument, {
      input: { audience: 'CUSTOMER', title, message: title, type: 'INFO' },
    });
    await admin.close();
  };

  test('signs in, lists, orders, uploads with progress, listens, and signs out', async () => {
    const page = await open('localhost');
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.waitForSelector('#prices li:has-text("Pack KDP 350")');
    await signIn(page, 'wrong');
    await page.waitForSelector('[data-code=CREDENTIALS_INVALID]');
    await signIn(page, env.people.get('CUSTOMER')?.password ?? '');
    await page.waitForSelector('#orders[aria-busy=false]', { state: 'attached' });
    while (listening() === 0) await page.waitForTimeout(20);
    // Strict mode mounts everything twice: one subscription is left.
    expect(listening()).toBe(1);

    await page.click('#order-nothing');
    await page.waitForSelector('[data-code=INPUT_INVALID]:has-text("input.title")');
    await page.click('#order');
    await page.waitForSelector('#orders li:has-text("Le phare, to be paid")');

    const manuscript = docx('Il était une fois.', [
      { name: 'word/media/noise.bin', content: Buffer.alloc(3_000_000, crypto.randomUUID()) },
    ]);
    await page.setInputFiles('#orders input[type=file]', {
      name: 'Le phare — é.docx',
      mimeType: '',
      buffer: manuscript,
    });
    await page.waitForSelector(`output:has-text("Le phare — é.docx ${manuscript.length}")`);
    const steps = JSON.parse((await page.getAttribute('output', 'data-steps')) ?? '') as {
      sentBytes: number;
      totalBytes: number;
    }[];
    expect(steps.at(-1)).toEqual({ sentBytes: manuscript.length, totalBytes: manuscript.length });
    expect(steps.every(({ sentBytes }, at) => sentBytes >= (steps[at - 1]?.sentBytes ?? 0))).toBe(true);

    await publish('Fermé lundi');
    await page.waitForSelector('#titles li:has-text("Fermé lundi")');
    expect(await page.locator('#titles li:has-text("Fermé lundi")').count()).toBe(1);

    await page.click('#sign-out');
    await page.waitForSelector('form');
    while (env.served.sockets.counts().sockets > 0) await page.waitForTimeout(20);
    expect(complaints).toEqual([]);
  }, 240_000);

  test('a page of an origin that is not allowed is refused as such, and a server that is away is another thing', async () => {
    const stranger = await open('stranger.example');
    await stranger.waitForSelector('[data-code=ORIGIN_REFUSED]:has-text("CORS_ORIGINS")');
    const away = await open('localhost', 'http://127.0.0.1:9/graphql');
    await away.waitForSelector('[data-code=UNREACHABLE]');
  }, 240_000);
}
