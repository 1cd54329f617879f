import { useAsk, type AnswerOf, type BodyOf } from '../../api/client';

/** Read again with every change of a fact; the last answer stays until the next is here. */
const live = (enabled: boolean) => ({ enabled, keep: true, staleTime: 60_000 });

export const useComputed = (body: BodyOf<'/law/deadlines/compute', 'post'>, enabled: boolean) =>
  useAsk('/law/deadlines/compute', body, live(enabled));
export const useFinality = (body: BodyOf<'/law/finality', 'post'>, enabled: boolean) =>
  useAsk('/law/finality', body, live(enabled));
export const usePardonEffect = (body: BodyOf<'/law/pardon-effect', 'post'>, enabled: boolean) =>
  useAsk('/law/pardon-effect', body, live(enabled));
export const useScreening = (body: BodyOf<'/law/screening', 'post'>, enabled: boolean) =>
  useAsk('/law/screening', body, live(enabled));

export type FinalityAnswer = AnswerOf<'/law/finality', 'post'>;
export type EffectAnswer = AnswerOf<'/law/pardon-effect', 'post'>;
export type ScreeningAnswer = AnswerOf<'/law/screening', 'post'>;
export type ScreeningResult = ScreeningAnswer['items'][number];
