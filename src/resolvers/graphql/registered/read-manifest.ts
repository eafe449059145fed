import { isRecord } from '../../json.ts';
import { sha256Of } from './registered-operations.ts';

/** Why the file of a front-end's operations cannot be used; a sentence without its subject. */
export class ManifestError extends Error {
  override name = 'ManifestError';
}

/** The format that Apollo's `generate-persisted-query-manifest` writes. */
const apolloFormat = 'apollo-persisted-query-manifest';
const shownFaults = 3;

/**
 * The texts in a front-end's file: Apollo's manifest, or a map of hashes to texts, as graphql-codegen and others write
 * it. Each must be the text of its hash: otherwise its client would be answered by another operation.
 */
export function readManifest(json: string): readonly string[] {
  const entries = entriesOf(parsed(json));
  const faults = entries.flatMap(([id, text]) => faultOf(id, text));
  if (faults.length > 0) {
    const others = faults.length - shownFaults;
    throw new ManifestError([...faults.slice(0, shownFaults), ...(others > 0 ? [`${others} more`] : [])].join('; '));
  }
  return entries.map(([, text]) => text as string);
}

function parsed(json: string): unknown {
  try {
    // Editors of Windows begin a file with a byte order mark.
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new ManifestError('is not JSON');
  }
}

type Entry = readonly [id: unknown, text: unknown];

function entriesOf(manifest: unknown): readonly Entry[] {
  if (!isRecord(manifest))
    throw new ManifestError(`must be an ${apolloFormat}, or an object of SHA-256 hashes and texts`);
  if (!('format' in manifest)) return Object.entries(manifest);
  const { format, version, operations } = manifest;
  if (format !== apolloFormat || version !== 1)
    throw new ManifestError(
      `has the format ${JSON.stringify(format)}, version ${JSON.stringify(version)}: only ${apolloFormat}, version 1, is read`,
    );
  if (!Array.isArray(operations)) throw new ManifestError('has no list of operations');
  return operations.map((operation: unknown): Entry =>
    isRecord(operation) ? [operation['id'], operation['body']] : [undefined, undefined],
  );
}

function faultOf(id: unknown, text: unknown): string[] {
  if (typeof id !== 'string' || typeof text !== 'string') return ['has an operation without a hash or a text'];
  return id === sha256Of(text) ? [] : [`${JSON.stringify(id.slice(0, 80))} is not the SHA-256 of its operation’s text`];
}
