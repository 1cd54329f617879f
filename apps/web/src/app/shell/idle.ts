import { useEffect } from 'react';

/** How long nobody may touch anything before the screen is covered. */
export const IDLE_MS = 10 * 60_000;
const LOOK_MS = 5_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls back once nothing was touched for ten minutes. It compares clocks instead of waiting for a timer, because a
 * closed laptop stops timers: the first thing after opening it is the cover.
 */
export function useIdle(idle: () => void, watching: boolean): void {
  useEffect(() => {
    if (!watching) return;
    let last = Date.now();
    const look = (): boolean => {
      const over = Date.now() - last >= IDLE_MS;
      if (over) idle();
      return over;
    };
    const touched = (): void => {
      if (!look()) last = Date.now();
    };
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true });
    };
  }, [idle, watching]);
}
