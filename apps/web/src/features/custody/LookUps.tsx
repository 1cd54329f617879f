import { Anchor, Group, Text } from '@mantine/core';
import { IconExternalLink, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustodyFile } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';
import { Tag, type Tone } from '../../ui/Tag';
import { EnteredInError } from '../removal/in-error/EnteredInError';
import { WithdrawButton } from '../removal/in-error/WithdrawButton';
import { LookUpForm } from './LookUpForm';
import { placeText } from './place-text';

const LOCATOR = 'https://locator.ice.gov/odls/';
const TONES: Record<string, Tone> = { found: 'good', not_found: 'urgent', unclear: 'soon' };

/** Who looked for the client, where, and when somebody has to look again. */
export function LookUps({ clientId, file }: { clientId: string; file: CustodyFile }) {
  const { t } = useTranslation();
  return (
    <Panel
      flush
      title={t('custodyFile.lookUps')}
      note={t('custodyFile.lookUpsNote')}
      actions={
        file.can.lookUp ? (
          <FormButton label={t('custodyFile.addLookUp')} icon={<IconSearch size={14} aria-hidden />}>
            {(close) => <LookUpForm clientId={clientId} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <div className="v-inset">
        <NextLookUp file={file} />
        <Anchor href={LOCATOR} target="_blank" rel="noreferrer noopener" size="sm" underline="always">
          {t('custodyFile.locatorLink')}{' '}
          <IconExternalLink size={13} aria-hidden style={{ verticalAlign: -2 }} />
        </Anchor>
      </div>
      {file.lookUps.length ? (
        <Log clientId={clientId} file={file} />
      ) : (
        <Empty>{t('custodyFile.lookUpsEmpty')}</Empty>
      )}
      <EnteredInError clientId={clientId} kinds={['locator_look_up']} />
    </Panel>
  );
}

function NextLookUp({ file }: { file: CustodyFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!file.nextLookUpAt) return null;
  const late = Date.parse(file.nextLookUpAt) <= Date.parse(file.now);
  return (
    <div style={{ marginBottom: 6 }}>
      <Tag tone={late ? 'urgent' : 'soon'}>
        {t(late ? 'custodyFile.overdue' : 'custodyFile.nextDue', { when: format.instant(file.nextLookUpAt) })}
      </Tag>
    </div>
  );
}

function Log({ clientId, file }: { clientId: string; file: CustodyFile }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <ol className="v-rows">
      {file.lookUps.map((look) => (
        <li key={look.id}>
          <Group gap="xs">
            <Text size="sm" fw={600} className="v-num">
              {format.instant(look.lookedAt)}
            </Text>
            <Tag tone={TONES[look.result]}>{word('lookUpResult', look.result)}</Tag>
          </Group>
          <Text size="sm">
            {[word('lookedIn', look.lookedIn), placeText(look.place)].filter(Boolean).join(': ')}
          </Text>
          {look.note ? <Text size="sm">{look.note}</Text> : null}
          <Text size="xs" c="dimmed">
            {t('custodyFile.by', { name: look.by.name })}
          </Text>
          <WithdrawButton clientId={clientId} kind="locator_look_up" recordId={look.id} />
        </li>
      ))}
    </ol>
  );
}
