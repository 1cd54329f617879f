/** The one door to Temporal: instants and time zones. Legal days are plain strings counted by calendar/day.ts. */
export { Temporal } from 'temporal-polyfill';
