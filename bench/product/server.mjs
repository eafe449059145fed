// The product, opened as its own server opens it, with two additions: capacity for many sockets of one address, and a
// message channel through which the bench requests live events. `BENCH_PERMISSIONS` opens a server for
// each of the permissions it names.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { createApp } from '../../dist/app.js';
import { serve } from '../../dist/serve.js';
import { readConfig } from '../../dist/services/platform/config.js';
import { answersOf } from './answers.mjs';
import { withPermissions } from './permissions.mjs';

const many = 4_000;

const config = readConfig();
mkdirSync(config.dataDir, { recursive: true });
const file = process.env.BENCH_DATABASE_FILE;
if (file && !existsSync(`${config.dataDir}/atelier.sqlite`)) symlinkSync(file, `${config.dataDir}/atelier.sqlite`);

const app = await createApp(config);
const answers = answersOf(app);
const open = (app) => serve(app, { socketLimits: { sockets: many, socketsPerAddress: many, socketsPerPerson: many } });
const permissions = process.env.BENCH_PERMISSIONS?.split(',');
const served = await Promise.all(
  permissions ? permissions.map((name) => open(withPermissions(app, name))) : [open(app)],
);

process.on('message', ({ number, ask, ...question }) => {
  if (!Object.hasOwn(answers, ask)) return;
  answers[ask](question).then(
    (answer) => process.send({ number, answer }),
    (error) => process.send({ number, error: String(error.stack) }),
  );
});
const services = served.map(({ url }) => Number(new URL(url).port));
process.send({ ready: permissions ? services : services[0] });
const end = () =>
  void Promise.all(served.map((one) => one.stop()))
    .then(() => app.close())
    .then(() => process.exit(0));
process.once('SIGTERM', end);
process.once('disconnect', () => process.exit(0));
