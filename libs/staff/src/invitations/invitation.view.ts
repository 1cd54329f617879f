import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '@app/access';
import { MAIL_STATES } from '@app/platform';

export const DELIVERIES = [...MAIL_STATES, 'not_known'] as const;

/** What the invited person sees before the account exists. */
export class InvitedView {
  organisation: string;
  email: string;
  name: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
}

/** An open invitation as the director sees it. */
export class InvitationView {
  id: string;
  email: string;
  name: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
  createdAt: string;
  expiresAt: string;
  expired: boolean;
  /** Whether the mail has left; `unsure`: it may have, and is sent again; `failed` means that it was given up and somebody must look. */
  @ApiProperty({ enum: DELIVERIES })
  delivery: (typeof DELIVERIES)[number];

  static of(row: InvitationRow): InvitationView {
    return {
      id: row.id,
      email: row.email,
      name: row.name,
      role: row.role,
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      expired: row.expires_at.getTime() <= Date.now(),
      delivery: row.delivery,
    };
  }
}

export class InvitationListView {
  items: InvitationView[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export interface InvitationRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  created_at: Date;
  expires_at: Date;
  delivery: (typeof DELIVERIES)[number];
}
