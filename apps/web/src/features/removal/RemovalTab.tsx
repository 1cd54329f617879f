import { Stack, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, Removal } from '../../api/types';
import { FormButton } from '../../ui/form/FormButton';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { HearingsPanel } from './hearings/HearingsPanel';
import { EnteredInError } from './in-error/EnteredInError';
import { ProceedingForm } from './ProceedingForms';
import { ProceedingView } from './ProceedingView';
import { useRemoval } from './queries';
import { ConvictionsPart } from './records/ConvictionsPart';
import { CountriesPart } from './records/CountriesPart';
import { OrdersPart } from './records/OrdersPart';
import { ReliefPart } from './records/ReliefPart';
import { AskedPart, SupervisionPart } from './records/SupervisionPart';

/** What the government charged and ordered, and the convictions behind it, one part at a time. */
export function RemovalTab({ file }: { file: CaseFile }) {
  const clientId = file.client.id;
  const removal = useRemoval(clientId);
  return <Answer query={removal}>{(data) => <Parts clientId={clientId} data={data} />}</Answer>;
}

function Parts({ clientId, data }: { clientId: string; data: Removal }) {
  const { t } = useTranslation();
  const parts = {
    proceedings: <Proceedings clientId={clientId} data={data} />,
    orders: (
      <Stack gap="md">
        <OrdersPart clientId={clientId} />
        <AskedPart clientId={clientId} />
      </Stack>
    ),
    relief: <ReliefPart clientId={clientId} />,
    convictions: (
      <ConvictionsPart clientId={clientId} convictions={data.convictions} mayEdit={!!data.can.edit} />
    ),
    supervision: <SupervisionPart clientId={clientId} />,
    countries: <CountriesPart clientId={clientId} />,
  } satisfies Record<string, ReactNode>;
  const names = Object.keys(parts) as (keyof typeof parts)[];
  return (
    <Tabs defaultValue="proceedings" variant="pills" keepMounted={false}>
      <div className="v-scroll">
        <Tabs.List aria-label={t('removalParts.label')} style={{ flexWrap: 'nowrap' }}>
          {names.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`removalParts.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      {names.map((name) => (
        <Tabs.Panel key={name} value={name} pt="md">
          {parts[name]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function Proceedings({ clientId, data }: { clientId: string; data: Removal }) {
  const { t } = useTranslation();
  const add = data.can.edit ? (
    <FormButton label={t('removal.addProceeding')} icon={<IconPlus size={14} aria-hidden />}>
      {(close) => <ProceedingForm clientId={clientId} close={close} />}
    </FormButton>
  ) : null;
  if (!data.proceedings.length)
    return (
      <Panel flush title={t('removal.proceedings')}>
        <Empty action={add}>{t('removal.proceedingsEmpty')}</Empty>
      </Panel>
    );
  return (
    <Stack gap="md">
      {data.proceedings.map((proceeding) => (
        <ProceedingView
          key={proceeding.id}
          clientId={clientId}
          proceeding={proceeding}
          convictions={data.convictions}
          mayEdit={!!data.can.edit}
        />
      ))}
      <EnteredInError clientId={clientId} kinds={['charge']} />
      <HearingsPanel clientId={clientId} proceedings={data.proceedings} />
      <div>{add}</div>
    </Stack>
  );
}
