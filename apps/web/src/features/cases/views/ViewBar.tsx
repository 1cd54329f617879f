import { Button, Group, Select } from '@mantine/core';
import { IconBookmark, IconDeviceFloppy, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/session';
import type { ListView } from '../../../api/types';
import { ConfirmButton } from '../../../ui/ConfirmButton';
import { FormButton } from '../../../ui/form/FormButton';
import { RecordForm } from '../../../ui/form/RecordForm';
import { useAddListView, useRemoveListView, useReplaceListView } from '../queries';
import { ColumnChooser } from './ColumnChooser';
import { wishOf, type CaseColumn, type Shown } from './shown';

interface Act {
  view: ListView | undefined;
  shown: Shown;
  onOpen: (id: string | undefined) => void;
}

/** Saved views of the caseload, the columns, and keeping the list as it is now. */
export function ViewBar(
  props: Act & {
    views: ListView[];
    edited: boolean;
    narrow: boolean;
    onColumns: (columns: CaseColumn[]) => void;
  },
) {
  const { t } = useTranslation();
  const may = useMay();
  const { view, views, shown } = props;
  const named = (list: ListView[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  const groups = [
    { group: t('views.mine'), items: named(views.filter((one) => one.mine)) },
    { group: t('views.office'), items: named(views.filter((one) => !one.mine)) },
  ];
  return (
    <Group gap="xs" align="flex-end" mb="xs" role="group" aria-label={t('views.title')}>
      <Select
        size="xs"
        label={t('views.view')}
        placeholder={views.length ? t('views.all') : t('views.noneYet')}
        data={groups.filter((group) => group.items.length > 0)}
        value={view?.id ?? null}
        onChange={(id) => props.onOpen(id ?? undefined)}
        disabled={views.length === 0}
        clearable
      />
      {props.narrow ? null : <ColumnChooser columns={shown.columns} onChange={props.onColumns} />}
      {may('view.keep') ? <Keeping {...props} /> : null}
    </Group>
  );
}

function Keeping(props: Act & { edited: boolean }) {
  const { t } = useTranslation();
  const { view } = props;
  const replace = useReplaceListView();
  const remove = useRemoveListView();
  const update = async (one: ListView): Promise<void> => {
    const body = { ...wishOf(props.shown), name: one.name, shared: one.shared };
    await replace.mutateAsync({ path: { viewId: one.id }, version: one.version, body });
    props.onOpen(one.id);
  };
  return (
    <>
      {view?.canChange && props.edited ? (
        <Button
          size="xs"
          leftSection={<IconDeviceFloppy size={14} aria-hidden />}
          loading={replace.isPending}
          onClick={() => void update(view).catch(() => undefined)}
        >
          {t('views.update')}
        </Button>
      ) : null}
      <FormButton label={t('views.save')} icon={<IconBookmark size={14} aria-hidden />}>
        {(close) => <ViewForm {...props} view={undefined} close={close} />}
      </FormButton>
      {view?.canChange && !props.edited ? (
        <>
          <FormButton label={t('views.rename')} icon={<IconPencil size={14} aria-hidden />}>
            {(close) => <ViewForm {...props} close={close} />}
          </FormButton>
          <ConfirmButton
            label={t('views.remove')}
            question={t(view.shared ? 'views.removeShared' : 'views.removeMine', { name: view.name })}
            confirm={t('views.remove')}
            icon={<IconTrash size={14} aria-hidden />}
            danger
            act={async () => {
              await remove.mutateAsync({ path: { viewId: view.id } });
              props.onOpen(undefined);
            }}
          />
        </>
      ) : null}
    </>
  );
}

function ViewForm({ view, shown, onOpen, close }: Act & { close: () => void }) {
  const { t } = useTranslation();
  const [add, replace] = [useAddListView(), useReplaceListView()];
  return (
    <RecordForm
      draftKey={`list-view:${view?.id ?? 'new'}`}
      version={view?.version}
      fields={[
        { name: 'name', kind: 'text', label: t('views.name'), hint: t('views.nameHint'), required: true },
        { name: 'shared', kind: 'switch', label: t('views.shared'), hint: t('views.sharedHint') },
      ]}
      initial={{ name: view?.name ?? '', shared: view?.shared ?? false }}
      send={async ({ name, shared }, { version, key }) => {
        const body = { ...wishOf(shown), name, shared };
        const kept = view
          ? await replace.mutateAsync({ path: { viewId: view.id }, version, body })
          : await add.mutateAsync({ key, body });
        onOpen(kept.id);
      }}
      done={close}
      onCancel={close}
    />
  );
}
