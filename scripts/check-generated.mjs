// Generates every generated file anew and fails when one of them was not what is checked in.
import './help.mjs';
import { spawnSync } from 'node:child_process';

const git = (...args) => spawnSync('git', args, { encoding: 'utf8' });
const state = () => git('diff').stdout + git('ls-files', '--others', '--exclude-standard').stdout;

const before = state();
const { status } = spawnSync(process.execPath, ['--no-warnings', 'scripts/generate.mjs'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);
if (state() !== before) {
  console.error('Generated files were behind their sources; they are written now: look at them and commit them.');
  console.error(git('status', '--short').stdout);
  process.exit(1);
}
