import type { AuditRule } from '@app/platform';
import { FILING_ROLES, type Role } from './roles';

/** One line of the table: who may, and what the audit trail keeps of it. */
export interface Rule {
  roles: readonly Role[];
  /** `change`: an entry for each use, because it changes something. `open`: an entry because a record is opened. */
  audit: AuditRule;
  /** True when the entry must name the client. */
  client: boolean;
  /** One sentence for docs/access.md and the token screen. */
  says: string;
}

const everyone: Role[] = [
  'director',
  'attorney',
  'accredited_representative',
  'paralegal',
  'intake',
  'volunteer',
  'auditor',
  'operator',
];
const office: Role[] = everyone.filter((role) => role !== 'operator');
const representatives: Role[] = [...FILING_ROLES];
const caseworkers: Role[] = ['director', ...representatives, 'paralegal'];
const staff: Role[] = [...caseworkers, 'intake'];
const readers: Role[] = [...staff, 'auditor'];

const opens = (roles: Role[], says: string): Rule => ({ roles, audit: 'open', client: true, says });
const changes = (roles: Role[], says: string): Rule => ({ roles, audit: 'change', client: true, says });
const lists = (roles: Role[], says: string): Rule => ({ roles, audit: 'none', client: false, says });
const administers = (roles: Role[], says: string): Rule => ({ roles, audit: 'change', client: false, says });

/**
 * What a role may do. This table is the only place that says so: routes name a permission of it, the guard reads it,
 * the web app receives it with the sign-in, docs/access.md is written from it.
 * Which rows exist for a person is the other half, in the database (migrations/helpers.ts, `seesClient`).
 */
