#!/usr/bin/env node
// Sends files to a cabinet, goes on after any interruption, and deletes local files only when the server has proved that it holds them.
import { parseArguments, usage } from './archive/arguments.mjs';
import { uploadAll } from './archive/upload-all.mjs';
import { exitCodes, NotReached, Stop } from './archive/ends.mjs';

const say = (text) => process.stdout.write(`${text}\n`);
const warn = (text) => process.stderr.write(`${text}\n`);

async function main(given) {
  const wanted = parseArguments(given, process.env);
  if (wanted.help) {
    say(usage);
    return exitCodes.done;
  }
  return uploadAll(wanted, { say, warn });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Stop) && !(error instanceof NotReached)) throw error;
  warn(error.message);
  process.exitCode = error.exitCode;
}
