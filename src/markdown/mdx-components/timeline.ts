import { h } from 'hastscript';
import { defineComponent } from './component.ts';
import { optional, words } from './props.ts';

/**
 * Steps in time: `<Timeline><Step when="First night">…</Step></Timeline>`. An ordered list; the
 * role is written out because Safari forgets lists whose numbers are hidden by a style.
 *
 * Class: `timeline`.
 */
export const timeline = defineComponent({
  name: 'Timeline',
  props: {},
  content: 'required',
  only: 'Step',
  render: (_values, children) => h('ol', { className: ['timeline'], role: 'list' }, children),
});

/**
 * One step of a timeline, with the time it tells of and perhaps a title.
 *
 * Classes: `timeline-step`, `timeline-when`, `timeline-title`.
 */
export const step = defineComponent({
  name: 'Step',
  props: { when: words('when="First night"'), title: optional(words('title="Sleep"')) },
  content: 'required',
  within: 'Timeline',
  render: ({ when, title }, children) =>
    h(
      'li',
      { className: ['timeline-step'] },
      h('p', { className: ['timeline-when'] }, when),
      title ? h('p', { className: ['timeline-title'] }, title) : undefined,
      children,
    ),
});
