import { Accordion, Button, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconAlertTriangle, IconFileOff, IconPrinter, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Tag, type Tone } from '../../ui/Tag';
import { English } from '../law/LawText';
import type { ScreeningAnswer, ScreeningResult } from './queries';
import { ScreeningDetails } from './ScreeningDetails';

const FINDINGS = ['may_fit', 'needs_facts', 'does_not_fit', 'information'] as const;
const tones: Record<string, Tone> = { may_fit: 'good', needs_facts: 'open' };
const BILL = 'introduced_bill_not_law';
const isBill = ({ law }: ScreeningResult): boolean => law === BILL;

/** Part of an element's id, where no space may be. */
const idOf = ({ title }: ScreeningResult): string => title.replace(/\W+/g, '-');

/** Every programme and class in a line each; what it rests on behind it. On paper everything is open. */
export function ScreeningResults({ answer }: { answer: ScreeningAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<string[]>([]);
  const all = answer.items.map(idOf);
  const allOpen = all.every((id) => open.includes(id));
  useWindowEvent('beforeprint', () => flushSync(() => setOpen(all)));
  return (
    <Panel
      flush
      title={t('screeningCalculator.results')}
      actions={
        <span className="law-no-print" style={{ display: 'contents' }}>
          <Button size="xs" variant="default" onClick={() => setOpen(allOpen ? [] : all)}>
            {t(allOpen ? 'screeningCalculator.closeAll' : 'screeningCalculator.openAll')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPrinter size={14} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('common.print')}
          </Button>
        </span>
      }
    >
      <Tally items={answer.items} />
      <Accordion
        className="screen-results"
        multiple
        variant="default"
        order={3}
        value={open}
        onChange={setOpen}
        transitionDuration={0}
      >
        {answer.items.map((item) => (
          <Accordion.Item
            key={idOf(item)}
            value={idOf(item)}
            className={isBill(item) ? 'screen-bill' : undefined}
          >
            <Accordion.Control>
              <Line item={item} />
            </Accordion.Control>
            <Accordion.Panel>
              <ScreeningDetails item={item} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Text size="xs" c="dimmed" className="law-foot">
        <English>{answer.note}</English> {t('law.asOf', { day: format.day(answer.asOf) })}.
      </Text>
    </Panel>
  );
}

/** How many of each, said aloud when it changes. A bill is counted apart: it is not law. */
function Tally({ items }: { items: ScreeningResult[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const law = items.filter((item) => !isBill(item));
  const bills = items.length - law.length;
  return (
    <div role="status" className="screen-tally">
      {FINDINGS.map((finding) => {
        const number = law.filter((item) => item.finding === finding).length;
        return number ? (
          <Tag key={finding} tone={tones[finding]}>
            {t('screeningCalculator.tally', { finding: word('screeningFinding', finding), number })}
          </Tag>
        ) : null;
      })}
      {bills ? <Tag tone="soon">{t('screeningCalculator.bills', { number: bills })}</Tag> : null}
    </div>
  );
}

function Line({ item }: { item: ScreeningResult }) {
  const { t } = useTranslation();
  const word = useWords();
  const bill = isBill(item);
  return (
    <span className="screen-row">
      <Text component="span" size="sm" fw={600}>
        <English>{item.title}</English>
      </Text>
      <span className="screen-tags">
        <Tag tone={bill ? 'plain' : (tones[item.finding] ?? 'plain')}>
          {word(bill ? 'billFinding' : 'screeningFinding', item.finding)}
        </Tag>
        <LawTag law={item.law} />
        {item.questions.length ? (
          <Text component="span" size="xs" c="dimmed">
            {t('screeningCalculator.questions', { count: item.questions.length })}
          </Text>
        ) : null}
      </span>
      <Text component="span" size="sm">
        <English>{item.why}</English>
      </Text>
    </span>
  );
}

const doubts: Partial<Record<string, typeof IconScale>> = {
  [BILL]: IconFileOff,
  no_agreement_reported: IconAlertTriangle,
  court_order_force_not_confirmed: IconScale,
};

/** Where the rule stands, in words; what is not settled is marked. */
function LawTag({ law }: { law: string }) {
  const word = useWords();
  const Icon = doubts[law];
  return (
    <Tag tone={Icon ? 'soon' : 'plain'} icon={Icon ? <Icon size={13} aria-hidden /> : undefined}>
      {word('screeningLaw', law)}
    </Tag>
  );
}
