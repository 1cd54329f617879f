import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { daysBetween, useFormat } from '../../ui/format';
import { LANES, type Mark, type Race } from './race';

/** Spans that four ticks divide into whole days. */
const nice = [16, 32, 60, 92, 180];

/** The days ahead as one line: where the check-ins and the deadlines fall, and the pardon still open above them. */
export function RaceAxis({ race, today }: { race: Race; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const far = Math.max(...race.marks.map((mark) => daysBetween(today, mark.on)));
  const span = nice.find((days) => days >= Math.min(far, 180)) ?? 180;
  const shown = race.marks.filter((mark) => daysBetween(today, mark.on) <= span);
  const at = (mark: Mark): string => `${(daysBetween(today, mark.on) / span) * 100}%`;
  const lanes = LANES.filter((lane) => lane !== 'hearing' || race.hearing);
  const ticks = [0, 1, 2, 3, 4].map((quarter) => Math.round((span * quarter) / 4));
  return (
    <div className="v-axis">
      <VisuallyHidden>
        <ul aria-label={t('race.axis', { days: span })}>
          {shown.map((mark) => (
            <li key={mark.lane + mark.on + mark.label}>
              {t('race.axisText', { what: mark.label, day: format.longDay(mark.on) })}
            </li>
          ))}
        </ul>
      </VisuallyHidden>
      <div className="v-axis-lanes" aria-hidden>
        <div className="v-axis-lane" data-done={race.granted || undefined} data-lane="pardon" />
        {lanes.map((lane) => (
          <div className="v-axis-lane" data-lane={lane} key={lane}>
            {shown
              .filter((mark) => mark.lane === lane)
              .map((mark) => (
                <span
                  key={mark.on + mark.label}
                  className="v-axis-mark"
                  data-lane={lane}
                  style={{ left: at(mark) }}
                  title={`${mark.label}: ${format.longDay(mark.on)}`}
                />
              ))}
          </div>
        ))}
      </div>
      <div className="v-axis-ticks v-num" aria-hidden>
        {ticks.map((days) => (
          <span key={days}>{days === 0 ? t('race.today') : `+${days}`}</span>
        ))}
      </div>
      <div className="v-axis-key" aria-hidden>
        <span data-lane="pardon">{t('race.pardon')}</span>
        <span data-lane="checkIn">{t('checkins.title')}</span>
        {race.hearing ? <span data-lane="hearing">{t('hearings.title')}</span> : null}
        <span data-lane="deadline">{t('deadlines.title')}</span>
      </div>
    </div>
  );
}
