import type { ErasureReason } from '../../entities/privacy/erasure-receipt.entity.ts';
import { formatDate, localDateOf } from '../kernel/format.ts';
import type { Locale } from '../kernel/locale.ts';
import type { ErasureLine, PersonalData } from '../platform/personal-data.ts';
import { groundTextsOf, recordTextsOf } from './merge-texts.ts';

/** Why an account was erased by decision of an admin, after “for this reason”. */
export const reasonTexts: Readonly<Record<Locale, Readonly<Record<ErasureReason, string>>>> = {
  fr: {
    NO_LONGER_NEEDED: 'vous n’en avez plus besoin',
    PRIVACY: 'vous préférez que nous ne gardions rien de vous',
    DISSATISFIED: 'nos services ne vous conviennent pas',
    ASKED_OTHERWISE: 'vous nous l’avez demandé',
    UNUSED: 'le compte n’a pas servi',
    MISUSE: 'les conditions d’utilisation n’ont pas été respectées',
    OTHER: 'une décision de l’entreprise',
  },
  en: {
    NO_LONGER_NEEDED: 'you no longer need it',
    PRIVACY: 'you would rather that we keep nothing of you',
    DISSATISFIED: 'our services do not suit you',
    ASKED_OTHERWISE: 'you asked us to',
    UNUSED: 'the account was not used',
    MISUSE: 'the conditions of use were not respected',
    OTHER: 'a decision of the company',
  },
};

/** How the lines of a receipt are written. */
export interface ReceiptStyle {
  readonly personalData: readonly PersonalData[];
  readonly locale: Locale;
  readonly timeZone: string;
}

const counted = ({ record, count }: ErasureLine, { personalData, locale }: ReceiptStyle): string =>
  `${recordTextsOf(personalData)[record][locale]} (${count})`;

/** What was erased, as a list within a sentence. */
export const erasedText = (lines: readonly ErasureLine[], style: ReceiptStyle): string =>
  lines
    .filter(({ fate, count }) => fate !== 'KEPT' && count > 0)
    .map((line) => counted(line, style))
    .join(', ');

/** What is kept, why and until when. */
export const keptText = (lines: readonly ErasureLine[], style: ReceiptStyle): string =>
  lines
    .filter(({ fate, count }) => fate === 'KEPT' && count > 0)
    .map((line) => keptLine(line, style))
    .join(style.locale === 'fr' ? '\u202f; ' : '; ');

function keptLine(line: ErasureLine, style: ReceiptStyle): string {
  const { personalData, locale, timeZone } = style;
  const why = line.ground === null ? '' : groundTextsOf(personalData)[line.ground][locale];
  const until =
    line.keptUntil === null
      ? ''
      : `${locale === 'fr' ? ', jusqu’au ' : ', until '}${formatDate(localDateOf(new Date(line.keptUntil), timeZone), locale)}`;
  return `${counted(line, style)}${locale === 'fr' ? '\u00a0' : ''}: ${why}${until}`;
}
