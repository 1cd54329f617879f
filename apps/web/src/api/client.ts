import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import createClient, { type Middleware } from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import { Problem } from './problem';
import { fetchWithProof } from './proof';
import type { paths } from './schema';

/** The generated contract carries the global prefix in every path, screens do not repeat it. */
type Unprefixed<T> = { [P in keyof T as P extends `/api/v1${infer Rest}` ? Rest : never]: T[P] };
/** A path lists the verbs it does not have as never; they are left out here. */
type Verbs<P> = { [M in keyof P as P[M] extends object ? M : never]: P[M] };
type Generated = Unprefixed<paths>;
export type Contract = { [P in keyof Generated]: Verbs<Generated[P]> };
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type PathOf<M extends Method> = {
  [P in keyof Contract]: M extends keyof Contract[P] ? P : never;
}[keyof Contract];
type Success<R> = R extends { 200: infer A } ? A : R extends { 201: infer B } ? B : undefined;
type Content<A> = A extends { content: { 'application/json': infer T } } ? T : undefined;
type Operation<P extends keyof Contract, M extends Method> = M extends keyof Contract[P]
  ? Contract[P][M]
  : never;
/** What a route answers with. */
export type AnswerOf<P extends keyof Contract, M extends Method = 'get'> =
  Operation<P, M> extends { responses: infer R } ? Content<Success<R>> : never;
/** Forms hold a choice as text; the list it was chosen from is the contract's. Names, presence and null stay checked. */
type Chosen<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? Chosen<Item>[]
    : T extends object
      ? { [K in keyof T]: Chosen<T[K]> }
      : T;
/** What a route is sent. */
export type BodyOf<P extends keyof Contract, M extends Method> =
  Operation<P, M> extends { requestBody?: infer B } ? Chosen<Content<NonNullable<B>>> : undefined;

export interface Place {
  path?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
}
/** `version` becomes If-Match, `key` Idempotency-Key. */
export interface Sending<Body> extends Place {
  body?: Body;
  version?: number;
  key?: string;
}

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response);
  },
  onError: ({ error }) => Problem.from(error),
};

const http = createClient<paths>({
  baseUrl: '/api/v1',
  headers: { 'X-Vacatur': '1' },
  fetch: fetchWithProof,
});
http.use(problems);
const queries = createQueries(http);

/** One cache for the tab; nothing of it is written to the browser's storage. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => count < 1 && [0, 502, 503].includes(Problem.from(error).status),
    },
    mutations: { retry: false },
  },
});

interface Reading {
  enabled?: boolean;
  staleTime?: number;
  /** Keep the last answer on the screen while another filter or day loads. */
  keep?: boolean;
}

type LooseOptions = (
  method: string,
  path: string,
  init: unknown,
) => {
  queryKey: readonly unknown[];
  queryFn: (context: never) => Promise<unknown>;
};

/** Query options of a GET, for `useQuery` and for prefetching in the router. */
export function reading<P extends PathOf<'get'>>(path: P, place: Place = {}) {
  // The generic signature of the library cannot follow a path that is itself a type parameter.
  const { queryKey, queryFn } = (queries.queryOptions as unknown as LooseOptions)('get', path, {
    params: place,
  });
  return { queryKey, queryFn: queryFn as unknown as (context: unknown) => Promise<AnswerOf<P>> };
}

/** Reads a route and keeps the answer fresh. */
export function useGet<P extends PathOf<'get'>>(path: P, place: Place = {}, options: Reading = {}) {
  const { keep, ...rest } = options;
  return useQuery({
    ...reading(path, place),
    ...rest,
    placeholderData: keep ? keepPreviousData : undefined,
  }) as UseQueryResult<AnswerOf<P>, Problem>;
}

/** Reads what is asked for in a body: names and secrets have no place in an address. */
export function useAsk<P extends PathOf<'post'>>(
  path: P,
  body: BodyOf<P, 'post'>,
  options: Reading & Pick<Place, 'path'> = {},
) {
  const { keep, path: at, ...rest } = options;
  return useQuery({
    queryKey: ['ask', path, body, at],
    queryFn: ({ signal }) => call<AnswerOf<P, 'post'>>('post', path, { body, path: at }, signal),
    ...rest,
    placeholderData: keep ? keepPreviousData : undefined,
  }) as UseQueryResult<AnswerOf<P, 'post'>, Problem>;
}

/** Reads a list that is paged by cursor and asked for in a body. */
export function useAskPages<P extends PathOf<'post'>>(path: P, body: BodyOf<P, 'post'>, enabled = true) {
  type Answer = AnswerOf<P, 'post'>;
  return useInfiniteQuery({
    queryKey: ['pages', path, body],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<Answer>('post', path, { body: Object.assign({ cursor: pageParam }, body) }, signal),
    getNextPageParam: nextCursorOf,
    placeholderData: keepPreviousData,
  }) as UseInfiniteQueryResult<InfiniteData<Answer>, Problem>;
}

const nextCursorOf = (last: unknown): string | undefined =>
  (last as { nextCursor?: string | null } | undefined)?.nextCursor ?? undefined;

/** Reads a list that is paged by cursor. */
export function useGetPages<P extends PathOf<'get'>>(path: P, place: Place = {}) {
  type Answer = AnswerOf<P>;
  return useInfiniteQuery({
    queryKey: ['pages', path, place],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<Answer>('get', path, { ...place, query: { ...place.query, cursor: pageParam } }, signal),
    getNextPageParam: nextCursorOf,
    placeholderData: keepPreviousData,
  }) as UseInfiniteQueryResult<InfiniteData<Answer>, Problem>;
}

/**
 * Sends a change. After it, everything that is shown is read again: facts move deadlines, timelines and
 * counts, and only the server knows which.
 */
export function useSend<M extends Exclude<Method, 'get'>, P extends PathOf<M>>(method: M, path: P) {
  const client = useQueryClient();
  return useMutation<AnswerOf<P, M>, Problem, Sending<BodyOf<P, M>>>({
    mutationFn: (sending) => call(method, path, sending),
    onSuccess: () => refresh(client),
  });
}

/** Reads again what a change can have moved; reference lists stay. */
export async function refresh(client: QueryClient = cache): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey }) => !String(queryKey[1]).startsWith('/reference'),
  });
}

/** One request outside of a screen's cache: the doors. */
export function send<M extends Exclude<Method, 'get'>, P extends PathOf<M>>(
  method: M,
  path: P,
  body?: BodyOf<P, M>,
  place: Place = {},
): Promise<AnswerOf<P, M>> {
  return call(method, path, { ...place, body });
}

/** Reads once, outside of the cache. */
export function read<P extends PathOf<'get'>>(path: P, place: Place = {}): Promise<AnswerOf<P>> {
  return call('get', path, place);
}

async function call<Answer>(
  method: Method,
  path: string,
  sending: Sending<unknown>,
  signal?: AbortSignal,
): Promise<Answer> {
  const headers: Record<string, string> = {};
  if (sending.version !== undefined) headers['If-Match'] = `"${sending.version}"`;
  if (sending.key) headers['Idempotency-Key'] = sending.key;
  const init = { params: { path: sending.path, query: sending.query }, body: sending.body, headers, signal };
  const send = http.request as unknown as (m: string, p: string, i: unknown) => Promise<{ data: Answer }>;
  return (await send(method, path, init)).data;
}
