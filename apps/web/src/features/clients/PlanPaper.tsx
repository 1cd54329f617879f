import { Button, SegmentedControl, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Client, Plan, TrustedContact } from '../../api/types';
import type { Language } from '../../i18n/i18n';
import { Screen } from '../../ui/Screen';
import { Answer, Loading } from '../../ui/states';
import { ClientLink } from './ClientLink';
import { useItemName, useTextsIn } from './plan-words';
import { useClient, usePlan, useTrustedContacts } from './queries';
import './client.css';

/** The preparedness plan on paper, in the language of the family rather than of the office. */
export function PlanPaper() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { clientId } = useParams({ from: '/shell/clients/$clientId/plan' });
  const { lang } = useSearch({ from: '/shell/clients/$clientId/plan' });
  const language: Language =
    lang === 'es' || lang === 'en' ? lang : i18n.language.startsWith('es') ? 'es' : 'en';
  const client = useClient(clientId);
  const plan = usePlan(clientId);
  const pod = useTrustedContacts(clientId);
  const texts = useTextsIn(language);
  return (
    <Screen
      title={t('plan.title')}
      actions={
        <>
          <SegmentedControl
            size="xs"
            className="v-no-print"
            aria-label={t('plan.printIn')}
            value={language}
            data={[
              { value: 'en', label: t('plan.english') },
              { value: 'es', label: t('plan.spanish') },
            ]}
            onChange={(next) =>
              void navigate({
                to: '/clients/$clientId/plan',
                params: { clientId },
                search: { lang: next },
                replace: true,
              })
            }
          />
          <Button
            size="xs"
            variant="default"
            className="v-no-print"
            leftSection={<IconPrinter size={14} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('common.print')}
          </Button>
        </>
      }
    >
      <Answer query={client} loading={<Loading lines={10} />}>
        {(person) => (
          <Answer query={plan} loading={<Loading lines={10} />}>
            {(found) =>
              texts ? (
                <Paper
                  client={person}
                  plan={found}
                  pod={pod.data?.items ?? []}
                  t={texts}
                  language={language}
                />
              ) : (
                <Loading lines={10} />
              )
            }
          </Answer>
        )}
      </Answer>
      <div className="v-no-print">
        <ClientLink clientId={clientId} tab="client">
          {t('person.backToCase')}
        </ClientLink>
      </div>
    </Screen>
  );
}

function Paper(props: {
  client: Client;
  plan: Plan;
  pod: TrustedContact[];
  t: TFunction;
  language: Language;
}) {
  const { client, plan, pod, t, language } = props;
  const name = useItemName(language);
  const today = new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long' });
  const needed = plan.sections.map((section) => ({
    ...section,
    items: section.items.filter(({ state }) => state !== 'not_needed'),
  }));
  const callable = pod
    .map((one) => ({ ...one, phones: one.phones.filter(({ safe }) => safe) }))
    .filter(({ phones }) => phones.length > 0);
  return (
    <article className="v-panel v-sheet v-sheet-plan" lang={language}>
      <Title order={2} size="h3">
        {t('plan.title')}
      </Title>
      <Text size="sm">
        {t('plan.forFamily', { name: [client.name.full, ...client.nativeNames].join(' · ') })}
      </Text>
      {callable.length ? (
        <p className="v-sheet-call">
          <strong>{t('plan.callFirst')}:</strong>{' '}
          {callable
            .slice(0, 3)
            .map((one) => `${one.callOrder}. ${one.name} ${one.phones[0].value}`)
            .join(' · ')}
        </p>
      ) : null}
      <div className="v-sheet-sections">
        {needed.map(({ section, items }) =>
          items.length ? (
            <section key={section}>
              <h3>{t(`plan.sections.${section}`)}</h3>
              <ul>
                {items.map((one) => (
                  <li key={one.item} data-done={one.state === 'done' ? '' : undefined}>
                    <span className="v-box" aria-label={t(`plan.states.${one.state}`)} role="img">
                      {one.state === 'done' ? '☑' : '☐'}
                    </span>{' '}
                    {name(one)}
                    {one.text ? <p>{one.text}</p> : <p className="v-line" aria-hidden />}
                  </li>
                ))}
              </ul>
            </section>
          ) : null,
        )}
      </div>
      <footer className="v-paper-foot">{t('plan.printed', { when: today.format(new Date()) })}</footer>
    </article>
  );
}
