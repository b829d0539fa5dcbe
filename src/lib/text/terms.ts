/** How many of a post's words are kept. */
const KEPT = 30;

/** Words of English that tell texts apart least; they would crowd out the telling ones. */
const COMMON = new Set(
  `about after again against all also although among and another any anyone are because been before
  being between both but can cannot could did does doing done down during each either else enough
  even ever every few first for four from further give given had has have having here how however
  into its itself just know known later least less like likely made make many may mean means might
  more most much must near never next nobody not nothing now off often once one only other others
  our out over own part people per perhaps same say says see seen several shall she should since so
  some somebody something still such take taken than that the their them then there these they thing
  things this those three through too two under until upon use used using very was way well were what
  when where whether which while who whom whose why will with within without word words would year
  years yet you your`.split(/\s+/),
);

/** Counts the words of a text as a reader would: letters with apostrophes and hyphens inside. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** The most frequent telling words of a text with their counts; ties in the order of letters. */
export function weightyTerms(text: string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}\p{N}-]{2,}/gu)) {
    if (!COMMON.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Object.fromEntries(
    [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, KEPT),
  );
}
