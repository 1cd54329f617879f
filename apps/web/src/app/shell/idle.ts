import { useCallback, useEffect, useRef, useState } from 'react';
import { tellTabs, tabsSaid } from './tabs';

/** How long nobody may touch anything before the screen is covered. */
export const IDLE_MS = 10 * 60_000;
/** How long before that the person is told, and can stay with one key (WCAG 2.2.1). */
export const WARNING_MS = 60_000;
const LOOK_MS = 1_000;
/** So often the other tabs and the server hear that somebody is still there. */
const TELL_MS = 5_000;
const ASK_MS = 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

interface Idle {
  /** Nothing was touched in any tab of this browser for ten minutes. */
  idle: () => void;
  /** Somebody is there: called at most once a minute, while somebody is. */
  here: () => void;
}

/**
 * Calls back once nothing was touched for ten minutes, in this tab or another. It compares clocks instead of waiting
 * for a timer, because a closed laptop stops timers: the first thing after opening it is the cover. Returns the seconds
 * that are left while the person should be told, otherwise null.
 */
export function useIdle({ idle, here }: Idle, watching: boolean): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const told = useRef({ tabs: 0, server: Date.now() });
  const touch = useCallback((): void => {
    const now = Date.now();
    if (now - told.current.tabs >= TELL_MS) {
      told.current.tabs = now;
      tellTabs('touched');
    }
    if (now - told.current.server < ASK_MS) return;
    told.current.server = now;
    here();
  }, [here]);
  useEffect(() => {
    if (!watching) return setLeft(null);
    let last = Date.now();
    const look = (): boolean => {
      const rest = IDLE_MS - (Date.now() - last);
      setLeft(rest <= WARNING_MS ? Math.max(0, Math.ceil(rest / 1000)) : null);
      if (rest <= 0) idle();
      return rest <= 0;
    };
    const stay = (): void => {
      if (look()) return;
      last = Date.now();
      setLeft(null);
    };
    const touched = (): void => {
      stay();
      touch();
    };
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true });
    const deaf = tabsSaid((word) => (word === 'touched' ? stay() : undefined));
    return () => {
      clearInterval(timer);
      deaf();
      document.removeEventListener('visibilitychange', look);
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true });
    };
  }, [idle, touch, watching]);
  return left;
}
