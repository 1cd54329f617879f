import type { Grantor, InstrumentKind, InstrumentTest, Known, Pardon } from '../types';
import { Fields, idsOf, knownOf, listOf, malformed, saysNothing, textOf, wordOf, type Found } from './fields';
import { jurisdictionOf } from './places';
import { isTestResult, testName, testResult } from './tests';

type Results = NonNullable<Pardon['testResults']>;

/** What the form calls an instrument: its kind, or only that it is some pardon. */
type Kind = InstrumentKind | 'some_pardon';

/** One pardon of the interchange form. `states`: the state of every conviction by id, for an
 * instrument that names all counts, or that is said to be by the sovereign that convicted. */
export function readPardon({ value, path }: Found, at: number, states: ReadonlyMap<string, string>): Pardon {
  const fields = new Fields(value, path);
  const results = resultsOf(fields);
  const wording = fields.text(
    'wording',
    'text',
    'words',
    'operativeWords',
    'operativeText',
    'instrumentText',
  );
  const instrumentKind = settle(kindOf(fields), fullness(fields), wording, results);
  const grantor = grantorOf(
    fields.find('grantor', 'grantedBy', 'signedBy', 'signer') ?? answered(fields, 'grantor'),
    results,
  );
  const convictionIds = convictionsOf(fields, [...states.keys()], results);
  const place = placeOf(fields) || sameSovereign(convictionIds, states, results);
  return {
    id: fields.text('id', 'pardonId') ?? `pardon-${at + 1}`,
    jurisdiction: place === '' && grantor === 'president' ? 'FED' : place,
    grantor,
    instrumentKind,
    convictionIds,
    individual: individualOf(
      fields.find('individual', 'onOwnRequest', 'ownRequest', 'individuallyRequested'),
    ),
    ...datesOf(fields),
    wording,
    attorneyReading: readingOf(fields.find('attorneyReading')),
    conditionsMet: fields.known('conditionsMet', 'conditionsSatisfied'),
    fraudAlleged: fraudOf(fields.find('fraudAlleged', 'collateralAttack', 'alleged', 'fraud')),
    testResults: Object.keys(results).length > 0 ? results : null,
  };
}

const NOT_GRANTED =
  /^(?:(?:only )?(?:requested|asked for)|request|pending|applied|application|application filed|filed|submitted|drafted|draft|planned|sought|under review|denied|declined|refused|rejected|withdrawn|not granted)\b/;

/** Whether the entry says that this pardon was only asked for, or refused: then there is no instrument to read. */
export function isGranted({ value, path }: Found): boolean {
  const fields = new Fields(value, path);
  const granted = fields.find('granted', 'isGranted');
  if (granted && (granted.value === false || wordOf(granted.value) === 'no')) return false;
  if (fields.known('requestedOnly', 'onlyRequested', 'isRequest') === 'yes') return false;
  const status = fields.find('status', 'state of request', 'outcome', 'decision', 'stage');
  return !NOT_GRANTED.test(wordOf(status?.value) ?? '');
}

/** Four different days, and the vote of a board before them; beside the facts or under `dates`. */
function datesOf(
  fields: Fields,
): Pick<Pardon, 'effectiveOn' | 'signedOn' | 'receivedOn' | 'announcedOn' | 'votedOn' | 'consentedOn'> {
  const dates = fields.under('dates');
  const date = (...names: string[]) => fields.date(...names) ?? dates?.date(...names) ?? null;
  return {
    effectiveOn: date('effectiveOn', 'effective', 'effectiveDate', 'dateEffective'),
    signedOn: date(
      'signedOn',
      'signed',
      'signedDate',
      'dateSigned',
      'date',
      'grantedOn',
      'granted',
      'grantDate',
      'issuedOn',
      'issued',
      'instrumentDate',
    ),
    consentedOn: date('consentedOn', 'consented', 'consentDate', 'councilConsentOn', 'secondBodyOn'),
    receivedOn: date('receivedOn', 'received', 'receivedDate', 'dateReceived'),
    announcedOn: date('announcedOn', 'announced', 'announcedDate', 'dateAnnounced'),
    votedOn:
      date('votedOn', 'voted', 'voteDate', 'boardVoteDate', 'dateOfVote') ?? dates?.date('vote') ?? null,
  };
}

const BESIDE_THE_FACTS = [
  ['sovereign', 'sameSovereign'],
  ['sovereign', 'sovereign'],
  ['after_conviction', 'afterConviction'],
  ['same_conviction', 'sameConviction'],
] as const;
const FULLNESS = ['fullUnconditional', 'fullAndUnconditional', 'unconditional', 'isFullAndUnconditional'];

