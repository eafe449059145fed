import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import { keyStoreOf } from '../adapters.ts';
import { kitCipher } from '../storage-adapters.ts';
import { openStoredBy } from '../services/files/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { AppContext, AuditRecord, Tx } from '../services/platform/context.ts';
import {
  makeKit,
  parseShare,
  printShare,
  readKit,
  recoverKeys,
  verifyKit,
  type KitSize,
  type MadeKit,
} from '../services/vault/index.ts';
import { optionOf, type Command, type CommandTools, type OfflineCommand } from './command.ts';

const refused = 21;

/** Asks the operator for lines; null at the end of the input. */
export type Ask = (question: string) => Promise<string | null>;

const kitCreate = (tools: CommandTools): Command => ({
  usage: 'kit:create [--shares N] [--needed N] [--out FOLDER] [--dry-run]',
  does: 'makes an emergency kit: a page for each holder, in FOLDER; a kit made before opens nothing sealed afterwards',
  run: async (config, args) =>
    tools.within(config, async (app) => {
      const size = { shares: numberOf(args, 'shares', 5), needed: numberOf(args, 'needed', 3) };
      const folder = resolve(optionOf(args, 'out') ?? 'emergency-kit');
      if (!args.includes('--dry-run')) return await create(tools, tools.contextFor(app), { size, folder });
      const kit = await readKit(config.keysDir);
      const replaced = kit ? `; kit ${kit.id} would be replaced` : '';
      tools.print(`${size.shares} pages in ${folder}, ${size.needed} of them needed${replaced}.`);
      return 0;
    }),
});

const numberOf = (args: readonly string[], name: string, usual: number): number =>
  Number(optionOf(args, name) ?? usual);

async function create(
  { print }: CommandTools,
  ctx: AppContext,
  { size, folder }: { size: KitSize; folder: string },
): Promise<number> {
  try {
    const write = (made: MadeKit): Promise<void> => writePages(ctx, made, folder);
    const kit = await makeKit(ctx.emergencyKit, { size, now: ctx.now, print: write });
    await ctx.run(enter, { action: 'EMERGENCY_KIT_MADE', targetId: null, payload: { kit: kit.id, ...size } });
    print(`Kit ${kit.id}: ${size.shares} pages in ${folder}. Print them, give one to each holder, delete the files.`);
    print('Then verify it: kit:rehearse');
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'INPUT_INVALID') throw error;
    print('--needed is at least 2 and at most --shares, which is at most 20.');
    return 2;
  }
}

async function writePages({ pdf, config }: AppContext, { kit, shares }: MadeKit, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const share of shares) {
    const page = await printShare(pdf, { kit, share, installation: new URL(config.publicUrl).host });
    await writeFile(join(folder, `kit-${kit.id}-${share.number}.pdf`), page, { mode: 0o600, flag: 'wx', flush: true });
  }
}

const kitVerify = ({ contextFor, within, print }: CommandTools, ask: Ask): Command => ({
  usage: 'kit:rehearse [--bundle FILE]',
  does: 'asks for shares and proves that they open the newest bundle of keys, and its keys a file; changes nothing',
  run: async (config, args) =>
    within(config, async (app) => {
      const ctx = contextFor(app);
      const kit = await readKit(config.keysDir);
      if (!kit) {
        print('There is no emergency kit: make one by kit:create.');
        return 1;
      }
      print(
        `Kit ${kit.id}: ${kit.needed} of ${kit.shares} shares are needed. Type or scan their words, one share a line.`,
      );
      const texts = await asked(ask, kit.needed);
      try {
        await verifyKit(ctx.emergencyKit, {
          ...{ texts, bundle: optionOf(args, 'bundle'), now: ctx.now, remote: keyStoreOf(config).remote },
          openOneFile: async (ring) => {
            const name = await openStoredBy({ ...ctx, vault: { ...ctx.vault, ring: () => ring } }, buffer);
            print(
              name === undefined ? 'There is no file yet to open.' : 'A file was opened with the keys of the bundle.',
            );
          },
        });
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'KIT_INVALID') throw error;
        print(wordsOf(error));
        return refused;
      }
      await ctx.run(enter, { action: 'EMERGENCY_KIT_VERIFIED', targetId: null, payload: { kit: kit.id } });
      print('The shares open the newest bundle.');
      return 0;
    }),
});

