import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where a run remembers what earlier ones did, unless it is given another file. */
export function usualStateFile({ server, cabinetId }, environment = process.env) {
  const name = createHash('sha256').update(`${server} ${cabinetId}`).digest('hex').slice(0, 16);
  const home = environment.XDG_STATE_HOME ?? join(homedir(), '.local', 'state');
  return join(home, 'atelier', `${name}.jsonl`);
}

/**
 * What is known of each file and of the server's keys, one line for each thing learnt. A line is on the disk before anything is done about
 * it; of a line that a kill cut off, nothing is believed.
 */
export class StateFile {
  #entries;
  #file;

  constructor(path) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#entries = read(path);
    // Without what is out of date, and without a torn end.
    const draft = `${path}.tmp`;
    writeFileSync(draft, [...this.#entries].map(([key, value]) => lineOf(key, value)).join(''), {
      mode: 0o600,
      flush: true,
    });
    renameSync(draft, path);
    this.#file = openSync(path, 'a', 0o600);
  }

  get(key) {
    return this.#entries.get(key);
  }

  set(key, value) {
    writeSync(this.#file, lineOf(key, value));
    fsyncSync(this.#file);
    this.#entries.set(key, value);
  }

  close() {
    closeSync(this.#file);
  }
}

const lineOf = (key, value) => `${JSON.stringify({ key, value })}\n`;

function read(path) {
  const entries = new Map();
  for (const line of textOf(path).split('\n')) {
    try {
      const { key, value } = JSON.parse(line);
      entries.set(key, value);
    } catch {
      // Torn by a kill, or empty.
    }
  }
  return entries;
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}
