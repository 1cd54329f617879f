import { NavLink } from '@mantine/core';
import {
  IconArchive,
  IconBuilding,
  IconCalculator,
  IconCalendarEvent,
  IconChartBar,
  IconClockHour4,
  IconFileSearch,
  IconFolders,
  IconHammer,
  IconInbox,
  IconListCheck,
  IconMessageQuestion,
  IconStopwatch,
  IconGavel,
  IconLock,
  IconRefreshAlert,
  IconScale,
  IconShieldCheck,
  IconSun,
  IconUsers,
  IconWalk,
  type Icon,
} from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../api/types';
import { ReviewCount } from '../../features/deadlines/ReviewCount';
import { WaitingCount } from '../../features/work/WaitingCount';
import { useMay } from '../session';

interface Place {
  to:
    | '/'
    | '/cases'
    | '/detained'
    | '/intakes'
    | '/record-requests'
    | '/check-ins'
    | '/hearings'
    | '/deadlines'
    | '/tasks'
    | '/reviews'
    | '/time'
    | '/law-reviews'
    | '/law'
    | '/calculators'
    | '/office'
    | '/emergency-access'
    | '/going-along'
    | '/audit'
    | '/retention'
    | '/staff'
    | '/organisations';
  text:
    | 'myDay'
    | 'cases'
    | 'detained'
    | 'intakes'
    | 'recordRequests'
    | 'checkIns'
    | 'hearings'
    | 'deadlines'
    | 'tasks'
    | 'reviews'
    | 'time'
    | 'lawReviews'
    | 'law'
    | 'calculators'
    | 'director'
    | 'emergency'
    | 'goingAlong'
    | 'audit'
    | 'retention'
    | 'staff'
    | 'organisations';
  icon: Icon;
  needs: Permission;
}

export const places: Place[] = [
  { to: '/', text: 'myDay', icon: IconSun, needs: 'client.list' },
  { to: '/cases', text: 'cases', icon: IconFolders, needs: 'client.list' },
  { to: '/detained', text: 'detained', icon: IconLock, needs: 'custody.list' },
  { to: '/intakes', text: 'intakes', icon: IconInbox, needs: 'intake.read' },
  { to: '/check-ins', text: 'checkIns', icon: IconCalendarEvent, needs: 'checkin.calendar' },
  { to: '/hearings', text: 'hearings', icon: IconGavel, needs: 'hearing.list' },
  { to: '/deadlines', text: 'deadlines', icon: IconClockHour4, needs: 'deadline.list' },
  { to: '/tasks', text: 'tasks', icon: IconListCheck, needs: 'task.list' },
  { to: '/reviews', text: 'reviews', icon: IconMessageQuestion, needs: 'review.list' },
  { to: '/time', text: 'time', icon: IconStopwatch, needs: 'time.list' },
  { to: '/law-reviews', text: 'lawReviews', icon: IconRefreshAlert, needs: 'law.review' },
  { to: '/record-requests', text: 'recordRequests', icon: IconFileSearch, needs: 'record_request.list' },
  { to: '/law', text: 'law', icon: IconScale, needs: 'law.read' },
  { to: '/calculators', text: 'calculators', icon: IconCalculator, needs: 'law.read' },
  { to: '/going-along', text: 'goingAlong', icon: IconWalk, needs: 'checkin.accompany' },
  { to: '/emergency-access', text: 'emergency', icon: IconHammer, needs: 'access.break_glass' },
  { to: '/office', text: 'director', icon: IconChartBar, needs: 'report.director' },
  { to: '/retention', text: 'retention', icon: IconArchive, needs: 'retention.read' },
  { to: '/audit', text: 'audit', icon: IconShieldCheck, needs: 'audit.read' },
  { to: '/staff', text: 'staff', icon: IconUsers, needs: 'staff.manage' },
  { to: '/organisations', text: 'organisations', icon: IconBuilding, needs: 'installation.manage' },
];

/** Numbers beside places where something waits. */
const counts: Partial<Record<Place['to'], ReactNode>> = {
  '/law-reviews': <ReviewCount />,
  '/reviews': <WaitingCount />,
};

/** The places of the product that this role has. */
export function Navigation(props: { onGo: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav aria-label={t('shell.navigation')}>
      {places
        .filter((place) => may(place.needs))
        .map((place) => {
          const active = place.to === '/' ? path === '/' : `${path}/`.startsWith(`${place.to}/`);
          return (
            <NavLink
              key={place.to}
              component={Link}
              to={place.to}
              label={t(`nav.${place.text}`)}
              active={active}
              aria-current={active ? 'page' : undefined}
              leftSection={<place.icon size={18} stroke={1.6} aria-hidden />}
              rightSection={counts[place.to]}
              onClick={props.onGo}
              styles={{ root: { borderRadius: 4 } }}
            />
          );
        })}
    </nav>
  );
}
