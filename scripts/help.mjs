// The first import of every script: answers `--help`, and rejects unknown arguments, before the script does anything
// else.
// Options are passed on in one spelling, `--name=value`.
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usages } from './usages.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const entry = usages[relative(root, resolve(process.argv[1] ?? '')).replaceAll('\\', '/')];
const given = process.argv.slice(2);
if (entry !== undefined) await answer(...entry);

async function answer(usage, does) {
  const text = `Usage: ${usage}\n\n  ${does}\n`;
  // What is passed on may ask somebody else for help, unless it asks for nothing else.
  const isPassedOn = usage.endsWith('…');
  const asks = (word) => word === '--help' || word === '-h';
  if (isPassedOn ? usage.startsWith('npm test') && given.some(asks) : given.some(asks) || given[0] === 'help')
    return end(text, 0);
  if (isPassedOn || given.length === 0) return;
  const { readCommandLine } = await import('../src/services/platform/startup/command-line.ts');
  const line = readCommandLine(usage, given);
  if (line.kind !== 'run') return end(`${line.problem}\n\n${text}`, 2);
  process.argv.splice(2, given.length, ...joined(line.args));
}

function joined(args) {
  const [word, value, ...rest] = args;
  if (word === undefined) return [];
  const takesValue = word.startsWith('--') && value !== undefined && !value.startsWith('--');
  return takesValue ? [`${word}=${value}`, ...joined(rest)] : [word, ...joined(args.slice(1))];
}

function end(text, code) {
  process[code === 0 ? 'stdout' : 'stderr'].write(text);
  process.exit(code);
}
