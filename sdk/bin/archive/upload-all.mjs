import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Client } from './client.mjs';
import { exitCodes, Kept, Refused, Stop } from './ends.mjs';
import { CabinetFolders } from './folders.mjs';
import { Journal, usualJournal } from './journal.mjs';
import { deleteLocal, hashOf, isSame, localFiles, openLocal } from './local-files.mjs';
import { Progress, readableSize } from './progress.mjs';
import { checkReceipt, pinnedKeys } from './receipt.mjs';
import { placeName, sendFile } from './send-file.mjs';

/** Sends everything, then deletes what may be deleted; answers the exit code. */
export async function uploadAll(wanted, { say, warn }) {
  const token = wanted.tokenFile === undefined ? wanted.token : readFileSync(wanted.tokenFile, 'utf8').trim();
  if (!token) throw new Stop('Who are you? ATELIER_TOKEN or --token-file');
  const { files, left } = await localFiles(wanted.paths);
  const client = new Client({ server: wanted.server, token });
  const journal = new Journal(wanted.state ?? usualJournal(wanted));
  const run = {
    ...wanted,
    client,
    journal,
    folders: new CabinetFolders(client, wanted),
    progress: new Progress(files),
  };
  const outcome = { done: [], kept: left.map(({ path, reason }) => ({ path, reason })), refused: [] };
  try {
    if (wanted.isDry) return await dryRun(run, files, { say });
    const keys = await pinnedKeys(run, client);
    await inParallel(files, wanted.parallel, (file) => uploadOne(run, file, { keys, outcome }));
    run.progress.close();
    if (wanted.isDeleting) await deleteAll(run, outcome, { say, warn });
    return report(outcome, wanted, { say, warn });
  } finally {
    run.progress.close();
    journal.close();
  }
}

async function uploadOne(run, file, { keys, outcome }) {
  try {
    const place = await run.folders.placeOf(file, { isMaking: true });
    const sent =
      receivedBefore(run, file, place) ?? (await present(run, file, place)) ?? (await sendNow(run, file, place));
    outcome.done.push({ file, sent, keys });
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

const isLocal = (error) => ['ENOENT', 'EACCES', 'EPERM', 'ELOOP', 'EIO'].includes(error.code);

async function sendNow(run, file, place) {
  const sent = await sendFile(run, file, place);
  run.journal.set(file.path, { ...run.journal.get(file.path), place: placeName(place), sent });
  return sent;
}

/** An earlier run has the receipt of this very file, and was killed or told not to delete. */
function receivedBefore({ journal }, file, place) {
  const known = journal.get(file.path);
  if (known?.sent === undefined || known.place !== placeName(place)) return undefined;
  return isSame(known.sent.identity, file.identity) ? known.sent : undefined;
}

/** The place has a document of this name with the same bytes: it is not sent again. */
async function present(run, file, place) {
  if (run.isDeleting) return undefined;
  const document = await run.folders.documentAt(place);
  if (document?.currentVersion?.sizeBytes !== file.size) return undefined;
  const { handle, identity } = await openLocal(file.path);
  try {
    const sha256 = await hashOf(handle, identity.size);
    return sha256 === document.currentVersion.sha256 ? { isPresent: true } : undefined;
  } finally {
    await handle.close();
  }
}

/** Whatever the server says, a file goes only if its receipt proves that the server has what is on the disk now. */
async function deleteAll(run, outcome, { say, warn }) {
  const candidates = [];
  for (const { file, sent, keys } of outcome.done)
    try {
      checkReceipt(sent.receipt, { keys, uploadId: sent.uploadId, sha256: sent.sha256, size: sent.identity.size });
      candidates.push({ file, sent });
    } catch (error) {
      keep(outcome, file, error);
    }
  if (candidates.length === 0) return;
  if (!run.isSure && !(await isConfirmed(candidates))) {
    for (const { file } of candidates) keep(outcome, file, new Kept('deletion was not confirmed (--yes)'));
    return;
  }
  for (const { file, sent } of candidates)
    try {
      await deleteLocal(file, sent);
      say(`deleted  ${file.path}`);
    } catch (error) {
      keep(outcome, file, error);
    }
  warn(
    'Deleting removed the names. It does not prove that the bytes are gone from the disk; overwriting proves nothing on an SSD.',
  );
}

function keep(outcome, { path }, error) {
  if (!(error instanceof Kept) && !isLocal(error)) throw error;
  outcome.kept.push({ path, reason: error.message });
}

/** Only a person at a terminal confirms. */
async function isConfirmed(candidates) {
  if (process.stdin.isTTY !== true) return false;
  const size = candidates.reduce((sum, { file }) => sum + file.size, 0);
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await prompt.question(
      `Delete ${candidates.length} files (${readableSize(size)}) here? Type "yes": `,
    );
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    prompt.close();
  }
}

async function dryRun(run, files, { say }) {
  for (const file of files) {
    const place = await run.folders.placeOf(file, { isMaking: false });
    const isThere = place !== undefined && (await present({ ...run, isDeleting: false }, file, place)) !== undefined;
    const deleted = run.isDeleting ? ', then delete it here' : '';
    say(isThere ? `there already  ${file.path}` : `would send ${readableSize(file.size)}${deleted}  ${file.path}`);
  }
  return exitCodes.done;
}

function report({ done, kept, refused }, { isDeleting }, { say, warn }) {
  for (const { path, reason } of refused) warn(`refused  ${path}: ${reason}`);
  for (const { path, reason } of kept) warn(`kept  ${path}: ${reason}`);
  say(`${done.length} done, ${kept.length} kept, ${refused.length} refused`);
  if (refused.length > 0) return exitCodes.refused;
  return kept.length > 0 && (isDeleting || done.length === 0) ? exitCodes.kept : exitCodes.done;
}

/** One after the other in each of `most` lanes; the first that cannot reach the server ends them all. */
async function inParallel(items, most, work) {
  const waiting = [...items];
  let failure;
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined && failure === undefined; item = waiting.shift())
      await work(item).catch((error) => (failure ??= error));
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
  if (failure !== undefined) throw failure;
}
