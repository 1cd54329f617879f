import { Group, List, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { Panel } from '../../ui/Panel';
import { Tag, type Tone } from '../../ui/Tag';
import { English, LawText } from '../law/LawText';
import type { EffectAnswer } from './queries';

type Changes = EffectAnswer['whatIf'];
type Scenario = Changes['charges'][number]['scenarios'][number];

const tones: Record<string, Tone> = {
  termination_expected: 'good',
  partial_other_relief_needed: 'soon',
  pardon_not_enough: 'urgent',
};

/** Names of flags as words: childVictim is child victim. */
const spelt = (label: string): string =>
  label.replace(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (name) =>
    name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
  );

const matters = ({ before, overall, changed }: Scenario): boolean => changed.length > 0 || overall !== before;

/** One change at a time, for every charge that is not lifted. */
export function WhatIf({ whatIf }: { whatIf: Changes }) {
  const { t } = useTranslation();
  const word = useWords();
  const charges = whatIf.charges.filter(({ scenarios }) => scenarios.length);
  if (!charges.length) return null;
  return (
    <Panel flush title={t('effectCalculator.whatIf')} note={t('effectCalculator.whatIfLead')}>
      <ul className="v-rows">
        {charges.map((charge) => (
          <li key={charge.chargeId}>
            <Text size="sm" fw={600} mb={4}>
              INA {charge.ina} <Tag>{word('effect', charge.effect)}</Tag>
            </Text>
            <ul className="law-dates">
              {charge.scenarios.filter(matters).map((scenario) => (
                <li key={scenario.label} style={{ display: 'block' }}>
                  <OneChange scenario={scenario} />
                </li>
              ))}
            </ul>
            {charge.scenarios.some(matters) ? null : (
              <Text size="sm" c="dimmed">
                {t('effectCalculator.nothing')}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {whatIf.note ? (
        <Text size="xs" c="dimmed" className="law-foot">
          <English>{whatIf.note}</English>
        </Text>
      ) : null}
    </Panel>
  );
}

function OneChange({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation();
  const word = useWords();
  return (
    <>
      <Group gap={8} align="baseline">
        <LawText text={spelt(scenario.label)} fw={600} />
        {scenario.overall === scenario.before ? (
          <Text size="xs" c="dimmed">
            {t('effectCalculator.same')}
          </Text>
        ) : (
          <Tag tone={tones[scenario.overall] ?? 'open'}>{word('overall', scenario.overall)}</Tag>
        )}
      </Group>
      {scenario.changed.length ? (
        <List size="sm" spacing={2}>
          {scenario.changed.map((turned) => (
            <List.Item key={turned.chargeId}>
              INA {turned.ina}:{' '}
              {turned.from ? (
                <>
                  {word('effect', turned.from).toLowerCase()}{' '}
                  <IconArrowRight size={13} style={{ verticalAlign: -2 }} aria-hidden />{' '}
                </>
              ) : null}
              <strong>{word('effect', turned.to).toLowerCase()}</strong>.{' '}
              <Text span size="xs" c="dimmed">
                <English>{turned.reason}</English>
              </Text>
            </List.Item>
          ))}
        </List>
      ) : null}
    </>
  );
}
