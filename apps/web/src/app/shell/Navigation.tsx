import { NavLink } from '@mantine/core';
import {
  IconBuilding,
  IconCalendarEvent,
  IconChartBar,
  IconClockHour4,
  IconFolders,
  IconSun,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/values';
import { useMe } from '../session';

interface Place {
  to: '/' | '/cases' | '/check-ins' | '/deadlines' | '/office' | '/staff' | '/organisations';
  text: 'myDay' | 'cases' | 'checkIns' | 'deadlines' | 'director' | 'staff' | 'organisations';
  icon: Icon;
  /** Whose place it is; the server decides what they see there. */
  for: (role: Role) => boolean;
}

const inOffice = (role: Role): boolean => role !== 'operator';
export const places: Place[] = [
  { to: '/', text: 'myDay', icon: IconSun, for: inOffice },
  { to: '/cases', text: 'cases', icon: IconFolders, for: inOffice },
  { to: '/check-ins', text: 'checkIns', icon: IconCalendarEvent, for: inOffice },
  { to: '/deadlines', text: 'deadlines', icon: IconClockHour4, for: inOffice },
  {
    to: '/office',
    text: 'director',
    icon: IconChartBar,
    for: (role) => ['director', 'auditor'].includes(role),
  },
  { to: '/staff', text: 'staff', icon: IconUsers, for: (role) => ['director', 'auditor'].includes(role) },
  { to: '/organisations', text: 'organisations', icon: IconBuilding, for: (role) => role === 'operator' },
];

/** The places of the product that this role has. */
export function Navigation(props: { onGo: () => void }) {
  const { t } = useTranslation();
  const { user } = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav aria-label={t('shell.navigation')}>
      {places
        .filter((place) => place.for(user.role))
        .map((place) => {
          const active = place.to === '/' ? path === '/' : path.startsWith(place.to);
          return (
            <NavLink
              key={place.to}
              component={Link}
              to={place.to}
              label={t(`nav.${place.text}`)}
              active={active}
              aria-current={active ? 'page' : undefined}
              leftSection={<place.icon size={18} stroke={1.6} aria-hidden />}
              onClick={props.onGo}
              styles={{ root: { borderRadius: 4 } }}
            />
          );
        })}
    </nav>
  );
}
