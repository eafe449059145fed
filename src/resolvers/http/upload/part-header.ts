import { fieldError } from '../../../services/kernel/errors.ts';

/** What a part of a form says of itself. */
export interface PartHeader {
  readonly name: string;
  /** As its sender gave it; empty when they gave none. */
  readonly filename: string;
  readonly mimeType: string;
}

const malformed = (): Error => fieldError('body', 'multipart');

/** Reads the lines before a part's content. Source: RFC 7578, sections 4.2 to 4.4. */
export function readPartHeader(text: string): PartHeader {
  const lines = new Map(text.split('\r\n').map(lineOf));
  const parameters = parametersOf(lines.get('content-disposition') ?? '');
  const name = parameters.get('name');
  if (name === undefined) throw malformed();
  const mimeType = (lines.get('content-type') ?? 'text/plain').replace(/;.*$/s, '').trim().toLowerCase();
  return { name, filename: extended(parameters.get('filename*')) ?? parameters.get('filename') ?? '', mimeType };
}

function lineOf(line: string): [string, string] {
  const colon = line.indexOf(':');
  if (colon < 1) throw malformed();
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

const formData = 'form-data';

/** The parameters of `form-data; name="…"; filename="…"`, by name. */
function parametersOf(disposition: string): ReadonlyMap<string, string> {
  const parameter = /\s*;\s*(?<name>[\w!#$%&'*+.^`|~-]+)=(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^\s;"]+))/gsy;
  const found = new Map<string, string>();
  let end = parameter.lastIndex = formData.length;
  for (let match = parameter.exec(disposition); match; match = parameter.exec(disposition)) {
    found.set((match.groups?.['name'] as string).toLowerCase(), valueOf(match.groups));
    end = parameter.lastIndex;
  }
  if (disposition.slice(0, formData.length).toLowerCase() !== formData || disposition.slice(end).trim() !== '') throw malformed();
  return found;
}

/** Some escape quotes and backslashes; others send the backslashes of a path as they are. */
const valueOf = ({ quoted, plain }: Record<string, string | undefined> = {}): string => quoted?.replace(/\\(["\\])/g, '$1') ?? plain ?? '';

/** RFC 8187: a name in UTF-8, percent-encoded. */
function extended(value: string | undefined): string | undefined {
  const encoded = /^utf-8'[^']*'(?<text>.*)$/i.exec(value ?? '')?.groups?.['text'];
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw malformed();
  }
}
