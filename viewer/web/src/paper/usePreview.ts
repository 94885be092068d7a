import { useEffect, useState } from 'preact/hooks';
import { problemOf } from './problemOf';

/** A picture of a page. While the next one is made the last one stays. */
export interface Preview { picture: string | null; busy: boolean; problem: string | null }

const calm = 350;

/** Fetches the picture of an address some time after it stopped changing, and lets go of the one before. */
export function usePreview(address: string | null): Preview {
  const [preview, setPreview] = useState<Preview>({ picture: null, busy: false, problem: null });
  useEffect(() => {
    if (!address) return undefined;
    const stop = new AbortController();
    setPreview((last) => ({ ...last, busy: true }));
    const timer = setTimeout(() => {
      void (async () => {
        try {
          const answer = await fetch(address, { signal: stop.signal });
          if (!answer.ok) return setPreview({ picture: null, busy: false, problem: await problemOf(answer) });
          const picture = URL.createObjectURL(await answer.blob());
          setPreview((last) => {
            if (last.picture) URL.revokeObjectURL(last.picture);
            return { picture, busy: false, problem: null };
          });
        } catch (error) {
          if (!stop.signal.aborted) setPreview((last) => ({ ...last, busy: false, problem: String(error) }));
        }
      })();
    }, calm);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address]);
  return preview;
}
