import { AUTHORITIES, type AuthorityKey } from '../packs/grounds';
import type { Authority } from './types';

const shown = new Map<string, Authority>();

/** The authorities of these keys as a report shows them, each once, weighed for the circuit of the case. */
export function authoritiesOf(keys: Iterable<AuthorityKey>, circuit: string | null): Authority[] {
  return [...new Set(keys)].map((key) => {
    const name = `${key} ${circuit ?? ''}`;
    let authority = shown.get(name);
    if (!authority) shown.set(name, (authority = weighed(key, circuit)));
    return authority;
  });
}

/** Thousands of charges share a few authorities, so each is made once and kept from changing. */
function weighed(key: AuthorityKey, circuit: string | null): Authority {
  const { cite, note, provenance, address, kind, circuit: decided } = AUTHORITIES[key];
  const here = decided === circuit ? 'this_circuit' : 'other_circuit';
  const weight = kind === 'circuit' && circuit ? here : kind;
  return Object.freeze({ cite, note, provenance, address, weight, verified: false });
}
