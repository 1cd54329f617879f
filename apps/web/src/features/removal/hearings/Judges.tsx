import { Button, Group, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCourts } from '../../../api/reference';
import type { Judge } from '../../../api/types';
import { FormButton } from '../../../ui/form/FormButton';
import { orNull, type Field } from '../../../ui/form/field';
import { RecordForm } from '../../../ui/form/RecordForm';
import { Panel } from '../../../ui/Panel';
import { Answer, Empty } from '../../../ui/states';
import { Notice } from '../../../ui/Tag';
import { useAddJudge, useEditJudge, useJudges } from '../queries';

/** The office's directory of judges. */
export function Judges() {
  const { t } = useTranslation();
  const judges = useJudges();
  return (
    <Panel
      flush
      title={t('hearings.judges')}
      note={t('hearings.judgesNote')}
      actions={
        judges.data?.can.edit ? (
          <FormButton label={t('hearings.addJudge')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <JudgeForm close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={judges}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('hearings.judgesEmpty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((judge) => (
              <li key={judge.id}>
                <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
                  <div>
                    <Text size="sm" fw={600}>
                      {judge.name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {[judge.courtName, judge.active ? '' : t('hearings.retired')]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                    {judge.note ? <Text size="sm">{judge.note}</Text> : null}
                  </div>
                  {judge.can.edit ? (
                    <FormButton
                      label={t('common.edit')}
                      title={t('hearings.editJudge')}
                      icon={<IconPencil size={14} aria-hidden />}
                      variant="subtle"
                    >
                      {(close) => <JudgeForm judge={judge} close={close} />}
                    </FormButton>
                  ) : null}
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

interface JudgeValues {
  name: string;
  courtCode: string;
  note: string;
  active: boolean;
}

function JudgeForm({ judge, close }: { judge?: Judge; close: () => void }) {
  const { t } = useTranslation();
  const courts = useCourts();
  const add = useAddJudge();
  const edit = useEditJudge();
  const active: Field<JudgeValues> = { name: 'active', kind: 'switch', label: t('hearings.judgeActive') };
  return (
    <RecordForm<JudgeValues>
      draftKey={`judge:${judge?.id ?? ''}`}
      version={judge?.version}
      intro={({ name, courtCode }) => (
        <KnownJudges name={name} courtCode={courtCode} except={judge?.id} close={close} />
      )}
      fields={[
        { name: 'name', kind: 'text', label: t('hearings.judgeName'), required: true },
        { name: 'courtCode', kind: 'select', label: t('hearings.judgeCourt'), options: courts },
        { name: 'note', kind: 'textarea', label: t('hearings.judgeNote'), hint: t('hearings.judgesNote') },
        ...(judge ? [active] : []),
      ]}
      initial={{
        name: judge?.name ?? '',
        courtCode: judge?.courtCode ?? '',
        note: judge?.note ?? '',
        active: judge?.active ?? true,
      }}
      send={({ name, courtCode, note, active: sits }, { version, key }) => {
        const body = { name, courtCode: orNull(courtCode), note: orNull(note) };
        return judge
          ? edit.mutateAsync({ path: { judgeId: judge.id }, version, key, body: { ...body, active: sits } })
          : add.mutateAsync({ key, body });
      }}
      done={close}
      onCancel={close}
    />
  );
}

/** As the database compares names of judges: no accents, case, points or dashes. */
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[\s.,;:()-]+/g, ' ')
    .trim();

/** Who is in the directory under such a name, while it is typed: nobody is entered twice. */
function KnownJudges(props: { name: string; courtCode: string; except?: string; close: () => void }) {
  const { t } = useTranslation();
  const typed = folded(props.name);
  const known = (useJudges().data?.items ?? []).filter(
    (one) => one.id !== props.except && typed.length > 2 && folded(one.name).includes(typed),
  );
  if (!known.length) return null;
  const same = known.some((one) => folded(one.name) === typed && (one.courtCode ?? '') === props.courtCode);
  return (
    <Notice tone="soon" role="status" icon={<IconUsers size={18} aria-hidden />}>
      <Text size="sm" fw={600}>
        {t(same ? 'hearings.judgeKnown' : 'hearings.judgeLike')}
      </Text>
      {known.slice(0, 5).map((one) => (
        <Text key={one.id} size="sm">
          {[one.name, one.courtName, one.active ? '' : t('hearings.retired')].filter(Boolean).join(' · ')}
        </Text>
      ))}
      <Button size="compact-xs" variant="default" mt={6} onClick={props.close}>
        {t('hearings.judgeUse')}
      </Button>
    </Notice>
  );
}
