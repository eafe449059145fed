import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openSigningKeys } from '../services/platform/signing-keys.ts';
import { verifyCertificate } from '../services/archive/index.ts';
import { optionOf, type Command, type CommandTools } from './command.ts';

const keysShape = z.object({ keys: z.array(z.object({ publicKey: z.string() })) });

/** What is not as it was signed. */
const differs = 17;

/** Certificates of destruction, for whoever is given one. */
export const certificateCommands = ({ print }: CommandTools): Readonly<Record<string, Command>> => ({
  'certificate:verify': {
    usage: 'certificate:verify FILE [--keys FILE]',
    does: 'checks a certificate of destruction offline, by the keys of this installation or by those that `/certificates/keys` gave (or one in PEM); exits 0 when every byte is as it was signed, 17 otherwise',
    run: async (config, args) => {
      const [file = ''] = args;
      const given = optionOf(args, 'keys');
      const keys = given === undefined ? ownKeys(config.keysDir) : keysIn(readFileSync(given, 'utf8'));
      const found = verifyCertificate(readFileSync(file, 'utf8'), keys);
      print(
        found.verdict === 'GENUINE'
          ? `GENUINE: certificate ${found.number}\n${found.text}`
          : `NOT_GENUINE: ${found.why}`,
      );
      return found.verdict === 'GENUINE' ? 0 : differs;
    },
  },
});

const ownKeys = (keysDir: string): string[] =>
  openSigningKeys(keysDir, 'certificates')
    .keys()
    .map(({ publicKey }) => publicKey);

const keysIn = (text: string): string[] =>
  text.startsWith('-----BEGIN') ? [text] : keysShape.parse(JSON.parse(text)).keys.map(({ publicKey }) => publicKey);
