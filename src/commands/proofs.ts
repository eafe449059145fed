import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { optionOf, type Command, type CommandTools } from './command.ts';
import {
  isSignedBy,
  openSigner,
  proveConsistency,
  readCheckpoints,
  verifyProofs,
  type ProofVerdict,
} from '../services/audit/index.ts';

/** A file of proofs is sound, or it is not. */
export const proofCodes: Readonly<Record<ProofVerdict['verdict'], number>> = {
  PROVEN: 0,
  CONSISTENT: 0,
  NOT_PROVEN: 16,
};

/** Proofs for those who verify the audit log from outside. */
export const proofCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'audit:consistency': {
    usage: 'audit:consistency SEQ',
    does: 'proves that the audit log begins with that of the checkpoint of that entry, without showing it; one line, for audit:verify-proofs',
    run: (config, [seq]) =>
      within(config, async (app) => {
        const proof = await proveConsistency(contextFor(app), { from: Number(seq) });
        print(proof?.trimEnd() ?? `There is no checkpoint of entry ${seq}.`);
        return proof === undefined ? 1 : 0;
      }),
  },
  'audit:verify-proofs': {
    usage: 'audit:verify-proofs FILE [--public-key FILE] [--anchor FILE]',
    does: 'checks an extract with proofs, or a proof of consistency, without the audit log and without a secret; exits 0 when all of it is proven, 16 otherwise',
    run: async (config, args) => {
      const [file = ''] = args;
      const [publicKey, anchor] = [optionOf(args, 'public-key'), optionOf(args, 'anchor')];
      const signer =
        publicKey === undefined
          ? openSigner(config.keysDir)
          : { isSigned: isSignedBy(readFileSync(publicKey, 'utf8')) };
      const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
      const found = await verifyProofs({
        lines,
        signer,
        ...(anchor === undefined ? {} : { anchors: await readCheckpoints(anchor) }),
      });
      print(formatProofs(found));
      return proofCodes[found.verdict];
    },
  },
  'audit:public-key': {
    usage: 'audit:public-key',
    does: 'shows the public key of the checkpoints, for those who verify from outside',
    run: async (config) => {
      print(openSigner(config.keysDir).publicKey.trimEnd());
      return 0;
    },
  },
});

function formatProofs(found: ProofVerdict): string {
  if (found.verdict === 'NOT_PROVEN') return `NOT_PROVEN: line ${found.line}: ${found.why}`;
  if (found.verdict === 'CONSISTENT')
    return `CONSISTENT: the audit log at entry ${found.later.seq} begins with that of entry ${found.earlier.seq}`;
  return `PROVEN: ${found.entries} entries are in the audit log of ${found.checkpoint.at}, entry ${found.checkpoint.seq}, root ${found.checkpoint.root}`;
}
