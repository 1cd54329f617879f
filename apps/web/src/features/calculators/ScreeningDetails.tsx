import { Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format';
import { Notice } from '../../ui/Tag';
import { English, LawList, LawText } from '../law/LawText';
import { ProvenanceTag } from '../law/RuleTags';
import { Source } from '../law/SourceLinks';
import type { ScreeningResult } from './queries';

/** What one answer rests on: the law as it stands, what to ask, what to watch for, authorities and steps. */
export function ScreeningDetails({ item }: { item: ScreeningResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="md">
      <Part title={t('screeningCalculator.law')}>
        <LawText text={item.lawNote} maw="84ch" />
      </Part>
      {item.questions.length ? (
        <Part title={t('screeningCalculator.toAsk')}>
          <LawList items={item.questions} />
        </Part>
      ) : null}
      {item.warnings.length ? (
        <Notice tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
          <Part title={t('screeningCalculator.watch')}>
            {item.warnings.map((warning) => (
              <LawText key={warning} text={warning} maw="84ch" />
            ))}
          </Part>
        </Notice>
      ) : null}
      {item.dates.length ? (
        <Part title={t('screeningCalculator.dates')}>
          <ul className="law-dates">
            {item.dates.map(({ label, on }) => (
              <li key={label}>
                <span className="v-num">{format.longDay(on)}</span>
                <English>{label}</English>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Authorities item={item} />
      {item.trace.length ? (
        <Part title={t('screeningCalculator.reasoning')}>
          <ol className="v-steps">
            {item.trace.map(({ text }, at) => (
              <li key={at}>
                <LawText text={text} maw="84ch" />
              </li>
            ))}
          </ol>
        </Part>
      ) : null}
    </Stack>
  );
}

function Authorities({ item }: { item: ScreeningResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Part title={t('screeningCalculator.authorities')}>
      <ul className="law-dates">
        {item.authorities.map((authority) => (
          <li key={authority.cite} style={{ display: 'block' }}>
            <Text size="sm" fw={600} component="div">
              <English>{authority.cite}</English> <ProvenanceTag provenance={authority.provenance} />
            </Text>
            <LawText text={authority.note} maw="84ch" />
            <Text size="xs" c="dimmed">
              {authority.address ? (
                <>
                  <Source text={authority.address} />,{' '}
                </>
              ) : null}
              {t('screeningCalculator.ofDay', { day: format.day(authority.asOf) })}
            </Text>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={4} size="h5" mb={2}>
        {title}
      </Title>
      {children}
    </section>
  );
}
