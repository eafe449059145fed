import { AtelierError } from './errors.ts';

/** The page's own address, where there is a page. */
const page = (): { readonly origin: string; readonly href: string } | undefined =>
  (globalThis as { location?: { readonly origin: string; readonly href: string } }).location;

/** In a browser an address may be relative to the page. */
export const absolute = (url: string): string => new URL(url, page()?.href).href;

/**
 * Why a request was not answered. A browser hides the reason: a server that refuses this origin and a server that is away
 * are one and the same TypeError to the page.
 */
export async function unanswered(url: string, cause: unknown): Promise<AtelierError> {
  return (
    (await refusedOrigin(url, cause)) ?? new AtelierError('UNREACHABLE', 'The server could not be reached.', { cause })
  );
}

/** The error that tells of a refused origin; null when the origin is not why. */
export async function refusedOrigin(url: string, cause: unknown): Promise<AtelierError | null> {
  const origin = page()?.origin;
  if (origin === undefined || origin === new URL(url).origin) return null;
  // Who may read the answer, whatever it is, is not refused; who may not, and yet can reach the server, is.
  if ((await isAnswered(url, 'cors')) || !(await isAnswered(url, 'no-cors'))) return null;
  return new AtelierError(
    'ORIGIN_REFUSED',
    `The server does not take requests from pages of ${origin}. Whoever runs it adds that origin to CORS_ORIGINS.`,
    { details: { origin }, cause },
  );
}

const isAnswered = (url: string, mode: 'cors' | 'no-cors'): Promise<boolean> =>
  globalThis.fetch(url, { mode, credentials: 'omit', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
