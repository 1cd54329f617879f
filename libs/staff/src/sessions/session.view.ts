import { ApiProperty } from '@nestjs/swagger';
import type { Session } from './session.entity';

export class SessionView {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  /** Whether this very request came with it. */
  current: boolean;
  /** Browser and system, such as "Firefox on Windows". */
  client: string;
  /** The first session of this person on this device, and not the first device. */
  newDevice: boolean;

  static of(session: Session, currentId: string | null): SessionView {
    return {
      id: session.id,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      current: session.id === currentId,
      client: session.clientLabel,
      newDevice: session.newDevice,
    };
  }
}

export class SessionListView {
  items: SessionView[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
