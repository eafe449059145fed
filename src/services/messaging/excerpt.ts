const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** The beginning of a text, `length` graphemes at most, cut between words when it can be. */
export function excerptOf(text: string, length: number): string {
  const clean = text.trim();
  let count = 0;
  let end = 0;
  for (const { index } of segmenter.segment(clean)) {
    if (count === length - 1) end = index;
    if (count === length) return `${betweenWords(clean.slice(0, end))}…`;
    count += 1;
  }
  return clean;
}

function betweenWords(cut: string): string {
  const space = cut.search(/\s\S*$/u);
  return (space > cut.length / 2 ? cut.slice(0, space) : cut).trimEnd();
}
