import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { may, OFFICE_ROLES, ROLES, type Role } from '@app/access';
import { staffCan } from './staff-user.policy';
import { STAFF_STATUSES, type StaffStatus, type StaffUser } from './staff-user.entity';

export class ChangeRole {
  @ApiProperty({ enum: OFFICE_ROLES })
  @IsIn(OFFICE_ROLES)
  role: Role;
}

export class StaffCanView {
  changeRole: boolean;
  suspend: boolean;
  reinstate: boolean;
  endSessions: boolean;
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
  version: number;
  can: StaffCanView;

  static of(person: StaffUser): StaffView {
    return {
      id: person.id,
      name: person.name,
      email: may('staff.manage') ? person.email : null,
      role: person.role,
      status: person.status,
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
