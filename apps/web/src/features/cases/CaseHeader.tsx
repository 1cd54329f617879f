import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import {
  IconArchive,
  IconArrowRight,
  IconChevronLeft,
  IconClock,
  IconLock,
  IconMail,
  IconRotate,
  IconWall,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { useMay } from '../../app/session';
import { nameIn, useNationalities } from '../../api/reference';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { useHeadingFocus } from '../../ui/Screen';
import { Notice } from '../../ui/Tag';
import { StartProtocol } from '../custody/StartProtocol';
import { ANumber } from '../clients/ANumber';
import { ReopenForm, StageForm } from './CaseForms';
import { CustodyTag, StageTag } from './CaseTags';
import { CloseForm } from './CloseForm';
import { ClosingLetterForm } from './ClosingLetterForm';

/** Who this is, where they are, what the case is, and what can be done with it. */
export function CaseHeader({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const nationalities = useNationalities();
  const heading = useHeadingFocus();
  return (
    <div>
      <Anchor component={Link} to="/cases" size="xs" c="dimmed">
        <IconChevronLeft size={13} style={{ verticalAlign: -2 }} aria-hidden />
        {t('cases.title')}
      </Anchor>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Group gap="sm" align="center">
            <Title order={1} ref={heading} tabIndex={-1}>
              {file.client.name}
            </Title>
            {/* The banner says it louder. */}
            {file.custody === 'detained' ? null : <CustodyTag status={file.custody} />}
            <StageTag stage={file.stage} />
          </Group>
          <Group gap="xs" mt={2}>
            <ANumber clientId={file.client.id} masked={file.client.aNumberMasked} />
            <Text size="sm" c="dimmed">
              {[
                nameIn(nationalities, file.client.citizenship),
                word('caseType', file.type),
                file.responsible?.name,
                `${t('cases.opened')} ${format.day(file.openedOn)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Group>
          {file.status === 'closed' ? (
            <Text size="sm" mt={4}>
              {t('cases.closedOn', {
                day: format.day(file.closedOn),
                outcome: word('caseOutcome', file.outcome),
              })}
            </Text>
          ) : null}
        </div>
        <Actions file={file} />
      </Group>
      <Banners file={file} />
    </div>
  );
}

/** What must be known before anything else is read: where the person is, who may hear of it, how long one may look. */
function Banners({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const walled =
    file.walls.length > 1 ? 'bannerBoth' : file.walls[0] === 'named' ? 'bannerNamed' : 'bannerEthical';
  if (file.custody !== 'detained' && !file.walls.length && !file.sightEndsAt) return null;
  return (
    <Stack gap={6} mt="xs">
      {file.custody === 'detained' ? (
        <Notice tone="urgent" role="status" icon={<IconLock size={18} aria-hidden />}>
          <Text size="sm" fw={600}>
            {t('walls.bannerDetainedPlain')}
          </Text>
        </Notice>
      ) : null}
      {file.walls.length ? (
        <Notice tone="urgent" role="status" icon={<IconWall size={18} aria-hidden />}>
          <Text size="sm" fw={600}>
            {t(`walls.${walled}`)}
          </Text>
        </Notice>
      ) : null}
      {file.sightEndsAt ? (
        <Notice tone="soon" role="status" icon={<IconClock size={18} aria-hidden />}>
          <Text size="sm">{t('walls.bannerUntil', { when: format.instant(file.sightEndsAt) })}</Text>
        </Notice>
      ) : null}
    </Stack>
  );
}

function Actions({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Group gap="xs">
      <StartProtocol file={file} />
      {file.can.changeStage && file.status === 'open' ? (
        <FormButton
          label={t('cases.changeStage')}
          title={t('cases.changeStageTitle')}
          icon={<IconArrowRight size={14} aria-hidden />}
        >
          {(close) => <StageForm file={file} close={close} />}
        </FormButton>
      ) : null}
      {file.can.close && file.status === 'open' ? (
        <FormButton
          label={t('cases.close')}
          title={t('cases.closeTitle')}
          icon={<IconArchive size={14} aria-hidden />}
        >
          {(close) => <CloseForm file={file} close={close} />}
        </FormButton>
      ) : null}
      {file.status === 'closed' && may('filing.create') ? (
        <FormButton label={t('closing.letter')} icon={<IconMail size={14} aria-hidden />}>
          {(close) => <ClosingLetterForm file={file} close={close} />}
        </FormButton>
      ) : null}
      {file.can.reopen && file.status === 'closed' ? (
        <FormButton label={t('cases.reopen')} icon={<IconRotate size={14} aria-hidden />}>
          {(close) => <ReopenForm file={file} close={close} />}
        </FormButton>
      ) : null}
    </Group>
  );
}
