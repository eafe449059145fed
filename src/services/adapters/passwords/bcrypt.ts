import { availableParallelism } from 'node:os';
import bcrypt from 'bcrypt';
import { createSemaphore } from '../../kernel/semaphore.ts';
import { newSecret } from '../../kernel/ids.ts';
import { normalPassword, passwordForms } from '../../kernel/password-text.ts';
import { HashThreads } from './hash-threads.ts';
import { maxPasswordBytes, type Passwords } from './port.ts';

/** Four at once, where there are as many processors, and no endless queue. */
const size = { atOnce: Math.min(4, availableParallelism()), waiting: 64 };

/** Characters of a hash after its salt. */
const hashLength = 31;

/**
 * The native bcrypt, on its own threads: those of the pool are for disks and name lookups. `rounds` is the cost: each
 * one more doubles the time.
 */
export function bcryptPasswords(rounds: number): Passwords {
  const semaphore = createSemaphore(size);
  const threads = new HashThreads(size.atOnce);
  const hashOf = async (password: string): Promise<string> => (await threads.run({ password, rounds })) as string;
  // Compared where there is no account. A hash is never read back, only made again from its salt: nobody needs to make this one.
  const nobodys = bcrypt.genSaltSync(rounds) + newSecret().slice(0, hashLength);
  const fits = async (password: string, hash: string | null): Promise<boolean> => {
    const isReal = hash !== null && Buffer.byteLength(password) <= maxPasswordBytes;
    const against = isReal ? hash : nobodys;
    const isRight = (await semaphore(() => threads.run({ password, hash: against }))) === true;
    return isRight && isReal;
  };
  return {
    hash: (password) => semaphore(() => hashOf(normalPassword(password))),
    matches: async (password, hash) => {
      // How many there are depends on what was typed alone, never on the account.
      for (const form of passwordForms(password)) if (await fits(form, hash)) return true;
      return false;
    },
    isOutdated: async (hash, password) =>
      bcrypt.getRounds(hash) !== rounds ||
      (passwordForms(password).length > 1 && !(await fits(normalPassword(password), hash))),
  };
}
