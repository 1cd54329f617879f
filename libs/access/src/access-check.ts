import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants';
import { ALLOW, OPEN } from './allow.decorator';

/** Keeps the server from starting while a route has neither a permission nor a reason to be open. */
@Injectable()
export class AccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const missing = this.unprotectedRoutes();
    if (missing.length > 0) {
      throw new Error(
        `These routes have neither @Allow nor @Open, so the server does not start: ${missing.join(', ')}`,
      );
    }
  }

  /** Names of routes that nobody has said who may use. */
  unprotectedRoutes(): string[] {
    return this.discovery.getControllers().flatMap((wrapper) => {
      const { instance, metatype } = wrapper;
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance);
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(PATH_METADATA, prototype[name]))
        .filter((name) => !this.isDecided(prototype[name], metatype))
        .map((name) => `${metatype.name}.${name}`);
    });
  }

  private isDecided(handler: () => unknown, controller: unknown): boolean {
    const targets = [handler, controller] as never[];
    return Boolean(
      this.reflector.getAllAndOverride(ALLOW, targets) ?? this.reflector.getAllAndOverride(OPEN, targets),
    );
  }
}
