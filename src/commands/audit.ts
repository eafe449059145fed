import { readFileSync } from 'node:fs';
import { optionOf, type Command, type CommandTools } from './command.ts';
import { wallClock } from '../services/kernel/clock.ts';
import {
  acknowledgeRestore,
  checkpointFileOf,
  fingerprintOf,
  firstKeyOf,
  makeCheckpoint,
  openEpochKeys,
  readCheckpoints,
  takeFirstKey,
  verifyAnchored,
  type HeldKey,
  type Restore,
  type Verdict,
} from '../services/audit/index.ts';
import type { Config } from '../services/platform/config.ts';
import type { Tx } from '../services/platform/context.ts';

/** One exit code a verdict, so that a script can tell them apart. */
export const verdictCodes: Readonly<Record<Verdict['verdict'], number>> = {
  OK: 0,
  ROW_ALTERED: 10,
  GAP: 11,
  CHAIN_BREAK: 12,
  TRUNCATED: 13,
  REWRITTEN: 14,
  UNSEALED_TAIL: 15,
  ANCHORS_MISSING: 17,
};

/** What an operator or an auditor does about the journal. Part of the composition root. */
export const auditCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'audit:verify': {
    usage: 'audit:verify [--since SEQ] [--anchor FILE] [--key FILE]',
    does: 'checks the journal against the checkpoints that this server told outside; exits 0 when it is whole, 10 to 17 for each kind of fault; --anchor holds it against others besides, --key gives the auditor’s key',
    run: (config, args) =>
      within(config, async (app) => {
        const [since, anchor] = [optionOf(args, 'since'), optionOf(args, 'anchor')];
        const key = keyFor(config, optionOf(args, 'key'));
        if (key.epoch > 0)
          print(
            `Without the auditor’s key, entries of the key epochs before ${key.epoch} are held against the signed checkpoints only.`,
          );
        const given = anchor === undefined ? undefined : await readCheckpoints(anchor);
        const { found, own } = await verifyAnchored({
          db: contextFor(app).db,
          config,
          key,
          signer: app.services.auditSigner,
          since: since === undefined ? undefined : Number(since),
          given,
        });
        print(
          `Held against ${own.count} checkpoints of ${own.file}${given === undefined ? '' : `, and ${given.length} of ${anchor}`}.`,
        );
        print(told(found));
        return verdictCodes[found.verdict];
      }),
  },
  'audit:checkpoint': {
    usage: 'audit:checkpoint',
    does: 'signs where the journal stands now and tells it outside; every ten minutes the house does it by itself',
    run: (config) =>
      within(config, async (app) => {
        const checkpoint = await makeCheckpoint(contextFor(app));
        print(
          checkpoint === null
            ? 'The journal is empty.'
            : `Entry ${checkpoint.seq}, root ${checkpoint.root}: in ${checkpointFileOf(config)}`,
        );
        return 0;
      }),
  },
  'audit:acknowledge-restore': {
    usage: 'audit:acknowledge-restore [--anchor FILE]',
    does: 'after a restore of the database, writes into the journal which entries were lost, and signs it; the check then tells it and goes on',
    run: (config, args) =>
      within(config, async (app) => {
        const restore = await acknowledgeRestore(contextFor(app), {
          anchors: await readCheckpoints(optionOf(args, 'anchor') ?? checkpointFileOf(config)),
        });
        print(
          restore === null
            ? 'Nothing that was told outside speaks against the journal.'
            : `Entries after ${restore.keptThrough}, up to ${restore.lostThrough}, are lost: it is in the journal now.`,
        );
        return restore === null ? 1 : 0;
      }),
  },
  'audit:auditor-key': {
    usage: 'audit:auditor-key',
    does: 'shows the journal’s first key once, to be kept off-line by the auditor, and wipes it from this server',
    run: (config) =>
      within(config, async (app) => {
        const key = takeFirstKey(config.keysDir, wallClock.now());
        if (key === null) {
          print('The auditor has taken it already: it is not on this server any more.');
          return 1;
        }
        print(
          `Keep this key off-line: it proves every entry of the journal, and is shown this once.\n\n  ${key.toString('base64')}\n\nFingerprint: ${fingerprintOf(key)}`,
        );
        await contextFor(app).run(
          async ({ record }: Tx<'record'>) => record({ action: 'AUDITOR_KEY_TAKEN', targetId: fingerprintOf(key) }),
          {},
        );
        return 0;
      }),
  },
});

/** The auditor's key from a file, or from this server as long as it was not taken; else the key of the present epoch. */
export function keyFor(config: Config, file?: string): HeldKey {
  const keys = openEpochKeys(config.keysDir);
  const first =
    file === undefined ? firstKeyOf(config.keysDir) : Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  return first === null ? keys.held() : { epoch: 0, key: first };
}

function told(found: Verdict): string {
  if (found.verdict === 'OK') return `OK: ${found.entries} entries${toldOfRestores(found.restores)}`;
  if (found.verdict === 'UNSEALED_TAIL')
    return `UNSEALED_TAIL: whole; ${found.entries} entries are younger than the last checkpoint told outside${toldOfRestores(found.restores)}`;
  if (found.verdict === 'ANCHORS_MISSING')
    return `ANCHORS_MISSING: whole, but ${found.missing} checkpoints that were told once are gone, the first at entry ${found.at}: see the file of checkpoints, and the database`;
  return found.verdict === 'TRUNCATED' ? `TRUNCATED after entry ${found.at}` : `${found.verdict} at entry ${found.at}`;
}

const toldOfRestores = (restores: readonly Restore[] = []): string =>
  restores
    .map(
      ({ keptThrough, lostThrough, at }) =>
        `\nRestored: what was told of entries after ${keptThrough}, up to ${lostThrough}, was lost; acknowledged ${at}`,
    )
    .join('');
