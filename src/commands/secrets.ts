import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { CommandTools, OfflineCommand } from './command.ts';
import { optionOf } from './command.ts';

/** The secrets of an installation that nobody else gives out: name, what it is for, and how it is made. */
const secrets = [
  [
    'MASTER_KEY',
    'wraps the key of every file: without it nothing can be read',
    () => randomBytes(32).toString('base64'),
  ],
  ['JWT_SECRET', 'signs access tokens', () => randomBytes(48).toString('base64url')],
  // Letters and digits: it becomes part of an address.
  ['MYSQL_PASSWORD', 'password of the database account', () => randomBytes(24).toString('hex')],
] as const;

const fileText = (): string =>
  [
    '# Made by secrets:generate. Keep a copy outside this machine and outside the backups of its data.',
    ...secrets.map(([name, use, make]) => `# ${use}\n${name}=${make()}`),
    '',
  ].join('\n');

/** Makes the secrets of a production installation, before there is one. Part of the composition root. */
export const secretCommands = ({ print }: Pick<CommandTools, 'print'>): Readonly<Record<string, OfflineCommand>> => ({
  'secrets:generate': {
    usage: 'secrets:generate [--dry-run] [--out FILE]',
    does: 'writes new secrets into a file that only you can read (.env.secrets unless said), and never over one that is there',
    runOffline: async (args) => {
      const file = optionOf(args, 'out') ?? '.env.secrets';
      const list = secrets.map(([name, use]) => `  ${name.padEnd(16)} ${use}`).join('\n');
      if (args.includes('--dry-run')) {
        print(`Would be written to ${file}:\n${list}`);
        return 0;
      }
      try {
        await writeFile(file, fileText(), { flag: 'wx', mode: 0o600 });
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        print(
          code === 'EEXIST' ? `${file} is there already: nothing was written.` : `${file} cannot be written: ${code}.`,
        );
        return 1;
      }
      print(`Written to ${file}, readable by you only; their values are not shown:\n${list}`);
      return 0;
    },
  },
});
