import { Group, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conviction } from '../../api/types';
import { convictionFlags } from '../../api/values';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { ConvictionForm } from './ConvictionForm';

/** The convictions that charges and pardons rest on. */
export function Convictions(props: { clientId: string; convictions: Conviction[]; mayEdit: boolean }) {
  const { t } = useTranslation();
  const add = props.mayEdit ? (
    <FormButton label={t('removal.addConviction')} icon={<IconPlus size={14} aria-hidden />} wide>
      {(close) => <ConvictionForm clientId={props.clientId} close={close} />}
    </FormButton>
  ) : null;
  return (
    <Panel flush title={t('removal.convictions')} actions={add}>
      {props.convictions.length ? null : <Empty>{t('removal.convictionsEmpty')}</Empty>}
      <ul className="v-rows">
        {props.convictions.map((conviction) => (
          <li key={conviction.id}>
            <One clientId={props.clientId} conviction={conviction} mayEdit={props.mayEdit} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function One({
  clientId,
  conviction,
  mayEdit,
}: {
  clientId: string;
  conviction: Conviction;
  mayEdit: boolean;
}) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const raised = convictionFlags.filter((flag) => conviction.flags[flag] === 'yes');
  const open = convictionFlags.filter(
    (flag) => !conviction.flags[flag] || conviction.flags[flag] === 'not_known',
  );
  return (
    <>
      <Group justify="space-between" gap="xs" mb="xs" align="flex-start">
        <div>
          <Text fw={600}>{conviction.offence}</Text>
          <Text size="xs" c="dimmed">
            {[
              word('convictionLevel', conviction.level),
              conviction.statute,
              conviction.court,
              conviction.state,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        {mayEdit ? (
          <FormButton
            label={t('common.edit')}
            title={t('removal.editConviction')}
            icon={<IconPencil size={14} aria-hidden />}
            variant="subtle"
            wide
          >
            {(close) => <ConvictionForm clientId={clientId} conviction={conviction} close={close} />}
          </FormButton>
        ) : null}
      </Group>
      <Facts
        absent={t('common.notRecorded')}
        items={[
          [t('removal.offenceOn'), format.day(conviction.offenceOn)],
          [t('removal.pleaOn'), format.day(conviction.pleaOn)],
          conviction.verdictOn ? [t('removal.verdictOn'), format.day(conviction.verdictOn)] : null,
          [t('removal.sentencedOn'), format.day(conviction.sentencedOn)],
          [t('removal.sentence'), conviction.sentence],
          [t('removal.maximumSentence'), conviction.maximumSentence],
          [t('removal.docket'), conviction.docket],
          [t('removal.ageAtOffence'), conviction.ageAtOffence],
          conviction.countNumber ? [t('removal.countNumber'), conviction.countNumber] : null,
          conviction.scheme ? [t('removal.scheme'), conviction.scheme] : null,
          conviction.clearedBy
            ? [
                t('removal.clearedBy'),
                [word('clearedBy', conviction.clearedBy), format.day(conviction.clearedOn)]
                  .filter(Boolean)
                  .join(', '),
              ]
            : null,
        ]}
      />
      <Group gap={6} mt="xs">
        {raised.map((flag) => (
          <Tag key={flag} tone="soon">
            {word('convictionFlag', flag)}
          </Tag>
        ))}
        {open.length ? (
          <Text size="xs" c="dimmed">
            {t('common.notKnown')}:{' '}
            {open.map((flag) => word('convictionFlag', flag).toLowerCase()).join(', ')}
          </Text>
        ) : null}
      </Group>
    </>
  );
}
