import { zip } from '../support/zip.ts';

/** What is said and written in the story. */
export const texts = {
  title: 'Le Phare d’Ouessant',
  fileName: 'Le Phare d’Ouessant — manuscrit.docx',
  correctedName: 'Le Phare d’Ouessant — corrigé.docx',
  changedName: 'Le gardien du phare, corrigé une seconde fois.docx',
  changes: 'Au chapitre trois, gardez le passé simple, s’il vous plaît.',
  thanks: 'Un travail très soigné, merci.',
  note: 'Les dialogues en breton sont voulus.',
  docxType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  question: 'Au chapitre 3, « la mer étale » ou « la mer s’étale » ?',
  answer: 'La mer étale : c’est le terme des marins.',
} as const;

/** Words that must never be found in clear among the data of the server. */
export const secrets = {
  manuscript: 'Nul ne monta jamais la lanterne sans compter les marches',
  corrected: 'Nul ne monta jamais à la lanterne sans en compter les marches',
  notes: 'Trois questions du chapitre trois',
} as const;

export const notes = `${secrets.notes} :\n1. la mer étale ?\n2. l’année du naufrage ?\n3. le nom du gardien ?\n`;

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word document of many paragraphs, with the parts that Word itself writes; its text is stored uncompressed. */
function document(sentence: string): Buffer {
  const body = Array.from({ length: 1_800 }, (_, line) =>
    paragraph(`${line + 1}. ${sentence}, et la houle montait sous les vitres du phare, vague ${line * 7 + 1}.`),
  ).join('');
  return zip([
    {
      name: '[Content_Types].xml',
      content:
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content:
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
  ]);
}

export const chapters = document(secrets.manuscript);
export const corrected = document(secrets.corrected);
