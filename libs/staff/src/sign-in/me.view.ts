import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS, ROLES, type Permission, type Role } from '@app/access';
import { FACTOR_KINDS, type FactorKind } from '../second-factor/second-factor.entity';

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
  /** The screen is covered: nothing is reached until the person proves who they are. */
  covered: boolean;
  /** The office asks for a second factor: nothing is reached until there is one. */
  mustEnrol: boolean;
}

/** How this person can prove who they are beside the password. */
export class MeSecondFactor {
  @ApiProperty({ enum: FACTOR_KINDS, isArray: true, enumName: 'FactorKind' })
  kinds: FactorKind[];
  /** The day from which the office asks this role for one, YYYY-MM-DD; null when it does not. */
  @ApiProperty({ type: String, nullable: true })
  requiredFrom: string | null;
}

/** Who is signed in and what they may do; the web app shows and hides by it. */
export class MeView {
  user: MeUser;
  organisation: MeOrganisation;
  @ApiProperty({ enum: PERMISSIONS, isArray: true, enumName: 'Permission' })
  permissions: Permission[];
  session: MeSession;
  secondFactor: MeSecondFactor;
}
