/** In which form the text of a page is sent; it is kept as HTML. */
export const pageFormats = ['HTML', 'MARKDOWN'] as const;
export type PageFormat = (typeof pageFormats)[number];

/** What a search of the help may find. */
export const helpKinds = ['QUESTION', 'PAGE'] as const;
export type HelpKind = (typeof helpKinds)[number];
