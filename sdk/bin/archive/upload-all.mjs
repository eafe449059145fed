import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Client } from './client.mjs';
import { deleteAll } from './delete-all.mjs';
import { exitCodes, isLocal, Kept, Refused, Stop } from './ends.mjs';
import { StateFile, usualStateFile } from './state-file.mjs';
import { hashOf, isSame, localFiles, openLocal } from './local-files.mjs';
import { Progress, readableSize } from './progress.mjs';
import { pinnedKeys } from './receipt.mjs';
import { placeName, sendFile } from './send-file.mjs';

/** Sends everything, then deletes what may be deleted; answers the exit code. */
export async function uploadAll(wanted, { say, warn }) {
  const token = wanted.tokenFile === undefined ? wanted.token : readFileSync(wanted.tokenFile, 'utf8').trim();
  if (!token) throw new Stop('Who are you? ATELIER_TOKEN or --token-file');
  const { files, left } = await localFiles(wanted.paths);
  const client = new Client({ server: wanted.server, token });
  const stateFile = new StateFile(wanted.state ?? usualStateFile(wanted));
  const run = { ...wanted, client, stateFile, progress: new Progress(files) };
  const outcome = { done: [], kept: left, refused: [] };
  try {
    if (wanted.isDry) return await dryRun(run, files, { say });
    const keys = await pinnedKeys(run);
    await inParallel(files, wanted.parallel, (file) => uploadOne(run, file, outcome));
    run.progress.close();
    if (wanted.isDeleting) await deleteAll(run, outcome, { keys, say, warn });
    return report(outcome, wanted, { say, warn });
  } finally {
    run.progress.close();
    stateFile.close();
  }
}

async function uploadOne(run, file, outcome) {
  try {
    const place = placeOf(run, file);
    const sent = (await receivedBefore(run, file, place)) ?? (await sentUnlessThere(run, file, place));
    outcome.done.push({ file, sent });
    run.progress.say(`${sent.isPresent ? 'there already' : 'sent'}  ${file.path}`);
  } catch (error) {
    if (error instanceof Kept) outcome.kept.push({ path: file.path, reason: error.message });
    else if (error instanceof Refused)
      outcome.refused.push({ path: file.path, reason: `${error.code}: ${error.message}` });
    else if (isLocal(error)) outcome.refused.push({ path: file.path, reason: error.message });
    else throw error;
  } finally {
    run.progress.end(file);
  }
}

/** Below the folder of the run, in folders called like those that it is in here. */
const placeOf = ({ folder }, { path, folders }) => ({ folderPath: [...folder, ...folders], name: basename(path) });

/** What is there already is not sent again, unless its receipt is needed: then the server compares, and makes no version of it. */
async function sentUnlessThere(run, file, place) {
  if (!(await isThere(run, file, place))) return sendNow(run, file, place);
  return run.isDeleting ? sendNow({ ...run, onNameTaken: 'NEW_VERSION' }, file, place) : { isPresent: true };
}

async function sendNow(run, file, place) {
  const sent = await sendFile(run, file, place);
  run.stateFile.set(file.path, { ...run.stateFile.get(file.path), place: placeName(place), sent });
  return sent;
}

/**
 * An earlier run has the receipt of this very file, and was killed, or was not to delete. The document may have been changed or deleted
 * since: only while it has these bytes does the receipt count.
 */
async function receivedBefore(run, file, place) {
  const known = run.stateFile.get(file.path);
  if (known?.sent === undefined || known.place !== placeName(place)) return undefined;
  if (!isSame(known.sent.identity, file.identity)) return undefined;
  const { sha256 } = await target(run, place);
  return sha256 === known.sent.sha256 ? known.sent : undefined;
}

const target = async ({ client, cabinetId }, place) =>
  (await client.ask('UploadTarget', { cabinetId, ...place })).uploadTarget;

/** Has the place a document of this name with the same bytes? */
async function isThere(run, file, place) {
  const { sha256, sizeBytes } = await target(run, place);
  if (sizeBytes !== file.size) return false;
  const { handle, identity } = await openLocal(file.path);
  try {
    return (await hashOf(handle, identity.size)) === sha256;
  } finally {
    await handle.close();
  }
}

async function dryRun(run, files, { say }) {
  for (const file of files) {
    const isPresent = await isThere(run, file, placeOf(run, file));
    const sends = isPresent ? 'there already' : `would send ${readableSize(file.size)}`;
    say(`${sends}${run.isDeleting ? wouldDelete(file) : ''}  ${file.path}`);
  }
  return exitCodes.done;
}

const wouldDelete = ({ identity: { links } }) =>
  links === 1 ? ', would delete here' : `, would keep here (${links} names)`;

function report({ done, kept, refused }, { isDeleting }, { say, warn }) {
  for (const { path, reason } of refused) warn(`refused  ${path}: ${reason}`);
  for (const { path, reason } of kept) warn(`kept  ${path}: ${reason}`);
  say(`${done.length} done, ${kept.length} kept, ${refused.length} refused`);
  if (refused.length > 0) return exitCodes.refused;
  return kept.length > 0 ? exitCodes.kept : exitCodes.done;
}

/** One after the other in each of `most` lanes; the first that cannot reach the server ends them all. */
async function inParallel(items, most, work) {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
  } finally {
    waiting.length = 0;
  }
}
