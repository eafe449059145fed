import { availableParallelism, setPriority } from 'node:os';
import bcrypt from 'bcrypt';

/** A request to a thread: to make a hash, or to compare with one. */
export type HashTask =
  { readonly password: string; readonly rounds: number } | { readonly password: string; readonly hash: string };

// The event loop has priority. On Linux this affects the calling thread only; elsewhere it would be the whole process.
// With
// one processor only, hashes keep their share: ten transfers would leave so little that logins time out.
if (process.platform === 'linux' && availableParallelism() > 1) setPriority(5);

/** The task of this thread. A thread is there to be blocked. */
export default (task: HashTask): string | boolean =>
  'hash' in task ? bcrypt.compareSync(task.password, task.hash) : bcrypt.hashSync(task.password, task.rounds);
