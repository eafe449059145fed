import { isId } from '../../kernel/ids.ts';

const OBJECT = '.sef';

/** Where a version is stored: `aa/<version id>.sef`; `aa` is the end of the id, since UUIDv7 begin alike. */
export function placeOf(versionId: string): string {
  if (!isId(versionId)) throw new TypeError('A version is stored under its id.');
  const name = versionId.toLowerCase();
  return `${name.slice(-2)}/${name}${OBJECT}`;
}

/** The version stored under a file name; undefined for what is no object of ours. */
export const versionNamed = (name: string): string | undefined =>
  name.endsWith(OBJECT) && isId(name.slice(0, -OBJECT.length)) ? name.slice(0, -OBJECT.length) : undefined;
