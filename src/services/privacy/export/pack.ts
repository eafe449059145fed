import { Readable } from 'node:stream';
import type { ExportFormat } from '../../../entities/privacy/data-export.entity.ts';
import type { FileKind } from '../../../entities/files/stored-file.entity.ts';
import type { ZipEntry, ZipPort } from '../../adapters/zip/port.ts';
import type { OpenedFile } from '../../files/index.ts';
import { csvMimeType } from '../../kernel/csv-cells.ts';
import { csvOf, csvOfTable } from './csv.ts';
import type { ReadableTable } from './presentable.ts';

/** What is in a copy. */
export interface Contents {
  readonly madeAt: Date;
  readonly tables: readonly ReadableTable[];
  readonly files: readonly (OpenedFile & { readonly id: string })[];
}

/** A copy as a file. */
export interface Packed {
  readonly name: string;
  readonly mimeType: string;
  readonly kind: FileKind;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

const jsonOf = ({ madeAt, tables, files }: Contents): string =>
  JSON.stringify(
    {
      madeAt,
      tables: Object.fromEntries(tables.map(({ table, rows }) => [table, rows])),
      files: files.map(({ id, name, size }) => ({ id, name, size })),
    },
    null,
    2,
  );

const text = (name: string, content: string): ZipEntry => ({
  name,
  open: async () => Readable.from([Buffer.from(content)]),
});

/** Names come from people: nothing in them may lead out of the folder. Ids keep two files of one name apart. */
const placeOf = ({ id, name }: { id: string; name: string }): string =>
  `files/${id}-${name.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_')}`;

const packers: Readonly<Record<ExportFormat, (contents: Contents, zip: ZipPort) => Omit<Packed, 'name'>>> = {
  JSON: (contents) => ({ mimeType: 'application/json', kind: 'OTHER', bytes: Buffer.from(jsonOf(contents)) }),
  CSV: ({ tables }) => ({ mimeType: csvMimeType, kind: 'OTHER', bytes: Buffer.from(csvOf(tables)) }),
  ZIP: (contents, zip) => ({
    mimeType: 'application/zip',
    kind: 'ARCHIVE',
    bytes: zip.pack([
      text('data.json', jsonOf(contents)),
      ...contents.tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => text(`tables/${table.table}.csv`, csvOfTable(table))),
      ...contents.files.map((file) => ({ name: placeOf(file), open: () => file.open() })),
    ]) as AsyncIterable<Uint8Array>,
  }),
};

export const pack = (format: ExportFormat, contents: Contents, zip: ZipPort): Packed => ({
  name: `my-data-${contents.madeAt.toISOString().slice(0, 10)}.${format.toLowerCase()}`,
  ...packers[format](contents, zip),
});
