import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  /** What the directory claims, when it lies. */
  readonly claimedSize?: number;
  readonly claimedPacked?: number;
  readonly deflate?: boolean;
  /** Another compression method than the one used. */
  readonly method?: number;
  /** Says its sizes in the extra field of large archives. */
  readonly zip64?: boolean;
  readonly unixMode?: number;
  /** Says its checksum and sizes after its bytes, as a writer that streams does. */
  readonly described?: boolean;
  /** Another checksum than that of its bytes. */
  readonly claimedCrc?: number;
}

/** A ZIP, honest unless a test wants it to lie. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = written(entry, offset);
    directory.push(central);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  // More than 65,535 entries are said elsewhere (ZIP64); here the count only saturates.
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 4);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]);
}

function written(
  {
    name,
    content = '',
    claimedSize,
    claimedPacked,
    deflate = false,
    method = deflate ? 8 : 0,
    zip64 = false,
    unixMode = 0o100644,
    described = false,
    claimedCrc,
  }: ZipEntry,
  offset: number,
): { local: Buffer; central: Buffer } {
  const plain = Buffer.from(content);
  const bytes = deflate ? deflateRawSync(plain) : plain;
  const nameBytes = Buffer.from(name);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(method, 4);
  shared.writeUInt16LE(described ? 8 : 0, 2);
  shared.writeUInt32LE(claimedCrc ?? crc32(plain), 10);
  shared.writeUInt32LE(claimedPacked ?? bytes.length, 14);
  shared.writeUInt32LE(claimedSize ?? plain.length, 18);
  shared.writeUInt16LE(nameBytes.length, 22);
  const header = Buffer.from(shared);
  if (described) header.fill(0, 10, 22);
  const descriptor = described ? Buffer.concat([Buffer.from('PK\x07\x08'), shared.subarray(10, 22)]) : Buffer.alloc(0);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, nameBytes, bytes, descriptor]);
  const extra = zip64 ? Buffer.alloc(20) : Buffer.alloc(0);
  const inDirectory = Buffer.from(shared);
  if (zip64) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(plain.length), 4);
    extra.writeBigUInt64LE(BigInt(bytes.length), 12);
    inDirectory.writeUInt32LE(0xffffffff, 14);
    inDirectory.writeUInt32LE(0xffffffff, 18);
    inDirectory.writeUInt16LE(extra.length, 24);
  }
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((unixMode << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  return {
    local,
    central: Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), inDirectory, tail, nameBytes, extra]),
  };
}

/** What `[Content_Types].xml` says of a Word document whose main part is `part`. */
export const wordTypes = (part: string, more = ''): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${more}</Types>`;

/** A Word document of one paragraph, as small as Word itself would open. */
export const docx = (text: string, more: readonly ZipEntry[] = []): Buffer =>
  zip([
    { name: '[Content_Types].xml', content: wordTypes('/word/document.xml') },
    {
      name: '_rels/.rels',
      content:
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    },
    ...more,
  ]);
