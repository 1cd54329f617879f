import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '../../ui/form/field';

/**
 * A day that is typed, or picked. What was typed stays as it was typed: a field that quietly makes 2 March of
 * 30 February has no place in a calculator.
 */
export function DayField(props: {
  label: ReactNode;
  name: string;
  plainLabel: string;
  value: string;
  onChange: (day: string) => void;
  onBlur?: () => void;
  error?: string;
  required?: boolean;
  hint?: string;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <TextInput
      label={props.label}
      description={props.hint}
      name={props.name}
      size="sm"
      withAsterisk={props.required}
      required={props.required}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('form.datePlaceholder')}
      value={props.value}
      error={props.error}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={props.onBlur}
      rightSection={
        <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal shadow="md">
          <Popover.Target>
            <ActionIcon
              aria-label={t('calculators.pickDay', { what: props.plainLabel })}
              onClick={() => setOpened((was) => !was)}
            >
              <IconCalendar size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              className="law-picker"
              hideOutsideDates
              ariaLabels={{
                previousMonth: t('checkins.previous'),
                nextMonth: t('checkins.nextRange'),
                previousYear: t('checkins.previous'),
                nextYear: t('checkins.nextRange'),
                previousDecade: t('checkins.previous'),
                nextDecade: t('checkins.nextRange'),
              }}
              value={isDay(props.value) ? props.value : null}
              defaultDate={isDay(props.value) ? props.value : undefined}
              onChange={(day) => {
                props.onChange(day ?? '');
                setOpened(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
