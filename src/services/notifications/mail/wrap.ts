/** RFC 5322 section 2.1.1 advises at most 78 characters. */
const lineWidth = 76;

/** Stands for a space that no line may break at. Private use (Unicode section 23.5): nothing that is shown contains it. */
const heldSpace = '\ue000';

/** The data of a text whose values stay whole when it is wrapped: `wrapped` gives their spaces back. */
export const withWholeValues = (data: object): object =>
  Object.fromEntries(
    Object.entries(data).map(([variable, value]) => [
      variable,
      typeof value === 'string' ? value.replaceAll(' ', heldSpace) : (value as unknown),
    ]),
  );

/** Text in lines of at most 76 characters; longer where a link or a value is. Items of a list (`- `) are indented. */
export const wrapped = (text: string): string =>
  text
    .split('\n')
    .map((line) => linesOf(line).join(line.startsWith('- ') ? '\n  ' : '\n'))
    .join('\n')
    .replaceAll(heldSpace, ' ');

function linesOf(line: string): string[] {
  const width = line.startsWith('- ') ? lineWidth - 2 : lineWidth;
  const lines: string[] = [];
  for (const word of line.split(/ +/)) {
    const last = lines.at(-1);
    // A line that began with a dash or a `>` would look like an item or a quotation.
    const fits = last === undefined || last.length + 1 + word.length <= width || /^[-—–>]/.test(word);
    if (fits && last !== undefined) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
