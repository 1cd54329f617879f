import type { Tone } from '../../ui/Tag';

/** How near a day is, as a tone: passed or within three days, within two weeks, later. */
export function urgencyOf(days: number | null): Tone {
  if (days === null) return 'plain';
  if (days <= 3) return 'urgent';
  return days <= 14 ? 'soon' : 'plain';
}
