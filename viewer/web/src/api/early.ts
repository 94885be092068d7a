declare global {
  /** Answers the page's head has asked for already, by path. */
  var citymapEarly: Map<string, Promise<Response>> | undefined;
}

/** Takes the answer that was asked for before the console was there; null when there is none, or it failed. Each is taken once: later it is old. */
export async function takeEarly(path: string): Promise<Response | null> {
  const early = globalThis.citymapEarly;
  const answer = early?.get(path);
  if (!answer) return null;
  early?.delete(path);
  return answer.catch(() => null);
}
