import { parse } from 'node:querystring';

type Parameters = Readonly<Record<string, unknown>>;

const mostRemembered = 100;
const longest = 1_000;

const none: Parameters = Object.freeze({});

/** Reads the parameters of an address. What everybody asks for comes over and over: the last hundred are remembered, and shared. */
export function rememberedParameters(): (text: string) => Parameters {
  const known = new Map<string, Parameters>();
  return (text) => {
    if (text === '') return none;
    const read = known.get(text) ?? Object.freeze({ ...parse(text) });
    if (known.size >= mostRemembered) known.clear();
    if (text.length <= longest) known.set(text, read);
    return read;
  };
}
