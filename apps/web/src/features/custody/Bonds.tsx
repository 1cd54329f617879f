import { Group, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Bond, CustodyFile } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { EditBondForm, EndStayForm, NewBondForm } from './BondForms';

/** Bonds of all detentions; a new one belongs to the latest. */
export function Bonds({ clientId, file }: { clientId: string; file: CustodyFile }) {
  const { t } = useTranslation();
  const latest = file.episodes[0];
  return (
    <Panel
      flush
      title={t('bond.title')}
      note={t('bond.note')}
      actions={
        file.can.record && latest ? (
          <FormButton label={t('bond.add')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <NewBondForm clientId={clientId} episodeId={latest.id} close={close} />}
          </FormButton>
        ) : null
      }
    >
      {file.bonds.length ? (
        <ol className="v-rows">
          {file.bonds.map((bond) => (
            <li key={bond.id}>
              <One clientId={clientId} bond={bond} />
            </li>
          ))}
        </ol>
      ) : (
        <Empty>{t('bond.empty')}</Empty>
      )}
    </Panel>
  );
}

const tones = { denied: 'urgent', no_jurisdiction: 'urgent', breached: 'urgent', granted: 'soon' } as const;

function One({ clientId, bond }: { clientId: string; bond: Bond }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const lines = useLines(bond);
  return (
    <>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Group gap="xs">
          <Text size="sm" fw={600} className="v-num">
            {bond.amount === null ? t('bond.title') : `$${bond.amount.toLocaleString('en-US')}`}
          </Text>
          <Tag tone={tones[bond.status as keyof typeof tones] ?? 'plain'}>
            {word('bondStatus', bond.status)}
          </Tag>
        </Group>
        <Actions clientId={clientId} bond={bond} />
      </Group>
      {lines.map(([label, value]) => (
        <Text key={label} size="sm">
          {t('bond.line', { label, value })}
        </Text>
      ))}
      <ul className="v-timeline" style={{ marginTop: 8 }} aria-label={t('bond.history')}>
        {bond.history.map((step) => (
          <li key={step.at}>
            <Text size="sm">{word('bondStatus', step.status)}</Text>
            <Text size="xs" c="dimmed">
              {[
                format.day(step.on) || t('bond.dayUnknown'),
                t('custodyFile.by', { name: step.by.name }),
              ].join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
      <Stay bond={bond} />
    </>
  );
}

function Actions({ clientId, bond }: { clientId: string; bond: Bond }) {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      {bond.can.endStay ? (
        <FormButton label={t('bond.endStay')} variant="subtle">
          {(close) => <EndStayForm bond={bond} close={close} />}
        </FormButton>
      ) : null}
      {bond.can.edit ? (
        <FormButton label={t('bond.edit')} icon={<IconPencil size={14} aria-hidden />}>
          {(close) => <EditBondForm clientId={clientId} bond={bond} close={close} />}
        </FormButton>
      ) : null}
    </Group>
  );
}

/** Everything that was recorded of the automatic stay, also what was recorded in error. */
function Stay({ bond }: { bond: Bond }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  if (bond.stay.length === 0) return null;
  return (
    <ul className="v-timeline" style={{ marginTop: 8 }} aria-label={t('bond.stayHistory')}>
      {bond.stay.map((step) => (
        <li key={step.at}>
          <Text size="sm">
            {t('bond.line', {
              label: t('bond.stayHistory'),
              value: step.how ? word('stayEnd', step.how) : t('bond.stayRecorded'),
            })}
          </Text>
          {step.note ? <Text size="sm">{step.note}</Text> : null}
          <Text size="xs" c="dimmed">
            {[
              step.step === 'ended' ? format.day(step.on) : '',
              format.instant(step.at),
              t('custodyFile.by', { name: step.by.name }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** What is known, without what is empty. */
function useLines(bond: Bond): [string, string][] {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const joined = (...parts: (string | null)[]): string => parts.filter(Boolean).join(', ');
  const all: [string, string][] = [
    [t('bond.setBy'), word('bondSetter', bond.setBy)],
    [t('bond.hearing'), format.day(bond.hearingOn)],
    [t('bond.conditions'), bond.conditions ?? ''],
    [t('bond.appealBy'), joined(word('bondAppellant', bond.appealBy), format.day(bond.appealedOn))],
    [t('bond.automaticStay'), word('automaticStay', bond.automaticStay)],
    [
      t('bond.boardOutcome'),
      joined(word('bondAppealOutcome', bond.boardOutcome), format.day(bond.boardDecidedOn)),
    ],
    [t('bond.obligorName'), joined(bond.obligorName, bond.obligorRelation)],
    [t('bond.receiptNumber'), bond.receiptNumber ?? ''],
  ];
  return all.filter(([, value]) => value !== '');
}
