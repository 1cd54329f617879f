import type { ClearedBy, Conviction, ConvictionFlags, ConvictionLevel, Known } from '../types';
import { contradictory, Fields, knownOf, malformed, saysNothing, textOf, wordOf, type Found } from './fields';
import { jurisdictionOf } from './places';

const LEVELS: Record<string, ConvictionLevel> = {
  felony: 'felony',
  misdemeanor: 'misdemeanor',
  misdemeanour: 'misdemeanor',
  violation: 'violation',
  infraction: 'violation',
  'federal felony': 'federal_felony',
  'federal misdemeanor': 'federal_misdemeanor',
};

/** One conviction of the interchange form. */
export function readConviction({ value, path }: Found, at: number): Conviction {
  const fields = new Fields(value, path);
  const features = featuresOf(fields.find('flags', 'features'));
  const place = jurisdictionOf(fields.find('state', 'jurisdiction', 'sovereign'));
  const federal = place === 'FED' || fields.known('federal', 'isFederal') === 'yes';
  return {
    id: fields.text('id', 'convictionId') ?? `conviction-${at + 1}`,
    state: federal ? 'FED' : place,
    county: fields.text('county'),
    docket: fields.text('docket', 'docketNo', 'docketNumber', 'indictment', 'indictmentNo', 'caseNumber'),
    countNumber: fields.text('count', 'countNumber', 'countNo'),
    statute: [fields.text('statute', 'citation', 'section'), fields.text('subsection')]
      .filter(Boolean)
      .join(' '),
    level: levelOf(fields, federal),
    offence: fields.text('offence', 'offense', 'offenceName', 'crime', 'name', 'description', 'title') ?? '',
    offenceOn: fields.date(
      'offenceDate',
      'offenseDate',
      'offenceOn',
      'offenseOn',
      'dateOfOffence',
      'committedOn',
    ),
    pleaOn: fields.date(
      'pleaDate',
      'pleaOn',
      'dateOfPlea',
      'pleaOrVerdictDate',
      'convictionDate',
      'convictedOn',
      'dateOfConviction',
    ),
    verdictOn: fields.date('verdictDate', 'verdictOn', 'dateOfVerdict'),
    sentencedOn: fields.date('sentenceDate', 'sentencedOn', 'sentencingDate', 'dateOfSentence'),
    sentence: sentenceOf(fields, 'sentenceImposed', 'sentence'),
    maximumSentence: sentenceOf(fields, 'sentenceMaximum', 'maximumSentence', 'maxSentence', 'sentenceMax'),
    ageAtOffence: ageOf(fields.find('ageAtOffence', 'ageAtOffense', 'age')),
    flags: flagsOf(fields, features),
    scheme: schemeOf(fields.find('scheme', 'schemeId', 'singleScheme'), at),
    clearedBy: clearedBy(fields),
  };
}

/** Features as an object, or as a list of those that are there; what a list leaves out is not known. */
function featuresOf(found: Found | null): Fields | null {
  if (!found) return null;
  if (!Array.isArray(found.value)) return new Fields(found.value, found.path);
  const listed = found.value.map((feature: unknown) => {
    const word = wordOf(feature);
    if (word === null) throw malformed(found.path, 'A list of features holds words.');
    return [word, true] as const;
  });
  return new Fields(Object.fromEntries(listed), found.path);
}

function levelOf(fields: Fields, federal: boolean): ConvictionLevel {
  const word = wordOf(fields.find('level', 'class', 'grade', 'severity')?.value ?? '') ?? '';
  const level = LEVELS[word] ?? (federal ? 'felony' : 'other');
  if (!federal) return level;
  return level === 'misdemeanor' || level === 'federal_misdemeanor'
    ? 'federal_misdemeanor'
    : 'federal_felony';
}

/** A sentence as text. A bare number has no unit, so it is kept and not reckoned with. */
function sentenceOf(fields: Fields, ...names: string[]): string | null {
  const found = fields.find(...names);
  if (found && typeof found.value === 'object') {
    const parts = new Fields(found.value, found.path);
    const said = ['years', 'months', 'days'].flatMap((unit) => {
      const number = parts.text(unit);
      return number === null ? [] : [`${number} ${unit}`];
    });
    return said.length > 0 ? said.join(' ') : null;
  }
  for (const unit of ['Years', 'Months', 'Days']) {
    const number = fields.text(...names.map((name) => name + unit));
    if (number !== null) return `${number} ${unit.toLowerCase()}`;
  }
  return textOf(found);
}

function ageOf(found: Found | null): number | null {
  if (!found) return null;
  const word = wordOf(found.value);
  if (word !== null && saysNothing(word)) return null;
  const age = Number(found.value);
  if (!Number.isInteger(age) || age < 0 || age > 130)
    throw malformed(found.path, 'An age in whole years is needed here.');
  return age;
}

/** Yes: the one scheme that is talked about; no: a scheme of its own; other text names the scheme. */
function schemeOf(found: Found | null, at: number): string | null {
  if (!found) return null;
  const answer = plainly(found);
  if (answer === 'not_known') return null;
  if (answer === null) return textOf(found);
  return answer === 'yes' ? 'one scheme' : `its own (${at + 1})`;
}

type Answer = Partial<ConvictionFlags>;
type Reader = (found: Found) => Answer;

const only =
  (flag: keyof ConvictionFlags): Reader =>
  (found) => ({ [flag]: knownOf(found) });

