import { BlockList, isIP } from 'node:net';

export const WINDOW_MS = 15 * 60_000;
const MOST_FAILURES = 100;
const MOST_PEERS = 20_000;

/** Behind a reverse proxy everybody comes from one private address: counting it would lock the whole office out. */
const nearby = new BlockList();
nearby.addSubnet('127.0.0.0', 8, 'ipv4');
nearby.addSubnet('10.0.0.0', 8, 'ipv4');
nearby.addSubnet('172.16.0.0', 12, 'ipv4');
nearby.addSubnet('192.168.0.0', 16, 'ipv4');
nearby.addAddress('::1', 'ipv6');
nearby.addSubnet('fc00::', 7, 'ipv6');
nearby.addSubnet('fe80::', 10, 'ipv6');

function counts(peer: string): boolean {
  const address = peer.replace(/^::ffff:(?=\d+\.)/, '');
  const family = isIP(address);
  return family !== 0 && !nearby.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Failed sign-ins per network address, in memory: it slows one machine that tries one password on many people. */
export class Peers {
  private readonly seen = new Map<string, { failures: number; since: number }>();

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly most: number = MOST_FAILURES,
  ) {}

  /** Whether this address has failed too often in the last quarter of an hour. */
  blocked(peer: string): boolean {
    const entry = this.seen.get(peer);
    return !!entry && this.now() - entry.since < WINDOW_MS && entry.failures >= this.most;
  }

  /** Counts one failure. */
  failed(peer: string): void {
    if (!counts(peer)) return;
    const entry = this.seen.get(peer);
    if (entry && this.now() - entry.since < WINDOW_MS) {
      entry.failures += 1;
      return;
    }
    if (this.seen.size >= MOST_PEERS) this.seen.clear();
    this.seen.set(peer, { failures: 1, since: this.now() });
  }
}
