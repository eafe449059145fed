/** One HTTP call, bounded in time and in size. */

/** `answer`: the body is undefined when it is not JSON, or too large. `silence`: `neverLeft` when nothing can have arrived. */
export type CallOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'silence'; readonly neverLeft: boolean; readonly reason: string };

const largestAnswer = 64 * 1024;

/** The name was not resolved, or nobody took the connection. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/** The time is that of the whole call, the body included. A redirect would carry the token elsewhere: it counts as silence. */
export async function boundedCall(url: string, init: RequestInit, timeoutMs: number): Promise<CallOutcome> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    return { kind: 'answer', status: response.status, body: jsonOf(await textOf(response)) };
  } catch (error) {
    const code = String(Reflect.get(Object((error as { cause?: unknown }).cause), 'code') ?? (error as Error).name);
    return { kind: 'silence', neverLeft: neverLeft.has(code), reason: code };
  }
}

async function textOf({ body }: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    // Leaving the loop cancels the rest.
    if (length > largestAnswer) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
