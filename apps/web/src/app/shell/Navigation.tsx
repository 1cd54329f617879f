import { NavLink } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ReviewCount } from '../../features/deadlines/ReviewCount';
import { WaitingCount } from '../../features/work/WaitingCount';
import { useMay } from '../session';
import { GROUPS, places, type Place } from './places';

/** Numbers beside places where something waits. */
const counts: Partial<Record<Place['to'], ReactNode>> = {
  '/law-reviews': <ReviewCount />,
  '/reviews': <WaitingCount />,
};

/** With fewer places than this the list is read at a glance, and headings only stand in the way. */
const WANTS_HEADINGS = 8;

/** The places of the product that this role has. */
export function Navigation(props: { onGo: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const own = places.filter((place) => may(place.needs));
  return (
    <nav aria-label={t('shell.navigation')} className="v-nav">
      {GROUPS.map((group) => {
        const inside = own.filter((place) => place.group === group);
        if (!inside.length) return null;
        const heading = group !== 'people' && own.length >= WANTS_HEADINGS;
        return (
          <div key={group} role="group" aria-label={t(`nav.groups.${group}`)}>
            {heading ? (
              <div className="v-nav-heading" aria-hidden>
                {t(`nav.groups.${group}`)}
              </div>
            ) : null}
            {inside.map((place) => (
              <Way key={place.to} place={place} onGo={props.onGo} />
            ))}
          </div>
        );
      })}
    </nav>
  );
}

function Way({ place, onGo }: { place: Place; onGo: () => void }) {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const active = place.to === '/' ? path === '/' : `${path}/`.startsWith(`${place.to}/`);
  return (
    <NavLink
      component={Link}
      to={place.to}
      label={t(`nav.${place.text}`)}
      active={active}
      aria-current={active ? 'page' : undefined}
      leftSection={<place.icon size={17} stroke={1.6} aria-hidden />}
      rightSection={counts[place.to]}
      onClick={onGo}
    />
  );
}
