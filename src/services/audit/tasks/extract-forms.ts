import type { Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { AuditExportFormat } from '../../../entities/audit/audit-export.entity.ts';
import type { ExtractForm } from '../../files/index.ts';
import { csvHead, csvLine, csvMimeType } from '../../kernel/csv-cells.ts';
import type { AppContext } from '../../platform/context.ts';
import { rowText } from '../chain.ts';
import { entryFrom, auditLogOf } from '../audit-log-source.ts';
import { lineOf } from '../entry-line.ts';
import { makeCheckpoint } from '../proofs/make-checkpoint.ts';
import { extractHead, extractLine } from '../proofs/proof-text.ts';
import { ProofTree } from '../proofs/proof-tree.ts';
import { rowsFrom, type AuditEntryRow } from '../queries/entry-row.ts';

export type FormNeeds = Pick<
  AppContext,
  'db' | 'run' | 'vault' | 'config' | 'now' | 'log' | 'auditSigner' | 'auditKeys'
>;
type Stored = Selectable<Tables['audit_entry']>;

/** How entries are spelt in a format, and how they follow one another. */
export interface EntryForm extends ExtractForm {
  spell(entries: readonly Stored[]): Promise<readonly string[]>;
}

interface Format {
  readonly mimeType: string;
  readonly extension: string;
  /** Opens the form, for the entries that are there now. */
  open(ctx: FormNeeds): Promise<EntryForm>;
}

const titles = [
  'seq',
  'at',
  'actor_kind',
  'actor_id',
  'action',
  'severity',
  'outcome',
  'target_type',
  'target_id',
  'address',
  'agent',
  'request_id',
  'payload',
  'line',
];

export const extractForms: Readonly<Record<AuditExportFormat, Format>> = {
  CSV: {
    mimeType: csvMimeType,
    extension: 'csv',
    // The byte order mark makes spreadsheets read UTF-8.
    open: async (ctx) => ({
      begin: csvHead(titles),
      between: '',
      end: '',
      spell: readable(ctx, (entry) => csvLine(cellsOf(entry, ctx))),
    }),
  },
  JSON: {
    mimeType: 'application/json',
    extension: 'json',
    open: async (ctx) => ({
      begin: '[\n',
      between: ',\n',
      end: '\n]\n',
      spell: readable(ctx, (entry) => JSON.stringify({ ...entry, line: lineIn(entry, ctx) })),
    }),
  },
  PROOFS: {
    mimeType: 'application/jsonl',
    extension: 'jsonl',
    open: provable,
  },
};

/** Entries as people read them, with the personal values that are still there. */
const readable =
  ({ db, vault }: FormNeeds, spell: (entry: AuditEntryRow) => string): EntryForm['spell'] =>
  async (entries) =>
    (await rowsFrom(db, vault.ring(), entries)).map(spell);

/** Entries as the chain stores them, each with its Merkle path to the root of a checkpoint that was just signed. */
async function provable(ctx: FormNeeds): Promise<EntryForm> {
  const checkpoint = await makeCheckpoint(ctx);
  if (checkpoint === null) return { begin: '', between: '', end: '', spell: async () => [] };
  const tree = await ProofTree.of(auditLogOf(ctx.db), checkpoint);
  // A log that does not lead to what was signed proves nothing: the nightly check and `audit:verify` say where it differs.
  if (tree.root() !== checkpoint.root)
    throw new Error(`The audit log is not what the checkpoint of entry ${checkpoint.seq} says`);
  const spell = async (entries: readonly Stored[]): Promise<string[]> => {
    const lines: string[] = [];
    for (const { mac, ...entry } of entries.map(entryFrom))
      lines.push(extractLine({ row: rowText(entry), mac, path: await tree.pathOf(entry.seq) }));
    return lines;
  };
  return { begin: extractHead(checkpoint), between: '', end: '', spell };
}

const lineIn = (entry: AuditEntryRow, { config }: Pick<AppContext, 'config'>): string =>
  lineOf(entry, { locale: 'fr', timeZone: config.TIME_ZONE });

const cellsOf = (entry: AuditEntryRow, ctx: FormNeeds) => [
  entry.seq,
  entry.at.toISOString(),
  entry.actorKind,
  entry.actorId,
  entry.action,
  entry.severity,
  entry.outcome,
  entry.targetType,
  entry.targetId,
  entry.address,
  entry.agent,
  entry.requestId,
  JSON.stringify(entry.payload),
  lineIn(entry, ctx),
];