export const policy = {
  'me.read': lists(everyone, 'See who is signed in, and their own sessions and tokens'),
  'me.change': lists(everyone, 'Sign out, end own sessions, change own password, make and end own tokens'),
  'me.security': administers(everyone, 'Set up and take away own second factors and recovery codes'),
  'reference.read': lists(everyone, 'Read courts, ICE offices, charge codes, jurisdictions and grounds'),

  'organisation.read': lists(office, 'Read the name and time zone of the organisation'),
  'organisation.edit': administers(['director'], 'Change the name and time zone of the organisation'),
  'staff.read': lists(office, 'Read the names and roles of colleagues'),
  'staff.manage': administers(['director'], 'Invite colleagues, change roles, suspend, end sessions'),
  'installation.manage': administers(['operator'], 'Create organisations; sees no client'),

  'client.names': lists([...staff, 'volunteer'], 'See names; without it clients appear under a code'),
  'client.list': lists(readers, 'List and search clients and cases'),
  'view.keep': administers(readers, 'Save own views of lists and share them with the office'),
  'client.read': opens(readers, "Open a client's record"),
  'client.create': changes(staff, 'Add a client and the first case'),
  'client.edit': changes(staff, "Change a client's record and contact points"),
  'client.identifiers': lists(staff, 'See the masked A-number and the date of birth'),
  'client.contacts': lists(staff, 'See contact points and addresses'),
  'client.reveal': opens(staff, 'See the whole A-number'),
  'custody.record': changes([...caseworkers, 'intake'], 'Record detention and release'),

  'case.read': opens(readers, 'Open a case'),
  'case.open': changes(staff, 'Open another case for a client'),
  'case.edit': changes(caseworkers, 'Change type, stage and responsible attorney'),
  'case.closing': opens(['director', ...representatives], 'See what is still open before a case closes'),
  'case.close': changes(['director', ...representatives], 'Close and reopen a case'),
  'case.team': changes(['director', ...representatives], 'Add people to a case and take them off'),
  'case.access': opens(['director', ...representatives, 'auditor'], 'See who is on a case and who opened it'),
  'note.read': opens(staff, 'Read notes'),
  'note.volunteer': opens([...staff, 'volunteer'], 'Read the notes that are meant for volunteers too'),
  'note.write': changes(staff, 'Write notes'),

  'person.read': opens(
    staff,
    'Read family, consents, trusted contacts, identifiers and the preparedness plan',
  ),
  'person.edit': changes(
    staff,
    'Record family, consents, trusted contacts, identifiers and the preparedness plan',
  ),

  'intake.read': lists(staff, 'See referrals and the answers of the public intake form'),
  'intake.write': administers(staff, 'Enter a referral, send one to another organisation'),
  'intake.decide': administers(['director', ...representatives, 'intake'], 'Accept or decline a referral'),
  'intake.link': administers(['director'], 'Open and close the public intake link'),
  'conflict.read': opens(staff, "Read a client's parties and conflict checks"),
  'conflict.check': administers(staff, 'Run a conflict check and read its result'),
  'conflict.decide': administers(
    ['director', ...representatives],
    'Decide a conflict check, record a waiver, raise the wall',
  ),
  'client.merge': changes(['director', ...representatives], 'Merge two records of one person and undo it'),

  'wall.manage': changes(['director', ...representatives], 'Raise and lift walls, choose who is inside'),
  'access.grant': changes(['director', ...representatives], 'Give a colleague access for a limited time'),
  'access.break_glass': administers(caseworkers, 'Break the glass: open a walled record for a stated reason'),
  'access.review': administers(['director'], 'Review each breaking of the glass'),

  'task.list': lists(staff, 'See tasks of the caseload'),
  'task.read': opens(staff, "Read a client's tasks"),
  'task.edit': changes(staff, 'Write, assign, tick off tasks and follow-ups'),
  'task.template': administers(['director', ...representatives], 'Write task templates per case type'),
  'time.list': lists(staff, 'See own time; directors see all'),
  'time.totals': lists(['director'], "See everybody's time, its totals, and export it"),
  'time.write': changes(staff, 'Record time on a case'),
  'funding.manage': administers(['director'], 'Keep the list of funding codes'),
  'review.list': lists(staff, 'See what waits for review'),
  'review.request': changes(staff, 'Ask a supervisor to review something'),
  'review.decide': changes(['director', ...representatives], 'Decide a review'),

  'document.read': opens(staff, 'Read uploaded documents'),
  'document.write': changes(staff, 'Upload documents, new versions and what was found in them'),
  'document.remove': changes(caseworkers, 'Withdraw a document'),

  'record_request.list': lists(readers, 'See record requests of the caseload'),
  'record_request.read': opens(readers, "Read a client's record requests"),
  'record_request.edit': changes(caseworkers, 'Record requests for records, their answers and appeals'),

  'custody.list': lists(readers, 'See held clients of the caseload and whose look-up is due'),
  'custody.read': opens(readers, 'Read detention episodes, transfers, bond, look-ups and the protocol'),
  'custody.claim': changes(
    ['director', ...representatives],
    'Take on a call about a detention as its attorney',
  ),
  'custody.protocol': changes(staff, 'Start the detained-client protocol and tick off its steps'),
  'hearing.list': lists(readers, 'See which hearings are to be looked up, and what changed'),
  'directory.read': lists(readers, 'Read the directory of judges'),
  'hearing.watch': changes(staff, 'Record a look-up of a hearing or in the detainee locator'),
  'directory.edit': administers(caseworkers, 'Keep the directory of judges'),

  'removal.read': opens(readers, 'Read proceedings, charges, orders, motions and convictions'),
  'removal.edit': changes(caseworkers, 'Record proceedings, charges, orders, motions and convictions'),

  'checkin.read': opens(readers, "Read a client's check-ins"),
  'checkin.calendar': lists(readers, "See the office's check-in calendar"),
  'checkin.accompany': lists(
    [...staff, 'volunteer'],
    'See the check-ins one goes along to, and what going along needs',
  ),
  'checkin.schedule': changes(staff, 'Schedule, move and cancel check-ins'),
  'checkin.outcome': changes([...staff, 'volunteer'], 'Record how a check-in ended'),

  'clemency.read': opens(readers, 'Read pardon applications, grants and the effect of a pardon'),
  'clemency.edit': changes(caseworkers, 'Open pardon applications and record their stages'),
  'clemency.grant': changes(
    ['director', ...representatives, 'paralegal'],
    'Record a grant and its instrument',
  ),

  'deadline.list': lists(readers, 'See the deadlines of the caseload'),
  'deadline.read': opens(readers, "Read a client's deadlines and why each falls on its day"),
  'deadline.confirm': changes(representatives, 'Confirm a deadline'),
  'deadline.complete': changes(caseworkers, 'Complete a deadline with a note, or open it again'),
  'deadline.sign_off': changes(
    ['director', ...representatives],
    'Sign off the proof of filing that somebody else recorded for a critical deadline',
  ),
  'deadline.override': changes(caseworkers, 'Record the date printed on an order or notice'),
  'diligence.record': changes(caseworkers, 'Record what was done to pursue the case, and when'),

  'law.read': lists(office, 'Read the law that dates are counted by, and use the calculators'),
  'law.verify': administers(
    ['attorney'],
    'Record that a rule agrees with its official text, or withdraw that',
  ),
  'law.calendar': administers(['director', ...representatives], 'Enter and withdraw closed days'),
  'law.review': lists(
    caseworkers,
    'See the dates of own clients that a change of law moved; directors see all',
  ),
  'law.acknowledge': changes(caseworkers, 'Acknowledge a date that a change of law moved'),

  'filing.read': opens(caseworkers, 'Read generated documents, which print names and the A-number'),
  'filing.create': changes(caseworkers, 'Generate filing documents as drafts'),
  'filing.sign_off': changes(representatives, 'Sign off a document, which removes the draft mark'),

  'security.policy': administers(['director'], 'Say which roles need a second factor'),
  'staff.lock': administers(
    ['director'],
    'Lock an account at once in an emergency, unlock it, take away a lost second factor',
  ),

  'audit.read': lists(['director', 'auditor'], 'Verify the audit trail, see anchors and alerts'),
  'audit.export': opens(['director'], "Export who opened one client's record"),
  'retention.manage': administers(['director'], 'Set retention schedules'),
  'retention.read': lists(
    ['director', ...representatives, 'auditor'],
    'See what is due for retention, holds and destructions',
  ),
  'client.hold': changes(['director', ...representatives], 'Place and lift a legal hold'),
  'client.destroy': changes(
    ['director', ...representatives],
    'Propose and, as another person, approve the destruction of a client',
  ),
  'demand.read': lists(['director', ...representatives], 'See subpoenas and other demands for data'),
  'demand.write': administers(['director', ...representatives], 'Record a demand, its scope and decision'),
  'demand.export': administers(['director', ...representatives], 'Export what a decided demand covers'),

  'report.my_day': lists([...readers, 'volunteer'], 'See the own day'),
  'report.director': lists(['director', 'auditor'], "See the office's figures"),
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof policy;

export const PERMISSIONS = Object.keys(policy) as Permission[];

/** The rule of a permission. */
export function ruleOf(permission: Permission): Rule {
  return policy[permission];
}

/** Whether a role may do this at all. Rows are the database's half. */
export function roleMay(role: string, permission: Permission): boolean {
  return (policy[permission].roles as readonly string[]).includes(role);
}

/** Everything a role may do, in the order of the table. */
export function permissionsOf(role: string): Permission[] {
  return PERMISSIONS.filter((permission) => roleMay(role, permission));
}
