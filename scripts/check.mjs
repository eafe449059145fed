// `npm run check`: everything that must hold before a change lands; CI runs the same.
//   node scripts/check.mjs --no-tests     leaves out the tests
//   node scripts/check.mjs --only=types   runs the steps whose names begin so
import './help.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const node = process.execPath;
// The longest first.
const steps = [
  [
    'lint',
    [
      'node_modules/eslint/bin/eslint.js',
      '--cache',
      '--cache-location',
      '.cache/eslint',
      'src',
      'sdk',
      'playground',
      'tests',
    ],
  ],
  ['types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit']],
  ['types of what browsers run', ['node_modules/typescript/bin/tsc', '-p', 'playground/tsconfig.json', '--noEmit']],
  [
    'types of the SDK, without those of Node',
    ['node_modules/typescript/bin/tsc', '-p', 'sdk/tsconfig.json', '--noEmit'],
  ],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  [
    'boundaries',
    ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.cjs'],
  ],
  ['words', ['scripts/check-words.mjs']],
  ['generated files', ['scripts/check-generated.mjs']],
  ...(process.argv.includes('--no-tests') ? [] : [['tests', ['scripts/test.mjs']]]),
];

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
const wanted = steps.filter(([step]) => step.startsWith(only));
// These write, or need every core: one after the other. The others only read, and each has one thread.
const alone = ['generated files', 'tests'];
const broken = [];

/** Says what a step printed once it has ended, so that two at a time stay readable. */
async function run([name, args]) {
  const began = performance.now();
  const isAlone = alone.includes(name);
  if (isAlone) console.log(`── ${name}`);
  const child = spawn(node, ['--no-warnings', ...args], { stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of isAlone ? [] : [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
  const [status] = await once(child, 'close');
  if (status !== 0) broken.push(name);
  if (!isAlone) process.stdout.write(`── ${name}\n${text}`);
  if (name !== 'tests')
    console.log(`   ${status === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

const readers = wanted.filter(([name]) => !alone.includes(name));
const takeTurns = async () => {
  for (let step = readers.shift(); step !== undefined; step = readers.shift()) await run(step);
};
await Promise.all([takeTurns(), takeTurns()]);
for (const step of wanted.filter(([name]) => alone.includes(name))) await run(step);
if (broken.length > 0) console.error(`Failed: ${broken.join(', ')}`);
process.exit(broken.length > 0 ? 1 : 0);
