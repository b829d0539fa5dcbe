import { expect, test } from 'vitest';
import { isCrisisQuery } from './crisis.ts';

test.each([
  'suicide',
  'Suicidal thoughts caffeine',
  'self-harm',
  'I want to die',
  'overdose',
  'how to end my life',
  'i don’t want to live',
  'kill myself',
  'hurting myself',
  'Überdosis Suizid',
  'ich will nicht mehr leben',
  'quiero morir',
  'cómo quitarme la vida',
  'j’ai envie de mourir',
  'mettre fin à mes jours',
])('%s shows where to get help', (words) => {
  expect(isCrisisQuery(words)).toBe(true);
});

test.each([
  'caffeine and alcohol',
  'end of treatment',
  'heart rhythm',
  'harm of omega-3',
  'Leben mit Diabetes',
  'vivir mejor',
  'fin du traitement',
  '',
])('%s does not', (words) => {
  expect(isCrisisQuery(words)).toBe(false);
});
