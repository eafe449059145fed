import { setTimeout as sleep } from 'node:timers/promises';
import type { Command, CommandTools } from './command.ts';
import { keyStoreOf } from '../adapters.ts';
import { fileSigningKeys, rotateSigningKey } from '../services/adapters/access-tokens/key-ring.ts';
import { rewrapKeys } from '../services/files/index.ts';
import type { AuditRecord, Tx, AppContext } from '../services/platform/context.ts';
import { addActiveKey, retireKey } from '../services/vault/index.ts';

/** Running servers look at the key file every second: they must hold a new key before they meet it. */
const noticedMs = 3_000;

const keysRotate = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'keys:rotate [--resume]',
  does: 'adds a master key and wraps every data key under it; --resume only wraps what is left',
  run: async (config, args) =>
    within(config, async (app) => {
      if (!args.includes('--resume')) {
        const { active } = await addActiveKey(keyStoreOf(config));
        await audited(contextFor(app), { action: 'MASTER_KEY_ADDED', targetId: active.id });
        await sleep(noticedMs);
      }
      const done = await rewrapKeys(contextFor(app), ({ rewrapped, remaining }) =>
        print(`${rewrapped} keys wrapped anew, ${remaining} left`),
      );
      print(`Done: ${done}. Keep the old key until no backup needs it.`);
      return 0;
    }),
});

const keysRetire = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'keys:retire ID',
  does: 'drops an old master key that no data key needs any more; mind the backups that may',
  run: (config, [id = '']) =>
    within(config, async (app) => {
      const needed = await contextFor(app)
        .db.selectFrom('data_key')
        .select('id')
        .where('kek_id', '=', id)
        .limit(1)
        .executeTakeFirst();
      if (needed !== undefined) {
        print(
          'Data keys are still wrapped by this master key: run keys:rotate first, with --resume when it was cut short.',
        );
        return 1;
      }
      await retireKey(keyStoreOf(config), id);
      await audited(contextFor(app), { action: 'MASTER_KEY_RETIRED', targetId: id });
      print(`Master key ${id} is dropped.`);
      return 0;
    }),
});

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
  'keys:retire': keysRetire(tools),
  'tokens:rotate': tokensRotate(tools),
});

const audited = ({ run }: AppContext, record: AuditRecord): Promise<void> => run(enter, record);
const enter = async ({ record }: Tx<'record'>, entry: AuditRecord): Promise<void> => record(entry);
