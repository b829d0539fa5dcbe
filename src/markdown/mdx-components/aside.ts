import { h } from 'hastscript';
import { defineComponent } from './component.ts';
import { oneOf, optional, words } from './props.ts';

const KINDS = ['note', 'caution', 'danger', 'help'] as const;

/**
 * A passage set apart: `<Aside kind="caution" title="With alcohol">…</Aside>`.
 *
 * `role="note"` and not `<aside>`: the reader views of browsers throw `<aside>` away, and a warning
 * must not get lost. The kind is always said in words, never by colour alone.
 *
 * Classes: `aside`, `aside-note|caution|danger|help`, `aside-title`, `aside-kind`.
 */
export const aside = defineComponent({
  name: 'Aside',
  props: {
    kind: { ...oneOf([...KINDS]), example: 'kind="caution"' },
    title: optional(words('title="With alcohol"')),
  },
  content: 'required',
  render({ kind, title }, children, t) {
    const word = t.words.prose.aside[kind];
    return h(
      'div',
      {
        className: ['aside', `aside-${kind}`],
        role: 'note',
        ariaLabel: title ? `${word}: ${title}` : word,
      },
      h('p', { className: ['aside-title'] }, [
        h('span', { className: ['aside-kind'] }, title ? `${word}: ` : word),
        title,
      ]),
      children,
    );
  },
});
