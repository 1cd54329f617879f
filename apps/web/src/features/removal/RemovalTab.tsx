import { Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { FormButton } from '../../ui/form/FormButton';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Convictions } from './Convictions';
import { ProceedingForm } from './ProceedingForms';
import { ProceedingView } from './ProceedingView';
import { useRemoval } from './queries';

/** What the government charged and ordered, and the convictions behind it. */
export function RemovalTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const clientId = file.client.id;
  const removal = useRemoval(clientId);
  return (
    <Answer query={removal}>
      {(data) => {
        const add = data.can.edit ? (
          <FormButton label={t('removal.addProceeding')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <ProceedingForm clientId={clientId} close={close} />}
          </FormButton>
        ) : null;
        return (
          <Stack gap="md">
            {data.proceedings.length ? (
              data.proceedings.map((proceeding) => (
                <ProceedingView
                  key={proceeding.id}
                  clientId={clientId}
                  proceeding={proceeding}
                  convictions={data.convictions}
                  mayEdit={!!data.can.edit}
                />
              ))
            ) : (
              <Panel flush title={t('removal.proceedings')}>
                <Empty action={add}>{t('removal.proceedingsEmpty')}</Empty>
              </Panel>
            )}
            <Convictions clientId={clientId} convictions={data.convictions} mayEdit={!!data.can.edit} />
            {data.proceedings.length ? <div>{add}</div> : null}
          </Stack>
        );
      }}
    </Answer>
  );
}
