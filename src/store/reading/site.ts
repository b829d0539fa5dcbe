import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '../../lib/frontmatter/validate.ts';
import { readYaml } from '../../lib/frontmatter/yaml.ts';
import { placeFrom } from '../../lib/site/place.ts';
import type { Place } from '../../lib/address/urls.ts';
import { siteSchema } from '../../schemas/site.ts';

/**
 * Where the site lies, for the configuration, which comes before everything else. Throws an Error
 * with the first fault of `content/site.yaml`, if there is one.
 */
export function readSite(root: string): Place {
  const file = 'content/site.yaml';
  const read = readYaml(readFileSync(join(root, file), 'utf8'), file);
  const { data, diagnostics } = validate(siteSchema, read, file);
  if (!data) {
    const { line, column, found, expected } = diagnostics[0]!;
    throw new Error(`${file}:${line}:${column}: ${found} ${expected}`);
  }
  return placeFrom(process.env, data);
}
