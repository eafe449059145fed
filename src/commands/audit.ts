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

/** One exit code per verdict, so that a script can distinguish them. */
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

const auditVerify = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'audit:verify [--since SEQ] [--anchor FILE] [--key FILE]',
  does: 'verifies the audit log against the checkpoints that this server published; exits 0 when it is intact, 10 to 17 for each kind of fault; --anchor adds other checkpoints, --key gives the auditor’s key',
  run: (config, args) =>
    within(config, async (app) => {
      const [since, anchor] = [optionOf(args, 'since'), optionOf(args, 'anchor')];
      const key = keyFor(config, optionOf(args, 'key'));
      if (key.epoch > 0)
        print(
          `Without the auditor’s key, entries of the key epochs before ${key.epoch} are verified against the signed checkpoints only.`,
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
        `Verified against ${own.count} checkpoints of ${own.file}${given === undefined ? '' : `, and ${given.length} of ${anchor}`}.`,
      );
      print(formatVerdict(found));
      return verdictCodes[found.verdict];
    }),
});

const auditCheckpoint = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'audit:checkpoint',
  does: 'signs the present end of the audit log and publishes it; the server does it every ten minutes by itself',
  run: (config) =>
    within(config, async (app) => {
      const checkpoint = await makeCheckpoint(contextFor(app));
      print(
        checkpoint === null
          ? 'The audit log is empty.'
          : `Entry ${checkpoint.seq}, root ${checkpoint.root}: in ${checkpointFileOf(config)}`,
      );
      return 0;
    }),
});

const auditAcknowledgeRestore = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'audit:acknowledge-restore [--anchor FILE]',
  does: 'after a restore of the database, records in the audit log which entries were lost, and signs it; verification then reports it and goes on',
  run: (config, args) =>
    within(config, async (app) => {
      const restore = await acknowledgeRestore(contextFor(app), {
        anchors: await readCheckpoints(optionOf(args, 'anchor') ?? checkpointFileOf(config)),
      });
      print(
        restore === null
          ? 'No published checkpoint contradicts the audit log.'
          : `Entries after ${restore.keptThrough}, up to ${restore.lostThrough}, are lost: the audit log now says so.`,
      );
      return restore === null ? 1 : 0;
    }),
});

const auditAuditorKey = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'audit:auditor-key',
  does: 'shows the first key of the audit log once, to be kept off-line by the auditor, and wipes it from this server',
  run: (config) =>
    within(config, async (app) => {
      const key = takeFirstKey(config.keysDir, wallClock.now());
      if (key === null) {
        print('The auditor has taken it already: it is not on this server any more.');
        return 1;
      }
      print(
        `Keep this key off-line: it proves every entry of the audit log, and is shown only once.\n\n  ${key.toString('base64')}\n\nFingerprint: ${fingerprintOf(key)}`,
      );
      await contextFor(app).run(
        async ({ record }: Tx<'record'>) => record({ action: 'AUDITOR_KEY_TAKEN', targetId: fingerprintOf(key) }),
        {},
      );
      return 0;
    }),
});

/** What an operator or an auditor does with the audit log. */
export const auditCommands = (tools: CommandTools): Readonly<Record<string, Command>> => ({
  'audit:verify': auditVerify(tools),
  'audit:checkpoint': auditCheckpoint(tools),
  'audit:acknowledge-restore': auditAcknowledgeRestore(tools),
  'audit:auditor-key': auditAuditorKey(tools),
});

/** The auditor's key from a file, or from this server as long as it was not taken; else the key of the present epoch. */
export function keyFor(config: Config, file?: string): HeldKey {
  const keys = openEpochKeys(config.keysDir);
  const first =
    file === undefined ? firstKeyOf(config.keysDir) : Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  return first === null ? keys.held() : { epoch: 0, key: first };
}

function formatVerdict(found: Verdict): string {
  if (found.verdict === 'OK') return `OK: ${found.entries} entries${formatRestores(found.restores)}`;
  if (found.verdict === 'UNSEALED_TAIL')
    return `UNSEALED_TAIL: intact; ${found.entries} entries are newer than the last published checkpoint${formatRestores(found.restores)}`;
  if (found.verdict === 'ANCHORS_MISSING')
    return `ANCHORS_MISSING: intact, but ${found.missing} checkpoints that were published are missing, the first at entry ${found.at}: see the file of checkpoints, and the database`;
  return found.verdict === 'TRUNCATED' ? `TRUNCATED after entry ${found.at}` : `${found.verdict} at entry ${found.at}`;
}

const formatRestores = (restores: readonly Restore[] = []): string =>
  restores
    .map(
      ({ keptThrough, lostThrough, at }) =>
        `\nRestored: entries after ${keptThrough}, up to ${lostThrough}, were lost; acknowledged ${at}`,
    )
    .join('');