const kitRecover = ({ print }: CommandTools, ask: Ask): OfflineCommand => ({
  usage: 'kit:recover FILE --out FOLDER',
  does: 'asks for shares and writes the keys of a bundle (emergency-keys.age) into a new folder, when KEYS_DIR is lost',
  runOffline: async (args) => {
    const [file = '', out] = [args[0], optionOf(args, 'out')];
    if (out === undefined) {
      print('--out FOLDER is required.');
      return 2;
    }
    try {
      await recover(ask, { file, out });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'KIT_INVALID') throw error;
      print(wordsOf(error));
      return refused;
    }
    print(
      `The keys are in ${out}: start with KEYS_DIR set to it, and with the settings of settings.env when there is one.`,
    );
    return 0;
  },
});

async function recover(ask: Ask, { file, out }: { file: string; out: string }): Promise<void> {
  const first = await asked(ask, 1);
  const { needed } = parseShare(first[0] ?? '', 1);
  const texts = [...first, ...(await asked(ask, needed - 1, 1))];
  const { files, settings } = await recoverKeys(await kitCipher(), { texts, sealed: await readFile(file) });
  await mkdir(out, { mode: 0o700 });
  const write = (name: string, content: string | Buffer): Promise<void> =>
    writeFile(join(out, basename(name)), content, { mode: 0o400, flag: 'wx', flush: true });
  for (const [name, text] of Object.entries(files)) await write(name, Buffer.from(text, 'base64'));
  const given = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  if (given.length > 0) await write('settings.env', given.join(''));
}

async function asked(ask: Ask, most: number, given = 0): Promise<string[]> {
  const texts: string[] = [];
  while (texts.length < most) {
    const text = await ask(`Share ${given + texts.length + 1}: `);
    if (text === null) break;
    if (text.trim() !== '') texts.push(text);
  }
  return texts;
}

/** What is wrong, so that a person can mend it. */
function wordsOf({ details }: DomainError): string {
  const { reason, share, word, number, missing, kitId } = details;
  const what: Readonly<Record<string, string>> = {
    MISTYPED: `Share ${String(share)} is mistyped${word === undefined ? ': its check words do not fit' : `: word ${String(word)} is no word of a share`}.`,
    FOREIGN:
      share === undefined
        ? 'A share is not of this kit.'
        : `Share ${String(share)} is of another kit, ${String(kitId)}.`,
    REPEATED: `Share ${String(share)} is number ${String(number)} again: each counts once.`,
    MISSING: `${String(missing)} more shares are needed.`,
    BUNDLE: 'The shares are right, but this bundle is not sealed for them, or is damaged.',
  };
  return what[String(reason)] ?? 'The kit is refused.';
}

/** From the terminal, or from a file. */
function onTerminal(): Ask {
  let lines: AsyncIterator<string> | undefined;
  return async (question) => {
    lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    process.stderr.write(question);
    const { done, value } = await lines.next();
    return done === true ? null : value;
  };
}

/** What an operator does about the emergency kit. */
export const kitCommands = (
  tools: CommandTools,
  ask: Ask = onTerminal(),
): Readonly<Record<string, Command | OfflineCommand>> => ({
  'kit:create': kitCreate(tools),
  'kit:rehearse': kitVerify(tools, ask),
  'kit:recover': kitRecover(tools, ask),
});

const enter = async ({ record }: Tx<'record'>, entry: AuditRecord): Promise<void> => record(entry);
