import { z } from 'astro/zod';
import { day, language, slug, text } from './fields.ts';

const entry = { id: slug, name: text('Its name'), description: text('A sentence about it') };

const TO = 'A page of this site, such as /contact/, or an address that begins with https://.';
const link = z.strictObject({
  name: text('What readers see'),
  to: z.string({ error: TO }).regex(/^(?:\/(?:[^\s]+\/)?|https:\/\/\S+)$/, TO),
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
