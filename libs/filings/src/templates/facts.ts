/**
 * What a template is told. Plain facts gathered by the library that owns them; null means "not known
 * to the office" and becomes a listed blank, 'none' means "known that there is none".
 * Legal days are 'YYYY-MM-DD'. Nothing here is read from a database or a clock.
 */

export type LegalDay = string;
export type OrNone<T> = T | 'none' | null;

export interface FilerFacts {
  name: string | null;
  /** Pro se filers have no EOIR ID and no organisation. */
  role: 'attorney' | 'accredited_representative' | 'pro_se';
  eoirId: string | null;
  organization: string | null;
  /** Street lines, then city, state and ZIP code. */
  addressLines: string[];
  phone: string | null;
  email: string | null;
}

export interface RespondentFacts {
  /** As on the charging document. */
  name: string | null;
  aliases?: string[];
  /** In any usual spelling; the stored nine digits will do. */
  aNumber: string | null;
}

export interface CaptionFacts {
  court: { city: string; state: string } | null;
  /** Everyone covered; the court does not assume family members. */
  respondents: RespondentFacts[];
  proceeding: 'removal' | 'deportation' | 'exclusion' | null;
}

export type MotionKind =
  'reopen' | 'reopen_and_terminate' | 'joint_reopen' | 'reconsider' | 'stay' | 'emergency_stay' | 'terminate';

export type FeeFacts =
  | { kind: 'receipt_attached' }
  | { kind: 'waiver_requested' }
  | { kind: 'not_required'; basis: string | null };

export interface CommonFacts {
  /** The day the paper is drawn up: its date of creation, so that the same facts give the same bytes. */
  preparedOn: LegalDay;
}

/** The motion's cover page. */
export interface MotionFacts extends CommonFacts {
  caption: CaptionFacts;
  filer: FilerFacts;
  custody: 'detained' | 'non_detained' | null;
  /** Adds REMOVAL IMMINENT under the custody marker. */
  removalImminent?: boolean;
  /** 'none' for a closed case without an assigned judge. */
  judge: OrNone<{ name: string }>;
  /** `time` as the notice gives it, in the court's local time, 'HH:MM'. */
  nextHearing: OrNone<{ date: LegalDay; time: string | null }>;
  motion: MotionKind;
  fee: FeeFacts | null;
}

export type Relief = 'reopen' | 'vacate_order' | 'stay' | 'terminate';

/** The proposed order. */
export interface ProposedOrderFacts extends CommonFacts {
  caption: CaptionFacts;
  judge: OrNone<{ name: string }>;
  motion: MotionKind;
  /** What the court is asked to order if it grants the motion, in order. */
  relief: Relief[];
  /** Day of the removal order that relief speaks of. */
  orderDate: LegalDay | null;
}

export type ServiceMethod =
  'ecas' | 'ice_eservice' | 'hand_delivery' | 'first_class_mail' | 'certified_mail' | 'overnight_courier';

/** The certificate of service on the government's lawyers (OPLA). */
export interface ServiceFacts extends CommonFacts {
  caption: CaptionFacts;
  served: { name: string | null; addressLines: string[] };
  /** Titles of the papers served, as on their cover pages. */
  papers: string[];
  method: ServiceMethod | null;
  servedOn: LegalDay | null;
  signer: { name: string | null; title: string | null };
}

/** The letter that ends a representation. */
export interface ClosingLetterFacts extends CommonFacts {
  language: 'en' | 'es';
  office: { name: string | null; addressLines: string[]; phone: string | null; email: string | null };
  client: string | null;
  /** Null while the case is open. */
  closedOn: LegalDay | null;
  outcome: 'order_vacated' | 'proceedings_terminated' | 'withdrawn' | 'removed' | 'other' | null;
  signer: string | null;
}

/** One dated fact of a matter. */
export interface HistoryFact {
  /** As the chronology names it, such as order_decided. */
  kind: string;
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', as much as is known; null when nothing is. */
  on: string | null;
  /** True when even that is approximate. */
  about: boolean;
  /** Dates that other sources give. */
  otherDates: string[];
  /** Codes that say more, by name. */
  codes: Record<string, string>;
}

/** The dated facts of a matter, oldest first. */
export interface ProceduralHistoryFacts extends CommonFacts {
  caption: CaptionFacts;
  facts: HistoryFact[];
}
