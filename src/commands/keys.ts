import { setTimeout as sleep } from 'node:timers/promises';
import { optionOf, type Command, type CommandTools } from './command.ts';
import { keyStoreOf } from '../adapters.ts';
import { fileSigningKeys, rotateSigningKey } from '../services/adapters/access-tokens/key-ring.ts';
import { countBefore, readMasterKeys, resealFiles, retireMasterKey, rewrapKeys } from '../services/files/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { AuditRecord, Tx, AppContext } from '../services/platform/context.ts';
import { addActiveKey, keepSealedKeys } from '../services/vault/index.ts';

/** Running servers look at the key file every second: they must hold a new key before they meet it. */
const noticedMs = 3_000;

const keysRotate = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'keys:rotate [--resume] [--dry-run]',
  does: 'adds a master key of KEY_PROVIDER and wraps every data key under it; --resume only wraps what is left',
  run: async (config, args) =>
    within(config, async (app) => {
      const ctx = contextFor(app);
      if (args.includes('--dry-run')) {
        const { keys, remaining } = await readMasterKeys(ctx);
        const count = keys.reduce((sum, { dataKeyCount }) => sum + dataKeyCount, 0);
        print(`${args.includes('--resume') ? remaining : count} keys would be wrapped anew.`);
        return 0;
      }
      if (!args.includes('--resume')) {
        const { active } = await addActiveKey(keyStoreOf(config));
        await audited(ctx, { action: 'MASTER_KEY_ADDED', targetId: active.id });
        await keepSealedKeys(ctx.emergencyKit);
        await sleep(noticedMs);
      }
      const rate = rateOf();
      const done = await rewrapKeys(ctx, ({ rewrapped, remaining }) =>
        print(`${rewrapped} keys wrapped anew, ${remaining} left${rate(rewrapped)}`),
      );
      await keepSealedKeys(ctx.emergencyKit);
      print(`Done: ${done}. Keep the old key until no backup needs it.`);
      return 0;
    }),
});

const keysReseal = (tools: CommandTools): Command => ({
  usage: 'keys:reseal [--older-than DATE] [--dry-run]',
  does: 'gives files sealed before a date (now, unless given) new bytes under new data keys; the old keys are destroyed',
  run: async (config, args) => {
    const given = optionOf(args, 'older-than');
    if (given !== undefined && Number.isNaN(Date.parse(given))) {
      tools.print('DATE is a date, or a date and time in UTC: 2026-01-31, 2026-01-31T12:00:00Z.');
      return 2;
    }
    return tools.within(config, async (app) => {
      const ctx = tools.contextFor(app);
      const olderThan = given === undefined ? ctx.now : new Date(given);
      if (!args.includes('--dry-run')) return await reseal(tools, ctx, olderThan);
      tools.print(`${await countBefore(ctx.db, olderThan)} files would be sealed anew.`);
      return 0;
    });
  },
});

async function reseal({ print }: CommandTools, ctx: AppContext, olderThan: Date): Promise<number> {
  print(`If this is interrupted, go on by: keys:reseal --older-than ${olderThan.toISOString()}`);
  const rate = rateOf();
  const { damaged } = await resealFiles(ctx, {
    olderThan,
    report: ({ resealed, remaining }) => print(`${resealed} files sealed anew, ${remaining} left${rate(resealed)}`),
  });
  for (const id of damaged) print(`File ${id} is damaged and stays as it is.`);
  return damaged.length > 0 ? damagedExit : 0;
}

/** As of other commands that find damage. */
const damagedExit = 18;

/** How many a second, since it was made. */
function rateOf(): (done: number) => string {
  const begun = performance.now();
  return (done) => ` (${((done * 1_000) / Math.max(1, performance.now() - begun)).toFixed(1)} a second)`;
}

const keysRetire = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'keys:retire ID [--dry-run]',
  does: 'drops an old master key that neither a data key nor a kept backup needs any more',
  run: (config, [id = '', ...options]) =>
    within(config, async (app) => {
      const isDryRun = options.includes('--dry-run');
      try {
        await retireMasterKey(contextFor(app), { id, store: keyStoreOf(config), isDryRun });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        print(`${error.message} ${adviceOf(error)}`);
        return 1;
      }
      print(isDryRun ? `Master key ${id} can be dropped.` : `Master key ${id} is dropped.`);
      return 0;
    }),
});

const adviceOf = ({ code, details }: DomainError): string =>
  code === 'KEY_IN_USE'
    ? 'Run keys:rotate first, with --resume when it was cut short.'
    : `Until: ${String(details['until'] ?? 'a backup that is kept without an end is deleted')}.`;

const tokensRotate = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'tokens:rotate',
  does: 'adds a key that signs access tokens from now on; tokens signed before stay good',
  run: async (config) => {
    if (config.JWT_SECRET !== undefined) {
      print('The key is JWT_SECRET of the environment: change it there; everyone signs in or refreshes anew.');
      return 1;
    }
    return within(config, async (app) => {
      fileSigningKeys(config.keysDir);
      const kid = rotateSigningKey(config.keysDir);
      await audited(contextFor(app), { action: 'SIGNING_KEY_ROTATED', targetId: kid });
      print(`Key ${kid} signs from now on.`);
      return 0;
    });
  },
});

/** What an operator does with the keys of the server; each command leaves its entry in the audit log. */
export const keyCommands = (tools: CommandTools): Readonly<Record<string, Command>> => ({
  'keys:rotate': keysRotate(tools),
  'keys:reseal': keysReseal(tools),
  'keys:retire': keysRetire(tools),
  'tokens:rotate': tokensRotate(tools),
});

const audited = ({ run }: AppContext, record: AuditRecord): Promise<void> => run(enter, record);
const enter = async ({ record }: Tx<'record'>, entry: AuditRecord): Promise<void> => record(entry);
