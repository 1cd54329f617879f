/** A place as people read it. */
export class PlaceView {
  /** Code of the shipped list; null for a place that was typed in, or when the role may not see it. */
  facilityCode: string | null;
  /** Name of the place. */
  name: string | null;
  city: string | null;
  state: string | null;
  fieldOffice: string | null;
}
