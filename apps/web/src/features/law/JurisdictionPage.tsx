import { Button, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Loading } from '../../ui/states';
import { Notice } from '../../ui/Tag';
import { LawScreen } from './LawScreen';
import { LawWords } from './LawText';
import { usePlace, useWithdrawPlaceVerification } from './queries';
import { Source } from './SourceLinks';
import { ClemencyClocks } from './ClemencyClocks';
import { FitTag, ProvenanceTag } from './RuleTags';
import type { PlacePage, Stated } from './types';
import { Verifications } from './Verifications';
import { VerifyPlace } from './VerifyRule';

/** One pardoning authority: every statement with what it rests on. */
export function JurisdictionPage() {
  const { t } = useTranslation();
  const word = useWords();
  const { code } = useParams({ from: '/shell/law/jurisdictions/$code' });
  const place = usePlace(code);
  return (
    <LawScreen
      title={place.data?.name ?? code}
      lead={place.data ? word('decisionModel', place.data.decisionModel.text) : null}
      actions={
        <>
          <Button
            component={Link}
            to="/law/jurisdictions"
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconArrowLeft size={14} aria-hidden />}
          >
            {t('lawPlaces.back')}
          </Button>
          {place.data?.can.verify ? <VerifyPlace place={place.data} /> : null}
        </>
      }
    >
      <Answer query={place} loading={<Loading lines={12} />}>
        {(found) => <Contents place={found} />}
      </Answer>
    </LawScreen>
  );
}

function Contents({ place }: { place: PlacePage }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const withdraw = useWithdrawPlaceVerification();
  const rows: [string, Stated, string?][] = [
    [t('clemency.whoDecides'), place.whoDecides],
    [t('lawPlaces.body'), place.body],
    [t('lawPlaces.waiting'), place.waitingPeriod],
    [t('lawPlaces.application'), place.application],
    [t('lawPlaces.hearing'), place.hearing],
    [t('lawPlaces.cadence'), place.cadence],
    [t('lawPlaces.frequency'), place.grantFrequency, word('grantFrequency', place.grantFrequency.text)],
    [t('lawPlaces.expedite'), place.immigrationExpedite],
    [t('lawPlaces.watchFor'), place.watchFor],
  ];
  return (
    <Stack gap="md">
      {place.executiveChange ? (
        <Notice tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
          <Text size="sm">
            {t('lawPlaces.executiveNote', { month: format.day(place.executiveChange) })}{' '}
            <ProvenanceTag provenance="general_knowledge" />
          </Text>
        </Notice>
      ) : null}
      <Panel title={t('lawPlaces.fit')} actions={<FitTag fit={place.fit.text} />}>
        <Statement stated={place.why} />
      </Panel>
      <ClemencyClocks place={place} />
      <Panel title={t('lawPlaces.facts')}>
        <dl className="law-prose law-wide" style={{ margin: 0 }}>
          {rows.map(([label, stated, words]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>
                <Statement stated={stated} words={words} />
              </dd>
            </Fragment>
          ))}
          <dt>{t('lawPlaces.lastVerified')}</dt>
          <dd>{format.day(place.lastVerified) || t('lawPlaces.never')}</dd>
          <dt>{t('lawPlaces.sources')}</dt>
          <dd>
            {place.sources.length ? (
              <List size="sm" spacing={2}>
                {place.sources.map((source) => (
                  <List.Item key={source.key}>
                    <Source text={source.address} />
                  </List.Item>
                ))}
              </List>
            ) : (
              t('lawPlaces.noSources')
            )}
          </dd>
        </dl>
        <Verifications
          items={place.verifications}
          none={t('lawPlaces.noVerifications')}
          withdraw={
            place.can.verify
              ? (verificationId) =>
                  withdraw.mutateAsync({ path: { verificationId }, key: crypto.randomUUID() })
              : undefined
          }
        />
      </Panel>
    </Stack>
  );
}

function Statement({ stated, words }: { stated: Stated; words?: string }) {
  return (
    <div className="law-stated">
      <Text size="sm">{words ?? <LawWords text={stated.text} />}</Text>
      <ProvenanceTag provenance={stated.provenance} />
    </div>
  );
}
