import { describe, expect, test } from '@jest/globals';
import { frenchMentions, legalMentionsFor, mentionsInForce } from '../../../src/services/billing/legal-mentions.ts';
import type { MentionTerms } from '../../../src/services/billing/legal-mentions.ts';

const terms = (changes: Partial<MentionTerms> = {}): MentionTerms => ({
  issuedOn: '2026-11-20',
  vatRegime: 'STANDARD',
  vatMentions: [],
  buyerIsBusiness: true,
  operation: 'SERVICES',
  vatOnDebits: false,
  isPayable: true,
  ...changes,
});

describe('legal mentions', () => {
  test('a franchise cites the CGI until the end of 2027 and the CIBS from 2028 on', () => {
    const franchise = terms({ vatRegime: 'FRANCHISE' });
    expect(legalMentionsFor(franchise, 'fr').vatNote).toBe('TVA non applicable, art. 293 B du CGI');
    expect(legalMentionsFor({ ...franchise, issuedOn: '2027-12-31' }, 'fr').vatNote).toBe(
      'TVA non applicable, art. 293 B du CGI',
    );
    expect(legalMentionsFor({ ...franchise, issuedOn: '2028-01-01' }, 'fr').vatNote).toContain('CIBS');
    expect(legalMentionsFor(terms(), 'fr')).not.toHaveProperty('vatNote');
  });

  test('penalties and the 40 € fee are for professionals only', () => {
    const business = legalMentionsFor(terms(), 'fr').footer.join('\n');
    expect(business).toMatch(/pénalités.*10\u00a0points/);
    expect(business).toMatch(/40\u00a0€/);
    expect(business).toMatch(/escompte/);
    const consumer = legalMentionsFor(terms({ buyerIsBusiness: false }), 'fr').footer.join('\n');
    expect(consumer).not.toMatch(/pénalités|40|escompte/);
  });

  test('a credit note asks for no payment, hence no penalty', () => {
    expect(legalMentionsFor(terms({ isPayable: false }), 'fr').footer).toEqual([
      'Nature de l’opération\u00a0: prestation de services.',
    ]);
  });

  test('the nature of the operation appears from September 2026', () => {
    expect(legalMentionsFor(terms({ issuedOn: '2026-08-31', buyerIsBusiness: false }), 'fr').footer).toEqual([]);
    expect(legalMentionsFor(terms({ operation: 'MIXED' }), 'en').footer[0]).toBe(
      'Nature of the operation: supply of goods and services.',
    );
  });

  test('the option for debits makes no sense in a franchise', () => {
    expect(legalMentionsFor(terms({ vatOnDebits: true }), 'fr').footer.join()).toContain('débits');
    expect(legalMentionsFor(terms({ vatOnDebits: true, vatRegime: 'FRANCHISE' }), 'fr').footer.join()).not.toContain(
      'débits',
    );
  });

  test('another country brings its own list', () => {
    expect(legalMentionsFor(terms({ vatRegime: 'FRANCHISE' }), 'fr', [])).toEqual({ footer: [] });
  });

  test('on any day a franchise has exactly one reason for charging no VAT', () => {
    for (const issuedOn of ['1990-01-01', '2026-09-01', '2027-12-31', '2028-01-01', '2050-06-30']) {
      const reasons = mentionsInForce(frenchMentions, issuedOn).filter(({ appliesTo }) => appliesTo === 'FRANCHISE');
      expect(reasons).toHaveLength(1);
    }
  });

  test('whoever is charged no VAT because of where they are reads why', () => {
    const abroad = (vatMentions: MentionTerms['vatMentions']) => legalMentionsFor(terms({ vatMentions }), 'fr').vatNote;
    expect(abroad(['REVERSE_CHARGE'])).toMatch(/^Autoliquidation/);
    expect(abroad(['OUTSIDE_EU'])).toMatch(/hors de l’Union européenne/);
    expect(abroad([])).toBeUndefined();
  });
});
