import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { orNull, optionsOf } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useForums, useStates } from './places';
import { useEnterNotice } from './queries';

const LAYERS = ['forum_notice', 'executive_closure', 'state_holiday'] as const;

/** A closed day entered by hand. */
export function NoticeForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const forums = useForums();
  const states = useStates();
  const enter = useEnterNotice();
  return (
    <RecordForm
      draftKey="calendar-notice"
      intro={
        <Text size="sm" c="dimmed">
          {t('lawCalendar.addLead')}
        </Text>
      }
      fields={[
        {
          name: 'layer',
          kind: 'select',
          label: t('lawCalendar.kind'),
          required: true,
          half: true,
          options: optionsOf(LAYERS, (layer) => word('calendarLayer', layer)),
        },
        { name: 'on', kind: 'date', label: t('lawCalendar.on'), required: true, half: true },
        {
          name: 'forum',
          kind: 'select',
          label: t('lawCalendar.forum'),
          hint: t('lawCalendar.forumHint'),
          options: forums,
          when: ({ layer }) => layer === 'forum_notice',
        },
        {
          name: 'state',
          kind: 'select',
          label: t('lawCalendar.noticeState'),
          required: true,
          options: states,
          when: ({ layer }) => layer === 'state_holiday',
        },
        {
          name: 'name',
          kind: 'text',
          label: t('lawCalendar.name'),
          hint: t('lawCalendar.nameHint'),
          required: true,
        },
        { name: 'sourceLink', kind: 'text', label: t('lawCalendar.link'), hint: t('lawCalendar.linkHint') },
      ]}
      initial={{ layer: 'forum_notice' as string, on: '', forum: '', state: '', name: '', sourceLink: '' }}
      send={(values, { key }) =>
        enter.mutateAsync({
          key,
          body: {
            layer: values.layer,
            on: values.on,
            name: values.name,
            forum: values.layer === 'forum_notice' ? orNull(values.forum) : null,
            state: values.layer === 'state_holiday' ? orNull(values.state) : null,
            sourceLink: orNull(values.sourceLink),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
