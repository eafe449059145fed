// `npm run check`: everything that must hold before a change lands; CI runs the same.
//   node scripts/check.mjs --no-tests     leaves out the tests
//   node scripts/check.mjs --only=lint    runs the steps whose names begin so; --only=types asks the compiler alone
import './help.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';

const node = process.execPath;
/** What the compiler reads: each file by the configuration nearest to it, so that the SDK and the playground know no Node. */
const typed = ['src', 'sdk', 'playground', 'tests', 'codegen.ts', 'mikro-orm.config.ts'];
// The longest first. The rules that ask for types and the compiler's own errors come from one reading of the program.
const steps = [
  ['lint and types', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--type-check', ...typed]],
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
// Lint says what is wrong with types too; the compiler alone, which remembers what it has read, says it sooner.
const alone = [['types', ['node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.json', '--noEmit']]];
const wanted = [...steps, ...(only === '' ? [] : alone)].filter(([step]) => step.startsWith(only));
const broken = [];
/** What the tests say of themselves: people and machines read it last. */
let closingLine;

/** Says what a step printed once it has ended, so that several at a time stay readable; the tests say it as they go. */
async function run([name, args]) {
  const began = performance.now();
  const child = spawn(node, ['--no-warnings', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const take = (part) => {
    text += part;
    if (name === 'tests') text = shown(text);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
  const [status] = await once(child, 'close');
  if (status !== 0) broken.push(name);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${name === 'tests' ? '' : `── ${name}\n`}${text}   ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s\n`,
  );
}

/** Prints the whole lines of a text; what is left of it. */
function shown(text) {
  const end = text.lastIndexOf('\n') + 1;
  process.stdout.write(text.slice(0, end));
  closingLine = /^Tests: .*$/m.exec(text.slice(0, end))?.[0] ?? closingLine;
  return text.slice(end);
}

// It writes what the others read.
for (const step of wanted.filter(([name]) => name === 'generated files')) await run(step);
// The tests wait a fifth of their time, for processes that end and leases that run out: the rest is checked meanwhile.
const tests = wanted.filter(([name]) => name === 'tests').map(run);
if (tests.length > 0) setPriority(constants.priority.PRIORITY_LOW);
const readers = wanted.filter(([name]) => name !== 'generated files' && name !== 'tests');
const takeTurns = async () => {
  for (let step = readers.shift(); step !== undefined; step = readers.shift()) await run(step);
};
await Promise.all([...tests, takeTurns(), takeTurns()]);
if (broken.length > 0) console.error(`Failed: ${broken.join(', ')}`);
if (closingLine !== undefined) console.log(closingLine);
process.exit(broken.length > 0 ? 1 : 0);
