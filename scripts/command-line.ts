import { parseArgs, type ParseArgsConfig } from 'node:util';
import { placeFrom } from '../src/lib/site/place.ts';
import { today } from '../src/store/reading/today.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true }>
>;

/**
 * What was typed behind a command. `--help` prints `usage` and ends with 0. An option that the
 * command does not know, a word where `usage` has no capitals for one, and a variable of the
 * environment that cannot be used (`BUILD_DAY`, `BASE_PATH`, `SITE_ADDRESS`) end it with 2 and a
 * sentence, before anything is read or written.
 */
export function commandLine<O extends Options>(usage: string, options: O): Parsed<O> {
  try {
    const parsed = parseArgs({
      options: { ...options, help: { type: 'boolean' as const } },
      allowPositionals: true,
    });
    if ((parsed.values as { help?: boolean }).help) {
      console.log(usage);
      process.exit(0);
    }
    // The first line shows words of the author's in capitals: `npm run source add FILE…`.
    const takesWords = /\b[A-Z]{3,}\b/.test(usage.split('\n')[0]!.replace(/--\S+ \S+/g, ''));
    if (!takesWords && parsed.positionals.length > 0)
      throw new Error(`"${parsed.positionals[0]}" says nothing to this command.`);
    today();
    placeFrom(process.env, { address: 'https://localhost', base: '/' });
    return parsed as Parsed<O>;
  } catch (error) {
    const [problem] = (error as Error).message.split('. To specify a positional');
    console.error(`${problem!.replace(/\.?$/, '.')}\n${usage}`);
    process.exit(2);
  }
}
