import 'reflect-metadata';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { DiscoveryService } from '@nestjs/core';
import type { Permission } from '@app/access';
import { contractOf } from '../../apps/api/src/contract';
import type { TestApp } from './app';
import type { Answer, Api } from './client';
import { sampleBody } from './samples';

type Class = new () => object;

/** One route as the contract lists it, with the classes its handler reads. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below /api/v1, with {parameters}. */
  path: string;
  operationId: string;
  permission: Permission | null;
  /** Why people who are not signed in may use it, or null. */
  open: string | null;
  /** True when a session must have proved lately who holds it. */
  stepUp: boolean;
  parameters: string[];
  body: Class | null;
  query: Class | null;
  /** True when a change needs the version that was read. */
  versioned: boolean;
}

interface Handler {
  body: Class | null;
  query: Class | null;
  versioned: boolean;
}

const BODY = '3';
const QUERY = '4';
const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;

/** Every route of the contract. New routes of new libraries appear here by themselves. */
export function routesOf(test: TestApp): Route[] {
  const contract = contractOf(test.app);
  const handlers = handlersOf(test);
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const operation = item[method] as unknown as Record<string, string>;
      const short = path.replace(/^\/api\/v1/, '');
      return {
        method: method.toUpperCase() as Route['method'],
        path: short,
        operationId: operation.operationId,
        permission: (operation['x-permission'] as Permission) ?? null,
        open: operation['x-open'] ?? null,
        stepUp: Boolean(operation['x-step-up']),
        parameters: [...short.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
        ...(handlers.get(operation.operationId) ?? { body: null, query: null, versioned: false }),
      };
    }),
  );
}

function handlersOf(test: TestApp): Map<string, Handler> {
  const handlers = new Map<string, Handler>();
  for (const { metatype } of test.app.get(DiscoveryService, { strict: false }).getControllers()) {
    const prototype = (metatype as Class).prototype as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const types = Reflect.getMetadata('design:paramtypes', prototype, name) as Class[] | undefined;
      if (!types) continue;
      const id = `${(metatype as Class).name.replace(/Controller$/, '')}.${name}`;
      handlers.set(id, handlerOf(metatype as Class, name, types));
    }
  }
  return handlers;
}

function handlerOf(controller: Class, name: string, types: Class[]): Handler {
  const args: Record<string, { index: number; data?: unknown; factory?: unknown }> =
    Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {};
  const whole = (kind: string): Class | null => {
    const found = Object.entries(args).find(
      ([key, arg]) => key.startsWith(`${kind}:`) && arg.data === undefined,
    );
    return found ? types[found[1].index] : null;
  };
  return {
    body: whole(BODY),
    query: whole(QUERY),
    versioned: Object.values(args).some((arg) => String(arg.factory ?? '').includes('if-match')),
  };
}

/** Asks a route at a filled-in path with the smallest body and query it accepts. */
export async function ask(api: Api, route: Route, path: string, ifMatch?: number): Promise<Answer> {
  const query = route.query
    ? String(new URLSearchParams(sampleBody(route.query) as Record<string, string>))
    : '';
  const url = query ? `${path}?${query}` : path;
  const body = route.body ? sampleBody(route.body) : {};
  if (route.method === 'GET') return api.get(url);
  if (route.method === 'DELETE') return api.delete(url, { ifMatch });
  return api[route.method.toLowerCase() as 'post' | 'put' | 'patch'](url, body, { ifMatch });
}
