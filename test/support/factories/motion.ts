import type { Api } from '../client';

/** A motion as a test or the demo data wants it; dates as much as is known, and null when nothing is. */
export interface MotionWishes {
  orderId?: string | null;
  kind?:
    | 'reopen'
    | 'reconsider'
    | 'reopen_absentia'
    | 'reopen_vawa'
    | 'reopen_country_conditions'
    | 'reopen_joint'
    | 'sua_sponte'
    | 'stay'
    | 'petition_for_review'
    | 'habeas'
    | 'i246';
  forum?: 'court' | 'board' | 'court_of_appeals' | 'district_court' | 'dhs';
  filedOn?: string | null;
  filedBy?: 'us' | 'prior_counsel' | 'notario' | 'pro_se' | 'dhs' | 'not_known';
  result?: 'pending' | 'granted' | 'denied' | 'rejected' | 'withdrawn' | 'not_known';
  resultOn?: string | null;
  stayUntil?: string | null;
  counsel?: string | null;
  note?: string | null;
}

/** What callers of these functions need of a motion. */
export interface MotionRecord extends Required<MotionWishes> {
  id: string;
  version: number;
}

/** Records a motion. By default an old one of prior counsel that was denied. */
export function addMotion(api: Api, clientId: string, wishes: MotionWishes = {}): Promise<MotionRecord> {
  return api.created(`/clients/${clientId}/motions`, {
    kind: 'reopen',
    forum: 'court',
    filedBy: 'prior_counsel',
    filedOn: '2004-06-01',
    result: 'denied',
    ...wishes,
  });
}
