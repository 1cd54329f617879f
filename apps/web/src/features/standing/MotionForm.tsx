import { useTranslation } from 'react-i18next';
import type { Motion } from '../../api/types';
import { motionFilers, motionForums, motionKinds, motionResults } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orNull, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useAddMotion, useEditMotion } from './queries';
import { useOrderOptions } from './useOrderName';

interface Values {
  kind: string;
  forum: string;
  filedOn: string;
  filedBy: string;
  result: string;
  resultOn: string;
  stayUntil: string;
  orderId: string;
  counsel: string;
  note: string;
}
const text = (value: string | null | undefined): string => value ?? '';
const isOver = ({ result }: Values): boolean => !['pending', 'not_known', ''].includes(result);

function useFields(clientId: string): Field<Values>[] {
  const { t } = useTranslation();
  const word = useWords();
  const orders = useOrderOptions(clientId);
  return [
    {
      name: 'kind',
      kind: 'select',
      label: t('standing.kind'),
      required: true,
      options: optionsOf(motionKinds, (kind) => word('motionKind', kind)),
    },
    {
      name: 'forum',
      kind: 'select',
      label: t('standing.forum'),
      required: true,
      options: optionsOf(motionForums, (forum) => word('motionForum', forum)),
    },
    {
      name: 'filedBy',
      kind: 'select',
      label: t('standing.filedBy'),
      required: true,
      half: true,
      options: optionsOf(motionFilers, (filer) => word('motionFiler', filer)),
    },
    {
      name: 'filedOn',
      kind: 'partial',
      label: t('standing.filedOn'),
      hint: t('form.partialHint'),
      half: true,
    },
    { name: 'counsel', kind: 'text', label: t('standing.counsel'), hint: t('standing.counselHint') },
    {
      name: 'result',
      kind: 'select',
      label: t('standing.result'),
      required: true,
      half: true,
      options: optionsOf(motionResults, (result) => word('motionResult', result)),
    },
    { name: 'resultOn', kind: 'partial', label: t('standing.resultOn'), half: true, when: isOver },
    { name: 'stayUntil', kind: 'date', label: t('standing.stayUntil'), hint: t('standing.stayUntilHint') },
    {
      name: 'orderId',
      kind: 'select',
      label: t('standing.order'),
      options: orders,
      when: () => orders.length > 0,
    },
    { name: 'note', kind: 'textarea', label: t('common.note') },
  ];
}

/** A motion, petition or request for a stay, whoever filed it: a new one, or what became of one. */
export function MotionForm(props: { clientId: string; motion?: Motion; close: () => void }) {
  const { clientId, motion, close } = props;
  const add = useAddMotion();
  const edit = useEditMotion();
  const fields = useFields(clientId);
  const orders = useOrderOptions(clientId);
  return (
    <RecordForm<Values>
      draftKey={motion ? `motion:${motion.id}` : `motion:new:${clientId}`}
      version={motion?.version}
      fields={fields}
      initial={{
        kind: text(motion?.kind),
        forum: text(motion?.forum),
        filedOn: text(motion?.filedOn),
        filedBy: text(motion?.filedBy),
        result: text(motion?.result),
        resultOn: text(motion?.resultOn),
        stayUntil: text(motion?.stayUntil),
        orderId: motion ? text(motion.orderId) : orders.length === 1 ? orders[0].value : '',
        counsel: text(motion?.counsel),
        note: text(motion?.note),
      }}
      send={(values, { version, key }) => {
        const { kind, forum, filedBy, result } = values;
        const body = {
          ...{ kind, forum, filedBy, result },
          filedOn: orNull(values.filedOn),
          resultOn: isOver(values) ? orNull(values.resultOn) : null,
          stayUntil: orNull(values.stayUntil),
          orderId: orNull(values.orderId),
          counsel: orNull(values.counsel),
          note: orNull(values.note),
        };
        return motion
          ? edit.mutateAsync({ path: { motionId: motion.id }, version, key, body })
          : add.mutateAsync({ path: { clientId }, key, body: known(body) });
      }}
      done={close}
      onCancel={close}
    />
  );
}
