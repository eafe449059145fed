// Runs entry points in this one process, each with its own command line and an empty folder for its data and keys;
// prints for each what it wrote, its exit code, and what it left in the folder. Only for calls that open nothing: what
// keeps the process alive keeps it from ending.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const calls = JSON.parse(process.argv[2]);
const write = process.stdout.write.bind(process.stdout);
const answers = [];
for (const [i, [file, ...args]] of calls.entries()) {
  const home = mkdtempSync(join(tmpdir(), 'atelier-help-'));
  Object.assign(process.env, { DATA_DIR: join(home, 'data'), KEYS_DIR: join(home, 'keys') });
  process.argv = [process.execPath, file, ...args];
  let printed = '';
  for (const stream of [process.stdout, process.stderr])
    stream.write = (text, ...rest) => {
      printed += text;
      rest.find((each) => typeof each === 'function')?.();
      return true;
    };
  // Another address each time: the entry point runs anew, with the modules that are loaded.
  await import(`${pathToFileURL(file)}?${i}`);
  answers.push({ code: process.exitCode ?? 0, printed, left: readdirSync(home) });
  process.exitCode = undefined;
  rmSync(home, { recursive: true });
}
write(JSON.stringify(answers));
