// The table of the growth work, in Markdown: what grows and is slow is in bold.
/** Searches and counts must not take longer, whatever they do. */
export const mostMilliseconds = 50;
export const isSlow = ({ grows, refusal, milliseconds }) =>
  grows && (refusal !== undefined || milliseconds[1] > mostMilliseconds);

const figure = (value) => (Number.isNaN(value) ? '–' : short(value));
const short = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const arrow = (values, write = figure) => values.map(write).join(' → ');
const thousands = (value) => (Number.isNaN(value) ? '–' : String(value)).replace(/\B(?=(\d{3})+$)/g, ',');

export function growthTable(requests, { withPlans = false } = {}) {
  const lines = requests.map((request) => {
    const { list, name, milliseconds, read, piece, plans, grows, refusal } = request;
    const slow = isSlow(request);
    const cells = [
      slow ? `**${list}**` : list,
      name,
      arrow(milliseconds),
      arrow(read, thousands),
      piece[1] > 0 ? arrow(piece) : '–',
      refusal ? `**${refusal}**` : slow ? '**grows, slow**' : grows ? 'grows' : 'flat',
    ];
    const planned = withPlans
      ? plans.map(({ sql, plan }) => `\n    ${sql}\n${plan.map((line) => `      ${line}`).join('\n')}`)
      : [];
    return `| ${cells.join(' | ')} |${planned.join('')}`;
  });
  return [
    '| List or counter | Request | ms | Rows read (SQLite: steps) | Longest statement, ms | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
