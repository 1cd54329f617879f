import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { useCountries } from '../../api/reference';
import type { Order } from '../../api/types';
import { appealOutcomes, appealStates, decisionForms, flagValues, orderKinds } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orAbsent, orNull, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn } from '../../ui/format';
import { useAddOrder, useEditOrder, useOrderStatus } from './queries';

interface Values {
  kind: string;
  decidedOn: string;
  decidedAbout: boolean;
  decisionForm: string;
  mailedOn: string;
  inAbsentia: string;
  appeal: string;
  appealFiledOn: string;
  appealOutcome: string;
  appealDecidedOn: string;
  voluntaryDepartureUntil: string;
  asylumDecided: string;
  countryDesignated: string;
}
const text = (value: string | null | undefined): string => value ?? '';
const answer = (value: boolean | null | undefined): string =>
  value === true ? 'yes' : value === false ? 'no' : 'not_known';
const truth = (value: string): boolean | null => (value === 'yes' ? true : value === 'no' ? false : null);

function valuesOf(order: Order | undefined): Values {
  return {
    kind: order?.kind ?? 'removal',
    decidedOn: text(order?.decidedOn),
    decidedAbout: order?.decidedAbout ?? false,
    appealFiledOn: text(order?.appealFiledOn),
    appealOutcome: text(order?.appealOutcome),
    voluntaryDepartureUntil: text(order?.voluntaryDepartureUntil),
    decisionForm: text(order?.decisionForm),
    mailedOn: text(order?.mailedOn),
    inAbsentia: answer(order?.inAbsentia),
    appeal: order?.appeal ?? 'not_known',
    appealDecidedOn: text(order?.appealDecidedOn),
    asylumDecided: answer(order?.asylumDecided),
    countryDesignated: text(order?.countryDesignated),
  };
}

function useOrderFields(): Field<Values>[] {
  const { t } = useTranslation();
  const word = useWords();
  const countries = useCountries();
  const flags = optionsOf(flagValues, (value) => word('flag', value));
  return [
    {
      name: 'kind',
      kind: 'select',
      label: t('removal.kind'),
      required: true,
      options: optionsOf(orderKinds, (kind) => word('orderKind', kind)),
    },
    { name: 'decidedOn', kind: 'partial', label: t('removal.decidedOn'), hint: t('form.partialHint') },
    { name: 'decidedAbout', kind: 'switch', label: t('removal.decidedAbout') },
    {
      name: 'decisionForm',
      kind: 'select',
      label: t('removal.decisionForm'),
      half: true,
      options: optionsOf(decisionForms, (form) => word('decisionForm', form)),
    },
    {
      name: 'mailedOn',
      kind: 'date',
      label: t('removal.mailedOn'),
      half: true,
      when: ({ decisionForm }) => decisionForm === 'written',
    },
    { name: 'inAbsentia', kind: 'select', label: t('removal.inAbsentia'), required: true, options: flags },
    {
      name: 'appeal',
      kind: 'select',
      label: t('removal.appeal'),
      required: true,
      half: true,
      options: optionsOf(appealStates, (state) => word('appeal', state)),
    },
    {
      name: 'appealFiledOn',
      kind: 'partial',
      label: t('removal.appealFiledOn'),
      half: true,
      when: ({ appeal }) => appeal === 'taken',
    },
    {
      name: 'appealOutcome',
      kind: 'select',
      label: t('removal.appealOutcome'),
      half: true,
      when: ({ appeal }) => appeal === 'taken',
      options: optionsOf(appealOutcomes, (outcome) => word('appealOutcome', outcome)),
    },
    {
      name: 'appealDecidedOn',
      kind: 'partial',
      label: t('removal.appealDecidedOn'),
      half: true,
      when: ({ appeal }) => appeal === 'taken',
    },
    {
      name: 'voluntaryDepartureUntil',
      kind: 'date',
      label: t('removal.voluntaryDepartureUntil'),
      when: ({ kind }) => kind === 'voluntary_departure_alternate',
    },
    {
      name: 'asylumDecided',
      kind: 'select',
      label: t('removal.asylumDecided'),
      required: true,
      options: flags,
    },
    { name: 'countryDesignated', kind: 'select', label: t('removal.countryDesignated'), options: countries },
  ];
}

/** An order as it was given; its status afterwards is a history of its own. */
export function OrderForm(props: { proceedingId?: string; order?: Order; close: () => void }) {
  const { proceedingId = '', order, close } = props;
  const add = useAddOrder();
  const edit = useEditOrder();
  const fields = useOrderFields();
  return (
    <RecordForm<Values>
      draftKey={`order:${order?.id ?? proceedingId}`}
      version={order?.version}
      fields={fields}
      initial={valuesOf(order)}
      send={(values, { version, key }) => {
        const taken = values.appeal === 'taken';
        const body = {
          kind: values.kind,
          decidedOn: orNull(values.decidedOn),
          decisionForm: orNull(values.decisionForm),
          mailedOn: values.decisionForm === 'written' ? orNull(values.mailedOn) : null,
          inAbsentia: truth(values.inAbsentia),
          appeal: values.appeal,
          appealFiledOn: taken ? orNull(values.appealFiledOn) : null,
          appealOutcome: taken ? orNull(values.appealOutcome) : null,
          appealDecidedOn: taken ? orNull(values.appealDecidedOn) : null,
          decidedAbout: values.decidedAbout,
          voluntaryDepartureUntil: orNull(values.voluntaryDepartureUntil),
          asylumDecided: truth(values.asylumDecided),
          countryDesignated: orNull(values.countryDesignated),
        };
        return order
          ? edit.mutateAsync({ path: { orderId: order.id }, version, key, body })
          : add.mutateAsync({ path: { proceedingId }, key, body: known(body) });
      }}
      done={close}
      onCancel={close}
    />
  );
}

/** What happened to the order: stayed, reopened, vacated. */
export function OrderStatusForm({ order, close }: { order: Order; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const change = useOrderStatus();
  return (
    <RecordForm
      draftKey={`order-status:${order.id}`}
      version={order.version}
      fields={[
        {
          name: 'status',
          kind: 'select',
          label: t('removal.newStatus'),
          required: true,
          options: optionsOf(order.nextStatuses, (status) => word('orderStatus', status)),
        },
        { name: 'on', kind: 'partial', label: t('common.on'), hint: t('form.partialHint') },
        { name: 'note', kind: 'textarea', label: t('common.note') },
      ]}
      initial={{ status: '', on: todayIn(me.organisation.timeZone), note: '' }}
      send={({ status, on, note }, { version, key }) =>
        change.mutateAsync({
          path: { orderId: order.id },
          version,
          key,
          body: { status, on: orNull(on), note: orAbsent(note) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
