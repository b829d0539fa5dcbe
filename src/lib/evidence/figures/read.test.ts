import { describe, expect, it } from 'vitest';
import type { ReadFigure } from './figure.ts';
import { readFigures } from './read.ts';

/** A figure in short: `>=1000 mg/day ~`, `1 in 7`, or `(why) …` for an ordinary one. */
function short({ value, unit, bound, about, fraction, ordinary, text }: ReadFigure): string {
  if (ordinary !== undefined) return `(${ordinary})`;
  const signs = { 'at least': '>=', 'more than': '>', 'at most': '<=', 'less than': '<' };
  const number = (one: string | number) =>
    typeof one === 'number' ? String(Number(one.toPrecision(6))) : one;
  const values = (Array.isArray(value) ? value : [value]).map(number).join('..');
  const name = fraction ? `${fraction.join(' in ')}` : `${values} ${unit}`;
  return `${about ? '~' : ''}${bound ? signs[bound] : ''}${name}${text === '' ? '!' : ''}`;
}

function read(text: string): string {
  const { figures, unread } = readFigures(text);
  return [...figures.map(short), ...unread.map((one) => `?${one.text}`)].join(' | ');
}

const NB = '\u00A0';
const THIN = '\u2009';

const CASES: Record<string, [text: string, figures: string][]> = {
  percentages: [
    ['55.4% responded', '55.4 %'],
    ['55.4 % responded', '55.4 %'],
    [`55.4${NB}% responded`, '55.4 %'],
    ['55 percent responded', '55 %'],
    ['fifty-five per cent responded', '55 %'],
    ['with caffeine 55.4% and with ECT 41.2%', '55.4 % | 41.2 %'],
    ['55.4 versus 41.2%', '55.4 % | 41.2 %'],
    ['55 and 41 per cent', '55 % | 41 %'],
    ['between 30% and 40% of patients', '30..40 %'],
    ['30–40% of patients', '30..40 %'],
    ['30% to 40% of patients', '30..40 %'],
    ['it rose from 30% to 55%', '30 % | 55 %'],
    ['about 55% responded', '~55 %'],
    ['roughly 55% responded', '~55 %'],
    ['more than 50% responded', '>50 %'],
    ['at least 50%', '>=50 %'],
    ['≥ 50%', '>=50 %'],
    ['60% or more of the mix', '>=60 %'],
    ['a difference of 14.2 percentage points', '14.2 percentage points'],
    ['14.2 percentage-points', '14.2 percentage points'],
    ['the rate was 49% higher', '49 %'],
  ],
  doses: [
    ['0.5 mg/kg', '0.5 mg/kg'],
    ['0.5mg/kg', '0.5 mg/kg'],
    ['.5 mg/kg', '0.5 mg/kg'],
    ['0.5 mg per kilogram of body weight', '0.5 mg/kg'],
    ['0.5 mg for each kilogram of body weight', '0.5 mg/kg'],
    ['0.5 mg/kg/h', '0.5 mg/kg/hour'],
    ['0.5 mg/kg/day', '0.5 mg/kg/day'],
    ['2,000 mg a day', '2000 mg/day'],
    [`2${THIN}000 mg a day`, '2000 mg/day'],
    ['2 g daily', '2000 mg/day'],
    ['500 µg', '0.5 mg'],
    ['500 micrograms', '0.5 mg'],
    ['1 g of EPA a day', '1000 mg/day'],
    ['more than 1 g of marine omega-3 a day', '>1000 mg/day'],
    ['1 g or less a day', '<=1000 mg/day'],
    ['from 1 g to under 2 g a day', '1000..2000 mg/day'],
    ['1 to 2 g a day', '1000..2000 mg/day'],
    ['1–2 g/day', '1000..2000 mg/day'],
    ['500 mg to 1 g', '500..1000 mg'],
    ['400 IU', '400 IU'],
    ['a 300-mg tablet', '300 mg'],
    ['two grams', '2000 mg'],
    ['half a gram', '500 mg'],
    ['5 mmol/l', '5 mmol/l'],
  ],
  counts: [
    ['403 adults were randomised', '403 people'],
    ['Eighty people took part', '80 people'],
    ['Sixty-two people could be analysed', '62 people'],
    ['a hundred and twenty patients', '120 people'],
    ['1,033 patients', '1033 people'],
    ['30 healthy men', '30 people'],
    ['10 small randomised controlled trials', '10 studies'],
    ['ten studies with 167 people', '10 studies | 167 people'],
    ['a 403-person trial', '403 people'],
    ['n = 403', '403 people'],
    ['(N=30)', '30 people'],
    ['200, 203 and 365 people', '200 people | 203 people | 365 people'],
    ['12 of 22 people', '12 people | 22 people'],
    ['12 of the 22 people', '12 people | 22 people'],
    ['1.5 million people', '1500000 people'],
    ['up to eight infusions', '<=8 sessions'],
    ['six infusions', '6 sessions'],
    ['24 mice', '24 animals'],
    ['more than 400 people', '>400 people'],
    ['a meta-analysis of 12 trials', '12 studies'],
    ['15 meta-analyses', '15 studies'],
  ],
  durations: [
    ['for three weeks', '30240 minutes'],
    ['for 21 days', '30240 minutes'],
    ['a three-week course', '30240 minutes'],
    ['within 12 months', '12 months'],
    ['two years', '24 months'],
    ['a 12-month trial', '12 months'],
    ['at day 1', '1440 minutes'],
    ['by week 6', '60480 minutes'],
    ['240 minutes later', '240 minutes'],
    ['40 min', '40 minutes'],
    ['24 to 48 hours', '1440..2880 minutes'],
    ['two and a half hours', '150 minutes'],
    ['half an hour', '30 minutes'],
    ['three more weeks', '30240 minutes'],
    ['3, 6 and 12 months', '3 months | 6 months | 12 months'],
    ['over 40 minutes', '40 minutes'],
  ],
  frequencies: [
    ['twice a week', '2 times/week'],
    ['three times a week', '3 times/week'],
    ['two to three times weekly', '2..3 times/week'],
    ['once daily', '1 times/day'],
  ],
  'parts of a whole': [
    ['1 in 7 people', '1 in 7'],
    ['one in five patients', '1 in 5'],
    ['7 out of 10 people', '7 in 10'],
    ['half of the patients', '1 in 2'],
    ['Half responded', '1 in 2'],
    ['a third of those treated', '1 in 3'],
    ['two thirds relapsed', '2 in 3'],
    ['two-thirds of participants', '2 in 3'],
    ['three quarters of them', '3 in 4'],
    ['more than half responded', '>1 in 2'],
    ['by at least half', '>=1 in 2'],
    ['nearly a third of people', '~1 in 3'],
  ],
  'effect sizes': [
    ['hazard ratio 1.49', '1.49 HR'],
    ['the hazard ratio was 1.49', '1.49 HR'],
    ['the hazard ratio for atrial fibrillation was 1.49', '1.49 HR'],
    ['HR 1.49 (95% CI 1.04 to 2.15)', '1.49 HR | (level of confidence) | 1.04..2.15 HR'],
    ['HR = 1.49', '1.49 HR'],
    ['the hazard ratio was 1.49, and at 1 g or less it was 1.12', '1.49 HR | <=1000 mg | 1.12 HR'],
    ['an odds ratio of 2.1', '2.1 OR'],
    ['relative risk 0.8', '0.8 RR'],
    ['NNT 4', '4 NNT'],
    ['(NNT = 4)', '4 NNT'],
    ['the number needed to treat was 4', '4 NNT'],
    ['SMD −0.28', '-0.28 SMD'],
    ['d 0.77 versus 0.63', '0.77 d | 0.63 d'],
    ['Cohen’s d was 0.77', '0.77 d'],
    ['p < 0.001', '<0.001 p'],
    ['p = .03', '0.03 p'],
    ['I² = 40%', '40 I2'],
    ['a correlation coefficient of 0.4', '0.4 r'],
  ],
  intervals: [
    ['14.2 points (95% CI 3.9 to 24.2)', '14.2 points | (level of confidence) | 3.9..24.2 points'],
    [
      '14.2 percentage points, with a 95% confidence interval from 3.9 to 24.2',
      '14.2 percentage points | (level of confidence) | 3.9..24.2 percentage points',
    ],
    [
      '−3.16 points, 95% CI −8.54 to 2.22',
      '-3.16 points | (level of confidence) | -8.54..2.22 points',
    ],
    ['8.54 points lower to 2.22 points higher', '8.54 points | 2.22 points'],
    ['3.16 points lower', '3.16 points'],
  ],
  comparisons: [
    ['twice as many', '2 times'],
    ['a tenfold rise', '10 times'],
    ['a 10-fold rise', '10 times'],
    ['three times as likely', '3 times'],
    ['the rate doubled', '2 times'],
    ['1.5 times the rate', '1.5 times'],
  ],
  dates: [
    ['from April 2017 to November 2022', '2017-04..2022-11 date'],
    ['on 5 March 2019', '2019-03-05 date'],
    ['on March 5, 2019', '2019-03-05 date'],
    ['in 1962', '1962 date'],
    ['2017–2022', '2017..2022 date'],
    ['2023-05-24', '2023-05-24 date'],
  ],
  ages: [
    ['adults aged 18 to 65', '18..65 age'],
    ['people aged 18 and over', '>=18 age'],
    ['a mean age of 43 years', '43 age'],
  ],
  ordinary: [
    ['Liao and others, 2019', '(year of publication)'],
    ['a review of 2023', '(year of publication)'],
    ['(2019)', '(year of publication)'],
    ['published in 2021', '(year of publication)'],
    ['1. Ask first', '(list number)'],
    ['two weeks ago', '(relative time)'],
    ['in the last two years', '(relative time)'],
    ['at 8:30', '(time of day) | (time of day)'],
    ['from 9 am', '(time of day)'],
    ['10.30pm', '(time of day)'],
    ['a 6 minute read', '(reading time)'],
    ['version 2.1', '(version)'],
    ['version 1.2.3', '(version)'],
    ['a 43-year-old teacher', '(age in a story)'],
    ['call 988', '(telephone number)'],
    ['call Samaritans on 116 123', '(telephone number) | (telephone number)'],
    ['ring 0800 123 4567', '(telephone number) | (telephone number) | (telephone number)'],
    ['figure 2', '(reference)'],
    ['see step 3', '(reference)'],
    ['part 1', '(reference)'],
    ['omega-3', '(name)'],
    ['vitamin B12', '(name)'],
    ['KARMA-Dep 2', '(name)'],
    ['5-HT2A', '(name)'],
    ['a 16-item scale', '(name)'],
    ['12 High Street', '(address)'],
    ['$600', '(price)'],
    ['one of them', '(idiom)'],
    ['these two trials', '(idiom)'],
    ['on 24 May', '(day of the year)'],
    ['24 hours a day', '(time of day)'],
    ['the second half', ''],
    ['a third party', ''],
    ['an hour and a half', ''],
    ['double blind', ''],
    ['see https://example.org/2019/12 for more', ''],
    ['10.1056/NEJMoa2302399', ''],
    ['write to a1@b2.example', ''],
    ['NCT03113968', '(name)'],
    ['in the 1990s', '(decade)'],
  ],
  unread: [
    ['12x7%3 of them', '?12x7%3'],
    ['a value of ١٢', '?١ | ?٢'],
    ['1.2.3 mg', '?1.2.3'],
  ],
};

describe('readFigures', () => {
  for (const [kind, cases] of Object.entries(CASES)) {
    describe(kind, () => {
      it.each(cases)('%s', (text, figures) => {
        expect(read(text)).toBe(figures);
      });
    });
  }

  it('tells where a figure stands and how it is printed', () => {
    const text = 'In all, 0.5 mg for each kilogram of body weight was given.';
    const [figure] = readFigures(text).figures;
    expect(figure).toMatchObject({ decimals: 1, factor: 1 });
    expect(figure!.text).toBe('0.5 mg for each kilogram of body weight');
    expect(text.slice(figure!.start, figure!.end)).toBe(figure!.text);
  });
});
