/** Controls, line and paragraph separators, byte order marks, and the marks that make a name read in another direction. */
const invisible = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
/** Path separators of any system, and characters with a meaning in headers or shells. */
const unsafe = /["%*/:<>?\\|]/g;
const fallback = 'fichier';

/**
 * RFC 6266: a plain name for old clients, the full one in UTF-8 (RFC 8187). Always an attachment. Neither is a path:
 * some letters become separators and dots only in ASCII, so the plain name is checked after the conversion.
 */
export function dispositionOf(name: string): string {
  const shown = name.toWellFormed().replace(invisible, '').replace(/[/\\]/g, '_');
  const plain = withoutDots(
    shown
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\x20-\x7e]/gu, '_')
      .replace(unsafe, '_'),
  );
  const encoded = encodeURIComponent(withoutDots(shown)).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** A name that begins with dots is hidden, or another folder; some systems drop spaces and dots at the end. */
const withoutDots = (name: string): string => name.replace(/^[.\s]+/, '').replace(/[.\s]+$/, '') || fallback;
