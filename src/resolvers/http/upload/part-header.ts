import { DomainError, fieldError } from '../../../services/kernel/errors.ts';

/** The header of a part. */
export interface PartHeader {
  readonly name: string;
  /** As its sender gave it; empty when they gave none. */
  readonly filename: string;
  readonly mimeType: string;
}

/** The body is not a form that can be read. */
export const malformed = (cause?: unknown): DomainError =>
  cause instanceof DomainError
    ? cause
    : new DomainError('INPUT_INVALID', fieldError('body', 'multipart').details, cause === undefined ? {} : { cause });

const mostLines = 16;
const token = "[\\w!#$%&'*+.^`|~-]+";
const quotedText = '"(?<quoted>(?:[^"\\\\]|\\\\.)*)"';
const lineForm = new RegExp(`^(?<name>${token}):(?<value>.*)$`, 's');
const controls = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** Reads the lines before a part's content. Source: RFC 7578, sections 4.2 to 4.8; RFC 5322, section 2.2.3 (a folded line). */
export function readPartHeader(bytes: Buffer): PartHeader {
  const lines = linesOf(textOf(bytes));
  const { value, parameters } = valueAndParameters(lines.get('content-disposition') ?? '');
  const name = parameters.get('name');
  if (value !== 'form-data' || name === undefined || !isPlain(lines.get('content-transfer-encoding')))
    throw malformed();
  const mimeType = (lines.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase();
  return { name, filename: extended(parameters.get('filename*')) ?? parameters.get('filename') ?? '', mimeType };
}

/**
 * Forms are in UTF-8; some old programs write names in another encoding, and a wrong letter is better than a lost file.
 */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function linesOf(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const found = new Map(lines.map(lineOf));
  // A repeated line would be ambiguous.
  if (lines.length > mostLines || found.size < lines.length) throw malformed();
  return found;
}

function lineOf(line: string): [string, string] {
  const { name, value } = lineForm.exec(line)?.groups ?? {};
  if (name === undefined || value === undefined || controls.test(value)) throw malformed();
  return [name.toLowerCase(), value.trim()];
}

/** Transfer encodings are not decoded: a part in base64 would be stored as base64. Source: RFC 7578, section 4.7. */
const isPlain = (encoding = '8bit'): boolean => ['7bit', '8bit', 'binary'].includes(encoding.toLowerCase());

/** `form-data; name="…"; filename="…"`. */
function valueAndParameters(line: string): { value: string; parameters: ReadonlyMap<string, string> } {
  const value = /^[^\s;]*/.exec(line)?.[0] ?? '';
  const parameter = new RegExp(`\\s*;\\s*(?<name>${token})=(?:${quotedText}|(?<plain>[^\\s;"]+))`, 'gsy');
  const parameters = new Map<string, string>();
  let end = (parameter.lastIndex = value.length);
  for (let match = parameter.exec(line); match; match = parameter.exec(line)) {
    const name = (match.groups?.['name'] ?? '').toLowerCase();
    if (parameters.has(name)) throw malformed();
    parameters.set(name, unquoted(match.groups));
    end = parameter.lastIndex;
  }
  if (!/^[\s;]*$/.test(line.slice(end))) throw malformed();
  return { value: value.toLowerCase(), parameters };
}

/** Some escape quotes and backslashes; others send the backslashes of a path as they are. */
const unquoted = ({ quoted, plain }: Record<string, string | undefined> = {}): string =>
  quoted?.replace(/\\(["\\])/g, '$1') ?? plain ?? '';

/** RFC 8187: a name in UTF-8, percent-encoded. One that cannot be decoded is as if it were not there. */
function extended(value: string | undefined): string | undefined {
  const encoded = /^utf-8'[^']*'(?<text>.*)$/is.exec(value ?? '')?.groups?.['text'];
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** The boundary that a `Content-Type` names: one to seventy printable characters, the last of them no blank. Source: RFC 2046, section 5.1.1. */
export function boundaryOf(contentType: string): string {
  const boundary = valueAndParameters(contentType).parameters.get('boundary') ?? '';
  if (!/^[\x20-\x7e]{0,69}[\x21-\x7e]$/.test(boundary)) throw malformed();
  return boundary;
}
