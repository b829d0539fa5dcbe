import { expect, test } from 'vitest';
import { chooseVoice, spoken } from './voice.ts';

const voice = (lang: string, localService = true, isDefault = false) => ({
  lang,
  localService,
  default: isDefault,
});

test('only voices of the device speak, in the language of the text', () => {
  const local = voice('en_US');
  expect(chooseVoice([voice('en-GB', false, true), voice('de-DE'), local], 'en')).toBe(local);
  expect(chooseVoice([voice('en-GB', false)], 'en')).toBeUndefined();
  expect(chooseVoice([voice('de-DE')], 'en')).toBeUndefined();
  expect(chooseVoice([], 'en')).toBeUndefined();
});

test('the voice that the reader chose comes first, then the one of the same country', () => {
  const own = voice('en-US', true, true);
  expect(chooseVoice([voice('en-GB'), own], 'en-GB')).toBe(own);
  const british = voice('en-GB');
  expect(chooseVoice([voice('en-US'), british], 'en-gb')).toBe(british);
});

test('what is said ends with a pause', () => {
  expect(spoken('  What the\n label says ')).toBe('What the label says.');
  expect(spoken('Is it safe?')).toBe('Is it safe?');
  expect(spoken('She said “no.”')).toBe('She said “no.”');
  expect(spoken(' ')).toBe('');
});
