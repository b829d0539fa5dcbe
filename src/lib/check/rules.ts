import { diagnose, type Place } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RuleId } from '../rules/rules.ts';
import type { Path } from '../frontmatter/yaml.ts';
import { hasInterface, LANGUAGES, languageName } from '../interface/interface.ts';
import { TO_BE_WRITTEN } from '../posts/new-post.ts';
import { WRITTEN_PAGES } from '../site/pages.ts';
import { daysBetween } from '../text/dates.ts';
import { suggestion } from '../text/did-you-mean.ts';
import type { Content, PostText } from './content.ts';
import { lookFaults } from './look.ts';
import { sourceFaults } from './sources.ts';

/** After so many days a crisis line must be looked up again. */
const CRISIS_DAYS = 180;

/** Every fault of the content that takes more than one file to see. `today` is an ISO day. */
export function crossCheck(content: Content, today: string): Diagnostic[] {
  return [
    ...names(content),
    ...duplicates(content),
    ...moved(content),
    ...headings(content),
    ...images(content),
    ...empty(content),
    ...unfinished(content),
    ...comments(content),
    ...pages(content),
    ...siteLanguage(content),
    ...lookFaults(content),
    ...crisisLines(content, today),
    ...reviews(content, today),
    ...sourceFaults(
      content.sources,
      new Set(texts(content).flatMap(({ facts }) => facts.cites)),
      today,
    ),
  ];
}

function names({ site, posts, people }: Content): Diagnostic[] {
  const persons = people.map(({ data }) => data.id);
  const topics = site?.data.topics.map(({ id }) => id) ?? [];
  const series = site?.data.series.map(({ id }) => id) ?? [];
  return posts.flatMap(({ file, post, placeOf }) => {
    if (!post) return [];
    const unknown = (what: string, path: Path, name: string, known: string[], where: string) =>
      known.includes(name)
        ? []
        : diagnose('name/unknown', file, placeOf(path), {
            found: `There is no ${what} "${name}".`,
            expected: `One of: ${known.join(', ') || 'none yet'}.`,
            fix: `${suggestion(name, known)}Correct the name, or add it to ${where}.`,
          });
    return [
      ...post.authors.flatMap((id, i) =>
        unknown('author', ['authors', i], id, persons, 'content/people'),
      ),
      ...(post.reviewed
        ? [
            unknown('reviewer', ['reviewed', 'by'], post.reviewed.by, persons, 'content/people'),
          ].flat()
        : []),
      ...post.topics.flatMap((id, i) =>
        unknown('topic', ['topics', i], id, topics, 'content/site.yaml'),
      ),
      ...(post.series
        ? [
            unknown('series', ['series', 'name'], post.series.name, series, 'content/site.yaml'),
          ].flat()
        : []),
    ];
  });
}

