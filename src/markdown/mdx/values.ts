import type { Estree, Program } from './nodes.ts';

/** What `literal` gives for anything that is not a plain value. */
export const COMPUTED = Symbol('computed');

/**
 * The value that an expression in braces stands for: text, numbers, true, false, null, and lists
 * and objects of these. Everything else is `COMPUTED`. Nothing is run: an article is data, also
 * when it comes from a stranger's pull request. No expression at all (an empty pair of braces, or a
 * comment) gives `undefined`.
 */
export function literal(program: Program | null | undefined): unknown {
  const [statement, ...more] = program?.body ?? [];
  if (!statement) return undefined;
  if (more.length > 0 || statement.type !== 'ExpressionStatement') return COMPUTED;
  return valueOf(statement.expression);
}

function valueOf(node: Estree): unknown {
  switch (node.type) {
    case 'Literal':
      return 'regex' in node || 'bigint' in node ? COMPUTED : node.value;
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? node.quasis[0]!.value.cooked : COMPUTED;
    case 'UnaryExpression': {
      const value = valueOf(node.argument);
      return node.operator === '-' && typeof value === 'number' ? -value : COMPUTED;
    }
    case 'ArrayExpression': {
      const items = node.elements.map((item) =>
        item && item.type !== 'SpreadElement' ? valueOf(item) : COMPUTED,
      );
      return items.includes(COMPUTED) ? COMPUTED : items;
    }
    case 'ObjectExpression': {
      const entries = node.properties.map((property): [string, unknown] => {
        if (property.type !== 'Property' || property.computed) return ['', COMPUTED];
        const key =
          property.key.type === 'Identifier' ? property.key.name : valueOf(property.key as Estree);
        return [String(key), valueOf(property.value as Estree)];
      });
      if (entries.some(([, value]) => value === COMPUTED)) return COMPUTED;
      return Object.fromEntries(entries);
    }
    default:
      return COMPUTED;
  }
}
