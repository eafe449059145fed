import { AtelierError } from './errors.ts';

/** The page's own address, where there is a page. */
const page = (): { readonly origin: string; readonly href: string } | undefined =>
  (globalThis as { location?: { readonly origin: string; readonly href: string } }).location;

/** In a browser an address may be relative to the page. */
export const absolute = (url: string): string => new URL(url, page()?.href).href;

/**
 * Why a request had no response. A browser hides the reason: a server that refuses this origin and an unreachable
 * server are the same TypeError for the page.
 */
export async function unanswered(url: string, cause: unknown): Promise<AtelierError> {
  return (
    (await refusedOrigin(url, cause)) ?? new AtelierError('UNREACHABLE', 'The server could not be reached.', { cause })
  );
}

/** The error of a refused origin; null when the origin is not the reason. */
export async function refusedOrigin(url: string, cause: unknown): Promise<AtelierError | null> {
  const origin = page()?.origin;
  if (origin === undefined || origin === new URL(url).origin) return null;
  // If the response can be read, the origin is not refused; if it cannot, and the server is reachable, it is.
  if ((await isAnswered(url, 'cors')) || !(await isAnswered(url, 'no-cors'))) return null;
  return new AtelierError(
    'ORIGIN_REFUSED',
    `The server does not accept requests from pages of ${origin}. Its operator must add that origin to CORS_ORIGINS.`,
    { details: { origin }, cause },
  );
}

const isAnswered = (url: string, mode: 'cors' | 'no-cors'): Promise<boolean> =>
  globalThis.fetch(url, { mode, credentials: 'omit', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
