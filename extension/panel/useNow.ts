// The present moment, refreshed every second while the component is there: for countdowns and the session's timer.
import { useLayoutEffect, useState } from 'preact/hooks';

export function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useLayoutEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
