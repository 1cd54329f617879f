import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, OwnTransactions, Reachable, StepUp, usePermission } from '@app/access';
import { CONFIG, currentActor, UnitOfWork, type Config } from '@app/platform';
import { ChangePassword } from '../passwords/password.dto';
import { Passwords } from '../passwords/passwords';
import { securityChanged } from '../people/security';
import { SessionListView, SessionView } from '../sessions/session.view';
import { Sessions } from '../sessions/sessions.service';
import { MakeToken, NewTokenView, TokenListView, TokenView } from '../tokens/token.dto';
import { requireBrowserSession, Tokens } from '../tokens/tokens.service';
import { takeCookie, takeDeviceCookie } from './cookie';
import { Me } from './me.service';
import { MeView } from './me.view';

/** The signed-in person's own account. */
@ApiTags('me')
@Controller()
export class MeController {
  constructor(
    private readonly me: Me,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly passwords: Passwords,
    private readonly work: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('me')
  @Allow('me.read')
  @Reachable('covered', 'enrolling')
  async read(): Promise<MeView> {
    return this.me.view();
  }

  /** Ends this session. */
  @Post('sign-out')
  @HttpCode(204)
  @Allow('me.change')
  @Reachable('covered', 'enrolling')
  async signOut(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    requireBrowserSession();
    await this.sessions.end(currentActor().proofId ?? '');
    takeCookie(reply, this.config);
    reply.header('clear-site-data', '"cache", "storage"');
  }

  /** Ends this session in a hurry and makes the browser forget everything of this site, its cookies too. */
  @Post('quick-exit')
  @HttpCode(204)
  @Allow('me.change')
  @Reachable('covered', 'enrolling')
  async quickExit(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    requireBrowserSession();
    await this.sessions.end(currentActor().proofId ?? '');
    takeCookie(reply, this.config);
    takeDeviceCookie(reply, this.config);
    reply.header('clear-site-data', '"cache", "cookies", "storage"');
  }

  /** Ends every session of this person but this one; programs go on. */
  @Delete('me/sessions')
  @HttpCode(204)
  @Allow('me.change')
  async endOthers(): Promise<void> {
    const { userId, proofId } = currentActor();
    requireBrowserSession();
    await securityChanged(userId, { session: proofId, tokens: true });
  }

  @Get('me/sessions')
  @Allow('me.read')
  async listSessions(): Promise<SessionListView> {
    const all = await this.sessions.mine();
    const { proofId } = currentActor();
    return { items: all.map((session) => SessionView.of(session, proofId)), nextCursor: null };
  }

  @Delete('me/sessions/:id')
  @HttpCode(204)
  @Allow('me.change')
  async endSession(@Param('id') id: string): Promise<void> {
    await this.sessions.end(id);
  }

  /** Changes the password; every other session and every token ends. */
  @Post('me/password')
  @HttpCode(204)
  @Allow('me.change')
  @StepUp()
  @OwnTransactions()
  async changePassword(@Body() body: ChangePassword): Promise<void> {
    requireBrowserSession();
    await this.passwords.change(body.current, body.next);
  }

  @Get('me/tokens')
  @Allow('me.read')
  async listTokens(): Promise<TokenListView> {
    const all = await this.tokens.mine();
    return { items: all.map((token) => TokenView.of(token)), nextCursor: null };
  }

  /**
   * Makes an API token and shows it, this once. An Idempotency-Key is not looked at here: answering the same again
   * would mean keeping the token.
   */
  @Post('me/tokens')
  @Allow('me.change')
  @StepUp()
  @OwnTransactions()
  async makeToken(@Body() body: MakeToken): Promise<NewTokenView> {
    const { token, secret } = await this.work.run(usePermission('me.change'), () => this.tokens.make(body));
    return { ...TokenView.of(token), token: secret };
  }

  @Delete('me/tokens/:id')
  @HttpCode(204)
  @Allow('me.change')
  async endToken(@Param('id') id: string): Promise<void> {
    await this.tokens.end(id);
  }
}
