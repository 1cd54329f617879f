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
import type { Permission } from '../../api/types';

/** What a person comes for: the people, the days, what is to be done, the rules, the running of the office. */
export const GROUPS = ['people', 'dates', 'work', 'law', 'office'] as const;
type GroupName = (typeof GROUPS)[number];

const of =
  (group: GroupName) =>
  <To extends string, Text extends string>(to: To, text: Text, icon: Icon, needs: Permission) => ({
    group,
    to,
    text,
    icon,
    needs,
  });
const people = of('people');
const dates = of('dates');
const work = of('work');
const law = of('law');
const office = of('office');

/** The places of the product, in the order they are shown. A role has those it may use. */
export const places = [
  people('/', 'myDay', IconSun, 'client.list'),
  people('/cases', 'cases', IconFolders, 'client.list'),
  people('/detained', 'detained', IconLock, 'custody.list'),
  people('/intakes', 'intakes', IconInbox, 'intake.read'),
  dates('/check-ins', 'checkIns', IconCalendarEvent, 'checkin.calendar'),
  dates('/hearings', 'hearings', IconGavel, 'hearing.list'),
  dates('/deadlines', 'deadlines', IconClockHour4, 'deadline.list'),
  dates('/going-along', 'goingAlong', IconWalk, 'checkin.accompany'),
  work('/tasks', 'tasks', IconListCheck, 'task.list'),
  work('/reviews', 'reviews', IconMessageQuestion, 'review.list'),
  work('/time', 'time', IconStopwatch, 'time.list'),
  work('/record-requests', 'recordRequests', IconFileSearch, 'record_request.list'),
  law('/law', 'law', IconScale, 'law.read'),
  law('/law-reviews', 'lawReviews', IconRefreshAlert, 'law.review'),
  law('/calculators', 'calculators', IconCalculator, 'law.read'),
  office('/office', 'director', IconChartBar, 'report.director'),
  office('/staff', 'staff', IconUsers, 'staff.manage'),
  office('/emergency-access', 'emergency', IconHammer, 'access.break_glass'),
  office('/retention', 'retention', IconArchive, 'retention.read'),
  office('/audit', 'audit', IconShieldCheck, 'audit.read'),
  office('/organisations', 'organisations', IconBuilding, 'installation.manage'),
];

export type Place = (typeof places)[number];
