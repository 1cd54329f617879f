import { Button, Checkbox, Group, Radio, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import i18next from 'i18next';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import { languages, readLanguage, type Language } from '../../i18n/i18n';
import { Notice } from '../../ui/Tag';
import { solve } from './solve';

/** Where the quick exit leads: a page that anybody may have open. */
const neutral = 'https://www.weather.gov/';
const names: Record<Language, string> = { en: 'English', es: 'Español' };

interface Form {
  organisation: string;
  challenge: string;
}

type State = 'loading' | 'closed' | 'open' | 'sending' | 'sent';

const formOf = (token: string): Promise<Form | null> =>
  send('post', '/public-intake/form', { token }).catch(() => null);

/**
 * The form for people who ask for help: no account, nothing kept in the browser, no choice remembered. It speaks the
 * language that is chosen on it without changing the language of the device's other pages.
 */
export function PublicIntakePage() {
  const { token } = useParams({ strict: false }) as { token: string };
  const [language, setLanguage] = useState<Language | null>(null);
  const [form, setForm] = useState<Form | null>(null);
  const [state, setState] = useState<State>('loading');
  const load = async (): Promise<void> => setForm(await formOf(token));
  useEffect(() => {
    void formOf(token).then((found) => {
      setForm(found);
      setState(found ? 'open' : 'closed');
    });
  }, [token]);
  const choose = async (next: Language): Promise<void> => {
    await readLanguage(next);
    document.documentElement.lang = next;
    setLanguage(next);
  };
  const t = i18next.getFixedT(language ?? 'en');
  useEffect(() => {
    document.title = language ? t('publicForm.tab') : 'English / Español';
  }, [language, t]);
  return (
    <main className="v-public">
      <Group justify="space-between" align="center" mb="md">
        <Text fw={600}>{form?.organisation ?? ''}</Text>
        {state !== 'closed' ? <QuickExit label={t('publicForm.leave')} /> : null}
      </Group>
      {state === 'loading' ? <Text role="status">…</Text> : null}
      {state === 'closed' ? (
        <Stack gap="xs">
          <Title order={1}>{names.en}</Title>
          <Text>{i18next.getFixedT('en')('publicForm.closed')}</Text>
          <Title order={2}>{names.es}</Title>
          <Text lang="es">Este formulario no está abierto. Llame a la oficina.</Text>
        </Stack>
      ) : null}
      {state === 'sent' ? (
        <Stack gap="sm" role="status">
          <Title order={1}>{t('publicForm.sentTitle')}</Title>
          <Text>{t('publicForm.sent')}</Text>
        </Stack>
      ) : null}
      {form && !language && state === 'open' ? <Choice onChoose={(next) => void choose(next)} /> : null}
      {form && language && (state === 'open' || state === 'sending') ? (
        <Questions
          key={language}
          form={form}
          token={token}
          language={language}
          busy={state === 'sending'}
          again={load}
          onState={setState}
          onLanguage={() => setLanguage(null)}
        />
      ) : null}
    </main>
  );
}

/** Leaves at once, without a step to come back to, and with nothing typed left behind. */
function QuickExit({ label }: { label: string }) {
  return (
    <Button
      size="sm"
      color="red.8"
      leftSection={<IconDoorExit size={16} aria-hidden />}
      onClick={() => {
        document.querySelectorAll('form').forEach((one) => one.reset());
        document.body.replaceChildren();
        location.replace(neutral);
      }}
    >
      {label}
    </Button>
  );
}

function Choice({ onChoose }: { onChoose: (language: Language) => void }) {
  return (
    <Stack gap="md">
      <Title order={1}>Language / Idioma</Title>
      <Group gap="sm">
        {languages.map((one) => (
          <Button key={one} size="lg" variant="default" lang={one} onClick={() => onChoose(one)}>
            {names[one]}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

const text = (data: FormData, name: string): string | undefined =>
  String(data.get(name) ?? '').trim() || undefined;

function bodyOf(data: FormData) {
  const phone = text(data, 'phone');
  return {
    name: { given: text(data, 'given') ?? '', family: text(data, 'family') ?? '' },
    otherNames: text(data, 'otherNames')
      ?.split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean)
      .slice(0, 10),
    birth: text(data, 'birth'),
    aNumber: text(data, 'aNumber'),
    contact: phone ? { kind: 'phone', value: phone, safeToContact: data.get('safe') === 'yes' } : undefined,
    nextOn: text(data, 'nextOn'),
    detained: text(data, 'detained'),
    story: text(data, 'story'),
    website: text(data, 'website'),
    consent: data.get('consent') === 'on',
  };
}

function Questions(props: {
  form: Form;
  token: string;
  language: Language;
  busy: boolean;
  again: () => Promise<void>;
  onState: (state: State) => void;
  onLanguage: () => void;
}) {
  const t = i18next.getFixedT(props.language);
  const [fault, setFault] = useState<string | null>(null);
  const problem = useRef<HTMLDivElement>(null);
  useEffect(() => problem.current?.focus(), [fault]);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const shape = event.currentTarget;
    const body = bodyOf(new FormData(shape));
    setFault(null);
    props.onState('sending');
    try {
      const { challenge } = props.form;
      const solution = await solve(challenge);
      await send('post', '/public-intake', {
        ...body,
        language: props.language,
        formLanguage: props.language,
        token: props.token,
        challenge,
        solution,
      });
      shape.reset();
      props.onState('sent');
    } catch (error) {
      const found = Problem.from(error);
      const known: Record<string, string> = {
        challenge_failed: t('publicForm.tooLong'),
        too_many_forms: t('publicForm.tooMany'),
        invalid: t('publicForm.check'),
      };
      // The work is good for one form: the next attempt gets new work.
      await props.again();
      props.onState('open');
      setFault(known[found.code] ?? t('publicForm.failed'));
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} autoComplete="off">
      <Stack gap="md">
        <Title order={1}>{t('publicForm.title')}</Title>
        <Text>{t('publicForm.intro')}</Text>
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={props.onLanguage}
        >
          Language / Idioma
        </Button>
        <TextInput name="given" label={t('publicForm.given')} required maxLength={120} size="md" />
        <TextInput name="family" label={t('publicForm.family')} required maxLength={120} size="md" />
        <TextInput name="otherNames" label={t('publicForm.otherNames')} maxLength={240} size="md" />
        <TextInput
          name="birth"
          label={t('publicForm.birth')}
          description={t('publicForm.birthHint')}
          pattern="\d{4}(-\d{2}(-\d{2})?)?"
          maxLength={10}
          size="md"
        />
        <TextInput name="phone" label={t('publicForm.phone')} maxLength={60} type="tel" size="md" />
        <Radio.Group name="safe" label={t('publicForm.safe')} defaultValue="no">
          <Group gap="lg" mt={4}>
            <Radio value="yes" label={t('publicForm.yes')} />
            <Radio value="no" label={t('publicForm.no')} />
          </Group>
        </Radio.Group>
        <Radio.Group name="detained" label={t('publicForm.detained')} defaultValue="not_known">
          <Group gap="lg" mt={4}>
            <Radio value="yes" label={t('publicForm.yes')} />
            <Radio value="no" label={t('publicForm.no')} />
            <Radio value="not_known" label={t('publicForm.notKnown')} />
          </Group>
        </Radio.Group>
        <TextInput name="nextOn" label={t('publicForm.next')} type="date" size="md" />
        <TextInput
          name="aNumber"
          label={t('publicForm.aNumber')}
          description={t('publicForm.aNumberHint')}
          maxLength={40}
          size="md"
        />
        <Textarea
          name="story"
          label={t('publicForm.story')}
          autosize
          minRows={4}
          maxRows={14}
          maxLength={8000}
          size="md"
        />
        <div className="v-honey" aria-hidden="true">
          <label>
            Website
            <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <Notice>
          <Text size="sm">{t('publicForm.consentText', { organisation: props.form.organisation })}</Text>
        </Notice>
        <Checkbox name="consent" required label={t('publicForm.consent')} size="md" />
        {fault ? (
          <div ref={problem} tabIndex={-1}>
            <Notice tone="urgent" role="alert">
              <Text size="sm">{fault}</Text>
            </Notice>
          </div>
        ) : null}
        <Button type="submit" size="lg" loading={props.busy}>
          {t('publicForm.send')}
        </Button>
      </Stack>
    </form>
  );
}
