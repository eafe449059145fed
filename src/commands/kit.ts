import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { keyStoreOf } from '../adapters.ts';
import { kitCipher } from '../composition/storage-adapters.ts';
import { openStoredBy } from '../services/files/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { AppContext, AuditRecord, Tx } from '../services/platform/context.ts';
import {
  makeKit,
  printShare,
  readKit,
  recoverKeys,
  verifyKit,
  type KitSize,
  type MadeKit,
} from '../services/vault/index.ts';
import {
  answeringShares,
  askAllShares,
  askShares,
  onTerminal,
  settingsFile,
  writeKeys,
  type Ask,
} from './kit-shares.ts';
import { optionOf, type Command, type CommandTools, type OfflineCommand } from './command.ts';

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
      return answeringShares(print, async () => {
        const texts = await askShares(ask, kit.needed);
        await verifyKit(ctx.emergencyKit, {
          ...{ texts, bundle: optionOf(args, 'bundle'), now: ctx.now, remote: keyStoreOf(config).remote },
          openOneFile: async (ring) => {
            const name = await openStoredBy({ ...ctx, vault: { ...ctx.vault, ring: () => ring } }, buffer);
            print(
              name === undefined ? 'There is no file yet to open.' : 'A file was opened with the keys of the bundle.',
            );
          },
        });
        await ctx.run(enter, { action: 'EMERGENCY_KIT_VERIFIED', targetId: null, payload: { kit: kit.id } });
        print('The shares open the newest bundle.');
        return 0;
      });
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
    return answeringShares(print, async () => {
      await recover(ask, { file, out });
      print(
        `The keys are in ${out}: start with KEYS_DIR set to it, and with the settings of ${settingsFile} when there is one.`,
      );
      return 0;
    });
  },
});

async function recover(ask: Ask, { file, out }: { file: string; out: string }): Promise<void> {
  const texts = await askAllShares(ask);
  await writeKeys(out, await recoverKeys(await kitCipher(), { texts, sealed: await readFile(file) }));
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
