import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { may, OFFICE_ROLES, ROLES, type Role } from '@app/access';
import { staffCan } from './staff-user.policy';
import {
  LOCK_KINDS,
  STAFF_STATUSES,
  type LockKind,
  type StaffStatus,
  type StaffUser,
} from './staff-user.entity';

export class ChangeRole {
  @ApiProperty({ enum: OFFICE_ROLES })
  @IsIn(OFFICE_ROLES)
  role: Role;
}

/** What becomes of the work of somebody whose account closes. One of the two is needed when they hold any. */
export class SuspendPerson {
  /** Who takes over the open cases and tasks, and joins the teams. */
  @IsOptional() @IsUUID() successorId?: string;
  /** They stay as they are, on the directors' list of what nobody attends to. */
  @IsOptional() @IsBoolean() leaveForDirectors?: boolean;
}

/** What a person answers for, as far as whoever asks may see the clients. */
export class HeldView {
  /** Open cases. */
  cases: number;
  /** Open tasks. */
  tasks: number;
}

export class StaffCanView {
  changeRole: boolean;
  suspend: boolean;
  reinstate: boolean;
  endSessions: boolean;
  lock: boolean;
  unlock: boolean;
  removeFactors: boolean;
}

/** What only those who manage accounts are shown. */
export interface StaffSecurity {
  secondFactor: boolean;
  lockReason: string | null;
}

export class StaffView {
  id: string;
  name: string;
  /** Shown to those who manage accounts. */
  @ApiProperty({ type: String, nullable: true })
  email: string | null;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
  @ApiProperty({ enum: STAFF_STATUSES })
  status: StaffStatus;
  @ApiProperty({ type: String, nullable: true })
  lockedAt: string | null;
  @ApiProperty({ enum: LOCK_KINDS, nullable: true })
  lockKind: LockKind | null;
  /** Shown to those who manage accounts. */
  @ApiProperty({ type: String, nullable: true })
  lockReason: string | null;
  /** Shown to those who manage accounts. */
  @ApiProperty({ type: Boolean, nullable: true })
  secondFactor: boolean | null;
  version: number;
  can: StaffCanView;

  static of(person: StaffUser, security: StaffSecurity | null = null): StaffView {
    return {
      id: person.id,
      name: person.name,
      email: may('staff.manage') ? person.email : null,
      role: person.role,
      status: person.status,
      lockedAt: person.lockedAt?.toISOString() ?? null,
      lockKind: person.lockKind,
      lockReason: security?.lockReason ?? null,
      secondFactor: security?.secondFactor ?? null,
      version: person.version,
      can: staffCan(person),
    };
  }
}

export class StaffListView {
  items: StaffView[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
