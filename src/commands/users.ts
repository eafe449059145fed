import { z } from 'zod';
import { optionOf, type Command, type CommandTools } from './command.ts';
import { givePassword, makeAdmin, type FirstPerson } from '../services/identity/index.ts';
import { DomainError } from '../services/kernel/errors.ts';

const address = z.email().max(255);

/** What an operator does about people who cannot help themselves. Part of the composition root. */
export const userCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => {
  const isAddress = checkAddress(print);
  const showing = showPassword(print);
  return {
    'users:create-admin': {
      usage: 'users:create-admin EMAIL [--first-name NAME] [--last-name NAME]',
      does: 'makes an admin who can sign in at once, and shows their password once',
      run: async (config, args) => {
        const [email = ''] = args;
        if (!isAddress(email)) return 2;
        const [firstName, lastName] = [
          optionOf(args, 'first-name') ?? 'Admin',
          optionOf(args, 'last-name') ?? 'Atelier',
        ];
        return within(config, (app) =>
          showing(
            { INPUT_INVALID: `${email} has an account already: users:reset-password gives it a new password.` },
            () => makeAdmin(contextFor(app), { email, firstName, lastName }),
          ),
        );
      },
    },
    'users:reset-password': {
      usage: 'users:reset-password EMAIL',
      does: 'gives somebody a new password and shows it once; all their sessions end, a second factor stays',
      run: async (config, [email = '']) => {
        if (!isAddress(email)) return 2;
        return within(config, (app) =>
          showing({ NOT_FOUND: `${email} has no active account.` }, () => givePassword(contextFor(app), { email })),
        );
      },
    },
  };
};

/** Shows a password once, or says in words why there is none. */
const showPassword =
  (print: CommandTools['print']) =>
  async (refusals: Readonly<Record<string, string>>, work: () => Promise<FirstPerson>): Promise<number> => {
    try {
      const { email, role, password } = await work();
      print(`The password is shown this once:\n  ${role.padEnd(12)} ${email.padEnd(28)} ${password}`);
      return 0;
    } catch (error) {
      const refusal = error instanceof DomainError ? refusals[error.code] : undefined;
      if (refusal === undefined) throw error;
      print(refusal);
      return 1;
    }
  };

const checkAddress =
  (print: CommandTools['print']) =>
  (text: string): boolean => {
    const isGood = address.safeParse(text).success;
    if (!isGood) print(`"${text}" is not an e-mail address: name one as the first word after the command.`);
    return isGood;
  };
