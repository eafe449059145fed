// `npm run bench`: the product against a hand-written baseline, on the same data, alternating, on SQLite and on MariaDB.
//   npm run bench -- --quick                 everything in less than three minutes
//   npm run bench -- --only=w1,w2            some works
//   npm run bench -- --engine=sqlite         one engine
//   npm run bench -- --profile=DIR           writes processor profiles of the product
import '../scripts/help.mjs';
import { spawnSync } from 'node:child_process';

// What is measured is the built product: it is built before anything of it is imported.
if (spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1);
await import('./measure.mjs');
