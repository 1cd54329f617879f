import { Button, SegmentedControl, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Client, Plan, PlanItem, TrustedContact } from '../../api/types';
import type { Language } from '../../i18n/i18n';
import { Screen } from '../../ui/Screen';
import { Answer, Loading } from '../../ui/states';
import { ClientLink } from './ClientLink';
import { languagesOf, paperChoice } from './plan-languages';
import { useItemName, useTextsIn } from './plan-words';
import { useClient, usePlan, useTrustedContacts } from './queries';
import './client.css';

/** The texts of one language of the paper. */
interface Texts {
  language: Language;
  t: TFunction;
  name: (one: PlanItem) => string;
}

/** The preparedness plan on paper, in the language of the family, that of the office, or both side by side. */
export function PlanPaper() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { clientId } = useParams({ from: '/shell/clients/$clientId/plan' });
  const { lang } = useSearch({ from: '/shell/clients/$clientId/plan' });
  const client = useClient(clientId);
  const plan = usePlan(clientId);
  const pod = useTrustedContacts(clientId);
  const screen: Language = i18n.language.startsWith('es') ? 'es' : 'en';
  const choice = paperChoice(lang, client.data?.languages ?? [], screen);
  const all = useAllTexts();
  const texts = all && languagesOf(choice).map((language) => all[language]);
  return (
    <Screen
      title={t('plan.title')}
      actions={
        <>
          <SegmentedControl
            size="xs"
            className="v-no-print"
            aria-label={t('plan.printIn')}
            value={choice}
            data={[
              { value: 'both', label: t('plan.both') },
              { value: 'es', label: t('plan.spanish') },
              { value: 'en', label: t('plan.english') },
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
                <Paper client={person} plan={found} pod={pod.data?.items ?? []} texts={texts} />
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

/** The texts of both languages; null until they are here. */
function useAllTexts(): Record<Language, Texts> | null {
  const es = useTextsIn('es');
  const en = useTextsIn('en');
  const spanish = useItemName('es');
  const english = useItemName('en');
  if (!es || !en) return null;
  return { es: { language: 'es', t: es, name: spanish }, en: { language: 'en', t: en, name: english } };
}

/** The same words in each language of the paper, side by side where there are two. */
function Words({ texts, say }: { texts: Texts[]; say: (texts: Texts) => string }) {
  // What the family wrote itself is in one language, and is not said twice.
  const said = texts.map((each) => ({ language: each.language, words: say(each) }));
  const shown = said.filter(({ words }, at) => said.findIndex((other) => other.words === words) === at);
  return (
    <span className={shown.length > 1 ? 'v-side-by-side' : undefined}>
      {shown.map(({ language, words }) => (
        <span key={language} lang={language}>
          {words}
        </span>
      ))}
    </span>
  );
}

function Paper(props: { client: Client; plan: Plan; pod: TrustedContact[]; texts: Texts[] }) {
  const { client, plan, pod, texts } = props;
  const dayIn = (language: Language): string =>
    new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long' }).format(new Date());
  const needed = plan.sections.map((section) => ({
    ...section,
    items: section.items.filter(({ state }) => state !== 'not_needed'),
  }));
  const callable = pod
    .map((one) => ({ ...one, phones: one.phones.filter(({ safe }) => safe) }))
    .filter(({ phones }) => phones.length > 0);
  const name = [client.name.full, ...client.nativeNames].join(' · ');
  return (
    <article className="v-panel v-sheet v-sheet-plan" lang={texts[0].language}>
      <Title order={2} size="h3">
        <Words texts={texts} say={({ t }) => t('plan.title')} />
      </Title>
      <p>
        <Words texts={texts} say={({ t }) => t('plan.forFamily', { name })} />
      </p>
      {callable.length ? (
        <p className="v-sheet-call">
          <strong>
            <Words texts={texts} say={({ t }) => t('plan.callFirst')} />
          </strong>{' '}
          {callable
            .slice(0, 3)
            .map((one) => `${one.callOrder}. ${one.name} ${one.phones[0].value}`)
            .join(' · ')}
        </p>
      ) : null}
      <div className="v-sheet-sections" data-wide={texts.length > 1 ? '' : undefined}>
        {needed.map(({ section, items }) =>
          items.length ? (
            <section key={section}>
              <h3>
                <Words texts={texts} say={({ t }) => t(`plan.sections.${section}`)} />
              </h3>
              <ul>
                {items.map((one) => (
                  <li key={one.item} data-done={one.state === 'done' ? '' : undefined}>
                    <span className="v-box" aria-label={texts[0].t(`plan.states.${one.state}`)} role="img">
                      {one.state === 'done' ? '☑' : '☐'}
                    </span>{' '}
                    <Words texts={texts} say={({ name: nameOf }) => nameOf(one)} />
                    {one.text ? <p>{one.text}</p> : <p className="v-line" aria-hidden />}
                  </li>
                ))}
              </ul>
            </section>
          ) : null,
        )}
      </div>
      <footer className="v-paper-foot">
        <Words texts={texts} say={({ t, language }) => t('plan.printed', { when: dayIn(language) })} />
      </footer>
    </article>
  );
}
