import { SegmentedControl, Switch, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '../../ui/MoreButton';
import { useMe } from '../../app/session';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { LawReviewRows } from './LawReviewRows';
import { useLawReviews } from './queries';

/** "The law changed": every date it moved, until somebody says that they have seen it. */
export function LawReviewsPage() {
  const { t } = useTranslation();
  const { state = 'open', mine } = useSearch({ from: '/shell/law-reviews' });
  const found = useLawReviews({ state, mine: mine === 'true' ? true : undefined });
  const seen = state === 'acknowledged';
  return (
    <Screen
      title={t('lawReviews.title')}
      lead={t('lawReviews.lead')}
      actions={<Which state={state} mine={mine} />}
    >
      <Panel flush>
        <Answer
          query={found}
          loading={<Loading lines={8} />}
          isEmpty={(data) => data.pages[0].items.length === 0}
          empty={<Empty>{seen ? t('lawReviews.emptyAcknowledged') : t('lawReviews.empty')}</Empty>}
        >
          {(data) => (
            <>
              {seen ? null : (
                <Text size="xs" c="dimmed" px="md" pt="xs" visibleFrom="sm">
                  {t('lawReviews.keys')}
                </Text>
              )}
              <LawReviewRows reviews={data.pages.flatMap((page) => page.items)} />
              <MoreButton list={found} />
            </>
          )}
        </Answer>
      </Panel>
    </Screen>
  );
}

function Which(props: { state: string; mine?: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const go = (search: { state?: string; mine?: string }): void =>
    void navigate({ to: '/law-reviews', search, replace: true });
  return (
    <>
      {/* Everybody else has only their own. */}
      {me.user.role === 'director' ? (
        <Switch
          size="sm"
          label={t('lawReviews.mine')}
          checked={props.mine === 'true'}
          onChange={(event) =>
            go({ state: props.state, mine: event.currentTarget.checked ? 'true' : undefined })
          }
        />
      ) : null}
      <SegmentedControl
        size="xs"
        aria-label={t('lawReviews.which')}
        value={props.state}
        onChange={(state) => go({ state, mine: props.mine })}
        data={[
          { value: 'open', label: t('lawReviews.open') },
          { value: 'acknowledged', label: t('lawReviews.acknowledged') },
        ]}
      />
    </>
  );
}
