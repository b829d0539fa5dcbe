import type { Element, ElementContent, Parents } from 'hast';

/** Returned by a visitor that does not want to see what is inside. */
export const SKIP = 'skip';

/**
 * Calls `visit` for each element below `parent`, in the order of the page, with all that is around
 * it, the outermost first. What the visitor puts beside an element is not visited.
 */
export function eachElement(
  parent: Parents,
  visit: (element: Element, around: Parents[]) => void | typeof SKIP,
  outside: Parents[] = [],
): void {
  const around = [...outside, parent];
  for (const child of [...parent.children]) {
    if (child.type !== 'element') continue;
    if (visit(child, around) !== SKIP) eachElement(child, visit, around);
  }
}

/** Puts `nodes` where `child` stands in `parent`. */
export function replaceChild(
  parent: Parents,
  child: ElementContent,
  ...nodes: ElementContent[]
): void {
  const children = parent.children as ElementContent[];
  children.splice(children.indexOf(child), 1, ...nodes);
}

export function classesOf({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : [];
}

export function hasClass(element: Element, name: string): boolean {
  return classesOf(element).includes(name);
}

export function addClass(element: Element, name: string): void {
  element.properties.className = [...classesOf(element), name];
}

/** Every id in a tree, so that a new one can be chosen that is not among them. */
export function idsOf(tree: Parents): Set<string> {
  const ids = new Set<string>();
  eachElement(tree, ({ properties }) => {
    if (properties.id) ids.add(String(properties.id));
  });
  return ids;
}

/** `wanted`, or `wanted-2`, `wanted-3` … if it is taken; takes it. */
export function takeId(ids: Set<string>, wanted: string): string {
  let id = wanted;
  for (let number = 2; ids.has(id); number++) id = `${wanted}-${number}`;
  ids.add(id);
  return id;
}
