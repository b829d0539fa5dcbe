import type { Element, ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { withBase } from '../lib/address/urls.ts';
import { eachElement, replaceChild } from './elements.ts';
import { placeOf } from './place.ts';
import { setMarks } from './smart-punctuation.ts';
import type { ImageInfo, ImageVariant, RenderContext } from './types.ts';

/** How wide a picture is shown: the column of text, or the screen where that is narrower. */
const SIZES = '(min-width: 44rem) 40rem, 100vw';

/** The width of the file for browsers that know neither AVIF nor WebP, in pixels. */
const FALLBACK_WIDTH = 800;

/**
 * A rehype step: pictures beside the article become `<picture>` in the sizes and formats that the
 * site offers, with width and height. A paragraph that holds only a picture with a title becomes a
 * figure with the title as its caption (classes `figure`, `figure-caption`, like `Figure`).
 *
 * Throws an Error with file and line for a picture that is not there, or on another site.
 */
export function pictures({ base, image }: Pick<RenderContext, 'base' | 'image'>) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const found: { element: Element; around: Parents[] }[] = [];
    eachElement(tree, (element, around) => {
      if (element.tagName === 'img') found.push({ element, around });
    });
    for (const { element, around } of found) {
      const src = String(element.properties.src ?? '');
      Object.assign(element.properties, { loading: 'lazy', decoding: 'async' });
      if (src.startsWith('/') && !src.startsWith('//')) {
        element.properties.src = withBase(src, base);
        continue;
      }
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) {
        throw new Error(
          `${placeOf(element, file)}: The picture ${src} lies on another site. Save it beside the article.`,
        );
      }
      const info = await image(decode(src), file.path);
      if (!info) {
        throw new Error(
          `${placeOf(element, file)}: There is no picture ${src} beside the article. Check its name.`,
        );
      }
      const title = element.properties.title;
      const picture = pictureOf(element, info);
      const paragraph = around.at(-1)!;
      if (title && isAlone(element, paragraph)) {
        delete element.properties.title;
        const caption = h('figcaption', { className: ['figure-caption'] }, setMarks(String(title)));
        const figure = h('figure', { className: ['figure'] }, picture, caption);
        replaceChild(around.at(-2)!, paragraph as Element, figure);
      } else replaceChild(paragraph, element, picture);
    }
  };
}

function decode(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

function isAlone(element: Element, parent: Parents): boolean {
  const isBlank = (node: ElementContent) => node.type === 'text' && node.value.trim() === '';
  return (
    parent.type === 'element' &&
    parent.tagName === 'p' &&
    (parent.children as ElementContent[]).every((child) => child === element || isBlank(child))
  );
}

/** The picture around an `<img>`, or the `<img>` alone for a drawing (SVG). */
function pictureOf(img: Element, { width, height, variants }: ImageInfo): Element {
  const { alt, title } = img.properties;
  const fallback = fallbackOf(variants);
  img.properties = {
    src: fallback.href,
    alt: alt ?? '',
    ...(title ? { title } : {}),
    width,
    height,
    loading: 'lazy',
    decoding: 'async',
  };
  if (fallback.format === 'svg') return img;
  const source = (format: ImageVariant['format']) => {
    const offered = variants.filter((variant) => variant.format === format);
    const srcSet = offered.map((variant) => `${variant.href} ${variant.width}w`).join(', ');
    return offered.length > 0
      ? h('source', { type: `image/${format}`, srcSet, sizes: SIZES })
      : undefined;
  };
  return h('picture', source('avif'), source('webp'), img);
}

function fallbackOf(variants: ImageVariant[]): ImageVariant {
  const plain = variants.filter(({ format }) => format !== 'avif' && format !== 'webp');
  const [smallest] = plain;
  if (!smallest) throw new Error('A picture needs a variant in JPEG, PNG or SVG.');
  return plain.findLast(({ width }) => width <= FALLBACK_WIDTH) ?? smallest;
}
