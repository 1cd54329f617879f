import { Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconEyeOff, IconRefresh } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nameIn, useLanguages } from '../../api/reference';
import type { Referral } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { Notice, Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { AcceptForm } from './AcceptForm';
import { DeclineForm } from './DeclineForm';
import { Hit } from './Hit';
import { PassOnForm } from './PassOnForm';
import { useCheckReferral, useReferral } from './queries';

/** One person who asks for help. Until conflicts are cleared there is nothing here but a name and a birth date. */
export function ReferralPage() {
  const { t } = useTranslation();
  const { referralId } = useParams({ strict: false }) as { referralId: string };
  const referral = useReferral(referralId);
  return (
    <Screen title={t('intake.referral')}>
      <Answer query={referral} loading={<Loading lines={6} />}>
        {(found) => (
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 7 }}>
              <Stack gap="md">
                <Person referral={found} />
                <Story referral={found} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Stack gap="md">
                <Conflicts referral={found} />
                <Steps referral={found} />
              </Stack>
            </Grid.Col>
          </Grid>
        )}
      </Answer>
    </Screen>
  );
}

function Person({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel
      title={referral.name.full || t('intake.forgotten')}
      actions={
        <>
          {referral.can.accept ? (
            <FormButton label={t('intake.accept')} variant="filled">
              {(close) => <AcceptForm referral={referral} close={close} />}
            </FormButton>
          ) : null}
          {referral.can.decide ? (
            <FormButton label={t('intake.decline')}>
              {(close) => <DeclineForm referral={referral} close={close} />}
            </FormButton>
          ) : null}
          {referral.can.decide ? (
            <FormButton label={t('intake.passOn')} title={t('intake.passOnTitle')}>
              {(close) => <PassOnForm referral={referral} close={close} />}
            </FormButton>
          ) : null}
        </>
      }
    >
      <Group gap={6} mb="sm">
        <Tag tone={referral.state === 'accepted' ? 'good' : 'plain'}>
          {word('referralState', referral.state)}
        </Tag>
        <Tag>{[word('referralOrigin', referral.origin), referral.fromName].filter(Boolean).join(': ')}</Tag>
      </Group>
      <Facts
        absent={t('common.notRecorded')}
        items={[
          [t('clients.birth'), format.day(referral.birth)],
          [t('intake.arrived'), format.instant(referral.at)],
          referral.decision
            ? [
                t('intake.decisionTaken'),
                [word('declineCode', referral.decision.code), referral.decision.note]
                  .filter(Boolean)
                  .join(': '),
              ]
            : null,
          referral.passedOn
            ? [
                t('intake.passedOn'),
                [
                  referral.passedOn.toName,
                  word('sentOutcome', referral.passedOn.outcome),
                  referral.passedOn.fields.map((field) => word('crossingField', field)).join(', '),
                ]
                  .filter(Boolean)
                  .join(' · '),
              ]
            : null,
          referral.decision?.keepUntil
            ? [t('intake.keptUntil'), format.day(referral.decision.keepUntil)]
            : null,
        ]}
      />
      {referral.clientId ? (
        <ClientLink clientId={referral.clientId}>{t('intake.openClientFile')}</ClientLink>
      ) : null}
    </Panel>
  );
}

function Story({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const languages = useLanguages();
  const { details } = referral;
  if (!details) {
    return (
      <Panel title={t('intake.details')}>
        <Notice icon={<IconEyeOff size={18} aria-hidden />}>
          <Text size="sm">{t('intake.hidden')}</Text>
        </Notice>
      </Panel>
    );
  }
  const { contact } = details;
  return (
    <Panel title={t('intake.details')}>
      <Facts
        absent={t('common.notRecorded')}
        items={[
          [t('intake.otherNames'), details.otherNames.join(', ')],
          [t('clients.aNumber'), details.aNumberMasked],
          [
            t('intake.language'),
            [details.language, ...details.otherLanguages]
              .flatMap((code) => (code ? nameIn(languages, code) : []))
              .join(', '),
          ],
          [
            t('intake.contact'),
            contact
              ? [contact, ...details.otherContacts].map((one) => (
                  <div key={one.kind + one.value}>
                    {one.value}{' '}
                    <Tag tone={one.safeToContact ? 'good' : 'urgent'}>
                      {one.safeToContact ? t('clients.safe') : t('clients.notSafe')}
                    </Tag>
                  </div>
                ))
              : null,
          ],
          [
            t('intake.nextOn'),
            details.nextOn ? `${word('nextKind', details.nextKind)}, ${format.day(details.nextOn)}` : '',
          ],
          ...details.dates.map((date): [string, string] => [
            word('carriedDate', date.kind),
            [format.longDay(date.on), format.time(date.time), date.what].filter(Boolean).join(', '),
          ]),
          [
            t('intake.detained'),
            [word('detained', details.detained), details.detainedAt].filter(Boolean).join(', '),
          ],
        ]}
      />
      <Text size="xs" c="dimmed" mt="sm">
        {t('intake.story')}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {details.story ?? t('common.notRecorded')}
      </Text>
    </Panel>
  );
}

function Conflicts({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  const check = useCheckReferral();
  return (
    <Panel
      flush
      title={t('intake.conflicts')}
      note={referral.cleared ? t('intake.clearedNote') : t('intake.notCleared')}
      actions={
        referral.can.check ? (
          <Button
            size="xs"
            variant={referral.cleared ? 'default' : 'filled'}
            loading={check.isPending}
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={() => check.mutate({ path: { referralId: referral.id }, version: referral.version })}
          >
            {t('intake.checkConflicts')}
          </Button>
        ) : null
      }
    >
      {referral.hits.length ? null : <Empty>{t('intake.noHits')}</Empty>}
      <ul className="v-rows">
        {referral.hits.map((hit) => (
          <Hit key={hit.id} hit={hit} />
        ))}
      </ul>
    </Panel>
  );
}

function Steps({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel flush title={t('intake.steps')}>
      <ul className="v-rows">
        {referral.steps.map((step) => (
          <li key={step.at}>
            <Text size="sm">{word('referralState', step.state)}</Text>
            <Text size="xs" c="dimmed">
              {step.by.name}, {format.instant(step.at)}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
