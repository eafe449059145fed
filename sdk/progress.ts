import type { Fetch } from './http.ts';

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes of the files that have left. */
  readonly sentBytes: number;
  /** Bytes of all files; null when the size of a stream is unknown. */
  readonly totalBytes: number | null;
}

export type OnProgress = (progress: UploadProgress) => void;

/** As much of XMLHttpRequest as is used here: platforms without pages have no type of it. */
interface Xhr {
  readonly upload: { onprogress: ((event: { readonly loaded: number; readonly total: number }) => void) | null };
  readonly status: number;
  readonly responseText: string;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  getResponseHeader(name: string): string | null;
  send(body: unknown): void;
  abort(): void;
  onload: (() => void) | null;
  onerror: (() => void) | null;
  ontimeout: (() => void) | null;
}

const xhrClass = (): (new () => Xhr) | undefined => (globalThis as { XMLHttpRequest?: new () => Xhr }).XMLHttpRequest;

/** Is this a browser, whose `fetch` neither reports upload progress nor accepts streams everywhere? */
export const isBrowser = (): boolean => xhrClass() !== undefined;

/** `fetch` for one upload in a browser, by XMLHttpRequest: only that reports progress. */
export const fetchWithProgress =
  (onProgress: OnProgress, totalBytes: number | null): Fetch =>
  (url, init) =>
    new Promise((answered, failed) => {
      const Class = xhrClass();
      if (Class === undefined) throw new TypeError('No XMLHttpRequest here');
      const { signal } = init;
      const xhr = new Class();
      const leave = (): void => {
        xhr.abort();
        failed(signal?.reason);
      };
      const over = (): void => signal?.removeEventListener('abort', leave);
      if (signal?.aborted === true) return failed(signal.reason);
      signal?.addEventListener('abort', leave, { once: true });
      xhr.upload.onprogress = ({ loaded, total }) =>
        onProgress({ sentBytes: fileBytes(loaded, total, totalBytes), totalBytes });
      xhr.onload = () => {
        over();
        answered(responseOf(xhr));
      };
      xhr.onerror = xhr.ontimeout = () => {
        over();
        failed(new TypeError('Network request failed'));
      };
      xhr.open('POST', url);
      for (const [name, value] of Object.entries(init.headers as Record<string, string>))
        xhr.setRequestHeader(name, value);
      xhr.send(init.body);
    });

/** The form begins with its own fields, which are not bytes of a file. */
function fileBytes(loaded: number, formBytes: number, totalBytes: number | null): number {
  if (totalBytes === null) return loaded;
  return Math.min(totalBytes, Math.max(0, loaded - (formBytes - totalBytes)));
}

function responseOf(xhr: Xhr): Response {
  const headers = Object.fromEntries(
    ['content-type', 'x-request-id', 'retry-after'].flatMap((name) => {
      const value = xhr.getResponseHeader(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return new Response(xhr.responseText, { status: xhr.status, headers });
}
