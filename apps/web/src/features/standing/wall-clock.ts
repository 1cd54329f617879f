import { useFormat } from '../../ui/format';

/** Reads a wall-clock time 'YYYY-MM-DDTHH:MM' of the office; no time zone is applied to it. */
export function useWallClock(): (local: string) => string {
  const format = useFormat();
  return (local) => `${format.nearDay(local.slice(0, 10))}, ${format.time(local.slice(11, 16))}`;
}
