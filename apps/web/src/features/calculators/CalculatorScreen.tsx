import { Button, Text } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { SectionLinks } from '../law/SectionLinks';

/** A calculator: the facts on the left, the answer beside them. */
export function CalculatorScreen(props: {
  title: string;
  lead: string;
  facts: ReactNode;
  answer: ReactNode;
  /** More facts than fit beside an answer: it comes below them. */
  stacked?: boolean;
  more?: ReactNode;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="law-print">
      <SectionLinks
        label={t('calculators.sections')}
        sections={[
          { to: '/calculators', label: t('calculators.deadline') },
          { to: '/calculators/finality', label: t('calculators.finality') },
          { to: '/calculators/pardon-effect', label: t('calculators.effect') },
          { to: '/calculators/screening', label: t('screeningCalculator.title') },
          { to: '/calculators/calendar', label: t('calculators.calendar') },
        ]}
      />
      <Screen
        title={props.title}
        lead={
          <>
            {props.lead} <strong>{t('calculators.notStored')}</strong> {t('calculators.forAttorney')}
          </>
        }
      >
        <div className={props.stacked ? 'law-calc-stacked' : 'law-calc'}>
          <div className="law-calc-facts law-no-print">
            <Panel
              title={t('calculators.facts')}
              actions={
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  leftSection={<IconEraser size={14} aria-hidden />}
                  onClick={props.onClear}
                >
                  {t('calculators.clear')}
                </Button>
              }
            >
              {props.facts}
            </Panel>
            {props.more}
          </div>
          <section aria-label={t('calculators.answer')}>{props.answer}</section>
        </div>
      </Screen>
    </div>
  );
}

/** Before there is anything to count. */
export function Waits({ children }: { children: ReactNode }) {
  return (
    <Panel>
      <Text size="sm" c="dimmed">
        {children}
      </Text>
    </Panel>
  );
}
