// `npm run check`: everything that must hold before a change lands; CI runs the same.
//   node scripts/check.mjs --no-tests     leaves out the tests
//   node scripts/check.mjs --only=types   runs the steps whose names begin so
import './help.mjs';
import { spawnSync } from 'node:child_process';

const node = process.execPath;
const steps = [
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit']],
  ['types of what browsers run', ['node_modules/typescript/bin/tsc', '-p', 'playground/tsconfig.json', '--noEmit']],
  [
    'types of the SDK, without those of Node',
    ['node_modules/typescript/bin/tsc', '-p', 'sdk/tsconfig.json', '--noEmit'],
  ],
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
  [
    'boundaries',
    ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.cjs'],
  ],
  ['words', ['scripts/check-words.mjs']],
  ['generated files', ['scripts/check-generated.mjs']],
  ...(process.argv.includes('--no-tests') ? [] : [['tests', ['scripts/test.mjs']]]),
];

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
const broken = [];
for (const [name, args] of steps.filter(([step]) => step.startsWith(only))) {
  const began = performance.now();
  console.log(`── ${name}`);
  const { status } = spawnSync(node, ['--no-warnings', ...args], { stdio: 'inherit' });
  if (status !== 0) broken.push(name);
  if (name !== 'tests')
    console.log(`   ${status === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
if (broken.length > 0) console.error(`Failed: ${broken.join(', ')}`);
process.exit(broken.length > 0 ? 1 : 0);
