import { parse } from 'node:querystring';

type Parameters = Record<string, unknown>;

const mostRemembered = 100;
const longest = 1_000;

/** Reads the parameters of an address. What everybody asks for comes over and over: the last hundred are remembered. */
export function rememberedParameters(): (text: string) => Parameters {
  const known = new Map<string, Parameters>();
  return (text) => {
    if (text === '') return {};
    const read = known.get(text) ?? parse(text);
    if (known.size >= mostRemembered) known.clear();
    if (text.length <= longest) known.set(text, read);
    return { ...read };
  };
}
