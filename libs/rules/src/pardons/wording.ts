/** Words in an instrument that may take something back. The list only finds words; an attorney reads them. */
const CARVE_OUTS: readonly RegExp[] = [
  /\b(?:fire ?arms?|weapons?|guns?|ammunition)\b/gi,
  /\bhabitual\b/gi,
  /\b(?:except|excepting|exception|excluding|exclusive of|other than|save for|but not)\b/gi,
  /\b(?:provided|on (?:the )?condition|conditioned|conditions?|conditional|conditionally)\b/gi,
  /\b(?:subject to|so long as|as long as|unless|until|contingent)\b/gi,
  /\b(?:reserv(?:e|es|ed|ing|ation)|limited to|with ?hold(?:s|ing)?|withheld|without restor\w*)\b/gi,
  /\b(?:(?:does|do|shall|will|may) not|not (?:be|to be) (?:restored|construed))\b/gi,
  /\b(?:void|revocable|revoked?|revocation|forfeit(?:ed|ure)?)\b/gi,
  /\b(?:commut\w+|reprieve|provisional\w*|forgiveness|remit\w*)\b/gi,
  /\b(?:must|required to|shall report|on (?:probation|parole))\b/gi,
];
const CLASS_WORDS =
  /\b(?:all persons|any person|every person|all individuals|class of|proclamation|all those)\b/gi;
/** An instrument is a page or two; more than this was pasted by mistake. */
const LONGEST = 20_000;
const CONTEXT = 60;
const MOST_QUOTES = 20;

/** Places of the wording that may be a carve-out or a condition, quoted as written with the words around them. */
export function carveOutsIn(wording: string): string[] {
  return quotes(wording.slice(0, LONGEST), CARVE_OUTS);
}

/** Places of the wording that point to a grant to a class of people instead of to one person. */
export function classWordsIn(wording: string): string[] {
  return quotes(wording.slice(0, LONGEST), [CLASS_WORDS]);
}

/** Whether the wording says both full and unconditional, or absolute. */
export function saysFullAndUnconditional(wording: string): boolean {
  return (
    (/\bfull\b/i.test(wording) && /\bunconditional(?:ly)?\b/i.test(wording)) || /\babsolute\b/i.test(wording)
  );
}

function quotes(text: string, patterns: readonly RegExp[]): string[] {
  const found: Array<[number, number]> = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) found.push([match.index, match.index + match[0].length]);
  }
  found.sort((a, b) => a[0] - b[0]);
  const out: string[] = [];
  let quotedTo = -1;
  for (const [start, end] of found) {
    if (start < quotedTo || out.length === MOST_QUOTES) continue;
    quotedTo = Math.min(text.length, end + CONTEXT);
    out.push(
      text
        .slice(Math.max(0, start - CONTEXT), quotedTo)
        .replace(/\s+/g, ' ')
        .trim(),
    );
  }
  return out;
}
