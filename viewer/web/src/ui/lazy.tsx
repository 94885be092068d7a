import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ErrorState } from './ErrorState';
import { Skeleton } from './Skeleton';

const parts: Array<() => Promise<unknown>> = [];

/**
 * A part of the page whose code comes when it is first shown, so that the page stands earlier.
 * @param load Fetches it.
 * @param rows How many rows of skeleton stand there meanwhile; 0 for what lies over the page.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, rows: number): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  const bring = async (): Promise<void> => { loaded ??= await load(); };
  parts.push(bring);
  return function Lazy(props: P) {
    const [tries, setTries] = useState(0);
    const [error, setError] = useState<unknown>(null);
    const [here, setHere] = useState(loaded !== null);
    useEffect(() => {
      if (here) return;
      setError(null);
      // Also when another fetched it since this was drawn: nobody else draws it again.
      bring().then(() => setHere(true), setError);
    }, [tries]);
    if (loaded) {
      const Part = loaded;
      return <Part {...props} />;
    }
    if (error !== null) return <ErrorState error={error} retry={() => setTries(tries + 1)} />;
    return rows ? <Skeleton rows={rows} /> : null;
  };
}

/** Fetches everything that has not been shown yet: later the server may be away. */
export async function fetchLazy(): Promise<void> {
  await Promise.allSettled(parts.map((bring) => bring()));
}
