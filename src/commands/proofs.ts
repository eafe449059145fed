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

/** What is shown to, and checked by, those who must not take the house’s word. Part of the composition root. */
export const proofCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'audit:consistency': {
    usage: 'audit:consistency SEQ',
    does: 'proves that the journal of today begins with the one of the checkpoint of that entry, without showing it; one line, for audit:verify-proofs',
    run: (config, [seq]) =>
      within(config, async (app) => {
        const proof = await proveConsistency(contextFor(app), { from: Number(seq) });
        print(proof?.trimEnd() ?? `There is no checkpoint of entry ${seq}.`);
        return proof === undefined ? 1 : 0;
      }),
  },
  'audit:verify-proofs': {
    usage: 'audit:verify-proofs FILE [--public-key FILE] [--anchor FILE]',
    does: 'checks an extract with proofs, or a proof of consistency, without the journal and without a secret; exits 0 when all of it is proven, 16 otherwise',
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
      print(toldOfProofs(found));
      return proofCodes[found.verdict];
    },
  },
  'audit:public-key': {
    usage: 'audit:public-key',
    does: 'shows the public key of the journal’s checkpoints, for those who check from outside',
    run: async (config) => {
      print(openSigner(config.keysDir).publicKey.trimEnd());
      return 0;
    },
  },
});

function toldOfProofs(found: ProofVerdict): string {
  if (found.verdict === 'NOT_PROVEN') return `NOT_PROVEN: line ${found.line}: ${found.why}`;
  if (found.verdict === 'CONSISTENT')
    return `CONSISTENT: the journal of entry ${found.later.seq} begins with that of entry ${found.earlier.seq}`;
  return `PROVEN: ${found.entries} entries are in the journal of ${found.checkpoint.at}, entry ${found.checkpoint.seq}, root ${found.checkpoint.root}`;
}