function duplicates({ posts }: Content): Diagnostic[] {
  const found: Diagnostic[] = [];
  const once = (
    key: string,
    seen: Map<string, PostText>,
    text: PostText,
    rule: RuleId,
    place: () => Place,
    wording: (other: PostText) => { found: string; expected: string; fix: string },
  ) => {
    const other = seen.get(key);
    if (other) found.push(diagnose(rule, text.file, place(), wording(other)));
    else seen.set(key, text);
  };
  const slugs = new Map<string, PostText>();
  const titles = new Map<string, PostText>();
  const parts = new Map<string, PostText>();
  for (const text of posts) {
    once(
      text.slug,
      slugs,
      text,
      'post/duplicate-slug',
      () => ({ line: 1, column: 1 }),
      ({ file }) => ({
        found: `${file} has the address /posts/${text.slug}/ too.`,
        expected: 'One article at an address.',
        fix: 'Keep one of the two files, or give one another folder.',
      }),
    );
    if (!text.post) continue;
    const { title, series } = text.post;
    once(
      title.toLowerCase(),
      titles,
      text,
      'post/duplicate-title',
      () => text.placeOf(['title']),
      ({ file }) => ({
        found: `${file} has the title "${title}" too.`,
        expected: 'A title that no other article has.',
        fix: 'Change one of the two.',
      }),
    );
    if (series) {
      const place = () => text.placeOf(['series', 'part']);
      once(
        `${series.name} ${series.part}`,
        parts,
        text,
        'post/duplicate-part',
        place,
        ({ file }) => ({
          found: `${file} is part ${series.part} of ${series.name} too.`,
          expected: 'Each part once.',
          fix: 'Give one of the two another number.',
        }),
      );
    }
  }
  // Old addresses: each once, and none that an article has today.
  const old = new Map<string, PostText>();
  for (const text of posts) {
    for (const [index, slug] of (text.post?.slugHistory ?? []).entries()) {
      const place = text.placeOf(['slugHistory', index]);
      const holder = slugs.get(slug) ?? old.get(slug);
      if (holder) {
        found.push(
          diagnose('post/duplicate-slug', text.file, place, {
            found: `${holder.file} ${slugs.has(slug) ? 'has' : 'had'} the address /posts/${slug}/.`,
            expected: 'An old address that leads to one article.',
            fix: `Remove "${slug}" from one of the two.`,
          }),
        );
      } else old.set(slug, text);
    }
  }
  return found;
}

function moved({ posts, formerSlugs }: Content): Diagnostic[] {
  const known = new Set(posts.flatMap(({ slug, post }) => [slug, ...(post?.slugHistory ?? [])]));
  return (formerSlugs ?? [])
    .filter(({ slug }) => !known.has(slug))
    .map(({ slug, file }) =>
      diagnose(
        'post/moved',
        file,
        { line: 1, column: 1 },
        {
          found: `/posts/${slug}/ was published and leads nowhere now.`,
          expected: 'An article at that address, or one that names it in slugHistory.',
          fix: `Add slugHistory: [${slug}] to the article that takes its place.`,
        },
      ),
    );
}

function headings({ posts, pages }: Content): Diagnostic[] {
  return [...posts, ...pages].flatMap(({ file, facts }) => {
    let before = 1;
    return facts.headings.flatMap((heading) => {
      const { depth, text } = heading;
      const skipped = depth > before + 1;
      const level = before;
      if (depth > 1) before = depth;
      if (depth === 1) {
        return diagnose('heading/title', file, heading, {
          found: `"${text}" is a heading of the first level.`,
          expected: 'Headings from the second level (##) on: the title is the first.',
          fix: 'Add a #, or remove the line if it repeats the title.',
        });
      }
      if (!skipped) return [];
      return diagnose('heading/level', file, heading, {
        found: `"${text}" is on level ${depth}, and the heading before it on level ${level}.`,
        expected: `Level ${level + 1} at most.`,
        fix: `Write ${'#'.repeat(level + 1)} before it.`,
      });
    });
  });
}

