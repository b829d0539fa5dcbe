import type { Interface } from '../../lib/interface/interface.ts';
import { didYouMean } from '../../lib/text/did-you-mean.ts';
import type { Element, ElementContent } from 'hast';
import type { PropProblem, Props, Values } from './props.ts';

/** A component of `.mdx` articles: what it accepts, and how it is drawn. */
export interface Component {
  name: string;
  props: Props;
  /** Whether something stands between its tags. */
  content: 'required' | 'optional' | 'none';
  /** The only component that may stand directly in this one, if there is such a rule. */
  only?: string;
  /** The component directly around this one, if there is such a rule. */
  within?: string;
  /**
   * What it prints of its own props, as sentences that the check reads. Left out where it prints no
   * more than its props of `words`: these are then taken one by one.
   */
  statements?(values: Record<string, unknown>): string[];
  /** Draws it. A pure function of its arguments: it is run again only when one of them changes. */
  render(values: Record<string, unknown>, children: ElementContent[], t: Interface): Element;
}

/** Describes a component; `render` gets values that its props have accepted. */
export function defineComponent<P extends Props>(
  component: Omit<Component, 'props' | 'statements' | 'render'> & {
    props: P;
    statements?(values: Values<P>): string[];
    render(values: Values<P>, children: ElementContent[], t: Interface): Element;
  },
): Component {
  return component as unknown as Component;
}

/** The values of the props that were `given`, or what is wrong with them. */
export function readProps(
  { name, props }: Component,
  given: Record<string, unknown>,
): { values: Record<string, unknown>; problems: PropProblem[] } {
  const values: Record<string, unknown> = {};
  const problems: PropProblem[] = [];
  for (const prop of Object.keys(given)) {
    if (Object.hasOwn(props, prop)) continue;
    const meant = didYouMean(prop, Object.keys(props));
    problems.push({
      prop,
      found: `\`<${name}>\` has no prop \`${prop}\`.`,
      expected: `One of these props: ${Object.keys(props).join(', ')}.`,
      fix: meant ? `Write \`${meant}\` in place of \`${prop}\`.` : `Remove \`${prop}\`.`,
    });
  }
  for (const [prop, rule] of Object.entries(props)) {
    if (!Object.hasOwn(given, prop)) {
      if (rule.required) {
        problems.push({
          found: `\`<${name}>\` has no \`${prop}\`.`,
          expected: `\`${prop}\`: ${rule.expected}.`,
          fix: `Add \`${rule.example}\`.`,
        });
      }
      continue;
    }
    const value = rule.read(given[prop]);
    if (value === undefined) {
      problems.push({
        prop,
        found: `\`${prop}\` of \`<${name}>\` is ${inWords(given[prop])}.`,
        expected: `\`${prop}\`: ${rule.expected}.`,
        fix: `Write it like this: \`${rule.example}\`.`,
      });
    } else values[prop] = value;
  }
  return { values, problems };
}

/**
 * What a tag prints of the props that were `given`, for the check: text as the author typed it.
 * Nothing when a prop is at fault, since that is reported by itself.
 */
export function printedBy(component: Component, given: Record<string, unknown>): string[] {
  const { values, problems } = readProps(component, given);
  if (problems.length > 0) return [];
  const printed = Object.keys(component.props).filter(
    (name) => component.props[name]!.shown && typeof given[name] === 'string',
  );
  for (const name of printed) values[name] = given[name];
  return component.statements?.(values) ?? printed.map((name) => given[name] as string);
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'empty' : `"${value}"`;
  if (value === true) return 'without a value';
  return `\`${JSON.stringify(value)}\``;
}
