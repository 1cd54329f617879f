import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AuditView } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useAudit, useVerifyTrail } from './queries';

/** Whether the audit trail is whole, what was noted of it outside the database, and what directors must look at. */
export function AuditPage() {
  const { t } = useTranslation();
  const audit = useAudit();
  const verify = useVerifyTrail();
  return (
    <Screen
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        <Button
          size="sm"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verify.isPending}
          onClick={() => verify.mutate({})}
        >
          {t('audit.verify')}
        </Button>
      }
    >
      <Answer query={audit} loading={<Loading lines={8} />}>
        {(data) => (
          <>
            <LastCheck data={data} />
            <Alerts data={data} />
            <Refusals data={data} />
            <Anchors data={data} />
          </>
        )}
      </Answer>
    </Screen>
  );
}

function LastCheck({ data }: { data: AuditView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { last } = data;
  if (!last)
    return (
      <Panel title={t('audit.last')}>
        <Empty>{t('audit.never')}</Empty>
      </Panel>
    );
  const broken = last.breaks.length + last.anchorBreaks.length > 0;
  return (
    <Panel title={t('audit.last')} note={format.instant(last.at)}>
      <Group gap="sm">
        {broken ? (
          <Tag tone="urgent" icon={<IconAlertTriangle size={14} aria-hidden />}>
            {t('audit.broken')}
          </Tag>
        ) : (
          <Tag tone="good" icon={<IconCircleCheck size={14} aria-hidden />}>
            {t('audit.whole')}
          </Tag>
        )}
        <Text size="sm">{t('audit.read', { entries: last.entries, anchors: last.anchors })}</Text>
      </Group>
      {broken ? <Text size="sm">{t('audit.brokenWhat')}</Text> : null}
      {last.breaks.length > 0 ? (
        <Text size="sm">{t('audit.brokenAt', { numbers: last.breaks.slice(0, 20).join(', ') })}</Text>
      ) : null}
      {last.anchorBreaks.length > 0 ? (
        <Text size="sm">
          {t('audit.anchorsBroken', { numbers: last.anchorBreaks.slice(0, 20).join(', ') })}
        </Text>
      ) : null}
      <Text size="xs" c="dimmed" mt="xs">
        {t('audit.head', { number: last.headSeq })}
      </Text>
      <Text size="xs" component="code" style={{ overflowWrap: 'anywhere' }}>
        {last.hash}
      </Text>
    </Panel>
  );
}

function Alerts({ data }: { data: AuditView }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel flush title={t('audit.alerts')} note={t('audit.alertsNote')}>
      {data.alerts.length === 0 ? (
        <Empty>{t('audit.noAlerts')}</Empty>
      ) : (
        <ul className="v-rows">
          {data.alerts.map((alert) => (
            <li key={`${alert.kind}${alert.at}`}>
              <Text size="sm" fw={600}>
                {word('alertKind', alert.kind)}
              </Text>
              <Text size="xs" c="dimmed">
                {[alert.by?.name, t('audit.count', { count: alert.count }), format.instant(alert.at)]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Refusals({ data }: { data: AuditView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel flush title={t('audit.refusals')} note={t('audit.refusalsNote')}>
      {data.refusals.length === 0 ? (
        <Empty>{t('audit.noRefusals')}</Empty>
      ) : (
        <ul className="v-rows">
          {data.refusals.map((refusal) => (
            <li key={`${refusal.by?.id}${refusal.at}`}>
              <Text size="sm" fw={600}>
                {refusal.by?.name ?? t('audit.somebody')}
              </Text>
              {refusal.route ? (
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {t('audit.refused', { permission: refusal.permission })} <code>{refusal.route}</code>
                </Text>
              ) : (
                <Text size="sm">{t('audit.refusedMore')}</Text>
              )}
              <Text size="xs" c="dimmed">
                {[refusal.origin, format.instant(refusal.at)].filter(Boolean).join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Anchors({ data }: { data: AuditView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel flush title={t('audit.anchors')} note={t('audit.anchorsNote')}>
      {data.anchorFileWhole ? null : (
        <Text size="sm" p="md" role="alert">
          {t('audit.fileChanged')}
        </Text>
      )}
      {data.anchors.length === 0 ? (
        <Empty>{t('audit.noAnchors')}</Empty>
      ) : (
        <ul className="v-rows">
          {data.anchors.map((anchor) => (
            <li key={`${anchor.seq}${anchor.at}`}>
              <Group gap="xs">
                <Text size="sm">{format.instant(anchor.at)}</Text>
                <Text size="sm" className="v-num">
                  {anchor.seq}
                </Text>
                {anchor.fits ? null : <Tag tone="urgent">{t('audit.doesNotFit')}</Tag>}
              </Group>
              <Text size="xs" component="code" style={{ overflowWrap: 'anywhere' }}>
                {anchor.hash}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
