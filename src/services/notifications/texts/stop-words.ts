import { foldText } from '../../kernel/fold.ts';

/** What people answer so that no text comes any more, in French and in English, as the vendor's own words are. */
const stops = new Set([
  ...['stop', 'stop sms', 'stopall', 'arret', 'arreter', 'arretez', 'desabonner', 'desabonnement'],
  ...['unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'],
]);
const starts = new Set(['start', 'unstop', 'reprendre']);

/** What an answer means: whole words only, whatever their case, accents and dots. Null for anything else. */
export function meaningOf(text: string): 'STOP' | 'START' | null {
  const words = foldText(text)
    .replace(/[^a-z\s]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  if (stops.has(words)) return 'STOP';
  return starts.has(words) ? 'START' : null;
}
