import file from './district-courts.json';
import { lazyPack } from './table';

/** A federal district court. */
export interface DistrictCourt {
  id: string;
  name: string;
  /** As it is cited: 'N.D. Cal.'. */
  citation: string;
  /** USPS code. */
  state: string;
  /** '1' to '11' or 'DC'. */
  circuit: string;
}

const pack = lazyPack<DistrictCourt>(file, (cell) => ({
  id: cell('id'),
  name: cell('name'),
  citation: cell('citation'),
  state: cell('state'),
  circuit: cell('circuit'),
}));

/** Every federal district court, with the date and source of the list. */
export const districtCourts = pack;

/**
 * The courts a petition for habeas corpus from a place in this state can belong to. One: that is the court. More: the
 * county decides, 28 USC 81 to 131, and a person must look. None: the state is not known.
 */
export function districtCourtsOf(state: string | null): readonly DistrictCourt[] {
  return state === null ? [] : pack().items.filter((court) => court.state === state.trim().toUpperCase());
}
