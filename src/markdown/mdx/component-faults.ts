import type { Nodes } from 'mdast';
import { didYouMean } from '../../lib/text/did-you-mean.ts';
import { readProps } from '../mdx-components/component.ts';
import { COMPONENTS } from '../mdx-components/index.ts';
import { isJsx, type JsxAttribute, type JsxElement } from './nodes.ts';
import { COMPUTED, literal } from './values.ts';

/** Something wrong with the use of a component. */
export interface ComponentFault {
  rule: 'mdx/component';
  /** Offset in the file. */
  start: number;
  found: string;
  expected: string;
  fix: string;
}

/** Names of components that HTML does not know as elements, in small letters. */
const MISTAKABLE = new Map(
  [...COMPONENTS.keys()]
    .filter((name) => !['Aside', 'Details', 'Figure'].includes(name))
    .map((name) => [name.toLowerCase(), name]),
);

/** What is wrong with a tag of an `.mdx` file: its name, where it stands, its props, its content. */
export function componentFaults(node: JsxElement, parent: Nodes | undefined): ComponentFault[] {
  const { name } = node;
  const at = (offset: number | undefined, fault: Omit<ComponentFault, 'rule' | 'start'>) => ({
    rule: 'mdx/component' as const,
    start: offset ?? node.position?.start.offset ?? 0,
    ...fault,
  });
  const spread = node.attributes.find(({ type }) => type === 'mdxJsxExpressionAttribute');
  if (spread) {
    const fix = 'Write each prop as `name="value"`.';
    const found = `\`<${name}>\` has a prop in braces without a name.`;
    return [at(offsetOf(spread), { found, expected: 'Props with names and plain values.', fix })];
  }
  if (name === null) return [];
  if (!/^[A-Z]/.test(name) && !name.includes('.') && !MISTAKABLE.has(name)) return [];

  const component = COMPONENTS.get(name);
  if (!component) {
    const meant = MISTAKABLE.get(name) ?? didYouMean(name, [...COMPONENTS.keys()]);
    return [
      at(undefined, {
        found: `There is no component \`<${name}>\`.`,
        expected: `One of ${[...COMPONENTS.keys()].join(', ')}.`,
        fix: meant
          ? `Write \`<${meant}>\`.`
          : `Write \`\\<${name}>\` if it is meant as text. A component of your own is added in the code (docs/extending.md, "A part for articles").`,
      }),
    ];
  }

  const attributes = new Map(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' ? [[attribute.name, attribute]] : [],
    ),
  );
  const faults = readProps(component, propsOf(node.attributes)).problems.map(({ prop, ...fault }) =>
    at(prop === undefined ? undefined : offsetOf(attributes.get(prop)), fault),
  );
  if (node.type === 'mdxJsxTextElement') {
    faults.push(
      at(undefined, {
        found: `\`<${name}>\` stands in the middle of a line of text.`,
        expected: `\`<${name}>\` on a line of its own.`,
        fix: `Put \`<${name}>\` on a line of its own, with an empty line before it.`,
      }),
    );
  }
  const inside = node.children.filter((child) => !isEmpty(child));
  if (component.content === 'required' && inside.length === 0) {
    faults.push(
      at(undefined, {
        found: `\`<${name}>\` is empty.`,
        expected: `Text between \`<${name}>\` and \`</${name}>\`.`,
        fix: 'Add the text, or remove the component.',
      }),
    );
  }
  const stranger = inside.find((child) => !isJsx(child) || child.name !== component.only);
  if (component.only && stranger) {
    faults.push(
      at(stranger.position?.start.offset, {
        found: `\`<${name}>\` holds something else than \`<${component.only}>\`.`,
        expected: `Only \`<${component.only}>\` stands directly in \`<${name}>\`.`,
        fix: `Put it into a \`<${component.only}>\`.`,
      }),
    );
  }
  if (component.within && !(parent && isJsx(parent) && parent.name === component.within)) {
    faults.push(
      at(undefined, {
        found: `\`<${name}>\` stands outside of \`<${component.within}>\`.`,
        expected: `\`<${name}>\` directly in \`<${component.within}>\`.`,
        fix: `Put \`<${component.within}>\` around it.`,
      }),
    );
  }
  return faults;
}

/** The props of a tag as values; those that would have to be computed are `COMPUTED`. */
export function propsOf(attributes: JsxAttribute[]): Record<string, unknown> {
  return Object.fromEntries(
    attributes.flatMap((attribute): [string, unknown][] => {
      if (attribute.type !== 'mdxJsxAttribute') return [];
      const { name, value } = attribute;
      if (value === null || value === undefined) return [[name, true]];
      if (typeof value === 'string') return [[name, value]];
      const computed = literal(value.data?.estree);
      return [[name, computed === COMPUTED ? { computed: value.value } : computed]];
    }),
  );
}

function offsetOf(attribute: JsxAttribute | undefined): number | undefined {
  return attribute?.position?.start.offset;
}

function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    return literal(node.data?.estree) === undefined;
  }
  return false;
}
