import { z } from 'astro/zod';
import { day, language, slug, text } from './fields.ts';

const entry = { id: slug, name: text('Its name'), description: text('A sentence about it') };

const TO = 'A page of this site, such as /contact/, or an address that begins with https://.';
const link = z.strictObject({
  name: text('What readers see'),
  to: z.string({ error: TO }).regex(/^(?:\/(?:[^\s]+\/)?|https:\/\/\S+)$/, TO),
});

const ACCENT =
  "A colour in quotes, such as '#0c4c43', or one each: { light: '#0c4c43', dark: '#93d5c4' }.";
const colour = z.string({ error: ACCENT }).regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, ACCENT);

const LOGO =
  'An SVG, PNG, JPEG, WebP or AVIF file of content/look, such as logo.svg, or one each: { light: logo.svg, dark: logo-dark.svg }.';
const picture = z.string({ error: LOGO }).regex(/^[\w.-]+\.(?:svg|png|jpe?g|webp|avif)$/i, LOGO);

const FONT = 'A woff2 file of content/look, such as clinic-sans.woff2.';
const font = z.string({ error: FONT }).regex(/^[\w.-]+\.woff2$/i, FONT);

const FAMILY = 'A name of letters, digits, spaces and hyphens, such as Clinic Sans.';
const FONT_NAME =
  'house, serif, old-style, system, humanist, geometric, or a family of look.fonts.own.';

/** How it looks. What is left out looks as the house does. */
const look = z.strictObject({
  accent: z
    .union([colour, z.strictObject({ light: colour, dark: colour })], { error: ACCENT })
    .optional()
    .describe('Colour of links, marks and the button of help. `npm run check` holds its contrast.'),
  fonts: z
    .strictObject({
      text: z.string({ error: FONT_NAME }).optional().describe('The font of all text.'),
      headings: z
        .string({ error: FONT_NAME })
        .optional()
        .describe('The font of headings; that of the text where it is left out.'),
      own: z
        .array(
          z.strictObject({
            family: z.string({ error: FAMILY }).regex(/^[A-Za-z0-9][A-Za-z0-9 -]*$/, FAMILY),
            regular: font,
            italic: font.optional(),
            bold: font.optional(),
            variable: z
              .boolean({ error: 'true or false.' })
              .optional()
              .describe('The files hold all weights, so that no bold one is needed.'),
            instead: z
              .enum(['serif', 'old-style', 'system', 'humanist', 'geometric'], {
                error: 'serif, old-style, system, humanist or geometric.',
              })
              .optional()
              .describe('What stands in while the files load: the one most like it.'),
          }),
        )
        .default([])
        .describe('Fonts of your own, in files of content/look.'),
    })
    .optional(),
  logo: z
    .union([picture, z.strictObject({ light: picture, dark: picture })], { error: LOGO })
    .optional()
    .describe('Stands in the header in the place of the sign and the name.'),
});

/** `content/site.yaml`: the publication itself. */
export const siteSchema = z.strictObject({
  name: text('The name of the publication').describe('Name of the publication.'),
  tagline: text('A few words').describe('A few words under the name.'),
  description: text('One or two sentences').describe('One or two sentences for search engines.'),
  address: z
    .string({ error: 'An address such as https://example.org.' })
    .regex(/^https?:\/\/[^/]+$/, 'An address without a slash at the end: https://example.org.')
    .describe('Where it will stand, without a slash at the end.'),
  base: z
    .string({ error: '/ or a folder such as /sub/.' })
    .regex(/^\/(?:[^/]+\/)*$/, '/ or a folder such as /sub/.')
    .describe('The folder below the address: / for none.'),
  language: language.describe('Language of the publication.'),
  email: z.email({ error: 'An e-mail address.' }).describe('Where readers write to.'),
  licence: z
    .strictObject({
      name: text('Its name'),
      url: z.url({ protocol: /^https?$/, error: 'Its address.' }),
    })
    .describe('Licence of the articles.'),
  copyright: text('Whose the articles are').describe('Whose the articles are.'),
  postsPerPage: z.int().min(1).describe('Articles on a page of the archive.'),
  securityExpires: day.optional().describe('Until when security.txt holds.'),
  navigation: z
    .array(link)
    .default([
      { name: 'Topics', to: '/topics/' },
      { name: 'Archive', to: '/archive/' },
      { name: 'About', to: '/about/' },
    ])
    .describe('Links in the header.'),
  footer: z
    .array(link)
    .default([
      { name: 'About', to: '/about/' },
      { name: 'How we check', to: '/how-we-check/' },
      { name: 'Corrections', to: '/corrections/' },
      { name: 'Privacy', to: '/privacy/' },
      { name: 'On this device', to: '/device/' },
      { name: 'Disclaimer', to: '/disclaimer/' },
    ])
    .describe('Links on the site itself, in the footer.'),
  look: look.optional().describe('Colour, fonts and logo.'),
  topics: z.array(z.strictObject(entry)).describe('What articles are about.'),
  series: z.array(z.strictObject(entry)).default([]).describe('Series of articles.'),
  questions: z
    .array(
      z.strictObject({
        id: slug,
        asks: text('A question'),
        topics: z.array(slug, { error: 'A list of topics, such as [sleep].' }),
      }),
    )
    .default([])
    .describe('Questions that findings speak for or against, each under its topics.'),
  crisis: z
    .array(
      z.strictObject({
        country: text('The country'),
        code: text('Its two-letter code'),
        name: text('The name of the line'),
        number: text('Its number'),
        href: z.string().regex(/^(?:tel|sms):\+?[\d-]+$/, 'An address such as tel:988.'),
        ways: z.array(z.enum(['call', 'text', 'chat'], { error: 'call, text or chat.' })),
        note: text('A note').optional(),
        checked: day,
        against: text('What it was compared with').optional(),
      }),
    )
    .describe(
      'Crisis lines, each with the day on which it was last looked up, and where (the line itself, unless said).',
    ),
  exitTo: z
    .url({ protocol: /^https$/, error: 'An address such as https://www.bbc.co.uk/weather.' })
    .default('https://www.bbc.co.uk/weather')
    .describe('Where “Exit this page” leads: a page that nobody wonders about.'),
  startedFrom: z
    .string({ error: 'A commit, in quotation marks.' })
    .regex(/^[0-9a-f]{7,64}$/, 'A commit, in quotation marks.')
    .optional()
    .describe(
      'The commit of the demonstration with which this publication began: its articles are not missed. `npm run start-fresh` writes it.',
    ),
  emergency: z
    .array(
      z.strictObject({
        country: text('The country'),
        code: text('Its two-letter code'),
        number: text('Its number'),
      }),
    )
    .describe('Emergency numbers.'),
});
