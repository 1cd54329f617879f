import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { useWords } from '../../i18n/words';
import { orNull, type Field, type Option } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn } from '../../ui/format';
import { useVerify, useVerifyPlace } from './queries';
import type { PlacePage, Rule } from './types';

interface Values {
  version: string;
  on: string;
  sourceSeen: string;
  note: string;
}

/** An attorney's word that one version agrees with the official text. */
export function VerifyRule({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const word = useWords();
  const verify = useVerify();
  const current = rule.versions.find((version) => version.current) ?? rule.versions.at(-1);
  const versions = [...rule.versions].reverse().map(({ version, status }) => ({
    value: String(version),
    label: `${t('lawRule.version', { version })}, ${word('ruleStatus', status)}`,
  }));
  return (
    <VerifyButton
      of={rule.id}
      lead={t('lawRule.verifyLead')}
      hint={t('lawRule.sourceSeenHint')}
      versions={versions}
      version={String(current?.version ?? '')}
      send={({ version, ...seen }, key) =>
        verify.mutateAsync({
          path: { rule: rule.id },
          key,
          body: { version: Number(version), ...seenOf(seen) },
        })
      }
    />
  );
}

/** An attorney's word that the record of a pardoning authority agrees with its live page. */
export function VerifyPlace({ place }: { place: PlacePage }) {
  const { t } = useTranslation();
  const verify = useVerifyPlace();
  return (
    <VerifyButton
      of={place.code}
      lead={t('lawPlaces.verifyLead')}
      hint={t('lawPlaces.sourceSeenHint')}
      send={(seen, key) => verify.mutateAsync({ path: { code: place.code }, key, body: seenOf(seen) })}
    />
  );
}

const seenOf = ({ on, sourceSeen, note }: Omit<Values, 'version'>) => ({
  on,
  sourceSeen,
  note: orNull(note),
});

function VerifyButton(props: {
  of: string;
  lead: string;
  hint: string;
  versions?: Option[];
  version?: string;
  send: (values: Values, key: string) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const fields: Field<Values>[] = [
    {
      name: 'version',
      kind: 'select',
      label: t('lawRule.whichVersion'),
      required: true,
      options: props.versions,
      half: true,
      when: () => props.versions !== undefined,
    },
    { name: 'on', kind: 'date', label: t('lawRule.comparedOn'), required: true, half: true },
    { name: 'sourceSeen', kind: 'text', label: t('lawRule.sourceSeen'), hint: props.hint, required: true },
    { name: 'note', kind: 'textarea', label: t('common.note') },
  ];
  return (
    <FormButton label={t('lawRule.verify')} icon={<IconCircleCheck size={14} aria-hidden />}>
      {(close) => (
        <RecordForm<Values>
          draftKey={`verify:${props.of}`}
          intro={
            <Text size="sm" c="dimmed">
              {props.lead}
            </Text>
          }
          fields={fields}
          initial={{
            version: props.version ?? '',
            on: todayIn(me.organisation.timeZone),
            sourceSeen: '',
            note: '',
          }}
          saved={t('lawRule.recorded')}
          send={(values, { key }) => props.send(values, key)}
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}
