import { h } from 'hastscript';
import { defineComponent } from './component.ts';
import { words } from './props.ts';

/**
 * Text that opens on demand: `<Details summary="How it was counted">…</Details>`.
 *
 * Classes: `details`, `details-body`.
 */
export const details = defineComponent({
  name: 'Details',
  props: { summary: words('summary="How it was counted"') },
  content: 'required',
  render: ({ summary }, children) =>
    h(
      'details',
      { className: ['details'] },
      h('summary', summary),
      h('div', { className: ['details-body'] }, children),
    ),
});
