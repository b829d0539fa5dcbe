import { stemmer } from '@orama/stemmers/spanish';
import type { SearchLanguage } from '../search-language.ts';

/** Words that say nothing of what is looked for, plain. None that a health question could turn on. */
const STOP_WORDS =
  'a al algo ante antes aquel aquella aquello asi aun aunque cada como con cual cuales ' +
  'cuando cuanto cuantos de debe deben debo del desde donde dos e el ella ellas ello ellos ' +
  'en entre era eran eres es esa esas ese eso esos esta estaba estamos estan estar estas ' +
  'este esto estos estoy fue fueron ha hace hacen hacer han hasta hay he la las le les lo ' +
  'los mas me mi mis mucho muy nada ni nos nosotros nuestra nuestro o os otra otro para ' +
  'pero poco por porque pueda puede pueden puedo pues que quien quienes se sea sean ser si ' +
  'sido siendo sobre sois solo somos son soy su sus suya suyo tal tambien tan tanto te ' +
  'tener tengo ti tiene tienen todo todos tu tus un una unas uno unos usted ustedes va ' +
  'vosotros voy y ya yo';

export const language: SearchLanguage = {
  stem: stemmer,
  stopWords: new Set(STOP_WORDS.split(' ')),
};
