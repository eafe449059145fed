// `npm run atelier -- <command>`: an operator's command of the built product, on the pinned Node, with the settings of .env.
import './help.mjs';
import { spawnSync } from 'node:child_process';
import { envFileFlags } from './env-file.mjs';

const { status } = spawnSync(
  process.execPath,
  [...envFileFlags(), '--enable-source-maps', 'dist/cli.js', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { NODE_COMPILE_CACHE: '.cache/compiled', ...process.env } },
);
process.exit(status ?? 1);
