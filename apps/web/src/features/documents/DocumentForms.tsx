import { useTranslation } from 'react-i18next';
import type { Document } from '../../api/types';
import { documentCategories } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useDocuments, useEditDocument, useWithdraw } from './queries';

interface Values {
  title: string;
  category: string;
  receivedOn: string;
  source: string;
  language: string;
  translationOf: string;
  privileged: boolean;
}

/** Title, category, where it came from. The file itself is never changed. */
export function EditDocument({ document, close }: { document: Document; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const edit = useEditDocument();
  const others = (useDocuments(document.clientId).data?.items ?? []).filter((one) => one.id !== document.id);
  const fields: Field<Values>[] = [
    { name: 'title', kind: 'text', label: t('documents.titleField'), required: true },
    {
      name: 'category',
      kind: 'select',
      label: t('documents.category'),
      required: true,
      half: true,
      options: optionsOf(documentCategories, (one) => word('documentCategory', one)),
    },
    { name: 'receivedOn', kind: 'date', label: t('documents.receivedOn'), half: true },
    { name: 'source', kind: 'text', label: t('documents.source'), hint: t('documents.sourceHint') },
    {
      name: 'language',
      kind: 'text',
      label: t('documents.language'),
      hint: t('documents.languageHint'),
      half: true,
    },
    {
      name: 'translationOf',
      kind: 'select',
      label: t('documents.translationOf'),
      half: true,
      options: others.map((one) => ({ value: one.id, label: one.title })),
    },
    {
      name: 'privileged',
      kind: 'switch',
      label: t('documents.privileged'),
      hint: t('documents.privilegedHint'),
    },
  ];
  const initial: Values = {
    title: document.title,
    category: document.category,
    receivedOn: document.receivedOn ?? '',
    source: document.source ?? '',
    language: document.language ?? '',
    translationOf: document.translationOf ?? '',
    privileged: document.privileged,
  };
  return (
    <RecordForm<Values>
      draftKey={`document:${document.id}`}
      fields={fields}
      initial={initial}
      version={document.version}
      onCancel={close}
      done={close}
      send={(values, { version, edited }) =>
        edit.mutateAsync({
          path: { documentId: document.id },
          version,
          body: Object.fromEntries(
            [...edited].map((name) => {
              const value = values[name as keyof Values];
              return [name, typeof value === 'boolean' ? value : value || null];
            }),
          ) as Record<string, string>,
        })
      }
    />
  );
}

/** Says why a document does not count. It stays in the list, struck through. */
export function WithdrawDocument({ document, close }: { document: Document; close: () => void }) {
  const { t } = useTranslation();
  const withdraw = useWithdraw();
  return (
    <RecordForm<{ reason: string }>
      draftKey={`document-withdraw:${document.id}`}
      fields={[{ name: 'reason', kind: 'textarea', label: t('documents.withdrawWhy'), required: true }]}
      initial={{ reason: '' }}
      version={document.version}
      submitLabel={t('documents.withdraw')}
      danger
      intro={t('documents.withdrawAsk')}
      onCancel={close}
      done={close}
      send={({ reason }, { version }) =>
        withdraw.mutateAsync({ path: { documentId: document.id }, version, body: { reason } })
      }
    />
  );
}
