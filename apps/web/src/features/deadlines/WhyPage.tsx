import { Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { Deadline } from '../../api/types';
import { todayIn, useFormat } from '../../ui/format';
import { Screen } from '../../ui/Screen';
import { Answer, Loading } from '../../ui/states';
import { ClientLink } from '../clients/ClientLink';
import { printSize } from './print-size';
import { useDeadline } from './queries';
import { Reasons } from './Reasons';
import { DeadlineActs } from './WhyThisDate';

/** Every reason behind one date as a page of its own, which prints on one sheet of A4 or Letter. */
export function WhyPage() {
  const { t } = useTranslation();
  const { deadlineId } = useParams({ from: '/shell/deadlines/$deadlineId/why' });
  const deadline = useDeadline(deadlineId);
  return (
    <Screen
      title={t('deadlines.why')}
      lead={t('deadlines.whyLead')}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('common.print')}
        </Button>
      }
    >
      <Answer query={deadline} loading={<Loading lines={10} />}>
        {(found) => <Paper deadline={found} />}
      </Answer>
    </Screen>
  );
}

function Paper({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const today = todayIn(me.organisation.timeZone);
  return (
    <article
      className="v-panel v-paper"
      style={{ '--print-size': `${printSize(deadline)}pt` } as CSSProperties}
    >
      <Reasons deadline={deadline} today={today} />
      <div className="v-paper-acts v-no-print">
        <DeadlineActs deadline={deadline} today={today} />
        <ClientLink clientId={deadline.clientId} caseId={deadline.caseId} tab="deadlines">
          {t('deadlines.backToCase')}
        </ClientLink>
      </div>
      <Text className="v-paper-foot" component="footer">
        {t('deadlines.printedFooter', {
          when: format.instant(new Date().toISOString()),
          name: me.user.name,
          version: deadline.ruleSetVersion,
        })}
      </Text>
    </article>
  );
}
