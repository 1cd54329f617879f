import { Button, Code, CopyButton, Group, Stack, Switch, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconDoorEnter, IconDoorOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer } from '../../ui/states';
import { Notice, Tag } from '../../ui/Tag';
import { useCloseLink, useDoors, useIntakeSettings, useOpenLink } from './queries';

/** The public form's address, and whether other organisations may send people here. */
export function Doors() {
  const { t } = useTranslation();
  const format = useFormat();
  const doors = useDoors();
  const open = useOpenLink();
  const close = useCloseLink();
  const settings = useIntakeSettings();
  const [url, setUrl] = useState<string | null>(null);
  return (
    <Answer query={doors}>
      {(state) => (
        <Stack gap="md">
          <Panel title={t('intake.publicForm')} note={t('intake.publicFormNote')}>
            <Stack gap="sm" align="flex-start">
              <Group gap="xs">
                <Tag tone={state.open ? 'good' : 'plain'}>
                  {state.open ? t('intake.formOpen') : t('intake.formClosed')}
                </Tag>
                {state.openedAt ? (
                  <Text size="sm" c="dimmed">
                    {t('intake.openedAt', { when: format.instant(state.openedAt) })}
                  </Text>
                ) : null}
              </Group>
              {url ? (
                <Notice tone="accent" role="status">
                  <Text size="sm">{t('intake.linkOnce')}</Text>
                  <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                    {url}
                  </Code>
                  <CopyButton value={url}>
                    {({ copied, copy }) => (
                      <Button
                        size="xs"
                        mt="xs"
                        variant="default"
                        leftSection={
                          copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                        }
                        onClick={copy}
                      >
                        {copied ? t('intake.copied') : t('intake.copy')}
                      </Button>
                    )}
                  </CopyButton>
                </Notice>
              ) : null}
              <Group gap="xs">
                <ConfirmButton
                  label={state.open ? t('intake.newLink') : t('intake.openForm')}
                  question={state.open ? t('intake.newLinkAsk') : t('intake.openFormAsk')}
                  confirm={state.open ? t('intake.newLink') : t('intake.openForm')}
                  icon={<IconDoorEnter size={14} aria-hidden />}
                  act={async () => setUrl((await open.mutateAsync({})).url)}
                />
                {state.open ? (
                  <ConfirmButton
                    label={t('intake.closeForm')}
                    question={t('intake.closeFormAsk')}
                    confirm={t('intake.closeForm')}
                    icon={<IconDoorOff size={14} aria-hidden />}
                    act={async () => {
                      await close.mutateAsync({});
                      setUrl(null);
                    }}
                  />
                ) : null}
              </Group>
            </Stack>
          </Panel>
          <Panel title={t('intake.fromOthers')}>
            <Switch
              label={t('intake.acceptsReferrals')}
              description={t('intake.acceptsReferralsNote')}
              checked={state.acceptsReferrals}
              disabled={settings.isPending}
              onChange={(event) =>
                settings.mutate({ body: { acceptsReferrals: event.currentTarget.checked } })
              }
            />
          </Panel>
        </Stack>
      )}
    </Answer>
  );
}
