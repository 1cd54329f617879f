/** How a state names a day of each year. `plus` moves it by whole days. Weekdays: Monday is 1, Sunday is 7. */
export type DayOfYearRule =
  | { readonly kind: 'fixed'; readonly month: number; readonly date: number }
  | {
      readonly kind: 'nth';
      readonly month: number;
      readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
      readonly n: 1 | 2 | 3 | 4;
      readonly plus?: number;
    }
  | { readonly kind: 'easter'; readonly plus: number };

/** One holiday of one state for some years. A change of the law is a further record with other years. */
export interface StateHolidayRule {
  readonly state: string;
  readonly name: string;
  /** First and last year, inclusive; open when left out. */
  readonly from?: number;
  readonly to?: number;
  readonly rule: DayOfYearRule;
  /** Where the statute moves it when it falls on a weekend; left out when it does not. */
  readonly sunday?: 'monday';
  readonly saturday?: 'friday';
  readonly evenYears?: true;
  /** Kept every fourth year, counted from this one. */
  readonly everyFourthFrom?: number;
  readonly citation: string;
  /** Nothing in the pack has been compared with an official text: every day is shown as unconfirmed. */
  readonly provenance: 'general_knowledge';
}
