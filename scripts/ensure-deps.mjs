// Installs what is missing, so that `npm start` and `npm test` work on a fresh clone.
// Runs on whichever Node npm itself runs on (20 or later); the scripts that follow run on the pinned one.
import './help.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';

const read = (file) => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {});

const wanted = read('package-lock.json');
const installed = read('node_modules/.package-lock.json');
const missing = Object.entries(wanted).some(
  ([path, entry]) => path !== '' && !entry.optional && installed[path]?.version !== entry.version,
);

if (missing) {
  console.log('Installing dependencies (npm ci)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  // The C headers of the pinned Node are 67 MB, and nothing is compiled against them.
  for (const name of readdirSync('node_modules'))
    if (/^node-.*-(x64|arm64)$/.test(name)) rmSync(`node_modules/${name}/include`, { recursive: true, force: true });
}
