/** Times as milliseconds of the epoch: `from` belongs to a span, `to` does not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

export const contains = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** The same times as spans that neither overlap nor touch, the earliest first. */
export function united(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last === undefined || last.to < span.from) whole.push(span);
    else if (last.to < span.to) whole[whole.length - 1] = { from: last.from, to: span.to };
  }
  return whole;
}

/** What is left of spans once others are cut out of them. */
export const without = (spans: readonly Span[], cuts: readonly Span[]): Span[] =>
  united(cuts).reduce<readonly Span[]>((left, cut) => left.flatMap((span) => cutOut(span, cut)), spans) as Span[];

const cutOut = (span: Span, cut: Span): Span[] =>
  overlap(span, cut)
    ? [
        { from: span.from, to: cut.from },
        { from: cut.to, to: span.to },
      ].filter(({ from, to }) => from < to)
    : [span];
