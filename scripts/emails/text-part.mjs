// The parts of a mail that are not HTML, as Handlebars: its subject, its preview line and its text part, all generated
// from its MJML. Each `<mail-…>` element of the layout folder has its form as text here.
import { parseFragment } from 'parse5';

/** What stands between a label and its value, and what ends the line before a link. */
const colon = { fr: '\u00a0:', en: ':' };

/** `source` is the inside of a mail's MJML file; `problem` makes an error that names it. */
export function textParts(source, locale, problem) {
  const nodes = parseFragment(source).childNodes.filter((node) => textOf(node).trim() !== '' || 'tagName' in node);
  const [title, preview, ...body] = nodes;
  if (title?.tagName !== 'mj-title' || preview?.tagName !== 'mj-preview')
    throw problem('begin with <mj-title> (the subject) and <mj-preview> (what inboxes show after it)');
  return {
    subject: flat(textOf(title)),
    preheader: flat(textOf(preview)),
    text: joined(body.map((node) => blockOf(node, { locale, problem }))),
  };
}

/** The body of a mail's file: everything after its subject and its preview line. */
export const bodyOf = (source) =>
  source.replace(/^\s*<mj-title>[^]*?<\/mj-title>\s*<mj-preview>[^]*?<\/mj-preview>/, '');

const flat = (text) => text.replace(/[ \t\r\n]+/g, ' ').trim();
const textOf = (node) => node.value ?? (node.childNodes ?? []).map(textOf).join('');
const attributeOf = (node, name) => node.attrs?.find((attribute) => attribute.name === name)?.value;

/** Every element that may be in the column of a mail. */
const blocks = {
  'mail-title': prose,
  'mail-paragraph': prose,
  'mail-note': prose,
  'mail-words': prose,
  'mail-entry': (node, context) => {
    const [title, link] = ['title', 'href'].map((name) => attributeOf(node, name));
    const [detail] = linesOf(node, context);
    return { text: `{{#wrap}}- ${title}{{#if detail}} – ${detail}{{/if}}{{/wrap}}\n${link}` };
  },
  'mail-facts': (node, context) => ({
    text: node.childNodes
      .flatMap((child) => ('tagName' in child ? [factOf(child, context)] : tagsIn(child, context)))
      .join('\n'),
  }),
  'mail-quote': (node, { problem }) => {
    const [, name] = /^\s*\{\{(\w+)\}\}\s*$/.exec(textOf(node)) ?? [];
    if (name === undefined) throw problem('<mail-quote> holds one variable and nothing else');
    return { text: `{{quote ${name}}}` };
  },
  'mail-button': (node, { locale }) => ({ label: flat(textOf(node)) + colon[locale], link: attributeOf(node, 'href') }),
  'mj-raw': (node, { problem }) => {
    const tag = flat(textOf(node));
    if (!/^\{\{(#(if|unless|each) [\w.]+|else|\/(if|unless|each))\}\}$/.test(tag))
      throw problem(`<mj-raw> holds one {{#if …}}, {{#each …}} or their end, not "${tag}"`);
    return { tag };
  },
};

function blockOf(node, context) {
  const form = blocks[node.tagName];
  if (form === undefined) throw context.problem(`${node.tagName ?? flat(textOf(node))}: no text is known for it`);
  return form(node, context);
}

/** The conditions between facts, each on a line of its own, which Handlebars leaves out. */
function tagsIn(node, { problem }) {
  const text = flat(node.value ?? '');
  const tags = text.match(/\{\{(?:#(?:if|unless|each) [\w.]+|else|\/(?:if|unless|each))\}\}/g) ?? [];
  if (tags.join('') !== text.replaceAll(' {{', '{{'))
    throw problem(`<mail-facts> holds <mail-fact> elements and conditions, not "${text}"`);
  return tags;
}

/** Wrapped when the values of its variables are known. */
function prose(node, context) {
  const lines = linesOf(node, context).map((line) => line.replace(/^— /, '- '));
  return { text: lines.map((line) => `{{#wrap}}${line}{{/wrap}}`).join('\n'), introduces: lines.at(-1).endsWith(':') };
}

const factOf = (node, context) => {
  if (node.tagName !== 'mail-fact') throw context.problem('<mail-facts> holds <mail-fact> elements only');
  return `${attributeOf(node, 'label')}${colon[context.locale]} ${linesOf(node, context).join(', ')}`;
};

/** What says the same without them; a number stays on one line where there is a line to stay on. */
const plain = new Set(['strong', 'em', 'mail-number']);

/** What an element says, a line per `<br />`. */
function linesOf(node, { problem }) {
  const inline = (child) => {
    if (child.value !== undefined) return child.value.replace(/[ \t\r\n]+/g, ' ');
    const within = (child.childNodes ?? []).map(inline).join('');
    if (child.tagName === 'br') return '\n';
    if (plain.has(child.tagName)) return within;
    // Alone on its line, so that it is found and copied easily.
    if (child.tagName === 'mail-code') return `\n${within}`;
    throw problem(`<${child.tagName}> inside <${node.tagName}>: no text is known for it`);
  };
  return node.childNodes
    .map(inline)
    .join('')
    .split('\n')
    .map((line) => line.replace(/^ +| +$/g, ''));
}

/** One blank line between blocks; a link stands alone on the line after its label, or after text that ends with a colon. */
function joined(all) {
  let text = '';
  for (const [i, { text: own, label, link, tag }] of all.entries()) {
    // On a line of its own, which Handlebars leaves out.
    if (tag !== undefined) text += `\n${tag}`;
    else if (link === undefined) text += `\n\n${own}`;
    else if (all[i - 1]?.introduces) text += `\n${link}`;
    else text += `\n\n${label}\n${link}`;
  }
  return text.trim();
}
