/**
 * Whether a query may come from somebody in danger: the page then shows at once where to get help.
 * Rather once too often. English, like the help lines' page.
 */
export function isCrisisQuery(words: string): boolean {
  return CRISIS.test(words.normalize('NFKC').replaceAll('’', "'"));
}

const CRISIS =
  /suicid|\bsucid|\bsuiside|self[- ]?harm|selfharm|overdos|\bod\b|kill(?:ing)? (?:my|him|her|them|your)sel|\bkms\b|end(?:ing)? (?:my|it|his|her|your|their)(?: own)? ?(?:life|all)?\b|want(?:ing)? to die|wanna die|don'?t want to (?:live|be here|wake up)|do not want to live|no reason to live|better off dead|hurt(?:ing)? myself|cut(?:ting)? myself|take my (?:own )?life|unalive|hang myself|can'?t go on|in crisis|crisis line/i;
