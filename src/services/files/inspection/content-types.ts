import { refused } from './refused.ts';

/**
 * What the parts of an Office document are: `[Content_Types].xml`. Writers may put the main part anywhere (Word Online calls
 * it `word/document2.xml`); only its content type identifies it. Source: ECMA-376 part 2, section 7.2.3.
 */
const mainPartOf = (kind: string): string => `application/vnd.openxmlformats-officedocument.${kind}.main+xml`;
const macros = /macroenabled|vbaproject/i;

type Judgement = (contentTypes: Buffer, names: readonly string[]) => boolean;

/** Is it such a document, and is its main part among the entries? Macros refuse it, whatever they are called. */
const isOffice =
  (kind: string): Judgement =>
  (contentTypes, names) =>
    isOf(mainPartOf(kind), contentTypes, names);

export const isWordDocument = isOffice('wordprocessingml.document');
export const isWorkbook = isOffice('spreadsheetml.sheet');
export const isPresentation = isOffice('presentationml.presentation');

function isOf(mainPart: string, contentTypes: Buffer, names: readonly string[]): boolean {
  const xml = decoded(contentTypes).replace(/<!--[^]*?-->/g, '');
  const types = [...xml.matchAll(/<(?:[\w.-]+:)?(Override|Default)\s([^>]*)>/g)].map(
    ([, element, attributes = '']) => ({ element, ...attributesOf(attributes) }),
  );
  if (types.some(({ contentType = '' }) => macros.test(contentType))) throw refused('macros');
  const known = names.map(partName);
  return types.some(
    ({ element, contentType, partName: part = '', extension = '' }) =>
      contentType?.toLowerCase() === mainPart &&
      (element === 'Override'
        ? known.includes(partName(part))
        : known.some((name) => name.endsWith(`.${extension.toLowerCase()}`))),
  );
}

/** XML is UTF-8 unless a byte order mark says UTF-16. */
function decoded(xml: Buffer): string {
  if (xml[0] === 0xff && xml[1] === 0xfe) return new TextDecoder('utf-16le').decode(xml);
  if (xml[0] === 0xfe && xml[1] === 0xff) return new TextDecoder('utf-16be').decode(xml);
  return new TextDecoder().decode(xml);
}

/** Names of parts are compared without their first slash, without case, and unescaped. */
function partName(name: string): string {
  const plain = name.replace(/^\//, '');
  try {
    return decodeURIComponent(plain).toLowerCase();
  } catch {
    return plain.toLowerCase();
  }
}

interface PartType {
  readonly contentType?: string | undefined;
  readonly partName?: string | undefined;
  readonly extension?: string | undefined;
}

function attributesOf(text: string): PartType {
  const found = new Map(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
      name,
      unescaped(double ?? single ?? ''),
    ]),
  );
  return { contentType: found.get('ContentType'), partName: found.get('PartName'), extension: found.get('Extension') };
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
