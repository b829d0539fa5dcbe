import { h } from 'hastscript';
import { captionContent } from './caption.ts';
import { defineComponent } from './component.ts';
import { anyText, optional, text, words } from './props.ts';

/**
 * A picture with a caption: `<Figure src="./flow.svg" alt="…" credit="…">Caption</Figure>`.
 * The `<img>` becomes a picture in all its sizes in a later step, like any other image.
 *
 * Classes: `figure`, `figure-caption`, `figure-credit`.
 */
export const figure = defineComponent({
  name: 'Figure',
  props: {
    src: text('src="./flow.svg"'),
    alt: anyText('alt="What the picture shows"'),
    credit: optional(words('credit="Photo: Jane Doe"')),
  },
  content: 'optional',
  render({ src, alt, credit }, children) {
    const caption = captionContent(children);
    const source = credit ? [h('span', { className: ['figure-credit'] }, credit)] : [];
    const hasCaption = caption.length > 0 || source.length > 0;
    return h(
      'figure',
      { className: ['figure'] },
      h('img', { src, alt }),
      hasCaption ? h('figcaption', { className: ['figure-caption'] }, caption, source) : undefined,
    );
  },
});
