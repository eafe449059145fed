import type { HeldKeys, KeySource } from './port.ts';

/**
 * The keys of a file that may be written, and old local keys that are only read, such as those of the environment: how an
 * installation moves from a key of its environment to a key service. Without a file, the old ones alone.
 */
export function combinedKeys(file: KeySource, old: KeySource): KeySource {
  const oldIds = async (): Promise<ReadonlySet<string>> => new Set((await old.read())?.keys.map(({ id }) => id));
  const withoutOld = async (held: HeldKeys): Promise<HeldKeys> => {
    const ids = await oldIds();
    return { ...held, keys: held.keys.filter(({ id }) => !ids.has(id)) };
  };
  return {
    name: `${file.name} with ${old.name.toLowerCase()}`,
    read: async () => {
      const [own, others] = await Promise.all([file.read(), old.read()]);
      if (own === undefined || others === undefined) return own ?? others;
      return { ...own, keys: [...own.keys, ...others.keys] };
    },
    replace: async (held) => {
      if (file.replace) await file.replace(await withoutOld(held));
    },
  };
}
