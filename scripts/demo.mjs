// `npm run demo`: plays the main journey, then prices that are agreed before they are paid, deposits, refunds and mobile money, an order without an account, and an
// appointment that is booked, moved and cancelled, a ticket that is asked, answered and closed, then papers that are kept in a cabinet, backed up and destroyed, and at last the one mail about what was not
// read, against the built server,
// started here on a free port with its own data, and leaves the invoices, the corrected text, the calendar entry and the certificate in
// demo-output/.
// npm run demo -- --keep keeps the data and prints where they are
//   npm run demo -- --database=mysql://…   on this empty database, and not on an embedded one
//   npm run demo -- --url=https://…    through this address (a proxy before the server, which listens on --port)
import './help.mjs';
import './run-ts.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

if (spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1);
const { MainJob } = await import('../tests/scenarios/main-job.story.ts');
const { InvoicingStory } = await import('../tests/scenarios/invoicing/invoicing.story.ts');
const { PricingStory } = await import('../tests/scenarios/pricing/pricing.story.ts');
const { VisitorStory } = await import('../tests/scenarios/visitor.story.ts');
const { GuestOrderStory } = await import('../tests/scenarios/guest-order.story.ts');
const { AppointmentStory } = await import('../tests/scenarios/appointment.story.ts');
const { TicketStory } = await import('../tests/scenarios/ticket.story.ts');
const { ArchiveStory } = await import('../tests/scenarios/archive.story.ts');
const { searchPlaintext } = await import('../tests/scenarios/plaintext.ts');
const { secrets } = await import('../tests/scenarios/main-job.texts.ts');
const { mailboxFolder } = await import('../src/services/adapters/mail/mailbox-folder.ts');
const { wallClock } = await import('../src/services/kernel/clock.ts');

const option = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const isKept = process.argv.includes('--keep');
const directory = mkdtempSync(join(tmpdir(), 'atelier-demo-'));
const dataDir = join(directory, 'data');
const output = resolve('demo-output');
const began = performance.now();
let server;
let job;
let invoicing;
let pricing;
let archive;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(130));

try {
  const port = Number(option('port') ?? (await freePort()));
  const url = option('url') ?? `http://127.0.0.1:${port}`;
  const people = await step('The server starts on an empty folder', () => start(port, url));
  const mailbox = mailboxFolder({ folder: join(dataDir, 'mailbox'), clock: wallClock });
  const environment = { url, people, mails: () => mailbox.list() };
  job = new MainJob(environment);
  pricing = new PricingStory(environment);
  invoicing = new InvoicingStory(environment);
  const guest = new GuestOrderStory(environment);
  const visitor = new VisitorStory(environment);
  const appointment = new AppointmentStory(environment);
  const ticket = new TicketStory(environment);
  archive = new ArchiveStory(environment);
  const digest = { steps: [ticket.digest(environment.mails)] };
  for (const { steps } of [job, pricing, invoicing, guest, visitor, appointment, ticket, archive, digest])
    for (const { name, play } of steps) await step(name, async () => ({ said: await play() }));
  await step('No word of the manuscript is readable in the stored data', () => {
    const { files, found } = searchPlaintext(dataDir, Object.values(secrets));
    if (found.length > 0) throw new Error(`found in ${found.join(', ')}`);
    return { said: `${files} files searched` };
  });
  mkdirSync(output, { recursive: true });
  const kept = new Map([
    ['facture.pdf', job.results.get('invoice')],
    ['manuscrit-corrigé.docx', job.results.get('corrected')],
    ...[...invoicing.papers].map(([name, { pdf }]) => [name, pdf]),
    ['rendez-vous.ics', appointment.entries.at(-1)],
    ['certificat-de-destruction.json', archive.certificate],
  ]);
  console.log(`\nDone in ${elapsed(began)}. Left here:`);
  for (const [name, content] of kept) {
    writeFileSync(join(output, name), content);
    console.log(`  ${join(output, name)}`);
  }
  await end(0);
} catch (error) {
  console.error(error);
  await end(1);
}

async function step(name, play) {
  const from = performance.now();
  try {
    const result = await play();
    console.log(`✓ ${name}${result.said === undefined ? '' : ` (${result.said})`}, ${elapsed(from)}`);
    return result;
  } catch (error) {
    console.log(`✗ ${name}, ${elapsed(from)}`);
    throw error;
  }
}

function elapsed(from) {
  const milliseconds = performance.now() - from;
  return milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}

/** Starts the server and returns the users it created: their passwords are printed once, at the first start. */
function start(port, url) {
  const settings = {
    PORT: port,
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    KEYS_DIR: join(directory, 'keys'),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'development',
    ENV_FILE: 'none',
    // Two minutes are long in a demo.
    UNREAD_MAIL_SECONDS: 5,
    TRUSTED_PROXIES: option('url') === undefined ? '' : '127.0.0.1',
    ...(option('database') === undefined ? {} : { DATABASE_URL: option('database') }),
  };
  const inherited = Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot']
      .map((name) => [name, process.env[name]])
      .filter(([, value]) => value !== undefined),
  );
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/server.js'], {
    env: { ...inherited, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((done, failed) => {
    const listen = (chunk) => {
      said += chunk;
      // The passwords are printed before the server listens.
      if (/^ {2}ARTISAN .*\n/m.test(said) && /^Atelier listens on .*\n/m.test(said))
        done({ ...peopleIn(said), said: url });
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', (code) => failed(new Error(`The server ended (${code}):\n${said}`)));
    setTimeout(() => failed(new Error(`The server did not start within three minutes:\n${said}`)), 180_000).unref();
  });
}

function peopleIn(text) {
  const rows = [...text.matchAll(/^ {2}([A-Z]+) +(\S+@\S+) +(\S+)$/gm)].map(([, role, email, password]) => [
    role,
    { email, password },
  ]);
  const { ADMIN: admin, PROOFREADER: proofreader, CUSTOMER: stranger } = Object.fromEntries(rows);
  return { admin, proofreader, stranger };
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function end(code) {
  for (const story of [job, pricing, invoicing, archive]) await story?.close().catch(() => undefined);
  if (server !== undefined && server.exitCode === null) {
    const gone = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await Promise.race([gone, new Promise((done) => setTimeout(done, 10_000))]);
    if (server.exitCode === null) server.kill('SIGKILL');
  }
  if (isKept) console.log(`Data kept in ${directory}`);
  else rmSync(directory, { recursive: true, force: true });
  process.exit(code);
}
