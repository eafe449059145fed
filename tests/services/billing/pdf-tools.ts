/** Independent readers of PDF (poppler, qpdf, libxml2). Where one is not installed, the test says so and stops there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const installed = new Map<string, boolean>();

export function isInstalled(tool: string): boolean {
  const found = installed.get(tool) ?? spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined;
  installed.set(tool, found);
  if (!found) process.stdout.write(`skipped: ${tool} is not installed\n`);
  return found;
}

/** Gives a tool the document as a file; returns what it printed. Throws when it fails. */
export function inspect(tool: string, pdf: Buffer, args: (file: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'invoice-'));
  try {
    const file = join(folder, 'invoice.pdf');
    writeFileSync(file, pdf);
    return execFileSync(tool, args(file), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first file carried inside the document. */
export function attachedTo(pdf: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'attached-'));
  try {
    const target = join(folder, 'attached');
    inspect('pdfdetach', pdf, (file) => ['-save', '1', '-o', target, file]);
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words of a document as a reader copies them, any kind of space being a space. */
export const textOf = (pdf: Buffer): string =>
  inspect('pdftotext', pdf, (file) => ['-layout', file, '-']).replace(/[ \u00a0\u202f\u2009]+/g, ' ');

/** The document with its streams in clear, to search. */
export const inClear = (pdf: Buffer): string =>
  inspect('qpdf', pdf, (file) => ['--qdf', '--object-streams=disable', file, '-']);

/** The XMP packet, which PDF/A keeps uncompressed. */
export function xmpOf(pdf: Buffer): string {
  const text = pdf.toString('utf8');
  return text.slice(text.indexOf('<x:xmpmeta'), text.indexOf('</x:xmpmeta>') + '</x:xmpmeta>'.length);
}

export const isWellFormed = (xml: string): boolean =>
  spawnSync('xmllint', ['--noout', '-'], { input: xml, stdio: ['pipe', 'ignore', 'ignore'] }).status === 0;
