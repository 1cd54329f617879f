import { Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import type { CaseFile, Client } from '../../api/types';
import { Answer } from '../../ui/states';
import { ConsentPart } from './ConsentPart';
import { FamilyPart } from './FamilyPart';
import { PersonPart } from './PersonPart';
import { PlanPart } from './PlanPart';
import { PodPart } from './PodPart';
import { useClient } from './queries';
import './client.css';

const parts = {
  person: { needs: 'client.read', view: PersonPart },
  family: { needs: 'person.read', view: FamilyPart },
  consent: { needs: 'person.read', view: ConsentPart },
  pod: { needs: 'person.read', view: PodPart },
  plan: { needs: 'person.read', view: PlanPart },
} as const;
type PartName = keyof typeof parts;

/** The person: who they are, who is around them, who may be told what. */
export function ClientTab({ file }: { file: CaseFile }) {
  const client = useClient(file.client.id);
  return <Answer query={client}>{(found) => <Parts client={found} caseId={file.id} />}</Answer>;
}

function Parts({ client, caseId }: { client: Client; caseId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/cases/$caseId' });
  const shown = (Object.keys(parts) as PartName[]).filter((name) => may(parts[name].needs));
  const wanted = search.part as PartName | undefined;
  const part = wanted && shown.includes(wanted) ? wanted : 'person';
  return (
    <Stack gap="md">
      <Group gap="sm" align="baseline" className="v-person-head">
        <Title order={2} size="h3">
          {client.name.full}
        </Title>
        {client.nativeNames.map((name) => (
          <Text key={name} span className="v-native" size="lg">
            {name}
          </Text>
        ))}
      </Group>
      <Tabs
        value={part}
        variant="pills"
        keepMounted={false}
        onChange={(next) =>
          void navigate({
            to: '/cases/$caseId',
            params: { caseId },
            search: { tab: 'client', part: next === 'person' ? undefined : (next ?? undefined) },
            resetScroll: false,
          })
        }
      >
        {shown.length > 1 ? (
          <div className="v-scroll">
            <Tabs.List aria-label={t('person.parts')} style={{ flexWrap: 'nowrap' }}>
              {shown.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`person.part.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </div>
        ) : null}
        {shown.map((name) => {
          const View = parts[name].view;
          return (
            <Tabs.Panel key={name} value={name} pt="md">
              <View client={client} />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Stack>
  );
}
