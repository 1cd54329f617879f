import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, useCourts, useJurisdictions } from '../../api/reference';
import type { Option } from '../../ui/form/field';

export const CIRCUITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', 'DC'] as const;

/** States, DC and Puerto Rico: every pardoning authority but the federal one. */
export function useStates(): Option[] {
  const places = useJurisdictions();
  return useMemo(() => places.filter(({ value }) => value !== 'FED'), [places]);
}

/** '9th', 'D.C.': circuits are named in English. */
export function circuitName(circuit: string): string {
  if (circuit === 'DC') return 'D.C.';
  const last = Number(circuit) > 10 ? 'th' : { 1: 'st', 2: 'nd', 3: 'rd' }[Number(circuit)];
  return `${circuit}${last ?? 'th'}`;
}

/** Forums that a notice can be about, as notices name them. */
export function useForums(): Option[] {
  const { t } = useTranslation();
  const courts = useCourts();
  return useMemo(
    () => [
      { value: 'eoir', label: t('lawCalendar.eoir') },
      { value: 'board', label: t('lawCalendar.board') },
      { value: 'uscis', label: t('lawCalendar.uscis') },
      { value: 'ice', label: t('lawCalendar.ice') },
      ...CIRCUITS.map((circuit) => ({
        value: `circuit:${circuit}`,
        label: t('lawCalendar.circuit', { name: circuitName(circuit) }),
      })),
      ...courts,
    ],
    [courts, t],
  );
}

export { nameIn };
