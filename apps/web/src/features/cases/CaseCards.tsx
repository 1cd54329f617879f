import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, useNationalities } from '../../api/reference';
import type { CaseRow } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { useFormat } from '../../ui/format';
import { urgencyOf } from '../deadlines/urgency';
import { CustodyTag, StageTag } from './CaseTags';

/** The caseload on a phone: one card a client, the dates first. */
export function CaseCards({ rows, today }: { rows: CaseRow[]; today: string }) {
  const { t } = useTranslation();
  const nationalities = useNationalities();
  const word = useWords();
  const format = useFormat();
  return (
    <ul className="v-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Link className="v-row-link" to="/cases/$caseId" params={{ caseId: row.id }} search={{}}>
            {row.name}
          </Link>
          <Group gap={6} my={3}>
            {row.custody === 'detained' ? <CustodyTag status="detained" /> : null}
            <StageTag stage={row.stage} />
          </Group>
          <Text size="xs" c="dimmed">
            {[nameIn(nationalities, row.citizenship), word('caseType', row.type), row.responsible?.name]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {row.nextDeadline ? (
            <When label={t('race.deadline')} on={format.nearDay(row.nextDeadline.on)}>
              <Countdown on={row.nextDeadline.on} today={today} tone={urgencyOf} />
            </When>
          ) : null}
          {row.nextCheckIn ? (
            <When label={t('race.checkIn')} on={format.nearDay(row.nextCheckIn.on)}>
              <Countdown on={row.nextCheckIn.on} today={today} tone={urgencyOf} overdue={false} />
            </When>
          ) : null}
          {row.nextHearing ? (
            <When label={t('race.hearing')} on={format.nearDay(row.nextHearing.on)}>
              <Countdown on={row.nextHearing.on} today={today} tone={urgencyOf} overdue={false} />
            </When>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function When(props: { label: string; on: string; children: ReactNode }) {
  return (
    <Group gap={6} mt={4} wrap="nowrap" justify="space-between">
      <Text size="xs" className="v-num">
        {props.label}, {props.on}
      </Text>
      {props.children}
    </Group>
  );
}
