import { join } from 'node:path';
import exifr from 'exifr';
import type { PostText } from '../../lib/check/content.ts';
import { diagnose } from '../../lib/diagnostics/diagnose.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';

/** What in a picture tells where and by whom it was taken. */
const TELLING = [
  'GPSLatitude',
  'GPSLongitude',
  'Artist',
  'OwnerName',
  'CameraOwnerName',
  'SerialNumber',
  'BodySerialNumber',
];

/**
 * Pictures beside articles that hold a place, a name or a serial number. The site never publishes
 * these, but the repository does.
 */
export async function pictureFaults(root: string, posts: PostText[]): Promise<Diagnostic[]> {
  const found = posts.flatMap(({ file, files }) =>
    files
      .filter((name) => /\.(?:jpe?g|heic|tiff?|png|webp|avif)$/i.test(name))
      .map(async (name): Promise<Diagnostic[]> => {
        const picture = file.replace(/[^/]+$/, name);
        const tags = await exifr
          .parse(join(root, picture), { pick: TELLING, gps: true })
          .catch(() => undefined);
        const told = Object.keys((tags as object | undefined) ?? {});
        if (told.length === 0) return [];
        return [
          diagnose(
            'image/location',
            picture,
            { line: 1, column: 1 },
            {
              found: `The picture holds ${told.join(', ')}.`,
              expected: 'A picture without traces of who took it and where.',
              fix: 'The site leaves them out; save the file without them if the repository is public.',
            },
          ),
        ];
      }),
  );
  return (await Promise.all(found)).flat();
}
