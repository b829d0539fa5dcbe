import type { Nodes, Root } from 'mdast';
import { location } from 'vfile-location';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { mdx } from '../parsers.ts';
import { componentFaults, type ComponentFault } from './component-faults.ts';
import { isExpression, isJsx, isParent } from './nodes.ts';
import { plainValues } from './plain-values.ts';
import { computed, explain, importFault, type Fault, type ParseError } from './syntax.ts';
import { unravelComponents } from './unravel.ts';
import { COMPUTED, literal } from './values.ts';

type TreeFault = Omit<Fault, 'mend'> | ComponentFault;

/** So many syntax errors are reported of one file; a file with more needs another look anyway. */
const MOST_FAULTS = 40;

/**
 * Parses the text of an `.mdx` file. MDX stops at its first error; here the place is reported,
 * overwritten with blanks of the same length, and the rest is parsed, so that one run finds all.
 */
export function parseMdx(path: string, source: string): { tree: Root; diagnostics: Diagnostic[] } {
  const { tree, faults, mended } = parseOnwards(source);
  const places = location(source);
  unravelComponents(tree);
  plainValues(tree, places);
  faults.push(...treeFaults(tree, source, mended));
  const diagnostics = faults.map((fault): Diagnostic => {
    const { line, column } = places.toPoint(fault.start) ?? { line: 1, column: 1 };
    const { rule, found, expected, fix } = fault;
    return { rule, severity: 'error', file: path, line, column, found, expected, fix };
  });
  diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
  return { tree, diagnostics };
}

function parseOnwards(source: string): {
  tree: Root;
  faults: TreeFault[];
  mended: [number, number][];
} {
  const faults: TreeFault[] = [];
  const mended: [number, number][] = [];
  let text = source;
  while (faults.length < MOST_FAULTS) {
    try {
      return { tree: mdx.parse(text), faults, mended };
    } catch (error) {
      const fault = explain(error as ParseError, text);
      const before = text;
      for (const [start, end, beginning = ''] of fault.mend) {
        text = text.slice(0, start) + blank(text.slice(start, end), beginning) + text.slice(end);
        mended.push([start, end]);
      }
      faults.push(fault);
      if (text === before) break;
    }
  }
  return { tree: { type: 'root', children: [] }, faults, mended };
}

function blank(text: string, beginning: string): string {
  return beginning + text.slice(beginning.length).replace(/[^\r\n]/g, ' ');
}

/** What MDX takes and this site does not: programs, unknown components, wrong props. */
function* treeFaults(
  node: Nodes,
  source: string,
  mended: [number, number][],
  parent?: Nodes,
): Generator<TreeFault> {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  if (node.type === 'mdxjsEsm') yield importFault(source, start);
  else if (isExpression(node) && literal(node.data?.estree) === COMPUTED) {
    yield computed(source, start, end, node.data?.estree);
  } else if (isJsx(node)) {
    // What is left of a tag after mending says nothing about its props.
    const tagEnd = node.children[0]?.position?.start.offset ?? end;
    const whole = !mended.some(([from]) => from > start && from < tagEnd);
    if (whole) yield* componentFaults(node, parent);
  }
  if (isParent(node)) {
    for (const child of node.children) yield* treeFaults(child, source, mended, node);
  }
}
