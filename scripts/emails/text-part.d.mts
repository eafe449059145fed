/** The subject, the preview line and the text part of a mail, as Handlebars, from its MJML file. */
export function textParts(
  source: string,
  locale: string,
  problem: (sentence: string) => Error,
): { readonly subject: string; readonly preheader: string; readonly text: string };
