import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { PERMISSIONS, type Permission } from '@app/access';
import { IsName } from '../people/address';
import type { ApiToken } from './api-token.entity';

export class MakeToken {
  /** What it is for, so that it can be told from the others. */
  @IsName()
  name: string;

  @ApiProperty({ enum: PERMISSIONS, isArray: true, enumName: 'Permission' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsIn(PERMISSIONS, { each: true })
  scopes: Permission[];

  @IsInt()
  @Min(1)
  @Max(365)
  expiresInDays: number;
}

export class TokenView {
  id: string;
  name: string;
  @ApiProperty({ enum: PERMISSIONS, isArray: true, enumName: 'Permission' })
  scopes: Permission[];
  createdAt: string;
  @ApiProperty({ type: String, nullable: true })
  lastUsedAt: string | null;
  expiresAt: string;
  expired: boolean;

  static of(token: ApiToken): TokenView {
    return {
      id: token.id,
      name: token.name,
      scopes: token.scopes as Permission[],
      createdAt: token.createdAt.toISOString(),
      lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
      expiresAt: token.expiresAt.toISOString(),
      expired: token.expiresAt.getTime() <= Date.now(),
    };
  }
}

export class TokenListView {
  items: TokenView[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** The only answer that ever holds the token itself. */
export class NewTokenView extends TokenView {
  token: string;
}
