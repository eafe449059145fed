import { parseArgs } from 'node:util';
import { Stop } from './ends.mjs';

export const usage = `node sdk/bin/archive.mjs upload PATH… --cabinet ID [options]

Sends files and folders to a cabinet. Interrupted, run it again: it goes on where the server has the bytes.

  --cabinet ID            the cabinet
  --folder PATH           a folder of it, such as "Factures/2026"; missing folders are made
  --delete-after-upload   deletes each local file once the server has proved that it holds its bytes
  --yes                   deletes without asking
  --parallel N            files at a time, 1 to 8 (3)
  --on-name-taken WHAT    refuse, new-version or keep-both (refuse)
  --dry-run               says what would be sent and deleted, and changes nothing
  --server URL            the server (ATELIER_URL)
  --token-file FILE       holds the access or API token (or ATELIER_TOKEN holds it)
  --state FILE            what is known of earlier runs (~/.local/state/atelier/…)
  --trust-new-key         accepts receipts of a key that was not there at first use

A file is deleted only if its receipt is signed by the key seen at first use, its SHA-256 is the same while sending, in the receipt and again
just before deletion, it has not changed, and it is an ordinary file with one name inside PATH. Deleting removes the name: it does not prove
that the bytes are gone from the disk, and overwriting them would prove nothing on an SSD.

Exit codes: 0 all done, 2 usage, 3 some files were kept, 4 some were refused, 5 the server was not reached.`;

const options = {
  cabinet: { type: 'string' },
  folder: { type: 'string', default: '' },
  'delete-after-upload': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  parallel: { type: 'string', default: '3' },
  'on-name-taken': { type: 'string', default: 'refuse' },
  'dry-run': { type: 'boolean', default: false },
  server: { type: 'string' },
  'token-file': { type: 'string' },
  state: { type: 'string' },
  'trust-new-key': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

const takenNames = { refuse: 'REFUSE', 'new-version': 'NEW_VERSION', 'keep-both': 'KEEP_BOTH' };

/** What a run is asked to do; `Stop` with exit code 2 when that is not clear. */
export function parseArguments(given, environment) {
  const { values, positionals } = parsed(given);
  if (values.help) return { help: true };
  const [command, ...paths] = positionals;
  if (command !== 'upload' || paths.length === 0) throw new Stop(usage);
  const server = values.server ?? environment.ATELIER_URL;
  if (values.cabinet === undefined) throw new Stop('Which cabinet? --cabinet ID');
  if (server === undefined || !URL.canParse(server)) throw new Stop('Which server? --server URL, or ATELIER_URL');
  if (!/^[1-8]$/.test(values.parallel)) throw new Stop('--parallel is a number from 1 to 8');
  const onNameTaken = takenNames[values['on-name-taken']];
  if (onNameTaken === undefined) throw new Stop('--on-name-taken is refuse, new-version or keep-both');
  return {
    paths,
    server: new URL(server).origin,
    cabinetId: values.cabinet,
    folder: values.folder.split('/').filter((name) => name !== ''),
    onNameTaken,
    parallel: Number(values.parallel),
    isDeleting: values['delete-after-upload'],
    isSure: values.yes,
    isDry: values['dry-run'],
    trustsNewKey: values['trust-new-key'],
    tokenFile: values['token-file'],
    token: environment.ATELIER_TOKEN,
    state: values.state,
  };
}

function parsed(given) {
  try {
    return parseArgs({ args: given, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Stop(`${error.message}\n\n${usage}`);
  }
}