/** Names of each feature. Where the answer is a thing ('cocaine', 'knife', 'spouse'), its reader knows what it means. */
const FEATURES: Array<[names: string[], read: Reader]> = [
  [['drug', 'drugs', 'isDrug', 'controlledSubstance', 'drugOffence', 'drugOffense'], only('drug')],
  [['substance', 'substanceFlag'], substance],
  [['firearm', 'isFirearm', 'gun', 'firearmElement', 'destructiveDevice'], only('firearm')],
  [['weapon', 'weaponFlag', 'weaponUsed'], weapon],
  [['domestic', 'domesticViolence', 'isDomestic', 'dv', 'stalking'], only('domestic')],
  [
    ['childVictim', 'child', 'childAbuse', 'minorVictim', 'victimIsChild', 'victimMinor'],
    only('childVictim'),
  ],
  [['victimRelationship', 'victimRelationshipFlag', 'relationshipToVictim', 'victim'], victim],
  [['moralTurpitude', 'cimt', 'crimeInvolvingMoralTurpitude', 'isCimt'], only('moralTurpitude')],
  [['aggravatedFelony', 'aggFelony', 'isAggravatedFelony', 'af'], only('aggravatedFelony')],
];

function flagsOf(fields: Fields, features: Fields | null): ConvictionFlags {
  const flags: ConvictionFlags = {
    drug: 'not_known',
    firearm: 'not_known',
    domestic: 'not_known',
    childVictim: 'not_known',
    moralTurpitude: 'not_known',
    aggravatedFelony: 'not_known',
  };
  for (const [names, read] of FEATURES) {
    for (const name of names) {
      for (const found of [features?.find(name), fields.find(name)])
        if (found) merge(flags, read(found), found.path);
    }
  }
  return flags;
}

function merge(flags: ConvictionFlags, answer: Answer, path: string): void {
  for (const [flag, value] of Object.entries(answer) as Array<[keyof ConvictionFlags, Known]>) {
    if (value === 'not_known') continue;
    if (flags[flag] !== 'not_known' && flags[flag] !== value)
      throw contradictory(path, 'Two recorded features of this conviction contradict each other.');
    flags[flag] = value;
  }
}

/** Yes, no or unknown, else null: then the text names a thing. */
function plainly(found: Found): Known | null {
  const word = wordOf(found.value);
  const answers = ['yes', 'no', 'y', 'n', 'true', 'false', 'none', '0', '1'];
  return typeof found.value === 'boolean' || (word !== null && (saysNothing(word) || answers.includes(word)))
    ? knownOf(found)
    : null;
}

function thing(found: Found): string {
  const things = Array.isArray(found.value) ? found.value.map(wordOf) : [wordOf(found.value)];
  const word = things.includes(null) ? null : things.join(' ');
  if (word === null) throw malformed(found.path, 'Answer with yes, no, unknown or the name of the thing.');
  return word;
}

function substance(found: Found): Answer {
  return { drug: plainly(found) ?? (thing(found) === '' ? 'not_known' : 'yes') };
}

function weapon(found: Found): Answer {
  const answer = plainly(found);
  if (answer) return { firearm: answer };
  const word = thing(found);
  if (
    /\b(?:fire ?arms?|hand ?guns?|guns?|pistols?|rifles?|shot ?guns?|revolvers?|explosives?|bombs?|grenades?|destructive)\b/.test(
      word,
    )
  )
    return { firearm: 'yes' };
  const open = word === '' || /\b(?:weapons?|antique|replica|air|bb)\b/.test(word);
  return { firearm: open ? 'not_known' : 'no' };
}

function victim(found: Found): Answer {
  const answer = plainly(found);
  if (answer === 'no') return { domestic: 'no', childVictim: 'no' };
  if (answer) return { domestic: answer };
  const word = thing(found);
  if (/\b(?:child|children|minor|son|daughter|stepson|stepdaughter|stepchild|infant)\b/.test(word))
    return { childVictim: 'yes' };
  if (
    /\b(?:spouse|wife|husband|partner|girlfriend|boyfriend|fianc\w*|ex|cohabit\w*|household|famil\w*|parent|mother|father|sibling|brother|sister|domestic|intimate)\b/.test(
      word,
    )
  )
    return { domestic: 'yes' };
  return /\b(?:stranger|acquaintance|friend|neighbou?r|co ?worker|business|store|police|officer|public|rival|government)\b/.test(
    word,
  )
    ? { domestic: 'no' }
    : {};
}

function clearedBy(fields: Fields): ClearedBy | null {
  const found = fields.find(
    'clearedBy',
    'postConvictionRelief',
    'vacated',
    'vacatur',
    'expunged',
    'expungedOn',
    'expungementDate',
    'vacatedOn',
    'setAside',
    'setAsideOn',
    'sealedOn',
    'expungement',
    'sealed',
  );
  if (!found || found.value === false) return null;
  const word = wordOf(found.value) ?? '';
  if (
    ['no', 'none', 'false', 'never', 'pending'].includes(word) ||
    (saysNothing(word) && found.value !== true)
  )
    return null;
  if (/expung|seal|set aside|erased|clean slate/.test(`${word} ${found.path.toLowerCase()}`))
    return 'expunged_or_sealed';
  if (/rehab|hardship|immigration/.test(word)) return 'vacated_for_rehabilitation';
  return /defect|legal|procedural|padilla|ineffective|constitution/.test(word)
    ? 'vacated_for_defect'
    : 'vacated_reason_not_known';
}
