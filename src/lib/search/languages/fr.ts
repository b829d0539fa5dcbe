import { stemmer } from '@orama/stemmers/french';
import type { SearchLanguage } from '../search-language.ts';

/** Words that say nothing of what is looked for, plain. None that a health question could turn on. */
const STOP_WORDS =
  'a afin ai aie ainsi alors apres as au aucun aucune aussi autre autres aux avait avant ' +
  'avec avez avoir avons c car ce ceci cela celle celles celui ces cet cette ceux chaque ' +
  'chez ci combien comme comment d dans de des donc dont du elle elles en encore entre est ' +
  'et etait etaient ete etes etre eu eux fait faire fais faut font il ils j je l la le les ' +
  'leur leurs lui l m ma mais me meme memes mes moi mon n ne ni nos notre nous on ont ou ' +
  'par parce pas peut peuvent peux plus pour pourquoi puis qu quand que quel quelle quelles ' +
  'quels qui quoi s sa sans se sera ses si soi soit sommes son sont sous suis sur t ta te ' +
  'tes toi ton tous tout toute toutes tu un une va vers voici vont vos votre vous y';

export const language: SearchLanguage = {
  stem: stemmer,
  stopWords: new Set(STOP_WORDS.split(' ')),
};
