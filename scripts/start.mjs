// `npm start`: builds what changed, then runs the server, on the pinned Node (npm puts it first in the path). Signals reach the server itself.
import './help.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { envFileFlags } from './env-file.mjs';

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }).status;
if (built !== 0) process.exit(built ?? 1);

// The rows and responses of a page are garbage soon, within a young generation of this size (MiB); in the default one,
// bursts of events are copied.
const nursery = '--max-semi-space-size=32';
const compiled = fileURLToPath(new URL('../.cache/compiled/', import.meta.url));
const server = spawn(process.execPath, [...envFileFlags(), '--enable-source-maps', nursery, 'dist/server.js'], {
  stdio: 'inherit',
  // Ten transfers read and write at once, and host names are resolved meanwhile. What V8 compiled is kept for the next
  // start; a folder that cannot be written is no error.
  env: { UV_THREADPOOL_SIZE: '12', NODE_COMPILE_CACHE: compiled, ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));

// npm sends a SIGTERM to its shell, which exits without passing it on: a new parent process is how we detect it.
const shell = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === shell) return;
  clearInterval(watch);
  server.kill('SIGTERM');
}, 250);
server.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
