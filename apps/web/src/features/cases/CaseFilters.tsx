import { Button, Collapse, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { caseStages, caseTypes, custodyStatuses } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { useColleagues } from '../staff/queries';

export type FilterName =
  'stage' | 'type' | 'status' | 'responsibleId' | 'custody' | 'deadlineWithinDays' | 'sort' | 'order';
export type Filters = Partial<Record<FilterName, string>>;

/** Name search and the filters; on a phone the filters fold away. */
export function CaseFilters(props: {
  filters: Filters;
  text: string;
  onText: (text: string) => void;
  onChange: (next: Filters) => void;
  onClear?: () => void;
}) {
  const { t } = useTranslation();
  const word = useWords();
  const phone = useMediaQuery('(max-width: 56em)', undefined, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure(false);
  const colleagues = useColleagues();
  const set = (name: FilterName) => (value: string | null) => props.onChange({ [name]: value ?? undefined });
  const one = (name: FilterName, label: string, data: { value: string; label: string }[]) => (
    <Select
      key={name}
      size="xs"
      label={label}
      placeholder={t('common.any')}
      data={data}
      value={props.filters[name] ?? null}
      onChange={set(name)}
      clearable
    />
  );
  const sorts = [
    { value: 'name', label: t('cases.sortName') },
    { value: 'opened', label: t('cases.sortOpened') },
    { value: 'next_deadline', label: t('cases.sortDeadline') },
    { value: 'next_check_in', label: t('cases.sortCheckIn') },
    { value: 'updated', label: t('cases.sortUpdated') },
  ];
  return (
    <div role="search" aria-label={t('cases.title')}>
      <Group gap="xs" align="flex-end" mb={phone ? 0 : 'xs'}>
        <TextInput
          style={{ flex: '1 1 220px' }}
          maw={420}
          aria-label={t('cases.search')}
          placeholder={t('cases.search')}
          title={t('cases.searchHint')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={props.text}
          onChange={(event) => props.onText(event.currentTarget.value)}
          autoComplete="off"
        />
        {phone ? (
          <Button
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
            onClick={toggle}
            aria-expanded={opened}
          >
            {t('cases.filters')}
          </Button>
        ) : null}
        {props.onClear ? (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconX size={14} aria-hidden />}
            onClick={props.onClear}
          >
            {t('cases.clearFilters')}
          </Button>
        ) : null}
      </Group>
      <Collapse expanded={!phone || opened}>
        <SimpleGrid cols={{ base: 2, md: 7 }} spacing="xs" verticalSpacing="xs" pt={phone ? 'xs' : 0}>
          {one(
            'stage',
            t('cases.stage'),
            optionsOf(caseStages, (s) => word('caseStage', s)),
          )}
          {one(
            'type',
            t('cases.type'),
            optionsOf(caseTypes, (s) => word('caseType', s)),
          )}
          {one('responsibleId', t('cases.responsible'), colleagues)}
          {one(
            'custody',
            t('cases.custody'),
            optionsOf(custodyStatuses, (s) => word('custody', s)),
          )}
          {one(
            'deadlineWithinDays',
            t('cases.deadlineWithin'),
            (['7', '14', '30', '90'] as const).map((n) => ({ value: n, label: t(`cases.within_${n}`) })),
          )}
          <Select
            size="xs"
            label={t('cases.status')}
            data={optionsOf(['open', 'closed', 'all'], (s) => word('caseStatus', s))}
            value={props.filters.status ?? 'open'}
            onChange={(value) =>
              props.onChange({ status: value === 'open' ? undefined : (value ?? undefined) })
            }
            allowDeselect={false}
          />
          <Select
            size="xs"
            label={t('cases.sort')}
            data={sorts}
            value={props.filters.sort ?? 'next_deadline'}
            onChange={(value) => props.onChange({ sort: value ?? undefined, order: undefined })}
            allowDeselect={false}
          />
        </SimpleGrid>
      </Collapse>
    </div>
  );
}