/** Whoever says that it is unclear whether the pardon is full has doubts that its name does not settle. */
function doubtBesideTheName(fields: Fields, results: Results): void {
  const full = fields.find(...FULLNESS);
  if (full && testResult(full, 'full_and_unconditional') === 'unclear')
    results.full_and_unconditional ??= 'unclear';
}

const ARE_FACTS_TOO: ReadonlySet<InstrumentTest> = new Set(['grantor', 'type', 'sovereign']);

/** Results of the eight tests, under `tests` or by the names of the grounds file beside the facts. */
function resultsOf(fields: Fields): Results {
  const results: Results = {};
  const put = (test: InstrumentTest, found: Found) => {
    const result = testResult(found, test);
    if (result) results[test] = result;
  };
  for (const [name, found] of entriesOf(testsIn(fields))) {
    const test = testName(name);
    if (!test) throw malformed(found.path, 'This is none of the eight tests of an instrument.');
    // Who signed, what it is called and for whom are facts when they are no results; they are read as such elsewhere.
    if (!ARE_FACTS_TOO.has(test) || isTestResult(found.value)) put(test, found);
  }
  for (const [test, name] of BESIDE_THE_FACTS) {
    const found = fields.find(name);
    if (found && (test !== 'sovereign' || isTestResult(found.value))) put(test, found);
  }
  doubtBesideTheName(fields, results);
  return results;
}

/** What the tests say about who signed or what it is, when it is more than a result. */
function answered(fields: Fields, test: 'grantor' | 'type'): Found | null {
  const found = testFact(fields, test);
  const word = wordOf(found?.value) ?? '';
  return found && /[a-z]{6}/.test(word) && !/^(?:passes|passed|failed|unclear|unsure)$/.test(word)
    ? found
    : null;
}

function testFact(fields: Fields, test: 'grantor' | 'type' | 'sovereign'): Found | null {
  const tests = testsIn(fields);
  if (!tests || Array.isArray(tests.value)) return null;
  return new Fields(tests.value, tests.path).find(test);
}

function testsIn(fields: Fields): Found | null {
  return fields.find('tests', 'instrumentTests', 'testResults', 'instrumentFindings', 'results');
}

function entriesOf(tests: Found | null): Array<[string, Found]> {
  if (!tests) return [];
  if (!Array.isArray(tests.value)) {
    const { value, path } = tests;
    new Fields(value, path);
    return Object.entries(value as object).map(([name, result]) => [
      name,
      { value: result as unknown, path: `${path}.${name}` },
    ]);
  }
  return listOf(tests).map((item) => {
    const fields = new Fields(item.value, item.path);
    const name = fields.text('test', 'key', 'name');
    const result = fields.find('result', 'value', 'outcome');
    if (name === null) throw malformed(item.path, 'The name of the test is needed here.');
    return [name, result ?? { value: null, path: item.path }];
  });
}

function kindOf(fields: Fields): Kind {
  const found =
    fields.find('instrumentKind', 'kind', 'instrumentType', 'type', 'instrument') ?? answered(fields, 'type');
  const word = found ? wordOf(found.value) : '';
  if (found && word === null)
    throw malformed(found.path, 'The kind of the instrument is needed here, in words.');
  const known = KINDS.find(([pattern]) => pattern.test(word ?? ''));
  return known ? known[1] : 'other';
}

/** The first that fits counts: 'conditional commutation' is a commutation, and 'unconditional' is not 'conditional'. */
const KINDS: Array<[RegExp, Kind]> = [
  [/commut|reprieve|respite/, 'commutation'],
  [/expung|seal|set aside|erasure|clean slate|vacat|dismiss/, 'expungement'],
  [/restor|certificate|employab|good conduct|rehabilitat|relief from disab/, 'restoration_of_rights'],
  [/with conditions|partial|carve/, 'full_with_conditions'],
  [/(?<!un)condition|provisional|forgiveness/, 'conditional'],
  [/uncondition|absolute/, 'full_and_unconditional'],
  [/pardon|full|simple|clemency/, 'some_pardon'],
];

function fullness(fields: Fields): Known {
  const conditions = fields.find('conditions', 'condition', 'carveOuts', 'exceptions', 'reservations');
  const conditional = fields.find('conditional', 'isConditional');
  const full = fields.find(...FULLNESS);
  if (conditions && hasAny(conditions)) return 'no';
  if (conditional && knownOf(conditional) === 'yes') return 'no';
  if (!full) return 'not_known';
  const result = testResult(full, 'full_and_unconditional');
  return result === 'pass' ? 'yes' : result === 'fail' ? 'no' : 'not_known';
}

