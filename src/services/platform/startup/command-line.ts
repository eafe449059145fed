/** Parses a command line by its usage. Part of the composition root. */

interface Word {
  readonly name: string;
  readonly isRequired: boolean;
}

interface Option extends Word {
  readonly takesValue: boolean;
}

interface Usage {
  readonly words: readonly Word[];
  readonly options: ReadonlyMap<string, Option>;
}

/** What to do with a command line: print help, run it, or report an error. */
export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly args: readonly string[] }
  | { readonly kind: 'wrong'; readonly problem: string };

const part =
  /\[(--[a-z][a-z-]*)(?:[ =]([^\]\s]+))?\]|(--[a-z][a-z-]*)(?:[ =]([A-Z]\S*))?|\[([^\]\s-][^\]\s]*)\]|([^[\]\s-]\S*)|(\S+)/g;

/** The command without its arguments: `keys:retire`, `node dist/server.js`, `npm run demo --`. */
const program = /^(?:node \S+|npm run \S+ --|npm \S+ --|\S+)/;

/**
 * Reads `audit:verify [--since SEQ] [--key FILE]` or `keys:retire ID`: brackets mean optional, a word after an option
 * is its value.
 */
export function readUsage(usage: string): Usage {
  const words: Word[] = [];
  const options = new Map<string, Option>();
  for (const [text, optional, optionalValue, required, requiredValue, optionalWord, word] of usage
    .replace(program, '')
    .matchAll(part)) {
    const option = optional ?? required;
    const name = optionalWord ?? word;
    if (option !== undefined)
      options.set(option, {
        name: option,
        isRequired: optional === undefined,
        takesValue: (optionalValue ?? requiredValue) !== undefined,
      });
    else if (name !== undefined) words.push({ name, isRequired: optionalWord === undefined });
    else throw new Error(`This usage cannot be read at "${text}": ${usage}`);
  }
  return { words, options };
}

const asksForHelp = (args: readonly string[]): boolean =>
  args.some((word) => word === '--help' || word === '-h') || args[0] === 'help';

/** Help is looked for before anything else, so that asking for it never does anything. */
export function readCommandLine(usage: string, given: readonly string[]): CommandLine {
  if (asksForHelp(given)) return { kind: 'help' };
  const { words, options } = readUsage(usage);
  const found: { words: string[]; options: string[]; problem?: string } = { words: [], options: [] };
  const rest = [...given];
  for (let next = rest.shift(); next !== undefined && found.problem === undefined; next = rest.shift()) {
    if (!next.startsWith('-')) found.words.push(next);
    else takeOption(options, next, { rest, found });
  }
  const problem = found.problem ?? lacking({ words, options }, found);
  return problem === undefined ? { kind: 'run', args: [...found.words, ...found.options] } : { kind: 'wrong', problem };
}

function takeOption(
  options: Usage['options'],
  text: string,
  { rest, found }: { rest: string[]; found: { options: string[]; problem?: string } },
): void {
  const [name, inline] = text.includes('=')
    ? [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]
    : [text, undefined];
  const option = options.get(name);
  if (option === undefined) found.problem = `There is no option ${name}.`;
  else if (option.takesValue) takeValue(name, inline ?? nextValue(rest), found);
  else if (inline === undefined) found.options.push(name);
  else found.problem = `${name} takes no value.`;
}

/** The value of an option, unless it is an option itself. */
const nextValue = (rest: string[]): string | undefined =>
  rest[0]?.startsWith('-') === true ? undefined : rest.shift();

function takeValue(name: string, value: string | undefined, found: { options: string[]; problem?: string }): void {
  if (value === undefined || value === '') found.problem = `${name} needs a value.`;
  else found.options.push(name, value);
}

function lacking(
  { words, options }: Usage,
  found: { words: readonly string[]; options: readonly string[] },
): string | undefined {
  if (found.words.length > words.length) return `Unexpected argument: ${found.words[words.length]}`;
  const missing =
    words.slice(found.words.length).find(({ isRequired }) => isRequired) ??
    [...options.values()].find(({ name, isRequired }) => isRequired && !found.options.includes(name));
  return missing === undefined ? undefined : `${missing.name} is missing.`;
}
