import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS, ROLES, type Permission, type Role } from '@app/access';

export class MeUser {
  id: string;
  name: string;
  email: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
}

export class MeOrganisation {
  id: string;
  name: string;
  slug: string;
  /** IANA zone of the office. */
  timeZone: string;
}

export class MeSession {
  id: string;
  /** `session` of a browser or `token` of a program. */
  @ApiProperty({ enum: ['session', 'token'] })
  kind: 'session' | 'token';
  expiresAt: string;
}

/** Who is signed in and what they may do; the web app shows and hides by it. */
export class MeView {
  user: MeUser;
  organisation: MeOrganisation;
  @ApiProperty({ enum: PERMISSIONS, isArray: true, enumName: 'Permission' })
  permissions: Permission[];
  session: MeSession;
}
