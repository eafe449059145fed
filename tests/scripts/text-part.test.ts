/** The text part of a mail, as `npm run generate` makes it from the MJML. */
import { describe, expect, test } from '@jest/globals';
import { textParts } from '../../scripts/emails/text-part.mjs';

const head = '<mj-title>Objet&nbsp;: {{title}}</mj-title>\n<mj-preview>Suite</mj-preview>\n';
const problem = (sentence: string) => new Error(sentence);
const textOf = (body: string, locale = 'fr'): string =>
  // What wraps prose is of no interest here.
  textParts(head + body, locale, problem).text.replaceAll(/\{\{[#/]wrap\}\}/g, '');

test('the subject and the preview line are text', () => {
  expect(textParts(head, 'fr', problem)).toEqual({ subject: 'Objet\u00a0: {{title}}', preheader: 'Suite', text: '' });
});

test('headings, paragraphs and notes are paragraphs, and entities characters', () => {
  const body =
    '<mail-title>Titre</mail-title>\n<mail-paragraph>Un &amp;\n deux&#8239;!</mail-paragraph><mail-note>Trois</mail-note>';
  expect(textOf(body)).toBe('Titre\n\nUn & deux\u202f!\n\nTrois');
});

test('a button is its label and, alone on the next line, its link', () => {
  const button = '<mail-button href="{{orderUrl}}">Ouvrir</mail-button>';
  expect(textOf(`<mail-paragraph>Bonjour.</mail-paragraph>${button}`)).toBe('Bonjour.\n\nOuvrir\u00a0:\n{{orderUrl}}');
  expect(textOf(button, 'en')).toBe('Ouvrir:\n{{orderUrl}}');
});

test('a paragraph that ends with a colon introduces the link by itself', () => {
  const body =
    '<mail-paragraph>Écrivez-nous&nbsp;:</mail-paragraph><mail-button href="{{contactUrl}}">Écrire</mail-button>';
  expect(textOf(body)).toBe('Écrivez-nous\u00a0:\n{{contactUrl}}');
});

test('facts are lines, and lists have dashes', () => {
  const facts =
    '<mail-facts>\n<mail-fact label="Client">{{name}}<br />{{email}}</mail-fact>\n<mail-fact label="Prix">{{formatPrice p}}</mail-fact>\n</mail-facts>';
  expect(textOf(facts)).toBe('Client\u00a0: {{name}}, {{email}}\nPrix\u00a0: {{formatPrice p}}');
  expect(textOf('<mail-paragraph>— un&#8239;;<br />— deux.</mail-paragraph>')).toBe('- un\u202f;\n- deux.');
});

test('what somebody wrote is quoted, a code has a line of its own', () => {
  expect(textOf('<mail-quote>{{excerpt}}</mail-quote>')).toBe('{{quote excerpt}}');
  expect(textOf('<mail-paragraph>Le code&nbsp;: <mail-code>{{code}}</mail-code></mail-paragraph>')).toBe(
    'Le code\u00a0:\n{{code}}',
  );
});

test('conditions and repetitions leave no empty lines', () => {
  const facts =
    '<mail-facts>\n{{#if p}}<mail-fact label="Lieu">{{p}}</mail-fact>{{/if}}\n<mail-fact label="Code">{{c}}</mail-fact></mail-facts>';
  expect(textOf(facts)).toBe('{{#if p}}\nLieu\u00a0: {{p}}\n{{/if}}\nCode\u00a0: {{c}}');
  const body =
    '<mail-note>A</mail-note><mj-raw>{{#if b}}</mj-raw><mail-note>B</mail-note><mj-raw>{{/if}}</mj-raw><mail-note>C</mail-note>';
  expect(textOf(body)).toBe('A\n{{#if b}}\n\nB\n{{/if}}\n\nC');
});

describe('a mail is refused', () => {
  test.each([
    ['that begins with its body', '<mail-note>A</mail-note>', /begin with <mj-title>/],
    ['with an element that has no text', `${head}<mj-divider></mj-divider>`, /mj-divider: no text is known for it/],
    ['with such an element inside', `${head}<mail-note><u>A</u></mail-note>`, /<u> inside <mail-note>/],
    ['with text outside of its elements', `${head}Bonjour`, /Bonjour: no text is known for it/],
    ['that quotes more than one variable', `${head}<mail-quote>Il a dit {{it}}</mail-quote>`, /holds one variable/],
    ['with other raw markup', `${head}<mj-raw><hr />{{x}}</mj-raw>`, /<mj-raw> holds one/],
    [
      'with other things among its facts',
      `${head}<mail-facts><mail-note>A</mail-note></mail-facts>`,
      /<mail-fact> elements/,
    ],
    ['with words among its facts', `${head}<mail-facts>{{#if a}}Bonjour{{/if}}</mail-facts>`, /<mail-fact> elements/],
  ])('%s', (_, source, message) => {
    expect(() => textParts(source, 'fr', problem)).toThrow(message);
  });
});
