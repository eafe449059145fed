/** Who sells and who buys (BG-4, BG-7): their numbers, their addresses, where e-invoices reach them. */
import type { PostalAddress } from '../../kernel/postal-address.ts';
import type { InvoiceBuyer, InvoiceDocument, InvoiceSeller } from '../invoice-document.ts';
import { addressFrom } from '../seller-facts.ts';
import { element, optionalText, text, type Element } from './xml.ts';

/** Nothing is taxed in France: no VAT number may stand in the XML (BR-O-02 to BR-O-04). */
const isOutside = ({ lines }: InvoiceDocument): boolean => lines.some(({ category }) => category === 'O');

/** The code lists of identifiers: SIREN, SIRET, a French electronic address, an e-mail address. */
const SIREN = '0002';
const SIRET = '0009';
const FRENCH_ADDRESS = '0225';
const EMAIL = 'EM';

type Party = Pick<InvoiceBuyer, 'name' | 'address' | 'postal' | 'siren' | 'siret' | 'electronicAddress' | 'email'>;

function postalAddress({ postal, address }: Party): Element {
  const { lines, postcode, city, country } = postal ?? partsOf(address);
  const [one, two, ...others] = lines;
  return element(
    'ram:PostalTradeAddress',
    optionalText('ram:PostcodeCode', postcode),
    optionalText('ram:LineOne', one),
    optionalText('ram:LineTwo', two),
    optionalText('ram:LineThree', others.join(', ')),
    optionalText('ram:CityName', city),
    text('ram:CountryID', country),
  );
}

/** Whoever gave no structured address is taken to live in France. */
function partsOf(address: readonly string[]): PostalAddress {
  const { addressLines, postcode, city, country } = addressFrom(address.join('\n'));
  return { lines: addressLines, postcode, city, country };
}

/**
 * Mandatory in France (BT-34, BT-49). A French business is reached by its SIREN, alone or followed by what it added; anybody
 * else by an address whose code list is named before a colon (`0208:0123456789`), or by mail.
 */
function electronicAddress({ electronicAddress: given = '', siren, email }: Party): Element {
  const [, list, address] = /^(\d{4}):(.+)$/.exec(given) ?? [];
  const [id, schemeID] =
    list !== undefined && address !== undefined
      ? [address, list]
      : given.includes('@')
        ? [given, EMAIL]
        : siren === undefined
          ? [email, EMAIL]
          : [isFrench(given, siren) ? given : siren, FRENCH_ADDRESS];
  return element('ram:URIUniversalCommunication', text('ram:URIID', id, { schemeID }));
}

/** A French address is the SIREN and what its owner added to it, in the signs that are allowed (BR-FR-21, BR-FR-23). */
const isFrench = (address: string, siren: string): boolean =>
  address.startsWith(siren) && /^[A-Za-z0-9+_.-]+$/.test(address);

const legalOrganisation = (siren: string | undefined): Element | undefined =>
  siren === undefined
    ? undefined
    : element('ram:SpecifiedLegalOrganization', text('ram:ID', siren, { schemeID: SIREN }));

const globalId = (siret: string | undefined): Element | undefined =>
  siret === undefined ? undefined : text('ram:GlobalID', siret, { schemeID: SIRET });

const taxRegistration = (id: string | undefined, schemeID: 'VA' | 'FC'): Element | undefined =>
  id === undefined ? undefined : element('ram:SpecifiedTaxRegistration', text('ram:ID', id, { schemeID }));

/** A VAT number as it is registered, without spaces; nothing where it does not begin with a country (BR-CO-09). */
function registered(vatNumber: string | undefined): string | undefined {
  const compact = vatNumber?.replace(/\s/g, '').toUpperCase() ?? '';
  return /^[A-Z]{2}[A-Z0-9]/.test(compact) ? compact : undefined;
}

/** Under the franchise the SIREN as a fiscal number, never a VAT number; the same where a seller has no VAT number. */
function sellerTax(document: InvoiceDocument): Element | undefined {
  const { vatRegime, vatNumber, siren } = document.seller;
  if (isOutside(document)) return undefined;
  return vatRegime === 'FRANCHISE' || vatNumber === undefined
    ? taxRegistration(siren, 'FC')
    : taxRegistration(registered(vatNumber), 'VA');
}

const isInUnion: ReadonlySet<InvoiceBuyer['kind']> = new Set(['FRENCH_BUSINESS', 'EU_BUSINESS']);

const buyerTax = (document: InvoiceDocument): Element | undefined =>
  isOutside(document) || !isInUnion.has(document.buyer.kind)
    ? undefined
    : taxRegistration(registered(document.buyer.vatNumber), 'VA');

const contact = ({ email, phone }: InvoiceSeller): Element =>
  element(
    'ram:DefinedTradeContact',
    phone === undefined ? undefined : element('ram:TelephoneUniversalCommunication', text('ram:CompleteNumber', phone)),
    element('ram:EmailURIUniversalCommunication', text('ram:URIID', email)),
  );

export function sellerParty(document: InvoiceDocument): Element {
  const { seller } = document;
  const legal = [seller.legalForm, seller.register].filter((part) => part !== undefined && part !== '').join(', ');
  return element(
    'ram:SellerTradeParty',
    globalId(seller.siret),
    text('ram:Name', seller.name),
    optionalText('ram:Description', legal),
    legalOrganisation(seller.siren),
    contact(seller),
    postalAddress(seller),
    electronicAddress(seller),
    sellerTax(document),
  );
}

export function buyerParty(document: InvoiceDocument): Element {
  const { buyer } = document;
  return element(
    'ram:BuyerTradeParty',
    globalId(buyer.siret),
    text('ram:Name', buyer.name),
    legalOrganisation(buyer.siren),
    postalAddress(buyer),
    electronicAddress(buyer),
    buyerTax(document),
  );
}
