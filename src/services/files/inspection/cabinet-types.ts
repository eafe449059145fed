import { ArchiveInspector } from './archive.ts';
import { isPresentation, isWorkbook } from './content-types.ts';
import { archive, beginning, isText, isZip, namedAs, startsWith, type FileType } from './type-signs.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

const textAt = (head: Buffer, from: number, to: number): string => head.subarray(from, to).toString('latin1');

/** XML that is no drawing and no page: its first element decides. */
const isXml = (head: Buffer): boolean =>
  isText(head) && beginning(head).startsWith('<') && !/<(svg|html|xhtml|script)\b|xml-stylesheet/.test(beginning(head));
/** RFC 5322: lines of a header, each a name and a colon, one of them a date or a sender. */
const isMail = (head: Buffer): boolean =>
  isText(head) && /^[!-9;-~]+:/.test(beginning(head)) && /^(from|date|received|return-path):/m.test(beginning(head));
/** ISO 14496-12: a box `ftyp` with the brands of the file. */
const isBrand =
  (brands: RegExp) =>
  (head: Buffer): boolean =>
    textAt(head, 4, 8) === 'ftyp' && brands.test(textAt(head, 8, 12));
/** ID3, or the eleven bits that begin a frame. */
const isMp3 = (head: Buffer): boolean =>
  textAt(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0);

/**
 * What cabinets take beside the documents and images that everybody may send. They are stored as they are and only served as
 * attachments; their kinds are accepted nowhere else.
 */
export const cabinetTypes: readonly FileType[] = [
  {
    ...{ extension: 'xlsx', mimeType: `${office}.spreadsheetml.sheet`, kind: 'OTHER' },
    ...archive({ entry: '[Content_Types].xml', isMeant: isWorkbook }),
  },
  {
    ...{ extension: 'pptx', mimeType: `${office}.presentationml.presentation`, kind: 'OTHER' },
    ...archive({ entry: '[Content_Types].xml', isMeant: isPresentation }),
  },
  {
    ...{ extension: 'ods', mimeType: `${open}.spreadsheet`, kind: 'OTHER' },
    ...archive(namedAs(`${open}.spreadsheet`, 'content.xml')),
  },
  {
    ...{ extension: 'odp', mimeType: `${open}.presentation`, kind: 'OTHER' },
    ...archive(namedAs(`${open}.presentation`, 'content.xml')),
  },
  { extension: 'csv', mimeType: 'text/csv', kind: 'OTHER', begins: isText },
  { extension: 'xml', mimeType: 'application/xml', kind: 'OTHER', begins: isXml },
  { extension: 'eml', mimeType: 'message/rfc822', kind: 'OTHER', begins: isMail },
  {
    ...{ extension: 'zip', mimeType: 'application/zip', kind: 'ARCHIVE', begins: isZip },
    inspector: () => new ArchiveInspector(null),
  },
  ...(['tif', 'tiff'] as const).map((extension) => ({
    ...{ extension, mimeType: 'image/tiff', kind: 'OTHER' as const },
    begins: (head: Buffer) => startsWith(0x49, 0x49, 0x2a, 0)(head) || startsWith(0x4d, 0x4d, 0, 0x2a)(head),
  })),
  { extension: 'heic', mimeType: 'image/heic', kind: 'OTHER', begins: isBrand(/^(heic|heix|heim|heis|mif1|msf1)$/) },
  { extension: 'gif', mimeType: 'image/gif', kind: 'OTHER', begins: (head) => /^GIF8[79]a$/.test(textAt(head, 0, 6)) },
  { extension: 'mp3', mimeType: 'audio/mpeg', kind: 'AUDIO', begins: isMp3 },
  {
    ...{ extension: 'wav', mimeType: 'audio/wav', kind: 'AUDIO' },
    begins: (head) => textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 12) === 'WAVE',
  },
  {
    extension: 'mp4',
    mimeType: 'video/mp4',
    kind: 'VIDEO',
    begins: isBrand(/^(isom|iso[2-9]|mp4[12]|avc1|dash|M4V )$/),
  },
];
