import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

/** The only embedded file of a PDF that pdfkit wrote: objects in clear, the stream deflated. Fails where there is none, or another. */
export function attachedXml(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const found = [...text.matchAll(/\/Type \/EmbeddedFile\b/g)];
  assert.equal(found.length, 1, 'one file is attached');
  assert.match(text, /\/UF? \(factur-x\.xml\)/);
  assert.match(text, /\/AFRelationship \/(Alternative|Data)/);
  const object = text.lastIndexOf(' obj', found[0]?.index);
  const start = text.indexOf('stream\n', object) + 'stream\n'.length;
  const [, length = ''] = /\/Length (\d+)/.exec(text.slice(object, start)) ?? [];
  const stream = pdf.subarray(start, start + Number(length));
  return (text.slice(object, start).includes('/FlateDecode') ? inflateSync(stream) : stream).toString('utf8');
}
