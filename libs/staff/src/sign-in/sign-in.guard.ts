import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { validationPipe, type Actor } from '@app/platform';
import type { ScopedRequest } from '@app/access';
import { SignIn } from './doors.dto';
import { signInFailed } from './sign-in.service';

/** Lets a sign-in through whose password is right; the person then acts for the rest of the request. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  private readonly pipe = validationPipe();

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    // Guards run before pipes: a body of the wrong shape is refused here, not taken for a wrong password.
    await this.pipe.transform(request.body ?? {}, { type: 'body', metatype: SignIn });
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<T = Actor>(
    error: unknown,
    actor: unknown,
    _info: unknown,
    context: ExecutionContext,
  ): T {
    if (error) throw error;
    if (!actor) throw signInFailed();
    context.switchToHttp().getRequest<ScopedRequest>().scope.actor = actor as Actor;
    return actor as T;
  }
}
