import { RuleInputError } from '../../errors';
import { parseCitation } from '../../identifiers';
import { formerGroundById, groundById, groundOfCitation, GROUNDS, readFormer241 } from '../../packs/grounds';
import { chargeByCode } from '../../packs/reference';
import type { Charge, CounselOverride, Effect } from '../types';
import { contradictory, Fields, idsOf, malformed, wordOf, type Found } from './fields';

const STATUSES: Record<string, Charge['statusInOrder']> = {
  sustained: 'sustained',
  conceded: 'conceded',
  admitted: 'conceded',
  'not sustained': 'not_sustained',
  dismissed: 'not_sustained',
  withdrawn: 'withdrawn',
  none: 'charged',
  charged: 'charged',
  pending: 'charged',
};
const ORIGINS: Record<string, Charge['origin']> = {
  charged: 'charged',
  lodged: 'lodged',
  'i 261': 'lodged',
  latent: 'latent',
};
const EFFECTS: Record<string, Effect> = {
  waived: 'lifted',
  lifted: 'lifted',
  'not waived': 'not_lifted',
  'not lifted': 'not_lifted',
  contested: 'contested',
  'not applicable': 'not_applicable',
  'needs facts': 'needs_facts',
};

/** A charge with the ground as it was written, for charges that fall under no ground of the pack. */
export interface ReadCharge extends Charge {
  writtenGround: string;
}

/** One charge of the interchange form. A conviction it names must be among `convictions`. */
export function readCharge({ value, path }: Found, at: number, convictions: ReadonlySet<string>): ReadCharge {
  const fields = new Fields(value, path);
  const origin =
    oneOf(fields.find('origin'), ORIGINS, 'An origin is CHARGED, LODGED or LATENT.') ?? 'charged';
  const status = fields.find('statusInOrder', 'status', 'orderStatus');
  const statusInOrder =
    oneOf(status, STATUSES, 'A status is SUSTAINED, CONCEDED, NOT_SUSTAINED, WITHDRAWN or NONE.') ??
    'charged';
  if (origin === 'latent' && statusInOrder !== 'charged')
    throw contradictory(
      status?.path ?? path,
      'A latent ground was never charged, so an order says nothing of it.',
    );
  return {
    id: fields.text('id', 'chargeId') ?? `charge-${at + 1}`,
    ...groundOf(fields),
    origin,
    statusInOrder,
    convictionIds: convictionsOf(fields, convictions),
    counselOverride: overrideOf(fields.under('counselOverride', 'override')),
  };
}

function oneOf<Value>(found: Found | null, values: Record<string, Value>, message: string): Value | null {
  if (!found) return null;
  const word = wordOf(found.value);
  if (word === null || !Object.hasOwn(values, word)) throw malformed(found.path, message);
  return values[word];
}

type Ground = Pick<ReadCharge, 'groundId' | 'code' | 'ina' | 'chargedOn' | 'writtenGround'>;

/** The ground under any of its names: key of the pack, EOIR code, citation to the Act or the Code. */
function groundOf(fields: Fields): Ground {
  const chargedOn = fields.date(
    'chargedOn',
    'chargedDate',
    'chargingDocumentDate',
    'dateOfChargingDocument',
    'ntaDate',
    'oscDate',
  );
  const ground: Ground = { groundId: null, code: '', ina: '', chargedOn, writtenGround: '' };
  const code = fields.find('code', 'eoirCode', 'chargeCode');
  const cited = fields.find('ina', 'citation', 'cite', 'inaCitation', 'usc');
  const named = fields.find('groundId', 'ground');
  if (code) read(code, ground, 'code');
  if (cited) read(cited, ground, 'ina');
  if (named) read(named, ground, 'groundId');
  return ground;
}

type Slot = 'code' | 'ina' | 'groundId';

function read(found: Found, ground: Ground, slot: Slot): void {
  const text = typeof found.value === 'string' ? found.value.trim() : null;
  if (text === null)
    throw malformed(found.path, 'A ground is needed here: its key, an EOIR code or a citation.');
  if (text === '') return;
  const put = placeFor(text, slot);
  if (!put)
    throw new RuleInputError(
      'unknown_ground',
      'This is no ground of the pack, no EOIR charge code and no paragraph of INA 212, 237 or former 241 that anybody is charged under.',
      found.path,
    );
  ground.writtenGround = text;
  put(ground, text);
}

type Put = (ground: Ground, text: string) => void;

function placeFor(text: string, slot: Slot): Put | null {
  if (formerGroundById(text)) return putFormer;
  if (slot === 'groundId' && groundById(text)) return (ground) => void (ground.groundId = text);
  if (slot !== 'ina' && chargeByCode(text)?.code === text) return (ground) => void (ground.code = text);
  return citesAGround(text) ? putCitation : null;
}

const putFormer: Put = (ground, text) => {
  const former = formerGroundById(text);
  ground.ina = former?.ina.replace('former ', '') ?? '';
  ground.chargedOn ??= former?.effectiveTo ?? null;
};

/** The rules compare what is in different places, so a second citation goes where the first is not. */
const putCitation: Put = (ground, text) => {
  if (ground.ina === '') ground.ina = text;
  else if (ground.code === '') ground.code = text;
  else ground.groundId ??= groundOfCitation(text)?.id ?? null;
};

/** 237 and former 241 are listed whole, so another paragraph of them does not exist; of 212 only some are listed. */
function citesAGround(text: string): boolean {
  const parsed = parseCitation(text);
  if (!parsed.ok) return false;
  const { section, parts, ina } = parsed.value;
  if (section === '212') return parts.length > 0;
  if (section === '241') return readFormer241(parsed.value, null).former.length > 0;
  const heading = section + parts.join('');
  return groundOfCitation(ina) !== undefined || GROUNDS.some(({ id }) => id.startsWith(heading));
}

function convictionsOf(fields: Fields, known: ReadonlySet<string>): string[] {
  const named = idsOf(fields.ids('convictionIds', 'convictions', 'convictionId', 'conviction'));
  for (const { id, path } of named) refuseUnknown(id, path, known);
  return named.map(({ id }) => id);
}

/** Refuses the id of a conviction that the entry does not hold. */
export function refuseUnknown(id: string, path: string, known: ReadonlySet<string>): void {
  if (known.has(id)) return;
  throw new RuleInputError('unknown_conviction', 'No conviction of the entry has this id.', path);
}

function overrideOf(fields: Fields | null): CounselOverride | null {
  if (!fields) return null;
  const effect = oneOf(
    fields.find('effect'),
    EFFECTS,
    'An effect is WAIVED, NOT_WAIVED, CONTESTED, NOT_APPLICABLE or NEEDS_FACTS.',
  );
  if (effect === null) throw malformed(fields.at('effect'), 'An override needs an effect.');
  const reasons = fields.find('reasons', 'reason');
  const text = Array.isArray(reasons?.value)
    ? reasons.value.map(String).join(' ')
    : fields.text('reasons', 'reason');
  return { effect, reasons: text ?? '', by: fields.text('by', 'counsel', 'attorney') ?? '' };
}
