import bcrypt from 'bcrypt';
import { createGate } from '../../kernel/gate.ts';
import { newSecret } from '../../kernel/ids.ts';
import { maxPasswordBytes, type Passwords } from './port.ts';

/** Hashes occupy threads that disks and names need too: four at once, and no endless queue. */
const size = { atOnce: 4, waiting: 64 };

/** The native bcrypt, asynchronous. `rounds` is the cost: each one more doubles the time. */
export function bcryptPasswords(rounds: number): Passwords {
  const gate = createGate(size);
  let dummy: Promise<string> | undefined;
  const dummyHash = (): Promise<string> => (dummy ??= bcrypt.hash(newSecret(), rounds));
  void dummyHash();
  return {
    hash: (password) => gate(() => bcrypt.hash(password, rounds)),
    matches: async (password, hash) => {
      const isReal = hash !== null && Buffer.byteLength(password) <= maxPasswordBytes;
      const against = isReal ? hash : await dummyHash();
      const isRight = await gate(() => bcrypt.compare(password, against));
      return isRight && isReal;
    },
    isOutdated: (hash) => bcrypt.getRounds(hash) !== rounds,
  };
}
