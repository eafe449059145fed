/** The XML as the file that a Factur-X PDF carries, with what its metadata must say about it. */
import { DomainError } from '../../kernel/errors.ts';
import type { PdfAttachment } from '../../adapters/pdf/port.ts';
import type { InvoiceDocument } from '../invoice-document.ts';
import { crossIndustryInvoice } from './cross-industry-invoice.ts';
import { writtenFaults } from './written-faults.ts';

const fileName = 'factur-x.xml';
const namespace = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

const property = (name: string, description: string): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`;

/** PDF/A wants every metadata schema that is not its own described in the file. */
const metadata = `
<rdf:Description rdf:about="" xmlns:fx="${namespace}">
  <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
  <fx:DocumentFileName>${fileName}</fx:DocumentFileName>
  <fx:DocumentType>INVOICE</fx:DocumentType>
  <fx:Version>1.0</fx:Version>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>fx</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq>
      ${property('DocumentFileName', 'name of the embedded XML invoice file')}
      ${property('DocumentType', 'INVOICE')}
      ${property('Version', 'The actual version of the Factur-X XML schema')}
      ${property('ConformanceLevel', 'The conformance level of the embedded Factur-X data')}
    </rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`;

/** Refuses with `INVOICE_TOTALS_WRONG` when a figure of the XML is not the document’s: that is a bug, and nothing is printed. */
export function facturX(document: InvoiceDocument): PdfAttachment {
  const xml = crossIndustryInvoice(document);
  const faults = writtenFaults(xml, document);
  if (faults.length > 0) throw new DomainError('INVOICE_TOTALS_WRONG', { faults });
  return {
    name: fileName,
    mimeType: 'text/xml',
    relationship: 'Alternative',
    description: 'Factur-X',
    content: Buffer.from(xml),
    metadata,
  };
}
