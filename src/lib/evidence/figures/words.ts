import type { Bound } from './figure.ts';

/** The words of the grammar of `figures.ts`. */
function words(list: string): Set<string> {
  return new Set(list.split(' '));
}

/** What stands between a number and the noun it counts is no adjective when it is one of these. */
export const NO_ADJECTIVES = words(
  'of in on at by for with without from to than as and or nor but who whom which that whose were ' +
    'was is are be been being had has have having did do does took take takes responded relapsed ' +
    'improved remitted dropped received got came went said could should would may might can will ' +
    'shall must not no more less fewer after before during over under within between among across ' +
    'against per a an the this these those each every any it its he she his her their our your we ' +
    'you they i there then so if when while because since until later earlier ago old out up down ' +
    'times lower higher above below about around v vs versus also only even both all points',
);

/** How a number is limited by the words before it, the longest first. */
export const BOUNDS_BEFORE: [words: string[], bound: Bound][] = [
  [['no', 'more', 'than'], 'at most'],
  [['not', 'more', 'than'], 'at most'],
  [['never', 'more', 'than'], 'at most'],
  [['never', 'over'], 'at most'],
  [['not', 'over'], 'at most'],
  [['no', 'fewer', 'than'], 'at least'],
  [['no', 'less', 'than'], 'at least'],
  [['not', 'less', 'than'], 'at least'],
  [['a', 'maximum', 'of'], 'at most'],
  [['a', 'minimum', 'of'], 'at least'],
  [['maximum', 'of'], 'at most'],
  [['minimum', 'of'], 'at least'],
  [['as', 'many', 'as'], 'at most'],
  [['as', 'much', 'as'], 'at most'],
  [['as', 'few', 'as'], 'at least'],
  [['as', 'little', 'as'], 'at least'],
  [['at', 'least'], 'at least'],
  [['at', 'most'], 'at most'],
  [['up', 'to'], 'at most'],
  [['more', 'than'], 'more than'],
  [['greater', 'than'], 'more than'],
  [['higher', 'than'], 'more than'],
  [['longer', 'than'], 'more than'],
  [['fewer', 'than'], 'less than'],
  [['less', 'than'], 'less than'],
  [['lower', 'than'], 'less than'],
  [['over'], 'more than'],
  [['above'], 'more than'],
  [['exceeding'], 'more than'],
  [['under'], 'less than'],
  [['below'], 'less than'],
  [['>'], 'more than'],
  [['<'], 'less than'],
  [['>', '='], 'at least'],
  [['<', '='], 'at most'],
  [['≥'], 'at least'],
  [['⩾'], 'at least'],
  [['≤'], 'at most'],
  [['⩽'], 'at most'],
];
BOUNDS_BEFORE.sort(([a], [b]) => b.length - a.length);

/** "over 40 minutes" is how long it took. */
export const NOT_OF_TIME = words('over under');

/** "1 g or less". */
export const BOUNDS_AFTER: Record<string, Bound> = {
  more: 'at least',
  over: 'at least',
  above: 'at least',
  older: 'at least',
  longer: 'at least',
  higher: 'at least',
  greater: 'at least',
  upwards: 'at least',
  less: 'at most',
  fewer: 'at most',
  under: 'at most',
  below: 'at most',
  younger: 'at most',
  shorter: 'at most',
  lower: 'at most',
};

export const ABOUT = words(
  'about around roughly approximately approx nearly almost some circa ca estimated ~ ∼ ≈ close just',
);

/** Words that may stand between such a word and its number. */
export const THIN = words('a an the to of . only just well');

/** Numbers behind these are a place in a text or a class, not an amount. */
export const REFERENCES = words(
  'figure figures fig figs table tables part parts chapter chapters question questions section ' +
    'sections step steps appendix box volume vol issue no nos number page pages p pp item items ' +
    'row rows column columns phase phases type types stage stages grade grades class classes ' +
    'schedule level levels group groups arm arms cohort cohorts study trial experiment supplement ' +
    'rule rules note notes point panel example exercise lesson unit room article articles annex ' +
    'module modules reference references ref refs line lines paragraph criterion aim task series ' +
    'episode session visit dose day-one § #',
);

export const VERSIONS = words('version versions v release edition update');

/** Day 10, week 6: a time counted from the start. */
export const COUNTED_TIMES = words('day week month year hour minute');

/** What makes a year one of publication. */
export const PUBLICATIONS = words(
  'study studies paper papers review reviews trial trials letter letters report reports analysis ' +
    'analyses meta-analysis meta-analyses article articles abstract abstracts guideline guidelines ' +
    'survey book editorial commentary preprint update correction erratum record copy label edition',
);
export const PUBLISHED = words('published appeared printed dated');
export const AUTHORS = words('al others colleagues team .');

/** "the last two years" counts from now. */
export const FROM_NOW = words('last past next coming recent previous preceding');

/** Words that make a small number one of a known set: "these two trials". */
export const DETERMINERS = words('the these those all any other our both every its their which');

export const BEFORE_YEARS = words(
  'in since until till by from of during to before after between around about and early late mid ' +
    'year through the pre post spring summer autumn fall winter circa or , – ( -',
);

/** Words that say that a text gives a telephone number. */
export const TELEPHONE_WORDS = words(
  'call calls text texts ring phone dial telephone tel emergency samaritans lifeline helpline hotline ' +
    'crisis fax',
);
export const BEFORE_TELEPHONE = words('call text ring phone dial telephone tel fax answer or on');
export const EMERGENCY = words('988 911 999 112 111 000 101 113 119');

export const STREETS = words(
  'street road avenue lane square drive court boulevard terrace crescent close way place st rd ave',
);

/** A score on one of these needs no unit. */
export const SCALES = words(
  'madrs qids phq gad bdi ham hamd hdrs cgi score scores scored scoring rated mean median',
);

/** Verbs of a change: "rose from 30% to 55%" are two figures, no range. */
export const CHANGES = words(
  'rose risen rise rises fell fallen fall falls increased increase increases decreased decrease ' +
    'decreases dropped drop drops went declined reduced improved changed change grew shrank lowered ' +
    'raised climbed',
);

export const FRACTIONS: Record<string, number> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  ninths: 9,
  tenth: 10,
  tenths: 10,
};

/** "a third" is a part of a whole only before these, a sign or the end; else "a third party". */
export const AFTER_FRACTION = words(
  'of were was had have has did do does responded relapsed remitted improved dropped stopped left ' +
    'received took more less fewer as lower higher and or to who in with after within by at on for ' +
    'but than from still again showed reported felt got went',
);

/** Past tenses without -ed of what people do in studies: "Half slept better". */
export const PAST = words(
  'slept felt had got became took fell rose went came did said saw kept left',
);

/** "the second half" is no 50%. */
export const NO_HALF = words('first second other latter former better this that each either');

export const FACTORS: Record<string, number> = {
  double: 2,
  doubles: 2,
  doubled: 2,
  triple: 3,
  tripled: 3,
  trebled: 3,
  quadrupled: 4,
  halved: 0.5,
};

/** What "twice" and "three times" compare. */
export const AS_MUCH = words('as the that more higher greater larger likelier lower less fewer');

export const PEOPLE_AGED = words(
  'people adults patients participants men women children adolescents volunteers those persons',
);

/** "one of three children" speaks of a family, "one of three patients" of a study. */
export const FAMILY = words('children brothers sisters siblings sons daughters');