function hasAny(found: Found): boolean {
  if (Array.isArray(found.value)) return found.value.length > 0;
  if (typeof found.value === 'boolean') return found.value;
  const word = wordOf(found.value) ?? '';
  return !saysNothing(word) && !['none', 'no', 'n/a'].includes(word);
}

/** Kind and fullness together. Some pardon whose words are not known is asked about; one whose words are is read. */
function settle(kind: Kind, full: Known, wording: string | null, results: Results): InstrumentKind {
  if (kind === 'full_and_unconditional' && full === 'no') results.full_and_unconditional = 'fail';
  if (kind === 'other') return full === 'yes' ? 'full_and_unconditional' : 'other';
  return kind === 'some_pardon' ? settleSome(full, wording, results) : kind;
}

function settleSome(full: Known, wording: string | null, results: Results): InstrumentKind {
  results.type ??= 'pass';
  if (full === 'no') return 'full_with_conditions';
  const read = full === 'yes' || results.full_and_unconditional === 'pass' || wording !== null;
  return read ? 'full_and_unconditional' : 'other';
}

const GRANTORS: Array<[RegExp, Grantor]> = [
  [/^(?:the )?(?:us |u\.s\. )?president/, 'president'],
  [/^(?:acting )?(?:the )?governor/, 'governor'],
  [/legislat|automatic|statut|by law|operation of law/, 'legislature'],
  [/court|judge|judicial/, 'court'],
  [/board|commission|council/, 'board'],
  [/president/, 'president'],
  [/governor/, 'governor'],
];

function grantorOf(found: Found | null, results: Results): Grantor {
  if (!found) return 'other';
  const word = wordOf(found.value);
  if (word === null) throw malformed(found.path, 'Who granted is needed here, in words.');
  if (/foreign/.test(word)) results.grantor = 'fail';
  return GRANTORS.find(([pattern]) => pattern.test(word))?.[1] ?? 'other';
}

/** Said to be the sovereign that convicted, and all convictions are of one state: then it is that state. */
function sameSovereign(
  ids: readonly string[],
  states: ReadonlyMap<string, string>,
  results: Results,
): string {
  const named = new Set(ids.map((id) => states.get(id) ?? ''));
  return results.sovereign === 'pass' && named.size === 1 ? [...named][0] : '';
}

function placeOf(fields: Fields): string {
  const sovereign = fields.find('sovereign') ?? testFact(fields, 'sovereign');
  const place = fields.find('jurisdiction', 'state', 'sovereignOfGrant');
  const where = place ?? (sovereign && !isTestResult(sovereign.value) ? sovereign : null);
  return jurisdictionOf(where) || placeIn(fields.find('grantor'));
}

/** 'Governor of New York' says where. */
function placeIn(found: Found | null): string {
  const place = /\bof (?:the )?(?:state of )?(.+)$/.exec(wordOf(found?.value) ?? '')?.[1];
  if (!found || !place) return '';
  try {
    return jurisdictionOf({ value: place, path: found.path });
  } catch {
    return '';
  }
}

/** An instrument whose counts nobody listed may name any of them, and that is a question. */
function convictionsOf(fields: Fields, every: readonly string[], results: Results): string[] {
  const list = fields.ids('convictionIds', 'convictions', 'counts', 'namedConvictions', 'convictionId');
  if (list) return idsOf(list).map(({ id }) => id);
  if (results.same_conviction === undefined) results.same_conviction = 'unclear';
  return [...every];
}

function individualOf(found: Found | null): boolean | null {
  if (!found) return null;
  const word = typeof found.value === 'string' ? wordOf(found.value) : null;
  if (word !== null && /class|proclamation|automatic/.test(word)) return false;
  if (word !== null && /individual|own request|pass/.test(word)) return true;
  const answer = knownOf(found);
  return answer === 'not_known' ? null : answer === 'yes';
}

function fraudOf(found: Found | null): Known {
  if (!found) return 'not_known';
  const word = wordOf(found.value) ?? '';
  if (['n/a', 'not alleged', 'pass'].includes(word)) return 'no';
  return ['alleged', 'fail', 'fraud'].includes(word) ? 'yes' : knownOf(found);
}

function readingOf(found: Found | null): Pardon['attorneyReading'] {
  const word = textOf(found)?.toLowerCase().replace(/ /g, '_');
  if (found === null || word === undefined) return null;
  if (word === 'no_condition' || word === 'condition') return word;
  throw malformed(found.path, 'An attorney’s reading is no_condition or condition.');
}
