/** The rows of a PNG: which pixels they are of, and how each is written as its difference from those before. */

/** Every so many pixels across and down, from a first one. */
export interface Pass {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Adam7: the picture comes in seven passes, finer each time. */
const interlaced = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export const passesOf = (picture: { width: number; height: number; isInterlaced: boolean }): Pass[] =>
  (picture.isInterlaced ? interlaced : ([[0, 0, 1, 1]] as const))
    .map(([left, top, across, down]) => ({
      ...{ left, top, across, down },
      width: Math.ceil((picture.width - left) / across),
      height: Math.ceil((picture.height - top) / down),
    }))
    .filter(({ width, height }) => width > 0 && height > 0);

/** What is added to a byte, from those to its left, above it, and above that to its left. */
type Predictor = (left: number, above: number, corner: number) => number;

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

const predictors: readonly Predictor[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

interface Widths {
  /** Of a row, in bytes, without the number of its filter. */
  readonly length: number;
  /** Of a pixel, in bytes. */
  readonly step: number;
}

/** Rows, each after the number of its filter. Throws for a filter that there is not. */
export function unfiltered(block: Buffer, widths: Widths): Buffer[] {
  const rows: Buffer[] = [];
  let above: Buffer = Buffer.alloc(widths.length);
  for (let at = 0; at < block.length; at += widths.length + 1) {
    above = unfilteredRow(block.subarray(at, at + 1 + widths.length), above, widths);
    rows.push(above);
  }
  return rows;
}

function unfilteredRow(filtered: Buffer, above: Buffer, { length, step }: Widths): Buffer {
  const predict = predictors[filtered[0] ?? -1];
  if (predict === undefined) throw new RangeError('filter');
  // Zeros stand to the left of the first pixel.
  const [row, higher] = [Buffer.alloc(step + length), Buffer.concat([Buffer.alloc(step), above])];
  for (let i = step; i < row.length; i += 1) {
    const before = predict(row.readUInt8(i - step), higher.readUInt8(i), higher.readUInt8(i - step));
    row[i] = filtered.readUInt8(i - step + 1) + before;
  }
  return row.subarray(step);
}
