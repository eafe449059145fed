import { availableParallelism, setPriority } from 'node:os';
import bcrypt from 'bcrypt';

/** What one thread is asked: to make a hash, or to compare with one. */
export type HashTask =
  { readonly password: string; readonly rounds: number } | { readonly password: string; readonly hash: string };

// The loop goes first. Linux means the calling thread by this; elsewhere it would be the whole process. Where there is
// one processor only, hashes keep their share of it: ten transfers would leave so little that logins time out.
if (process.platform === 'linux' && availableParallelism() > 1) setPriority(5);

/** The task of this thread. A thread is there to be blocked. */
export default (task: HashTask): string | boolean =>
  'hash' in task ? bcrypt.compareSync(task.password, task.hash) : bcrypt.hashSync(task.password, task.rounds);
