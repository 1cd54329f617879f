import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { doors, root } from './doors';
import { Crashed, NotFound, Opening, Waiting } from './edges';
import { ofCaseload, only } from './search-params';
import { drafts } from '../ui/form/draft-book';
import { whoIsSignedIn } from './session';
import { Shell } from './shell/Shell';
import { MyDayPage } from '../features/reports/MyDayPage';

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  pendingComponent: Opening,
  component: Shell,
  beforeLoad: async ({ location }) => {
    const me = await whoIsSignedIn();
    if (!me) {
      const next = location.href === '/' ? undefined : location.href;
      throw redirect({ to: '/sign-in', search: { next } });
    }
    if (me.session.mustEnrol) {
      if (location.pathname !== '/account') throw redirect({ to: '/account' });
      return;
    }
    // A form looks for its draft when it opens.
    await drafts.ready(me.user.id);
    if (
      me.permissions.includes('installation.manage') &&
      !['/organisations', '/account'].includes(location.pathname)
    ) {
      throw redirect({ to: '/organisations' });
    }
    // A volunteer has no caseload: what they have are the check-ins they go along to.
    if (!me.permissions.includes('client.list') && location.pathname === '/')
      throw redirect({ to: '/going-along' });
  },
});

const under = () => shell;
const Audit = lazyRouteComponent(() => import('../features/audit/AuditPage'), 'AuditPage');
const Retention = lazyRouteComponent(() => import('../features/retention/RetentionPage'), 'RetentionPage');
const pages = [
  createRoute({ getParentRoute: under, path: '/', component: MyDayPage }),
  createRoute({
    getParentRoute: under,
    path: '/cases',
    component: lazyRouteComponent(() => import('../features/cases/CasesPage'), 'CasesPage'),
    validateSearch: ofCaseload,
  }),
  createRoute({
    getParentRoute: under,
    path: '/clients/new',
    component: lazyRouteComponent(() => import('../features/clients/NewClientPage'), 'NewClientPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/intakes',
    component: lazyRouteComponent(() => import('../features/intake/IntakesPage'), 'IntakesPage'),
    validateSearch: only('view'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/intakes/new',
    component: lazyRouteComponent(() => import('../features/intake/NewReferralPage'), 'NewReferralPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/intakes/$referralId',
    component: lazyRouteComponent(() => import('../features/intake/ReferralPage'), 'ReferralPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/cases/$caseId',
    component: lazyRouteComponent(() => import('../features/cases/CasePage'), 'CasePage'),
    validateSearch: only('tab', 'part'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/clients/$clientId',
    component: lazyRouteComponent(() => import('../features/clients/ClientDoor'), 'ClientDoor'),
    validateSearch: only('tab'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/detained',
    component: lazyRouteComponent(() => import('../features/custody/DetainedPage'), 'DetainedPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/clients/$clientId/pod',
    component: lazyRouteComponent(() => import('../features/clients/PodPaper'), 'PodPaper'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/clients/$clientId/plan',
    component: lazyRouteComponent(() => import('../features/clients/PlanPaper'), 'PlanPaper'),
    validateSearch: only('lang'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/record-requests',
    component: lazyRouteComponent(
      () => import('../features/records/RecordRequestsPage'),
      'RecordRequestsPage',
    ),
    validateSearch: only('agency', 'status'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/check-ins',
    component: lazyRouteComponent(() => import('../features/checkins/CalendarPage'), 'CalendarPage'),
    validateSearch: only('view', 'on', 'officeCode'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/hearings',
    component: lazyRouteComponent(() => import('../features/removal/hearings/HearingsPage'), 'HearingsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/deadlines',
    component: lazyRouteComponent(() => import('../features/deadlines/DeadlinesPage'), 'DeadlinesPage'),
    validateSearch: only('within'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/deadlines/$deadlineId/why',
    component: lazyRouteComponent(() => import('../features/deadlines/WhyPage'), 'WhyPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/tasks',
    component: lazyRouteComponent(() => import('../features/work/TasksPage'), 'TasksPage'),
    validateSearch: only('whose', 'state'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/time',
    component: lazyRouteComponent(() => import('../features/work/TimePage'), 'TimePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/reviews',
    component: lazyRouteComponent(() => import('../features/work/ReviewsPage'), 'ReviewsPage'),
    validateSearch: only('state'),
  }),
  createRoute({ getParentRoute: under, path: '/audit', component: Audit }),
  createRoute({ getParentRoute: under, path: '/retention', component: Retention }),
  createRoute({
    getParentRoute: under,
    path: '/law-reviews',
    component: lazyRouteComponent(() => import('../features/deadlines/LawReviewsPage'), 'LawReviewsPage'),
    validateSearch: only('state', 'mine'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/law',
    component: lazyRouteComponent(() => import('../features/law/RulesPage'), 'RulesPage'),
    validateSearch: only('family', 'status', 'verified'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/law/rules/$rule',
    component: lazyRouteComponent(() => import('../features/law/RulePage'), 'RulePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/law/jurisdictions',
    component: lazyRouteComponent(() => import('../features/law/JurisdictionsPage'), 'JurisdictionsPage'),
    validateSearch: only('fit'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/law/jurisdictions/$code',
    component: lazyRouteComponent(() => import('../features/law/JurisdictionPage'), 'JurisdictionPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/law/grounds',
    component: lazyRouteComponent(() => import('../features/law/GroundsPage'), 'GroundsPage'),
    validateSearch: only('waived'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/law/grounds/$ground',
    component: lazyRouteComponent(() => import('../features/law/GroundPage'), 'GroundPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/law/calendar',
    component: lazyRouteComponent(() => import('../features/law/LawCalendarPage'), 'LawCalendarPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/law/changes',
    component: lazyRouteComponent(() => import('../features/law/ChangesPage'), 'ChangesPage'),
  }),
  // Which rule, and never a fact: what is entered in a calculator stays in the tab.
  createRoute({
    getParentRoute: under,
    path: '/calculators',
    component: lazyRouteComponent(
      () => import('../features/calculators/DeadlineCalculator'),
      'DeadlineCalculator',
    ),
    validateSearch: only('rule'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/calculators/finality',
    component: lazyRouteComponent(
      () => import('../features/calculators/FinalityCalculator'),
      'FinalityCalculator',
    ),
  }),
  createRoute({
    getParentRoute: under,
    path: '/calculators/pardon-effect',
    component: lazyRouteComponent(
      () => import('../features/calculators/EffectCalculator'),
      'EffectCalculator',
    ),
  }),
  createRoute({
    getParentRoute: under,
    path: '/calculators/screening',
    component: lazyRouteComponent(
      () => import('../features/calculators/ScreeningCalculator'),
      'ScreeningCalculator',
    ),
  }),
  createRoute({
    getParentRoute: under,
    path: '/calculators/calendar',
    component: lazyRouteComponent(
      () => import('../features/calculators/CalendarCalculator'),
      'CalendarCalculator',
    ),
  }),
  createRoute({
    getParentRoute: under,
    path: '/emergency-access',
    component: lazyRouteComponent(
      () => import('../features/access/EmergencyAccessPage'),
      'EmergencyAccessPage',
    ),
  }),
  createRoute({
    getParentRoute: under,
    path: '/going-along',
    component: lazyRouteComponent(
      () => import('../features/checkins/AccompanimentsPage'),
      'AccompanimentsPage',
    ),
  }),
  createRoute({
    getParentRoute: under,
    path: '/office',
    component: lazyRouteComponent(() => import('../features/reports/DirectorPage'), 'DirectorPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/staff',
    component: lazyRouteComponent(() => import('../features/staff/StaffPage'), 'StaffPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/organisations',
    component: lazyRouteComponent(() => import('../features/staff/OrganisationsPage'), 'OrganisationsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/account',
    component: lazyRouteComponent(() => import('../features/staff/AccountPage'), 'AccountPage'),
  }),
  // An address that leads nowhere is shown inside the frame, so that the way back is at hand.
  createRoute({ getParentRoute: under, path: '/$', component: NotFound }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([...doors, shell.addChildren(pages)]),
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultPendingMs: 150,
  defaultErrorComponent: Crashed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
