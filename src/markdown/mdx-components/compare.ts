import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { captionContent } from './caption.ts';
import { defineComponent } from './component.ts';
import { optional, positive, words, type Prop } from './props.ts';

/** One group of a trial. */
interface Arm {
  name: string;
  /** As it is printed: a number keeps the digits that the author typed, `'50.0'` as well. */
  value: string;
  /** People in the group. */
  n: number | undefined;
}

const arms: Prop<Arm[]> = {
  required: true,
  expected: 'a list of at least two groups, each with a name and a value (and `n`, its people)',
  example: "arms={[{ name: 'Iron', value: 55.4 }, { name: 'Placebo', value: 41.2 }]}",
  read(value) {
    if (!Array.isArray(value) || value.length < 2) return undefined;
    const read = value.map(readArm);
    return read.every((arm) => arm !== undefined) ? read : undefined;
  },
};

function readArm(given: unknown): Arm | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { name, value, n, ...unknown } = given as Record<string, unknown>;
  if (Object.keys(unknown).length > 0) return undefined;
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  if (n !== undefined && !(Number.isInteger(n) && (n as number) > 0)) return undefined;
  const figure = typeof value === 'number' ? String(value) : value;
  if (typeof figure !== 'string' || !/^\s*-?\d+(?:\.\d+)?\s*$/.test(figure)) return undefined;
  return { name: name.trim(), value: figure.trim(), n: n as number | undefined };
}

/**
 * Both arms of a trial side by side, as a table that reads well as text, with a bar in each row:
 *
 *   <Compare title="People who responded" unit="%" arms={[{ name: 'Iron', value: 55.4, n: 195 },
 *     { name: 'Placebo', value: 41.2, n: 170 }]} note="Open label.">The difference is 14.2 points.</Compare>
 *
 * Bars start at zero. They run to `max`; without it to 100 for percentages, else to the largest
 * value. The bars are drawn with attributes, since a strict policy refuses inline styles.
 *
 * Classes: `compare`, `compare-table`, `compare-title`, `compare-result`, `compare-value`,
 * `compare-bar`, `compare-track`, `compare-fill`, `compare-caption`, `compare-note`.
 */
export const compare = defineComponent({
  name: 'Compare',
  props: {
    title: words('title="People who responded"'),
    unit: optional(words('unit="%"')),
    arms,
    max: optional(positive('max={100}')),
    note: optional(words('note="Open label."')),
  },
  content: 'optional',
  statements({ title, unit, arms, note }) {
    const groups = arms.map(({ name, value, n }) => {
      const people = n === undefined ? '' : ` of ${n} people`;
      return `${name} ${value}${unit ? (unit === '%' ? '%' : ` ${unit}`) : ''}${people}`;
    });
    return [`${title}: ${groups.join(', ')}.`, ...(note ? [note] : [])];
  },
  render({ title, unit, arms, max, note }, children, t) {
    const { prose } = t.words;
    const largest = Math.max(...arms.map(({ value }) => Math.abs(Number(value))));
    const top = max ?? (unit === '%' ? 100 : largest);
    const counted = arms.some(({ n }) => n !== undefined);
    const caption = captionContent(children);
    const header = [prose.group, ...(counted ? [prose.people] : []), prose.result];
    return h(
      'figure',
      { className: ['compare'] },
      h(
        'table',
        { className: ['compare-table'] },
        h('caption', { className: ['compare-title'] }, title),
        h(
          'thead',
          h(
            'tr',
            header.map((name) => h('th', { scope: 'col' }, name)),
          ),
        ),
        h(
          'tbody',
          arms.map(({ name, value, n }) =>
            h(
              'tr',
              h('th', { scope: 'row' }, name),
              counted ? h('td', n === undefined ? prose.notGiven : t.number(n)) : undefined,
              h(
                'td',
                { className: ['compare-result'] },
                h('span', { className: ['compare-value'] }, withUnit(value, unit)),
                bar(Number(value), top),
              ),
            ),
          ),
        ),
      ),
      caption.length > 0 || note
        ? h(
            'figcaption',
            { className: ['compare-caption'] },
            caption,
            note ? h('p', { className: ['compare-note'] }, note) : undefined,
          )
        : undefined,
    );
  },
});

/** `55.4%`, `14.2 points`: a number does not part from its unit at the end of a line. */
function withUnit(value: string, unit: string | undefined): string {
  if (!unit) return value;
  return unit === '%' ? `${value}%` : `${value}\u00a0${unit}`;
}

function bar(value: number, top: number): Element {
  const share = top > 0 ? Math.min(100, (Math.abs(value) / top) * 100) : 0;
  const width = `${Math.round(share * 100) / 100}%`;
  const height = 10;
  return s(
    'svg',
    { className: ['compare-bar'], width: '100%', height, ariaHidden: 'true', focusable: 'false' },
    s('rect', { className: ['compare-track'], width: '100%', height, fill: 'none' }),
    s('rect', { className: ['compare-fill'], width, height, fill: 'currentColor' }),
  );
}
