/** What is accepted as the name of a person or a thing: it appears in mails to people who do not know its author. */

/** Is this a host name? Provided by the caller: it needs the list of top-level domains. */
export type IsDomain = (host: string) => boolean;

/** What no name has: markup, separators of lines, and marks that hide or turn what follows. Joiners and variation selectors are part of letters. */
const unseen =
  /[\p{Cc}\p{Cs}\u2028\u2029\u2800<>]|(?![\u200c\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const unseenAll = new RegExp(unseen.source, 'gu');

/** Joiners between letters that join, as in Persian and the scripts of India; anywhere else they only hide something. */
const strayJoiner =
  /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])|[\u200c\u200d](?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])/u;

const strayJoiners = new RegExp(strayJoiner.source, 'gu');

export const hasUnseen = (text: string): boolean => unseen.test(text) || strayJoiner.test(text);
export const withoutUnseen = (text: string): string => text.replace(unseenAll, ' ').replace(strayJoiners, '');

const scheme = /(?:^|[^\p{L}])(?:https?|ftps?|wss?|mailto|javascript|data|file|sms|tel)\s*:/u;
const web = /(?:^|[^\p{L}\p{N}])www\d*\s*\./u;
// From where digits, letters or blanks begin, and not from each of them: a long text is read once.
const ipAddress = /(?<!\d)\d+\.\d+\.\d+\.\d+/;
const hosts = /(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu;
/** Initials or a title before a name, written as names are: « J.Li », « Dr.Ma ». */
const titled = /^(?:(?:\p{Lu}|St|Ste|Dr|Mr|Mrs|Ms|Mme|Mlle|Me|Pr|Prof|Mc|Jr|Sr)\.)+\p{Lu}\p{Ll}+$/u;

/** Reserved top-level names: of tests, of documentation and of private networks. */
const reserved = /\.(?:example|invalid|test|localhost|local|onion|internal|lan|home|corp|alt|arpa)$/u;

/** As a reader sees it: wide and composed forms in their plain form, every kind of full stop as one. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u3002\uff61\u2024]/g, '.')
    .replace(/(?<![\s.])\s+\.\s*(?=\S)/g, '.');

/** Does a text look like a web or e-mail address? « Mc.Donald », « A.B. » and « St. John » do not. */
export function looksLikeAddress(text: string, isDomain: IsDomain): boolean {
  const read = plain(text);
  const small = read.toLowerCase();
  if (/@|:\/|\/\/|\\\\/.test(small) || scheme.test(small) || web.test(small) || ipAddress.test(small)) return true;
  return (read.match(hosts) ?? []).some((host) => {
    const lower = host.toLowerCase();
    return !titled.test(host) && (reserved.test(lower) || isDomain(lower));
  });
}
