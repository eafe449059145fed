/**
 * Normalizes a password before it is hashed or compared, so that it does not matter how a keyboard composed its
 * accents: the OpaqueString profile of RFC 8265, section 4.2.2 (every space is U+0020, then NFC). Upper case and
 * everything else is unchanged.
 */
export const normalPassword = (typed: string): string => typed.replace(/\p{Zs}/gu, ' ').normalize('NFC');

/** The forms that a hash may be of, the normal one first: hashes used to be of what was typed, which may have been composed or not. */
export const passwordForms = (typed: string): readonly string[] => [
  ...new Set([normalPassword(typed), typed, typed.normalize('NFD')]),
];
