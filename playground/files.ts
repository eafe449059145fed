import { fetchWithProgress } from '../sdk/progress.ts';
import { multipart, sizeOf, takeFiles } from '../sdk/upload.ts';
import { show } from './ask.ts';

/** Marks a file in the variables: whoever runs the operation is asked to choose one. */
export const fileMark = '<file>';

/** The same variables with the chosen files in place of the marks. */
export async function withFiles(value: unknown): Promise<unknown> {
  if (value === fileMark) return chooseFile();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) items.push(await withFiles(item));
    return items;
  }
  const result: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) result[name] = await withFiles(item);
  return result;
}

function chooseFile(): Promise<File> {
  const input = document.createElement('input');
  input.type = 'file';
  return new Promise((chosen, failed) => {
    input.oncancel = () => failed(new Error('No file was chosen.'));
    input.onchange = () => {
      const [file] = input.files ?? [];
      if (file) chosen(file);
    };
    input.click();
  });
}

/** Sends an operation whose variables hold files, by the multipart specification. */
export async function sendFiles(
  operation: { variables?: unknown },
  headers: Record<string, string>,
): Promise<Response> {
  const { plain, files } = takeFiles(operation.variables);
  const { body } = multipart({ ...operation, variables: plain }, files);
  const send = fetchWithProgress(
    ({ sentBytes, totalBytes }) => show(`Sending: ${percent(sentBytes, totalBytes)} %`),
    sizeOf(files),
  );
  const { 'content-type': _json, ...rest } = headers;
  return send('/graphql', { method: 'POST', body, headers: { ...rest, 'apollo-require-preflight': 'true' } });
}

const percent = (part: number, whole: number | null): number =>
  whole === null || whole === 0 ? 100 : Math.floor((100 * part) / whole);
