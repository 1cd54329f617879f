import { Body, Controller, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open, type ScopedRequest } from '@app/access';
import { CONFIG, Problem, type Config } from '@app/platform';
import { HalfSessions, startAgain } from '../second-factor/half-sessions';
import { SecondStep } from '../second-factor/second-factor.dto';
import { PasskeyChallengeView } from '../second-factor/second-factor.view';
import { giveHalfCookie, HALF_COOKIE, takeHalfCookie } from './cookie';
import { SignIn } from './doors.dto';
import { Entrance } from './entrance';
import { MeView } from './me.view';
import { SignInGuard } from './sign-in.guard';

/** Signing in: the password, and for people with a second factor the second step. */
@ApiTags('doors')
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly entrance: Entrance,
    private readonly halves: HalfSessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Signs in and sets the session cookie. For somebody with a second factor it answers 401 `second_factor_needed`
   * with the `ways` to take the second step, for which the browser has five minutes.
   */
  @Post()
  @HttpCode(200)
  @Open('this is the door')
  @UseGuards(SignInGuard)
  async signIn(
    @Body() _body: SignIn,
    @Req() request: ScopedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    const ways = await this.halves.ways();
    if (ways.length === 0) return this.entrance.enter(request, reply);
    giveHalfCookie(reply, this.config, await this.halves.open());
    throw new Problem(401, 'second_factor_needed', 'Now show your second factor.', { ways });
  }

  /** Asks the passkeys of whoever gave the right password a moment ago. */
  @Post('passkey-challenge')
  @HttpCode(200)
  @Open('the password was right; its half-open sign-in is the proof')
  async askPasskey(@Req() request: ScopedRequest): Promise<PasskeyChallengeView> {
    return this.halves.ask(halfOf(request));
  }

  /** The second step: one of a code, a recovery code and a passkey. */
  @Post('second-step')
  @HttpCode(200)
  @Open('the password was right; its half-open sign-in is the proof')
  async secondStep(
    @Body() body: SecondStep,
    @Req() request: ScopedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    const entered = await this.halves.finish(halfOf(request), body, request.ip, () =>
      this.entrance.open(request),
    );
    const view = this.entrance.give(reply, entered);
    takeHalfCookie(reply, this.config);
    return view;
  }
}

function halfOf(request: ScopedRequest): string {
  const secret = request.cookies?.[HALF_COOKIE];
  if (!secret || secret.length > 200) throw startAgain();
  return secret;
}
