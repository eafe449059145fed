/** Where ClamAV’s server listens. */
export type ClamdPlace = { readonly host: string; readonly port: number } | { readonly path: string };

/** `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`; undefined for any other text. */
export function clamdFrom(text: string): ClamdPlace | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return readers[url.protocol]?.(url);
}

const socketIn = ({ hostname, pathname }: URL): ClamdPlace | undefined =>
  hostname === '' && pathname.startsWith('/') ? { path: pathname } : undefined;

function hostIn({ hostname, port, pathname }: URL): ClamdPlace | undefined {
  if (hostname === '' || !['', '/'].includes(pathname)) return undefined;
  return { host: hostname.replaceAll(/^\[|\]$/g, ''), port: port === '' ? usualPort : Number(port) };
}

const usualPort = 3_310;

const readers: Readonly<Record<string, (url: URL) => ClamdPlace | undefined>> = { 'unix:': socketIn, 'tcp:': hostIn };
