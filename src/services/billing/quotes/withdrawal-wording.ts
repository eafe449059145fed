import type { Locale } from '../../kernel/locale.ts';

/**
 * What a person is asked before they accept: whether work starts within the fourteen days in which they may withdraw (code de la
 * consommation, art. L221-25 and L221-28). Recorded with the answer, as it was worded. A change of words is for later quotes only.
 */
export const withdrawalWording: Readonly<Record<Locale, string>> = {
  fr: 'Je demande que l’exécution commence avant la fin du délai de rétractation de quatorze jours. Si je me rétracte ensuite, je paierai ce qui aura été exécuté\u00a0; une fois la prestation pleinement exécutée, je ne pourrai plus me rétracter.',
  en: 'I ask that work begins before the withdrawal period of fourteen days is over. If I withdraw afterwards, I pay for what has been done; once the service is fully performed, I can no longer withdraw.',
};
