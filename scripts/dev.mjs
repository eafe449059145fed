// `npm run dev`: compiles what changes and starts the server again.
import './help.mjs';
import { spawn, spawnSync } from 'node:child_process';

const node = process.execPath;
if (spawnSync(node, ['scripts/build.mjs'], { stdio: 'inherit' }).status !== 0)
  console.log('Waiting for the sources to compile…');

const children = [
  spawn(node, ['node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], {
    stdio: 'inherit',
  }),
  spawn(node, ['--enable-source-maps', '--watch', '--watch-preserve-output', 'dist/server.js'], { stdio: 'inherit' }),
];

const stopAll = (signal) => children.forEach((child) => child.kill(signal));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(signal));
for (const child of children)
  child.once('exit', (code) => {
    stopAll('SIGTERM');
    process.exitCode = code ?? 0;
  });
