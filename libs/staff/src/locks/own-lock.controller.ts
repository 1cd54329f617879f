import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Open } from '@app/access';
import { LockOwn, RequestLock } from './lock.dto';
import { OwnLock } from './own-lock';

/** Locking the own account, for somebody whose device or password is in other hands. */
@ApiTags('doors')
@Controller('account-lock')
export class OwnLockController {
  constructor(private readonly own: OwnLock) {}

  /** Sends a link to the address if somebody has it. Nothing is locked, and the answer and its time are the same. */
  @Post('request')
  @HttpCode(202)
  @Open('somebody who must lock the own account may be signed in nowhere')
  async request(@Body() body: RequestLock): Promise<void> {
    await this.own.request(body.email);
  }

  /** Locks the account the link was sent to; every session and token of its person ends. */
  @Post()
  @HttpCode(204)
  @Open('the token in the mail is the proof')
  async lock(@Body() body: LockOwn): Promise<void> {
    await this.own.lock(body.token);
  }
}
