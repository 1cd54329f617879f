import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguages } from '../../api/reference';
import { contactKinds } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orAbsent, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { LikeThis } from './LikeThis';
import { useEnterReferral } from './queries';
import { detainedValues, nextKinds } from './values';

interface Values {
  given: string;
  family: string;
  middle: string;
  otherNames: string;
  birth: string;
  aNumber: string;
  language: string;
  contactKind: string;
  contactValue: string;
  safe: boolean;
  story: string;
  nextKind: string;
  nextOn: string;
  detained: string;
  detainedAt: string;
}

const empty: Values = {
  given: '',
  family: '',
  middle: '',
  otherNames: '',
  birth: '',
  aNumber: '',
  language: '',
  contactKind: 'phone',
  contactValue: '',
  // Nobody is called at a number that nobody has said is safe.
  safe: false,
  story: '',
  nextKind: '',
  nextOn: '',
  detained: '',
  detainedAt: '',
};

function bodyOf(values: Values) {
  const contact = values.contactValue.trim()
    ? { kind: values.contactKind, value: values.contactValue.trim(), safeToContact: values.safe }
    : undefined;
  return known({
    name: { given: values.given.trim(), family: values.family.trim(), middle: orAbsent(values.middle) },
    otherNames: values.otherNames
      .split(/[\n,;]/)
      .map((name) => name.trim())
      .filter(Boolean),
    birth: orAbsent(values.birth),
    aNumber: orAbsent(values.aNumber),
    language: orAbsent(values.language),
    contact,
    story: orAbsent(values.story),
    nextKind: orAbsent(values.nextKind),
    nextOn: orAbsent(values.nextOn),
    detained: orAbsent(values.detained),
    detainedAt: orAbsent(values.detainedAt),
  });
}

/** One screen for somebody who asks for help. While a name is typed it shows who has one like it. */
export function NewReferralPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const enter = useEnterReferral();
  const fields = useReferralFields();
  return (
    <Screen title={t('intake.newTitle')} lead={t('intake.newLead')}>
      <Panel>
        <RecordForm<Values>
          draftKey="referral:new"
          initial={empty}
          fields={fields}
          submitLabel={t('intake.save')}
          intro={(values) => (
            <LikeThis
              given={values.given}
              family={values.family}
              birth={values.birth}
              aNumber={values.aNumber}
            />
          )}
          send={async (values, { key }) => {
            const answer = await enter.mutateAsync({ key, body: bodyOf(values) });
            await navigate({ to: '/intakes/$referralId', params: { referralId: answer.id } as never });
          }}
          onCancel={() => void navigate({ to: '/intakes' })}
        />
      </Panel>
    </Screen>
  );
}

function useReferralFields(): Field<Values>[] {
  const { t } = useTranslation();
  const word = useWords();
  const languages = useLanguages();
  return [
    {
      name: 'given',
      kind: 'text',
      label: t('clients.given'),
      required: true,
      half: true,
      path: 'name.given',
    },
    {
      name: 'family',
      kind: 'text',
      label: t('clients.family'),
      required: true,
      half: true,
      path: 'name.family',
    },
    { name: 'middle', kind: 'text', label: t('clients.middle'), half: true, path: 'name.middle' },
    {
      name: 'otherNames',
      kind: 'text',
      label: t('intake.otherNames'),
      hint: t('intake.otherNamesHint'),
      half: true,
    },
    { name: 'birth', kind: 'partial', label: t('clients.birth'), hint: t('form.partialHint'), half: true },
    {
      name: 'aNumber',
      kind: 'text',
      label: t('clients.aNumber'),
      hint: t('clients.aNumberHint'),
      half: true,
    },
    { name: 'language', kind: 'select', label: t('intake.language'), options: languages, half: true },
    {
      name: 'contactKind',
      kind: 'select',
      label: t('intake.contactKind'),
      half: true,
      options: optionsOf(contactKinds, (kind) => word('contactKind', kind)),
    },
    { name: 'contactValue', kind: 'text', label: t('intake.contact'), half: true, path: 'contact.value' },
    { name: 'safe', kind: 'switch', label: t('intake.safe'), hint: t('intake.safeHint'), half: true },
    { name: 'story', kind: 'textarea', label: t('intake.story'), hint: t('intake.storyHint') },
    {
      name: 'nextKind',
      kind: 'select',
      label: t('intake.nextKind'),
      half: true,
      options: optionsOf(nextKinds, (kind) => word('nextKind', kind)),
    },
    { name: 'nextOn', kind: 'date', label: t('intake.nextOn'), half: true },
    {
      name: 'detained',
      kind: 'select',
      label: t('intake.detained'),
      half: true,
      options: optionsOf(detainedValues, (one) => word('detained', one)),
    },
    {
      name: 'detainedAt',
      kind: 'text',
      label: t('intake.detainedAt'),
      half: true,
      when: (values) => values.detained === 'yes',
    },
  ];
}
