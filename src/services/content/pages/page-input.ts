import type { PageMeta, PageType } from '../../../entities/content/page.entity.ts';
import type { IncomingFile } from '../../files/index.ts';
import { foldText } from '../../kernel/fold.ts';
import type { Locale } from '../../kernel/locale.ts';
import { DomainError, fieldError, refuseField } from '../../kernel/errors.ts';
import { oneLine, textFault } from '../../kernel/text.ts';
import type { PageFormat } from '../../kernel/page-format.ts';
import type { Config } from '../../platform/config.ts';
import { pictureOf, linkOf } from '../html/addresses.ts';
import { mostContentBytes, originsOf, writtenText } from '../html/written-text.ts';

/** What somebody writes of a page; what is absent stays as it is. */
export interface PageInput {
  readonly slug?: string | undefined;
  readonly title?: string | undefined;
  readonly content?: string | null | undefined;
  /** The text as a file, in place of `content`. */
  readonly file?: Promise<IncomingFile> | null | undefined;
  readonly format?: PageFormat | null | undefined;
  readonly excerpt?: string | null | undefined;
  readonly meta?: Partial<PageMeta> | null | undefined;
  readonly note?: string | null | undefined;
  readonly type?: PageType | null | undefined;
  readonly category?: string | null | undefined;
  readonly locale?: Locale | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  readonly isPublic?: boolean | null | undefined;
  readonly requireAuth?: boolean | null | undefined;
}

/** A text as it was sent and cleaned; undefined where none was sent. */
export interface CleanText {
  readonly html: string | undefined;
  readonly removed: readonly string[];
}

/** The text of a page, cleaned before any transaction: a long one takes a while. */
export async function cleanText(
  config: Pick<Config, 'frontUrl' | 'publicUrl'>,
  { content, file, format }: PageInput,
): Promise<CleanText> {
  const isFile = file !== null && file !== undefined;
  if (isFile && typeof content === 'string') throw fieldError('input.file', 'onlyOne');
  const field = isFile ? 'input.file' : 'input.content';
  const text = isFile ? await readText(await file) : content;
  if (typeof text !== 'string') return { html: undefined, removed: [] };
  return writtenText(config, { text, format: format ?? 'HTML', field });
}

async function readText(file: IncomingFile): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of file.createReadStream()) {
    size += piece.length;
    if (size > mostContentBytes)
      throw refuseField({ path: 'input.file', rules: ['maxBytes'], bounds: { max: mostContentBytes } });
    pieces.push(Buffer.from(piece));
  }
  const text = decoded(Buffer.concat(pieces));
  const fault = textFault(text);
  if (fault !== undefined) throw fieldError('input.file', fault);
  return text;
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new DomainError('INPUT_INVALID', { fields: [{ path: 'input.file', rules: ['utf8'] }] }, { cause: error });
  }
}

/** The tags of a page, each once; one text may hold several, parted by commas. */
export function tagsOf(given: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const tag of given.flatMap((text) => text.split(',')).map(oneLine))
    if (tag !== '' && !tags.has(foldText(tag))) tags.set(foldText(tag), tag);
  const all = [...tags.values()];
  if (all.length > 20) throw refuseField({ path: 'input.tags', rules: ['arrayMaxSize'], bounds: { maxItems: 20 } });
  if (all.some((tag) => tag.length > 50))
    throw refuseField({ path: 'input.tags', rules: ['maxLength'], bounds: { maxLength: 50 } });
  return all;
}

/** What search engines are given: addresses of ours or https, and nothing where nothing is said. */
export function metaOf(
  config: Pick<Config, 'frontUrl' | 'publicUrl'>,
  given: Partial<PageMeta> | null,
): PageMeta | null {
  if (given === null) return null;
  const own = originsOf(config);
  const said = (name: keyof PageMeta): string | null => given[name] || null;
  const address = (name: 'ogImage' | 'canonical', read: (text: string) => string | undefined): string | null => {
    const text = said(name);
    return text === null ? null : requireAddress(read(text), `input.meta.${name}`);
  };
  const meta: PageMeta = {
    title: said('title'),
    description: said('description'),
    keywords: said('keywords'),
    ogImage: address('ogImage', pictureOf),
    canonical: address('canonical', (text) => linkOf(text, own)?.url),
  };
  return Object.values(meta).some((value) => value !== null) ? meta : null;
}

function requireAddress(url: string | undefined, path: string): string {
  if (url === undefined || !/^(https:|\/)/.test(url)) throw fieldError(path, 'address');
  return url;
}
