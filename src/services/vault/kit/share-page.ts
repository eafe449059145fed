import { encode } from 'uqr';
import { A4, type Mark, type PdfPort, type TextStyle } from '../../adapters/pdf/port.ts';
import type { EmergencyKit } from './kit-file.ts';
import { checkWordsOf, shareText, type Share } from './share.ts';

const left = 56;
const ink = '#1f2933';
const title: TextStyle = { font: 'semibold', size: 20, colour: ink };
const bold: TextStyle = { font: 'semibold', size: 11, colour: ink };
const plain: TextStyle = { font: 'regular', size: 10.5, colour: ink };
const large: TextStyle = { font: 'semibold', size: 14, colour: ink, spacing: 0.4 };

const lineHeight = 15;
const wordsPerLine = 6;
const qrWidth = 190;

interface Holder {
  readonly kit: EmergencyKit;
  readonly share: Share;
  /** How people call the installation: its host. */
  readonly installation: string;
}

/** The page of one holder: words to type and a square to scan, in French and in English. */
export async function printShare(pdf: PdfPort, holder: Holder): Promise<Buffer> {
  const { kit, share, installation } = holder;
  const sheet = await pdf.open({
    title: `Kit d’urgence ${kit.id}, part ${share.number}`,
    author: installation,
    language: 'fr-FR',
    createdAt: kit.createdAt,
  });
  const text = shareText(share);
  return await sheet.finish([
    [
      ...lines([`Kit d’urgence : part ${share.number}`], { y: 80, style: title }),
      ...lines([`Emergency kit: share ${share.number}`], { y: 102, style: bold }),
      ...introduction(holder),
      ...lines(['Mots de la part / Words of the share'], { y: 310, style: bold }),
      ...lines(rowsOf(text), { y: 340, style: large, height: 26 }),
      ...lines([`Mots de contrôle / Check words: ${checkWordsOf(text)}`], { y: 456, style: bold }),
      square(text),
      ...lines(
        [
          'Vérifier le kit / Verify the kit: npm run atelier -- kit:rehearse',
          'Clés perdues / Keys lost: npm run atelier -- kit:recover emergency-keys.age --out FOLDER',
        ],
        { y: A4.height - 90, style: plain },
      ),
    ],
  ]);
}

function introduction({ kit, share, installation }: Holder): Mark[] {
  const rest = kit.needed - 1;
  const french = [
    `Installation : ${installation}. Kit ${kit.id}, créé le ${dayOf(kit.createdAt)}.`,
    `Part ${share.number} sur ${kit.shares} ; ${kit.needed} parts ouvrent les clés, moins n’ouvrent rien.`,
    'Gardez cette page en lieu sûr, sur papier seulement, loin des autres parts.',
    `Vous ne la donnez qu’en cas de perte des clés, avec ${rest === 1 ? 'un autre détenteur' : `${rest} autres détenteurs`}.`,
  ];
  const english = [
    `Installation: ${installation}. Kit ${kit.id}, made on ${dayOf(kit.createdAt)}.`,
    `Share ${share.number} of ${kit.shares}; ${kit.needed} shares open the keys, fewer open nothing.`,
    'Keep this page in a safe place, on paper only, far from the other shares.',
    `You give it only when the keys are lost, together with ${rest === 1 ? 'another holder' : `${rest} other holders`}.`,
  ];
  return [...lines(french, { y: 130, style: plain }), ...lines(english, { y: 215, style: plain })];
}

function rowsOf(text: string): string[] {
  const words = text.split(' ');
  return Array.from({ length: Math.ceil(words.length / wordsPerLine) }, (_, row) =>
    words.slice(row * wordsPerLine, (row + 1) * wordsPerLine).join('   '),
  );
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const lines = (
  texts: readonly string[],
  { y, style, height = lineHeight }: { y: number; style: TextStyle; height?: number },
): Mark[] => texts.map((text, i) => ({ kind: 'text', text, x: left, y: y + i * height, style }));

/** The words as a QR code; capitals make it smaller. */
function square(text: string): Mark {
  const { data, size } = encode(text.toUpperCase(), { ecc: 'M', border: 0 });
  const side = qrWidth / size;
  const round = (value: number): string => value.toFixed(3);
  const path = data
    .flatMap((row, y) =>
      row.flatMap((isDark, x) =>
        isDark ? [`M${round(x * side)} ${round(y * side)}h${round(side)}v${round(side)}h-${round(side)}z`] : [],
      ),
    )
    .join('');
  return { kind: 'shape', path, x: left, y: 490, colour: '#000000' };
}
