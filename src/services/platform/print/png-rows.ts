/** The rows of a PNG: which pixels they are of, and how each is told by its difference from those before. */

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

/** Rows of so many bytes, each after the number of its filter; `step` is a pixel in bytes. Throws where one is missing. */
export function unfiltered(block: Buffer, { length, step }: { length: number; step: number }): Buffer[] {
  const rows: Buffer[] = [];
  let above = Buffer.alloc(length);
  for (let at = 0; at < block.length; at += length + 1) {
    const predict = predictors[block[at] ?? -1];
    const row = Buffer.from(block.subarray(at + 1, at + 1 + length));
    if (predict === undefined || row.length < length) throw new RangeError('row');
    for (let i = 0; i < length; i += 1) {
      const [left, corner] = i < step ? [0, 0] : [row[i - step] ?? 0, above[i - step] ?? 0];
      row[i] = (row[i] ?? 0) + predict(left, above[i] ?? 0, corner);
    }
    rows.push(row);
    above = row;
  }
  return rows;
}
