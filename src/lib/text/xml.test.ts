import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { xmlElement, xmlText } from './xml.ts';

/** The text and the attribute of the one element in `xml`. Throws where it is not well formed. */
function read(xml: string): { text: string; attribute: string } {
  const parser = new SaxesParser();
  const found = { text: '', attribute: '' };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => (found.text += text));
  parser.on('opentag', ({ attributes }) => (found.attribute = String(attributes['a'])));
  parser.write(xml).close();
  return found;
}

test('whatever text goes in comes out again, without what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = text
        .replace(/\p{Surrogate}/gu, '')
        // eslint-disable-next-line no-control-regex
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
      expect(read(xmlElement('e', { a: '' }, text)).text).toBe(clean);
    }),
  );
});

test('attributes are escaped and those without a value left out', () => {
  expect(read(xmlElement('e', { a: '<"\'&>', b: undefined })).attribute).toBe('<"\'&>');
  expect(xmlElement('e', { b: undefined })).toBe('<e/>');
});

test('half a surrogate pair and a form feed are dropped', () => {
  expect(xmlText('a\ud800b\fc😀')).toBe('abc😀');
});
