// The product, opened as its own server opens it, with two things more: room for many sockets of one address, and a
// message channel through which the bench asks for live events.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { createApp } from '../../dist/app.js';
import { serve } from '../../dist/serve.js';
import { readConfig } from '../../dist/services/platform/config.js';
import { answersOf } from './answers.mjs';

const many = 4_000;

const config = readConfig();
mkdirSync(config.dataDir, { recursive: true });
const file = process.env.BENCH_DATABASE_FILE;
if (file && !existsSync(`${config.dataDir}/atelier.sqlite`)) symlinkSync(file, `${config.dataDir}/atelier.sqlite`);

const app = await createApp(config);
const answers = answersOf(app);
const served = await serve(app, { socketLimits: { sockets: many, socketsPerAddress: many, socketsPerPerson: many } });

process.on('message', ({ number, ask, ...question }) => {
  if (!Object.hasOwn(answers, ask)) return;
  answers[ask](question).then((answer) => process.send({ number, answer }), (error) => process.send({ number, error: String(error.stack) }));
});
process.send({ ready: Number(new URL(served.url).port) });
const end = () => void served.stop().then(() => app.close()).then(() => process.exit(0));
process.once('SIGTERM', end);
process.once('disconnect', () => process.exit(0));
