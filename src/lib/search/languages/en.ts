import type { SearchLanguage } from '../search-language.ts';
import { stem } from './stem-en.ts';

/** Words that say nothing of what is looked for. None that a health question could turn on. */
const STOP_WORDS =
  'a about above after again against all am an and any are aren arent as at be because been ' +
  'before being below between both but by can cannot cant could couldnt did didnt do does doesnt ' +
  'doing dont during each ever few for from further get got had has hasnt have havent having he ' +
  'her here hers herself him himself his how i if im in into is isnt it its itself ive just me ' +
  'might more most must my myself nor of on once only or other our ours ourselves out over own ' +
  'please s same she should shouldnt so some such t than that thats the their theirs them ' +
  'themselves then there these they this those through to too under until up us very was wasnt ' +
  'we were werent what whats when where which while who whom why will with wont would wouldnt you ' +
  'youre your yours yourself';

export const language: SearchLanguage = { stem, stopWords: new Set(STOP_WORDS.split(' ')) };
