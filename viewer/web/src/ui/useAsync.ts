import { useEffect, useState } from 'preact/hooks';

export interface AsyncState<T> { value: T | null; error: unknown; loading: boolean; reload: () => void; set: (value: T) => void }

/** Loads something for a component; an answer that comes after the key has changed is dropped. The old value stays while a reload runs. */
export function useAsync<T>(key: string, load: () => Promise<T>): AsyncState<T> {
  const [state, setState] = useState<{ key: string; value: T | null; error: unknown; loading: boolean }>({ key, value: null, error: null, loading: true });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    setState((before) => ({ key, value: before.key === key ? before.value : null, error: null, loading: true }));
    load().then(
      (value) => current && setState({ key, value, error: null, loading: false }),
      (error: unknown) => current && setState((before) => ({ ...before, error, loading: false })),
    );
    return () => {
      current = false;
    };
  }, [key, turn]);
  const set = (value: T): void => setState({ key, value, error: null, loading: false });
  return { value: state.key === key ? state.value : null, error: state.error, loading: state.loading, reload: () => setTurn((n) => n + 1), set };
}
