export { clemencyCalendar } from './clemency-calendar';
export { CLEMENCY_BUFFER_BUSINESS_DAYS } from './item';
export type * from './types';
