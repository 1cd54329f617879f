import { Stack, Tabs, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import type { CaseFile } from '../../api/types';
import { useScreenTitle } from '../../ui/Screen';
import { Answer, Loading, NoPermission } from '../../ui/states';
import { CaseHeader } from './CaseHeader';
import { useCase } from './queries';
import { RaceStrip } from './RaceStrip';
import { Timeline } from './Timeline';

type Part = ComponentType<{ file: CaseFile }>;
const part = (load: () => Promise<Part>) => lazy(async () => ({ default: await load() }));

const parts = {
  overview: {
    text: 'overview',
    needs: 'case.read',
    view: part(() => import('./OverviewTab').then((m) => m.OverviewTab)),
  },
  client: {
    text: 'client',
    needs: 'client.read',
    view: part(() => import('../clients/ClientTab').then((m) => m.ClientTab)),
  },
  removal: {
    text: 'removal',
    needs: 'removal.read',
    view: part(() => import('../removal/RemovalTab').then((m) => m.RemovalTab)),
  },
  custody: {
    text: 'custody',
    needs: 'custody.read',
    view: part(() => import('../custody/CustodyTab').then((m) => m.CustodyTab)),
  },
  'check-ins': {
    text: 'checkIns',
    needs: 'checkin.read',
    view: part(() => import('../checkins/CheckInsTab').then((m) => m.CheckInsTab)),
  },
  clemency: {
    text: 'clemency',
    needs: 'clemency.read',
    view: part(() => import('../clemency/ClemencyTab').then((m) => m.ClemencyTab)),
  },
  deadlines: {
    text: 'deadlines',
    needs: 'deadline.read',
    view: part(() => import('../deadlines/DeadlinesTab').then((m) => m.DeadlinesTab)),
  },
  work: {
    text: 'work',
    needs: 'task.read',
    view: part(() => import('../work/WorkTab').then((m) => m.WorkTab)),
  },
  documents: {
    text: 'documents',
    needs: 'document.read',
    view: part(() => import('../documents/DocumentsTab').then((m) => m.DocumentsTab)),
  },
  records: {
    text: 'records',
    needs: 'record_request.read',
    view: part(() => import('../records/RecordsTab').then((m) => m.RecordsTab)),
  },
  notes: {
    text: 'notes',
    needs: 'note.volunteer',
    view: part(() => import('../work/NotesTab').then((m) => m.NotesTab)),
  },
  conflicts: {
    text: 'conflicts',
    needs: 'conflict.read',
    view: part(() => import('../intake/ConflictsTab').then((m) => m.ConflictsTab)),
  },
  access: {
    text: 'access',
    needs: 'case.access',
    view: part(() => import('./AccessTab').then((m) => m.AccessTab)),
  },
} as const;
type PartName = keyof typeof parts;

/** One case: who, the race, and the parts of the file. */
export function CasePage() {
  const { caseId } = useParams({ from: '/shell/cases/$caseId' });
  const file = useCase(caseId);
  return (
    <Answer query={file} loading={<Loading lines={8} />}>
      {(found) => <CaseView key={found.id} file={found} />}
    </Answer>
  );
}

function CaseView({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const search = useSearch({ from: '/shell/cases/$caseId' });
  const navigate = useNavigate();
  const may = useMay();
  const shown = Object.entries(parts).filter(([, { needs }]) => may(needs));
  const tab: PartName = search.tab && search.tab in parts ? (search.tab as PartName) : 'overview';
  // On a phone the tabs scroll sideways: the open one must be seen.
  useEffect(() => {
    document
      .querySelector('.v-tabs [aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [tab]);
  // The tab of the browser stays without the name: window titles end up in histories and screen shares.
  useScreenTitle(t('nav.cases'));
  return (
    <Stack gap="md">
      <CaseHeader file={file} />
      <RaceStrip file={file} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) =>
          void navigate({
            to: '/cases/$caseId',
            params: { caseId: file.id },
            search: { tab: next === 'overview' ? undefined : (next ?? undefined) },
            resetScroll: false,
          })
        }
      >
        <div className="v-scroll v-tabs">
          <Tabs.List aria-label={t('cases.tabs.label')}>
            {shown.map(([name, { text }]) => (
              <Tabs.Tab key={name} value={name}>
                {t(`cases.tabs.${text}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </div>
        {may(parts[tab].needs) ? null : <NoPermission />}
        <Beside clientId={file.client.id} shown={tab !== 'overview' && may('case.read')}>
          {shown.map(([name, { view: View }]) => (
            <Tabs.Panel key={name} value={name} pt="md">
              <Suspense fallback={<Loading />}>
                <View file={file} />
              </Suspense>
            </Tabs.Panel>
          ))}
        </Beside>
      </Tabs>
    </Stack>
  );
}

/** On a wide screen everything dated stays in sight beside whichever part of the file is open; one click folds it away. */
function Beside({ clientId, shown, children }: { clientId: string; shown: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 100em)');
  const [folded, setFolded] = useState(false);
  if (!wide || !shown) return <>{children}</>;
  const Icon = folded ? IconLayoutSidebarRightExpand : IconLayoutSidebarRightCollapse;
  return (
    <div className="v-with-timeline" data-folded={folded}>
      <div style={{ minWidth: 0 }}>{children}</div>
      <aside aria-label={t('cases.timeline')}>
        <UnstyledButton
          className="v-with-timeline-fold"
          aria-expanded={!folded}
          aria-label={t(folded ? 'cases.timelineShow' : 'cases.timelineHide')}
          onClick={() => setFolded(!folded)}
        >
          <Icon size={16} stroke={1.6} aria-hidden />
        </UnstyledButton>
        {folded ? null : <Timeline clientId={clientId} compact />}
      </aside>
    </div>
  );
}
