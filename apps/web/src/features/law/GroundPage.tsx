import { Button, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { Panel } from '../../ui/Panel';
import { Answer, Loading } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { LawScreen } from './LawScreen';
import { English, LawList, LawText } from './LawText';
import { useGround } from './queries';
import { Source } from './SourceLinks';
import { ProvenanceTag, WaivedTag } from './RuleTags';
import type { Ground } from './types';

/** One ground of removal and the authorities on whether a pardon lifts it. */
export function GroundPage() {
  const { t } = useTranslation();
  const word = useWords();
  const { ground: id } = useParams({ from: '/shell/law/grounds/$ground' });
  const ground = useGround(id);
  return (
    <LawScreen
      title={ground.data ? `INA ${ground.data.ina}` : t('lawGrounds.ground')}
      lead={
        ground.data ? (
          <>
            <English>
              {ground.data.name} · {ground.data.usc}
            </English>{' '}
            · {t('lawGrounds.basis')}: {word('groundBasis', ground.data.basis).toLowerCase()}
          </>
        ) : null
      }
      actions={
        <Button
          component={Link}
          to="/law/grounds"
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconArrowLeft size={14} aria-hidden />}
        >
          {t('lawGrounds.back')}
        </Button>
      }
    >
      <Answer query={ground} loading={<Loading lines={8} />}>
        {(found) => <Contents ground={found} />}
      </Answer>
    </LawScreen>
  );
}

function Contents({ ground }: { ground: Ground }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Panel title={t('lawGrounds.waived')} actions={<WaivedTag waived={ground.waived} />}>
        <LawText text={ground.note} maw="80ch" />
      </Panel>
      <Panel title={t('lawGrounds.authorities')} flush={ground.authorities.length > 0}>
        {ground.authorities.length ? (
          <ul className="v-rows">
            {ground.authorities.map((authority) => (
              <li key={authority.cite}>
                <Text size="sm" fw={600} component="div">
                  <English>{authority.cite}</English> <ProvenanceTag provenance={authority.provenance} />{' '}
                  {authority.circuit ? (
                    <Tag>{t('lawGrounds.circuit', { name: authority.circuit })}</Tag>
                  ) : null}
                </Text>
                <LawText text={authority.note} maw="80ch" />
                {authority.address ? (
                  <Text size="xs">
                    <Source text={authority.address} />
                  </Text>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <Text size="sm" c="dimmed">
            {t('lawGrounds.noAuthorities')}
          </Text>
        )}
      </Panel>
      {ground.otherRoutes.length ? (
        <Panel title={t('lawGrounds.routes')} actions={<ProvenanceTag provenance="general_knowledge" />}>
          <LawList items={ground.otherRoutes} />
        </Panel>
      ) : null}
    </Stack>
  );
}
