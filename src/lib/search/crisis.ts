/**
 * Whether a query may come from somebody in danger: the page then shows at once where to get help.
 * Rather once too often, and in every language that the interface has.
 */
export function isCrisisQuery(words: string): boolean {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'");
  return CRISIS.test(plain) || ELSEWHERE.test(plain);
}

const CRISIS =
  /suicid|\bsucid|\bsuiside|self[- ]?harm|selfharm|overdos|\bod\b|kill(?:ing)? (?:my|him|her|them|your)sel|\bkms\b|end(?:ing)? (?:my|it|his|her|your|their)(?: own)? ?(?:life|all)?\b|want(?:ing)? to die|wanna die|don'?t want to (?:live|be here|wake up)|do not want to live|no reason to live|better off dead|hurt(?:ing)? myself|cut(?:ting)? myself|take my (?:own )?life|unalive|hang myself|can'?t go on|in crisis|crisis line/i;

/** German, Spanish and French, without marks. */
const ELSEWHERE =
  /suizid|selbstmord|selbstverletz|umbringen|sterben will|will sterben|nicht mehr leben|das leben nehmen|ritze mich|sobredosis|autolesi|quiero morir|matarme|quitarme la vida|no quiero vivir|hacerme dano|surdose|me tuer|envie de mourir|veux mourir|en finir|mettre fin a mes jours|automutil|plus envie de vivre/i;
