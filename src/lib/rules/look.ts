import type { Rules } from './rule.ts';

/** Rules on colours, fonts and logo. */
export const look = {
  'look/contrast': {
    summary: 'The accent colour can be read wherever it stands, in the light and in the dark.',
    severity: 'error',
    example: {
      wrong: "look:\n  accent: '#f5c518'",
      right: "look:\n  accent: '#0c4c43'",
      file: 'content/site.yaml',
    },
  },
  'look/font': {
    summary: 'Text and headings are set in a font that there is.',
    severity: 'error',
    example: {
      wrong: 'look:\n  fonts:\n    headings: serfi',
      right: 'look:\n  fonts:\n    headings: serif',
      file: 'content/site.yaml',
    },
  },
  'look/family': {
    summary: 'A font of your own has a name of its own.',
    severity: 'error',
    example: {
      wrong: 'look:\n  fonts:\n    own:\n      - { family: serif, regular: clinic.woff2 }',
      right: 'look:\n  fonts:\n    own:\n      - { family: Clinic Serif, regular: clinic.woff2 }',
      file: 'content/site.yaml',
    },
  },
  'look/unused': {
    summary: 'A font of your own is used.',
    severity: 'warning',
    example: {
      wrong: 'look:\n  fonts:\n    own:\n      - { family: Clinic Serif, regular: clinic.woff2 }',
      right:
        'look:\n  fonts:\n    text: Clinic Serif\n    own:\n      - { family: Clinic Serif, regular: clinic.woff2 }',
      file: 'content/site.yaml',
    },
  },
  'look/missing': {
    summary: 'A font or logo that site.yaml names lies in content/look.',
    severity: 'error',
    example: {
      wrong: 'look:\n  logo: logo.svg, and no such file in content/look.',
      right: 'look:\n  logo: logo.svg, and content/look/logo.svg.',
      file: 'content/site.yaml',
    },
  },
  'look/file': {
    summary: 'A logo is a plain drawing or a picture, and a font is a woff2 file.',
    severity: 'error',
    example: {
      wrong: 'look:\n  logo: logo.svg, a drawing with <script> in it.',
      right: 'look:\n  logo: logo.svg, saved as a plain SVG.',
      file: 'content/site.yaml',
    },
  },
} satisfies Rules;
