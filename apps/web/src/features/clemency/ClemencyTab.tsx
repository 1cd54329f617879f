import { Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { FormButton } from '../../ui/form/FormButton';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { useRemoval } from '../removal/queries';
import { ApplicationView } from './ApplicationView';
import { ApplyForm } from './ClemencyForms';
import { EffectReport } from './EffectReport';
import { useClemency } from './queries';

/** Pardon applications, what was granted, and what that does to each charge. */
export function ClemencyTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const clientId = file.client.id;
  const clemency = useClemency(clientId);
  const removal = useRemoval(clientId);
  const convictions = removal.data?.convictions ?? [];
  const mayApply = clemency.data?.can.apply;
  const apply = mayApply ? (
    <FormButton
      label={t('clemency.apply')}
      title={t('clemency.applyTitle')}
      icon={<IconPlus size={14} aria-hidden />}
    >
      {(close) => <ApplyForm clientId={clientId} convictions={convictions} close={close} />}
    </FormButton>
  ) : null;
  return (
    <Stack gap="md">
      <Answer query={clemency}>
        {(data) =>
          data.applications.length ? (
            <>
              {data.applications.map((application) => (
                <ApplicationView key={application.id} application={application} convictions={convictions} />
              ))}
              {apply ? <div>{apply}</div> : null}
            </>
          ) : (
            <Panel flush title={t('clemency.applications')}>
              <Empty action={apply}>{t('clemency.empty')}</Empty>
            </Panel>
          )
        }
      </Answer>
      <EffectReport clientId={clientId} convictions={convictions} />
    </Stack>
  );
}