function images({ posts }: Content): Diagnostic[] {
  return posts.flatMap(({ file, facts, files, post, placeOf }) => {
    const shown = [
      ...facts.images,
      ...(post?.image ? [{ ...post.image, ...placeOf(['image', 'src']) }] : []),
    ];
    return shown.flatMap((image) => {
      const { src, alt } = image;
      const found: Diagnostic[] = [];
      const name = decodeURI(src.replace(/^\.\//, ''));
      if (!/^(?:https?:|\/)/.test(src) && !files.includes(name)) {
        const pictures = files.filter((other) => !/\.mdx?$/.test(other));
        found.push(
          diagnose('image/missing', file, image, {
            found: `There is no file ${name} beside the article.`,
            expected:
              pictures.length > 0
                ? `One of: ${pictures.join(', ')}.`
                : 'A picture in the same folder.',
            fix: `${suggestion(name, pictures)}Put the picture there, or correct its name.`,
          }),
        );
      }
      if (!alt?.trim() || alt.trim() === name) {
        found.push(
          diagnose('image/alt', file, image, {
            found: `The picture ${name} ${alt?.trim() ? 'has its file name as its description' : 'has no description'}.`,
            expected: 'What it shows, in words, for those who cannot see it.',
            fix: 'Write the words between the square brackets, or as alt.',
          }),
        );
      }
      return found;
    });
  });
}

function unfinished({ posts }: Content): Diagnostic[] {
  return posts.flatMap(({ file, post, placeOf }) => {
    if (!post || post.draft) return [];
    return (['description', 'disclosure'] as const)
      .filter((field) => post[field] === TO_BE_WRITTEN)
      .map((field) =>
        diagnose('post/unfinished', file, placeOf([field]), {
          found: `${field} still says "${TO_BE_WRITTEN}"`,
          expected: 'Your own words, since this article is no draft.',
          fix: 'Write them, or put draft: true back.',
        }),
      );
  });
}

function empty({ posts }: Content): Diagnostic[] {
  return posts
    .filter(({ facts }) => facts.words === 0 && facts.diagnostics.length === 0)
    .map(({ file }) =>
      diagnose(
        'post/empty',
        file,
        { line: 1, column: 1 },
        {
          found: 'The article has no text.',
          expected: 'Text below the front matter.',
          fix: 'Write it, or remove the folder.',
        },
      ),
    );
}

function comments({ posts, comments }: Content): Diagnostic[] {
  const slugs = posts.map(({ slug }) => slug);
  return comments
    .filter(({ data }) => !slugs.includes(data.post))
    .map(({ file, data }) =>
      diagnose(
        'comment/post',
        file,
        { line: 1, column: 1 },
        {
          found: `There is no article "${data.post}".`,
          expected: 'A folder with the name of an article.',
          fix: `${suggestion(data.post, slugs)}Rename the folder.`,
        },
      ),
    );
}

function pages({ pages }: Content): Diagnostic[] {
  return WRITTEN_PAGES.filter((slug) => !pages.some((page) => page.slug === slug)).map((slug) =>
    diagnose(
      'page/missing',
      `content/pages/${slug}.md`,
      { line: 1, column: 1 },
      {
        found: 'The page is not there.',
        expected: `A page that others link to as /${slug}/.`,
        fix: 'Write it, with title, description and updated as front matter.',
      },
    ),
  );
}

function siteLanguage({ site }: Content): Diagnostic[] {
  const language = site?.data.language;
  if (!site || language === undefined || hasInterface(language)) return [];
  const [file, name] = ['src/lib/interface/en.ts', languageName(language, 'en')];
  const place = site.placeOf(['language']);
  return [
    diagnose('site/language', site.file, place, {
      found: `The interface has no words in ${name}: its buttons and labels stay English.`,
      expected: `One of: ${Object.keys(LANGUAGES).join(', ')}.`,
      fix: `Translate ${file}, as docs/extending.md says, or keep the English labels.`,
    }),
  ];
}

function crisisLines({ site }: Content, today: string): Diagnostic[] {
  return (site?.data.crisis ?? []).flatMap(({ name, checked }, index) => {
    const days = daysBetween(checked, today);
    if (days <= CRISIS_DAYS) return [];
    return diagnose('help/stale', site!.file, site!.placeOf(['crisis', index, 'checked']), {
      found: `${name} was last looked up ${days} days ago.`,
      expected: `At most ${CRISIS_DAYS} days.`,
      fix: 'Look the number up again and write today’s date.',
    });
  });
}

function reviews({ posts }: Content, today: string): Diagnostic[] {
  return posts.flatMap(({ file, post, placeOf }) => {
    if (!post?.nextReview || post.draft || post.nextReview >= today) return [];
    return diagnose('page/review-overdue', file, placeOf(['nextReview']), {
      found: `The article was to be looked at again by ${post.nextReview}.`,
      expected: 'A day that is not over.',
      fix: 'Read it against its sources again, then move the day.',
    });
  });
}

function texts({ posts, pages }: Content) {
  return [...posts, ...pages];
}
