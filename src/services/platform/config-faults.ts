/** Formats configuration errors: with the value that was given, unless it is or contains a secret. */

const longest = 80;

/** Secrets are recognised by the last word of their name, so that a new one needs no list. */
const isSecret = (name: string): boolean => /(?:^|_)(?:KEY|SECRET|TOKEN|PASSWORD)$/.test(name);
const isAddress = (name: string): boolean => /_URLS?$/.test(name);

/** `PORT: expected a number (it is "eighty")`. */
export function settingFault(name: string, problem: string, value: string | undefined): string {
  if (value === undefined) return `${name}: ${problem}`;
  const shown = isSecret(name) ? undefined : isAddress(name) ? withoutCredentials(value) : value;
  return `${name}: ${problem}${shown === undefined ? '' : ` (it is ${JSON.stringify(shown.length > longest ? `${shown.slice(0, longest)}…` : shown)})`}`;
}

/** Addresses may contain a user name and a password: only those that certainly have none are shown complete. */
function withoutCredentials(value: string): string {
  const address = URL.parse(value);
  if (address === null || address.host === '') return unread(value);
  return address.username === '' && address.password === '' && address.search === ''
    ? value
    : `${address.protocol}//…@${address.host}${address.pathname}`;
}

/** A value that is not an address may be a password in the wrong variable: only plain words are shown. */
const unread = (value: string): string =>
  /^(?:[a-z+]+:\/\/)?[\w./-]*$/i.test(value) ? value : `${/^[a-z+]+:\/\//i.exec(value)?.[0] ?? ''}…`;

/** Is it `mysql://…` with a host and, where one is needed, the name of a database? */
export function isServiceAddress(
  value: string,
  { schemes, needsName = false }: { schemes: readonly string[]; needsName?: boolean },
): boolean {
  const address = URL.parse(value);
  return (
    address !== null &&
    schemes.includes(address.protocol) &&
    address.hostname !== '' &&
    (!needsName || address.pathname.length > 1)
  );
}
