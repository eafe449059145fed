// Writes the last figures between two marks of bench/README.md; the rest of that page is written by hand.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../README.md', import.meta.url);

export function writeFigures({ table, results, kept, isWhole }) {
  const explained = results
    .filter(({ explain }) => explain)
    .map(({ engine, explain }) => `### ${engine}\n\n${explain}`)
    .join('\n\n');
  const about = `${kept.at}, commit ${kept.commit}, Node ${kept.node}, seed ${kept.seed}${kept.quick ? ', quick run' : ''}.`;
  let text = readFileSync(file, 'utf8');
  // A run of some works says nothing of the others.
  if (isWhole) text = put(text, 'figures', `${about}\n\n${table}`);
  if (explained && isWhole) text = put(text, 'explain', explained);
  for (const { engine, growth } of results)
    if (growth) text = put(text, `growth on ${engine}`, `${about}\n\n${growth}`);
  writeFileSync(file, text);
}

function put(text, name, content) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`bench/README.md has lost its marks for ${name}`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}
