import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of the HTML files below a folder, from there, with `/`, sorted; none without the folder. */
export function htmlFiles(folder: string): string[] {
  const found: string[] = [];
  const look = (below: string) => {
    // With the types, since asking for each file's own takes longer than the rest.
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) look(path);
      else if (entry.name.endsWith('.html')) found.push(path);
    }
  };
  if (existsSync(folder)) look('');
  return found.sort();
}
