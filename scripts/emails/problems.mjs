// What is wrong with a compiled mail, in sentences: the build refuses it, and a test reads the generated module with it.
import Handlebars from 'handlebars';

export const locales = ['fr', 'en'];

/** What the layout reads: in the HTML of every mail, whatever it is about. */
const ofTheLayout = new Set(['brand', 'siteUrl', 'contactEmail', 'words', 'subject', 'preheader', 'unsubscribeUrl']);

/** The variables that a template reads, whether in a text, a helper or a condition. */
export function variablesOf(source) {
  const found = new Set();
  class Reader extends Handlebars.Visitor {
    MustacheStatement(statement) {
      this.read(statement.path, statement.params);
    }
    BlockStatement(statement) {
      if (statement.path.original !== 'wrap') this.read(statement.path, statement.params);
      super.BlockStatement(statement);
    }
    read(path, params) {
      for (const part of params.length > 0 ? params : [path]) {
        // `@root.words` is `words`, also within a list.
        if ('parts' in part) found.add(String(part.parts[part.data ? 1 : 0]));
      }
    }
  }
  new Reader().accept(Handlebars.parse(source));
  return found;
}

/** The variables that only this mail has. */
export const ownVariables = (source) => variablesOf(source).difference(ofTheLayout);

const list = (names) => [...names].sort().join(', ');

/** `byLocale` holds `{ subject, preheader, text, html }` for each language. */
export function problemsOf(byLocale) {
  const missing = locales.filter((locale) => byLocale[locale] === undefined);
  if (missing.length > 0) return [`not written in ${missing.join(', ')}`];
  const [fr, en] = locales.map((locale) => variablesOfMail(byLocale[locale]));
  const unlike = fr.symmetricDifference(en);
  return [
    ...(unlike.size > 0 ? [`fr and en do not read the same variables: ${list(unlike)}`] : []),
    ...locales.flatMap((locale) => problemsOfOne(byLocale[locale]).map((problem) => `${locale}: ${problem}`)),
    ...problemsOfFrench(byLocale.fr).map((problem) => `fr: ${problem}`),
  ];
}

const variablesOfMail = ({ subject, preheader, text, html }) =>
  new Set([subject, preheader, text, html].flatMap((source) => [...ownVariables(source)]));

function* problemsIn({ subject, preheader, text, html }) {
  if (subject === '' || preheader === '') yield 'the subject or the preview line is empty';
  const unsaid = ownVariables(html).difference(ownVariables(text));
  if (unsaid.size > 0) yield `the text part does not say ${list(unsaid)}`;
  for (const [, link] of html.matchAll(/\shref="([^"]*)"/g)) {
    const isOfLayout = link === '{{siteUrl}}' || link === 'mailto:{{contactEmail}}' || link === '{{unsubscribeUrl}}';
    if (!isOfLayout && !text.split('\n').includes(link)) yield `the text part has no line with the link ${link}`;
  }
  for (const part of [subject, preheader, text]) {
    const [markup] = /<\/?[a-z!][^>]*>|&(?:[a-z]+|#\d+);|\[\[/i.exec(part) ?? [];
    if (markup !== undefined) yield `markup is left where there is text only: ${markup}`;
  }
}

const problemsOfOne = (mail) => [...new Set(problemsIn(mail))];

const frenchRules = [
  [/\p{L}'\p{L}/u, 'write the apostrophe ’'],
  [/[^\u00a0]:(\s|$)/mu, 'a colon follows a no-break space (&nbsp;)'],
  [/[^\u202f][;!?](\s|$)/mu, 'a semicolon, an exclamation or question mark follows a narrow no-break space (&#8239;)'],
  [/«[^\u00a0]|[^\u00a0]»/u, 'guillemets hold no-break spaces (&nbsp;)'],
  [/["“”]/u, 'quote with « »'],
  [/(?:\d|\}\}) (?:[€%]|(?:minutes?|heures?|jours?|mois)\b)/u, 'a no-break space (&nbsp;) follows a number'],
];

function problemsOfFrench({ subject, preheader, text }) {
  const prose = [subject, preheader, text].join('\n');
  return [
    ...(/[éèàêùç]/.test(text) ? [] : ['the text part has no accent']),
    ...frenchRules.flatMap(([rule, advice]) => {
      const at = rule.exec(prose)?.index;
      return at === undefined
        ? []
        : [`${advice}: “${prose.slice(Math.max(0, at - 20), at + 20).replaceAll('\n', ' ')}”`];
    }),
  ];
}
