import { stemmer } from '@orama/stemmers/german';
import type { SearchLanguage } from '../search-language.ts';

/** Words that say nothing of what is looked for, plain. None that a health question could turn on. */
const STOP_WORDS =
  'aber als also am an auch auf aus bei beim bin bis bist da dadurch dafur damit dann das ' +
  'dass dein deine dem den denn der deren des deshalb dich die dies diese diesem diesen ' +
  'dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch ' +
  'euer eure fur gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ' +
  'ihnen ihr ihre ihrem ihren ihrer im in ist ja jede jedem jeden jeder jedes jener jetzt ' +
  'kann kannst konnen konnte konnten man mein meine meinem meinen meiner mich mir mit muss ' +
  'mussen nach noch nun nur ob oder sehr sein seine seinem seinen seiner seit sich sie sind ' +
  'so solche soll sollen sollte sollten sondern sonst um und uns unser unsere unter vom von ' +
  'vor wann war waren warum was weil welche welchem welchen welcher welches wem wen wenn ' +
  'wer werde werden wie wieder wieso will wir wird wo wurde wurden zu zum zur zwar';

export const language: SearchLanguage = {
  // Pagefind's newer edition of the algorithm reads `ae` as `ä`, as it is typed without the key.
  stem: (word) => stemmer(word.replace(/ae|oe|(?<![aeq])ue/g, ([vowel]) => vowel!)),
  stopWords: new Set(STOP_WORDS.split(' ')),
};
