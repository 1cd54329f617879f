import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { ScopedRequest } from '@app/access';
import type { Actor } from '@app/platform';
import { DEVICE_COOKIE } from './cookie';
import type { SignIn } from './doors.dto';
import { SignInService } from './sign-in.service';

/** Address and password, asked at the one door where they are used. Later requests only show their cookie. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIn: SignInService) {
    super({ usernameField: 'email', passReqToCallback: true, session: false });
  }

  /** Called by Passport with the body's fields. */
  async validate(request: ScopedRequest, email: string, password: string): Promise<Actor | false> {
    const { organisation } = request.body as SignIn;
    const from = { peer: request.ip, device: request.cookies?.[DEVICE_COOKIE] };
    return (await this.signIn.check({ email, password, organisation }, from)) ?? false;
  }
}
