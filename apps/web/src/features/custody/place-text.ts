import type { PlaceOfDetention } from '../../api/types';

/** A place in one line: name, city, state; '' when it is not recorded or not shown. */
export function placeText(place: PlaceOfDetention | null): string {
  if (!place) return '';
  return [place.name, place.city, place.state].filter(Boolean).join(', ');
}
