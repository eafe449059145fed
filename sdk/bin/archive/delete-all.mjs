import { createInterface } from 'node:readline/promises';
import { isLocal, Kept } from './ends.mjs';
import { deleteLocal } from './local-files.mjs';
import { readableSize } from './progress.mjs';
import { checkReceipt } from './receipt.mjs';

const honest =
  'Deleting removed the names. It does not prove that the bytes are gone from the disk; overwriting them proves nothing on an SSD.';

/** Whatever the server says, a file goes only if its receipt proves that the server has what is on the disk now. */
export async function deleteAll({ isSure }, outcome, { keys, say, warn }) {
  const { done, kept } = outcome;
  const keep = ({ path }, error) => {
    if (!(error instanceof Kept) && !isLocal(error)) throw error;
    kept.push({ path, reason: error.message });
  };
  const proven = done.filter(({ file, sent }) => {
    try {
      checkReceipt(sent.receipt, { keys, uploadId: sent.uploadId, sha256: sent.sha256, size: sent.identity.size });
      return true;
    } catch (error) {
      keep(file, error);
      return false;
    }
  });
  if (proven.length === 0) return;
  if (!isSure && !(await isConfirmed(proven))) {
    for (const { file } of proven) keep(file, new Kept('its deletion was not confirmed (--yes)'));
    return;
  }
  for (const { file, sent } of proven)
    try {
      await deleteLocal(file, sent);
      say(`deleted  ${file.path}`);
    } catch (error) {
      keep(file, error);
    }
  warn(honest);
}

/** Only a person at a terminal confirms. */
async function isConfirmed(proven) {
  if (process.stdin.isTTY !== true) return false;
  const size = proven.reduce((sum, { file }) => sum + file.size, 0);
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await prompt.question(
      `Delete ${proven.length} files (${readableSize(size)}) here? Type "yes" to do so: `,
    );
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    prompt.close();
  }
}
