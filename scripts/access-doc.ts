import { readFileSync, writeFileSync } from 'node:fs';
import { OFFICE_WIDE_ROLES, PERMISSIONS, ROLES, ruleOf, type Permission, type Role } from '@app/access';

const BEGIN =
  '<!-- Written by scripts/access-doc.ts from libs/access/src/policy.ts. -->\n\n<!-- prettier-ignore-start -->';
const END = '<!-- prettier-ignore-end -->';

const SHORT: Record<Role, string> = {
  director: 'Dir',
  attorney: 'Att',
  accredited_representative: 'Rep',
  paralegal: 'Par',
  intake: 'Int',
  volunteer: 'Vol',
  auditor: 'Aud',
  operator: 'Op',
};
const TRAIL = { none: '', change: 'change', open: 'open' } as const;

function line(permission: Permission): string {
  const rule = ruleOf(permission);
  const marks = ROLES.map((role) => (rule.roles.includes(role) ? '●' : ''));
  return `| \`${permission}\` | ${rule.says} | ${marks.join(' | ')} | ${TRAIL[rule.audit]} |`;
}

function table(): string {
  const roles = ROLES.map((role) => `${SHORT[role]} = ${role.replaceAll('_', ' ')}`).join(', ');
  const head = ['Permission', 'What it lets a person do', ...ROLES.map((role) => SHORT[role]), 'Audit'];
  return [
    `${roles}. See every client of the office: ${OFFICE_WIDE_ROLES.join(', ')}.`,
    '',
    `| ${head.join(' | ')} |`,
    `| ${head.map((_, at) => (at < 2 || at === head.length - 1 ? '---' : ':-:')).join(' | ')} |`,
    ...PERMISSIONS.map(line),
  ].join('\n');
}

/** The document with its table as the policy is now; what people wrote around the table stays. */
export function accessDocument(current: string): string {
  const [before, rest = ''] = current.split(BEGIN);
  const after = rest.split(END)[1] ?? '\n';
  return `${before}${BEGIN}\n\n${table()}\n\n${END}${after}`;
}

if (require.main === module) {
  const path = 'docs/access.md';
  writeFileSync(path, accessDocument(readFileSync(path, 'utf8')));
}
