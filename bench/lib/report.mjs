// Formats the figures: a table on the screen, the same in README.md, and one line of JSON in a file.
import { round } from './stats.mjs';

const percent = (value) => (Number.isFinite(value) ? value.toFixed(2) : '–');
const ms = (value) => (Number.isFinite(value) ? (value < 10 ? value.toFixed(2) : value.toFixed(1)) : '–');

/** Which targets a work met: `[{ name, value, wanted, met }]`. */
export function verdicts({ targets }, engine, figures) {
  return Object.entries(typeof targets === 'function' ? targets(engine) : targets).map(
    ([name, { atLeast, atMost }]) => ({
      name,
      value: figures[name],
      wanted: atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`,
      met: atLeast === undefined ? figures[name] <= atMost : figures[name] >= atLeast,
    }),
  );
}

const names = {
  ratio: 'ratio',
  cpuRatio: 'processor',
  apolloCpuRatio: 'processor against Apollo Server by hand',
  perConnection: 'KiB a connection',
  memory: 'MiB a transfer',
  p99: 'p99 ms',
  loopDelay: 'p99 ms of the loop’s delay',
  perMillion: 's to check a million entries',
  lightRatio: 'p99 of a light query, ratio',
  overhead: 'percent added',
  everyField: 'percent with one on every field',
  growthRatio: 'growth',
  growing: 'requests that grow',
  slow: 'of them over 50 ms',
  times: 'times the read',
  slower: 'times the baseline',
  grown: 'against a hundredth of the rows',
};

export function rowOf(work, engine, figures) {
  const { baseline = {}, apollo = {}, product = {} } = figures;
  const judged = verdicts(work, engine, figures).map(
    ({ name, value, wanted, met }) =>
      `${names[name] ?? name} ${percent(value)} (${wanted}) ${met ? 'met' : '**not met**'}`,
  );
  return {
    work: work.title,
    engine,
    baseline: `${ms(baseline.p50)} / ${ms(baseline.p99)}`,
    product: `${ms(product.p50)} / ${ms(product.p99)}`,
    cpu: `${ms(baseline.cpu)} / ${ms(apollo.cpu)} / ${ms(product.cpu)}`,
    verdict:
      [...judged, ...(figures.statements ? [`${figures.statements} statements`] : [])].join('; ') || figures.note || '',
  };
}

const columns = {
  work: 'Work',
  engine: 'Engine',
  baseline: 'Baseline p50 / p99 ms',
  product: 'Product p50 / p99 ms',
  cpu: 'Processor ms, baseline / Apollo by hand / product',
  verdict: 'Against the target',
};

export function markdown(rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(Object.values(columns)),
    line(Object.keys(columns).map(() => '---')),
    ...rows.map((row) => line(Object.keys(columns).map((key) => row[key]))),
  ].join('\n');
}

export function screen(rows) {
  const widths = Object.fromEntries(
    Object.entries(columns).map(([key, title]) => [key, Math.max(title.length, ...rows.map((row) => row[key].length))]),
  );
  const line = (row) =>
    Object.keys(columns)
      .map((key) => row[key].replaceAll('**', '').padEnd(widths[key]))
      .join('  ');
  return [line(columns), ...rows.map(line)].join('\n');
}

/** Numbers short enough to be read in a line of JSON. */
export const rounded = (value) =>
  JSON.parse(JSON.stringify(value, (_key, part) => (typeof part === 'number' ? round(part) : part)));
