import file from './courts.json';
import { lazyIndex, lazyPack } from './table';

export interface ImmigrationCourt {
  /** EOIR base city code, case-sensitive. */
  code: string;
  name: string;
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  /** IANA zone, worked out from the state. */
  timeZone: string | null;
  /** Federal circuit of the court's state, '1' to '11' or 'DC'. */
  circuit: string | null;
  /** null: mixed or not detained, not checked. */
  docket: 'detained' | 'video_center' | 'state_prison' | null;
  status: 'open' | 'not_listed' | 'replaced';
  /** The code now in use, where an old one still appears in records. */
  replacedBy: string | null;
}

const pack = lazyPack<ImmigrationCourt>(file, (cell) => ({
  code: cell('code'),
  name: cell('name'),
  street: cell('street') || null,
  city: cell('city') || null,
  state: cell('state') || null,
  zip: cell('zip') || null,
  timeZone: cell('timeZone') || null,
  circuit: cell('circuit') || null,
  docket: (cell('docket') || null) as ImmigrationCourt['docket'],
  status: cell('status') as ImmigrationCourt['status'],
  replacedBy: cell('replacedBy') || null,
}));
const index = lazyIndex(pack, (court) => court.code);

/** Every immigration court, with the date and source of the list. */
export const immigrationCourts = pack;

/** The immigration court of an EOIR base city code such as 'NYC'; undefined when unknown. */
export function courtByCode(code: string): ImmigrationCourt | undefined {
  return index(code.trim().toUpperCase());
}
