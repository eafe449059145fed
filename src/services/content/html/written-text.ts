import { marked } from 'marked';
import { fieldError, refuseField } from '../../kernel/errors.ts';
import type { PageFormat } from '../../kernel/page-format.ts';
import type { Config } from '../../platform/config.ts';
import type { OwnOrigins } from './addresses.ts';
import { sanitise, type Sanitised } from './sanitise.ts';

/** A mebibyte of UTF-8, of what is sent and of what is kept. */
export const mostContentBytes = 1_048_576;

export const originsOf = ({ frontUrl, publicUrl }: Pick<Config, 'frontUrl' | 'publicUrl'>): OwnOrigins =>
  new Set([frontUrl, publicUrl].map((url) => new URL(url).origin));

interface Written {
  readonly text: string;
  readonly format: PageFormat;
  /** What the API calls the field, for refusals. */
  readonly field?: string;
}

/** The text of a page as it is kept, in whichever form it was sent. Refuses with `INPUT_INVALID` one that is too long. */
export function writtenText(config: Pick<Config, 'frontUrl' | 'publicUrl'>, written: Written): Sanitised {
  const { text, format, field = 'input.content' } = written;
  requireShort(text, field);
  const sanitised = read(() => sanitise(format === 'MARKDOWN' ? fromMarkdown(text) : text, originsOf(config)), field);
  requireShort(sanitised.html, field);
  return sanitised;
}

export const fromMarkdown = (text: string): string => marked.parse(text, { async: false });

/** Too deep: elements within elements, or quotes within quotes, which exhaust the stack of the reader of Markdown. */
function read<T>(reading: () => T, path: string): T {
  try {
    return reading();
  } catch (error) {
    if (error instanceof RangeError) throw fieldError(path, 'nesting');
    throw error;
  }
}

function requireShort(text: string, path: string): void {
  if (Buffer.byteLength(text) <= mostContentBytes) return;
  throw refuseField({ path, rules: ['maxBytes'], bounds: { max: mostContentBytes } });
}
