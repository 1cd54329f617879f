import { AUTHORITIES, type AuthorityKey } from '../packs/grounds';
import type { Authority } from './types';

/** The authorities of these keys as a report shows them, each once, weighed for the circuit of the case. */
export function authoritiesOf(keys: Iterable<AuthorityKey>, circuit: string | null): Authority[] {
  return [...new Set(keys)].map((key) => {
    const { cite, note, provenance, address, kind, circuit: decided } = AUTHORITIES[key];
    const here = decided === circuit ? 'this_circuit' : 'other_circuit';
    return {
      cite,
      note,
      provenance,
      address,
      weight: kind === 'circuit' && circuit ? here : kind,
      verified: false,
    };
  });
}
