import { sellerIdentity, type SellerIdentity } from '../../billing/index.ts';
import type { AppContext } from '../../platform/context.ts';
import { french } from '../french.ts';
import { escaped } from '../html/escaped.ts';
import { publisherMark } from '../texts/legal-notice.ts';

type Asking = Pick<AppContext, 'db' | 'now' | 'config'>;

const paragraph = new RegExp(`(?:<p>)?${publisherMark}(?:</p>)?`, 'g');

/** Pages as they are read: where one names the publisher, it says what the seller of that day says. */
export async function withPublisher<T extends { readonly content?: string }>(
  asking: Asking,
  pages: readonly T[],
): Promise<T[]> {
  if (!pages.some(({ content }) => content?.includes(publisherMark))) return [...pages];
  const publisher = publisherHtml(await sellerIdentity(asking), asking.config.frontUrl);
  return pages.map((page) =>
    page.content === undefined ? page : { ...page, content: page.content.replace(paragraph, () => publisher) },
  );
}

/** Article 1-1 of the law of 21 June 2004 (LCEN) and its article 19: who publishes the site, and who sells there. */
function publisherHtml(seller: SellerIdentity, site: string): string {
  const { name, legalForm, address, register, siret, vatNumber, vatNote, email, phone } = seller;
  const facts = [
    register && `Immatriculation : ${register}`,
    siret && `SIRET : ${siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4')}`,
    vatNumber && `Numéro de TVA intracommunautaire : ${vatNumber}`,
    vatNote,
    `Courrier électronique : ${email}`,
    phone && `Téléphone : ${phone}`,
  ].filter((fact) => typeof fact === 'string');
  const who = `Le site ${site} est édité par ${name} (${legalForm}), ${address.join(', ')}.`;
  const led = `La direction de la publication est assurée par le représentant légal de ${name}.`;
  const inHtml = (text: string): string => escaped(french(text));
  return `<p>${inHtml(who)}</p>\n<ul>\n${facts.map((fact) => `<li>${inHtml(fact)}</li>`).join('\n')}\n</ul>\n<p>${inHtml(led)}</p>`;
}
